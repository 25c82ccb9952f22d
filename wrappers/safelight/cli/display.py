"""What a user sees while tasks run: live lines on a terminal, plain ones elsewhere; always on stderr."""

from __future__ import annotations

import os
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from safelight.cli.wording import printable

if TYPE_CHECKING:
    from typing import Self

    from rich.console import Console
    from rich.progress import Progress, TaskID

STEP = 10.0
"""Percent of progress between two plain lines."""
LABEL_WIDTH = 40


class Row(ABC):
    """One source's line."""

    def __init__(self, label: str) -> None:
        self.label = printable(label)
        self.began = time.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since work on the source began."""
        return time.monotonic() - self.began

    @abstractmethod
    def show(self, phase: str, progress: float | None = None) -> None:
        """Tell what is happening; `progress` is in percent."""

    @abstractmethod
    def close(self, end: str) -> None:
        """Tell how it ended; the line does not change any more."""


class Display(ABC):
    """Rows for sources, messages for everything else."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        return None

    @abstractmethod
    def row(self, label: str) -> Row:
        """A line for a source that is begun."""

    def say(self, message: str) -> None:
        """Print a message on stderr."""
        click.echo(printable(message), err=True)

    @contextmanager
    def aside(self) -> Generator[None, None, None]:
        """Hold the display back while something is printed on stdout."""
        yield


class QuietDisplay(Display):
    """Shows messages only."""

    def row(self, label: str) -> Row:
        return _QuietRow(label)


class _QuietRow(Row):
    def show(self, phase: str, progress: float | None = None) -> None:
        pass

    def close(self, end: str) -> None:
        pass


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


class LiveDisplay(Display):
    """A moving line for each source at work, and a lasting one for each that is finished."""

    def __init__(self, count: int) -> None:
        from rich.console import Console  # noqa: PLC0415 - costs a pipe nothing

        from safelight.cli.columns import live_columns  # noqa: PLC0415 - same

        self._console: Console = Console(file=sys.stderr, highlight=False)
        self._progress: Progress = live_columns(self._console)
        self._whole: TaskID | None = None
        self._count = count

    def __enter__(self) -> Self:
        self._progress.start()
        if self._count > 1:
            self._whole = self._progress.add_task("", total=self._count, phase=f"of {self._count}", ended=0)
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._progress.stop()

    def row(self, label: str) -> Row:
        return _LiveRow(label, self, self._progress)

    def say(self, message: str) -> None:
        from rich.text import Text  # noqa: PLC0415 - costs a pipe nothing

        style = "red" if message.startswith("error") or ": error: " in message else ""
        self._console.print(Text(printable(message), style=style), soft_wrap=True)

    def ended(self, label: str, end: str, elapsed: float) -> None:
        """Leave a line of a finished source."""
        from rich.text import Text  # noqa: PLC0415 - costs a pipe nothing

        style = "green" if end == "done" else "red"
        line = Text.assemble((end, style), f"  {label}  ", (seconds(elapsed), "dim"))
        self._console.print(line, soft_wrap=True)
        if self._whole is not None:
            self._progress.advance(self._whole)

    @contextmanager
    def aside(self) -> Generator[None, None, None]:
        # Both streams may be one terminal: the live lines give way and come back below.
        self._progress.stop()
        try:
            yield
        finally:
            self._progress.start()


class _LiveRow(Row):
    def __init__(self, label: str, display: LiveDisplay, progress: Progress) -> None:
        super().__init__(label)
        self._display = display
        self._progress = progress
        self._task = progress.add_task(shortened(self.label), total=None, phase="")

    def show(self, phase: str, progress: float | None = None) -> None:
        total = None if progress is None else 100.0
        self._progress.update(self._task, total=total, completed=progress or 0.0, phase=phase)

    def close(self, end: str) -> None:
        self._progress.remove_task(self._task)
        self._display.ended(self.label, end, self.elapsed)


def make_display(*, quiet: bool, count: int) -> Display:
    """The display that fits where stderr goes."""
    if quiet:
        return QuietDisplay()
    if sys.stderr.isatty() and os.environ.get("TERM", "") not in ("dumb", "unknown"):
        return LiveDisplay(count)
    return PlainDisplay()


def shortened(label: str) -> str:
    """A long path's end, where its file name is."""
    return label if len(label) <= LABEL_WIDTH else f"…{label[1 - LABEL_WIDTH :]}"


def seconds(value: float) -> str:
    """A span of time: ``3.2 s``, ``1:05 min``."""
    if value < 60:
        return f"{value:.1f} s"
    return f"{int(value) // 60}:{int(value) % 60:02d} min"
