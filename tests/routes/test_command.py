"""``safelight route``: what it delivers, says and refuses."""

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import safelight as package
from click.testing import CliRunner, Result
from PIL import Image
from safelight.cli.app import cli
from safelight.sandbox import FaultKind, Sandbox
from support.waiting import until

pytestmark = pytest.mark.integration

RETRY = "--on-suspect retry-elsewhere -O picwish:format=jpg -O picwish:bg_color=FF0000"
"""With these, PicWish's result is meant to be opaque, so that its check passes."""


def route(words: str, vendor: str = "picwish,pilio") -> Result:
    return CliRunner().invoke(
        cli,
        shlex.split(f"route remove-background {words} --vendor {vendor} -o out", posix=os.name == "posix"),
    )


def test_it_needs_nothing_but_the_sandbox(folder: Path) -> None:
    ended = CliRunner().invoke(
        cli, shlex.split("--sandbox route remove-background chelsea.jpg --vendor pilio,picwish -o out")
    )
    assert ended.exit_code == 0, ended.output
    assert ended.stdout.split() == [str(Path("out/chelsea.png"))]
    assert Path("out/chelsea.png").read_bytes().startswith(b"\x89PNG")


def test_what_was_tried_is_told(sandbox: Sandbox) -> None:
    sandbox.ledger.set_balance("picwish", 0)
    ended = route("chelsea.jpg --json")
    assert ended.exit_code == 0, ended.output
    assert "chelsea.jpg: picwish: empty account: Insufficient credits\n" in ended.stderr
    line = json.loads(ended.stdout)
    assert (line["vendor"], line["end"], json.loads(line["token"])["vendor"]) == ("pilio", "done", "pilio")
    assert line["tried"] == [
        {
            "vendor": "picwish",
            "reason": "empty account",
            "error": "InsufficientCredits",
            "message": "Insufficient credits",
            "files": [],
        }
    ]
    assert (sandbox.ledger.count("picwish"), sandbox.ledger.count("pilio")) == (0, 1)


def test_an_unknown_outcome_ends_it(sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.RESET_AFTER, "picwish", "create_segmentation")
    ended = route("chelsea.jpg --json")
    assert ended.exit_code == 3
    assert json.loads(ended.stdout)["error"]["type"] == "OutcomeUnknown"
    assert (sandbox.ledger.count("picwish"), sandbox.ledger.count("pilio")) == (1, 0)


def test_a_suspect_result_is_bought_again_and_both_are_kept(sandbox: Sandbox) -> None:
    ended = route(f"noise.png chelsea.jpg {RETRY}", "pilio,picwish")
    assert ended.exit_code == 0, ended.output
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "chelsea.png",
        "noise-suspect-pilio.png",
        "noise.jpg",
    ]
    assert sorted(ended.stdout.split()) == [str(Path("out/chelsea.png")), str(Path("out/noise.jpg"))]
    assert "noise.png: pilio: failed check: nothing was cut out" in ended.stderr
    assert f"saved as {Path('out/noise-suspect-pilio.png')}" in ended.stderr
    assert (sandbox.ledger.count("picwish"), sandbox.ledger.count("pilio")) == (1, 2)


def test_a_suspect_result_that_nobody_makes_again_is_saved(sandbox: Sandbox) -> None:
    sandbox.ledger.set_balance("picwish", 0)
    ended = route(f"noise.png chelsea.jpg {RETRY} --json --jobs 1", "pilio,picwish")
    assert ended.exit_code == 0, ended.output
    line, other = map(json.loads, ended.stdout.splitlines())
    assert (line["vendor"], line["end"], json.loads(line["token"])["vendor"]) == ("pilio", "done", "pilio")
    assert (line["error"], other["end"]) == (None, "done")
    assert line["files"] == [str(Path("out/noise.png"))]
    assert [tried["reason"] for tried in line["tried"]] == ["failed check", "empty account"]
    assert line["tried"][0]["files"] == [str(Path("out/noise-suspect-pilio.png"))]
    assert Path("out/noise.png").read_bytes() == Path("out/noise-suspect-pilio.png").read_bytes()
    assert (sandbox.ledger.count("picwish"), sandbox.ledger.count("pilio")) == (0, 2)


