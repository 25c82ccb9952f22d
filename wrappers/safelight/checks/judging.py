"""Judges one picture: measures it, and compares the figures with what was expected."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageChops

from safelight.checks.cuts import place, worst_cut
from safelight.checks.expected import Expected
from safelight.checks.pictures import (
    TOO_LARGE,
    Content,
    Damaged,
    Floats,
    NoPicture,
    Picture,
    read,
    share,
    spread,
    working_size,
)
from safelight.core.base.verdict import Verdict

EMPTY = 0.002
"""A cutout shows less than this share of its picture: nothing was kept."""
FULL = 0.995
"""A cutout keeps more than this share: nothing was removed."""
PLAIN = 6.0
"""Levels of 255 within which all is one colour."""
SOURCE_PLAIN = 18.0
"""The same for a source: where it is plain itself, its result may be."""
UNCHANGED, UNCHANGED_RESIZED = 7.5, 10.0
"""Levels of 255 by which no block of the result differs from its source on average; the second where it was resized."""
BLOCK = 8
RESIZED = re.compile(r"(\d+) x (\d+) to (\d+) x (\d+) px")
"""In what a task says of a prepared picture: the size of the original, and of the copy that was sent."""
VISIBLE = 128.0


def judge(
    content: Content, expected: Expected, source: Content | None, prepared: Sequence[str] = ()
) -> Verdict:
    """Check one picture against what is expected of it; `prepared` says how its source was changed before."""
    try:
        made = read(content)
    except Damaged as error:
        return Verdict({"damaged": f"the picture is damaged: {error}"})
    except NoPicture as error:
        return Verdict(unchecked=str(error))
    before = _source(source)
    figures: dict[str, float] = {"width": made.width, "height": made.height}
    reasons: dict[str, str] = {}
    _check_size(made, before, prepared, expected, figures, reasons)
    if made.image is None:
        return Verdict(reasons, figures, None if reasons else TOO_LARGE)
    if made.may_have_alpha if expected.transparent else expected.transparent is None and made.has_alpha:
        _check_cutout(made, before, expected, figures, reasons)
    else:
        _check_colours(made, before, expected, figures, reasons)
    return Verdict(reasons, {name: round(value, 4) for name, value in figures.items()})


def _source(source: Content | None) -> Picture | None:
    """What the result was made from, if it can be read: a check does without it."""
    try:
        return None if source is None else read(source)
    except (NoPicture, Damaged, OSError):
        return None


def _check_size(
    made: Picture,
    before: Picture | None,
    prepared: Sequence[str],
    expected: Expected,
    figures: dict[str, float],
    reasons: dict[str, str],
) -> None:
    if before is None:
        return
    width, height = _sent(before, prepared)
    scale = figures["scale"] = math.sqrt(made.pixels / (width * height))
    if expected.asked is not None:
        figures["asked"] = expected.asked
    if scale < expected.scale:
        asked = "" if expected.asked is None else f", and {expected.asked:g} times the size was asked for"
        reasons["small"] = (
            f"much smaller than expected: {made.width} x {made.height} pixels, from {width} x {height}{asked}"
        )


def _sent(before: Picture, prepared: Sequence[str]) -> tuple[int, int]:
    """The size in which a source was sent: its own, or that of a copy that fits the vendor's limits."""
    for line in prepared:
        for found in RESIZED.findall(line):
            wide, high, width, height = map(int, found)
            if {wide, high} == {before.width, before.height}:
                return width, height
    return before.width, before.height


def _check_cutout(
    made: Picture,
    before: Picture | None,
    expected: Expected,
    figures: dict[str, float],
    reasons: dict[str, str],
) -> None:
    size = working_size(made.width, made.height)
    alpha = made.alpha(*size) if made.has_alpha else np.full(size[::-1], 255.0, np.float32)
    visible = alpha >= VISIBLE
    figures["visible"] = share(visible)
    figures["opaque"] = share(alpha >= 250.0)
    if figures["visible"] < EMPTY:
        reasons["empty"] = f"the cutout is empty: {figures['visible']:.1%} of it is visible"
        return
    trimmed = expected.trimmed and (before is None or made.pixels < 0.98 * before.pixels)
    if expected.transparent and figures["opaque"] > FULL and not trimmed:
        reasons["full"] = f"nothing was cut out: {figures['opaque']:.1%} of the picture is opaque"
        return
    colours = made.colours(*size)
    figures["spread"] = spread(colours[visible])
    if figures["spread"] < PLAIN and not _is_plain(before):
        reasons["plain"] = f"all that is visible has one colour, within {figures['spread']:.0f} levels of 255"
        return
    if before is not None and before.image is not None and made.has_alpha:
        _check_cuts(made, before, figures, reasons)


def _is_plain(before: Picture | None) -> bool:
    """Whether a source is known to have little more than one colour."""
    if before is None or before.image is None:
        return False
    return spread(before.colours(*working_size(before.width, before.height))) <= SOURCE_PLAIN


def _check_cuts(made: Picture, before: Picture, figures: dict[str, float], reasons: dict[str, str]) -> None:
    """Compare the cutout's straight ends with its source, of which it is all or a part at the same scale."""
    wide, high = working_size(before.width, before.height)
    source = before.colours(wide, high)
    same_shape = abs(made.width * before.height / (made.height * before.width) - 1.0) < 0.015
    scale = wide / before.width
    part = max(1, round(made.width * scale)), max(1, round(made.height * scale))
    for size in ((wide, high), part) if same_shape else (part,):
        if max(size) > 2 * max(wide, high):
            return  # it is no part of its source
        alpha = made.alpha(*size)
        where = place(source, made.colours(*size), alpha)
        if where is None:
            continue
        cut = worst_cut(source, alpha, where)
        if cut is not None:
            figures["line"], figures["edge"] = cut.share, cut.edge
        if cut is not None and cut.is_wrong:
            reasons["cut"] = (
                f"the subject is cut off at the {cut.side}: a straight line along {cut.share:.0%} of it, at which the "
                "source goes on"
            )
        return


def _check_colours(
    made: Picture,
    before: Picture | None,
    expected: Expected,
    figures: dict[str, float],
    reasons: dict[str, str],
) -> None:
    colours = made.colours(*working_size(made.width, made.height))
    figures["spread"] = spread(colours)
    if figures["spread"] < PLAIN and (expected.mask or not _is_plain(before)):
        what = "the mask keeps all or nothing" if expected.mask else "the picture has one colour"
        reasons["plain"] = f"{what}: it differs by {figures['spread']:.0f} levels of 255"
    elif expected.changed and before is not None and before.image is not None and not made.has_alpha:
        change = figures["change"] = _change(made, before)
        same_size = (made.width, made.height) == (before.width, before.height)
        if change < (UNCHANGED if same_size else UNCHANGED_RESIZED):
            reasons["unchanged"] = (
                f"it shows the same as its source: no part differs by more than {change:.1f} levels"
            )


def _change(made: Picture, before: Picture) -> float:
    """The largest difference of a block of pixels from its source's, on average: what compression changes cancels out."""
    if made.image is None or before.image is None:
        raise ValueError("pictures that were not decoded cannot be compared")
    here, there = made.image.convert("RGB"), before.image.convert("RGB")
    if there.size != here.size:
        there = there.resize(here.size, Image.Resampling.BICUBIC, reducing_gap=3.0)
    blocks = ImageChops.subtract(here, there, scale=1, offset=128).reduce(BLOCK)
    levels: Floats = np.asarray(blocks, np.float32)
    return float(np.abs(levels - 128.0).max())
