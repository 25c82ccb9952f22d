"""Pilio's tools: what each task makes and what it costs."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace

from safelight.sandbox import vendor_facts
from safelight.sandbox.images import adjust, pdf
from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.drawing import draw_prompt, label
from safelight.sandbox.images.encode import product
from safelight.sandbox.images.retouch import boxes_mask, inpaint, watermark_mask
from safelight.sandbox.images.scale import Frame, fit, sharpen, upscale
from safelight.sandbox.jsontypes import JsonObject, flag, objects, text, whole
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Product, Work
from safelight.sandbox.validation import invalid

_FAST = {"fast", "speed", "draft", "preview", "low"}
_SIDES = {"0.5K": 512, "1K": 1024, "2K": 2048, "4K": 4096}
_FACTOR = re.compile(r"^(\d(?:\.\d)?)\s*[xX]?$")
_LARGEST_FACTOR = 8.0

Tool = Callable[[JsonObject, Sequence[StoredObject]], tuple[Work, float]]


def _decode(source: StoredObject, operation: str, name: str = "image") -> Picture:
    return decode(source.path, **vendor_facts.picture("pilio", operation, name))


def _remove_background(body: JsonObject, sources: Sequence[StoredObject]) -> tuple[Work, float]:
    source = sources[0]

    def work() -> list[Product]:
        cutout = cut_out(_decode(source, "remove_background"), fast=text(body, "quality_type") in _FAST)
        if flag(body, "trim_transparent_background"):
            cutout = trim(cutout)
        return [product(cutout, "png", role="cutout")]

    return work, 1


def _remove_watermark(body: JsonObject, sources: Sequence[StoredObject]) -> tuple[Work, float]:
    source = sources[0]
    boxes = [
        (whole(box, "x1"), whole(box, "y1"), whole(box, "x2"), whole(box, "y2"))
        for box in objects(body, "boxes")
    ]
    manual = text(body, "mode", "auto") == "manual"
    for index, (left, top, right, bottom) in enumerate(boxes):
        if right <= left or bottom <= top:
            raise invalid(
                f"boxes.{index}", "the lower right corner is not below and right of the upper left one"
            )

    def work() -> list[Product]:
        picture = decode(source.path)
        mask = boxes_mask(picture, boxes) if manual else watermark_mask(picture)
        return [product(inpaint(picture, mask), "png", role="clean")]

    return work, 1


def _upscale(body: JsonObject, sources: Sequence[StoredObject]) -> tuple[Work, float]:
    source = sources[0]
    match = _FACTOR.match(text(body, "type", "2X"))
    if match is None or not 1.0 <= float(match.group(1)) <= _LARGEST_FACTOR:
        raise invalid("type", "not a factor such as 2X")
    factor = float(match.group(1))

    def work() -> list[Product]:
        picture = _decode(source, "upscale_image")
        if flag(body, "enhance_quality") or text(body, "method") == "enhance":
            picture = replace(picture, colour=adjust.denoise(picture.colour, 3.0))
        larger = upscale(picture, factor, amount=0.8 if text(body, "preset") == "hd" else 0.5)
        if flag(body, "enhance_text") or flag(body, "enhance_face"):
            larger = replace(larger, colour=sharpen(larger.colour, 0.4, 1.0))
        return [product(larger, "png", role="upscaled")]

    return work, 3


def _size(body: JsonObject, reference: Picture | None = None) -> tuple[int, int]:
    """Return width and height of a generated image; the longer side is the resolution's."""
    side = _SIDES[text(body, "resolution", "1K")]
    ratio = text(body, "aspect_ratio", "auto")
    if ratio == "auto":
        wide, high = (reference.width, reference.height) if reference is not None else (1, 1)
    else:
        wide, high = (int(part) for part in ratio.split(":"))
    scale = side / max(wide, high)
    return max(16, round(wide * scale)), max(16, round(high * scale))


def _generate(body: JsonObject, sources: Sequence[StoredObject]) -> tuple[Work, float]:
    del sources
    count = whole(body, "output_count", 1)

    def work() -> list[Product]:
        width, height = _size(body)
        pictures = [
            draw_prompt(
                text(body, "prompt"), width, height, variant=variant, note="Safelight sandbox drawing"
            )
            for variant in range(count)
        ]
        return _bundle(pictures)

    return work, 2 * count


def _edit(body: JsonObject, sources: Sequence[StoredObject]) -> tuple[Work, float]:
    count = whole(body, "output_count", 1)

    def work() -> list[Product]:
        references = [_decode(source, "create_gpt_image_2_edit", "images") for source in sources]
        width, height = _size(body, references[0])
        pictures: list[Picture] = []
        for variant in range(count):
            base = fit(references[variant % len(references)], Frame(width, height, smart=True), None)
            style = draw_prompt(text(body, "prompt"), 256, 256, variant=variant)
            painted = adjust.stylize(base, style, 0.35 + 0.1 * variant, 0.5)
            pictures.append(label(painted.colour, f"{text(body, 'prompt')} - Safelight sandbox stand-in"))
        return _bundle(pictures)

    return work, 2 * count


def _bundle(pictures: Sequence[Picture]) -> list[Product]:
    """Return one file a picture, and all of them in an archive where there are several."""
    products = [product(picture, "png", role=f"image-{place}") for place, picture in enumerate(pictures, 1)]
    if len(products) > 1:
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as files:
            for place, item in enumerate(products, 1):
                files.writestr(f"image-{place}.png", item.data)
        products.append(Product(archive.getvalue(), "zip", "application/zip", role="archive"))
    return products


def _remove_pdf_watermark(body: JsonObject, sources: Sequence[StoredObject]) -> tuple[Work, float]:
    source = sources[0]
    by_page = text(body, "mode", "editable") == "ai"
    price = max(1, pdf.count_pages(source.path)) if by_page else 2

    def clean(page: Picture) -> Picture:
        cleaned = inpaint(page, watermark_mask(page))
        return replace(cleaned, colour=sharpen(cleaned.colour, 0.3)) if by_page else cleaned

    def work() -> list[Product]:
        return [Product(pdf.rework(source.path, clean), "pdf", "application/pdf", role="clean")]

    return work, price


TOOLS: dict[str, Tool] = {
    "create_gpt_image_2_generation": _generate,
    "create_gpt_image_2_edit": _edit,
    "remove_image_watermark": _remove_watermark,
    "remove_background": _remove_background,
    "upscale_image": _upscale,
    "remove_pdf_watermark": _remove_pdf_watermark,
}
