"""Making pictures larger, smaller, wider: upscaling, fitting into a frame, padding."""

import math
import re
from dataclasses import dataclass, replace
from typing import cast

import cv2
import numpy as np

from safelight.sandbox.images.arrays import Pixels, gaussian, resize, shrink, to_bytes, to_float
from safelight.sandbox.images.decode import Picture, check_size
from safelight.sandbox.images.outpaint import outpaint
from safelight.sandbox.images.saliency import subject_prior

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(%|px)")
# Which of one to four lengths each of the sides top, right, bottom and left takes, as CSS has it.
_PLACES = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}

Sides = tuple[int, int, int, int]


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
    check_size(width, height)
    if (width, height) == (picture.width, picture.height):
        return picture
    alpha = None if picture.alpha is None else resize(picture.alpha, width, height)
    return replace(picture, colour=resize(picture.colour, width, height), alpha=alpha)


def upscale(picture: Picture, factor: float, *, amount: float = 0.6) -> Picture:
    """Return a picture enlarged by a factor, with its edges raised again."""
    larger = scaled(picture, round(picture.width * factor), round(picture.height * factor))
    return replace(larger, colour=sharpen(larger.colour, amount, 0.8 + 0.4 * factor))


def ratio_size(ratio: str, side: int) -> tuple[int, int]:
    """Return width and height of an aspect ratio such as ``4:3``, the longer of so many pixels."""
    wide, high = (int(part) for part in ratio.split(":"))
    scale = side / max(wide, high)
    return max(16, round(wide * scale)), max(16, round(high * scale))


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
    if frame.fit == "crop":
        return _cropped(picture, frame, max(across, down))
    share = max(across, down) if frame.fit == "cover" else min(across, down)
    inner = scaled(picture, round(picture.width * share), round(picture.height * share))
    sides = around(inner, frame.width, frame.height)
    match frame.fit:
        case "canvas":
            return pad(inner, sides, background)
        case "outpaint":
            return outpaint(inner, sides, frame.feathering)
        case _:
            return inner


def around(picture: Picture, width: int, height: int) -> Sides:
    """Return what is missing above, to the right, below and to the left of a picture in the middle of a frame."""
    left, top = (width - picture.width) // 2, (height - picture.height) // 2
    return top, width - picture.width - left, height - picture.height - top, left


def _cropped(picture: Picture, frame: Frame, share: float) -> Picture:
    """Return the part that fills a frame, scaled by a share; cut out before, for the rest may be huge by then."""
    width = min(picture.width, math.ceil(frame.width / share))
    height = min(picture.height, math.ceil(frame.height / share))
    middle_x, middle_y = _focus(picture) if frame.smart else (0.5, 0.5)
    left = min(max(0, round(middle_x * picture.width - width / 2)), picture.width - width)
    top = min(max(0, round(middle_y * picture.height - height / 2)), picture.height - height)
    part = crop(picture, left, top, width, height)
    filling = scaled(part, max(frame.width, round(width * share)), max(frame.height, round(height * share)))
    left, top = (filling.width - frame.width) // 2, (filling.height - frame.height) // 2
    return crop(filling, left, top, frame.width, frame.height)


def _focus(picture: Picture) -> tuple[float, float]:
    """Return where the middle of the subject is, each from 0 to 1."""
    small, _ = shrink(picture.colour, 96, enlarge=True)
    moments = cv2.moments(subject_prior(small).total ** 2)
    height, width = small.shape[:2]
    mass = max(moments["m00"], 1e-9)
    return moments["m10"] / mass / width, moments["m01"] / mass / height


def crop(picture: Picture, left: int, top: int, width: int, height: int) -> Picture:
    """Return a part of a picture."""
    rows, columns = slice(top, top + height), slice(left, left + width)
    alpha = None if picture.alpha is None else np.ascontiguousarray(picture.alpha[rows, columns])
    return replace(picture, colour=np.ascontiguousarray(picture.colour[rows, columns]), alpha=alpha)


def pad(picture: Picture, sides: Sides, background: tuple[int, int, int] | None) -> Picture:
    """Return a picture with borders of so many pixels at its top, right, bottom and left.

    The borders are of the background's red, green and blue; without one they are transparent where the
    picture has transparency, else white.

    Raises:
        WorkFailed: `too_large` where that is more than the engine makes.
    """
    top, right, bottom, left = (max(0, side) for side in sides)
    check_size(left + picture.width + right, top + picture.height + bottom)
    fill = (255, 255, 255) if background is None else background[::-1]
    colour = cv2.copyMakeBorder(picture.colour, top, bottom, left, right, cv2.BORDER_CONSTANT, value=fill)
    alpha = picture.alpha
    if alpha is not None:
        alpha = np.pad(
            alpha, ((top, bottom), (left, right)), constant_values=0 if background is None else 255
        )
    return replace(picture, colour=cast("Pixels", colour), alpha=alpha)


def is_padding(text: str) -> bool:
    """Tell whether a text is one to four lengths, such as `10%` or `5% 20px`."""
    parts = text.split()
    return len(parts) in _PLACES and all(_LENGTH.fullmatch(part) for part in parts)


def parse_padding(text: str, width: int, height: int) -> Sides:
    """Return top, right, bottom and left in pixels from one to four lengths, as CSS orders them.

    Args:
        text: Such as `10%` or `5% 20px`; `is_padding` accepts it.
        width: What percentages to the left and right refer to.
        height: What percentages above and below refer to.
    """
    lengths: list[tuple[str, str]] = _LENGTH.findall(text)
    chosen = [lengths[place] for place in _PLACES[len(lengths)]]
    top, right, bottom, left = (
        round(float(length) / 100 * side) if unit == "%" else round(float(length))
        for (length, unit), side in zip(chosen, (height, width, height, width), strict=True)
    )
    return top, right, bottom, left
