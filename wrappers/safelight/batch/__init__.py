"""Batches: folders and catalogues through a vendor, paid once, inside its limits, through any crash.

Needs the extra ``batch``. Everything here is imported on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safelight.batch.batches import Batch as Batch
    from safelight.batch.decisions import Decision as Decision
    from safelight.batch.decisions import Reviewed as Reviewed
    from safelight.batch.records import Record as Record
    from safelight.batch.running import run as run
    from safelight.batch.store import Counts as Counts
    from safelight.sync.running import sync as sync

_HOMES = {
    "Batch": "safelight.batch.batches",
    "Counts": "safelight.batch.store",
    "Decision": "safelight.batch.decisions",
    "Record": "safelight.batch.records",
    "Reviewed": "safelight.batch.decisions",
    "run": "safelight.batch.running",
    "sync": "safelight.sync.running",
}

__all__ = ["Batch", "Counts", "Decision", "Record", "Reviewed", "run", "sync"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
