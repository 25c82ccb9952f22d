"""Entry point: starts the command line, or says which packages it lacks."""

from __future__ import annotations

import sys
from importlib.util import find_spec

EXTRA_PACKAGES = ("click", "rich")
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells expect it."""


def main() -> int:
    """Run the command line with the process's arguments; returns the exit code where click does not exit."""
    missing = [package for package in EXTRA_PACKAGES if find_spec(package) is None]
    if missing:
        names = " and ".join(missing)
        sys.stderr.write(f"error: the command line needs {names}: pip install 'safelight[cli]'\n")
        return 2
    try:
        from safelight.cli.app import cli  # noqa: PLC0415 - the packages of an extra

        cli.main(prog_name="safelight")
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        return INTERRUPTED
    return 0
