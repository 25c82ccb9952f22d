"""PicWish's engine: cutout, mask, backgrounds."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from safelight.sandbox import vendor_facts
from safelight.sandbox.fetch import fetch
from safelight.sandbox.images.arrays import Pixels, resize, to_bytes, to_float
from safelight.sandbox.images.cutout import Cutout, cut_out, trim
from safelight.sandbox.images.decode import decode
from safelight.sandbox.images.encode import flatten, product
from safelight.sandbox.jsontypes import JsonObject, text, whole
from safelight.sandbox.storage import ObjectStorage
from safelight.sandbox.tasks import Before, Product, Work

_IMAGE_LIMITS = vendor_facts.picture("picwish", "create_segmentation", "image")
_BACKGROUND_LIMITS = vendor_facts.picture("picwish", "create_segmentation", "bg_image")
_MAXIMUM_FILE = vendor_facts.upload_limit("picwish", "maximum")
_MAXIMUM_BY_URL = 30 * 1024 * 1024
_IMAGE_AND_MASK, _IMAGE, _MASK = 1, 2, 3


@dataclass(slots=True)
class Inputs:
    """The images of a request: files that came with it, or were fetched."""

    image: Path | None
    background: Path | None


def make_work(options: JsonObject, inputs: Inputs, storage: ObjectStorage) -> tuple[Work, Before]:
    """Return the work of a segmentation, and the fetching to do before it."""

    async def before() -> None:
        if inputs.image is None:
            inputs.image = await fetch(text(options, "image_url"), _MAXIMUM_BY_URL, storage)
        if "bg_image_url" in options:
            inputs.background = await fetch(text(options, "bg_image_url"), _MAXIMUM_FILE, storage)

    def work() -> list[Product]:
        cutout = cut_out(decode(inputs.image or b"", **_IMAGE_LIMITS))
        if whole(options, "crop"):
            cutout, _ = trim(cutout)
        extension = text(options, "format", "png")
        wanted = whole(options, "output_type", _IMAGE)
        products: list[Product] = []
        if wanted in {_IMAGE_AND_MASK, _IMAGE}:
            colour, alpha = _compose(cutout, options, inputs.background)
            products.append(product(colour, alpha, extension))
        if wanted in {_IMAGE_AND_MASK, _MASK}:
            products.append(product(np.dstack([cutout.alpha] * 3), None, "png", role="mask"))
        return products

    return work, before


def _compose(cutout: Cutout, options: JsonObject, background: Path | None) -> tuple[Pixels, Pixels | None]:
    if background is not None:
        below = _fill(decode(background, **_BACKGROUND_LIMITS).colour, cutout.colour)
        share = to_float(cutout.alpha)[:, :, None] / 255.0
        return to_bytes(to_float(cutout.colour) * share + to_float(below) * (1.0 - share)), None
    if text(options, "format", "png") == "jpg":
        hexadecimal = text(options, "bg_color", "ffffff")
        red, green, blue = bytes.fromhex(hexadecimal)
        return flatten(cutout.colour, cutout.alpha, (red, green, blue)), None
    return cutout.colour, cutout.alpha


def _fill(background: Pixels, canvas: Pixels) -> Pixels:
    """Scale a background to fill the canvas, centred, and cut what sticks out."""
    height, width = canvas.shape[:2]
    scale = max(width / background.shape[1], height / background.shape[0])
    wide, high = (
        max(width, round(background.shape[1] * scale)),
        max(height, round(background.shape[0] * scale)),
    )
    scaled = resize(background, wide, high)
    left, top = (wide - width) // 2, (high - height) // 2
    return scaled[top : top + height, left : left + width]
