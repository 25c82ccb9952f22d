"""``safelight operations``: what every vendor can do."""

from __future__ import annotations

import sys

import click

from safelight.cli.vendors import VENDORS, command_name
from safelight.cli.wording import summary, worded


def operations_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "operations",
        params=[
            click.Argument(["vendors"], nargs=-1, type=click.Choice(list(VENDORS)), metavar="[VENDOR]..."),
        ],
        callback=_list,
        short_help="List the operations of all vendors.",
        help="List the operations of all vendors, or of those named. Into a pipe: one a line, separated by tabs.",
    )


def _list(vendors: tuple[str, ...]) -> None:
    rows: list[tuple[str, str, str]] = []
    for name in vendors or VENDORS:
        facts = VENDORS[name].facts
        methods = [*sorted(facts.methods.items()), *sorted(facts.calls.items())]
        texts = [(key, worded(method.summary, method.parameters)) for key, method in methods]
        texts += [(key, summary(listing.__doc__)) for key, listing in VENDORS[name].listings().items()]
        rows += [(name, command_name(key), text) for key, text in texts]
    if sys.stdout.isatty():
        _table(rows)
    else:
        for row in rows:
            click.echo("\t".join(row))


def _table(rows: list[tuple[str, str, str]]) -> None:
    from rich.console import Console  # noqa: PLC0415 - costs a pipe nothing
    from rich.table import Table  # noqa: PLC0415 - same
    from rich.text import Text  # noqa: PLC0415 - same

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Vendor", no_wrap=True)
    table.add_column("Operation", no_wrap=True)
    table.add_column("What it does")
    last = ""
    for vendor, operation, text in rows:
        table.add_row(Text("" if vendor == last else vendor, style="cyan"), operation, Text(text))
        last = vendor
    Console(highlight=False).print(table)
