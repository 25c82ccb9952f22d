"""Checks of what a program passes to a batch, made before anything is listed: found out later, it might be paid for."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Mapping
from inspect import iscoroutinefunction

from safelight.batch.records import Record
from safelight.checks import check_installed
from safelight.core.base.texts import listed
from safelight.errors import InvalidInput

ELSEWHERE = "retry-elsewhere"
ON_SUSPECT = ("keep", "hold", ELSEWHERE)
_ONE: tuple[type, ...] = (str, os.PathLike, bytes, Record)
"""Single sources, some of which could be iterated."""


def check_work(sources: object, out: object, options: object, batch: object) -> None:
    """Raise `InvalidInput` where one of these arguments of `run` is of a kind that says no work."""
    if isinstance(sources, _ONE) or not isinstance(sources, Iterable):
        raise _wrong("sources", "a list of paths or records, even of one", sources)
    if not isinstance(out, str | os.PathLike):
        raise _wrong("out", "a path or an address", out)
    if options is not None and not isinstance(options, Mapping):
        raise _wrong("options", "a mapping of names to values", options)
    if batch is not None and (not isinstance(batch, str) or not batch):
        raise _wrong("batch", "a name, or None", batch)


def check_source(source: object) -> None:
    """Raise `InvalidInput` for what is no place."""
    if not isinstance(source, str | os.PathLike):
        raise _wrong("sources", "paths, addresses or records", source)


def check_cap(credits_: object) -> None:
    """Raise `InvalidInput` for a cap that would hold nothing back, as NaN does, or that is no number at all."""
    if credits_ is not None and not _is_amount(credits_):
        raise _wrong("max_credits", "a number of credits, zero or more", credits_)


def check_age(seconds: object) -> None:
    """Raise `InvalidInput` for what is no age."""
    if seconds is not None and not _is_amount(seconds):
        raise _wrong("older_than", "a time of zero or more", seconds)


def check_on_suspect(value: object) -> None:
    """Raise `InvalidInput` for a word that is none of the choices, `ConfigurationError` where checks cannot be made."""
    if value not in (None, *ON_SUSPECT):
        raise _wrong("on_suspect", f"{listed(list(map(repr, ON_SUSPECT)), 'or')}, or None", value)
    if value is not None:
        check_installed()


def check_listener(name: str, listener: object) -> None:
    """Raise `InvalidInput` for what cannot be called at once, as a coroutine function, which nobody would await."""
    if listener is not None and (not callable(listener) or iscoroutinefunction(listener)):
        raise _wrong(name, "a plain function, or None", listener)


def _is_amount(value: object) -> bool:
    return (
        isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value >= 0
    )


def _wrong(field: str, expected: str, value: object) -> InvalidInput:
    shown = repr(value) if isinstance(value, str | int | float | None) else type(value).__name__
    return InvalidInput(f"{field} must be {expected}, not {shown}", field=field)
