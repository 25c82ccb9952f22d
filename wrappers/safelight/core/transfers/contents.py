"""Tells whether downloaded content can be the file that a vendor named, from its size and its first bytes."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Literal, TypeAlias
from urllib.parse import unquote

from safelight.core.base.outcome import FileRef
from safelight.core.http.messages import path_of
from safelight.core.transfers.images import PLAIN, SIGNATURES, format_of, plain

Kind: TypeAlias = Literal["picture", "binary", "text"]

HEAD_BYTES = 512
"""How much of a file's beginning is looked at."""
PICTURES = frozenset(name for _, _, name in SIGNATURES) - {"pdf"}
BINARIES = frozenset({"pdf", "zip", "mp4", "mov", "webm", "psd", "jxl", "jp2", "ico", "glb"})
TEXTS = frozenset({"json", "xml", "svg", "html", "htm", "txt", "csv", "md"})
TYPES: dict[str, Kind] = {
    **{f"image/{name}": "picture" for name in (*PICTURES, *PLAIN)},
    "image/svg+xml": "text",
    "application/json": "text",
    "application/xml": "text",
    "application/pdf": "binary",
    "application/zip": "binary",
}
FAMILIES: dict[str, Kind] = {"image": "binary", "video": "binary", "audio": "binary", "text": "text"}
OTHER_MAGIC: tuple[tuple[int, bytes], ...] = (
    (0, b"PK\x03\x04"),  # zip, and what is packed as one
    (0, b"PK\x05\x06"),
    (4, b"ftyp"),  # mp4, and pictures of brands that have no name here
    (0, b"RIFF"),
    (0, b"8BPS"),
    (0, b"\x1aE\xdf\xa3"),  # webm
    (0, b"\xff\x0a"),  # JPEG XL
    (0, b"\x00\x00\x00\x0cJXL "),
    (0, b"\x00\x00\x00\x0cjP  "),
    (0, b"II+\x00"),  # BigTIFF
    (0, b"MM\x00+"),
    (0, b"\x00\x00\x01\x00"),  # an icon
    (0, b"glTF"),
)
"""How files of further formats begin, as (offset, bytes)."""


def why_not(file: FileRef, head: bytes, size: int) -> str | None:
    """Why content cannot be the file that the vendor named; None where nothing speaks against it.

    The format may be another one than the name says, for vendors mislabel them. Of a file of no known name or type
    only an empty one is refused. `head` is the first `HEAD_BYTES` of the content.
    """
    if size == 0:
        return "an empty answer came in place of the file"
    kind = _expected(file)
    if kind in (None, "text") or _is_known(head):
        return None
    if _is_text(head):
        return "text came in place of the file"
    return "what came is of no known format, and no picture" if kind == "picture" else None


def _expected(file: FileRef) -> Kind | None:
    """What a file has to be by its name, its type or its URL; the first that tells."""
    by_name = _of_suffix(file.name or "")
    return by_name or _of_type(file.type or "") or _of_suffix(unquote(path_of(file.url or "")))


def _of_suffix(name: str) -> Kind | None:
    suffix = plain(PurePosixPath(name).suffix[1:].lower())
    if suffix in PICTURES:
        return "picture"
    return "binary" if suffix in BINARIES else "text" if suffix in TEXTS else None


def _of_type(media_type: str) -> Kind | None:
    plain_type = media_type.partition(";")[0].strip().lower()
    return TYPES.get(plain_type) or FAMILIES.get(plain_type.partition("/")[0])


def _is_known(head: bytes) -> bool:
    return format_of(head) is not None or any(
        head[at : at + len(magic)] == magic for at, magic in OTHER_MAGIC
    )


def _is_text(head: bytes) -> bool:
    """Whether bytes are text and nothing else; their last character may be cut."""
    try:
        text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3 or error.start == 0:
            return False
        text = head[: error.start].decode()
    return all(character.isprintable() or character in "\t\r\n\f\ufeff" for character in text)
