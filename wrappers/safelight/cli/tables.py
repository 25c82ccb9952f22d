"""Tables for people: on a terminal, and in a pipe that asked for no other form."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypedDict

PIPE_COLUMNS = 100
"""Width of a table where no terminal says its own."""


class Column(TypedDict, total=False):
    """How a column looks, in rich's words."""

    justify: Literal["right"]
    no_wrap: bool
    style: str


def print_table(columns: Mapping[str, Column], rows: Iterable[Sequence[str]]) -> None:
    """Print rows of texts below the titles of their columns."""
    from rich.console import Console  # noqa: PLC0415 - costs a pipe nothing
    from rich.table import Table  # noqa: PLC0415 - same
    from rich.text import Text  # noqa: PLC0415 - same

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for title, options in columns.items():
        table.add_column(title, overflow="fold", **options)
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_COLUMNS).print(table)
