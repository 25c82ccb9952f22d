"""Ends flows that run on threads: at their next effect, or at the next piece of a file that they send or receive."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Mapping
from contextvars import ContextVar

import attrs

from safelight.core.http.messages import BodyAround, Chunk, Request, Sink


class Stop:
    """Tells threads to end, and those that they started in their turn: an outer one stops this one too."""

    INTERVAL = 0.25
    """Seconds after which a sleeping thread notices an outer stop at the latest."""

    def __init__(self, outer: Stop | None = None) -> None:
        self._outer = outer
        self._event = threading.Event()

    def set(self) -> None:
        self._event.set()

    def is_set(self) -> bool:
        return self._event.is_set() or (self._outer is not None and self._outer.is_set())

    def wait(self, seconds: float) -> None:
        """Let `seconds` pass, or fewer once stopped."""
        end = time.monotonic() + seconds
        while not self.is_set() and (left := end - time.monotonic()) > 0:
            self._event.wait(min(left, self.INTERVAL))


class Stopped(BaseException):
    """A flow ends because another one of its `Gather` failed, or because of Ctrl-C. No flow catches it."""


STOP: ContextVar[Stop | None] = ContextVar("STOP", default=None)
"""Ends the flows that run in this context, such as a thread of `map` that nobody waits for any more."""


def stoppable(request: Request, stop: Stop | None) -> Request:
    if stop is None or request.body is None or request.body.in_memory:
        return request
    return attrs.evolve(request, body=StoppableBody(request.body, stop))


@attrs.frozen(eq=False)
class StoppableBody(BodyAround):
    """A body that ends with an error once its reader is to stop."""

    stop: Stop

    def chunks(self) -> Generator[bytes]:
        for chunk in self.body.chunks():
            if self.stop.is_set():
                raise Stopped
            yield chunk


@attrs.frozen(eq=False)
class StoppableSink:
    """A sink that refuses more once its writer is to stop."""

    sink: Sink
    stop: Stop

    def open(self, status: int, headers: Mapping[str, str]) -> None:
        self.sink.open(status, headers)

    def write(self, chunk: Chunk) -> None:
        if self.stop.is_set():
            raise Stopped
        self.sink.write(chunk)
