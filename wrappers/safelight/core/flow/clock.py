"""Time as drivers see it. A test gives a driver another clock and time is what it says."""

from __future__ import annotations

import asyncio
import time

from safelight.core.flow.effects import Instant
from safelight.core.flow.stopping import Stop


class Clock:
    """Reads time and lets it pass, all in seconds: the machine's own, unless a test replaces it."""

    def now(self) -> Instant:
        return Instant(time.monotonic(), time.time())

    def sleep(self, seconds: float, stop: Stop | None = None) -> None:
        """Let time pass on this thread; no longer than until `stop`."""
        if stop is None:
            time.sleep(seconds)
        else:
            stop.wait(seconds)

    async def sleep_async(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class HastyClock(Clock):
    """The machine's time, with waits that are `speed` times shorter: for tests against a sandbox."""

    def __init__(self, speed: float = 50.0) -> None:
        self._speed = speed

    def sleep(self, seconds: float, stop: Stop | None = None) -> None:
        super().sleep(seconds / self._speed, stop)

    async def sleep_async(self, seconds: float) -> None:
        await super().sleep_async(seconds / self._speed)


_default: Clock = Clock()


def default_clock() -> Clock:
    """The clock of clients that are given none."""
    return _default


def use_clock(clock: Clock) -> Clock:
    """Set the clock of clients made from now on; returns the one before. For tests."""
    global _default
    before, _default = _default, clock
    return before
