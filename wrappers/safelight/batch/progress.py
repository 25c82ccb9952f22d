"""How a batch stands: a bar and what is in flight on a terminal, a line every ten seconds elsewhere."""

from __future__ import annotations

import logging
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Self

import attrs
import click
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from safelight.batch.store import Counts
from safelight.batch.waits import Wait
from safelight.core.base.redact import printable
from safelight.core.base.texts import counted
from safelight.vendors import vendors

PLAIN_SECONDS = 10.0
WINDOW = 60.0
"""Seconds over which the rate is measured."""
NAMED = 5
"""Items in flight whose names are shown."""
BAR_WIDTH = 24


class Progress:
    """Shows counts on stderr."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self._console = Console(stderr=True, highlight=False)
        self._live = (
            Live(console=self._console, transient=True, auto_refresh=False) if self._terminal else None
        )
        self._seen: deque[tuple[float, int]] = deque()
        self._shown = 0.0
        self._waits: Sequence[Wait] = ()

    @property
    def _terminal(self) -> bool:
        verbose = logging.getLogger("safelight").isEnabledFor(logging.DEBUG)  # whose lines move nothing
        return not self.quiet and not verbose and sys.stderr.isatty()

    def __enter__(self) -> Self:
        if self._live is not None:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.update("")
            self._live.stop()

    def say(self, message: str) -> None:
        """Print a message, unless all is to be quiet."""
        if not self.quiet:
            self.warn(message)

    def warn(self, message: str, style: str = "") -> None:
        """Print a message in any case."""
        if self._live is not None:  # above the lines that change
            self._console.print(Text(message, style=style), soft_wrap=True)
        else:
            click.echo(message, err=True)

    def fail(self, message: str) -> None:
        """Print that something failed."""
        self.warn(message, "red")

    def stage(self, message: str) -> None:
        """Tell what is done before there are counts; on a terminal only for as long as it lasts."""
        if self._live is not None:
            self._live.update(Text(f"{message} ..."), refresh=True)
        else:
            self.say(message)

    def wait(self, waits: Sequence[Wait]) -> None:
        """Take what the work waits for, to be shown with the counts."""
        self._waits = waits

    def show(self, counts: Counts, in_flight: Sequence[str] = ()) -> None:
        """Show counts, and on a terminal the sources of items in flight."""
        now = time.monotonic()
        finished = counts.total - counts.waiting - counts.in_flight
        self._seen.append((now, finished))
        while now - self._seen[0][0] > WINDOW:
            self._seen.popleft()
        titles = {name: vendor.title for name, vendor in vendors().items()}
        waits = [str(attrs.evolve(wait, name=titles.get(wait.name, wait.name))) for wait in self._waits]
        if self._live is not None:
            shown = [
                _bar(counts, self._words(counts)),
                *map(_dim, _names(counts, in_flight)),
                *map(Text, waits),
            ]
            self._live.update(Group(*shown), refresh=True)
        elif now - self._shown >= PLAIN_SECONDS:
            self._shown = now
            self.say("\n".join([self.line(counts), *waits]))

    def line(self, counts: Counts) -> str:
        """Counts as one line."""
        return "  ".join(self._words(counts))

    def _words(self, counts: Counts) -> Iterator[str]:
        rate = self._rate()
        left = counts.waiting + counts.in_flight
        yield f"{counts.done}/{counts.total} done"
        for count, word in (
            (counts.failed, "failed"),
            (counts.doubt, "in doubt"),
            (counts.held, "held"),
            (counts.cancelled, "cancelled"),
            (counts.suspect, "suspect"),
            (counts.accepted, "accepted"),
            (counts.rejected, "rejected"),
            (counts.to_reject, "to reject"),
            (counts.to_redo, "to redo"),
            (counts.in_flight, "in flight"),
        ):
            if count:
                yield f"{count} {word}"
        if rate:
            yield f"{rate:.1f}/s" if rate >= 0.1 else f"{rate * 60:.1f}/min"
            if left:
                yield f"{duration(left / rate)} left"
        yield ("at most " if counts.credits else "") + counted(
            counts.credits, "credit"
        )  # as the summary says

    def _rate(self) -> float:
        if len(self._seen) < 2:
            return 0.0
        (began, first), (ended, last) = self._seen[0], self._seen[-1]
        return (last - first) / (ended - began) if ended > began else 0.0


def _bar(counts: Counts, words: Iterator[str]) -> RenderableType:
    finished = counts.total - counts.waiting - counts.in_flight
    row = Table.grid(padding=(0, 2, 0, 0))
    said = Text("  ".join(words), no_wrap=True, overflow="ellipsis")
    row.add_row(ProgressBar(counts.total or 1, finished, BAR_WIDTH), said)
    return row


def _names(counts: Counts, sources: Sequence[str]) -> Iterator[str]:
    """The line of what is in flight: names without their folders, for those are long and much alike."""
    names = [printable(PurePath(source).name) or source for source in sources]
    if names:
        more = counts.in_flight - len(names)
        yield f"in flight: {', '.join(names)}{f' and {more} more' if more > 0 else ''}"


def _dim(line: str) -> Text:
    return Text(line, style="dim", no_wrap=True, overflow="ellipsis")


def duration(seconds: float) -> str:
    """Seconds for a reader."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    if seconds < 172_800:
        return f"{seconds / 3600:.1f} h"
    return f"{seconds / 86_400:.1f} days"


def items_text(count: int) -> str:
    """How many items."""
    return "1 item" if count == 1 else f"{count} items"


def bytes_text(count: float) -> str:
    """Bytes for a reader."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"
