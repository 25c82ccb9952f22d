"""Sample files for the pictures on the vendor pages: the test photographs, prepared for what an operation works on."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

PHOTO = Path(__file__).parents[2] / "tests" / "data" / "astronaut.jpg"
SMALL = 160
"""Pixels of the photograph that is enlarged."""
MARKED = (360, 60, 505, 290)
"""What masks and rectangles mark on the photograph: left, top, right and bottom in pixels."""


@cache
def photo() -> bytes:
    return PHOTO.read_bytes()


@cache
def transparent() -> bytes:
    """The photograph as PNG, with nothing around the subject."""
    image = _open()
    alpha = Image.new("L", image.size, 0)
    ImageDraw.Draw(alpha).ellipse((60, 0, 420, 620), fill=255)
    image.putalpha(alpha)
    return _written(image, "PNG")


@cache
def grey() -> bytes:
    return _written(_open().convert("L"))


@cache
def dark() -> bytes:
    return _written(_open().point(lambda value: value * 0.45))


@cache
def small() -> bytes:
    return _written(_open().resize((SMALL, SMALL)))


@cache
def watermarked() -> bytes:
    return _written(_with_text())


@cache
def document() -> bytes:
    """A PDF of one page with a watermark."""
    return _written(_with_text(), "PDF")


@cache
def mask() -> bytes:
    """White where the photograph is to change."""
    image = Image.new("L", _open().size, 0)
    ImageDraw.Draw(image).rectangle(MARKED, fill=255)
    return _written(image, "PNG")


@cache
def product() -> bytes:
    """A drawing of something to try on: a ring of gold."""
    image = Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(image).ellipse((80, 80, 320, 320), outline="#c9971c", width=44)
    return _written(image)


def _open() -> Image.Image:
    return Image.open(PHOTO).convert("RGB")


def _with_text() -> Image.Image:
    image = _open()
    font = ImageFont.load_default(48)
    ImageDraw.Draw(image).text((150, 440), "SAMPLE", "white", font, stroke_width=2, stroke_fill="#555555")
    return image


def _written(image: Image.Image, kind: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, quality=92)
    return buffer.getvalue()
