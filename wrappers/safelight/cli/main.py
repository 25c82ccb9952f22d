"""Entry point: starts the command line, or says which packages it lacks."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from safelight.cli.output import failure_of_stdout, use_lasting_streams
from safelight.extras import install_hint

EXTRA_PACKAGES = ("click", "rich")
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells expect it."""
HELP = Path(__file__).with_name("help.txt")
"""What click says to ``--help`` in 80 columns and with our vendors alone; a test tells when it does not any more."""


def main() -> int:
    """Run the command line with the process's arguments; returns the exit code."""
    use_lasting_streams()
    code = _run()
    sys.stdout.flush()
    failure = failure_of_stdout()
    if failure is None or isinstance(failure, ConnectionError):  # a reader that has enough, such as head
        return code
    sys.stderr.write(f"error: cannot write to stdout: {failure.strerror}\n")
    return code or 1


def _run() -> int:
    missing = [package for package in EXTRA_PACKAGES if find_spec(package) is None]
    if missing:
        names = " and ".join(missing)
        sys.stderr.write(f"error: the command line needs {names}: {install_hint('cli')}\n")
        return 2
    if sys.argv[1:] in (["--help"], ["-h"], ["help"]) and (written := _written_help()):
        sys.stdout.write(written)
        return 0
    try:
        from safelight.cli.app import cli  # noqa: PLC0415 - the packages of an extra

        cli.main(prog_name="safelight")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        return INTERRUPTED
    return 0


def _written_help() -> str:
    """The help that is written down, where click would say the same: it takes click three times as long."""
    from safelight.vendors import vendors  # noqa: PLC0415 - only this needs it

    stated = os.environ.get("COLUMNS", "")
    try:
        columns = int(stated) if stated.isdecimal() and int(stated) else os.get_terminal_size().columns or 80
    except OSError:  # no terminal
        columns = 80
    text = HELP.read_text("utf-8")
    listed = text.partition("Vendors:\n")[2].partition("\n\n")[0].splitlines()
    return text if columns >= 80 and [line.split()[0] for line in listed] == [*vendors()] else ""
