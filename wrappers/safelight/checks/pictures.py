"""Reads pictures for the checks: turned upright, in bounded memory, as arrays of a working size."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TypeAlias

import attrs
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from safelight.core.transfers.images import size_of
from safelight.core.transfers.sources import HEAD
from safelight.prepare.opening import open_picture

Floats: TypeAlias = npt.NDArray[np.float32]
Content: TypeAlias = bytes | Path

WORKING_SIDE = 640
"""Pixels of the longer side at which pictures are looked into."""
TOO_LARGE = "it is too large to be looked into"
MOST_PIXELS = 60_000_000
"""Larger pictures are not decoded: only their size is checked."""
TURNED = (5, 6, 7, 8)
"""EXIF orientations that exchange width and height."""


class NoPicture(Exception):
    """The file is no picture that Pillow reads."""


class Damaged(Exception):
    """The file begins as a picture and cannot be read to its end."""


@attrs.frozen(eq=False)
class Picture:
    """A picture, upright.

    Attributes:
        width, height: Its size in pixels.
        image: Its pixels, as RGB or RGBA; None where it is too large to be decoded.
        has_alpha: Whether it has transparency.
        may_have_alpha: Whether its format could have some.
    """

    width: int
    height: int
    image: Image.Image | None
    has_alpha: bool
    may_have_alpha: bool

    @property
    def pixels(self) -> int:
        return self.width * self.height

    def colours(self, width: int, height: int) -> Floats:
        """Red, green and blue at another size."""
        return _array(self._pixels.convert("RGB"), width, height)

    def alpha(self, width: int, height: int) -> Floats:
        """The opacity at another size, from 0 to 255."""
        return _array(self._pixels.getchannel("A"), width, height)

    @property
    def _pixels(self) -> Image.Image:
        if self.image is None:
            raise ValueError("a picture that was not decoded has no pixels")
        return self.image


def read(content: Content) -> Picture:
    """Read a picture.

    Raises:
        NoPicture: It is none.
        Damaged: It cannot be read to its end.
    """
    try:
        with io.BytesIO(content) if isinstance(content, bytes) else content.open("rb") as file:
            size = size_of(file.read(HEAD))
        # Pillow would warn the whole process of such a size.
        if size is not None and size[0] * size[1] > MOST_PIXELS:
            return Picture(*size, image=None, has_alpha=False, may_have_alpha=False)
        opened = open_picture(io.BytesIO(content) if isinstance(content, bytes) else content)
    except Image.DecompressionBombError:
        raise NoPicture(TOO_LARGE) from None
    except OSError as error:  # which is what Pillow raises for a file that it does not know
        raise NoPicture("Pillow cannot read it") from error
    with opened:
        try:
            return _decoded(opened)
        except (OSError, SyntaxError, ValueError) as error:
            raise Damaged(str(error)) from error


def _decoded(opened: Image.Image) -> Picture:
    width, height = opened.size
    if opened.getexif().get(0x0112) in TURNED:
        width, height = height, width
    alpha = "A" in opened.getbands() or "transparency" in opened.info
    capable = alpha or opened.format not in ("JPEG", "BMP")
    if width * height > MOST_PIXELS:
        return Picture(width, height, None, alpha, capable)
    upright = ImageOps.exif_transpose(opened)
    return Picture(width, height, upright.convert("RGBA" if alpha else "RGB"), alpha, capable)


def _array(image: Image.Image, width: int, height: int) -> Floats:
    if image.size != (width, height):
        image = image.resize((width, height), Image.Resampling.BOX, reducing_gap=2.0)
    return np.asarray(image, np.float32)


def working_size(width: int, height: int) -> tuple[int, int]:
    """A size with the same proportions, at most `WORKING_SIDE` long."""
    scale = min(1.0, WORKING_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def spread(values: Floats) -> float:
    """How far colours differ, in levels of 255: the widest channel, without the few most extreme pixels."""
    if not values.size:
        return 0.0
    low, high = np.percentile(values.reshape(-1, values.shape[-1]), [0.2, 99.8], axis=0)
    return float(np.max(high - low))


def share(mask: npt.NDArray[np.bool_]) -> float:
    """The share of true values."""
    return float(mask.mean())
