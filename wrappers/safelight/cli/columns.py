"""The columns of the live display."""

from __future__ import annotations

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.table import Column
from rich.text import Text

from safelight.cli.display import LABEL_WIDTH, seconds


def live_columns(console: Console) -> Progress:
    """A progress display: spinner, name, phase, elapsed time, and a bar where there is a percentage."""
    return Progress(
        SpinnerColumn(),
        TextColumn(
            "{task.description}",
            markup=False,
            table_column=Column(no_wrap=True, overflow="ellipsis", max_width=LABEL_WIDTH),
        ),
        TextColumn("{task.fields[phase]}", markup=False, style="cyan", table_column=Column(no_wrap=True)),
        _Elapsed(table_column=Column(no_wrap=True, justify="right")),
        _KnownBar(),
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


class _Elapsed(ProgressColumn):
    max_refresh = 0.1

    def render(self, task: Task) -> Text:
        return Text(seconds(task.elapsed or 0.0), style="dim")


class _KnownBar(BarColumn):
    """A bar with its percentage; nothing where the vendor tells none."""

    def __init__(self) -> None:
        super().__init__(bar_width=24)

    def __call__(self, task: Task) -> RenderableType:
        return super().__call__(task) if task.total is not None else Text("")
