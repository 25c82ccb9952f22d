"""Keeps a key inside its vendor's request rates, so that in normal running no answer is a 429."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from typing import TypeAlias
from weakref import WeakValueDictionary

import attrs

from safelight.core.api.envelope import number, seconds_until
from safelight.core.api.in_flight import InFlight
from safelight.core.api.windows import Margin, Window, polls_fit, wait_for_turn
from safelight.core.base.events import Throttled
from safelight.core.base.facts import LOSS_MARGIN, Rate, RateHeaders, VendorFacts
from safelight.core.base.locks import Lock
from safelight.core.base.outcome import Handle
from safelight.core.flow.effects import Blocking, Emit, Flow, Now, Sleep
from safelight.core.http.messages import LATE

RECHECK = 2.0
"""Seconds after which a call that leaves room to polls asks again."""
SCARCE = 20.0
"""How many times more a poll costs while other calls wait for their turn."""
CROWDED = 10.0
"""Seconds for which it is taken into account that a call had to wait, at the least."""
PLENTY = 0.25
"""The share of a window up to which nobody needs to be sparing."""
WATCHED_AT_FIRST = 180.0
"""Seconds that tasks are taken to need polls for, until one has finished."""
WATCHED_AT_LEAST, WATCHED_SHARE = 30.0, 2.0
"""The same afterwards: so many seconds at the least, and so many times what the longest of late took."""
REMEMBERED = 50
"""Tasks of late whose length counts."""
LONGEST_PAUSE = 120.0
"""Seconds that a vendor's headers can make us wait."""


@attrs.frozen
class Turn:
    """A call's turn.

    Attributes:
        at: When the call may leave, on the monotonic clock.
        counted: Under which time it is counted.
        given: When the turn was given.
    """

    at: float
    counted: float
    given: float


_guard = Lock()
_turns = count()
_of_this_ip: dict[tuple[str, str, float], Window] = {}


def _window(vendor: str, address: str | None, rate: Rate) -> Window:
    if address is None or rate.scope != "ip":
        return Window(rate)
    return _of_this_ip.setdefault((vendor, address, rate.seconds), Window(rate))


