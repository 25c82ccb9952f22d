"""Continuing a picture beyond its rim: mirrored, ever more blurred, joined by a soft seam."""

from dataclasses import replace
from typing import cast

import cv2
import numpy as np

from safelight.sandbox.images.arrays import (
    Floats,
    Pixels,
    Plane,
    gaussian,
    gaussian_float,
    resize,
    resize_smooth,
    to_bytes,
    to_float,
)
from safelight.sandbox.images.decode import Picture

_LARGEST_SIGMA = 8.0


def outpaint(picture: Picture, sides: tuple[int, int, int, int], feathering: float) -> Picture:
    """Return a picture continued to its top, right, bottom and left.

    What is transparent at the rim stays so beyond it.

    Args:
        picture: The picture.
        sides: How far, in pixels.
        feathering: How wide the seam is, as a share of the picture.
    """
    top, right, bottom, left = sides
    mirrored = _mirror(picture.colour, top, bottom, left, right)
    blurred = _blur(mirrored, max(3.0, max(mirrored.shape[:2]) / 60))
    across = np.zeros((1, mirrored.shape[1]), np.float32)
    across[:, left : left + picture.width] = 1.0
    down = np.zeros((mirrored.shape[0], 1), np.float32)
    down[top : top + picture.height] = 1.0
    seam = max(1.0, feathering * min(picture.width, picture.height) / 4)
    weight = np.minimum(down * across, np.clip(_rectangle(across, down, seam) * 2 - 1, 0, 1))[:, :, None]
    fade = np.clip(_rectangle(across, down, seam * 3), 0, 1)[:, :, None]
    outside = to_float(mirrored) * fade + blurred * (1 - fade)
    alpha = picture.alpha
    if alpha is not None:
        alpha = cast("Plane", cv2.copyMakeBorder(alpha, top, bottom, left, right, cv2.BORDER_REPLICATE))
    return replace(
        picture, colour=to_bytes(to_float(mirrored) * weight + outside * (1 - weight)), alpha=alpha
    )


def _rectangle(across: Floats, down: Floats, sigma: float) -> Floats:
    """Return a blurred rectangle: each side is blurred alone, which is the same and takes no time."""
    return gaussian_float(down, sigma) * gaussian_float(across, sigma)


def _blur(image: Pixels, sigma: float) -> Floats:
    """Blur with a Gaussian; a wide one on a smaller picture, for its time grows with its width."""
    shrink = max(1.0, sigma / _LARGEST_SIGMA)
    height, width = image.shape[:2]
    small = resize(image, max(1, round(width / shrink)), max(1, round(height / shrink)))
    return resize_smooth(to_float(gaussian(small, sigma / shrink)), width, height)


def _mirror(image: Pixels, top: int, bottom: int, left: int, right: int) -> Pixels:
    """Extend an image by reflections, as often as it takes."""
    while top or bottom or left or right:
        height, width = image.shape[:2]
        step = (min(top, height), min(bottom, height), min(left, width), min(right, width))
        image = cast("Pixels", cv2.copyMakeBorder(image, *step, cv2.BORDER_REFLECT))
        top, bottom, left, right = top - step[0], bottom - step[1], left - step[2], right - step[3]
    return image
