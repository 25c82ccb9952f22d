"""Automatic removal of watermarks: what is found goes, what is no watermark stays."""

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from safelight import Pilio
from safelight.sandbox import Sandbox
from sandbox_flows import DATA, as_png, watermarked


def marked(
    image: Image.Image, text: str, place: tuple[int, int], size: int, fill: Any, turned: int = 0
) -> Image.Image:
    over = Image.new("RGBA", image.size)
    ImageDraw.Draw(over).text(place, text, font=ImageFont.load_default(size), fill=fill)
    return Image.alpha_composite(image.convert("RGBA"), over.rotate(turned)).convert("RGB")


def levels(image: Image.Image) -> Any:
    return np.asarray(image.convert("L"), int)


def cleaned(sandbox: Sandbox, image: Image.Image) -> Image.Image:
    with Pilio(**sandbox.settings("pilio")) as pilio:
        return Image.open(
            io.BytesIO(pilio.remove_watermark(as_png(image), filename="a.png").result().bytes())
        )


@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee", "raccoon", "rocket"])
def test_a_photograph_without_a_watermark_is_only_labelled(sandbox: Sandbox, name: str) -> None:
    image = Image.open(DATA / f"{name}.jpg").convert("RGB")
    before, after = levels(image), levels(cleaned(sandbox, image))
    changed = np.flatnonzero((before != after).any(axis=1))
    assert 0 < len(changed) < 0.1 * image.height
    assert changed[0] > 0.9 * image.height


def test_a_watermark_on_a_photograph_goes_and_nothing_else(sandbox: Sandbox, photo: bytes) -> None:
    image, page = Image.open(io.BytesIO(photo)).convert("RGB"), watermarked(photo)
    original, marks, clean = levels(image), levels(page), levels(cleaned(sandbox, page))
    letters = np.abs(marks - original) > 25
    assert np.abs(clean - original)[letters].mean() < 0.4 * np.abs(marks - original)[letters].mean()
    assert np.mean(np.abs(clean - original)[~letters] > 25) < 0.005


@pytest.mark.parametrize("fill", [(128, 128, 128, 90), (220, 40, 40, 70)])
def test_a_pale_mark_on_a_page_goes_and_text_and_pictures_stay(
    sandbox: Sandbox, photo: bytes, fill: Any
) -> None:
    page = Image.new("RGB", (600, 780), "white")
    canvas = ImageDraw.Draw(page)
    for line in range(18):
        canvas.text((40, 40 + 34 * line), "Invoice of the year, number 17: a red cup", "black", font_size=18)
    page.paste(Image.open(io.BytesIO(photo)).resize((150, 150)), (430, 610))
    given = marked(page, "DRAFT COPY", (90, 300), 70, fill, turned=30)
    original, marks, clean = levels(page), levels(given), levels(cleaned(sandbox, given))
    text, mark = original < 90, (np.abs(marks - original) > 10) & (original > 250)
    assert np.abs(clean - original)[mark].mean() < 0.1 * np.abs(marks - original)[mark].mean()
    assert np.mean(clean[text] < 130) > 0.98
    assert np.mean(np.abs(clean - original)[620:750, 440:570] > 25) < 0.002
