"""Keeps a key inside its vendor's request rates, so that in normal running no answer is a 429."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from typing import TypeAlias
from weakref import WeakValueDictionary

import attrs

from safelight.core.envelope import number
from safelight.core.events import Throttled
from safelight.core.facts import Rate, RateHeaders, VendorFacts
from safelight.core.flow import Emit, Flow, Now, Sleep
from safelight.core.outcome import Handle

MARGIN = 0.15
"""Seconds added to each window, for two requests may travel differently long."""
CREATES_SHARE = 0.9
LONGEST_PAUSE = 120.0
"""Seconds that a vendor's headers can make us wait."""


@attrs.define
class _Window:
    rate: Rate
    sent: deque[float]

    def wait(self, now: float, share: float) -> float:
        room = max(1, int(self.rate.requests * share))
        while self.sent and self.sent[0] <= now - self.rate.seconds - MARGIN:
            self.sent.popleft()
        if len(self.sent) < room:
            return 0.0
        return self.sent[len(self.sent) - room] + self.rate.seconds + MARGIN - now


class Limiter:
    """What is shared by all clients of one key in this process: request windows, and tasks in flight."""

    def __init__(self, facts: VendorFacts) -> None:
        self._vendor = facts.vendor
        self._windows = [_Window(rate, deque()) for rate in facts.limits.rates]
        self._in_flight = facts.limits.in_flight
        self._lock = threading.Lock()
        self._paused_until = 0.0
        self._reserved = 0
        self._tasks: dict[str, Handle] = {}

    def acquire(self, *, create: bool) -> Flow[None]:
        """Wait for a turn. Creates leave a tenth of each window to polls, which have deadlines."""
        while True:
            now = (yield from Now()).monotonic
            wait = self._reserve(now, CREATES_SHARE if create else 1.0)
            if wait <= 0:
                return
            yield from Emit(Throttled(self._vendor, wait))
            yield from Sleep(wait)

    def pause(self, until: float) -> None:
        """Let nothing pass before a moment of the monotonic clock: the vendor has said so."""
        with self._lock:
            self._paused_until = max(self._paused_until, until)

    def observe(self, headers: Mapping[str, str], names: RateHeaders | None, now: float) -> None:
        """Heed what an answer's headers say is left of the window; a vendor that counts others' calls knows more."""
        if names is None:
            return
        left = number(headers.get(names.remaining.lower()))
        reset = number(headers.get(names.reset.lower()))
        if left is not None and left <= 0 and reset is not None:
            self.pause(now + min(reset, LONGEST_PAUSE))

    def enter(self) -> bool:
        """Reserve room for a task; False where the vendor's limit of tasks in flight is reached."""
        with self._lock:
            if self._in_flight is not None and len(self._tasks) + self._reserved >= self._in_flight:
                return False
            self._reserved += 1
            return True

    def unused(self) -> None:
        """Give a reservation back: no task was created."""
        with self._lock:
            self._reserved = max(0, self._reserved - 1)

    def occupy(self, handle: Handle) -> None:
        """Turn a reservation into a task in flight."""
        with self._lock:
            self._reserved = max(0, self._reserved - 1)
            if self._in_flight is not None:
                self._tasks[handle.id] = handle

    def leave(self, handle: Handle) -> None:
        """A task is finished, or the vendor does not know it."""
        with self._lock:
            self._tasks.pop(handle.id, None)

    def oldest(self) -> Handle | None:
        """The task that has been in flight longest; asking turns to the next one."""
        with self._lock:
            first = next(iter(self._tasks), None)
            if first is None:
                return None
            handle = self._tasks[first] = self._tasks.pop(first)
            return handle

    def _reserve(self, now: float, share: float) -> float:
        with self._lock:
            waits = [window.wait(now, share) for window in self._windows]
            wait = max([self._paused_until - now, *waits])
            if wait <= 0:
                for window in self._windows:
                    window.sent.append(now)
            return wait


_limiters: WeakValueDictionary[tuple[str, str, int], Limiter] = WeakValueDictionary()
_guard = threading.Lock()


def shared_limiter(facts: VendorFacts, base_url: str, key: str) -> Limiter:
    """The limiter of a key at an address; one object for all clients of this process."""
    with _guard:
        identity = (facts.vendor, base_url, hash(key))
        limiter = _limiters.get(identity)
        if limiter is None:
            limiter = _limiters[identity] = Limiter(facts)
        return limiter


LimiterFactory: TypeAlias = Callable[[VendorFacts, str, str], Limiter]
"""Gives the limiter of a vendor, an address and a key."""
