"""``safelight limits``: the table on a terminal, or as JSON."""

from __future__ import annotations

import json
import sys

import click

from safelight.cli.settings import VendorChoice
from safelight.cli.tables import PIPE_COLUMNS, print_table
from safelight.cli.vendors import VENDORS
from safelight.core.base.texts import did_you_mean, listed
from safelight.limits import COLUMNS, UNSTATED, as_data, notes, rows


def limits_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "limits",
        params=[
            click.Argument(["vendor"], required=False, type=VendorChoice(), metavar="[VENDOR]"),
            click.Argument(["operation"], required=False, metavar="[OPERATION]", shell_complete=_complete),
            click.Option(["--json", "json_"], is_flag=True, help="Print a line of JSON for each vendor."),
        ],
        callback=_limits,
        short_help="Show formats, sizes, rates, lifetimes and prices.",
        help=(
            "Show the documented formats, sizes, rates, lifetimes and prices of all operations, or of those of a "
            "vendor. Asks nobody."
        ),
        epilog="\b\nExamples:\n  safelight limits picwish\n  safelight limits pilio upscale --json",
    )


def _limits(vendor: str | None, operation: str | None, *, json_: bool) -> None:
    chosen: list[str] = []
    if vendor and operation:
        methods = VENDORS[vendor].facts.methods
        chosen = [operation.replace("-", "_")]
        if chosen[0] not in methods:
            names = [name.replace("_", "-") for name in methods]
            hint = did_you_mean(operation, names) or f" It has {listed(names, 'and')}."
            raise click.UsageError(f"{VENDORS[vendor].title} has no operation {operation!r}.{hint}")
    for name in [vendor] if vendor else VENDORS:
        facts = VENDORS[name].facts
        if json_:
            click.echo(json.dumps(as_data(facts, chosen)))
            continue
        _print(f"{facts.title} ({name})", [*notes(facts)], [*rows(facts, chosen)])
    if not json_:
        click.echo(UNSTATED)


def _print(title: str, notes_: list[str], cells: list[tuple[str, ...]]) -> None:
    from rich.console import Console  # noqa: PLC0415 - JSON needs no rich
    from rich.text import Text  # noqa: PLC0415 - same

    console = Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_COLUMNS)
    console.print(Text(title, style="bold cyan"))
    console.print(Text(" ".join(notes_)))
    print_table({name.capitalize(): {"no_wrap": name in ("operation", "size")} for name in COLUMNS}, cells)
    console.print()


def _complete(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    vendor = VENDORS.get(context.params.get("vendor") or "")
    names = (name.replace("_", "-") for name in (vendor.facts.methods if vendor else ()))
    return [name for name in names if name.startswith(incomplete)]
