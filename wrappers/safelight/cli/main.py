"""Entry point: starts the command line, or says which packages it lacks."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from safelight.cli.output import failure_of_stdout, use_lasting_streams

EXTRA_PACKAGES = ("click", "rich")
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells expect it."""


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
        sys.stderr.write(f"error: the command line needs {names}: pip install 'safelight[cli]'\n")
        return 2
    try:
        from safelight.cli.app import cli  # noqa: PLC0415 - the packages of an extra

        cli.main(prog_name="safelight")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        return INTERRUPTED
    return 0
