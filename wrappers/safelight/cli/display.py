"""What a user sees while tasks run: live lines on a terminal, plain ones elsewhere; always on stderr."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Self

import click

from safelight.core.base.redact import PATH, brief, printable

STEP = 10.0
"""Percent of progress between two plain lines."""


class Row:
    """One source's line; this one is not shown."""

    def __init__(self, label: str) -> None:
        self.label = brief(label, PATH)
        self.began = time.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since work on the source began."""
        return time.monotonic() - self.began

    def show(self, phase: str, progress: float | None = None) -> None:
        """Tell what is happening; `progress` is in percent."""

    def close(self, end: str) -> None:
        """Tell how it ended; the line does not change any more."""


class Display:
    """Rows for sources, messages for everything else; this one shows messages only."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        return None

    def row(self, label: str) -> Row:
        """A line for a source that is begun."""
        return Row(label)

    def say(self, message: str) -> None:
        """Print a message on stderr."""
        click.echo(printable(message, "\n"), err=True)

    @contextmanager
    def aside(self) -> Generator[None, None, None]:
        """Hold the display back while something is printed on stdout."""
        yield


class PlainDisplay(Display):
    """A line for each change, for logs and pipes."""

    def row(self, label: str) -> Row:
        return _PlainRow(label, self)


class _PlainRow(Row):
    def __init__(self, label: str, display: Display) -> None:
        super().__init__(label)
        self._display = display
        self._last: tuple[str, int] | None = None

    def show(self, phase: str, progress: float | None = None) -> None:
        seen = (phase, int((progress or 0.0) // STEP))
        if seen == self._last:
            return
        percent = f" {progress:.0f} %" if progress else ""
        elapsed = "" if self._last is None else f" {seconds(self.elapsed)}"
        self._last = seen
        self._display.say(f"{self.label}: {phase}{percent}{elapsed}")

    def close(self, end: str) -> None:
        self._display.say(f"{self.label}: {end} {seconds(self.elapsed)}")


def make_display(*, quiet: bool, count: int) -> Display:
    """The display that fits where stderr goes."""
    if quiet:
        return Display()
    if logging.getLogger("safelight").isEnabledFor(
        logging.DEBUG
    ):  # moving lines would run into those of a log
        return PlainDisplay()
    draws = os.environ.get("TERM", "") not in ("dumb", "unknown") and sys.stderr.encoding.startswith("utf")
    if sys.stderr.isatty() and draws:
        from safelight.cli.live import LiveDisplay  # noqa: PLC0415 - a pipe needs no rich

        return LiveDisplay(count)
    return PlainDisplay()


def seconds(value: float) -> str:
    """A span of time: ``3.2 s``, ``1:05 min``."""
    if value < 60:
        return f"{value:.1f} s"
    return f"{int(value) // 60}:{int(value) % 60:02d} min"


def age(value: float) -> str:
    """How long ago something was, roughly: ``40 s``, ``5 min``, ``3 h``, ``2 days``."""
    for size, unit in ((86_400.0, "days"), (3600.0, "h"), (60.0, "min")):
        if value >= 2 * size:
            return f"{value / size:.0f} {unit}"
    return f"{max(0.0, value):.0f} s"
