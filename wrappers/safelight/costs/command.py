"""``safelight costs``: what was bought, as a table, CSV or JSON."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence

import attrs
import click

from safelight.cli.reporting import give_up
from safelight.cli.settings import wants_sandbox
from safelight.cli.tables import Column, print_table
from safelight.core.base.redact import printable
from safelight.costs.collecting import collect
from safelight.costs.reconciling import reconcile_command, source_options
from safelight.costs.rows import GROUPS, Row, rows_of
from safelight.errors import SafelightError

UNKNOWN = "unknown"


def costs_command() -> click.Command:
    """Make the command."""
    return click.Group(
        "costs",
        invoke_without_command=True,
        commands=[reconcile_command()],
        params=[
            click.Option(
                ["--by"],
                type=click.Choice(list(GROUPS)),
                default="week",
                show_default=True,
                help="What to add up by.",
            ),
            click.Option(["--csv", "as_csv"], is_flag=True, help="Print CSV; an empty cell is unknown."),
            click.Option(["--json", "as_json"], is_flag=True, help="Print a line of JSON for each row."),
            *source_options(),
        ],
        callback=_costs,
        short_help="Show what was bought, what it costs, and what is in doubt.",
        help="Show what was bought: by commands, which write every purchase to a ledger beside the profile file, and by "
        "the batches of a database. Asks no vendor.\n\nExpected and at most are by the documented prices. What was "
        "charged is known after reconcile. Purchases without a published price are counted, and not taken as 0.",
        epilog="\b\nExamples:\n"
        "  safelight costs --by operation\n"
        "  safelight costs --by folder --csv > costs.csv\n"
        "  safelight costs reconcile statement.csv --vendor pilio",
    )


def _costs(*, by: str, as_csv: bool, as_json: bool, database_urls: tuple[str, ...], sandbox: bool) -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is not None:
        return
    if as_csv and as_json:
        raise click.UsageError("--csv and --json are two formats: pass one.")
    try:
        sandbox = sandbox or wants_sandbox(context)
        found = collect(database_urls, sandbox=sandbox)
    except SafelightError as error:
        give_up(error)
    for note in found.notes:
        click.echo(f"note: {printable(note)}", err=True)
    rows = rows_of(found.entries, by)
    if as_json:
        for row in rows:
            click.echo(json.dumps({by: row.group, **attrs.asdict(row, filter=_is_not_group)}))
    elif as_csv:
        _print_csv(rows, by)
    elif rows:
        _print_table(rows, by)
    else:
        click.echo(f"nothing was bought yet{' in a sandbox' if sandbox else ''}", err=True)


def _is_not_group(attribute: attrs.Attribute[object], _: object) -> bool:
    return attribute.name != "group"


def _print_csv(rows: Sequence[Row], by: str) -> None:
    names = [field.name for field in attrs.fields(Row) if field.name != "group"]
    names = [name for name in names if name != by]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([by, *names])
    for row in rows:
        values = [getattr(row, name) for name in names]
        writer.writerow(
            [row.group, *(f"{value:g}" if isinstance(value, float) else value for value in values)]
        )


def _print_table(rows: Sequence[Row], by: str) -> None:
    columns: dict[str, Column] = {by.capitalize(): {}, "Vendor": {"no_wrap": True}}
    for name in ("Purchases", "Expected", "At most", "Charged", "In doubt"):
        columns[name] = {"justify": "right"}
    groups = [
        [printable(row.group)] if by == "vendor" else [printable(row.group), row.vendor] for row in rows
    ]
    print_table(columns, [[*group, *_cells(row)] for group, row in zip(groups, rows, strict=True)])


def _cells(row: Row) -> list[str]:
    charged = UNKNOWN if row.charged is None else f"{row.charged:g}"
    if row.charged is not None and row.stated < row.purchases:
        charged += f" ({row.stated} of {row.purchases})"
    return [
        str(row.purchases),
        _credits(row.expected, row.unpriced) if row.purchases else "-",
        _credits(row.most, row.unpriced) if row.purchases else "-",
        charged if row.purchases else "-",
        f"{row.doubt}, up to {_credits(row.doubt_most, row.doubt_unpriced)}" if row.doubt else "-",
    ]


def _credits(total: float | None, unpriced: int) -> str:
    """A sum of credits, and how many prices are not in it."""
    if total is None:
        return UNKNOWN
    return f"{total:g} + {unpriced} {UNKNOWN}" if unpriced else f"{total:g}"
