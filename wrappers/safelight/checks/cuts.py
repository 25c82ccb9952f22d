"""Finds where a cutout ends along a straight line at which its source goes on: a part of the subject is lost."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import numpy as np
import numpy.typing as npt

from safelight.checks.pictures import Floats

OPAQUE, CLEAR = 200.0, 55.0
"""Levels of opacity above which a pixel belongs to the subject, and below which it does not."""
COARSE = 128
"""Pixels of the longer side at which the place of a crop in its source is looked for at first."""
AGREEMENT = 14.0
"""Levels by which a cutout's colours may differ from its source's at their place, by the median."""
MOST = 64.0
"""Levels above which one difference is as good as another."""
LEAST_RUN = 12
"""Pixels of the shortest line that counts."""
LEAST_SHARE = 0.16
"""The same as a share of the subject's extent along the line."""
REACH = 14
"""Pixels on both sides of a line within which the source's own edges are looked at."""
EDGE = 2.2
"""How much stronger the source changes across a real edge than beside it, at the least."""
NOISE = 1.0
"""Levels of change that are added to both sides of that comparison."""


@attrs.frozen
class Cut:
    """A straight line at which a cutout ends.

    Attributes:
        share: Its length as a share of the subject's extent.
        edge: How much stronger the source changes across it than beside it; about 1 where nothing ends there.
        side: Where it is, such as ``"left"``.
    """

    share: float
    edge: float
    side: str

    @property
    def is_wrong(self) -> bool:
        """Whether the source goes on there."""
        return self.edge < EDGE


def place(source: Floats, colours: Floats, alpha: Floats) -> tuple[int, int] | None:
    """Where a cutout's upper left corner lies in its source, in pixels down and across; None where it is not found.

    Both are at one scale.
    """
    solid = alpha > OPAQUE
    if solid.sum() < LEAST_RUN**2:
        return None
    if colours.shape == source.shape and np.median(_differences(source, colours, solid, (0, 0))) < AGREEMENT:
        return (0, 0)
    step = max(1, max(source.shape[:2]) // COARSE)
    down, across = _coarse_place(source[::step, ::step], colours[::step, ::step], solid[::step, ::step])
    near = [
        (down * step + y, across * step + x)
        for y in range(-step - 1, step + 2)
        for x in range(-step - 1, step + 2)
    ]
    # By the mean, for on a subject of one colour the median says the same at many places.
    best = min(near, key=lambda offset: float(_differences(source, colours, solid, offset, thin=3).mean()))
    return best if np.median(_differences(source, colours, solid, best)) < AGREEMENT else None


def _coarse_place(source: Floats, colours: Floats, solid: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """The place with the least squared difference over the solid pixels, by Fourier transforms."""
    shape = tuple(a + b for a, b in zip(source.shape[:2], colours.shape[:2], strict=True))
    weight = solid.astype(np.float32)
    spectrum = np.conj(np.fft.rfft2(weight, shape))
    cost = np.zeros(shape)
    mean = source.mean(axis=(0, 1))
    for channel in range(3):
        there = source[:, :, channel] - mean[channel]
        here = (colours[:, :, channel] - mean[channel]) * weight
        squares = np.fft.irfft2(np.fft.rfft2(there**2, shape) * spectrum, shape)
        products = np.fft.irfft2(np.fft.rfft2(there, shape) * np.conj(np.fft.rfft2(here, shape)), shape)
        cost += squares - 2.0 * products
    # What lies outside the source matches nothing: it costs as much as an average difference.
    inside = np.fft.irfft2(np.fft.rfft2(np.ones(source.shape[:2], np.float32), shape) * spectrum, shape)
    cost += (weight.sum() - inside) * float(np.var(source.reshape(-1, 3), axis=0).sum())
    down, across = np.unravel_index(int(np.argmin(cost)), shape)
    high, wide = source.shape[:2]
    return (
        int(down) if down < high else int(down) - shape[0],
        int(across) if across < wide else int(across) - shape[1],
    )


def _differences(
    source: Floats, colours: Floats, solid: npt.NDArray[np.bool_], offset: tuple[int, int], thin: int = 1
) -> Floats:
    """How far solid pixels differ from their source at a place; those outside the source differ as far as can be."""
    down, across = np.nonzero(solid)
    down, across = down[::thin], across[::thin]
    there_down, there_across = down + offset[0], across + offset[1]
    inside = (
        (there_down >= 0)
        & (there_down < source.shape[0])
        & (there_across >= 0)
        & (there_across < source.shape[1])
    )
    differences = np.full(len(down), MOST, np.float32)
    here = colours[down[inside], across[inside]]
    found = np.abs(source[there_down[inside], there_across[inside]] - here).mean(axis=1)
    differences[inside] = np.minimum(found, MOST)
    return differences


def worst_cut(source: Floats, alpha: Floats, offset: tuple[int, int]) -> Cut | None:
    """The straight end of a cutout at which its source shows the weakest edge; None where no end is straight."""
    found: list[Cut] = []
    for side, turns in (("bottom", 0), ("left", 1), ("top", 2), ("right", 3)):
        # Turned so that the side in question is below; the same place in the turned source.
        turned, below = np.rot90(source, turns), np.rot90(alpha, turns)
        found += _cuts_below(turned, below, _turned(offset, source.shape, alpha.shape, turns), side)
    return min(found, key=lambda cut: cut.edge, default=None)


def _turned(
    offset: tuple[int, int], outer: tuple[int, ...], inner: tuple[int, ...], turns: int
) -> tuple[int, int]:
    """An offset after quarter turns to the left."""
    down, across = offset
    high, wide = outer[:2]
    inner_high, inner_wide = inner[:2]
    for _ in range(turns):
        down, across = wide - inner_wide - across, down
        high, wide, inner_high, inner_wide = wide, high, inner_wide, inner_high
    return down, across


def _cuts_below(source: Floats, alpha: Floats, offset: tuple[int, int], side: str) -> Iterator[Cut]:
    solid = alpha > OPAQUE
    extent = int(np.count_nonzero(solid.any(axis=0)))
    clear_below = np.ones_like(solid)
    clear_below[:-2] = alpha[2:] < CLEAR
    ends = solid & clear_below
    # An end is often two rows thick, for what is two rows below is clear for both.
    ends[:-1] &= ~ends[1:]
    counts = ends.sum(axis=1)
    needed = max(LEAST_RUN, LEAST_SHARE * extent)
    for row in np.flatnonzero(counts >= needed):
        columns = np.flatnonzero(ends[row]) + offset[1]
        columns = columns[(columns >= 0) & (columns < source.shape[1])]
        if len(columns) < needed:
            continue
        edge = _edge_at(source[:, columns], int(row) + offset[0])
        if edge is not None:
            yield Cut(float(counts[row]) / max(extent, 1), edge, side)


def _edge_at(columns: Floats, row: int) -> float | None:
    """How much stronger a source changes from a row to the next ones than elsewhere near; None at its own end."""
    if row >= columns.shape[0] - 4 or row < 4:
        return None
    first, last = max(0, row - REACH), min(columns.shape[0] - 1, row + REACH + 1)
    part = columns[first : last + 1]
    changes = np.abs(part[2:] - part[:-2]).mean(axis=(1, 2))
    near = slice(max(0, row - 3 - first), row + 3 - first)
    far = np.delete(changes, np.arange(near.start, min(near.stop, len(changes))))
    if not len(far):
        return None
    return float((changes[near].max() + NOISE) / (np.median(far) + NOISE))
