"""Sources that can be read only once, such as pipes: their content is kept, so that it can be sent again."""

from __future__ import annotations

import io
import os
import select
import time
import weakref
from pathlib import Path
from typing import BinaryIO, cast

from safelight.core.base.redact import PATH, brief
from safelight.core.flow.effects import Blocking, Flow
from safelight.core.http.messages import MEBIBYTE
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.sources import (
    HEAD,
    File,
    Source,
    Stream,
    checked,
    known_format,
    measure,
    prepare,
    unreadable,
)
from safelight.errors import InvalidInput, UploadFailed

IN_MEMORY = 16 * MEBIBYTE
"""Bytes of a source that are kept in memory; a longer one is kept on disk."""
LONGEST = 1024 * MEBIBYTE
"""Bytes of a source that are kept where no limit is documented."""
AT_A_TIME = 0.2
"""Seconds of one effect: an interruption strikes between two."""


def measured(
    source: Source, filename: str | None, most: int | None, formats: tuple[str, ...] = ()
) -> Flow[Prepared]:
    """Measure a file of at most `most` bytes; what can be read only once is read and kept first."""
    found = yield from Blocking(lambda: measure(source, filename, formats))
    if isinstance(found, Prepared):
        return found
    reading = _Reading(found, most or LONGEST)
    try:
        while (yield from Blocking(reading.go_on)):
            pass
    except BaseException:
        reading.kept.close()
        raise
    finally:
        reading.close()
    return (yield from measured_once(File(reading.kept, found.name, found.type)))


def measured_once(file: File, filename: str | None = None) -> Flow[Prepared]:
    """Measure a temporary file; it is closed with the last who may still send from it."""
    content = cast("BinaryIO", file.content)
    try:
        found = yield from Blocking(lambda: prepare(file, filename))
    except BaseException:
        content.close()
        raise
    weakref.finalize(found, content.close)
    return found


class _Reading:
    """Copies a stream a while at a time."""

    def __init__(self, stream: Stream, most: int) -> None:
        from tempfile import SpooledTemporaryFile  # noqa: PLC0415 - brings much, and most sources are files

        self.kept = cast("BinaryIO", SpooledTemporaryFile(IN_MEMORY, prefix="safelight-"))  # noqa: SIM115 - handed on, and closed by whoever sends it
        self._stream = stream
        self._most = most
        self._size = 0
        self._head = b""
        self._file: BinaryIO | None = None

    def go_on(self) -> bool:
        """Copy what comes within a moment; whether there may be more."""
        end = time.monotonic() + AT_A_TIME
        try:
            file = self._file = self._file or _opened(self._stream.content)
            while (left := end - time.monotonic()) > 0:
                if (chunk := _read(file, left)) == b"":
                    return False
                if chunk is not None:
                    self._keep(checked(chunk))
        except (OSError, ValueError, TypeError) as error:  # the last where read() takes no number
            raise unreadable(self._stream.name, error) from None
        return True

    def _keep(self, chunk: bytes) -> None:
        name = self._stream.name
        self._size += len(chunk)
        if self._size > self._most:
            raise InvalidInput(
                f"{brief(name or 'the source', PATH)} is longer than {self._most} bytes, which are the most that are "
                "allowed",
                field="source",
            )
        if len(self._head) < HEAD:
            self._head += chunk[:HEAD]
            if len(self._head) >= HEAD:  # before more is read of what may never end
                known_format(self._head, name)
        try:
            self.kept.write(chunk)
        except OSError as error:
            raise UploadFailed(
                f"{brief(name or 'the source', PATH)} cannot be kept in a temporary file: {error.strerror}. Nothing was "
                "bought"
            ) from None

    def close(self) -> None:
        """Close a file that was opened here; the user's own stays open."""
        if self._file is not None and isinstance(self._stream.content, Path):
            self._file.close()


def _opened(content: Path | BinaryIO) -> BinaryIO:
    if not isinstance(content, Path):
        return content
    # Without waiting for a writer: it may never come, and nothing could end the wait.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return cast("BinaryIO", io.FileIO(os.open(content, flags)))


def _read(file: BinaryIO, seconds: float) -> bytes | None:
    """The next bytes; empty at the end, None where none came within some seconds."""
    raw = cast("object", getattr(file, "raw", file))
    # Elsewhere nobody but the file itself knows whether it has bytes, such as those of a decrypted stream.
    if isinstance(raw, io.FileIO) and hasattr(select, "poll"):
        waiting = select.poll()
        waiting.register(raw.fileno(), select.POLLIN)
        if not waiting.poll(seconds * 1000):
            return None
    # All that is there, not as much as was asked for, which may take its time to come.
    read = file.read1 if isinstance(file, io.BufferedReader) else file.read
    chunk = cast("bytes | None", read(MEBIBYTE))
    if chunk is None:
        time.sleep(min(seconds, AT_A_TIME / 10))
    return chunk
