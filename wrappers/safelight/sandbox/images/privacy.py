"""Finding car plates by their shape, and blurring them."""

from dataclasses import replace

import cv2
import numpy as np

from safelight.sandbox.images.adjust import gaussian_mask
from safelight.sandbox.images.arrays import convert, gaussian, resize, to_bytes, to_float
from safelight.sandbox.images.decode import Picture

_WORKING_SIDE = 800


def blur_plates(picture: Picture) -> Picture:
    """Return a picture in which light, flat boxes full of upright strokes are blurred."""
    scale = min(1.0, _WORKING_SIDE / max(picture.width, picture.height))
    small = resize(
        picture.colour, max(8, round(picture.width * scale)), max(8, round(picture.height * scale))
    )
    grey = convert(small, cv2.COLOR_BGR2GRAY)
    strokes = np.abs(np.asarray(cv2.Sobel(grey, cv2.CV_32F, 1, 0)))
    joined = np.asarray(cv2.morphologyEx(to_bytes(strokes), cv2.MORPH_CLOSE, np.ones((5, 17), np.uint8)))
    found = np.where(joined > 120, 255, 0).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(found, connectivity=8)
    mask = np.zeros(grey.shape, np.float32)
    for label in range(1, count):
        left, top, wide, high, area = (int(value) for value in stats[label])
        flat = 2.0 < wide / max(high, 1) < 6.5
        light = float(grey[top : top + high, left : left + wide].mean()) > 95
        if flat and light and high >= 9 and area > 0.55 * wide * high and wide < 0.4 * grey.shape[1]:
            mask[top : top + high, left : left + wide] = 1.0
    if not mask.any():
        return picture
    full = np.asarray(cv2.resize(gaussian_mask(mask, 2.0), (picture.width, picture.height)))[:, :, None]
    blurred = to_float(gaussian(picture.colour, max(4.0, picture.width / 80)))
    return replace(picture, colour=to_bytes(blurred * full + to_float(picture.colour) * (1 - full)))
