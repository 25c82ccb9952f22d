"""Hair, age and make-up: simple effects that stand in for the vendors' models, each labelled as such."""

import random
import zlib
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np

from safelight.sandbox.images.adjust import saturation, transfer_colours
from safelight.sandbox.images.arrays import (
    Floats,
    Pixels,
    convert,
    falling,
    gaussian,
    mix,
    shrink,
    to_bytes,
    to_float,
)
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.saliency import Face, find_face
from safelight.sandbox.images.scale import crop, sharpen
from safelight.sandbox.tasks import WorkFailed

_WORKING_SIDE = 400
_LEAST_CONTRAST = 2.0
"""In levels of a colour. Faces are found by rules of thumb, so a picture of more contrast has the benefit of doubt."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the face is in a picture, and soft masks of its skin and its hair."""

    face: Face
    skin: Floats
    hair: Floats


def find_head(picture: Picture) -> Head:
    """Return the head in a picture; where no face is found, one in the usual place of a portrait.

    Raises:
        WorkFailed: `no_face` where the picture is so plain that none can be in it.
    """
    small, scale = shrink(picture.colour, _WORKING_SIDE, enlarge=True)
    found = find_face(small)
    if found is None:
        if float(small.std(axis=(0, 1)).max()) < _LEAST_CONTRAST:
            raise WorkFailed("no_face", "There is no face in the image.")
        face = Face(picture.width * 0.5, picture.height * 0.36, picture.width * 0.26, picture.height * 0.34)
    else:
        face = Face(found.x / scale, found.y / scale, found.width / scale, found.height / scale)
    rows, columns = np.mgrid[0 : picture.height, 0 : picture.width].astype(np.float32)
    across, down = (columns - face.x) / face.width, (rows - face.y) / face.height
    oval = np.sqrt((across / 0.40) ** 2 + ((down - 0.14) / 0.40) ** 2)
    crown = np.sqrt((across / 0.66) ** 2 + ((down + 0.04) / 0.64) ** 2)
    inside = falling(oval, 9.0)
    around = falling(crown, 12.0)
    tone = _skin_tone(picture.colour, inside)
    skin = gaussian(to_float(inside * tone), max(1.0, face.width / 60))
    subject = cut_out(picture, fast=True).opacity
    upper = np.clip(1.0 - (down - 0.30) / 0.15, 0, 1)
    hair = subject * around * upper * (1.0 - np.clip(skin * 1.6, 0, 1))
    hair = gaussian(to_float(hair), max(0.8, face.width / 120))
    return Head(face=face, skin=skin, hair=hair)


def _skin_tone(image: Pixels, inside: Floats) -> Floats:
    """Return how much each colour is like the middle of the face."""
    lab = to_float(convert(image, cv2.COLOR_BGR2LAB))
    weights = (inside > 0.8)[:, :, None].astype(np.float32) + 1e-6
    mean = (lab * weights).sum(axis=(0, 1)) / weights.sum()
    distance = np.linalg.norm((lab - mean) * np.array([0.5, 1.0, 1.0], np.float32), axis=2)
    return to_float(np.clip(1.9 - distance / 17.0, 0.0, 1.0))


# Hair


def _chance(style: str) -> random.Random:
    return random.Random(zlib.crc32(style.encode()))  # noqa: S311 - repeatable on purpose


def recolour_hair(picture: Picture, style: str) -> Pixels:
    """Return a picture with hair of a colour that the style's name decides."""
    head, chance = find_head(picture), _chance(style)
    hsv = to_float(convert(picture.colour, cv2.COLOR_BGR2HSV))
    hue, strength = chance.choice((2.0, 8.0, 120.0, 140.0, 165.0)), chance.uniform(1.1, 1.5)
    coloured = hsv.copy()
    coloured[:, :, 0] = hue
    coloured[:, :, 1] = np.clip(np.maximum(hsv[:, :, 1], 120) * strength, 0, 255)
    coloured[:, :, 2] = np.clip(hsv[:, :, 2] * chance.uniform(0.7, 1.05), 0, 255)
    return mix(
        convert(to_bytes(coloured), cv2.COLOR_HSV2BGR), picture.colour, np.clip(head.hair * 1.4 - 0.4, 0, 0.9)
    )


def extend_hair(picture: Picture, style: str) -> Pixels:
    """Return a picture with strands of the hair's own colour falling beside the face."""
    head, chance = find_head(picture), _chance(style)
    face = head.face
    roots = [
        (face.x + side * face.width * (0.36 + 0.22 * number / 90), face.y - 0.05 * face.height)
        for side in (-1, 1)
        for number in range(90)
    ]
    length = face.height * chance.uniform(1.1, 1.7)
    wave = face.width * (0.07 if "W" in style[:1] or "C" in style[:1] else 0.02)
    return _strands(picture, head, roots, length=length, wave=wave, chance=chance)


def add_bangs(picture: Picture, style: str) -> Pixels:
    """Return a picture with strands of the hair's own colour over the forehead."""
    head, chance = find_head(picture), _chance(style)
    face = head.face
    roots = [
        (face.x + face.width * (-0.33 + 0.66 * number / 150), face.y - 0.33 * face.height)
        for number in range(150)
    ]
    length = face.height * (0.2 if "Baby" in style else 0.32)
    return _strands(picture, head, roots, length=length, wave=face.width * 0.015, chance=chance)


