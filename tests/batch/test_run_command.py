"""How a run is ordered and what it shows: an operation's own options, the place of results, the bar, the failures."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from batch_support import environment, safelight
from safelight.batch import Batch
from safelight.batch.progress import Progress
from safelight.batch.store import Counts
from safelight.sandbox import Sandbox
from safelight.sandbox.faults import FaultKind
from support.waiting import HANG

UPSCALE = "batch run photos --vendor pilio --operation upscale"


def test_the_options_of_an_operation_are_those_of_its_own_command(folder: Path, sandbox: Sandbox) -> None:
    assert safelight(f"{UPSCALE} --type 2X --no-enhance-face -o out -q").exit_code == 0
    with Batch.open() as batch:
        assert [item.options for item in batch.items()] == [{"type": "2X", "enhance_face": False}] * 2
    again = safelight(f"{UPSCALE} -O type=2X -O enhance_face=false -o out")
    assert again.exit_code == 0
    assert "2 done already" in again.stderr, "the same batch, however its options are written"
    assert len(sandbox.ledger.entries) == 2


def test_help_lists_the_options_of_the_operation() -> None:
    shown = safelight(f"{UPSCALE} --help").stdout
    assert "--enhance-face / --no-enhance-face" in shown
    assert "--max-credits" in shown
    assert "--filename" not in shown, "it would name all results alike"
    assert "--enhance-face" not in safelight("batch run --help").stdout


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (f"{UPSCALE} --presett hd", "Did you mean '--preset'?"),
        (f"{UPSCALE} -O presett=hd -o out", "has no parameter 'presett'. Did you mean 'preset'?"),
        (
            "batch run photos --preset hd",
            "Options of an operation need --vendor and --operation beside them.",
        ),
    ],
)
def test_a_wrong_option_is_answered_with_the_right_one(
    folder: Path, sandbox: Sandbox, words: str, answer: str
) -> None:
    result = safelight(words)
    assert result.exit_code == 2
    assert answer in result.stderr


def test_results_go_nowhere_unasked(folder: Path, sandbox: Sandbox) -> None:
    refused = safelight(f"{UPSCALE} --type 2X")
    assert refused.exit_code == 2
    assert [path.name for path in folder.iterdir()] == ["photos"]
    command = refused.stderr.splitlines()[-1].strip()
    assert command == f"safelight {UPSCALE} --type 2X -o upscale/"
    done = safelight(command.removeprefix("safelight "))
    assert done.exit_code == 0, done.stderr
    assert "2 of 2 done, at most 18 credits; results are in upscale/" in done.stderr
    assert sorted(path.name for path in (folder / "upscale").iterdir()) == ["a.png", "b.png"]


def test_a_batch_that_was_begun_without_a_place_goes_on(folder: Path, sandbox: Sandbox) -> None:
    assert safelight(f"{UPSCALE} -o . -q").exit_code == 0
    again = safelight(UPSCALE)
    assert again.exit_code == 0, again.stderr
    assert len(sandbox.ledger.entries) == 2


def test_a_failure_is_told_once_with_its_reason(folder: Path, sandbox: Sandbox) -> None:
    (folder / "photos" / "notes.jpg").write_text("no picture")
    result = safelight(f"{UPSCALE} -o out --batch b")
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if "notes.jpg" in line]
    assert len(told) == 1
    assert told[0].startswith(f"{folder}/photos/notes.jpg: failed: ")
    assert "nothing is bought" not in result.stderr
    assert "  1 failed: safelight batch retry --failed --batch b, then the same command\n" in result.stderr
    again = safelight(f"{UPSCALE} -o out --batch b -q")
    assert "notes.jpg" in again.stderr, "told at the end where nothing else is"


def test_hints_name_the_sandbox_in_a_word(folder: Path, sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.TASK_FAILURE, "pilio", "upscale_image", times=None)
    result = safelight(f"{UPSCALE} -o out --batch b --sandbox")
    assert "safelight batch retry --failed --batch b --sandbox, then" in result.stderr
    assert safelight("batch retry --failed --batch b --sandbox").exit_code == 0


@pytest.mark.integration
@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX")
def test_a_terminal_shows_a_bar_and_what_is_in_flight(folder: Path, sandbox: Sandbox) -> None:
    import pty  # noqa: PLC0415 - not on Windows

    sandbox.task_seconds = 60.0  # of the sandbox's clock: the tasks last until they were seen
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "safelight", *shlex.split(f"{UPSCALE} -o out")]
    variables = {**environment(sandbox.environment()), "TERM": "xterm-256color", "COLUMNS": "100"}
    process = subprocess.Popen(words, env=variables, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
        if b"in flight: " in shown:
            sandbox.clock.advance(60)
    os.close(ours)
    assert process.wait(HANG) == 0
    text = shown.decode()
    assert "in flight: " in text
    assert "a.jpg" in text
    assert "━" in text
    assert "2 of 2 done, at most 18 credits; results are in out\r\n" in text


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux's way to say that the other side is closed
        return b""


def test_elsewhere_lines_say_how_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(quiet=False) as progress:
        progress.show(Counts(total=3, done=1, failed=1, in_flight=1, credits=2.0), ["a.jpg"])
    assert capsys.readouterr().err == "1/3 done  1 failed  1 in flight  at most 2 credits\n"
