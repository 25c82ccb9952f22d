"""Computes the size in pixels that keeps an operation's limits."""

from __future__ import annotations

import math
from collections.abc import Iterator

from safelight.core.base.facts import InputFacts
from safelight.core.transfers.images import Size
from safelight.errors import InvalidInput

MOST_ENLARGED = 2.0
"""A picture that is too small is enlarged at most so many times: more would be a result of made-up pixels."""


def fitted_size(size: Size, limits: InputFacts) -> tuple[Size, str]:
    """The size nearest to `size`, in the same shape, that keeps the limits, and the limit that decided; empty for none.

    Raises:
        InvalidInput: There is none: the picture is too long and narrow, or far too small.
    """
    (times, reason), shown = min(_maxima(size, limits), default=(1.0, "")), f"{size[0]} x {size[1]} pixels"
    least = limits.minimum_short_side or 1
    if times >= 1:
        times, reason = 1.0, ""
        if min(size) < least:
            times, reason = least / min(size), f"at least {least} px on the short side"
            if times > MOST_ENLARGED:
                raise InvalidInput(
                    f"has {shown}, and {reason} are needed, more than {MOST_ENLARGED:g} times as many",
                    field="source",
                )
    found = _scaled(size, times, up=times > 1)
    if min(found) < least or any(limit < 1 for limit, _ in _maxima(found, limits)):
        raise InvalidInput(
            f"has {shown}: no size of this shape keeps the limits of the operation", field="source"
        )
    return found, reason


def shrunk(size: Size, times: float, limits: InputFacts) -> Size | None:
    """A smaller size, for fewer bytes; None where it would be too small for the limits."""
    found = _scaled(size, times, up=False)
    return None if found == size or min(found) < (limits.minimum_short_side or 1) else found


def _scaled(size: Size, times: float, *, up: bool) -> Size:
    turn = math.ceil if up else math.floor
    # Computed numbers such as 4095.9999 are meant to be whole.
    width, height = (max(1, turn(round(side * times, 6))) for side in size)
    return width, height


def _maxima(size: Size, limits: InputFacts) -> Iterator[tuple[float, str]]:
    """By how much each limit allows a size to grow, and the limit in words."""
    for limit, side, where in (
        (limits.maximum_width, size[0], " wide"),
        (limits.maximum_height, size[1], " high"),
        (limits.maximum_long_side, max(size), " on the long side"),
        (limits.maximum_short_side, min(size), " on the short side"),
    ):
        if limit is not None:
            yield limit / side, f"at most {limit} px{where}"
