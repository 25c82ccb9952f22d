"""``safelight batch``: folders and catalogues from the command line."""

from __future__ import annotations

import json
import shlex
import signal
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from types import FrameType
from typing import ClassVar, cast

import click

from safelight.cli.groups import Commands, LazyGroup
from safelight.cli.settings import sandbox_option
from safelight.errors import ConfigurationError
from safelight.extras import install_hint

SANDBOX_URL = "sqlite:///safelight-batch-sandbox.sqlite"
"""The database of ``--sandbox``, apart from the one of what is paid."""

EPILOG = """\b
Examples:
  safelight batch run photos/ --vendor picwish \\
      --operation remove-background -o cutouts/
  safelight batch run items.jsonl --vendor pilio \\
      --operation upscale -O type=2X -o large/
  safelight batch run 'raw/**/*.png' --vendor claid \\
      --operation upscale -o large/ --dry-run
  safelight batch worker --database-url postgresql://user@host/batches

The database is safelight-batch.sqlite in this folder (with --sandbox,
safelight-batch-sandbox.sqlite), or --database-url, or SAFELIGHT_DATABASE_URL.

Exit codes: 0 all done; 1 something failed or is left; 2 wrong use; 3 something
is in doubt; 4 results are held for review; 130 interrupted.
"""


_RUN, _WORKER, _ORDERS = (f"safelight.batch.cli_{name}" for name in ("run", "worker", "orders"))
_REVIEW = "safelight.review.command"


class BatchGroup(LazyGroup):
    """Commands that need the packages of an extra."""

    LAZY: ClassVar[Commands] = {
        name: (f"{module}:{name}_command", text)
        for name, module, text in (
            ("run", _RUN, "Run an operation on many sources; again after a crash, it goes on."),
            ("worker", _WORKER, "Work on what others enqueue, on a shared database."),
            ("status", _ORDERS, "Show how batches stand."),
            ("retry", _ORDERS, "Let failed or held items start again."),
            ("doubt", _ORDERS, "List what may have been charged without a result."),
            ("cancel", _ORDERS, "Cancel what is not bought yet."),
            ("prune", _ORDERS, "Remove records of what is finished."),
            ("report", _ORDERS, "Write a report with pictures before and after."),
            ("review", _REVIEW, "Look at the results in a browser, and accept, reject or redo them."),
        )
    }

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name in self.LAZY and find_spec("dbos") is None:
            raise click.ClickException(f"batches need dbos: {install_hint('batch')}")
        return super().get_command(ctx, cmd_name)


def batch_command() -> click.Command:
    """Make the command group."""
    return BatchGroup(
        "batch",
        params=[sandbox_option()],
        help="Run folders and catalogues: each picture is paid once, also through crashes.",
        epilog=EPILOG,
        no_args_is_help=True,
    )


def database_option() -> click.Option:
    """``--database-url``."""
    return click.Option(
        ["--database-url", "--database", "database_url"],
        metavar="URL",
        envvar="SAFELIGHT_DATABASE_URL",
        help="postgresql://..., or a SQLite file.  [default: safelight-batch.sqlite]",
    )


def batch_option() -> click.Option:
    """``--batch``."""
    return click.Option(["--batch"], metavar="NAME", help="Which batch.  [default: the newest]")


def where(batch: str, url: str | None) -> str:
    """The options that lead a further command to this batch; an address that may hold a password is left out."""
    words = ["--batch", batch]
    if url == SANDBOX_URL:
        words.append("--sandbox")
    elif url is not None and "postgres" not in url:
        words += ["--database-url", url]
    return shlex.join(words)


@contextmanager
def terminable() -> Generator[None, None, None]:
    """Let the signal that service managers send end a command as Ctrl-C does."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def read_option(text: str) -> tuple[str, object]:
    """``name=value`` of ``-O``: JSON where the value is some, else text.

    Raises:
        ConfigurationError: There is no ``=``.
    """
    name, equals, value = text.partition("=")
    if not equals:
        raise ConfigurationError(f"-O {text}: an option is NAME=VALUE", field="options")
    try:
        return name.replace("-", "_"), cast("object", json.loads(value))
    except ValueError:
        return name.replace("-", "_"), value
