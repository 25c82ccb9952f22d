"""When to send a request again: a pure decision, so that money never hangs on the order of except clauses."""

from __future__ import annotations

import random

import attrs

from safelight.core.base.checks import count, seconds
from safelight.core.base.locks import Lock
from safelight.core.http.messages import UNDONE, TransportFailure
from safelight.errors import ApiError, RateLimited, Unavailable, UnexpectedResponse

MOST_ATTEMPTS = 1000
PASSING = (RateLimited, Unavailable)
"""Errors that may be over after a while."""


@attrs.frozen
class RetryPolicy:
    """How hard to try. Times are in seconds.

    Attributes:
        attempts: Most times one request is sent.
        first_delay: Upper end of the first wait; it doubles, and each wait is drawn below it (full jitter).
        longest_delay: Upper end of any such wait.
        longest_retry_after: The longest wait a vendor may ask for.
        within: Wall-clock budget of one call with all its retries; that of an upload begins with its first failure.

    Raises:
        ConfigurationError: A number is none that can be used.
    """

    attempts: int = attrs.field(default=5, validator=count(MOST_ATTEMPTS))
    first_delay: float = attrs.field(default=0.5, validator=seconds)
    longest_delay: float = attrs.field(default=20.0, validator=seconds)
    longest_retry_after: float = attrs.field(default=120.0, validator=seconds)
    within: float = attrs.field(default=300.0, validator=seconds)


@attrs.define
class RetryBudget:
    """Tokens that all calls of a client share, so that an outage is not answered with a storm.

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

    def give_back(self) -> None:
        """A retry that was taken was not made."""
        with self._lock:
            self._left = min(self.capacity, self._left + self.cost)

    def give(self) -> None:
        with self._lock:
            self._left = min(self.capacity, self._left + 1)


@attrs.frozen
class Trouble:
    """What went wrong with one attempt at a request."""

    cause: TransportFailure | ApiError
    repeatable: bool
    """Whether a second arrival does no harm: a read, or a create with an idempotency key."""

    @property
    def passing(self) -> bool:
        """Whether a later attempt may fare better."""
        return isinstance(self.cause, (TransportFailure, *PASSING))

    @property
    def refused(self) -> bool:
        """Whether the vendor certainly did nothing: it never got the request, or sent it back."""
        if isinstance(self.cause, TransportFailure):
            return not self.cause.sent
        return self.cause.http_status == UNDONE or not isinstance(
            self.cause, Unavailable | UnexpectedResponse
        )

    @property
    def safe(self) -> bool:
        return self.repeatable or self.refused


def delay(
    policy: RetryPolicy, trouble: Trouble, attempt: int, elapsed: float, draw: random.Random
) -> float | None:
    """Seconds to wait before attempt number `attempt + 1`, or None to give up."""
    if not (trouble.passing and trouble.safe) or attempt >= policy.attempts:
        return None
    asked = trouble.cause.retry_after if isinstance(trouble.cause, ApiError) else None
    if asked is not None and asked > policy.longest_retry_after:
        return None
    wait = backoff(policy, attempt, draw) + (asked or 0.0)
    return wait if elapsed + wait <= policy.within else None


def backoff(policy: RetryPolicy, attempt: int, draw: random.Random) -> float:
    """Seconds, drawn at random, to wait after attempt number `attempt` besides what the vendor asks for."""
    doublings = min(attempt, MOST_ATTEMPTS) - 1
    return draw.uniform(0, min(policy.longest_delay, policy.first_delay * 2**doublings))
