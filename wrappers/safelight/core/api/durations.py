"""When to ask for a status, learned from how long earlier tasks of the same operation took.

The next call is due when the seconds that finished tasks will have waited for it, summed over the known durations,
reach what one call of each task still unfinished is worth. For tasks that finish at an even rate `h`, this is the best
interval, about `sqrt(2 c / h)` at `c` seconds a call; for others it comes within a few percent of the best plan.
"""

from __future__ import annotations

import math
import random
from bisect import bisect_right, insort
from collections import deque

import attrs

from safelight.core.base.locks import Lock

KEPT = 400
"""Durations remembered per operation; older ones are forgotten."""
ENOUGH = 5
"""Durations needed before they count for more than the documented intervals."""
DRAWN_AGAIN, OPEN = 3, 0.2
"""Tasks whose duration is drawn again with each new one; and the share that is drawn as if nothing were known."""
SHORTEST = 0.2
"""Seconds between two status calls at the least."""
BEYOND = 0.15
"""The share of its age after which to ask again for a task older than any known one."""
CHANCE = random.Random()  # noqa: S311 - no secret is drawn


@attrs.define
class _Seen:
    """A task that took more than `low` seconds and at most `high`, and what it is taken to have taken."""

    low: float
    high: float
    drawn: float


class Durations:
    """How many seconds the last tasks of one operation took. Threads may share it."""

    def __init__(self) -> None:
        self._recent: deque[_Seen] = deque()
        self._sorted: list[float] = []
        self._lock = Lock()

    def add(self, high: float, low: float | None = None, draw: random.Random = CHANCE) -> None:
        """Remember that a task took `high` seconds; or at most that, and more than `low`.

        What it took in between is drawn, for the middle would teach the schedule its own habits; and it is drawn again
        later, among what is known by then, so that calls that came in time make those precise that came late.
        """
        with self._lock:
            self._recent.append(_Seen(high if low is None else low, high, high))
            insort(self._sorted, high)
            if len(self._recent) > KEPT:
                self._sorted.remove(self._recent.popleft().drawn)
            for seen in (self._recent[-1], *(draw.choice(self._recent) for _ in range(DRAWN_AGAIN))):
                known = (
                    draw.choice(self._sorted) if draw.random() > OPEN else draw.uniform(seen.low, seen.high)
                )
                if seen.low < known <= seen.high:
                    self._sorted.remove(seen.drawn)
                    seen.drawn = known
                    insort(self._sorted, known)

    def most(self, unknown: float) -> float:
        """Seconds in which nine of ten tasks ended; `unknown` while too little is known."""
        with self._lock:
            known = self._sorted
            return known[-1 - len(known) // 10] if len(known) >= ENOUGH else unknown

    def wait(self, age: float, cost: float) -> float | None:
        """Seconds to the next status call of a task `age` seconds old; None while too little is known.

        `cost` is how many seconds of finding out late one call is worth.
        """
        with self._lock:
            known, first = self._sorted, bisect_right(self._sorted, age)
            left = len(known) - first
            if len(known) < ENOUGH:
                return None
            if left == 0:
                return max(SHORTEST, BEYOND * age)
            at, late = age, 0.0
            for finished, duration in enumerate(known[first:]):
                gap = duration - at
                if late + gap * (finished + 0.5) >= cost * (left - finished):
                    # As if one task finished evenly in the gap: its share of the gap solves a quadratic equation.
                    missing, slope = cost * (left + 1 - finished) - late, gap * finished + cost
                    share = 2 * missing / (slope + math.sqrt(slope**2 + 2 * gap * missing))
                    return max(SHORTEST, at + gap * share - age)
                at, late = duration, late + gap * (finished + 0.5)
            return max(SHORTEST, at + (cost - late) / left - age)
