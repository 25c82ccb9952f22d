"""Shows a batch at work: how it stands, which items are in flight, and each failure as it happens."""

from __future__ import annotations

import time
from functools import partial

from safelight.batch.batches import Batch
from safelight.batch.outages import looked
from safelight.batch.progress import NAMED, Progress
from safelight.batch.records import Item
from safelight.batch.store import Counts
from safelight.cli.wording import on_command_line
from safelight.core.base.redact import PATH, brief, printable

SHOWN = 50
"""Failures that are told one by one."""


class Watch:
    """Takes the progress of one run of a batch.

    Attributes:
        told: Ids of the items whose failures were told.
    """

    def __init__(self, batch: Batch, progress: Progress) -> None:
        self.told: set[str] = set()
        self._batch = batch
        self._progress = progress
        self._began = time.time()
        self._failed = -1

    def __call__(self, counts: Counts) -> None:
        """Show how the batch stands now."""
        if counts.failed + counts.doubt != self._failed and not self._progress.quiet:
            self._failed = counts.failed + counts.doubt
            for item in looked(self._fresh, list[Item]()):
                self.told.add(item.id)
                self._progress.fail(problem_line(item))
        names = looked(partial(self._items, "buying", "bought", limit=NAMED), list[Item]())
        self._progress.show(counts, [item.shown for item in names])

    def _fresh(self) -> list[Item]:
        """Failures of this run that are not told yet; of very many the first."""
        left = SHOWN - len(self.told)
        failed = self._batch.items("failed", "doubt") if left else ()
        found = (
            item for item in failed if item.id not in self.told and (item.finished or 0.0) >= self._began
        )
        return [item for item, _ in zip(found, range(left), strict=False)]

    def _items(self, *states: str, limit: int) -> list[Item]:
        return list(self._batch.store.items(self._batch.id, states, limit=limit))


def problem_line(item: Item) -> str:
    """An item that went wrong, and why."""
    return printable(on_command_line(f"{brief(item.shown, PATH)}: {item.state}: {item.error}"))
