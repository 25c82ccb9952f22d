"""``safelight operations``: what every vendor can do."""

from __future__ import annotations

import sys
from typing import NamedTuple

import click

from safelight.cli.output import json_line
from safelight.cli.settings import VendorChoice
from safelight.cli.tables import Column, print_table
from safelight.cli.vendors import VENDORS, command_name
from safelight.cli.wording import summary, worded


def operations_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "operations",
        params=[
            click.Argument(["vendors"], nargs=-1, type=VendorChoice(), metavar="[VENDOR]..."),
            click.Option(
                ["--json", "json_"], is_flag=True, help="Print a line of JSON for each, with its price."
            ),
        ],
        callback=_list,
        short_help="List the operations of all vendors.",
        help="List the operations of all vendors, or of those named. Into a pipe: one a line, separated by tabs.",
    )


class Line(NamedTuple):
    """What is told of an operation; the price only in JSON."""

    vendor: str
    operation: str
    summary: str
    price: str


def _list(vendors: tuple[str, ...], *, json_: bool) -> None:
    lines: list[Line] = []
    for name in vendors or VENDORS:
        facts = VENDORS[name].facts
        for key, method in [*sorted(facts.methods.items()), *sorted(facts.calls.items())]:
            said, price = (worded(text, method.parameters) for text in (method.summary, method.price_text))
            lines.append(Line(name, command_name(key), said, price))
        for key, listing in VENDORS[name].listings().items():
            lines.append(Line(name, command_name(key), summary(listing.__doc__), "Costs nothing."))
    if sys.stdout.isatty() and not json_:
        _table(lines)
        return
    for line in lines:
        click.echo(json_line(line._asdict()) if json_ else "\t".join(line[:3]))


def _table(lines: list[Line]) -> None:
    last = ""
    rows: list[tuple[str, str, str]] = []
    for line in lines:
        rows.append(("" if line.vendor == last else line.vendor, line.operation, line.summary))
        last = line.vendor
    whole: Column = {"no_wrap": True}
    print_table({"Vendor": {**whole, "style": "cyan"}, "Operation": whole, "What it does": {}}, rows)
