"""The deadline of one request and its answer, for the streams that send and receive them."""

from __future__ import annotations

import math
import time
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Self

import attrs


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

    @contextmanager
    def current(self) -> Generator[Self]:
        """Make this the current exchange of the thread or task."""
        token = _CURRENT.set(self)
        try:
            yield self
        finally:
            _CURRENT.reset(token)


_CURRENT: ContextVar[Exchange | None] = ContextVar("EXCHANGE", default=None)


def bounded(timeout: float | None, late: type[Exception], *, reading: bool = False) -> float | None:
    """A timeout within the time of the current exchange.

    Raises:
        Exception: `late`, where no time is left.
    """
    exchange = _CURRENT.get()
    left = math.inf if exchange is None else exchange.seconds(reading=reading)
    if left <= 0:
        raise late("timed out")
    return timeout if left == math.inf else left if timeout is None else min(timeout, left)


def note_sent() -> None:
    """Tell the current exchange that bytes of its request have left."""
    if (exchange := _CURRENT.get()) is not None:
        exchange.sent()
