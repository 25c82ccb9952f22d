"""Time that hurries: a second passes in twenty milliseconds."""

import asyncio
import time

from safelight.core.clock import Stop
from safelight.core.flow import Instant

SPEED = 50


class HastyClock:
    """The machine's time, sped up."""

    def now(self) -> Instant:
        return Instant(time.monotonic() * SPEED, time.time())

    def sleep(self, seconds: float, stop: Stop | None = None) -> None:
        time.sleep(seconds / SPEED)

    async def sleep_async(self, seconds: float) -> None:
        await asyncio.sleep(seconds / SPEED)
