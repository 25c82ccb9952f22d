"""The deadline and the end of one request and its answer, for the streams that send and receive them."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar, Token
from typing import Self

import attrs

from safelight.core.http.messages import TransportFailure


@attrs.define(eq=False)
class Exchange:
    """How long one request and its answer may take.

    Attributes:
        left: Seconds for all of it.
        head_timeout: Seconds from the last byte sent to the end of the answer's head.
    """

    left: float = math.inf
    head_timeout: float = math.inf
    _ends: float = attrs.field(init=False)
    _head_ends: float = attrs.field(default=math.inf, init=False)
    _head_came: bool = attrs.field(default=False, init=False)
    _token: Token[Exchange | None] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._ends = time.monotonic() + self.left

    def sent(self) -> None:
        """Note that bytes of the request have left."""
        self._head_ends = math.inf if self._head_came else time.monotonic() + self.head_timeout

    def head_came(self) -> None:
        """Note that the head of the final answer is complete."""
        self._head_came, self._head_ends = True, math.inf

    def seconds(self, *, reading: bool = False) -> float:
        """Seconds until the deadline."""
        return (min(self._ends, self._head_ends) if reading else self._ends) - time.monotonic()

    def __enter__(self) -> Self:
        """Make this the current exchange of the thread or task."""
        self._token = _CURRENT.set(self)
        return self

    def __exit__(self, *exc_info: object) -> None:
        _CURRENT.reset(self._token)


_CURRENT: ContextVar[Exchange | None] = ContextVar("EXCHANGE", default=None)


def bounded(timeout: float | None, late: type[Exception], *, reading: bool = False) -> float | None:
    """A timeout within the time of the current exchange. Raises `late` where none is left."""
    exchange = _CURRENT.get()
    left = math.inf if exchange is None else exchange.seconds(reading=reading)
    if left <= 0:
        raise late("timed out")
    return timeout if left == math.inf else left if timeout is None else min(timeout, left)


def note_sent() -> None:
    """Tell the current exchange that bytes of its request have left."""
    if (exchange := _CURRENT.get()) is not None:
        exchange.sent()


class Errand:
    """A request that a thread performs for an event loop, which may end it at once.

    Attributes:
        handed: When it was handed over, by `time.perf_counter`.
        begun: Whether it has used a connection, and thus may be at its files.
    """

    def __init__(self) -> None:
        self.handed = time.perf_counter()
        self.begun = False
        self._over = False
        self._shut_down: Callable[[], None] | None = None
        self._lock = threading.Lock()

    def use(self, shut_down: Callable[[], None] | None) -> None:
        """Note what ends the present use of a connection, or that it is over; raises `TransportFailure` once it was ended."""
        with self._lock:
            self._shut_down = shut_down
            if shut_down is not None and self._over:
                raise TransportFailure("cancelled", sent=self.begun)
            self.begun = True

    def end(self) -> None:
        """Let it use no connection any more."""
        with self._lock:
            self._over = True
            if self._shut_down is not None:
                self._shut_down()


ERRAND: ContextVar[Errand | None] = ContextVar("ERRAND", default=None)


def handed() -> float:
    """When the request at hand was handed over."""
    errand = ERRAND.get()
    return time.perf_counter() if errand is None else errand.handed


def connecting() -> None:
    """Tell that the connection of the request at hand is not made yet, although it was used to ask a proxy for one."""
    if (errand := ERRAND.get()) is not None:
        errand.begun = False


class in_use:  # noqa: N801 - read as a function; as a generator it would cost a small call more than the call
    """A connection is in use, and another thread may shut it down."""

    __slots__ = ("_errand", "_shut_down")

    def __init__(self, shut_down: Callable[[], None]) -> None:
        self._errand = ERRAND.get()
        self._shut_down = shut_down

    def __enter__(self) -> None:
        if self._errand is not None:
            self._errand.use(self._shut_down)

    def __exit__(self, *exc_info: object) -> None:
        if self._errand is not None:
            self._errand.use(None)
