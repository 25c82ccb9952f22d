"""Texts as people have them: files of other systems' editors, pasted with quotes, below ~, or far too long."""

import codecs
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from safelight import Pilio

ENCODINGS = pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])


def encoded(text, encoding):
    return (codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b"") + text.encode(encoding)


@pytest.fixture
def token(sandbox, photo):
    with Pilio() as pilio:
        return pilio.remove_background(photo).token


@ENCODINGS
def test_texts_with_a_byte_order_mark(run, sandbox, photo, token, encoding):
    Path("tokens.txt").write_bytes(encoded(f"{token}\r\n", encoding))
    for words, stdin in ((("@tokens.txt",), None), (("-",), encoded(f"{token}\n{token}\n", encoding))):
        result = run("resume", *words, "-o", "out", "--overwrite", stdin=stdin)
        assert result.exit_code == 0, result.stderr
    Path("edit.json").write_bytes(encoded('{"resizing": {"width": 32}}\r\n', encoding))
    result = run("claid", "edit", photo, "--operations", "@edit.json", "-o", "out")
    assert result.exit_code == 0, result.stderr


def test_what_is_no_text_is_refused_in_words(run, sandbox, photo, tmp_path):
    Path("odd").write_bytes(b"\xff\xfe\x00")
    Path("binary").write_bytes(b"\x80\x81")
    for name, said in (
        ("odd", "not UTF-8 text"),
        ("binary", "not UTF-8 text"),
        ("", "No such file"),
        ("nul\0", "null"),
        (".", "Is a directory"),
        ("/dev/zero", "longer than"),
        ("missing" * 1000, "too long"),
    ):
        if name == "/dev/zero" and not os.path.exists(name):  # noqa: PTH110 - POSIX
            continue
        for words in (("resume", f"@{name}"), ("claid", "edit", photo, "--operations", f"@{name}")):
            result = run(*words)
            assert result.exit_code == 2
            assert said in result.stderr, (words, result.stderr)
            assert len(result.stderr) < 1000
    assert "not UTF-8 text" in run("resume", stdin=b"\x80\x81").stderr


@pytest.mark.parametrize(
    "pasted",
    ["'{}'", '"{}"', "  {}\n", "\N{ZERO WIDTH NO-BREAK SPACE}{}", "`{}`", "json"],
)
def test_a_token_as_it_was_pasted(run, token, pasted):
    text = json.dumps(token) if pasted == "json" else pasted.replace("{}", token)
    result = run("resume", text, "-o", "out")
    assert result.exit_code == 0, result.stderr


def test_a_home_folder_that_no_shell_has_named(run, sandbox, photo, tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    (home / "photo.jpg").write_bytes(photo.read_bytes())
    (home / "edit.json").write_text('{"resizing": {"width": 32}}')
    result = run("claid", "edit", "~/photo.jpg", "--operations", "@~/edit.json", "-o", "~/out")
    assert result.exit_code == 0, result.stderr
    assert (home / "out").is_dir()
    assert not Path("~").exists()
    result = run("perfect", "remove-object", "~/photo.jpg", "--mask", "~/photo.jpg", "-o", "~/cut.jpg")
    assert result.stdout == f"{home / 'cut.jpg'}\n", result.stderr
    result = run("pilio", "remove-background", "~/photo.jpg", "-o", "~/later", "--within", "0")
    if result.exit_code:
        assert f"-o {home / 'later'}" in result.stderr


LONG = "\x1b[2J" + "x" * 100_000


@pytest.mark.parametrize(
    "words",
    [
        (LONG,),
        ("pilio", LONG),
        ("pilio", "upscale", "a.jpg", f"--{LONG}"),
        ("pilio", "upscale", "a.jpg", "--type", LONG),
        ("pilio", "upscale", "a.jpg", "--jobs", LONG),
        ("pilio", "upscale", "a.jpg", "--within", LONG),
        ("pilio", "upscale", "a.jpg", "--base-url", LONG),
        ("pilio", "upscale", "a.jpg", "--base-url", f"https://{LONG}?"),
        ("pilio", "upscale", "a.jpg", "--profile", LONG),
        ("pilio", "upscale", "a.jpg", "--out", LONG),
        ("pilio", "upscale", "a.jpg", "--out", f"{LONG}.png"),
        ("pilio", "upscale", "a.jpg", "b.jpg", "--out", f"{LONG}.png"),
        ("pilio", "upscale", "a.jpg", "--out", "nul\0"),
        ("pilio", "upscale", LONG),
        ("pilio", "upscale", f"https://host.test/{LONG}"),
        ("pilio", "upscale", "photo.jpg", "--filename", f"{LONG}.jpg"),
        ("claid", "edit", "photo.jpg", "--operations", LONG),
        ("claid", "edit", "photo.jpg", "--operations", f'{{"{LONG}": 1}}'),
        ("claid", "edit", "photo.jpg", "--operations", json.dumps({LONG: 1})),
        ("claid", "edit", "photo.jpg", "--operations", json.dumps({"resizing": LONG})),
        ("claid", "edit", "photo.jpg", "--operations", "{}", "--output", f"storage:{LONG}"),
        ("claid", "edit", "photo.jpg", "--operations", "[" * 100_000),
        ("perfect", "styles", LONG, "1"),
        ("perfect", "styles", "wig", LONG),
        ("perfect", "enhance", "photo.jpg", "--scale", LONG),
        ("operations", LONG),
        ("resume", LONG),
        ("resume", json.dumps({"safelight": LONG})),
        ("resume", "[" * 100_000),
        ("sandbox", "--port", LONG),
        ("sandbox", "--host", LONG, "--port", "0"),
        ("batch", LONG),
    ],
)
def test_a_message_repeats_little_and_nothing_that_a_terminal_obeys(run, sandbox, photo, words):
    Path("photo.jpg").write_bytes(photo.read_bytes())
    result = run(*words)
    assert result.exit_code in (1, 2)
    assert len(result.stderr) < 2000, (len(result.stderr), result.stderr[:1500])
    assert result.stderr.replace("\n", "").isprintable()
    assert not sandbox.ledger.entries


@pytest.mark.parametrize("field", ["vendor", "operation", "id", "address", "name", "options", "safelight"])
def test_a_changed_token_is_refused_in_few_words(run, token, field):
    for value in (LONG, "x" * 100_000, "", {"a": LONG}, None, 5):
        changed = json.dumps({**json.loads(token), field: value})
        result = run("resume", changed, "-o", "out")
        if field in {"name", "options", "operation"} and result.exit_code == 0:
            continue
        assert result.exit_code in (1, 2), (field, value)
        assert result.stderr.replace("\n", "").isprintable()
        # A task that is asked for in vain keeps its token, which is shown to try again.
        assert len(result.stderr.partition("resume with: ")[0]) < 2000, result.stderr[:2000]


def test_the_arguments_of_a_process_are_no_text(environment, photo):
    if sys.platform == "win32":
        pytest.skip("arguments are text there")
    for words in (["\udcff"], ["pilio", "upscale", "a.jpg", "--type", "\udcff"], ["resume", "\udcff"]):
        command = [sys.executable, "-m", "safelight", *words]
        ended = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert ended.returncode == 2
        assert b"Traceback" not in ended.stderr
