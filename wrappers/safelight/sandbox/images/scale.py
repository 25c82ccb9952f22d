"""Making pictures larger, smaller, wider: upscaling, fitting into a frame, padding, outpainting."""

import re
from dataclasses import dataclass, replace
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from safelight.sandbox.images.arrays import (
    Floats,
    Pixels,
    gaussian,
    gaussian_float,
    resize,
    to_bytes,
    to_float,
)
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.saliency import subject_prior
from safelight.sandbox.tasks import WorkFailed

_LONGEST_SIDE = 16384
_LARGEST_AREA = 80_000_000
_PADDING = re.compile(r"^(\d+(?:\.\d+)?)(%|px)$")


def sharpen(image: Pixels, amount: float, sigma: float = 1.2) -> Pixels:
    """Return a picture with its edges raised (unsharp mask)."""
    source = to_float(image)
    return to_bytes(source + amount * (source - to_float(gaussian(image, sigma))))


def scaled(picture: Picture, width: int, height: int) -> Picture:
    """Return a picture at exactly this size, its aspect ratio aside.

    Raises:
        WorkFailed: `too_large` where that is more than the engine makes.

    """
    width, height = max(1, width), max(1, height)
    if max(width, height) > _LONGEST_SIDE or width * height > _LARGEST_AREA:
        raise WorkFailed("too_large", f"The result would have {width} x {height} pixels.")
    if (width, height) == (picture.width, picture.height):
        return picture
    alpha = None if picture.alpha is None else resize(picture.alpha, width, height)
    return replace(picture, colour=resize(picture.colour, width, height), alpha=alpha)


