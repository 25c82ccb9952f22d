"""The standard streams of a command: one that is closed, full or no longer read stops no work."""

from __future__ import annotations

import io
import json
import os
import select
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


LARGEST_EXACT = 2**53
"""From here on, not every whole number is a double."""


class LastingFile(io.FileIO):
    """A descriptor whose writes never fail: after the first that does, all is dropped.

    Attributes:
        failure: Why that one failed.
    """

    failure: OSError | None = None

    def write(self, data: ReadableBuffer, /) -> int:
        """Write, or drop."""
        try:
            while self.failure is None:
                written = super().write(data)
                if written is not None:
                    return written
                select.select([], [self], [])  # it does not block, and has no room now
        except OSError as error:
            self.failure = error
        return memoryview(data).nbytes


def use_lasting_streams() -> None:
    """Put streams in place of stdout and stderr whose writes never fail, and open what is closed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # Or the next file that is opened, such as a result, would be written to as stdout.
            os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:  # where a shell says <&-
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - lasts as long as the process
    sys.stdout = _lasting(sys.stdout, 1)
    sys.stderr = _lasting(sys.stderr, 2)


def _lasting(stream: TextIO | None, number: int) -> TextIO:
    if stream is None:
        return io.TextIOWrapper(io.BufferedWriter(LastingFile(number, "w", closefd=False)), "utf-8")
    if not isinstance(stream, io.TextIOWrapper) or (sys.platform == "win32" and stream.isatty()):
        return stream
    stream.flush()
    escapes = stream.errors == "surrogateescape" and stream.encoding.lower() == "utf-8"
    return io.TextIOWrapper(
        io.BufferedWriter(LastingFile(number, "w", closefd=False)),
        stream.encoding,
        "surrogateescape" if escapes else "backslashreplace",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def json_line(value: object) -> str:
    """A value as one line of JSON; whole numbers that JavaScript and jq would change are texts."""
    return json.dumps(_exact(value), ensure_ascii=False)


def _exact(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _exact(inner) for key, inner in cast("Mapping[str, object]", value).items()}
    if isinstance(value, list | tuple):
        return [_exact(inner) for inner in cast("Sequence[object]", value)]
    return str(value) if isinstance(value, int) and abs(value) >= LARGEST_EXACT else value


def failure_of_stdout() -> OSError | None:
    """Why nothing can be written to stdout any more, if so."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return raw.failure if isinstance(raw, LastingFile) else None
