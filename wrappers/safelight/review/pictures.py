"""Pictures for the page: reduced where Pillow is there, else as they are."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import TypeAlias

from safelight.batch.records import Item
from safelight.batch.remote import is_direct, local_copy
from safelight.errors import SafelightError

Picture: TypeAlias = tuple[str, bytes]
"""Media type and bytes."""
SHOWN = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
}
"""What browsers show, by suffix."""
DECODED = (*SHOWN, ".tif", ".tiff", ".heic", ".heif")
LARGEST = 4096
"""Pixels of the longer side of any picture that is sent, where it can be reduced."""
AT_ONCE = threading.BoundedSemaphore(2)
"""Pictures that are decoded at the same time: each may take hundreds of megabytes."""


def files_of(item: Item) -> list[str]:
    """The pictures among an item's results."""
    return [file for file in item.files if file.lower().endswith(DECODED)]


def picture_of(address: str, side: int) -> Picture | None:
    """A picture of at most so many pixels a side; None where there is none, or it cannot be shown.

    A source at a web address is not fetched: the page loads nothing from elsewhere.
    """
    if not address or is_direct(address):
        return None
    try:
        with local_copy(address) as path:
            return _reduced(path, min(side, LARGEST)) or _as_it_is(path)
    except (OSError, SafelightError):
        return None


def _as_it_is(path: Path) -> Picture | None:
    kind = SHOWN.get(path.suffix.lower())
    return None if kind is None else (kind, path.read_bytes())


def _reduced(path: Path, side: int) -> Picture | None:
    """A smaller copy; None where it is small enough, or cannot be decoded."""
    try:
        from PIL import Image, ImageOps  # noqa: PLC0415 - a package of another extra

        from safelight.prepare.opening import open_picture  # noqa: PLC0415 - same
    except ImportError:
        return None
    try:
        with AT_ONCE, open_picture(path) as opened:
            if max(opened.size) <= side and path.suffix.lower() in SHOWN:
                return None
            opened.thumbnail((side, side))  # a JPEG is decoded at a smaller size
            picture = ImageOps.exif_transpose(opened)
            kept = io.BytesIO()
            if "A" in picture.getbands() or "transparency" in picture.info:
                picture.convert("RGBA").save(kept, "WEBP", quality=85, method=2)
                return "image/webp", kept.getvalue()
            picture.convert("RGB").save(kept, "JPEG", quality=88)
            return "image/jpeg", kept.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
