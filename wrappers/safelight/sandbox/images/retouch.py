"""Taking things out of pictures: by a mask, or in boxes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import cv2
import numpy as np

from safelight.sandbox.images.arrays import Pixels, Plane, resize
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.tasks import WorkFailed

_INPAINT_SIDE = 900


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


def read_mask(drawn: Picture, picture: Picture) -> Plane:
    """Return 255 where a drawn mask is white, and 0 elsewhere.

    Raises:
        WorkFailed: `mask_size` where it has another size than the picture.
    """
    if (drawn.width, drawn.height) != (picture.width, picture.height):
        raise WorkFailed("mask_size", "The mask has another size than the image.")
    return np.where(drawn.colour.max(axis=2) > 127, 255, 0).astype(np.uint8)


def boxes_mask(picture: Picture, boxes: Sequence[Sequence[float]]) -> Plane:
    """Return a mask of boxes given as left, top, right and bottom in percent of the picture."""
    mask = np.zeros(picture.colour.shape[:2], np.uint8)
    for left, top, right, bottom in boxes:
        rows = slice(round(top / 100 * picture.height), round(bottom / 100 * picture.height))
        columns = slice(round(left / 100 * picture.width), round(right / 100 * picture.width))
        mask[rows, columns] = 255
    return mask
