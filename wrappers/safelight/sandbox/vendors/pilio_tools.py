"""Pilio's tools: what each task makes."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from safelight.sandbox import vendor_facts
from safelight.sandbox.images import adjust, pdf
from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.drawing import DRAWING, draw_prompt, label
from safelight.sandbox.images.encode import product
from safelight.sandbox.images.lettering import remove_watermark
from safelight.sandbox.images.recolour import edit_by_words
from safelight.sandbox.images.retouch import boxes_mask, inpaint
from safelight.sandbox.images.scale import Frame, fit, ratio_size, sharpen, upscale
from safelight.sandbox.jsontypes import JsonObject, flag, objects, text, whole
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Product
from safelight.sandbox.validation import invalid

_FAST = {"fast", "speed", "draft", "preview", "low"}
_SIDES = {"0.5K": 512, "1K": 1024, "2K": 2048, "4K": 4096}
_FACTOR = re.compile(r"^(\d(?:\.\d)?)\s*[xX]?$")
_LARGEST_FACTOR = 8.0
_BOX = ("x1", "y1", "x2", "y2")

Sources = Sequence[StoredObject]


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


def _decode(source: StoredObject, operation: str, name: str = "image") -> Picture:
    return decode(source.path, **vendor_facts.picture("pilio", operation, name))


def _remove_background(body: JsonObject, sources: Sources) -> list[Product]:
    cutout = cut_out(_decode(sources[0], "remove_background"), fast=text(body, "quality_type") in _FAST)
    if flag(body, "trim_transparent_background"):
        cutout = trim(cutout)
    return [product(cutout, "png", role="cutout")]


def _remove_watermark(body: JsonObject, sources: Sources) -> list[Product]:
    picture = decode(sources[0].path)
    if text(body, "mode", "auto") == "manual":
        mask = boxes_mask(picture, [[whole(box, side) for side in _BOX] for box in objects(body, "boxes")])
        cleaned = inpaint(picture, mask)
    else:
        cleaned = remove_watermark(picture)
    return [product(cleaned, "png", role="clean")]


def _factor(body: JsonObject) -> float:
    match = _FACTOR.match(text(body, "type", "2X"))
    return float(match.group(1)) if match else 0.0


def _upscale(body: JsonObject, sources: Sources) -> list[Product]:
    picture = _decode(sources[0], "upscale_image")
    if flag(body, "enhance_quality") or text(body, "method") == "enhance":
        picture = replace(picture, colour=adjust.denoise(picture.colour, 3.0))
    larger = upscale(picture, _factor(body), amount=0.8 if text(body, "preset") == "hd" else 0.5)
    if flag(body, "enhance_text") or flag(body, "enhance_face"):
        larger = replace(larger, colour=sharpen(larger.colour, 0.4, 1.0))
    return [product(larger, "png", role="upscaled")]


def _size(body: JsonObject, reference: Picture | None = None) -> tuple[int, int]:
    """Return width and height of a generated image; the longer side is the resolution's."""
    side = _SIDES[text(body, "resolution", "1K")]
    ratio = text(body, "aspect_ratio", "auto")
    if ratio == "auto":
        ratio = "1:1" if reference is None else f"{reference.width}:{reference.height}"
    return ratio_size(ratio, side)


def _make(body: JsonObject, sources: Sources) -> list[Product]:
    return (_edit if sources else _generate)(body, sources)


def _generate(body: JsonObject, sources: Sources) -> list[Product]:
    width, height = _size(body)
    prompt, note = text(body, "prompt"), DRAWING
    variants = range(whole(body, "output_count", 1))
    return _bundle([draw_prompt(prompt, width, height, variant=variant, note=note) for variant in variants])


def _edit(body: JsonObject, sources: Sources) -> list[Product]:
    prompt = text(body, "prompt")
    references = [_decode(source, "create_gpt_image_2", "images") for source in sources]
    width, height = _size(body, references[0])
    pictures: list[Picture] = []
    for variant in range(whole(body, "output_count", 1)):
        base = fit(references[variant % len(references)], Frame(width, height, smart=True), None)
        painted = edit_by_words(base, prompt, variant)
        pictures.append(label(painted.colour, f"{prompt} - Safelight sandbox stand-in"))
    return _bundle(pictures)


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


def _remove_pdf_watermark(body: JsonObject, sources: Sources) -> list[Product]:
    redrawn = text(body, "mode") == "ai"

    def clean(page: Picture) -> Picture:
        cleaned = remove_watermark(page)
        return replace(cleaned, colour=sharpen(cleaned.colour, 0.3)) if redrawn else cleaned

    return [Product(pdf.rework(sources[0].path, clean), "pdf", "application/pdf", role="clean")]


TOOLS: Mapping[str, Callable[[JsonObject, Sources], list[Product]]] = {
    **dict.fromkeys(
        (
            "create_gpt_image_25_flare",
            "create_gpt_image_25_sunburst",
            "create_nano_banana_21",
            "create_gpt_image_2",
            "create_nano_banana_2",
        ),
        _make,
    ),
    "create_gpt_image_2_generation": _generate,
    "create_gpt_image_2_edit": _edit,
    "remove_image_watermark": _remove_watermark,
    "remove_background": _remove_background,
    "upscale_image": _upscale,
    "remove_pdf_watermark": _remove_pdf_watermark,
}
"""What makes the products of each operation, in a thread."""