def _strands(
    picture: Picture,
    head: Head,
    roots: list[tuple[float, float]],
    *,
    length: float,
    wave: float,
    chance: random.Random,
) -> Pixels:
    # Each strand has the colour of some place in the hair.
    shades = picture.colour[head.hair >= 0.6 * head.hair.max()]
    layer = picture.colour.copy()
    covered = np.zeros(picture.colour.shape[:2], np.uint8)
    steps = np.linspace(0, 1, 24)
    thickness = max(1, round(head.face.width / 90))
    for x, level in chance.sample(roots, len(roots)):
        y = level - chance.uniform(0, 0.3) * length
        phase, reach = chance.uniform(0, 6.28), length * chance.uniform(0.82, 1.0)
        lean = chance.uniform(-0.06, 0.06) * head.face.width
        points = np.stack(
            [x + lean * steps + wave * np.sin(steps * 7 + phase) * steps, y + reach * steps], axis=1
        )
        colour = tuple(float(channel) for channel in shades[chance.randrange(len(shades))])
        line = [np.rint(points).astype(np.int32)]
        cv2.polylines(layer, line, False, colour, thickness, cv2.LINE_AA)  # noqa: FBT003
        cv2.polylines(covered, line, False, 255, thickness, cv2.LINE_AA)  # noqa: FBT003
    # Soft at the roots, so that strands come out of the hair and do not begin at a line.
    down = (np.arange(picture.height, dtype=np.float32) - (roots[0][1] - 0.3 * length)) / (0.4 * length)
    share = gaussian(to_float(covered) / np.float32(255), 0.7) * np.clip(down, 0, 1)[:, None]
    return mix(gaussian(layer, 0.7), picture.colour, to_float(share))


def raise_volume(picture: Picture, style: str) -> Pixels:
    """Return a picture whose hair stands further out, by a smooth bulge around the head."""
    head = find_head(picture)
    strength = {"Light": 0.10, "Medium": 0.18}.get(style, 0.26)
    face = head.face
    rows, columns = np.mgrid[0 : picture.height, 0 : picture.width].astype(np.float32)
    across, down = columns - face.x, rows - (face.y + 0.05 * face.height)
    distance = np.sqrt((across / (0.55 * face.width)) ** 2 + (down / (0.58 * face.height)) ** 2)
    ring = np.exp(-(((distance - 1.0) / 0.42) ** 2)) * (down < 0.35 * face.height)
    pull = 1.0 - strength * gaussian(to_float(ring), face.width / 20)
    columns, rows = face.x + across * pull, face.y + 0.05 * face.height + down * pull
    moved = cv2.remap(
        picture.colour, to_float(columns), to_float(rows), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
    )
    return cast("Pixels", moved)


# Age and make-up


def age(picture: Picture, head: Head, years: int, present: int) -> Pixels:
    """Return a face made younger (smooth, bright) or older (grey hair, marked skin)."""
    change = (years - present) / 50.0
    image = picture.colour
    if change < 0:
        smooth = cast("Pixels", cv2.bilateralFilter(image, 11, 60 * min(1.0, -change * 1.6), 9))
        bright = to_bytes(to_float(saturation(smooth, 10 * -change)) * (1 + 0.05 * -change) + 3)
        return mix(bright, image, head.skin)
    marked = saturation(sharpen(image, 3.2 * change, 2.2), -28 * change)
    face = mix(marked, image, head.skin)
    grey = to_float(convert(convert(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)) * 0.75 + 70
    return mix(grey, face, head.hair * min(1.0, change * 1.1))


def transfer_makeup(picture: Picture, reference: Picture) -> Pixels:
    """Return a face with the tones of another face's skin and lips."""
    head, other = find_head(picture), find_head(reference)
    face = other.face
    left, top = max(0, round(face.x - face.width * 0.3)), max(0, round(face.y - face.height * 0.1))
    patch = reference.colour[
        top : top + max(8, round(face.height * 0.5)), left : left + max(8, round(face.width * 0.6))
    ]
    toned = transfer_colours(picture.colour, np.ascontiguousarray(patch), head.skin, 0.7)
    rows, columns = np.mgrid[0 : picture.height, 0 : picture.width].astype(np.float32)
    across = (columns - head.face.x) / (0.17 * head.face.width)
    down = (rows - head.face.y - 0.27 * head.face.height) / (0.055 * head.face.height)
    lips = gaussian(to_float(np.clip(1.4 - np.hypot(across, down), 0, 1)), head.face.width / 50)
    red = to_float(toned) * np.array([0.72, 0.62, 1.12], np.float32)
    return mix(red, toned, lips * 0.6)


def crop_identity(picture: Picture) -> Picture:
    """Return a picture cut below the eyes, so that nobody is recognized."""
    head = find_head(picture)
    top = min(picture.height - 8, max(0, round(head.face.y + 0.12 * head.face.height)))
    return crop(picture, 0, top, picture.width, picture.height - top)
