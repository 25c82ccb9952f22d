"""The live display: a moving line for each source at work, a lasting one for each that is finished."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Self

from rich.console import Console, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from safelight.cli.display import Display, Row, seconds
from safelight.core.base.redact import printable

FRAMES_PER_SECOND = 10
LABEL_WIDTH = 40
BAR_WIDTH = 16
WIDE = 76
"""Columns that a terminal needs for bars."""
OTHERS_WIDE, OTHERS_NARROW = 52, 41
"""Columns that everything but the name takes, with bars and without."""
TIME_WIDTH = 8
GAP = 2
SHORTEST_LABEL = 8
"""Columns of a name; where there is not even room for them, the time gives way."""
GOOD_ENDS = ("done", "created", "skipped")


class LiveDisplay(Display):
    """Draws on stderr, which must be a terminal.

    Args:
        count: How many sources there will be.
    """

    def __init__(self, count: int) -> None:
        self._console = Console(file=sys.stderr, highlight=False)
        self._rows: list[_LiveRow] = []
        self._count = count
        self._ended = 0
        self._began = time.monotonic()
        self._spinner = Spinner("dots")
        self._live = self._new_live()

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._live.stop()

    def row(self, label: str) -> Row:
        """A moving line."""
        row = _LiveRow(label, self)
        self._rows.append(row)
        return row

    def say(self, message: str) -> None:
        """Print a message above the moving lines."""
        style = "red" if "error: " in message else ""
        # Not wrapped here, so that a long command can be copied whole.
        self._console.print(Text(printable(message, "\n"), style=style), soft_wrap=True)

    def end(self, row: _LiveRow, end: str) -> None:
        """Put a lasting line in place of a moving one."""
        self._rows.remove(row)
        self._ended += 1
        style = "green" if end in GOOD_ENDS else "red"
        line = Text.assemble((end, style), f"  {row.label}  ", (seconds(row.elapsed), "dim"))
        self._console.print(line, soft_wrap=True)

    @contextmanager
    def aside(self) -> Generator[None, None, None]:
        """Take the moving lines away: stdout may be the same terminal."""
        self._live.stop()
        try:
            yield
        finally:
            # A new one, for the old one would erase as many lines as it drew last.
            self._live = self._new_live()
            self._live.start()

    def _new_live(self) -> Live:
        return Live(
            get_renderable=self._table,
            console=self._console,
            refresh_per_second=FRAMES_PER_SECOND,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def _table(self) -> Table:
        wide = self._console.width >= WIDE
        others = OTHERS_WIDE if wide else OTHERS_NARROW
        timed = self._console.width >= others + SHORTEST_LABEL
        if not timed:
            others -= TIME_WIDTH + GAP
        label = min(LABEL_WIDTH, max(SHORTEST_LABEL, self._console.width - others))
        table = Table.grid(padding=(0, GAP, 0, 0))
        table.add_column(width=1)
        table.add_column(width=label)
        table.add_column(width=18, style="cyan")
        if timed:
            table.add_column(width=TIME_WIDTH, justify="right", style="dim")
        table.add_column(width=BAR_WIDTH if wide else 5, no_wrap=True)
        for row in list(self._rows):
            name = Text(_end_of(row.label, label), no_wrap=True)
            phase = Text(row.phase, no_wrap=True, overflow="ellipsis")
            time_spent = [seconds(row.elapsed)] if timed else []
            table.add_row(self._spinner, name, phase, *time_spent, _share(row.progress, wide=wide))
        if self._count > 1:
            part = _share(100.0 * self._ended / self._count, wide=wide)
            name = Text(f"{self._ended} of {self._count}")
            time_spent = [seconds(time.monotonic() - self._began)] if timed else []
            table.add_row("", name, "", *time_spent, part)
        return table


class _LiveRow(Row):
    def __init__(self, label: str, display: LiveDisplay) -> None:
        super().__init__(label)
        self._display = display
        self.progress: float | None = None
        self.phase = ""

    def show(self, phase: str, progress: float | None = None) -> None:
        self.phase, self.progress = phase, progress

    def close(self, end: str) -> None:
        self._display.end(self, end)


def _share(percent: float | None, *, wide: bool) -> RenderableType:
    """A bar, or a number where there is no room for one; nothing where the vendor tells no percentage."""
    if percent is None:
        return ""
    return ProgressBar(total=100.0, completed=percent, width=BAR_WIDTH) if wide else f"{percent:3.0f} %"


def _end_of(label: str, width: int) -> str:
    """The end of a long path, where its file name is."""
    return label if len(label) <= width else f"…{label[1 - width :]}"
