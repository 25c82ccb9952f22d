"""Checks of results: finds pictures that a vendor charged for and nobody can use.

Needs the extra ``images``. Everything here is imported on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safelight.checks.checking import can_check as can_check
    from safelight.checks.checking import check_files as check_files
    from safelight.checks.checking import check_installed as check_installed
    from safelight.core.base.verdict import Verdict as Verdict

_HOMES = {
    "Verdict": "safelight.core.base.verdict",
    "can_check": "safelight.checks.checking",
    "check_files": "safelight.checks.checking",
    "check_installed": "safelight.checks.checking",
}

__all__ = ["Verdict", "can_check", "check_files", "check_installed"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