def test_an_unknown_outcome_after_a_suspect_result_ends_it(sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.RESET_AFTER, "picwish", "create_segmentation")
    ended = route(f"noise.png {RETRY} --json", "pilio,picwish")
    assert ended.exit_code == 3
    assert Path("out/noise-suspect-pilio.png").exists(), "it is paid for"
    assert not Path("out/noise.png").exists()


@pytest.mark.parametrize(
    ("words", "vendor", "said"),
    [
        ("-", "picwish,pilio", "stdin can be read only once"),
        ("chelsea.jpg", "picwish,nobody", "nobody"),
        ("chelsea.jpg", "picwish,pilio,picwish", "--vendor names a vendor twice"),
        ("chelsea.jpg -O crop=true", "picwish,pilio", "pilio has no option 'crop'"),
        ("chelsea.jpg --on-suspect retry-elsewhere --no-wait", "picwish,pilio", "exclude each other"),
        ("chelsea.jpg noise.png -O filename=a.png", "picwish,pilio", "filename is for one source"),
        ("", "picwish,pilio", "remove-background needs a SOURCE"),
    ],
)
def test_wrong_use_is_refused_and_nothing_is_bought(
    sandbox: Sandbox, words: str, vendor: str, said: str
) -> None:
    ended = route(words, vendor)
    assert ended.exit_code == 2, ended.output
    assert said in ended.stderr
    assert not sandbox.ledger.entries


def test_a_dry_run_buys_nothing(sandbox: Sandbox) -> None:
    ended = route("chelsea.jpg noise.png --dry-run")
    assert (ended.exit_code, ended.stdout.splitlines()) == (
        0,
        [
            "remove-background: 2 tasks, each at the first vendor that takes it",
            "  PicWish: 2 credits, if it takes all",
            "  Pilio: 2 credits, if it takes all",
        ],
    )
    assert not sandbox.requests


def test_a_dry_run_says_who_would_refuse_what(sandbox: Sandbox) -> None:
    Path("fake.jpg").write_text("no picture")
    with Image.open("chelsea.jpg") as photo:
        photo.save("scan.tiff")
    ended = route("chelsea.jpg fake.jpg scan.tiff --dry-run")
    assert ended.stdout.splitlines() == [
        "remove-background: 2 tasks, each at the first vendor that takes it",
        "  PicWish: 2 credits, if it takes all",
        "  Pilio: 1 credit, if it takes the 1 within its limits",
        "  fake.jpg: it is not a JPEG (its content does not match its extension)",
        (
            "  scan.tiff: not at Pilio: image: it is a tiff file; allowed are jpg, jpeg, png, webp, heic: --prepare auto "
            "sends a copy that fits"
        ),
    ]
    assert "  Pilio: takes none of them\n" in route("scan.tiff --dry-run").stdout
    prepared = route("chelsea.jpg fake.jpg scan.tiff --dry-run --prepare auto")
    assert "  Pilio: 2 credits, if it takes all\n" in prepared.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process")
def test_an_interrupted_command_asks_no_further_vendor(sandbox: Sandbox) -> None:
    sandbox.ledger.set_balance("picwish", 0)
    slow = sandbox.faults.add(FaultKind.LATENCY, "picwish", "create_segmentation", seconds=6)
    roots = [
        str(Path(package.__file__).parents[1]),
        *(path for path in sys.path if path.endswith("generated")),
    ]
    words = "route remove-background chelsea.jpg --vendor picwish,pilio -o out"
    process = subprocess.Popen(
        [sys.executable, "-m", "safelight", *words.split()],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(roots)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        until(lambda: slow.struck)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    finally:
        process.kill()
    assert process.returncode == 130, said
    assert not [one for one in sandbox.requests if one.vendor == "pilio"]
