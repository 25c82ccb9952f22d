"""Watches a task until it is done: when to ask again, and when to stop waiting."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from safelight.core.facts import Polling
from safelight.core.flow import Emit, Flow, Now, Sleep
from safelight.core.outcome import Handle, Status, Update
from safelight.errors import NotFound, TaskExpired, WaitTimeout

GROWTH = 1.25
"""Each wait is this much longer than the last, up to the vendor's maximum."""
LOSS_MARGIN = 0.6
"""The share of the time after which an unwatched task is lost that is used at the most."""
GRACE = 5.0
"""Seconds after creation in which an unknown task may just not be known yet."""


@attrs.define
class Schedule:
    """Seconds to the next status call."""

    facts: Polling
    _next: float = attrs.field(init=False, default=0.0)

    def wait(self, hint: float | None) -> float:
        """The wait after a status that hinted at `hint` seconds, or at none."""
        if hint is not None:
            wait = hint
        else:
            self._next = min(self.facts.maximum_seconds, self._next * GROWTH or self.facts.initial_seconds)
            wait = self._next
        if self.facts.lost_after_seconds is not None:
            wait = min(wait, self.facts.lost_after_seconds * LOSS_MARGIN)
        return wait


def watch(handle: Handle, facts: Polling, check: Callable[[], Flow[Status]], within: float | None) -> Flow[Status]:
    """Ask for the status until the task is finished, telling every answer as an `Update`.

    Args:
        within: Seconds to wait at the most from now on; None waits as long as it takes.

    Raises:
        WaitTimeout: `within` ran out; it carries the token.
        TaskExpired: The vendor does not know the task (any more).
    """
    began = yield from Now()
    schedule = Schedule(facts)
    polls = 0
    while True:
        polls += 1
        try:
            status = yield from check()
        except NotFound as error:
            now = yield from Now()
            if now.wall - handle.created > GRACE:
                raise TaskExpired(
                    f"the vendor does not know task {handle.id} (any more): {error.message}",
                    vendor=handle.vendor,
                    operation=handle.operation,
                    code=error.code,
                    http_status=error.http_status,
                    token=handle.token,
                ) from None
            status = Status("queued", "unknown yet")
        now = yield from Now()
        yield from Emit(
            Update(status.phase, status.word, status.progress, max(0.0, now.wall - handle.created), polls)
        )
        if status.finished:
            return status
        wait = schedule.wait(status.poll_after)
        if within is not None:
            left = within - (now.monotonic - began.monotonic)
            if left <= 0:
                raise WaitTimeout(
                    f"task {handle.id} is still {status.phase} after {within:g} seconds; it goes on: resume its token",
                    vendor=handle.vendor,
                    operation=handle.operation,
                    token=handle.token,
                )
            wait = min(wait, left)
        yield from Sleep(wait)
