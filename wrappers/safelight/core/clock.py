"""Time as drivers see it. A test gives a driver another clock and time is what it says."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol

from safelight.core.flow import Instant


class Clock(Protocol):
    """Reads time and lets it pass; all in seconds."""

    def now(self) -> Instant: ...

    def sleep(self, seconds: float) -> None: ...

    async def sleep_async(self, seconds: float) -> None: ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> Instant:
        return Instant(time.monotonic(), time.time())

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
