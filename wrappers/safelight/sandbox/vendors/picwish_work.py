"""PicWish's engine: cutout, mask, backgrounds."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from safelight.sandbox import vendor_facts
from safelight.sandbox.fetch import fetch
from safelight.sandbox.images.arrays import mix, to_bytes
from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.encode import flatten, product
from safelight.sandbox.images.scale import Frame, fit
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
            cutout = trim(cutout)
        extension = text(options, "format", "png")
        wanted = whole(options, "output_type", _IMAGE)
        products: list[Product] = []
        if wanted in {_IMAGE_AND_MASK, _IMAGE}:
            products.append(product(_compose(cutout, options, inputs.background), extension))
        if wanted in {_IMAGE_AND_MASK, _MASK}:
            mask = np.dstack([to_bytes(cutout.opacity * 255)] * 3)
            products.append(product(replace(cutout, colour=mask, alpha=None), "png", role="mask"))
        return products

    return work, before


def _compose(cutout: Picture, options: JsonObject, background: Path | None) -> Picture:
    if background is not None:
        below = fit(decode(background, **_BACKGROUND_LIMITS), Frame(cutout.width, cutout.height), None)
        return replace(cutout, colour=mix(cutout.colour, below.colour, cutout.opacity), alpha=None)
    if text(options, "format", "png") == "jpg":
        red, green, blue = bytes.fromhex(text(options, "bg_color", "ffffff"))
        return flatten(cutout, (red, green, blue))
    return cutout
