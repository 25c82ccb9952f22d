"""Pictures from words: a landscape drawn from the prompt, and labels that say what is a stand-in."""

import colorsys
import math
import random
import textwrap
import zlib

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from safelight.sandbox.images.arrays import Pixels
from safelight.sandbox.images.decode import Picture

_HUES = {
    "red": 0.0,
    "brown": 0.06,
    "yellow": 0.15,
    "blue": 0.62,
    "violet": 0.77,
    "pink": 0.92,
    "night": 0.66,
    "sea": 0.55,
    "ocean": 0.55,
    "water": 0.53,
    "forest": 0.34,
    "green": 0.34,
    "sunset": 0.04,
    "orange": 0.07,
    "fire": 0.02,
    "desert": 0.10,
    "snow": 0.58,
    "rose": 0.93,
    "purple": 0.78,
    "gold": 0.12,
}
_DARK = {"night", "dark", "space", "cinematic"}
_LAYERS = 5
STAND_IN = "Safelight sandbox stand-in"
DRAWING = "Safelight sandbox: a landscape stands in for every picture"


def draw_prompt(prompt: str, width: int, height: int, *, variant: int = 0, note: str = "") -> Picture:
    """Return a drawn picture for a prompt: the same words give the same picture.

    Args:
        prompt: What was asked for; known words choose the colours, and all of it is written below.
        width: Pixels.
        height: Pixels.
        variant: Tells several pictures of one prompt apart.
        note: A second line of the label, such as the style.
    """
    chance = random.Random(zlib.crc32(prompt.encode()) + variant)  # noqa: S311 - repeatable on purpose
    words = set(prompt.lower().split())
    hue = next((value for word, value in _HUES.items() if word in words), chance.random())
    dark = bool(words & _DARK)
    image = Image.fromarray(_sky(width, height, hue, dark=dark))
    canvas = ImageDraw.Draw(image, "RGBA")
    _sun(canvas, width, height, chance, dark=dark)
    for layer in range(_LAYERS):
        _hills(canvas, (width, height), (hue + 0.03 * layer) % 1.0, layer, chance, dark=dark)
    image = image.filter(ImageFilter.GaussianBlur(max(width, height) / 1400))
    return _label(image, prompt, note)


def label(image: Pixels, text: str) -> Picture:
    """Return a picture with a line written along its lower edge."""
    return _label(Image.fromarray(np.ascontiguousarray(image[:, :, ::-1])), text)


def stand_in(image: Pixels, text: str) -> Picture:
    """Return a picture that is labelled as what a model would make otherwise."""
    return label(image, f"{text} - {STAND_IN}")


def _colour(hue: float, saturation: float, value: float) -> tuple[int, int, int]:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1.0, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)


def _sky(width: int, height: int, hue: float, *, dark: bool) -> Pixels:
    upper = np.array(_colour(hue + 0.08, 0.75, 0.22 if dark else 0.75), np.float32)
    lower = np.array(_colour(hue - 0.04, 0.45, 0.55 if dark else 0.98), np.float32)
    share = np.linspace(0, 1, height, dtype=np.float32)[:, None, None] ** 1.3
    rows = upper * (1 - share) + lower * share
    return np.broadcast_to(rows, (height, width, 3)).astype(np.uint8).copy()


def _sun(canvas: ImageDraw.ImageDraw, width: int, height: int, chance: random.Random, *, dark: bool) -> None:
    x, y = width * chance.uniform(0.2, 0.8), height * chance.uniform(0.15, 0.4)
    size = min(width, height) * chance.uniform(0.05, 0.1)
    light = (235, 240, 255) if dark else (255, 246, 214)
    for ring in range(6, 0, -1):
        radius = size * (1 + ring * 0.35)
        canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(*light, 14))
    canvas.ellipse((x - size, y - size, x + size, y + size), fill=(*light, 235))


def _hills(
    canvas: ImageDraw.ImageDraw,
    size: tuple[int, int],
    hue: float,
    layer: int,
    chance: random.Random,
    *,
    dark: bool,
) -> None:
    width, height = size
    base = height * (0.45 + 0.11 * layer)
    waves = [
        (chance.uniform(0.5, 2.5) * (1 + layer * 0.4), chance.uniform(0, 6.28), height * 0.09 / (1 + number))
        for number in range(4)
    ]
    steps = max(2, width // 3)
    points: list[tuple[float, float]] = []
    for step in range(steps + 1):
        x = step / steps
        y = base + sum(reach * math.sin(x * math.tau * pace + phase) for pace, phase, reach in waves)
        points.append((x * width, y))
    shade = (0.42 if dark else 0.72) - 0.08 * layer
    canvas.polygon(
        [*points, (width, height), (0, height)], fill=(*_colour(hue, 0.35 + 0.1 * layer, shade), 255)
    )


def _label(image: Image.Image, text: str, note: str = "") -> Picture:
    size = max(11, min(image.width, image.height) // 34)
    font = ImageFont.load_default(size)
    columns = max(16, int(image.width / (size * 0.56)))
    lines = textwrap.wrap(text, columns)[:3]
    if note:
        lines.append(note)
    high = round(size * 1.35) * len(lines) + size
    canvas = ImageDraw.Draw(image, "RGBA")
    canvas.rectangle((0, image.height - high, image.width, image.height), fill=(12, 14, 18, 168))
    for place, line in enumerate(lines):
        where = (size * 0.8, image.height - high + size * 0.5 + place * size * 1.35)
        canvas.text(where, line, font=font, fill=(255, 255, 255, 235))
    return Picture(colour=np.ascontiguousarray(np.asarray(image)[:, :, ::-1]), alpha=None, format="PNG")
