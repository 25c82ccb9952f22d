"""Pilio's tools: what each task makes."""

import re
from collections.abc import Mapping, Sequence

from safelight.sandbox.images import adjust, pdf
from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.drawing import DRAWING, draw_prompt, stand_in
from safelight.sandbox.images.encode import archive, product
from safelight.sandbox.images.lettering import remove_watermark
from safelight.sandbox.images.recolour import edit_by_words
from safelight.sandbox.images.retouch import boxes_mask, inpaint
from safelight.sandbox.images.scale import Frame, fit, ratio_size, sharpen, upscale
from safelight.sandbox.jsontypes import JsonObject, flag, objects, text, whole
from safelight.sandbox.orders import Make, Order
from safelight.sandbox.tasks import Product
from safelight.sandbox.validation import invalid

_FAST = {"fast", "speed", "draft", "preview", "low"}
_SIDES = {"0.5K": 512, "1K": 1024, "2K": 2048, "4K": 4096}
_FACTOR = re.compile(r"^(\d(?:\.\d)?)\s*[xX]?$")
_LARGEST_FACTOR = 8.0
_BOX = ("x1", "y1", "x2", "y2")


def check(body: JsonObject) -> None:
    """Check what no schema says of a task's request.

    Raises:
        Refusal: The request breaks a rule.
    """
    if "type" in body and not 1.0 <= _factor(body) <= _LARGEST_FACTOR:
        raise invalid("type", "not a factor such as 2X")
    for index, box in enumerate(objects(body, "boxes")):
        if whole(box, "x2") <= whole(box, "x1") or whole(box, "y2") <= whole(box, "y1"):
            raise invalid(
                f"boxes.{index}", "the lower right corner is not below and right of the upper left one"
            )


def _remove_background(order: Order) -> list[Product]:
    cutout = cut_out(order.picture(), fast=text(order.options, "quality_type") in _FAST)
    if flag(order.options, "trim_transparent_background"):
        cutout = trim(cutout)
    return [product(cutout, "png", role="cutout")]


def _remove_watermark(order: Order) -> list[Product]:
    picture = order.picture()
    if text(order.options, "mode", "auto") == "manual":
        boxes = [[whole(box, side) for side in _BOX] for box in objects(order.options, "boxes")]
        cleaned = inpaint(picture, boxes_mask(picture, boxes))
    else:
        cleaned = remove_watermark(picture)
    return [product(cleaned, "png", role="clean")]


def _factor(body: JsonObject) -> float:
    match = _FACTOR.match(text(body, "type", "2X"))
    return float(match.group(1)) if match else 0.0


def _upscale(order: Order) -> list[Product]:
    picture, body = order.picture(), order.options
    if flag(body, "enhance_quality") or text(body, "method") == "enhance":
        picture = picture.recoloured(adjust.denoise(picture.colour, 3.0))
    larger = upscale(picture, _factor(body), amount=0.8 if text(body, "preset") == "hd" else 0.5)
    if flag(body, "enhance_text") or flag(body, "enhance_face"):
        larger = larger.recoloured(sharpen(larger.colour, 0.4, 1.0))
    return [product(larger, "png", role="upscaled")]


def _size(body: JsonObject, reference: Picture | None = None) -> tuple[int, int]:
    """Return width and height of a generated image; the longer side is the resolution's."""
    side = _SIDES[text(body, "resolution", "1K")]
    ratio = text(body, "aspect_ratio", "auto")
    if ratio == "auto":
        ratio = "1:1" if reference is None else f"{reference.width}:{reference.height}"
    return ratio_size(ratio, side)


def _make(order: Order) -> list[Product]:
    """Draw pictures or, where some are given, edit those in turn."""
    prompt, variants = text(order.options, "prompt"), range(whole(order.options, "output_count", 1))
    if not order.files:
        size = _size(order.options)
        return _bundle([draw_prompt(prompt, *size, variant=variant, note=DRAWING) for variant in variants])
    references, _ = order.pictures()
    frame = Frame(*_size(order.options, references[0]), smart=True)
    pictures: list[Picture] = []
    for variant in variants:
        base = fit(references[variant % len(references)], frame, None)
        pictures.append(stand_in(edit_by_words(base, prompt, variant).colour, prompt))
    return _bundle(pictures)


def _bundle(pictures: Sequence[Picture]) -> list[Product]:
    """Return one file a picture, and all of them in an archive where there are several."""
    products = [product(picture, "png", role=f"image-{place}") for place, picture in enumerate(pictures, 1)]
    if len(products) > 1:
        products.append(archive({f"{made.role}.png": made.data for made in products}, role="archive"))
    return products


def _remove_pdf_watermark(order: Order) -> list[Product]:
    redrawn = text(order.options, "mode") == "ai"

    def clean(page: Picture) -> Picture:
        cleaned = remove_watermark(page)
        return cleaned.recoloured(sharpen(cleaned.colour, 0.3)) if redrawn else cleaned

    return [pdf.rework(order.paths("pdf")[0], clean, role="clean")]


TOOLS: Mapping[str, Make] = {
    **dict.fromkeys(
        (
            "create_gpt_image_25_flare",
            "create_gpt_image_25_sunburst",
            "create_nano_banana_21",
            "create_gpt_image_2",
            "create_nano_banana_2",
            "create_gpt_image_2_generation",
            "create_gpt_image_2_edit",
        ),
        _make,
    ),
    "remove_image_watermark": _remove_watermark,
    "remove_background": _remove_background,
    "upscale_image": _upscale,
    "remove_pdf_watermark": _remove_pdf_watermark,
}
"""What makes the products of each operation, in a thread."""
