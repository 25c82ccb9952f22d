"""Array types and the few OpenCV calls whose stubs are too wide, each with an exact signature."""

from dataclasses import dataclass
from typing import Any, TypeVar, cast

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Plane = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Image = TypeVar("Image", Pixels, Floats)

# cv2's stubs return a union of arrays of any integer or float type; each call below says which one it is.


def to_float(image: npt.NDArray[Any]) -> Floats:
    """Return an array as 32-bit floats."""
    return np.asarray(image, np.float32)


def to_bytes(image: npt.NDArray[Any]) -> Pixels:
    """Return an array clipped to 0..255 and rounded."""
    return np.asarray(np.clip(np.rint(image), 0, 255), np.uint8)


def mix(front: npt.NDArray[Any], back: npt.NDArray[Any], share: Floats | float) -> Pixels:
    """Lay one picture over another; `share` says how much of the front one is seen, everywhere or in each place."""
    weight = share[:, :, None] if isinstance(share, np.ndarray) else share
    return to_bytes(to_float(front) * weight + to_float(back) * (1.0 - weight))


def falling(distance: npt.NDArray[Any], steepness: float) -> Floats:
    """Return 1 for distances well below one, 0 for those well above, and a smooth fall between."""
    return to_float(1.0 / (1.0 + np.exp(np.clip((distance - 1.0) * steepness, -40.0, 40.0))))


def resize(image: Pixels, width: int, height: int) -> Pixels:
    """Resize with the filter that suits the direction: area when smaller, Lanczos when larger."""
    smaller = width * height < image.shape[0] * image.shape[1]
    method = cv2.INTER_AREA if smaller else cv2.INTER_LANCZOS4
    return cast("Pixels", cv2.resize(image, (width, height), interpolation=method))


def shrink(image: Pixels, side: int, *, enlarge: bool = False) -> tuple[Pixels, float]:
    """Return a picture whose longest side is at most `side`, for work that needs no detail, and its scale."""
    height, width = image.shape[:2]
    scale = side / max(width, height) if enlarge else min(1.0, side / max(width, height))
    return resize(image, max(8, round(width * scale)), max(8, round(height * scale))), scale


def resize_smooth(image: Floats, width: int, height: int) -> Floats:
    """Resize a plane of floats without ringing."""
    return cast("Floats", cv2.resize(image, (width, height), interpolation=cv2.INTER_LINEAR))


def convert(image: Pixels, code: int) -> Pixels:
    """Convert between colour spaces."""
    return cast("Pixels", cv2.cvtColor(image, code))


def box_mean(image: Floats, radius: int) -> Floats:
    """Return the mean over a square around each pixel."""
    size = 2 * radius + 1
    return cast("Floats", cv2.blur(image, (size, size), borderType=cv2.BORDER_REFLECT))


def gaussian(image: Image, sigma: float) -> Image:
    """Blur with a Gaussian."""
    return cast("Image", cv2.GaussianBlur(image, (0, 0), sigma))


def morph(mask: Plane, operation: int, size: int) -> Plane:
    """Open, close, erode or dilate a mask with a round element."""
    element = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return cast("Plane", cv2.morphologyEx(mask, operation, element))


@dataclass(frozen=True, slots=True)
class Piece:
    """A connected piece of a mask: its number among the labels, its bounds, how many pixels, and their middle."""

    label: int
    left: int
    top: int
    width: int
    height: int
    area: int
    x: float
    y: float


def pieces(mask: Plane, connectivity: int = 4) -> tuple[npt.NDArray[np.int32], list[Piece]]:
    """Return the label of each pixel, 0 outside the mask, and the connected pieces of a mask."""
    _, labels, stats, middles = cv2.connectedComponentsWithStats(mask, connectivity=connectivity)
    found: list[Piece] = []
    for label, (row, middle) in enumerate(zip(stats, middles, strict=True)):
        left, top, width, height, area = map(int, row)
        found.append(Piece(label, left, top, width, height, area, float(middle[0]), float(middle[1])))
    return cast("npt.NDArray[np.int32]", labels), found[1:]


def grab_cut(image: Pixels, labels: Plane, iterations: int) -> None:
    """Refine GrabCut's labels in place, starting from those given."""
    background = np.zeros((1, 65), np.float64)
    foreground = np.zeros((1, 65), np.float64)
    # The colours are clustered from random starts; the same picture must give the same cutout.
    cv2.setRNGSeed(7)
    cv2.grabCut(image, labels, (0, 0, 1, 1), background, foreground, iterations, cv2.GC_INIT_WITH_MASK)
