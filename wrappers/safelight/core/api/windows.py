"""Sliding windows of request rates: when one more call fits, and whether polls yet to come will fit too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

import attrs

from safelight.core.base.facts import Rate
from safelight.core.base.locks import Lock

LARGEST_MARGIN = 0.15
"""Most seconds added to a window."""
CALM = 500
"""Calls without a refusal after which a widened margin is halved."""


@attrs.define(eq=False)
class Margin:
    """Seconds added to a window, for two calls may travel differently long: a share of it, more after refusals."""

    share: float = 0.02
    _widened: float = attrs.field(default=1.0, init=False)
    _calm: int = attrs.field(default=0, init=False)
    _lock: Lock = attrs.field(factory=Lock, init=False, repr=False)

    def length(self, rate: Rate) -> float:
        """Seconds for which a call counts."""
        return rate.seconds + min(LARGEST_MARGIN, self.share * self._widened * rate.seconds)

    def refused(self) -> None:
        """A call came too early."""
        with self._lock:
            self._widened, self._calm = min(2 * self._widened, LARGEST_MARGIN / self.share), 0

    def sent(self) -> None:
        """A call went out."""
        with self._lock:
            self._calm += 1
            if self._calm >= CALM:
                self._widened, self._calm = max(1.0, self._widened / 2), 0


@attrs.define(eq=False)
class Window:
    """The calls of one rate that still count, oldest first."""

    rate: Rate
    sent: list[float] = attrs.field(factory=list[float])

    def forget(self, now: float, length: float) -> None:
        """Drop calls that no longer count."""
        del self.sent[: bisect_right(self.sent, now - length)]

    def move(self, at: float, later: float) -> None:
        """A call left later than it was counted, maybe so much later that it was forgotten."""
        place = bisect_left(self.sent, at)
        if place < len(self.sent) and self.sent[place] == at:
            del self.sent[place]
        insort(self.sent, later)


def wait_for_turn(sent: Sequence[float], most: int, length: float, now: float) -> float:
    """Seconds until one more call makes no more than `most` in any stretch of `length` seconds."""
    return sent[-most] + length - now if len(sent) >= most else 0.0


def polls_fit(
    sent: Sequence[float], most: int, length: float, now: float, *, tasks: int, step: float, rounds: int
) -> bool:
    """Whether, after one more call now, `tasks` tasks can each be polled every `step` seconds, `rounds` times."""
    for polls in range(1, rounds + 1):
        at = now + polls * step
        counting = len(sent) - bisect_right(sent, at - length) + (now > at - length)
        # One more a task, for it may have been asked a moment ago at a shorter interval.
        if counting + tasks * (min(polls, int(length // step)) + 1) > most:
            return False
    return True
