"""Compares vendors: one operation on the same pictures at each of them, shown side by side with figures.

Needs the extra ``images``. Everything here is imported on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safelight.compare.entries import Comparison as Comparison
    from safelight.compare.entries import Entry as Entry
    from safelight.compare.running import compare as compare

_HOMES = {
    "Comparison": "safelight.compare.entries",
    "Entry": "safelight.compare.entries",
    "compare": "safelight.compare.running",
}

__all__ = ["Comparison", "Entry", "compare"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
