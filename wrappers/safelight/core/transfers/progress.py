"""Tells how a transfer gets on, at every mebibyte, from inside the driver that moves the bytes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Mapping

import attrs

from safelight.core.base.events import Uploaded, Uploading
from safelight.core.http.messages import MEBIBYTE, BodyAround, Chunk, Sink


@attrs.define(eq=False)
class TellingSink:
    """A sink that tells how many bytes of an answer have come."""

    sink: Sink
    tell: Callable[[int], None]
    _received: int = 0
    _told: int = 0

    def open(self, status: int, headers: Mapping[str, str]) -> None:
        if status == 200:
            self._received = self._told = 0
        self.sink.open(status, headers)

    def write(self, chunk: Chunk) -> None:
        self.sink.write(chunk)
        self._received += len(chunk)
        if self._received - self._told >= MEBIBYTE:
            self._told = self._received
            self.tell(self._received)


@attrs.frozen(eq=False)
class TellingBody(BodyAround):
    """A body that tells how many of its bytes have been handed to the connection."""

    tell: Callable[[int], None]

    def chunks(self) -> Generator[bytes]:
        sent = 0
        for chunk in self.body.chunks():
            yield chunk
            sent += len(chunk)
            self.tell(sent)


@attrs.define(eq=False)
class FileProgress:
    """How far the upload of one file is, over all its parts; told in order, and never as less than before.

    Parts go side by side, may be sent twice, and may all be sent anew once their URLs were refused.
    """

    _vendor: str
    _name: str
    _size: int
    _tell: Callable[[object], None] = attrs.field(repr=False)
    _sent: dict[int, int] = attrs.field(factory=dict[int, int])
    _arrived: dict[int, int] = attrs.field(factory=dict[int, int])
    _told_sent: int = 0
    _told_arrived: int = 0
    _lock: threading.Lock = attrs.field(factory=threading.Lock, repr=False)

    def begin(self, arrived: Mapping[int, int]) -> None:
        """An upload begins; `arrived` are the bytes that are there already, by their offset."""
        with self._lock:
            self._sent, self._arrived = dict(arrived), dict(arrived)

    def sent(self, offset: int, count: int) -> None:
        """So many bytes from an offset were handed to the connection."""
        with self._lock:
            self._sent[offset] = count
            whole = sum(self._sent.values())
            if self._told_sent < whole < self._size:
                self._told_sent = whole
                self._tell(Uploading(self._vendor, self._name, whole, self._size))

    def arrived(self, offset: int, length: int) -> None:
        """Storage has these bytes."""
        with self._lock:
            self._arrived[offset] = length
            self._told_arrived = max(self._told_arrived, sum(self._arrived.values()))
            self._tell(Uploaded(self._vendor, self._name, self._told_arrived, self._size))
