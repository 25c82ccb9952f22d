"""Light and colour: adjustments, clean-up, colour for grey pictures, the colours of another picture."""

from dataclasses import replace
from typing import cast

import cv2
import numpy as np

from safelight.sandbox.images.arrays import (
    Floats,
    Pixels,
    Plane,
    convert,
    gaussian,
    mix,
    resize,
    to_bytes,
    to_float,
)
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.scale import sharpen

_DENOISE_SIDE = 1600


def exposure(image: Pixels, amount: float) -> Pixels:
    """Return a picture lighter or darker; `amount` from -100 to 100 spans two stops each way."""
    return to_bytes(255.0 * (to_float(image) / 255.0) ** (2.0 ** (-amount / 100.0)))


def saturation(image: Pixels, amount: float) -> Pixels:
    """Return a picture with stronger or weaker colours; -100 is grey."""
    grey = to_float(convert(image, cv2.COLOR_BGR2GRAY))[:, :, None]
    return to_bytes(grey + (to_float(image) - grey) * (1.0 + amount / 100.0))


def contrast(image: Pixels, amount: float) -> Pixels:
    """Return a picture with more or less contrast about its mean."""
    source = to_float(image)
    return to_bytes((source - source.mean()) * (1.0 + amount / 125.0) + source.mean())


def sharpness(image: Pixels, amount: float) -> Pixels:
    """Return a picture with its edges raised; `amount` from 0 to 100."""
    return sharpen(image, amount / 60.0)


def hdr(image: Pixels, intensity: float) -> Pixels:
    """Return a picture with lifted shadows, held lights and more local contrast; `intensity` 0 to 100."""
    lab = convert(image, cv2.COLOR_BGR2LAB)
    equalizer = cv2.createCLAHE(clipLimit=2.5, tileGridSize=(8, 8))
    lifted = lab.copy()
    lifted[:, :, 0] = cast("Plane", equalizer.apply(lab[:, :, 0]))
    return mix(saturation(convert(lifted, cv2.COLOR_LAB2BGR), 12), image, intensity / 100.0)


def decompress(image: Pixels, strength: str) -> Pixels:
    """Return a picture without the blocks and rings of JPEG; `strength` is moderate, strong or auto."""
    sigma = 45 if strength == "strong" else 25
    return cast("Pixels", cv2.bilateralFilter(image, 7, sigma, 5))


def denoise(image: Pixels, strength: float = 4.0) -> Pixels:
    """Return a picture with less noise. Large ones get a faster filter."""
    if max(image.shape[:2]) > _DENOISE_SIDE:
        return cast("Pixels", cv2.bilateralFilter(image, 5, strength * 6, 4))
    return cast("Pixels", cv2.fastNlMeansDenoisingColored(image, None, strength, strength, 5, 13))


def enhance(image: Pixels) -> Pixels:
    """Return a picture with less noise, balanced light and clear edges."""
    return sharpen(hdr(denoise(image, 3.0), 35), 0.5)


def colorize(image: Pixels) -> Pixels:
    """Return a picture coloured anew from its light alone: cool shadows, warm middle, sky where it is smooth and high.

    A stand-in for a model: the colours are plausible, not known.
    """
    grey = convert(image, cv2.COLOR_BGR2GRAY)
    height, width = grey.shape
    light = to_float(grey) / 255.0
    warm = np.exp(-(((light - 0.62) / 0.24) ** 2))
    dark = np.exp(-((light / 0.28) ** 2))
    lab = np.zeros((height, width, 3), np.float32)
    lab[:, :, 0] = light * 100.0
    lab[:, :, 1] = 13.0 * warm - 3.0 * dark
    lab[:, :, 2] = 21.0 * warm - 12.0 * dark + 3.0
    smooth = 1.0 - np.clip(np.abs(to_float(grey) - to_float(gaussian(grey, 3.0))) / 8.0, 0, 1)
    high = np.clip(1.0 - np.arange(height, dtype=np.float32) / (0.45 * height), 0, 1)[:, None]
    sky = gaussian(to_float(smooth * high * np.clip((light - 0.5) / 0.3, 0, 1)), 5.0)[:, :, None]
    blue = np.dstack([lab[:, :, 0], np.full_like(light, -6.0), np.full_like(light, -24.0)])
    mixed = (lab * (1 - sky) + blue * sky).astype(np.float32)
    return to_bytes(cast("Floats", cv2.cvtColor(mixed, cv2.COLOR_LAB2BGR)) * 255.0)


def transfer_colours(image: Pixels, reference: Pixels, mask: Floats, strength: float = 1.0) -> Pixels:
    """Return a picture whose colours under a mask have the mean and spread of another picture's."""
    source = to_float(convert(image, cv2.COLOR_BGR2LAB))
    target = to_float(convert(reference, cv2.COLOR_BGR2LAB)).reshape(-1, 3)
    weights = mask[:, :, None] + 1e-6
    mean = (source * weights).sum(axis=(0, 1)) / weights.sum()
    spread = np.sqrt((((source - mean) ** 2) * weights).sum(axis=(0, 1)) / weights.sum()) + 1e-3
    wanted_mean, wanted_spread = target.mean(axis=0), target.std(axis=0) + 1e-3
    ratio = np.clip(wanted_spread / spread, 0.6, 1.6)
    moved = to_bytes((source - mean) * ratio + wanted_mean)
    return mix(convert(moved, cv2.COLOR_LAB2BGR), image, mask * strength)


def stylize(picture: Picture, reference: Picture, style: float, denoising: float) -> Picture:
    """Return a picture painted in the colours of another; both strengths from 0 to 1."""
    small = resize(reference.colour, 256, max(1, round(256 * reference.height / reference.width)))
    everywhere = np.ones(picture.colour.shape[:2], np.float32)
    coloured = transfer_colours(picture.colour, small, everywhere, style)
    painted = cast("Pixels", cv2.stylization(coloured, sigma_s=60, sigma_r=0.45))
    return replace(picture, colour=mix(painted, coloured, denoising))
