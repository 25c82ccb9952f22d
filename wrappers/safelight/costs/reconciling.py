"""``safelight costs reconcile``: what a vendor's statement and the known purchases say of each other."""

from __future__ import annotations

import shlex
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import click

from safelight.cli.reporting import FAILED, give_up
from safelight.cli.settings import VendorChoice, wants_sandbox
from safelight.cli.vendors import VENDORS, command_name
from safelight.core.base.redact import PATH, brief, printable
from safelight.core.base.texts import counted, listed
from safelight.costs.collecting import collect
from safelight.costs.entries import CENT, Entry
from safelight.costs.ledger import append, ledger_path
from safelight.costs.statement import Charge, Reconciled, read_statement, reconcile
from safelight.errors import ConfigurationError, SafelightError

WITHIN = 600.0


def source_options() -> list[click.Parameter]:
    """The options that say whose purchases are meant."""
    return [
        click.Option(
            ["--database-url", "--database", "database_urls"],
            multiple=True,
            metavar="URL",
            help="Database of batches; may be repeated.  [default: SAFELIGHT_DATABASE_URL or safelight-batch.sqlite]",
        ),
        click.Option(
            ["--sandbox", "sandbox"],
            is_flag=True,
            help="Take purchases from a sandbox, which cost nothing and are left out otherwise.",
        ),
    ]


def reconcile_command() -> click.Command:
    """Make the command."""
    dates = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"])
    return click.Command(
        "reconcile",
        params=[
            click.Argument(["statement"], metavar="STATEMENT.csv"),
            click.Option(
                ["--vendor"],
                type=VendorChoice(),
                help="Whose statement it is.  [default: the only one with purchases]",
            ),
            click.Option(["--settle"], is_flag=True, help="Write what the statement says to the ledger."),
            click.Option(["--date-column"], metavar="HEADER", help="The column of dates or times."),
            click.Option(["--id-column"], metavar="HEADER", help="The column of task ids."),
            click.Option(["--amount-column"], metavar="HEADER", help="The column of credits."),
            click.Option(
                ["--date-format"],
                metavar="FORMAT",
                help="How dates are written, such as '%d/%m/%Y %H:%M'.  [default: ISO 8601, or seconds since 1970]",
            ),
            click.Option(
                ["--within"],
                type=click.FloatRange(min=0),
                default=WITHIN,
                show_default=True,
                metavar="SECONDS",
                help="Purchases in doubt match a charge at most so far away in time.",
            ),
            click.Option(
                ["--from", "since"],
                type=dates,
                metavar="DATE",
                help="Where the statement begins, by local time.  [default: its first row]",
            ),
            click.Option(
                ["--to", "until"],
                type=dates,
                metavar="DATE",
                help="Where it ends, by local time.  [default: its last row]",
            ),
            *source_options(),
        ],
        callback=_reconcile,
        short_help="Compare purchases with a vendor's statement.",
        help="Compare purchases with a vendor's statement, a CSV file with a row for each charge. Purchases are matched by "
        "the task's id; those in doubt, which have none, by time and price. Buys nothing, and writes only with "
        "--settle.\n\nEnds with 1 if something does not agree.",
        epilog="\b\nExamples:\n"
        "  safelight costs reconcile november.csv --vendor pilio\n"
        "  safelight costs reconcile november.csv --vendor pilio --from 2026-11-01 --to 2026-12-01 --settle",
    )


def _reconcile(
    *,
    statement: str,
    vendor: str | None,
    settle: bool,
    date_column: str | None,
    id_column: str | None,
    amount_column: str | None,
    date_format: str | None,
    within: float,
    since: datetime | None,
    until: datetime | None,
    database_urls: tuple[str, ...],
    sandbox: bool,
) -> None:
    context = click.get_current_context()
    sandbox = sandbox or wants_sandbox(context)
    before = context.parent.params["database_urls"] if context.parent is not None else ()
    try:
        columns = {"date": date_column, "id": id_column, "amount": amount_column}
        charges = read_statement(statement, columns, date_format)
        found = collect(database_urls or before, sandbox=sandbox)
        vendor = vendor or _only_vendor(found.entries)
        result = reconcile(
            [entry for entry in found.entries if entry.vendor == vendor],
            charges,
            within=within,
            since=None if since is None else since.timestamp(),
            until=None if until is None else until.timestamp(),
        )
    except SafelightError as error:
        give_up(error)
    for note in found.notes:
        click.echo(f"note: {printable(note)}", err=True)
    click.echo(f"{VENDORS[vendor].title}, {brief(statement, PATH)}: {len(charges)} charges")
    for line in _lines(result):
        click.echo(printable(line))
    lines = [*_settlements(result, statement)]
    if settle:
        path = ledger_path(sandbox=sandbox)
        try:
            for settlement in lines:
                append(path, settlement)
        except OSError as error:
            give_up(ConfigurationError(f"cannot write to the ledger {path}: {error.strerror or error}"))
        click.echo(f"{len(lines)} settlements were written to {path}", err=True)
    elif lines:
        click.echo("nothing was written; --settle writes what the statement says to the ledger", err=True)
    context.exit(FAILED if result.unknown or result.missing or _differing(result) else 0)


