"""Pictures and documents as users hand them over, and what is known of them before they are sent."""

from __future__ import annotations

import errno
import io
import os
import stat
import weakref
from inspect import iscoroutinefunction
from pathlib import Path, PurePath
from typing import Any, BinaryIO, Protocol, TypeAlias, TypeGuard, cast

import attrs

from safelight.core.base.redact import PATH, brief
from safelight.core.http.messages import shown_url, without_query
from safelight.core.transfers.images import (
    SIGNATURES,
    Size,
    format_of,
    is_cut_off,
    media_type_of,
    plain,
    size_of,
)
from safelight.core.transfers.prepared import Prepared, stamp_of
from safelight.core.transfers.preparing import encoded
from safelight.errors import InvalidInput

HEAD = 65_536
"""Bytes read to recognise a format and, where its header says, the picture's size."""


class Picture(Protocol):
    """A picture of Pillow's, which is sent as PNG or, where that is not taken, in a format that is."""

    @property
    def mode(self) -> str: ...

    @property
    def size(self) -> Size: ...

    def save(self, fp: Any, format: str | None = None, **params: Any) -> None: ...  # noqa: ANN401 - Pillow's own


class Pixels(Protocol):
    """An array of NumPy's with 8 bits a channel: height x width of grey, or with 3 or 4 channels of RGB or RGBA."""

    @property
    def shape(self) -> tuple[Any, ...]: ...

    @property
    def dtype(self) -> Any: ...  # noqa: ANN401 - NumPy's own

    def tobytes(self) -> bytes: ...


@attrs.frozen
class File:
    """A source with its own name and type.

    Attributes:
        content: A path, bytes, a binary file, a picture of Pillow's, an array of NumPy's, or a URL together with `fetch`.
            A pipe, or another file that cannot be rewound, is read once and kept until it is sent.
        name: File name sent to the vendor; by default the path's, or ``image.<format>``.
        type: Media type such as ``"image/png"``; by default detected from the content.
        fetch: Download the URL on this machine first and send its content, for vendors that accept no URL. It must
            begin with https://; redirects are followed. Do not pass an address that you do not trust.
    """

    content: str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | Picture | Pixels = (
        attrs.field(repr=False)
    )
    name: str | None = None
    type: str | None = None
    fetch: bool = False


Source: TypeAlias = (
    str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | File | Picture | Pixels
)
"""A path, bytes, a binary file, a `File`, (as text) a URL, a picture of Pillow's, or an array of NumPy's."""


RECOGNISED = frozenset(name for _, _, name in SIGNATURES)
"""Formats whose files always begin in a known way."""

TITLES = {"jpg": "JPEG", "webp": "WebP", "tiff": "TIFF"}
"""What formats are called in messages, where that is not their extension in capitals."""

DECOMPRESSING = frozenset(("gzip", "bz2", "lzma", "zipfile"))
"""Modules whose files seek by reading from their beginning, for which some have no file that can be rewound."""


def url_of(source: Source, schemes: tuple[str, ...] = ("http://", "https://")) -> str | None:
    """The URL that a source is, or None for a file."""
    if isinstance(source, str) and source.lower().startswith(schemes):
        return source
    return None


def stem_of(source: Source | None, filename: str | None, otherwise: str) -> str:
    """The name to give results of a source: its own, without the suffix."""
    if filename is not None and not isinstance(cast("object", filename), str):
        raise InvalidInput(f"filename: must be a text, not {type(filename).__name__}", field="filename")
    if filename:
        return PurePath(filename).stem
    if isinstance(source, File):
        return stem_of(source.content, source.name, otherwise)
    if isinstance(source, str) and (url := url_of(source)):
        return PurePath(url.partition("?")[0]).stem or otherwise
    named = getattr(source, "filename" if is_decoded(source) else "name", source)
    return PurePath(named).stem if isinstance(named, str | PurePath) and str(named) else otherwise


def shown_place(source: Source | None) -> str | None:
    """The path or URL of a source as records may hold it; None where it has none."""
    if isinstance(source, File):
        return shown_place(source.content)
    if not isinstance(source, str | os.PathLike):
        return None
    place = os.fsdecode(source)
    return without_query(place) if "://" in place else place


