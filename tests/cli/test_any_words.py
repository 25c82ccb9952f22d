"""Any words and any file names: a command ends with a message and a code of its own."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safelight.cli.app import cli

FIXTURES = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)
ANY_TEXT = st.text(
    st.characters(codec=None, exclude_characters="/\\\0")
    | st.sampled_from("-=@~{}[]\"' \t\n\r\x1b\x7f\udcff"),
    max_size=12,
)
COMMANDS = st.sampled_from(
    [
        ("pilio", "remove-background"),
        ("pilio", "upscale"),
        ("perfect", "styles"),
        ("perfect", "style-groups"),
        ("perfect", "enhance"),
        ("claid", "edit"),
        ("picwish", "remove-background"),
        ("picwish",),
        ("operations",),
        ("resume",),
        ("batch", "status"),
        (),
    ]
)
WORDS = (
    st.sampled_from(
        [
            "-",
            "--",
            "-o",
            "--out",
            "--within",
            "--jobs",
            "--json",
            "-q",
            "--quiet",
            "--profile",
            "--base-url",
            "--filename",
            "--type",
            "--overwrite",
            "--together",
            "--operations",
            "--sandbox",
            "--help",
            "--version",
            "--output",
            "--scale",
            "--sync",
            "nan",
            "inf",
            "-1",
            "1e999",
            "0",
            "1",
            "4",
            "true",
            "photo.jpg",
            "photo.jpg",
            "photo.jpg",
            "@photo.jpg",
            "~",
            ".",
            "..",
            "{}",
            "[]",
            "null",
            "2X",
            "person",
            "wig",
        ]
    )
    | ANY_TEXT
)


def ended(words, stdin=b""):
    result = CliRunner().invoke(cli, words, input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in (0, 1, 2), result.stderr
    assert result.exit_code == 0 or result.stderr or result.stdout
    assert "Traceback" not in result.output
    assert "\x1b" not in result.stderr
    return result


@settings(max_examples=120, deadline=None, suppress_health_check=FIXTURES)
@given(command=COMMANDS, words=st.lists(WORDS, max_size=6), stdin=st.binary(max_size=40))
def test_any_words(sandbox, photo, command, words, stdin):
    Path("photo.jpg").write_bytes(photo.read_bytes())
    ended([*command, *words], stdin)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is text")
@settings(max_examples=12, deadline=None, suppress_health_check=FIXTURES)
@given(
    name=st.binary(min_size=1, max_size=40),
    suffix=st.sampled_from(["", ".jpg"]),
    out=st.sampled_from(["out", "in"]),
)
def test_any_name_of_a_file(sandbox, photo, name, suffix, out):
    source = Path(os.fsdecode(name.replace(b"\0", b"0").replace(b"/", b"1")) + suffix)
    if source.name in ("", ".", ".."):
        return
    source = Path("in") / source
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(photo.read_bytes())
    result = ended(["picwish", "remove-background", "-o", out, "--overwrite", "--", str(source), str(photo)])
    assert Path(out, "photo.png").exists()
    if result.exit_code:
        assert "control characters" in result.stderr
    assert source.read_bytes() == photo.read_bytes()
    source.unlink()
