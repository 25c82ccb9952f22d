"""Finding car plates by their shape, and blurring them."""

from dataclasses import replace

import cv2
import numpy as np

from safelight.sandbox.images.arrays import convert, gaussian, mix, pieces, resize_smooth, shrink, to_bytes
from safelight.sandbox.images.decode import Picture

_WORKING_SIDE = 800


def blur_plates(picture: Picture) -> Picture:
    """Return a picture in which light, flat boxes full of upright strokes are blurred."""
    small, _ = shrink(picture.colour, _WORKING_SIDE)
    grey = convert(small, cv2.COLOR_BGR2GRAY)
    strokes = np.abs(np.asarray(cv2.Sobel(grey, cv2.CV_32F, 1, 0)))
    joined = np.asarray(cv2.morphologyEx(to_bytes(strokes), cv2.MORPH_CLOSE, np.ones((5, 17), np.uint8)))
    found = np.where(joined > 120, 255, 0).astype(np.uint8)
    mask = np.zeros(grey.shape, np.float32)
    for piece in pieces(found, 8)[1]:
        place = np.s_[piece.top : piece.top + piece.height, piece.left : piece.left + piece.width]
        flat = 2.0 < piece.width / max(piece.height, 1) < 6.5
        full = piece.area > 0.55 * piece.width * piece.height
        if (
            flat
            and full
            and grey[place].mean() > 95
            and piece.height >= 9
            and piece.width < 0.4 * grey.shape[1]
        ):
            mask[place] = 1.0
    if not mask.any():
        return picture
    blurred = gaussian(picture.colour, max(4.0, picture.width / 80))
    share = resize_smooth(gaussian(mask, 2.0), picture.width, picture.height)
    return replace(picture, colour=mix(blurred, picture.colour, share))
