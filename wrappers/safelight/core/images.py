"""What the first bytes of a file say: its format and, for the common ones, its size in pixels."""

from __future__ import annotations

import mimetypes
import struct
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Size: TypeAlias = tuple[int, int]

SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (8, b"WEBP", "webp"),
    (0, b"GIF8", "gif"),
    (0, b"BM", "bmp"),
    (0, b"II*\x00", "tiff"),
    (0, b"MM\x00*", "tiff"),
    (0, b"%PDF-", "pdf"),
    (4, b"ftypheic", "heic"),
    (4, b"ftypheix", "heic"),
    (4, b"ftypmif1", "heic"),
    (4, b"ftypavif", "avif"),
)
SPELLINGS: Mapping[str, Sequence[str]] = {
    "jpg": ("jpg", "jpeg"),
    "tiff": ("tiff", "tif"),
    "heic": ("heic", "heif"),
}
"""Extensions of the formats that have several, the usual one first."""
PLAIN: Mapping[str, str] = {
    "jfif": "jpg",
    **{spelling: name for name, spellings in SPELLINGS.items() for spelling in spellings},
}
"""What else a format may be called; no vendor names a result jfif."""
MEDIA_TYPES = {"jpg": "image/jpeg", "webp": "image/webp", "heic": "image/heic", "avif": "image/avif"}


def format_of(head: bytes) -> str | None:
    """The format that the first bytes show, as a file extension; None where they show none."""
    return next((name for at, magic, name in SIGNATURES if head[at : at + len(magic)] == magic), None)


def plain(extension: str) -> str:
    """A file extension as formats are called here, such as ``jpg`` for ``jpeg``."""
    return PLAIN.get(extension, extension)


def spellings(format_name: str) -> Sequence[str]:
    """The extensions under which results of a format go."""
    name = plain(format_name)
    return SPELLINGS.get(name, (name,))


def media_type_of(format_name: str) -> str:
    """Media type of a file extension."""
    guessed = mimetypes.types_map.get(f".{format_name}", "application/octet-stream")
    return MEDIA_TYPES.get(format_name, guessed)


def size_of(head: bytes) -> Size | None:
    """Width and height in pixels where the first bytes of a JPEG, PNG, GIF, BMP or WebP tell."""
    try:
        match format_of(head):
            case "png":
                return struct.unpack(">II", head[16:24])
            case "gif":
                return struct.unpack("<HH", head[6:10])
            case "bmp":
                width, height = struct.unpack("<ii", head[18:26])
                return width, abs(height)
            case "jpg":
                return _jpeg(head)
            case "webp":
                return _webp(head)
            case _:
                return None
    except (struct.error, IndexError):
        return None


def _jpeg(head: bytes) -> Size | None:
    at = 2
    while head[at] == 0xFF:
        marker = head[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return None


def _webp(head: bytes) -> Size | None:
    kind = head[12:16]
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
