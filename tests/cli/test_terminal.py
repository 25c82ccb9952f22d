"""The live display, seen through a pseudo-terminal."""

import os
import re
import subprocess
import sys

import pytest
from support.waiting import HANG

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX"),
]

COLOR = re.compile(r"\x1b\[[0-9;]*3[0-7]m")


@pytest.fixture
def on_terminal(environment):
    """Run a command whose stderr is a terminal; what it showed there, and its stdout."""

    def run(*arguments, **variables):
        import pty  # noqa: PLC0415 - not on Windows

        ours, theirs = pty.openpty()
        words = [sys.executable, "-m", "safelight", *map(str, arguments)]
        env = {**environment, "TERM": "xterm-256color", "COLUMNS": "100", **variables}
        env = {name: value for name, value in env.items() if value}
        process = subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=theirs)
        os.close(theirs)
        shown = b""
        while True:
            try:
                chunk = os.read(ours, 65_536)
            except OSError:  # Linux's way to say that the other side is closed
                break
            if not chunk:
                break
            shown += chunk
        os.close(ours)
        out, _ = process.communicate(timeout=HANG)
        return process.returncode, shown.decode(), out.decode()

    return run


def test_live_lines(on_terminal, sandbox, photo):
    words = ("claid", "remove-background", photo, "missing.jpg", "-o", "out")
    code, shown, out = on_terminal(*words, NO_COLOR="", FORCE_COLOR="")
    assert code == 1
    assert out == f"out{os.sep}photo.png\n"
    assert "queued" in shown or "running" in shown
    assert "1 of 2" in shown
    assert "━" in shown
    assert "\x1b[2K" in shown, "lines are drawn anew in place"
    assert COLOR.search(shown)
    assert "missing.jpg: error: " in shown
    assert f"out{os.sep}photo.png" not in shown


def test_a_note_stands_above_the_live_lines(on_terminal, sandbox, photo):
    code, shown, out = on_terminal("pilio", "remove-background", photo, "-o", "cut.jpg")
    assert code == 0
    assert out == "cut.jpg\n"
    assert "note: cut.jpg holds a PNG\r\n" in shown


def test_in_a_narrow_terminal_every_line_stays_one(on_terminal, sandbox, photo):
    code, shown, _ = on_terminal(
        "claid", "remove-background", photo, "missing.jpg", "-o", "out", COLUMNS="40"
    )
    assert code == 1
    lines = [line for line in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown).splitlines() if "of 2" in line]
    assert any(line.rstrip().endswith("50 %") for line in lines)
    assert all(len(line) <= 40 for line in lines)


def test_no_color(on_terminal):
    code, shown, _ = on_terminal("picwish", "remove-background", "missing.jpg", NO_COLOR="1")
    assert code == 2
    assert "\x1b[2K" in shown
    assert not COLOR.search(shown)


def test_plain_lines_on_a_terminal_that_has_no_signs_for_bars(on_terminal):
    code, shown, _ = on_terminal("picwish", "remove-background", "missing.jpg", PYTHONIOENCODING="ascii")
    assert code == 2
    assert "missing.jpg: failed" in shown
    assert "\\u" not in shown


def test_plain_lines_on_a_dumb_terminal(on_terminal):
    code, shown, _ = on_terminal("picwish", "remove-background", "missing.jpg", TERM="dumb")
    assert code == 2
    assert "\x1b" not in shown
    assert "missing.jpg: failed" in shown
