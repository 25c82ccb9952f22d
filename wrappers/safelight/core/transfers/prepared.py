"""Files that are ready to be sent: measured, and read anew for every attempt."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from safelight.core.base.facts import InputFacts
from safelight.core.base.redact import PATH, brief
from safelight.core.http.messages import MEBIBYTE
from safelight.core.transfers.images import Size, plain
from safelight.errors import InvalidInput, UploadFailed

PICTURES = frozenset(("jpg", "png", "webp", "gif", "bmp", "tiff", "heic", "avif"))
"""Formats of which `safelight.prepare` makes others."""
ADVICE = ': Options(prepare="auto") sends a copy that fits'


@attrs.frozen(eq=False)
class Slice:
    """A stretch of a file as a request body, read anew for every attempt."""

    file: Prepared = attrs.field(repr=False)
    offset: int
    length: int
    content_type: str | None = None

    @property
    def in_memory(self) -> bool:
        return isinstance(self.file.content, bytes)

    def chunks(self) -> Generator[bytes]:
        if isinstance(self.file.content, bytes):
            yield self.file.content[self.offset : self.offset + self.length]
            return
        left = self.length
        try:
            with self.file.reader() as reader:
                reader.seek(self.offset)
                while left:
                    chunk = reader.read(min(MEBIBYTE, left))
                    if not chunk:
                        raise UploadFailed(
                            f"{self.file.name} ended {left} bytes early: it was {self.file.size} bytes long when the "
                            "upload began. Nothing was bought; send it again once nothing writes to it"
                        )
                    left -= len(chunk)
                    yield chunk
                self.file.check_unchanged()
        except (OSError, ValueError) as error:  # it was removed, or its user closed it
            raise UploadFailed(
                f"{self.file.name} cannot be read any more: {error}. Nothing was bought"
            ) from None


@attrs.frozen(eq=False)
class Prepared:
    """A file whose name, size, format and type are known.

    Attributes:
        name: File name without folders.
        size: Bytes.
        format: Lower-case extension of the content's format, such as ``"jpg"``.
        type: Media type.
        pixels: Width and height, where the file's header says.
    """

    content: bytes | Path | BinaryIO = attrs.field(repr=False)
    name: str
    size: int
    format: str
    type: str
    pixels: Size | None = None
    stamp: tuple[int, int, int] | None = attrs.field(default=None, repr=False)
    """The file's size, time of change and inode when it was measured."""
    _lock: threading.Lock = attrs.field(factory=threading.Lock, repr=False, eq=False)

    @property
    def is_picture(self) -> bool:
        """Whether it is one that can be prepared, if it is not taken as it is."""
        return plain(self.format) in PICTURES

    def slice(self, offset: int = 0, length: int | None = None, content_type: str | None = None) -> Slice:
        """`length` bytes from `offset`; by default to the end."""
        return Slice(self, offset, self.size - offset if length is None else length, content_type)

    def reader(self) -> BinaryIO:
        """A handle of its own to read from; several may be open at once."""
        if isinstance(self.content, Path):
            return self.content.open("rb", buffering=0)
        if isinstance(self.content, bytes):
            return io.BytesIO(self.content)
        return _Shared(self.content, self._lock)

    def check_unchanged(self) -> None:
        """Raise `UploadFailed` where the file is no longer the one that was measured."""
        if isinstance(self.content, Path) and stamp_of(self.content) != self.stamp:
            raise UploadFailed(
                f"{self.name} changed while it was sent. Nothing was bought; send it again once nothing writes to it"
            )

    def check(self, parameter: str, limits: InputFacts, *, advise: bool = True) -> None:
        """Raise `InvalidInput` where the file breaks a limit; with `advise`, name the option that prepares pictures."""
        for broken in _broken(self, limits):
            advice = ADVICE if advise and self.is_picture else ""
            raise InvalidInput(f"{parameter}: {brief(self.name, PATH)} {broken}{advice}", field=parameter)


def stamp_of(path: Path) -> tuple[int, int, int]:
    """A file's size, time of change and inode."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def _broken(file: Prepared, limits: InputFacts) -> Iterator[str]:
    if limits.formats and plain(file.format) not in map(plain, limits.formats):
        yield f"is a {file.format} file; allowed are {', '.join(limits.formats)}"
    if limits.maximum_bytes is not None and file.size > limits.maximum_bytes:
        yield f"is {file.size} bytes long; at most {limits.maximum_bytes} are allowed"
    if file.pixels is None:
        return
    width, height = file.pixels
    shown = f"is {width} x {height} pixels large"
    for limit, value, what in (
        (limits.maximum_width, width, "wide"),
        (limits.maximum_height, height, "high"),
        (limits.maximum_long_side, max(file.pixels), "on its long side"),
        (limits.maximum_short_side, min(file.pixels), "on its short side"),
    ):
        if limit is not None and value > limit:
            yield f"{shown}; at most {limit} pixels {what} are allowed"
    if limits.minimum_short_side is not None and min(file.pixels) < limits.minimum_short_side:
        yield f"{shown}; at least {limits.minimum_short_side} pixels on its short side are needed"


class _Shared(io.RawIOBase, BinaryIO):
    """One user's file read by several parts at once, each at its own position."""

    def __init__(self, file: BinaryIO, lock: threading.Lock) -> None:
        super().__init__()
        self._file = file
        self._lock = lock
        self._position = 0

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        self._position = offset
        return offset

    def read(self, size: int = -1, /) -> bytes:
        with self._lock:
            self._file.seek(self._position)
            data = self._file.read(size)
        self._position += len(data)
        return data
