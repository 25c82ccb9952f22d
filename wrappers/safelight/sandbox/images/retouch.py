"""Taking things out of pictures: by mask, by boxes, or watermarks found without help."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import cv2
import numpy as np

from safelight.sandbox.images.arrays import Piece, Pixels, Plane, convert, morph, pieces, resize
from safelight.sandbox.images.decode import Picture

_INPAINT_SIDE = 900
_LEAST_LETTERS = 3


def inpaint(picture: Picture, mask: Plane) -> Picture:
    """Return a picture with everything under the mask filled from around it.

    Large pictures are filled at a smaller size: what is invented has no fine detail anyway.
    """
    if not mask.any():
        return picture
    scale = min(1.0, _INPAINT_SIDE / max(picture.width, picture.height))
    width, height = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    small = resize(picture.colour, width, height)
    small_mask = np.where(resize(mask, width, height) > 0, 255, 0).astype(np.uint8)
    small_mask = cast("Plane", cv2.dilate(small_mask, np.ones((3, 3), np.uint8)))
    filled = cast("Pixels", cv2.inpaint(small, small_mask, 4, cv2.INPAINT_TELEA))
    filled = resize(filled, picture.width, picture.height)
    inside = mask[:, :, None] > 0
    return replace(picture, colour=np.where(inside, filled, picture.colour))


def boxes_mask(picture: Picture, boxes: Sequence[Sequence[float]]) -> Plane:
    """Return a mask of boxes given as left, top, right and bottom in percent of the picture."""
    mask = np.zeros(picture.colour.shape[:2], np.uint8)
    for left, top, right, bottom in boxes:
        rows = slice(round(top / 100 * picture.height), round(bottom / 100 * picture.height))
        columns = slice(round(left / 100 * picture.width), round(right / 100 * picture.width))
        mask[rows, columns] = 255
    return mask


def watermark_mask(picture: Picture) -> Plane:
    """Return a mask of what looks like a watermark: a line of light grey letters of about one height."""
    grey = convert(picture.colour, cv2.COLOR_BGR2GRAY)
    saturation = convert(picture.colour, cv2.COLOR_BGR2HSV)[:, :, 1]
    size = max(9, round(min(picture.width, picture.height) / 24) | 1)
    strokes = cast("Plane", cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, np.ones((size, size), np.uint8)))
    letters = np.where((strokes > 28) & (saturation < 90), 255, 0).astype(np.uint8)
    letters = morph(letters, cv2.MORPH_CLOSE, 3)
    mask = np.zeros_like(letters)
    least, most = picture.height / 60, picture.height / 6
    candidates = [piece for piece in pieces(letters, 8)[1] if least < piece.height < most]
    for letter in candidates:
        line = [other for other in candidates if _on_one_line(letter, other)]
        if len(line) >= _LEAST_LETTERS:
            # A letter that melts into something light behind it is found by its neighbours.
            top, bottom = min(each.top for each in line), max(each.top + each.height for each in line)
            left, right = min(each.left for each in line), max(each.left + each.width for each in line)
            mask[top:bottom, left:right] |= letters[top:bottom, left:right]
    return morph(mask, cv2.MORPH_DILATE, 7)


def _on_one_line(letter: Piece, other: Piece) -> bool:
    """Tell whether a piece stands beside a letter, of like height."""
    level = abs(other.top + other.height / 2 - letter.top - letter.height / 2) < letter.height * 0.5
    # Capitals stand beside small letters.
    alike = 0.55 < other.height / letter.height < 1.8
    return level and alike and abs(other.left - letter.left) < letter.height * 7
