"""Keeps a key inside its vendor's request rates, so that in normal running no answer is a 429."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from itertools import count
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
POLLS_A_TASK = 12
"""Polls that a task is taken to need yet, where it is lost without them: a minute's worth, at six seconds each."""
RECHECK = 2.0
"""Seconds after which a call that leaves room to polls asks again."""
PLENTY = 0.25
"""The share of a window up to which nobody needs to be sparing."""
LONGEST_PAUSE = 120.0
"""Seconds that a vendor's headers can make us wait."""


_guard = threading.RLock()


@attrs.define(eq=False)
class _Window:
    rate: Rate
    sent: deque[float] = attrs.field(factory=deque[float])

    def wait(self, now: float, room: int) -> float:
        """Seconds until one more call makes no more than `room` of them in this window."""
        while self.sent and self.sent[0] <= now - self.rate.seconds - MARGIN:
            self.sent.popleft()
        if len(self.sent) < room:
            return 0.0
        return self.sent[len(self.sent) - room] + self.rate.seconds + MARGIN - now


_turns = count()
_of_this_ip: dict[tuple[str, str, float], _Window] = {}


def _window(vendor: str, address: str | None, rate: Rate) -> _Window:
    if address is None or rate.scope != "ip":
        return _Window(rate)
    return _of_this_ip.setdefault((vendor, address, rate.seconds), _Window(rate))


class Limiter:
    """What is shared by all clients of one key in this process: request windows, and tasks in flight.

    Args:
        address: Address of the API; its limits an IP address are shared with the limiters of other keys.
        rates: Whether request rates are kept, and pauses: without, a call that was refused waits for itself alone.
    """

    def __init__(self, facts: VendorFacts, address: str | None = None, *, rates: bool = True) -> None:
        self._vendor = facts.vendor
        self._rates = rates
        self._windows = [_window(facts.vendor, address, rate) for rate in facts.limits.rates if rates]
        self._in_flight = facts.limits.in_flight
        self._patience = facts.polling.lost_after_seconds
        self._seen: dict[str, float] = {}
        self._expected: deque[str] = deque(maxlen=1000)
        self._lock = threading.RLock()
        self._paused_until = 0.0
        self._reserved = 0
        self._tasks: dict[str, Handle] = {}

    def acquire(self, *, create: bool) -> Flow[None]:
        """Wait for a turn.

        Where tasks are lost unless they are polled, a call that is no poll leaves the polls of the tasks in flight,
        and of the one it is for, their room.
        """
        while True:
            now = (yield from Now()).monotonic
            wait = self._reserve(now, create=create)
            if wait <= 0:
                return
            yield from Emit(Throttled(self._vendor, wait))
            # Room kept for the polls of tasks comes back as soon as they are done.
            yield from Sleep(min(wait, RECHECK) if create and self._patience is not None else wait)

    def pause(self, until: float) -> None:
        """Let nothing pass before a moment of the monotonic clock: the vendor has said so."""
        with self._lock:
            if not self._rates:
                return
            self._paused_until = max(self._paused_until, until)

    def observe(self, headers: Mapping[str, str], names: RateHeaders | None, now: float) -> None:
        """Heed what an answer's headers say is left of the window; a vendor that counts others' calls knows more."""
        if names is None:
            return
        left = number(headers.get(names.remaining.lower()))
        reset = number(headers.get(names.reset.lower()))
        if left is not None and left <= 0 and reset is not None:
            self.pause(now + min(reset, LONGEST_PAUSE))

    def expect(self, now: float) -> None:
        """A task is about to be created: its polls get their room at once."""
        if self._patience is not None:
            with self._lock:
                expected = f"expected at {now}, {next(_turns)}"
                self._expected.append(expected)
                self._seen[expected] = now

    def watched(self, handle: Handle, now: float) -> None:
        """A task was asked for, or has just been created: it will be asked for again."""
        if self._patience is not None:
            with self._lock:
                if handle.id not in self._seen and self._expected:
                    self._seen.pop(self._expected.popleft(), None)
                self._seen[handle.id] = now

    def room(self, rate: Rate, now: float, *, create: bool) -> int:
        """How many calls of a window may be used up."""
        if not create or self._patience is None:
            return rate.requests
        kept = POLLS_A_TASK * (self._being_watched(now) + 1)
        return max(1, min(int(rate.requests * CREATES_SHARE), rate.requests - kept))

    def spacing(self, now: float) -> float:
        """Seconds between two polls of one task at which the windows last for all tasks being watched.

        Zero while most of each window is left.
        """
        if self._patience is None:
            return 0.0
        with self._lock:
            tasks = self._being_watched(now)
            return max(
                (
                    tasks * window.rate.seconds / window.rate.requests
                    for window in self._windows
                    if len(window.sent) > window.rate.requests * PLENTY
                ),
                default=0.0,
            )

    def _being_watched(self, now: float) -> int:
        """Tasks asked for lately; one that nobody asks for is lost, and takes no more room."""
        patience = self._patience or 0.0
        self._seen = {task: at for task, at in self._seen.items() if now - at <= patience}
        return len(self._seen)

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
            self._seen.pop(handle.id, None)

    def oldest(self) -> Handle | None:
        """The task that has been in flight longest; asking turns to the next one."""
        with self._lock:
            first = next(iter(self._tasks), None)
            if first is None:
                return None
            handle = self._tasks[first] = self._tasks.pop(first)
            return handle

    def _reserve(self, now: float, *, create: bool) -> float:
        # One lock for all keys, for windows of an IP address are theirs together.
        with _guard, self._lock:
            waits = [window.wait(now, self.room(window.rate, now, create=create)) for window in self._windows]
            wait = max([self._paused_until - now, *waits])
            if wait <= 0:
                for window in self._windows:
                    window.sent.append(now)
            return wait


_limiters: WeakValueDictionary[tuple[str, str, int], Limiter] = WeakValueDictionary()


_rates_kept = True


def keep_rates(*, kept: bool) -> bool:
    """Set whether limiters made from now on keep request rates; returns what was set before. For tests."""
    global _rates_kept
    before, _rates_kept = _rates_kept, kept
    return before


def shared_limiter(facts: VendorFacts, base_url: str, key: str) -> Limiter:
    """The limiter of a key at an address; one object for all clients of this process."""
    with _guard:
        identity = (facts.vendor, base_url, hash((key, _rates_kept)))
        limiter = _limiters.get(identity)
        if limiter is None:
            limiter = _limiters[identity] = Limiter(facts, base_url, rates=_rates_kept)
        return limiter


LimiterFactory: TypeAlias = Callable[[VendorFacts, str, str], Limiter]
"""Gives the limiter of a vendor, an address and a key."""
