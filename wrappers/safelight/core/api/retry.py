"""When to send a request again: a pure decision, so that money never depends on the order of except clauses."""

from __future__ import annotations

import random
from collections.abc import Callable

import attrs

from safelight.core.api.purchases import FailedAttempt
from safelight.core.base.checks import count, seconds
from safelight.core.base.facts import Polling
from safelight.core.base.locks import Lock

MOST_ATTEMPTS = 1000
LONGEST_OUTAGE = 3600.0
"""Seconds of outage after which a wait without a limit ends, so that a permanent failure is raised."""


@attrs.frozen
class RetryPolicy:
    """How often and how long a request is retried. Times are in seconds.

    Attributes:
        attempts: At most how often one request is sent.
        first_delay: Ceiling of the first wait; it doubles each time, and each wait is random below it (full jitter).
        longest_delay: Highest ceiling.
        longest_retry_after: Longest wait that a vendor may ask for.
        within: Time for one call with all its retries; for an upload, it starts with the first failure.

    Raises:
        ConfigurationError: A number is unusable.
    """

    attempts: int = attrs.field(default=5, validator=count(MOST_ATTEMPTS))
    first_delay: float = attrs.field(default=0.5, validator=seconds)
    longest_delay: float = attrs.field(default=20.0, validator=seconds)
    longest_retry_after: float = attrs.field(default=120.0, validator=seconds)
    within: float = attrs.field(default=300.0, validator=seconds)


@attrs.define(eq=False)
class RetryBudget:
    """Tokens that all calls of a client share, so that an outage causes no thundering herd.

    A retry takes five and a success gives one back, as in AWS's SDKs.
    """

    capacity: int = 500
    cost: int = 5
    _left: int = attrs.field(default=500, init=False)
    _lock: Lock = attrs.field(factory=Lock, init=False, repr=False)

    def take(self) -> bool:
        with self._lock:
            if self._left < self.cost:
                return False
            self._left -= self.cost
            return True

    def give(self) -> None:
        with self._lock:
            self._left = min(self.capacity, self._left + 1)


@attrs.frozen
class Patience:
    """How a call about a task that is paid for goes on once its retries are used up: until there is an answer.

    Attributes:
        outage: Seconds that an outage may last.
        polling: The vendor's intervals: no wait is shorter, and none so long that an unwatched task is lost.
        spacing: At a moment of the monotonic clock, the least wait at which the vendor's limits last for all tasks.
    """

    outage: float
    polling: Polling
    spacing: Callable[[float], float]

    def delay(
        self,
        policy: RetryPolicy,
        trouble: FailedAttempt,
        attempt: int,
        lasted: float,
        now: float,
        draw: random.Random,
    ) -> float | None:
        """Seconds to wait before the next attempt in an outage that has `lasted` so long, or None to give up."""
        left = self.outage - lasted
        if not (trouble.passing and trouble.repeatable) or left <= 0:
            return None
        wait = max(self.polling.initial_seconds, backoff(policy, attempt, draw))
        wait = min(max(wait, self.spacing(now)), self.polling.longest_seconds)
        return min(wait + min(trouble.retry_after or 0.0, LONGEST_OUTAGE), left)


def delay(
    policy: RetryPolicy, trouble: FailedAttempt, attempt: int, elapsed: float, draw: random.Random
) -> float | None:
    """Seconds to wait before attempt number `attempt + 1`, or None to give up."""
    if not (trouble.passing and trouble.safe) or attempt >= policy.attempts:
        return None
    asked = trouble.retry_after or 0.0
    if asked > policy.longest_retry_after:
        return None
    wait = backoff(policy, attempt, draw) + asked
    return wait if elapsed + wait <= policy.within else None


def backoff(policy: RetryPolicy, attempt: int, draw: random.Random) -> float:
    """Seconds, drawn at random, to wait after attempt number `attempt` besides what the vendor asks for."""
    doublings = min(attempt, MOST_ATTEMPTS) - 1
    return draw.uniform(0, min(policy.longest_delay, policy.first_delay * 2**doublings))
