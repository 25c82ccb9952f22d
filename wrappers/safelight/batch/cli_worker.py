"""``safelight batch worker``: work on what others enqueue."""

from __future__ import annotations

import time
from functools import partial

import attrs
import click
import sqlalchemy as sa

from safelight.batch.batches import Batch
from safelight.batch.cli import SANDBOX_URL, database_option, terminable
from safelight.batch.cli_run import UNWRITTEN, code_of, start_over
from safelight.batch.database import database_url as resolve_url
from safelight.batch.database import is_sqlite, opened
from safelight.batch.outages import AWAY, looked
from safelight.batch.progress import Progress
from safelight.batch.store import Counts, Store
from safelight.batch.worker import Worker
from safelight.cli.access import sandbox_clients
from safelight.cli.main import INTERRUPTED
from safelight.cli.reporting import FAILED, give_up
from safelight.cli.settings import sandbox_option, verbose_option, wants_sandbox
from safelight.errors import SafelightError

NOT_SHARED = (
    "this sandbox is inside this command, and workers of a shared database cannot see each other's tasks, nor what ended "
    "with an earlier one: start one for all with safelight sandbox"
)


def worker_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "worker",
        params=[
            database_option(),
            click.Option(
                ["--address"],
                default="shared",
                show_default=True,
                metavar="NAME",
                help="Names the IP address that calls leave from: workers of one name share limits that a vendor "
                "counts by address.",
            ),
            click.Option(["--until-done"], is_flag=True, help="End when every batch is finished."),
            click.Option(["-q", "--quiet"], is_flag=True, help="No progress."),
            sandbox_option(),
            verbose_option(),
        ],
        callback=_worker,
        short_help="Work on what others enqueue.",
        help="Take items from a shared database until Ctrl-C. Start as many as you like, on as many machines.",
    )


def _worker(*, database_url: str | None, address: str, until_done: bool, quiet: bool, sandbox: bool) -> None:
    sandboxed = sandbox or wants_sandbox(click.get_current_context())
    try:
        own = database_url is None and sandboxed
        if own:
            database_url = SANDBOX_URL
        with (
            Progress(quiet=quiet) as progress,
            sandbox_clients(sandboxed=sandboxed, warn=progress.warn) as clients,
            terminable(),
            opened(resolve_url(database_url)) as engine,
        ):
            if clients and is_sqlite(engine):
                for row in Store(engine).batches():
                    start_over(Batch(engine, row.id), progress, unclear=own)
            elif clients:
                progress.say(NOT_SHARED)
            with Worker(engine, address=address, clients=clients) as worker:
                progress.say(f"worker {worker.name}; Ctrl-C ends it, and loses nothing")
                counts = _all(engine)
                while not worker.stopping:
                    counts = looked(partial(_all, engine), counts)
                    progress.wait(worker.waits)
                    progress.show(counts)
                    if until_done and counts.finished:
                        raise click.exceptions.Exit(code_of(counts))
                    time.sleep(1.0)
                progress.warn(f"stopped: {worker.stop_reason}")
    except KeyboardInterrupt:
        if AWAY.since is not None and not quiet:
            click.echo(f"ended while the database is away; {UNWRITTEN}", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except SafelightError as error:
        give_up(error)
    raise click.exceptions.Exit(FAILED)


def _all(engine: sa.Engine) -> Counts:
    store = Store(engine)
    counts = [store.counts(row.id) for row in store.batches()]
    return Counts(*(sum(getattr(one, field.name) for one in counts) for field in attrs.fields(Counts)))
