"""Continuing a picture beyond its rim: mirrored, ever more blurred, joined by a soft seam."""

from dataclasses import replace

import numpy as np

from safelight.sandbox.images.arrays import (
    Floats,
    Pixels,
    gaussian,
    mix,
    resize,
    resize_smooth,
    to_float,
)
from safelight.sandbox.images.decode import Picture, check_size

_LARGEST_SIGMA = 8.0


def outpaint(picture: Picture, sides: tuple[int, int, int, int], feathering: float) -> Picture:
    """Return a picture continued to its top, right, bottom and left.

    What is transparent at the rim stays so beyond it.

    Args:
        picture: The picture.
        sides: How far, in pixels.
        feathering: How wide the seam is, as a share of the picture.

    Raises:
        WorkFailed: `too_large` where that is more than the engine makes.
    """
    top, right, bottom, left = sides
    check_size(left + picture.width + right, top + picture.height + bottom)
    around = ((top, bottom), (left, right))
    mirrored = np.pad(picture.colour, (*around, (0, 0)), "symmetric")
    blurred = _blur(mirrored, max(3.0, max(mirrored.shape[:2]) / 60))
    across = np.zeros((1, mirrored.shape[1]), np.float32)
    across[:, left : left + picture.width] = 1.0
    down = np.zeros((mirrored.shape[0], 1), np.float32)
    down[top : top + picture.height] = 1.0
    seam = max(1.0, feathering * min(picture.width, picture.height) / 4)
    weight = np.minimum(down * across, np.clip(_rectangle(across, down, seam) * 2 - 1, 0, 1))
    fade = np.clip(_rectangle(across, down, seam * 3), 0, 1)[:, :, None]
    outside = to_float(mirrored) * fade + blurred * (1 - fade)
    alpha = None if picture.alpha is None else np.pad(picture.alpha, around, "edge")
    return replace(picture, colour=mix(mirrored, outside, weight), alpha=alpha)


def _rectangle(across: Floats, down: Floats, sigma: float) -> Floats:
    """Return a blurred rectangle: each side is blurred alone, which is the same and takes no time."""
    return gaussian(down, sigma) * gaussian(across, sigma)


def _blur(image: Pixels, sigma: float) -> Floats:
    """Blur with a Gaussian; a wide one on a smaller picture, for its time grows with its width."""
    shrink = max(1.0, sigma / _LARGEST_SIGMA)
    height, width = image.shape[:2]
    small = resize(image, max(1, round(width / shrink)), max(1, round(height / shrink)))
    return resize_smooth(to_float(gaussian(small, sigma / shrink)), width, height)