def upscale(picture: Picture, factor: float, *, amount: float = 0.6) -> Picture:
    """Return a picture enlarged by a factor, with its edges raised again."""
    larger = scaled(picture, round(picture.width * factor), round(picture.height * factor))
    return replace(larger, colour=sharpen(larger.colour, amount, 0.8 + 0.4 * factor))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a picture goes: the size wanted, and how it is to fill it."""

    width: int
    height: int
    fit: str = "crop"
    smart: bool = False
    feathering: float = 0.15


def fit(picture: Picture, frame: Frame, background: tuple[int, int, int] | None) -> Picture:
    """Return a picture fitted into a frame.

    Args:
        picture: The picture.
        frame: Size and manner: `crop` fills and cuts, `cover` fills and does not cut, `bounds` stays within,
            `canvas` fills the rest with the background, `outpaint` invents the rest.
        background: Red, green and blue of a canvas; None for transparent or white.

    """
    across, down = frame.width / picture.width, frame.height / picture.height
    share = max(across, down) if frame.fit in {"crop", "cover"} else min(across, down)
    wide, high = max(1, round(picture.width * share)), max(1, round(picture.height * share))
    if frame.fit == "crop":
        wide, high = max(wide, frame.width), max(high, frame.height)
    inner = scaled(picture, wide, high)
    match frame.fit:
        case "crop":
            return _cropped(inner, frame)
        case "canvas":
            return _on_canvas(inner, frame.width, frame.height, background)
        case "outpaint":
            return _outpainted(inner, frame)
        case _:
            return inner


def _cropped(picture: Picture, frame: Frame) -> Picture:
    left, top = (picture.width - frame.width) // 2, (picture.height - frame.height) // 2
    if frame.smart:
        small = resize(picture.colour, 96, max(8, round(96 * picture.height / picture.width)))
        prior = subject_prior(small).total ** 2
        middle_x = _middle(np.asarray(prior.sum(axis=0), np.float64))
        middle_y = _middle(np.asarray(prior.sum(axis=1), np.float64))
        left = min(max(0, round(middle_x * picture.width - frame.width / 2)), picture.width - frame.width)
        top = min(max(0, round(middle_y * picture.height - frame.height / 2)), picture.height - frame.height)
    return crop(picture, left, top, frame.width, frame.height)


def _middle(weights: npt.NDArray[np.float64]) -> float:
    """Return the place of the middle of some weights, from 0 to 1."""
    places = np.arange(weights.size, dtype=np.float64)
    return float(np.dot(weights, places)) / max(float(weights.sum()), 1e-9) / weights.size


def crop(picture: Picture, left: int, top: int, width: int, height: int) -> Picture:
    """Return a part of a picture."""
    rows, columns = slice(top, top + height), slice(left, left + width)
    alpha = None if picture.alpha is None else np.ascontiguousarray(picture.alpha[rows, columns])
    return replace(picture, colour=np.ascontiguousarray(picture.colour[rows, columns]), alpha=alpha)


def _on_canvas(picture: Picture, width: int, height: int, background: tuple[int, int, int] | None) -> Picture:
    left, top = (width - picture.width) // 2, (height - picture.height) // 2
    return pad(
        picture,
        (top, width - picture.width - left, height - picture.height - top, left),
        background,
    )


def pad(
    picture: Picture, sides: tuple[int, int, int, int], background: tuple[int, int, int] | None
) -> Picture:
    """Return a picture with borders of so many pixels at its top, right, bottom and left.

    The borders are of the background's red, green and blue; without one they are transparent where the
    picture has transparency, else white.
    """
    top, right, bottom, left = (max(0, side) for side in sides)
    fill = (255, 255, 255) if background is None else background[::-1]
    around = (cv2.BORDER_CONSTANT, None)
    colour = cast(
        "Pixels", cv2.copyMakeBorder(picture.colour, top, bottom, left, right, around[0], value=fill)
    )
    alpha = picture.alpha
    if alpha is not None:
        level = 0 if background is None else 255
        alpha = cast("Pixels", cv2.copyMakeBorder(alpha, top, bottom, left, right, around[0], value=level))
    return replace(picture, colour=colour, alpha=alpha)


def parse_padding(text: str, width: int, height: int) -> tuple[int, int, int, int]:
    """Return top, right, bottom and left in pixels from one to four lengths, as CSS orders them.

    Args:
        text: Such as `10%` or `5% 20px`.
        width: What percentages to the left and right refer to.
        height: What percentages above and below refer to.

    """
    parts = text.split()
    values = [parts[0], *parts[1:]]
    order = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}[len(values)]
    lengths = [
        _length(values[place], side)
        for place, side in zip(order, (height, width, height, width), strict=True)
    ]
    return lengths[0], lengths[1], lengths[2], lengths[3]


def _length(text: str, whole: int) -> int:
    match = _PADDING.match(text)
    if match is None:
        return 0
    value = float(match.group(1))
    return round(value / 100 * whole) if match.group(2) == "%" else round(value)


def _outpainted(picture: Picture, frame: Frame) -> Picture:
    """Continue a picture to all sides: mirrored, ever more blurred, joined by a soft seam."""
    left, top = (frame.width - picture.width) // 2, (frame.height - picture.height) // 2
    right, bottom = frame.width - picture.width - left, frame.height - picture.height - top
    mirrored = _mirror(picture.colour, top, bottom, left, right)
    blurred = gaussian(mirrored, max(3.0, max(frame.width, frame.height) / 60))
    inside = np.zeros((frame.height, frame.width), np.float32)
    inside[top : top + picture.height, left : left + picture.width] = 1.0
    seam = max(1.0, frame.feathering * min(picture.width, picture.height) / 4)
    weight = np.minimum(inside, np.clip(gaussian_float(inside, seam) * 2 - 1, 0, 1))[:, :, None]
    fade = np.clip(gaussian_float(inside, seam * 3), 0, 1)[:, :, None]
    outside = to_float(mirrored) * fade + to_float(blurred) * (1 - fade)
    return replace(picture, colour=to_bytes(to_float(mirrored) * weight + outside * (1 - weight)), alpha=None)


def _mirror(image: Pixels, top: int, bottom: int, left: int, right: int) -> Pixels:
    """Extend an image by reflections, as often as it takes."""
    while top or bottom or left or right:
        height, width = image.shape[:2]
        step = (min(top, height), min(bottom, height), min(left, width), min(right, width))
        image = cast("Pixels", cv2.copyMakeBorder(image, *step, cv2.BORDER_REFLECT))
        top, bottom, left, right = top - step[0], bottom - step[1], left - step[2], right - step[3]
    return image


def feathered(mask: Floats, sigma: float) -> Floats:
    """Return a mask with a soft edge."""
    return gaussian_float(mask, max(sigma, 0.3))
