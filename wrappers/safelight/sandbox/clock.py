"""The sandbox's one clock: real time plus an offset that tests can move."""

import asyncio
import contextlib
import threading
import time
from datetime import UTC, datetime

# Dates of Windows end here.
_LATEST = datetime(3000, 1, 1, tzinfo=UTC).timestamp()


class Clock:
    """Tells the time that every lifetime, limit and task of one sandbox is measured with.

    The clock runs on the monotonic clock of the machine, so a change of the system time does not disturb
    it, and starts at the system's wall time. All methods may be called from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._origin = time.time() - time.monotonic()
        self._offset = 0.0
        self._sleepers: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def now(self) -> float:
        """Return the sandbox's time as seconds since the Unix epoch."""
        return self._origin + time.monotonic() + self._offset

    def advance(self, seconds: float) -> None:
        """Move the clock forward and wake everything that sleeps on it.

        Args:
            seconds: How far to move; not negative.

        Raises:
            ValueError: The clock was asked to run backwards, or beyond the year 2999.
        """
        if seconds < 0:
            raise ValueError("a sandbox clock does not run backwards")
        with self._lock:
            # Written this way round, the test refuses NaN too.
            if not self.now() + seconds < _LATEST:
                raise ValueError(
                    f"a sandbox clock runs to the year 2999, and cannot move by {seconds} seconds"
                )
            self._offset += seconds
            sleepers = list(self._sleepers)
        for loop, event in sleepers:
            # A loop that is being closed has nobody left to wake.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(event.set)

    async def sleep(self, seconds: float) -> None:
        """Wait until `seconds` have passed on this clock, whether they ran or were skipped by `advance`."""
        deadline = self.now() + seconds
        loop = asyncio.get_running_loop()
        while (remaining := deadline - self.now()) > 0:
            event = asyncio.Event()
            entry = (loop, event)
            with self._lock:
                self._sleepers.add(entry)
            try:
                # An advance between the look at the clock and the registration is seen by the second look.
                remaining = min(remaining, deadline - self.now())
                if remaining > 0:
                    # Not by `wait_for`, which swallows a cancellation just after the event was set, before Python 3.12.
                    async with asyncio.timeout(remaining):
                        await event.wait()
            except TimeoutError:
                continue
            finally:
                with self._lock:
                    self._sleepers.discard(entry)
