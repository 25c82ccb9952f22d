"""Entry point: starts the command line, or says which packages it lacks."""

from __future__ import annotations

import sys

EXTRA_PACKAGES = ("click", "rich")


def main() -> int:
    """Run the command line with the process's arguments; returns the exit code where click does not exit."""
    try:
        from safelight.cli.app import cli  # noqa: PLC0415 - the packages of an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA_PACKAGES:
            raise
        sys.stderr.write(
            f"error: the command line needs {error.name}, which is not installed: pip install 'safelight[cli]'\n"
        )
        return 2
    cli.main(prog_name="safelight")
    return 0
