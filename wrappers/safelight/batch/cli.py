"""``safelight batch``: folders and catalogues from the command line."""

from __future__ import annotations

import json
import shlex
from importlib.util import find_spec
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


class BatchGroup(LazyGroup):
    """Commands that need the packages of an extra."""

    LAZY: ClassVar[Commands] = {
        "run": (
            "safelight.batch.cli_run:run_command",
            "Run an operation on many sources; again after a crash, it goes on.",
        ),
        "worker": (
            "safelight.batch.cli_worker:worker_command",
            "Work on what others enqueue, on a shared database.",
        ),
        "status": ("safelight.batch.cli_orders:status_command", "Show how batches stand."),
        "retry": ("safelight.batch.cli_orders:retry_command", "Let failed or held items start again."),
        "doubt": (
            "safelight.batch.cli_orders:doubt_command",
            "List what may have been charged without a result.",
        ),
        "cancel": ("safelight.batch.cli_orders:cancel_command", "Cancel what is not bought yet."),
        "prune": ("safelight.batch.cli_orders:prune_command", "Remove records of what is finished."),
        "report": (
            "safelight.batch.cli_orders:report_command",
            "Write a report with pictures before and after.",
        ),
        "review": (
            "safelight.review.command:review_command",
            "Look at the results in a browser, and accept, reject or redo them.",
        ),
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
