"""Moves places in a picture along with it: rectangles that were given in its pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import cast

from safelight.core.transfers.images import Size

SIDES = ("x", "y", "width", "height")


def scaled(values: Mapping[str, object], before: Size, after: Size) -> Mapping[str, object]:
    """Arguments in pixels of a picture, as they are in another size of it.

    Args:
        values: By their parameters: lists of rectangles, or the sides of one, such as ``crop_x`` to ``crop_height``.
    """
    sides = {name.rpartition("_")[2]: name for name in values}
    if set(sides) == set(SIDES):
        box = _moved({side: values[name] for side, name in sides.items()}, before, after)
        return {name: box[side] for side, name in sides.items()}
    return {
        name: [_moved(box, before, after) for box in cast("Sequence[Mapping[str, object]]", boxes)]
        for name, boxes in values.items()
    }


def _moved(box: Mapping[str, object], before: Size, after: Size) -> Mapping[str, object]:
    """A rectangle that covers all that it covered before, in whole pixels."""
    x, width = _span(box, "x", "width", before[0], after[0])
    y, height = _span(box, "y", "height", before[1], after[1])
    return {**box, "x": x, "y": y, "width": width, "height": height}


def _span(box: Mapping[str, object], start: str, length: str, before: int, after: int) -> tuple[int, int]:
    first, count = cast("int", box[start]), cast("int", box[length])
    begin = min(math.floor(first * after / before), after - 1)
    end = min(math.ceil((first + count) * after / before), after)
    return begin, max(1, end - begin)
