"""Keeps a key inside its vendor's request rates, so that in normal running no answer is a 429."""

from __future__ import annotations

import threading
from collections import deque
from weakref import WeakValueDictionary

import attrs

from safelight.core.facts import Rate, VendorFacts
from safelight.core.flow import Emit, Flow, Now, Sleep

MARGIN = 0.15
"""Seconds added to each window, for two requests may travel differently long."""


@attrs.frozen
class Throttled:
    """A request waits `seconds` for its turn."""

    vendor: str
    seconds: float


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
    """Sliding windows of the requests sent with one key, shared by all its clients in this process."""

    def __init__(self, vendor: str, rates: tuple[Rate, ...]) -> None:
        self._vendor = vendor
        self._windows = [_Window(rate, deque()) for rate in rates]
        self._lock = threading.Lock()
        self._paused_until = 0.0

    def acquire(self, *, create: bool) -> Flow[None]:
        """Wait for a turn. Creates leave a tenth of each window to polls, which have deadlines."""
        while True:
            now = (yield from Now()).monotonic
            wait = self._reserve(now, 0.9 if create else 1.0)
            if wait <= 0:
                return
            yield from Emit(Throttled(self._vendor, wait))
            yield from Sleep(wait)

    def pause(self, until: float) -> None:
        """Let nothing pass before a moment of the monotonic clock: the vendor has said 429."""
        with self._lock:
            self._paused_until = max(self._paused_until, until)

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
            limiter = _limiters[identity] = Limiter(facts.vendor, facts.limits.rates)
        return limiter
