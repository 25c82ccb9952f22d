"""Tells how a transfer gets on, at every mebibyte, from inside the driver that moves the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from safelight.core.wire import MEBIBYTE, Body, Sink


@attrs.define
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

    def write(self, chunk: bytes) -> None:
        self.sink.write(chunk)
        self._received += len(chunk)
        if self._received - self._told >= MEBIBYTE:
            self._told = self._received
            self.tell(self._received)

    def close(self) -> None:
        self.sink.close()


@attrs.frozen
class TellingBody:
    """A body that tells how many of its bytes have been handed to the connection."""

    body: Body
    tell: Callable[[int], None]

    @property
    def length(self) -> int:
        return self.body.length

    @property
    def content_type(self) -> str | None:
        return self.body.content_type

    @property
    def in_memory(self) -> bool:
        return self.body.in_memory

    def chunks(self) -> Iterator[bytes]:
        sent = 0
        for chunk in self.body.chunks():
            yield chunk
            sent += len(chunk)
            if sent < self.length:
                self.tell(sent)
