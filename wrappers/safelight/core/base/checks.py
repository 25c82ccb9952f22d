"""Checks of what users set, made where it is set: found out later, it might be after a purchase."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import timedelta
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

from safelight.errors import ConfigurationError, InvalidInput

if TYPE_CHECKING:
    import attrs

Check: TypeAlias = "Callable[[object, attrs.Attribute[Any], Any], None]"

LONGEST = 1e9
"""No wait can be longer, in seconds: some 30 years."""


def seconds(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Raise `ConfigurationError` unless a value is a time of zero or more seconds that ends."""
    if _is_number(value) and 0 <= value <= LONGEST:
        return
    raise _wrong(attribute, f"a number of seconds from 0 to {LONGEST:.0f}", value)


def timeout(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Raise `ConfigurationError` unless a value is a time above zero that ends."""
    if _is_number(value) and 0 < value <= LONGEST:
        return
    raise _wrong(attribute, f"a number of seconds above 0, up to {LONGEST:.0f}", value)


def count(maximum: int) -> Check:
    """A check that raises `ConfigurationError` unless a value is a whole number from 1 to `maximum`."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= maximum:
            raise _wrong(attribute, f"a whole number from 1 to {maximum}", value)

    return check


def kind(expected: type, *, or_none: bool = False) -> Check:
    """A check that raises `ConfigurationError` unless a value is of a type, or None where that may be."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, expected) and not (or_none and value is None):
            raise _wrong(attribute, f"{expected.__name__}(...){' or None' if or_none else ''}", value)

    return check


def one_of(*expected: str) -> Check:
    """A check that raises `ConfigurationError` unless a value is one of some words."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value not in expected:
            raise _wrong(attribute, " or ".join(map(repr, expected)), value)

    return check


def seconds_within(within: object, *, at_least: float = 0.0) -> float | None:
    """The seconds that a wait may take, from a number or a `timedelta`; None for no limit. Raises `InvalidInput`.

    What is left of somebody's own time may be below zero, so a wait for a task that is bought takes any number.
    """
    number = within.total_seconds() if isinstance(within, timedelta) else within
    if number is None or number == math.inf:
        return None
    if _is_number(number) and number >= at_least:
        return max(0.0, float(number))
    raise InvalidInput(
        f"within: must be a number of seconds from 0, a timedelta, or None for no limit, not {within!r}",
        field="within",
    )


def called_at_once(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Raise `ConfigurationError` for a coroutine function: nobody would await what it returns."""
    if value is None:
        return
    if not callable(value):
        raise _wrong(attribute, "a function or None", value)
    if iscoroutinefunction(value) or iscoroutinefunction(
        value.__call__
    ):  # the latter: an object that is called
        raise ConfigurationError(
            f"{attribute.name} must be a plain function, not a coroutine function: it would never be awaited",
            field=attribute.name,
        )


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _wrong(attribute: attrs.Attribute[Any], expected: str, value: object) -> ConfigurationError:
    shown = repr(value) if value is None or _is_number(value) else type(value).__name__
    return ConfigurationError(f"{attribute.name} must be {expected}, not {shown}", field=attribute.name)
