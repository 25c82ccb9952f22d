"""How a batch stands, as one line that changes on a terminal, and as one every ten seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Sequence
from typing import Self

import attrs
import click
from rich.console import Console
from rich.live import Live
from rich.text import Text

from safelight.batch.store import Counts
from safelight.batch.waits import Wait
from safelight.vendors import vendors

PLAIN_SECONDS = 10.0
WINDOW = 60.0
"""Seconds over which the rate is measured."""


class Progress:
    """Shows counts on stderr."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._console = Console(stderr=True)
        self._live = (
            Live(console=self._console, transient=True, auto_refresh=False) if self._terminal else None
        )
        self._seen: deque[tuple[float, int]] = deque()
        self._shown = 0.0
        self._waits: Sequence[Wait] = ()

    @property
    def _terminal(self) -> bool:
        return not self._quiet and sys.stderr.isatty()

    def __enter__(self) -> Self:
        if self._live is not None:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()

    def say(self, message: str) -> None:
        """Print a message, unless all is to be quiet."""
        if not self._quiet:
            self.warn(message)

    def warn(self, message: str) -> None:
        """Print a message in any case."""
        if self._live is not None:  # above the line that changes
            self._console.print(Text(message), soft_wrap=True)
        else:
            click.echo(message, err=True)

    def wait(self, waits: Sequence[Wait]) -> None:
        """Take what the work waits for, to be shown with the counts."""
        self._waits = waits

    def show(self, counts: Counts) -> None:
        """Show counts."""
        now = time.monotonic()
        finished = counts.total - counts.waiting - counts.in_flight
        self._seen.append((now, finished))
        while now - self._seen[0][0] > WINDOW:
            self._seen.popleft()
        text = "\n".join(self._lines(counts))
        if self._live is not None:
            self._live.update(Text(text), refresh=True)
        elif now - self._shown >= PLAIN_SECONDS:
            self._shown = now
            self.say(text)

    def _lines(self, counts: Counts) -> list[str]:
        titles = {name: vendor.title for name, vendor in vendors().items()}
        waits = [attrs.evolve(wait, name=titles.get(wait.name, wait.name)) for wait in self._waits]
        return [self.line(counts), *map(str, waits)]

    def line(self, counts: Counts) -> str:
        """Counts as one line."""
        rate = self._rate()
        left = counts.waiting + counts.in_flight
        parts = [f"{counts.done}/{counts.total} done"]
        parts += [
            f"{count} {word}"
            for count, word in (
                (counts.failed, "failed"),
                (counts.doubt, "in doubt"),
                (counts.held, "held"),
                (counts.cancelled, "cancelled"),
                (counts.suspect, "suspect"),
                (counts.in_flight, "in flight"),
            )
            if count
        ]
        if rate:
            parts.append(f"{rate:.1f}/s" if rate >= 0.1 else f"{rate * 60:.1f}/min")
            if left:
                parts.append(f"{duration(left / rate)} left")
        parts.append(f"{counts.credits:g} credits")
        return "  ".join(parts)

    def _rate(self) -> float:
        if len(self._seen) < 2:
            return 0.0
        (began, first), (ended, last) = self._seen[0], self._seen[-1]
        return (last - first) / (ended - began) if ended > began else 0.0


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
