"""When to ask for a status, learned from how long earlier tasks of the same operation took.

Asking every `w` seconds while tasks finish at a rate of `h` a second costs `c / (h w)` for the calls, at `c`
seconds each, and `w / 2` for finding out late: least at `w = sqrt(2 c / h)`. Here `h` is what the sample says
about the next `w` seconds, given that the task has not finished yet.
"""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections import deque

from safelight.core.base.locks import Lock

KEPT = 400
"""Durations remembered per operation; older ones are forgotten."""
ENOUGH = 5
"""Durations needed before they count for more than the documented intervals."""
SHORTEST = 0.2
"""Seconds between two status calls at the least."""
BEYOND = 0.15
"""The share of its age after which to ask again for a task older than any known one."""


class Durations:
    """How many seconds the last tasks of one operation took. Threads may share it."""

    def __init__(self) -> None:
        self._recent: deque[float] = deque()
        self._sorted: list[float] = []
        self._lock = Lock()

    def add(self, seconds: float) -> None:
        """Remember how long a task took."""
        with self._lock:
            self._recent.append(seconds)
            insort(self._sorted, seconds)
            if len(self._recent) > KEPT:
                self._sorted.remove(self._recent.popleft())

    def wait(self, age: float, cost: float) -> float | None:
        """Seconds to the next status call of a task `age` seconds old; None while too little is known.

        Args:
            age: Seconds since the task was created.
            cost: Seconds of finding out late that one call is worth.
        """
        with self._lock:
            known = self._sorted
            if len(known) < ENOUGH:
                return None
            first = bisect_right(known, age)
            left = len(known) - first
            if left == 0:
                return max(SHORTEST, BEYOND * age)
            for passed, duration in enumerate(known[first:], 1):
                wait = duration - age
                finished = -math.log1p(-passed / (left + 1))
                if wait * finished >= 2 * cost:
                    before = known[first + passed - 2] - age if passed > 1 else 0.0
                    return max(SHORTEST, self._between(before, wait, passed, left, cost))
            return max(SHORTEST, known[-1] - age + math.sqrt(cost))

    @staticmethod
    def _between(before: float, wait: float, passed: int, left: int, cost: float) -> float:
        """Where between two known durations the next call is due, as if tasks finished evenly there."""
        low = -math.log1p(-(passed - 1) / (left + 1))
        high = -math.log1p(-passed / (left + 1))
        for step in range(1, 9):
            at = before + (wait - before) * step / 8
            if at * (low + (high - low) * step / 8) >= 2 * cost:
                return at
        return wait
