"""Removing watermarks: lines of light letters on photographs, and pale marks on the paper of documents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import cv2
import numpy as np

from safelight.sandbox.images.arrays import Piece, Plane, convert, morph, pieces, to_bytes, to_float
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.drawing import label
from safelight.sandbox.images.retouch import inpaint

# How much lighter than their surroundings letters may be. A letter stands out alone at some of these levels, and merges
# with what is behind it at others.
_LEVELS = (16, 22, 30, 40, 52, 66, 84, 105, 130)
_LEAST_LETTERS = 5
"""Fur and hair have lines of four, too."""
_UNEVEN = 0.45
_PAPER, _LIGHTEST, _PALE, _INK = 235, 250, 110, 90
"""Levels: paper is lighter than the first, marks are between the next two, and text is darker than the last."""
_LEAST_PAPER = 0.5
_PLAIN = 18.0
_LEAST_MARK = 12  # pixels
_LARGEST_MARK = 0.1
_RIM, _LEAST_RIM, _LEAST_LIGHT = 3, 0.8, 0.2
_NOTHING = "sandbox: no watermark found"


@dataclass(frozen=True, slots=True)
class _Letter:
    piece: Piece
    stroke: float
    shape: Plane

    @property
    def right(self) -> int:
        return self.piece.left + self.piece.width

    @property
    def bottom(self) -> int:
        return self.piece.top + self.piece.height


def remove_watermark(picture: Picture) -> Picture:
    """Return a picture without its watermark; one in which none is found is labelled, and otherwise as it was.

    Letters that merge with something light behind them are not found: better so than to spoil the picture.
    """
    grey = convert(picture.colour, cv2.COLOR_BGR2GRAY)
    if _is_page(grey):
        return _lighten_marks(picture, grey)
    mask = _lines(grey)
    if mask.any():
        return inpaint(picture, mask)
    return replace(picture, colour=label(picture.colour, _NOTHING).colour)


def _lines(grey: Plane) -> Plane:
    """Return a mask of the lines of light letters."""
    letters = _letters(grey)
    mask = np.zeros_like(grey)
    for letter in letters:
        word = _word(letter, letters)
        if len(word) < _LEAST_LETTERS:
            continue
        high = letter.piece.height
        left, right = word[0].piece.left - 6 * high, word[-1].right + 6 * high
        for other in letters:
            piece = other.piece
            if (
                left <= piece.left
                and other.right <= right
                and piece.top >= letter.piece.top - 0.6 * high
                and other.bottom <= letter.bottom + 0.5 * high
                and piece.height > 0.5 * high
                and abs(other.stroke - letter.stroke) < max(1.5, 0.5 * letter.stroke)
            ):
                mask[piece.top : other.bottom, piece.left : other.right] |= other.shape
    return morph(mask, cv2.MORPH_DILATE, 5)


def _letters(grey: Plane) -> list[_Letter]:
    """Return what has the size, the fill and the strokes of a light letter, at every level."""
    height, width = grey.shape
    reach = max(9, round(min(width, height) / 24) | 1)
    lighter = cast("Plane", cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, np.ones((reach, reach), np.uint8)))
    found: list[_Letter] = []
    for level in _LEVELS:
        above = np.where(lighter > level, 255, 0).astype(np.uint8)
        labels, parts = pieces(above, 8)
        inward = cv2.distanceTransform(above, cv2.DIST_L2, 3)
        for part in parts:
            if not height / 40 < part.height < height / 6 or part.width > 1.6 * part.height:
                continue
            place = np.s_[part.top : part.top + part.height, part.left : part.left + part.width]
            own = labels[place] == part.label
            tone = lighter[place][own]
            # Within a stroke, the mean distance to the rim is a quarter of its width.
            stroke = 4 * float(inward[place][own].mean())
            fill = part.area / (part.width * part.height)
            even = tone.std() < _UNEVEN * float(np.median(tone))
            if even and 0.1 < stroke / part.height < 0.36 and 0.15 < fill < 0.75:
                found.append(_Letter(part, stroke, np.where(own, 255, 0).astype(np.uint8)))
    return found


def _word(letter: _Letter, letters: Sequence[_Letter]) -> list[_Letter]:
    """Return the longest row of letters of the same height and stroke, on the same line, with no large gap."""
    high = letter.piece.height
    off = 0.08 * high + 1
    line = [
        other
        for other in letters
        if abs(other.bottom - letter.bottom) < off
        and abs(other.piece.top - letter.piece.top) < off
        and abs(other.stroke - letter.stroke) <= max(1.2, 0.25 * letter.stroke)
    ]
    row: list[_Letter] = []
    longest: list[_Letter] = []
    for other in sorted(line, key=lambda one: one.piece.left):
        gap = other.piece.left - row[-1].right if row else 0
        if gap < 0:
            continue  # the same letter, at another level
        row = [*row, other] if gap <= 1.1 * high else [other]
        longest = max(longest, row, key=len)
    return longest


def _is_page(grey: Plane) -> bool:
    return bool(np.mean(grey > _PAPER) > _LEAST_PAPER)


def _lighten_marks(picture: Picture, grey: Plane) -> Picture:
    """Return a page whose pale marks are as light as its paper, and whose text stands as it was."""
    ink = morph(np.where(grey < _INK, 255, 0).astype(np.uint8), cv2.MORPH_DILATE, 5)
    pale = np.where((picture.colour.min(axis=2) < _LIGHTEST) & (grey > _PALE) & (ink == 0), 255, 0)
    labels, parts = pieces(pale.astype(np.uint8), 8)
    marks = np.zeros_like(grey)
    light = grey > _PAPER
    paper = light | (ink > 0)
    for part in parts:
        rows = slice(max(0, part.top - _RIM), part.top + part.height + _RIM)
        columns = slice(max(0, part.left - _RIM), part.left + part.width + _RIM)
        own = labels[rows, columns] == part.label
        rim = (morph(own.astype(np.uint8), cv2.MORPH_DILATE, 2 * _RIM + 1) > 0) & ~own
        plain = (
            grey[rows, columns][own].std() < _PLAIN
            and paper[rows, columns][rim].mean() > _LEAST_RIM
            and light[rows, columns][rim].mean() > _LEAST_LIGHT
        )
        # A picture on the page, or a part of one, is no mark.
        if plain and _LEAST_MARK < part.area < _LARGEST_MARK * grey.size:
            marks[rows, columns][own] = 255
    if not marks.any():
        return picture
    tone = np.median(picture.colour[marks > 0], axis=0)
    lighter = to_bytes(to_float(picture.colour) * (255.0 / np.maximum(tone, 1.0)))
    # Text that crosses a mark divides it.
    inside = morph(morph(marks, cv2.MORPH_CLOSE, 15), cv2.MORPH_DILATE, 5)[:, :, None] > 0
    return replace(picture, colour=np.where(inside, lighter, picture.colour))
