"""``safelight sandbox``: the emulator of all vendors, for other programs on this machine."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from safelight.cli.access import sandbox_module
from safelight.cli.reporting import FAILED, give_up
from safelight.core.base.redact import brief
from safelight.errors import SafelightError

PORT = 8765


def sandbox_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "sandbox",
        params=[
            click.Option(
                ["--port"],
                type=click.IntRange(0, 65_535),
                default=PORT,
                show_default=True,
                metavar="PORT",
                help="TCP port; 0 takes a free one.",
            ),
            click.Option(
                ["--host"],
                default="127.0.0.1",
                show_default=True,
                metavar="ADDRESS",
                help="Address to listen on. With any but a local one, other machines may ask it too.",
            ),
            click.Option(
                ["--fast"],
                is_flag=True,
                help="Finish tasks at once, and keep no limits of the vendors. Clients still wait between two polls as "
                "for the vendor; safelight.testing.hurried shortens that in Python.",
            ),
            click.Option(
                ["--webhook"],
                multiple=True,
                metavar="VENDOR=URL",
                help="Tell this address when a task of Claid or YouCam ends, signed with the secret that is printed with "
                "the keys. May be given more than once.",
            ),
        ],
        callback=_serve,
        short_help="Serve the emulator of all vendors until Ctrl-C.",
        help=(
            "Serve the emulator of all vendors until Ctrl-C: no key, no credits.\n\n"
            "The variables that lead every Safelight client to it are printed on stdout, as lines for a shell."
        ),
        epilog=(
            "\b\nExamples:\n"
            "  safelight sandbox                  # and copy its lines into another shell\n"
            '  eval "$(safelight sandbox &)"      # in the background, for this shell;\n'
            "                                     # it says how to stop it\n"
            "  safelight sandbox > sandbox.env &  # and later: . ./sandbox.env"
        ),
    )


def _serve(port: int, host: str, fast: bool, webhook: Sequence[str]) -> None:  # noqa: FBT001 - click's way
    quick = {"limits": False, "task_seconds": 0.0} if fast else {}
    webhooks = {vendor: url for vendor, _, url in (word.partition("=") for word in webhook)}
    try:
        sandbox = sandbox_module().Sandbox(port, host=host, webhooks=webhooks, **quick)
    except ValueError as error:
        raise click.UsageError(f"--webhook: {error}") from None
    except SafelightError as error:
        give_up(error)
    signal.signal(signal.SIGTERM, _end)
    try:
        with sandbox:
            for name, value in sandbox.environment().items():
                click.echo(f"export {name}={shlex.quote(value)}")
            # Where stdout is read by a shell, this may well be in the background, where Ctrl-C does not reach it.
            end = "Ctrl-C ends it" if sys.stdout.isatty() else f"kill {os.getpid()} ends it"
            click.echo(f"sandbox of all vendors at {sandbox.url}; {end}", err=True)
            _let_go_of_stdout()
            sandbox.wait()
    except KeyboardInterrupt:
        return
    except (OSError, UnicodeError) as error:  # the latter for a name that none can have
        reason = getattr(error, "strerror", None) or error
        click.echo(f"error: cannot serve at {brief(host)}:{port}: {reason}", err=True)
        sys.exit(FAILED)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _let_go_of_stdout() -> None:
    """Let a shell's ``$(...)`` around this command end: it waits until nobody holds its pipe."""
    sys.stdout.flush()
    if not sys.stdout.isatty():
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.close(nothing)
