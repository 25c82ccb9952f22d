"""``safelight batch status``, ``retry``, ``doubt``, ``cancel``, ``prune`` and ``report``."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import attrs
import click

from safelight.batch.batches import Batch
from safelight.batch.cli import SANDBOX_URL, batch_option, database_option, where
from safelight.batch.database import database_url as resolve_url
from safelight.batch.database import opened
from safelight.batch.moves import Moves
from safelight.batch.orders import paid_again
from safelight.batch.progress import Progress, items_text
from safelight.batch.records import Item
from safelight.batch.states import RETRIED
from safelight.batch.store import Store
from safelight.batch.verdicts import Verdicts
from safelight.cli.reporting import give_up
from safelight.cli.settings import wants_sandbox
from safelight.cli.wording import on_command_line
from safelight.core.base.homes import expanded
from safelight.core.base.redact import printable
from safelight.core.base.texts import counted
from safelight.core.base.verdict import Verdict
from safelight.errors import ConfigurationError, SafelightError

SHOWN = 50
PROBLEMS = ("failed", "held", "doubt", "buying", "bought")
"""States of items with an error; those under way have one where their results cannot be saved."""
DAY = 86_400.0
"""Seconds."""


def status_command() -> click.Command:
    """Make the command."""
    return command(
        "status",
        _status,
        "Show how the batches of a database stand; any process may ask, at any time.",
        click.Option(
            ["--problems"], is_flag=True, help="List what failed, is held, in doubt or suspect, and why."
        ),
        click.Option(["--checks"], is_flag=True, help="List the check of every result, with its figures."),
        click.Option(["--json", "as_json"], is_flag=True, help="One line of JSON a batch."),
    )


def retry_command() -> click.Command:
    """Make the command."""
    return command(
        "retry",
        _retry,
        "Let items start again at the next run. What was bought is fetched, not bought again, unless the vendor gave "
        "the task up.",
        click.Option(["--failed"], is_flag=True, help="Those that failed."),
        click.Option(["--held"], is_flag=True, help="Those that a cap or the account held back."),
        click.Option(
            ["--missing"], is_flag=True, help="Fetch results again that were saved and are no longer there."
        ),
    )


def doubt_command() -> click.Command:
    """Make the command."""
    return command(
        "doubt",
        _doubt,
        "List what may have been charged though no answer was written down: a crash came while the order was sent, or "
        "no clear answer came. Look at the vendor's records before you pay again.",
        click.Option(["--buy-again"], is_flag=True, help="Buy them again, all or those of --item."),
        click.Option(
            ["--item", "items"], multiple=True, metavar="ID", help="Only this one; may be repeated."
        ),
    )


def cancel_command() -> click.Command:
    """Make the command."""
    return command("cancel", _cancel, "Cancel what is not bought yet. What is bought goes on.")


def prune_command() -> click.Command:
    """Make the command."""
    return command(
        "prune",
        _prune,
        "Remove the engine's records of finished items. The items stay, so the same command still knows what it paid for.",
        click.Option(
            ["--everything"],
            is_flag=True,
            help="Remove a finished batch whole: the same command would pay again.",
        ),
        click.Option(
            ["--older-than"],
            type=click.FloatRange(min=0),
            metavar="DAYS",
            help="Only what finished so many days ago, such as 30 or 0.5; of every batch, unless --batch names one.",
        ),
    )


def report_command() -> click.Command:
    """Make the command."""
    return command(
        "report",
        _report,
        "Write one HTML file: pictures before and after, times, errors and cost.",
        click.Option(["-o", "--out", "out"], default="report.html", show_default=True, metavar="FILE"),
        click.Option(
            ["--pictures"],
            type=click.IntRange(0, 1000),
            default=48,
            show_default=True,
            metavar="NUMBER",
            help="Pictures on the contact sheet.",
        ),
    )


def command(name: str, callback: Callable[..., None], text: str, *options: click.Parameter) -> click.Command:
    def chosen(*, database_url: str | None, sandbox: bool, **values: object) -> None:
        if database_url is None and (sandbox or wants_sandbox(click.get_current_context())):
            database_url = SANDBOX_URL
        callback(database_url=database_url, **values)

    # The word of the group above; here it only says which database.
    sandbox = click.Option(["--sandbox"], is_flag=True, help="Take the database of batch run --sandbox.")
    return click.Command(
        name, params=[*options, batch_option(), database_option(), sandbox], callback=chosen, help=text
    )


@contextmanager
def batch_opened(database_url: str | None, batch: str | None) -> Generator[Batch, None, None]:
    try:
        url = resolve_url(database_url)
        if url.drivername == "sqlite" and not Path(url.database or "").exists():
            raise ConfigurationError(
                f"there is no database {url.database}: safelight batch run makes one{_sandbox_advice(database_url)}"
            )
        with opened(url) as engine:
            yield Batch(engine, batch)
    except SafelightError as error:
        give_up(error)


def _sandbox_advice(database_url: str | None) -> str:
    path = resolve_url(SANDBOX_URL).database or ""
    if database_url is not None or not Path(path).exists():
        return ""
    return f". The sandbox's, {path}, is here: add --sandbox"


def _status(
    *, problems: bool, checks: bool, as_json: bool, batch: str | None, database_url: str | None
) -> None:
    with batch_opened(database_url, batch) as found:
        store = found.store
        rows = [found.row] if batch is not None else store.batches()
        progress = Progress(quiet=False)
        for row in rows:
            counts = store.counts(row.id)
            if as_json:
                values: dict[str, object] = {
                    "batch": row.id,
                    **attrs.asdict(counts),
                    "listed": row.listed,
                }
                if problems:
                    values["problems"] = [
                        _problem(item) for item in store.items(row.id, PROBLEMS) if item.error
                    ]
                    values["tried"] = [
                        {
                            **{name: getattr(item, name) for name in ("id", "state", "vendor")},
                            "source": item.shown,
                            "tried": [one.as_dict() for one in tried],
                        }
                        for item, tried in Moves(store).all(row.id)
                    ]
                if checks or problems:
                    found_checks = Verdicts(store).of(row.id, suspect=not checks)
                    values["checks"] = [_check(item, verdict) for item, verdict in found_checks]
                click.echo(json.dumps(values))
                continue
            unlisted = "" if row.listed else "  (listing was interrupted: run the same command again)"
            click.echo(f"{row.id}: {progress.line(counts)}{unlisted}")
            for line in Moves(store).summary(row.id):
                click.echo(on_command_line(f"  {line}"))
            if problems:
                for line in problem_lines(store, row.id):
                    click.echo(line)
            for item, verdict in Verdicts(store).of(row.id) if checks else ():
                figures = ", ".join(f"{name} {value:g}" for name, value in verdict.figures.items())
                click.echo(printable(f"  {item.shown}: {verdict} ({figures})"))


def _problem(item: Item) -> dict[str, object]:
    told = {name: getattr(item, name) for name in ("state", "error_kind", "error")}
    return {"id": item.id, "source": item.shown, **told}


def _check(item: Item, verdict: Verdict) -> dict[str, object]:
    return {"id": item.id, "source": item.shown, "files": item.files, **verdict.as_dict()}


def problem_lines(store: Store, batch: str, told: Collection[str] = ()) -> Iterator[str]:
    """What went wrong in a batch: how often each kind of error, and the first items that met one and are not told yet."""
    for state, kind, count in store.errors(batch):
        yield f"  {count} {state}: {kind}"
    problems = (item for item in store.items(batch, PROBLEMS) if item.error and item.id not in told)
    by_error: dict[str | None, list[Item]] = {}
    for item in islice(problems, SHOWN - len(told)):
        by_error.setdefault(item.error, []).append(item)
    for error, (first, *others) in by_error.items():
        yield on_command_line(f"  {first.shown}: {error}")
        yield from (on_command_line(f"  {item.shown}: the same") for item in others)
    for item, tried in islice(Moves(store).all(batch), 0 if told else SHOWN):
        yield on_command_line(f"  {item.shown}: {item.vendor} after {'; '.join(map(str, tried))}")
    for item, verdict in islice(Verdicts(store).of(batch, suspect=True), SHOWN):
        yield on_command_line(f"  {item.shown}: {verdict}")


def _retry(*, failed: bool, held: bool, missing: bool, batch: str | None, database_url: str | None) -> None:
    states = [name for name, chosen in (("failed", failed), ("held", held)) if chosen]
    with batch_opened(database_url, batch) as found:
        if missing:
            click.echo(
                f"missing results of {items_text(found.fetch_missing())} are fetched at the next run of {found.id}"
            )
            if not states:
                return
        states = states or list(RETRIED)
        fetched, again, total = 0, 0, 0.0
        named: list[str] = []
        for item in found.items(*states):
            if paid_again(item):
                again, total = again + 1, total + (item.credits or 0.0)
                if len(named) < SHOWN:
                    named.append(printable(on_command_line(f"  {item.shown}: {item.error}")))
            elif item.token is not None:
                fetched += 1
        count = found.retry(*states)
        click.echo(
            f"{items_text(count)} of {found.id} {'starts' if count == 1 else 'start'} again at the next run"
        )
        if fetched:
            click.echo(
                f"{fetched} {'is' if fetched == 1 else 'are'} bought already, and will only be fetched"
            )
        if again:
            click.echo(
                f"{again} will be bought again, at most {counted(total, 'credit')} by the documented prices:"
            )
            click.echo("\n".join(named))
            if again > len(named):
                click.echo(f"  and {again - len(named)} more")


def _doubt(*, buy_again: bool, items: Sequence[str], batch: str | None, database_url: str | None) -> None:
    with batch_opened(database_url, batch) as found:
        if buy_again:
            count = found.buy_again(*items)
            click.echo(
                f"{items_text(count)} {'is' if count == 1 else 'are'} bought again at the next run of {found.id}"
            )
            return
        wanted = frozenset(found.doubted(items))
        listed = False
        for item in found.items("doubt"):
            if wanted and item.id not in wanted:
                continue
            listed = True
            click.echo(
                printable(f"{item.id}  {item.vendor} {item.intent_operation or item.operation}  {item.shown}")
            )
            click.echo(printable(f"  {item.error}"))
        if listed:
            click.echo(
                f"to pay again: safelight batch doubt --buy-again {where(found.id, database_url)}", err=True
            )


def _cancel(*, batch: str | None, database_url: str | None) -> None:
    with batch_opened(database_url, batch) as found:
        click.echo(f"{items_text(found.cancel())} of {found.id} cancelled")


def _prune(
    *, everything: bool, older_than: float | None, batch: str | None, database_url: str | None
) -> None:
    seconds = None if older_than is None else older_than * DAY
    with batch_opened(database_url, batch) as found:
        every = older_than is not None and batch is None
        for name in [row.id for row in found.store.batches()] if every else [found.id]:
            chosen = Batch(found.store.engine, name)
            count = chosen.prune(everything=everything, older_than=seconds)
            gone = ", and the batch itself" if found.store.batch(name) is None else ""
            click.echo(f"records of {items_text(count)} of {name} removed{gone}")


def _report(*, out: str, pictures: int, batch: str | None, database_url: str | None) -> None:
    from safelight.batch.report import write_report  # noqa: PLC0415 - one command of six needs it

    with batch_opened(database_url, batch) as found:
        write_report(found, Path(expanded(out)), pictures)
        click.echo(out)
