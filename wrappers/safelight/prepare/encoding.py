"""Encodes prepared pictures: without loss where the original had none, as finely as the limit of bytes allows."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import BinaryIO

import attrs
from PIL import Image

from safelight.core.base.facts import InputFacts
from safelight.core.transfers.images import plain
from safelight.core.transfers.part_files import temporary_file
from safelight.errors import InvalidInput

FINEST, COARSEST = 95, 75
"""Qualities of JPEG and WebP; more adds bytes alone, and rather than less a picture gets fewer pixels."""
ENCODERS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
LOSSY = ("jpg", "heic", "avif")
"""Formats whose pictures have lost what a format without loss would keep."""


def formats_for(kind: str, limits: InputFacts, *, alpha: bool, mask: bool = False) -> list[str]:
    """The formats to try for a picture of a kind, the best first; empty where the operation takes none of them."""
    accepted = set(map(plain, limits.formats)) or {"jpg", "png", "webp"}
    if mask:
        order = ["png", "jpg"]
    elif alpha:
        order = ["png", "webp", "jpg"]
    else:
        order = ["jpg", "png"] if kind in LOSSY else ["png", "jpg"]
    if kind == "webp":
        order.insert(0, "webp")
    return [name for name in dict.fromkeys([*order, "webp"]) if name in accepted]


@attrs.frozen(eq=False)
class Encoded:
    """A picture that fits; `quality` where that had to be lowered."""

    name: str
    file: BinaryIO
    quality: int | None = None


def encode(image: Image.Image, names: Collection[str], most: int | None) -> Encoded | int:
    """Encode a picture in the first format in which it fits, as finely as it fits.

    Args:
        most: Bytes that are allowed; None for any number.

    Returns:
        The picture; where it fits in no format, the fewest bytes that it takes.
    """
    fewest = 0
    for name in names:
        for quality in (None,) if name == "png" else (FINEST, COARSEST):
            file = encoded(image, name, quality)
            size = file.tell()
            if most is None or size <= most:
                if quality == COARSEST:
                    file.close()
                    return _finest(image, name, most or size)
                return Encoded(name, file)
            file.close()
            fewest = min(fewest or size, size)
    return fewest


def factor_for(size: int, most: int) -> float:
    """By how much to shrink a picture's sides that takes `size` bytes, so that it takes `most` or little more."""
    return min(0.95, 0.98 * math.sqrt(most / size))


def _finest(image: Image.Image, name: str, most: int) -> Encoded:
    """In the finest quality that fits; the coarsest does, and the finest of all does not."""
    low, high = COARSEST, FINEST
    while high - low > 1:
        middle = (low + high) // 2
        with encoded(image, name, middle) as file:
            low, high = (middle, high) if file.tell() <= most else (low, middle)
    return Encoded(name, encoded(image, name, low), low)


def encoded(image: Image.Image, name: str, quality: int | None, exif: bytes = b"") -> BinaryIO:
    """Encode a picture into a temporary file, which is left at its end.

    Raises:
        InvalidInput: There is no room for it.
    """
    file = temporary_file()
    try:
        if quality is None:
            image.save(file, ENCODERS[name], exif=exif)
        elif name == "jpg":
            opaque = image.convert("RGB") if image.mode == "RGBA" else image
            # All of the colours' resolution, unless bytes are scarce.
            opaque.save(file, "JPEG", quality=quality, subsampling=0 if quality > 85 else 2, exif=exif)
        else:
            image.save(file, "WEBP", quality=quality, method=4, exif=exif)
        file.seek(0, 2)
    except BaseException as error:
        file.close()
        if isinstance(error, OSError) and error.errno is not None:  # the disk's, and not the decoder's
            raise InvalidInput(
                f"cannot be kept in a temporary file: {error.strerror}", field="source"
            ) from None
        raise
    return file
