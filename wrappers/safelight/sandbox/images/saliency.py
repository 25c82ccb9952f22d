"""A first guess at the subject: where it stands, how its colours differ, what is in focus, where a face is."""

from dataclasses import dataclass
from typing import Any, cast

import cv2
import numpy as np
import numpy.typing as npt

from safelight.sandbox.images.arrays import (
    Floats,
    Piece,
    Pixels,
    Plane,
    convert,
    falling,
    gaussian,
    morph,
    pieces,
    to_float,
)

_BINS = 12
_LEAST_FACE_SCORE = 0.62
_LEAST_DETAIL = 1e-3
"""In levels of grey. Below it is a plain area, and what differs there is rounding."""

# Bounds of skin in Y, Cr and Cb, from generous to narrow.
_SKIN_BOUNDS = (
    ((70, 134, 85), (255, 168, 127)),
    ((80, 138, 90), (255, 165, 122)),
    ((80, 142, 90), (255, 168, 122)),
    ((60, 146, 90), (255, 172, 120)),
)


@dataclass(frozen=True, slots=True)
class Face:
    """A face, in pixels: its middle and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Prior:
    """How likely each pixel belongs to the subject, from 0 to 1: by its place alone, and all told."""

    place: Floats
    total: Floats
    person: bool


def subject_prior(image: Pixels) -> Prior:
    """Return a guess at the subject of a picture before any cutting."""
    height, width = image.shape[:2]
    across, down = _grid(width, height)
    face = find_face(image)
    if face is None:
        # A thing is often cut by the lower edge of its picture, less often by the upper one.
        vertical = np.where(down < 0.54, (0.54 - down) / 0.42, (down - 0.54) / 0.56)
        position = np.exp(-((np.abs(across - 0.5) / 0.36) ** 3) - vertical**4)
    else:
        position = _person(face, across * width, down * height)
    position = position.astype(np.float32)
    colour = _colour_odds(image, position, down)
    focus = _focus(image, position)
    prior = 0.62 * position + 0.38 * colour if focus is None else 0.4 * position + 0.3 * colour + 0.3 * focus
    return Prior(position, np.clip(prior, 0.0, 1.0).astype(np.float32), face is not None)


def _grid(width: int, height: int) -> tuple[Floats, Floats]:
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    return columns / max(width - 1, 1), rows / max(height - 1, 1)


def _person(face: Face, x: Floats, y: Floats) -> Floats:
    """Return the likely place of a person with this face: head with hair, shoulders, body down to the edge."""
    head = np.sqrt(
        ((x - face.x) / (face.width * 0.68)) ** 2
        + ((y - face.y + 0.08 * face.height) / (face.height * 0.68)) ** 2
    )
    below = y - (face.y + 0.5 * face.height)
    # Shoulders come at once; arms and what they hold reach further out towards the lower edge.
    shoulders = np.clip(below / (0.8 * face.height), 0.0, 1.0)
    arms = np.clip((below - face.height) / (1.5 * face.height), 0.0, 1.0)
    reach = face.width * (0.45 + 0.95 * shoulders + 0.75 * arms)
    body = np.where(below > 0, np.abs(x - face.x) / reach, 9.0)
    distance = np.minimum(head, body)
    return falling(distance, 7.0)


def _colour_odds(image: Pixels, position: Floats, down: Floats) -> Floats:
    """Return how much more often each colour stands where the subject should be than around it."""
    lab = convert(image, cv2.COLOR_BGR2LAB)
    bins = (lab.astype(np.int32) * _BINS) // 256
    index = (bins[:, :, 0] * _BINS + bins[:, :, 1]) * _BINS + bins[:, :, 2]
    inside = position**2
    outside = (1.0 - position) ** 2 * np.where(down > 0.85, 0.4, 1.0)
    size = _BINS**3
    front = _smooth_histogram(np.bincount(index.ravel(), inside.ravel(), size))
    back = _smooth_histogram(np.bincount(index.ravel(), outside.ravel(), size))
    odds = (front + 1e-6) / (front + back + 2e-6)
    return gaussian(to_float(odds[index]), 1.5)


def _smooth_histogram(counts: npt.NDArray[Any]) -> Floats:
    cube = counts.reshape(_BINS, _BINS, _BINS)
    for axis in range(3):
        cube = cube * 0.5 + 0.25 * (np.roll(cube, 1, axis) + np.roll(cube, -1, axis))
    return to_float(cube.ravel() / max(float(cube.sum()), 1e-9))


def _focus(image: Pixels, position: Floats) -> Floats | None:
    """Return how sharp each place is, from 0 to 1; None where focus does not tell subject from background."""
    grey = to_float(convert(image, cv2.COLOR_BGR2GRAY))
    detail = np.abs(grey - gaussian(grey, 2.0))
    energy = gaussian(to_float(detail), max(image.shape[:2]) / 40)
    inside = float((energy * position).sum() / max(float(position.sum()), 1e-6))
    outside = float((energy * (1 - position)).sum() / max(float((1 - position).sum()), 1e-6))
    if inside < max(1.6 * outside, _LEAST_DETAIL):
        return None
    return to_float(np.clip(energy / (inside * 0.9), 0.0, 1.0))


def find_face(image: Pixels) -> Face | None:
    """Return the most likely face: a compact piece of skin colour with darker eyes in it, or None.

    No trained detector comes with OpenCV's wheels any more; several bounds of what counts as skin stand in.
    """
    ycrcb = convert(image, cv2.COLOR_BGR2YCrCb)
    best, best_score = None, _LEAST_FACE_SCORE
    for low, high in _SKIN_BOUNDS:
        skin = cast("Plane", cv2.inRange(ycrcb, np.array(low), np.array(high)))
        skin = morph(morph(skin, cv2.MORPH_OPEN, 5), cv2.MORPH_CLOSE, 7)
        for piece in pieces(skin)[1]:
            score = _face_score(image, piece)
            if score > best_score:
                tall = min(piece.height, piece.width * 1.5)
                best_score = score
                best = Face(piece.left + piece.width / 2, piece.top + tall / 2, piece.width, tall)
    return best


def _face_score(image: Pixels, piece: Piece) -> float:
    height, width = image.shape[:2]
    share = piece.area / (width * height)
    fill = piece.area / (piece.width * piece.height)
    at_side = piece.left <= 1 or piece.left + piece.width >= width - 1
    if not 0.006 < share < 0.3 or not 0.85 < piece.height / piece.width < 2.0 or fill < 0.54 or at_side:
        return 0.0
    middle: float = 1.0 - min(1.0, abs(piece.x / width - 0.5) * 2.0)
    high_up: float = 1.0 - min(1.0, abs(piece.y / height - 0.3) * 1.6)
    oval: float = 1.0 - min(1.0, abs(fill - 0.75) * 4.0)
    size: float = min(1.0, share / 0.03)
    return 0.28 * middle + 0.22 * high_up + 0.2 * _eyes(image, piece) + 0.15 * oval + 0.15 * size


def _eyes(image: Pixels, piece: Piece) -> float:
    """Return how much darker the two places of the eyes are than the cheeks, from 0 to 1."""
    wide, high = piece.width, piece.height
    grey = to_float(convert(image, cv2.COLOR_BGR2GRAY))
    grey = grey[piece.top : piece.top + high, piece.left : piece.left + wide]
    band = grey[int(high * 0.2) : int(high * 0.55)]
    cheeks = grey[int(high * 0.55) : int(high * 0.8), int(wide * 0.2) : int(wide * 0.8)]
    if band.size == 0 or cheeks.size == 0:
        return 0.0
    darkest = float(np.percentile(band, 8))
    return min(1.0, max(0.0, (float(np.median(cheeks)) - darkest) / 70.0))