class Limiter:
    """What is shared by all clients of one key in this process: request windows, and tasks in flight.

    Args:
        address: Address of the API; its limits an IP address are shared with the limiters of other keys.
        rates: Whether request rates are kept, and pauses: without, a call that was refused waits for itself alone.
        in_flight: Counts tasks in flight; by default those of this process.
    """

    def __init__(
        self,
        facts: VendorFacts,
        address: str | None = None,
        *,
        rates: bool = True,
        in_flight: InFlight | None = None,
    ) -> None:
        self.in_flight = InFlight(facts.limits.in_flight) if in_flight is None else in_flight
        self._facts = facts
        self._vendor = facts.vendor
        self._rates = rates
        self._windows = [_window(facts.vendor, address, rate) for rate in facts.limits.rates if rates]
        self._margin = Margin()
        self._lost_after = facts.polling.lost_after_seconds
        self._step = (self._lost_after or 0.0) * LOSS_MARGIN
        self._seen: dict[str, float] = {}
        self._began: dict[str, float] = {}
        self._took: deque[float] = deque(maxlen=REMEMBERED)
        self._expected: deque[str] = deque(maxlen=1000)
        self._lock = Lock()
        self._paused_until = 0.0
        self._polls = 0
        self._waited = -math.inf

    def acquire(self, *, new_work: bool) -> Flow[Turn]:
        """Wait for a turn; `new_work` says that no task in flight needs the call.

        Polls come first. Where tasks are lost unless they are polled, new work leaves room for polls.
        """
        waits = False
        try:
            while True:
                now = (yield from Now()).monotonic
                wait = self._reserve(now, new_work=new_work)
                if wait <= 0:
                    self._margin.sent()
                    return Turn(now, now, now)
                with self._lock:
                    self._waited = now if new_work else self._waited
                    self._polls += not new_work and not waits
                waits = True
                yield from Emit(Throttled(self._vendor, wait))
                # Room kept for the polls of tasks comes back as soon as they are done.
                yield from Sleep(min(wait, RECHECK) if new_work and self._lost_after is not None else wait)
        finally:
            with self._lock:
                self._polls -= waits and not new_work

    def left(self, turn: Turn) -> Flow[Turn]:
        """A call leaves now: one that was held up after its turn counts from now on."""
        now = (yield from Now()).monotonic
        seconds = now - turn.at
        if seconds <= LATE or not self.counts:
            return Turn(now, turn.counted, turn.given)
        yield from Blocking(partial(self.delayed, turn, seconds))
        return Turn(now, turn.counted + seconds, turn.given)

    def delayed(self, turn: Turn, seconds: float) -> None:
        """A call leaves `seconds` after its turn, and counts from then on; may block."""
        with _guard:
            for window in self._windows:
                window.move(turn.counted, turn.counted + seconds)

    def refused(self, until: float) -> None:
        """The vendor answered 429: let nothing pass before a moment of the monotonic clock."""
        self._margin.refused()
        self.pause(until)

    def pause(self, until: float) -> None:
        """Let nothing pass before a moment of the monotonic clock: the vendor has said so."""
        with self._lock:
            if self._rates:
                self._paused_until = max(self._paused_until, until)

    def observe(self, headers: Mapping[str, str], names: RateHeaders | None, now: float) -> None:
        """Heed what an answer's headers say is left of the window; a vendor that counts others' calls knows more."""
        if names is None:
            return
        left = number(headers.get(names.remaining.lower()))
        reset = seconds_until(headers, names.reset.lower())
        if left is not None and left <= 0 and reset is not None:
            self.pause(now + min(reset, LONGEST_PAUSE))

    def expect(self, now: float) -> None:
        """A task is about to be created: its polls get their room at once."""
        if self._lost_after is not None:
            with self._lock:
                expected = f"expected at {now}, {next(_turns)}"
                self._expected.append(expected)
                self._seen[expected] = now

    def watched(self, handle: Handle) -> Flow[None]:
        """A task was asked for, or has just been created: it will be asked for again."""
        if self._lost_after is not None:
            now = (yield from Now()).monotonic
            with self._lock:
                if handle.id not in self._seen:
                    self._began[handle.id] = now
                    if self._expected:
                        self._seen.pop(self._expected.popleft(), None)
                self._seen[handle.id] = now

    def done(self, handle: Handle) -> Flow[None]:
        """A task is finished, or the vendor does not know it: nobody asks for it any more."""
        now = (yield from Now()).monotonic
        with self._lock:
            if self._seen.pop(handle.id, None) is not None:
                self._took.append(now - self._began.pop(handle.id, now))
        yield from self.in_flight.leave(handle)

    def spacing(self, now: float) -> float:
        """Seconds between two polls of one task at which the windows last for all tasks, and for calls that wait."""
        if self._lost_after is None:
            return self.in_flight.watched * self._facts.seconds_between_items if self._crowded(now) else 0.0
        with _guard, self._lock:
            return max((self._spacing(window, now) for window in self._windows), default=0.0)

    def scarcity(self, now: float) -> float:
        """How many times more a poll costs at a moment: while others wait for their turn, calls are what is scarce."""
        return SCARCE if self._crowded(now) else 1.0

    def _crowded(self, now: float) -> bool:
        """Whether calls other than polls had to wait of late."""
        return now - self._waited < max([CROWDED, *(rate.seconds for rate in self._facts.limits.rates)])

    def _spacing(self, window: Window, now: float) -> float:
        tasks = self._being_watched(now)
        if not self._polls_fit(window, now, tasks):
            return self._step
        if len(window.sent) <= window.rate.requests * PLENTY:
            return 0.0
        return tasks * window.rate.seconds / window.rate.requests

    def _polls_fit(self, window: Window, now: float, tasks: int) -> bool:
        """Whether one more call leaves room for the polls that keep tasks alive."""
        rounds, length = self._rounds(now), self._margin.length(window.rate)
        return polls_fit(
            window.sent, window.rate.requests, length, now, tasks=tasks, step=self._step, rounds=rounds
        )

    def _being_watched(self, now: float) -> int:
        """Tasks asked for lately; one that nobody asks for is lost, and takes no more room."""
        patience = self._lost_after or 0.0
        self._seen = {task: at for task, at in self._seen.items() if now - at <= patience}
        self._began = {task: at for task, at in self._began.items() if task in self._seen}
        return len(self._seen)

    def _rounds(self, now: float) -> int:
        """Polls to leave room for, for each task."""
        if not self._took:
            return round(WATCHED_AT_FIRST / self._step)
        longest = max([*self._took, *(now - at for at in self._began.values())])
        return round(max(WATCHED_AT_LEAST, WATCHED_SHARE * longest) / self._step)

    @property
    def counts(self) -> bool:
        """Whether it matters when calls leave."""
        return self._rates and bool(self._facts.limits.rates)

    def _wait(self, window: Window, now: float, tasks: int | None, *, new_work: bool) -> float:
        """Seconds until a call fits into a window, and the polls of some tasks after it."""
        most, length = window.rate.requests, self._margin.length(window.rate)
        window.forget(now, length)
        if new_work:
            most = max(1, most - self._polls)
        wait = wait_for_turn(window.sent, most, length, now)
        if wait <= 0 and tasks is not None and not self._polls_fit(window, now, tasks):
            return RECHECK
        return wait

    def _reserve(self, now: float, *, new_work: bool) -> float:
        # One lock for all keys, for windows of an IP address are theirs together.
        with _guard, self._lock:
            tasks = self._being_watched(now) + 1 if new_work and self._lost_after is not None else None
            waits = [self._wait(window, now, tasks, new_work=new_work) for window in self._windows]
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