@attrs.frozen(eq=False)
class Stream:
    """A file that can be read only once, such as a pipe, or whose size nobody knows before it is read."""

    content: Path | BinaryIO = attrs.field(repr=False)
    name: str | None
    type: str | None
    size: int | None = None


def prepare(source: Source, filename: str | None = None) -> Prepared:
    """Measure a file that can be read twice. Blocks on the disk."""
    found = measure(source, filename)
    if isinstance(found, Prepared):
        return found
    title = brief(found.name or "the source", PATH)
    raise InvalidInput(
        f"{title} {'is empty' if found.size == 0 else 'can be read only once'}", field="source"
    )


def measure(source: Source, filename: str | None = None, formats: tuple[str, ...] = ()) -> Prepared | Stream:
    """Measure a file, unless it has to be read to its end for that. Blocks on the disk.

    Args:
        formats: Those to choose from for pixels, which have none yet; any where there are none.
    """
    if (url := url_of(source)) is not None:
        raise InvalidInput(
            f"this takes a file, not the URL {shown_url(url)}: pass File(url, fetch=True) to fetch it "
            "here first",
            field="source",
        )
    given = source if isinstance(source, File) else File(source)
    content = given.content
    if isinstance(content, str) and (url := url_of(content)) is not None:
        raise InvalidInput(
            f"File({shown_url(url)!r}) is a URL: pass File(url, fetch=True) to fetch it here first, or "
            "the URL alone where the vendor takes one",
            field="source",
        )
    for parameter, text in (("filename", filename), ("filename", given.name), ("type", given.type)):
        if text is not None and not isinstance(cast("object", text), str | os.PathLike):
            raise InvalidInput(f"{parameter} must be a text, not {type(text).__name__}", field=parameter)
    name = filename or given.name
    if isinstance(content, bytes | bytearray | memoryview):
        data = bytes(content)
        return _prepared(data, io.BytesIO(data), len(data), name, given.type)
    if isinstance(content, str | os.PathLike):
        return _from_path(os.fsdecode(content), name, given.type)
    if is_decoded(content):
        return _from_pixels(content, name, given.type, formats)
    check_kind(content)
    return _from_file(cast("BinaryIO", content), name, given.type)


def is_decoded(content: object) -> TypeGuard[Picture | Pixels]:
    """Whether it is pixels that have to be encoded: a picture of Pillow's, or an array of NumPy's."""
    return hasattr(type(content), "__array_interface__") and (
        hasattr(content, "mode") or hasattr(content, "dtype")
    )


def check_kind(content: object) -> None:
    """Raise `InvalidInput` for what cannot be read as a binary file."""
    read = getattr(content, "read", None)
    if callable(read) and not iscoroutinefunction(read):
        return
    hint = ""
    if read is not None:
        hint = ", and its read() is asynchronous: pass the bytes that it gives"
    raise InvalidInput(
        f"a source is a path, bytes, a binary file, a File, a picture of Pillow's or an array of NumPy's, not {type(content).__name__}{hint}",
        field="source",
    )


def _from_pixels(
    content: Picture | Pixels, name: str | None, media_type: str | None, formats: tuple[str, ...]
) -> Prepared | Stream:
    known, kept = encoded(content, formats)
    path = PurePath(name or os.fsdecode(getattr(content, "filename", "") or "image"))
    fits = plain(path.suffix[1:].lower()) == known
    found = _from_file(kept, path.name if fits else f"{path.stem}.{known}", media_type)
    weakref.finalize(found, kept.close)
    return found


