"""What a file's bytes say: its format and, for the common ones, its size in pixels and whether its end is missing."""

from __future__ import annotations

import io
import mimetypes
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import BinaryIO, TypeAlias

Size: TypeAlias = tuple[int, int]

SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (8, b"WEBP", "webp"),
    (0, b"GIF8", "gif"),
    (0, b"BM", "bmp"),
    (0, b"II*\x00", "tiff"),
    (0, b"MM\x00*", "tiff"),
    (0, b"II+\x00", "tiff"),
    (0, b"MM\x00+", "tiff"),
    (0, b"%PDF-", "pdf"),
)
BRANDS: Mapping[bytes, str] = {
    **dict.fromkeys((b"avif", b"avis"), "avif"),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), "heic"),
}
"""Formats of the HEIF family, by the brands that their files begin with."""
ANY_BRAND = (b"mif1", b"msf1")
"""Brands that all of the family may begin with; a further one tells the format."""
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
STRETCH = 65_536
"""Bytes that are searched at a time, from the end of a file."""
MOST_MARKERS = 1000
"""Markers of a JPEG's header that are read; real ones have some tens."""
MEDIA_TYPES = {"jpg": "image/jpeg", "webp": "image/webp", "heic": "image/heic", "avif": "image/avif"}


def format_of(head: bytes) -> str | None:
    """The format that the first bytes show, as a file extension; None where they show none."""
    if head[4:8] == b"ftyp":
        return _family(head[: int.from_bytes(head[:4], "big")])
    return next((name for at, magic, name in SIGNATURES if head[at : at + len(magic)] == magic), None)


def _family(box: bytes) -> str | None:
    brand = box[8:12]
    if brand not in ANY_BRAND:
        return BRANDS.get(brand)
    others = [box[at : at + 4] for at in range(16, len(box), 4)]
    return next((BRANDS[other] for other in others if other in BRANDS), "heic")


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
    """Width and height in pixels where the first bytes of a JPEG, PNG, GIF, BMP or WebP tell for sure."""
    read = _READERS.get(format_of(head) or "")
    try:
        size = read(head) if read is not None else None
    except (struct.error, IndexError):
        return None
    return size if size is not None and min(size) > 0 else None


def is_cut_off(file: BinaryIO, size: int) -> bool:
    """Whether a JPEG or PNG lacks its end for certain; behind the end there may be more, such as the video of a phone.

    Args:
        size: Bytes of the file.
    """
    file.seek(0)
    kind = format_of(head := file.read(64))
    if kind == "jpg":
        # Not from its beginning, for a small picture in the header has an end of its own.
        start = next(
            (after for marker, _, after in _markers(file) if marker in (0, 0xDA) or after > size), None
        )
        return start is not None and not _has(b"\xff\xd9", file, start, size)
    return kind == "png" and size_of(head) is not None and not _has(b"IEND", file, 8, size)


def _has(mark: bytes, file: BinaryIO, start: int, size: int) -> bool:
    """Whether bytes stand in a file from `start` on, or it gives fewer than it has, so that nobody knows."""
    for begin in range(size - STRETCH, start - STRETCH, -STRETCH):
        file.seek(max(begin, start))
        wanted = min(begin + STRETCH + len(mark) - 1, size) - max(begin, start)
        if mark in (found := file.read(wanted)) or len(found) < wanted:
            return True
    return False


def _png(head: bytes) -> Size | None:
    at = 28 if head[12:16] == b"CgBI" else 12  # a chunk of Apple's own, before the one that has to be first
    return struct.unpack(">II", head[at + 4 : at + 12]) if head[at : at + 4] == b"IHDR" else None


def _gif(head: bytes) -> Size | None:
    return struct.unpack("<HH", head[6:10])


def _bmp(head: bytes) -> Size | None:
    (header,) = struct.unpack("<I", head[14:18])
    if header == 12:  # OS/2
        return struct.unpack("<HH", head[18:22])
    if header < 16:
        return None
    width, height = struct.unpack("<ii", head[18:26])
    return width, abs(height)  # negative where its rows go from top to bottom


def _jpeg(head: bytes) -> Size | None:
    for marker, at, _ in _markers(io.BytesIO(head)):
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
    return None


def _markers(file: BinaryIO) -> Iterator[tuple[int, int, int]]:
    """Each marker of a JPEG's header, where it stands and where what it announces ends; 0 where the file ends first."""
    at = 2
    for _ in range(MOST_MARKERS):
        file.seek(at)
        found = file.read(4)
        marker = found[1] if len(found) > 1 else 0
        alone = marker == 0x01 or 0xD0 <= marker <= 0xD9  # without a length
        if len(found) < (2 if alone else 4):
            yield 0, at, at + 4
            return
        if found[0] != 0xFF or marker in (0xD8, 0xD9) or (not alone and marker < 0xC0):  # none of a header
            return
        if marker == 0xFF:  # any number of these may stand before a marker
            at += 1
            continue
        after = at + 2 + (0 if alone else int.from_bytes(found[2:], "big"))
        yield marker, at, after
        at = after


def _webp(head: bytes) -> Size | None:
    kind = head[12:16]
    if kind == b"VP8X" and len(head) >= 30:
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


_READERS: Mapping[str, Callable[[bytes], Size | None]] = {
    "png": _png,
    "gif": _gif,
    "bmp": _bmp,
    "jpg": _jpeg,
    "webp": _webp,
}