def _only_vendor(entries: Sequence[Entry]) -> str:
    """The vendor of all purchases.

    Raises:
        ConfigurationError: There are several, or no purchases.
    """
    names = sorted({entry.vendor for entry in entries})
    if len(names) != 1:
        known = f"there are purchases from {listed(names, 'and')}" if names else "no purchase is known"
        raise ConfigurationError(f"{known}: name the vendor of the statement with --vendor", field="vendor")
    return names[0]


def _differing(result: Reconciled) -> list[tuple[Entry, Charge]]:
    """Purchases that were charged otherwise than documented."""
    return [(entry, charge) for entry, charge in result.matched if not entry.fits(charge.amount)]


def _settlements(result: Reconciled, statement: str) -> Iterator[Mapping[str, object]]:
    """What the statement says that the ledger does not hold yet."""
    common: dict[str, object] = {"at": time.time(), "by": brief(statement, PATH)}
    for entry, charge in result.matched:
        charged = charge.amount > CENT
        if entry.state == ("charged" if charged else "not charged") and (
            not charged or entry.amount == charge.amount
        ):
            continue
        end = (
            {"end": "charged", "amount": charge.amount, "task": charge.task}
            if charged
            else {"end": "not charged"}
        )
        yield {"id": entry.id, **common, **end}
    for entry in result.missing:
        if entry.state == "doubt":
            yield {"id": entry.id, **common, "end": "not charged"}


def _lines(result: Reconciled) -> Iterator[str]:
    """The comparison in words; each kind with the purchases or charges that it is about."""
    agreed = [
        charge for entry, charge in result.matched if entry.fits(charge.amount) and entry.state != "doubt"
    ]
    yield f"as expected: {len(agreed)}, which cost {sum(charge.amount for charge in agreed):g}"
    yield from _part(
        "charged otherwise than documented",
        [f"{_named(entry)}: {charge.amount:g}, not {_price(entry)}" for entry, charge in _differing(result)],
    )
    yield from _part(
        "were in doubt, and charged",
        [
            f"{_named(entry)}{f', task {charge.task}' if charge.task else ''}: {charge.amount:g}"
            for entry, charge in result.matched
            if entry.state == "doubt" and entry.fits(charge.amount)
        ],
    )
    doubts = [entry for entry in result.missing if entry.state == "doubt"]
    yield from _part("were in doubt, and not charged", list(map(_named, doubts)))
    by_batch: dict[str, list[str]] = {}
    for entry in doubts:
        if entry.batch is not None:
            by_batch.setdefault(entry.batch, []).append(entry.id.rpartition("#")[0])
    for batch, items in by_batch.items():
        words = ["safelight", "batch", "doubt", "--buy-again", "--batch", batch]
        words += [word for item in items for word in ("--item", item)]
        yield f"  to let the batch buy {'it' if len(items) == 1 else 'them'} in its next run: {shlex.join(words)}"
    yield from _part("charged, and not known here", [_charge(charge) for charge in result.unknown])
    yield from _part(
        "expected, and not charged", [_named(entry) for entry in result.missing if entry.state != "doubt"]
    )
    yield from _part(
        "still in doubt, for the statement need not list them",
        list(map(_named, result.unsettled)),
    )


def _part(title: str, found: Sequence[str]) -> Iterator[str]:
    if found:
        yield f"{title}: {len(found)}"
        yield from (f"  {line}" for line in found)


def _price(entry: Entry) -> str:
    if entry.expected == entry.most:
        return f"{entry.expected:g}"
    return f"{entry.expected:g} to {entry.most:g}"


def _named(entry: Entry) -> str:
    what = brief(entry.source, PATH) if entry.source else "no file"
    return f"{_moment(entry.at)}, {command_name(entry.operation)}, {what}"


def _charge(charge: Charge) -> str:
    parts = [f"line {charge.line}", counted(charge.amount, "credit")]
    parts += [] if charge.at is None else [_moment(charge.at)]
    parts += [] if charge.task is None else [f"task {brief(charge.task)}"]
    return ", ".join(parts)


def _moment(at: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(at))