def _from_path(text: str, name: str | None, media_type: str | None) -> Prepared | Stream:
    if text == "":
        raise InvalidInput("the source is an empty path", field="source")
    if text.startswith("data:") and "," in text:
        raise _no_path(text, "is a data: URL")
    path = Path(text)
    try:
        kind = path.stat()
        if not stat.S_ISDIR(kind.st_mode) and not (stat.S_ISREG(kind.st_mode) and kind.st_size):
            size = kind.st_size if stat.S_ISREG(kind.st_mode) else None
            return Stream(path, name or path.name, media_type, size)
        with path.open("rb") as opened:
            stamp = stamp_of(path)
            return _prepared(path, opened, stamp[0], name or path.name, media_type, stamp)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise _no_path(text, "is too long for one") from None
        raise InvalidInput(f"cannot read {brief(text, PATH)}: {error.strerror}", field="source") from None
    except ValueError as error:
        raise InvalidInput(f"cannot read {brief(text, PATH)!r}: {error}", field="source") from None


def _no_path(text: str, why: str) -> InvalidInput:
    return InvalidInput(
        f"a text is taken as a path, and {brief(text)!r} ({len(text)} characters) {why}: pass a picture as bytes, such as "
        "base64.b64decode(...) of its base64",
        field="source",
    )


def _from_file(content: BinaryIO, name: str | None, media_type: str | None) -> Prepared | Stream:
    name = name or _name_of(content)
    try:
        seekable = hasattr(content, "seekable") and content.seekable()
        if seekable and type(content).__module__ in DECOMPRESSING:
            if content.tell():
                content.seek(0)
            seekable = False
        size = content.seek(0, os.SEEK_END) if seekable else None
        if size is not None:
            content.seek(0)
        if not size:
            return Stream(content, name, media_type, size)
        return _prepared(content, content, size, name, media_type)
    except (OSError, ValueError) as error:  # such as a file that its user closed
        raise unreadable(name, error) from None


def checked(read: object) -> bytes:
    """What a file gave to be read. Raises `InvalidInput` where the file is one of text."""
    if not isinstance(read, bytes):
        raise InvalidInput('the file is opened as text: open it with "rb"', field="source")
    return read


def unreadable(name: str | None, error: Exception) -> InvalidInput:
    """What to raise for a file that cannot be read."""
    reason = getattr(error, "strerror", None) or error
    return InvalidInput(f"cannot read {brief(name or 'the file', PATH)}: {reason}", field="source")


def _prepared(
    content: bytes | Path | BinaryIO,
    file: BinaryIO,
    size: int,
    name: str | None,
    media_type: str | None,
    stamp: tuple[int, int, int] | None = None,
) -> Prepared:
    title = brief(name or "the source", PATH)
    if size == 0:
        raise InvalidInput(f"{title} is empty", field="source")
    head = checked(file.read(HEAD))
    known = known_format(head, name)
    if is_cut_off(file, size):
        raise InvalidInput(f"{title} is cut off: its end is missing. Copy it again", field="source")
    return Prepared(
        content=content,
        name=_safe_name(name, known),
        size=size,
        format=known,
        type=media_type or media_type_of(known),
        pixels=size_of(head),
        stamp=stamp,
    )


def known_format(head: bytes, name: str | None) -> str:
    """The format of a file that begins with `head`, by its content or else its name."""
    found = format_of(head)
    suffix = Path(name).suffix[1:].lower() if name else ""
    title = brief(name or "the source", PATH)
    if not found and plain(suffix) in RECOGNISED:
        raise InvalidInput(
            f"{title} is not a {TITLES.get(plain(suffix), suffix.upper())} (its content does not match its extension)",
            field="source",
        )
    if not found and not suffix:
        raise InvalidInput(
            f"{title} is of no known format: pass filename= with the right extension", field="source"
        )
    return found or suffix


def _safe_name(name: str | None, known: str) -> str:
    # A name that the system gave and that is no text cannot be sent as such.
    base = Path(name).name.encode("utf-8", "replace").decode() if name else f"image.{known}"
    if any(ord(character) < ord(" ") or character == "\x7f" for character in base):
        raise InvalidInput(
            f"filename {brief(repr(base))} has control characters: choose another", field="filename"
        )
    return base if Path(base).suffix else f"{base}.{known}"


def _name_of(file: BinaryIO) -> str | None:
    name = getattr(file, "name", None)
    return (
        Path(name).name if isinstance(name, str) and not name.startswith("<") else None
    )  # "<stdin>" is none
