"""Cutting the subject out: a prior from border colours and position, GrabCut, then a soft edge."""

import math
from dataclasses import dataclass, replace
from typing import cast

import cv2
import numpy as np

from safelight.sandbox.images.arrays import (
    Floats,
    Pixels,
    Plane,
    box_mean,
    convert,
    gaussian,
    grab_cut,
    morph,
    pieces,
    resize_smooth,
    shrink,
    to_bytes,
    to_float,
)
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.saliency import subject_prior
from safelight.sandbox.images.scale import crop

_WORKING_SIDE = 400
_ITERATIONS = 3
# The edge is worked on in bands of about so many pixels: all at once, it takes a hundred bytes for each of them.
_BAND = 1 << 20
_LEAST_ROWS = 256
_REACHES = (24, 6)


def cut_out(picture: Picture, *, fast: bool = False) -> Picture:
    """Return the subject of a picture on a transparent background, without the background's shine.

    Args:
        picture: What to cut; its own transparency stays transparent.
        fast: Skips the cleaning of the subject's edge.
    """
    height, width = picture.colour.shape[:2]
    small, _ = shrink(picture.colour, _WORKING_SIDE)
    mask = resize_smooth(to_float(_segment(small)) / 255.0, width, height)
    edge = _Edge.of(width, height)
    alpha = np.empty((height, width), np.uint8)
    colour = picture.colour if fast else np.empty_like(picture.colour)
    rows = max(_LEAST_ROWS, _BAND // width)
    for top in range(0, height, rows):
        first, last = max(0, top - edge.margin), min(height, top + rows + edge.margin)
        part = picture.colour[first:last]
        soft = _soft_edge(part, mask[first:last], edge)
        if picture.alpha is not None:
            soft = cast("Plane", np.minimum(soft, picture.alpha[first:last]))
        wanted = slice(top - first, min(height, top + rows) - first)
        alpha[top : top + rows] = soft[wanted]
        if not fast:
            colour[top : top + rows] = _clean_edge(part, soft, edge)[wanted]
    return replace(picture, colour=colour, alpha=alpha)


@dataclass(frozen=True, slots=True)
class _Edge:
    """How wide the filters along the subject's edge are, in pixels; `margin` is what a band needs around it."""

    sigma: float
    radius: int
    reaches: tuple[int, ...]
    margin: int

    @classmethod
    def of(cls, width: int, height: int) -> "_Edge":
        longest, shortest = max(width, height), min(width, height)
        sigma, radius = max(0.8, longest / 900), max(3, round(longest / 160))
        reaches = tuple(min(reach, max(1, shortest // 4)) for reach in _REACHES)
        return cls(sigma, radius, reaches, margin=math.ceil(4 * sigma) + 2 * radius + sum(reaches) + 1)


def trim(picture: Picture) -> Picture:
    """Cut away the transparent rim, if anything is visible."""
    if picture.alpha is None:
        return picture
    left, top, width, height = cv2.boundingRect((picture.alpha > 8).astype(np.uint8))
    return crop(picture, left, top, width, height) if width else picture


def _segment(image: Pixels) -> Plane:
    """Return 255 where the subject is, at the working size."""
    guess = subject_prior(image)
    prior, place = guess.total, guess.place
    height, width = prior.shape
    labels = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    # The bounds were found on photographs.
    labels[prior > 0.5] = cv2.GC_PR_FGD
    labels[(prior > (0.82 if guess.person else 0.66)) & (place > 0.8)] = cv2.GC_FGD
    labels[prior < 0.12] = cv2.GC_BGD
    if guess.person:
        labels[place < 0.06] = cv2.GC_BGD
    if not (labels == cv2.GC_PR_FGD).any() and not (labels == cv2.GC_FGD).any():
        labels[height // 6 : -height // 6, width // 6 : -width // 6] = cv2.GC_PR_FGD
    if not ((labels == cv2.GC_BGD) | (labels == cv2.GC_PR_BGD)).any():
        labels[:2] = labels[:, :2] = labels[:, -2:] = cv2.GC_BGD
    smooth = cast("Pixels", cv2.bilateralFilter(image, 5, 25, 5))
    grab_cut(smooth, labels, _ITERATIONS)
    mask = np.where((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD), 255, 0).astype(np.uint8)
    return _tidy(mask, prior)


def _tidy(mask: Plane, prior: Floats) -> Plane:
    """Keep the main pieces, close holes and smooth the outline."""
    mask = morph(mask, cv2.MORPH_OPEN, 5)
    labels, found = pieces(mask)
    if found:
        weights = np.bincount(labels.ravel(), prior.ravel())
        least = 0.2 * weights[1:].max()
        keep = [
            piece.label for piece in found if weights[piece.label] > least and piece.area > 0.002 * mask.size
        ]
        mask = np.where(np.isin(labels, keep), 255, 0).astype(np.uint8)
    mask = morph(mask, cv2.MORPH_CLOSE, 9)
    return _fill_holes(mask)


def _fill_holes(mask: Plane) -> Plane:
    """Fill small holes that lie wholly inside the subject."""
    labels, found = pieces(cast("Plane", cv2.bitwise_not(mask)))
    height, width = mask.shape
    for hole in found:
        inside = hole.left > 0 and hole.top > 0
        inside = inside and hole.left + hole.width < width and hole.top + hole.height < height
        if inside and hole.area < 0.03 * mask.size:
            mask[labels == hole.label] = 255
    return mask


def _soft_edge(colour: Pixels, coarse: Floats, edge: _Edge) -> Plane:
    """Return the mask with an edge that follows the picture (a guided filter)."""
    mask = gaussian(coarse, edge.sigma)
    guide = to_float(convert(colour, cv2.COLOR_BGR2GRAY)) / 255.0
    filtered = _guided(guide, mask, edge.radius, 1e-4)
    # Away from the edge the coarse mask is right: a guided filter lets texture shine through there.
    near_edge = box_mean(((mask > 0.02) & (mask < 0.98)).astype(np.float32), edge.radius * 2) > 0
    alpha = np.where(near_edge, filtered, mask)
    alpha = np.clip((alpha - 0.12) / 0.76, 0.0, 1.0)
    return to_bytes(alpha * 255.0)


def _guided(guide: Floats, mask: Floats, radius: int, epsilon: float) -> Floats:
    mean_guide = box_mean(guide, radius)
    mean_mask = box_mean(mask, radius)
    variance = box_mean(guide * guide, radius) - mean_guide * mean_guide
    covariance = box_mean(guide * mask, radius) - mean_guide * mean_mask
    slope = to_float(covariance / (variance + epsilon))
    offset = to_float(mean_mask - slope * mean_guide)
    return box_mean(slope, radius) * guide + box_mean(offset, radius)


def _clean_edge(colour: Pixels, alpha: Plane, edge: _Edge) -> Pixels:
    """Replace the background's share in half transparent pixels by colours of the subject beside them."""
    share = to_float(alpha)[:, :, None] / 255.0
    source = to_float(colour)
    estimate: Floats = source
    for radius in edge.reaches:
        weight = box_mean(np.ascontiguousarray(share[:, :, 0]), radius)[:, :, None]
        front = box_mean(to_float(estimate * share), radius) / (weight + 1e-4)
        back = box_mean(to_float(source * (1.0 - share)), radius) / (1.0 - weight + 1e-4)
        front = np.where(weight > 1e-3, front, estimate)
        estimate = to_float(front + share * (source - share * front - (1.0 - share) * back))
    return to_bytes(np.where(share > 0.995, source, estimate))
