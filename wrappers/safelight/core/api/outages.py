"""A vendor that is away for a while: what was asked about a task that is paid for is asked again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import TypeVar, cast

from safelight.core.api.polling import LOSS_MARGIN, Schedule
from safelight.core.api.retry import PASSING, RetryPolicy, backoff
from safelight.core.base.events import Retrying
from safelight.core.base.outcome import Handle
from safelight.core.flow.effects import Effect, Emit, Flow, Now, Sleep

T = TypeVar("T")

LONGEST_OUTAGE = 3600.0
"""Seconds after which a wait without a bound ends: what does not pass is no outage, and must be heard of."""


def outlast(
    ask: Callable[[], Flow[T]], handle: Handle, schedule: Schedule, policy: RetryPolicy, patience: float
) -> Flow[T]:
    """Ask until there is an answer: trouble that may pass is told as a `Retrying` and waited out.

    The first call has its own retries; after it, one is made after each wait. Waits grow on from where the retries
    ended, and are no shorter than the vendor's interval.

    Args:
        patience: Seconds that an outage may last.

    Raises:
        ApiError: An error that does not pass, or one that lasted.
    """
    began: float | None = None
    attempts = 0
    while True:
        try:
            return (yield from ask() if began is None else _unrepeated(ask()))
        except PASSING as error:
            trouble = error
        now = (yield from Now()).monotonic
        began = now if began is None else began
        left = began + patience - now
        if left <= 0:
            raise trouble
        attempts += trouble.attempts or 1
        wait = max(schedule.facts.initial_seconds, backoff(policy, attempts, schedule.draw))
        if schedule.facts.lost_after_seconds is not None:
            wait = min(max(wait, schedule.spacing(now)), schedule.facts.lost_after_seconds * LOSS_MARGIN)
        wait = min(wait + min(trouble.retry_after or 0.0, LONGEST_OUTAGE), left)
        operation, reason = trouble.operation or handle.operation, type(trouble).__name__
        yield from Emit(Retrying(handle.vendor, operation, attempts, wait, reason))
        yield from Sleep(wait, trouble)


def _unrepeated(flow: Flow[T]) -> Flow[T]:
    """A flow whose call is not sent again by itself: many tasks that wait must not be a storm."""
    with closing(flow):
        resume: Callable[[], Effect[object]] = partial(next, flow)
        while True:
            try:
                effect = resume()
            except StopIteration as stop:
                return cast("T", stop.value)
            if isinstance(effect, Sleep) and effect.trouble is not None:
                raise effect.trouble
            if isinstance(effect, Emit) and isinstance(effect.event, Retrying):
                resume = partial(flow.send, None)
                continue
            try:
                resume = partial(flow.send, (yield effect))
            except Exception as error:  # noqa: BLE001 - the flow decides
                resume = partial(flow.throw, error)
