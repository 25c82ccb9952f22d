"""Watches a task until it is done: when to ask again, and when to stop waiting."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import attrs

from safelight.core.api.durations import Durations
from safelight.core.base.events import Update
from safelight.core.base.facts import Polling
from safelight.core.base.outcome import Handle, Status
from safelight.core.flow.effects import Emit, Flow, Instant, Now, Sleep
from safelight.errors import NotFound, SafelightError, TaskExpired, UnexpectedResponse, WaitTimeout

GROWTH = 1.25
"""While nothing is learned, each wait is this much longer than the last, up to the vendor's maximum."""
LOOK = 2.0
"""Seconds that finding out how a task stands may take at the least: whoever waits for none still wants to know."""
UNREADABLE = 10
"""Answers without a status that a wait puts up with, one after the other."""
GRACE = 5.0
"""Seconds after creation in which an unknown task may just not be known yet."""


class NoStatus(UnexpectedResponse):
    """An answer about a task that does not say how it stands, which the next one may."""


@attrs.define(eq=False)
class Schedule:
    """Seconds to the next status call: the vendor's hint, else what earlier tasks took, else its document.

    Attributes:
        spacing: At a moment of the monotonic clock, the least wait at which the vendor's limits last for all tasks.
        cost: Seconds of finding out late that one status call is worth.
        scarcity: How many times more one is worth now.
    """

    facts: Polling
    history: Durations
    cost: float = 0.25
    draw: random.Random = attrs.field(factory=random.Random, repr=False)
    spacing: Callable[[float], float] = attrs.field(default=lambda _: 0.0, repr=False)
    scarcity: Callable[[float], float] = attrs.field(default=lambda _: 1.0, repr=False)
    _next: float = attrs.field(init=False, default=0.0)

    def learn(self, unfinished: float, finished: float) -> None:
        """A task was seen unfinished at one age and finished at another; it ended somewhere between."""
        self.history.add(finished, unfinished, self.draw)

    def early(self, age: float, now: float = 0.0) -> float:
        """Seconds until the first call for a task `age` seconds old is due; none are left where it was due before."""
        learned = self.history.wait(0.0, self.cost * self.scarcity(now))
        first = self.facts.initial_seconds if learned is None else learned
        return min(max(first, self.spacing(now)), self.facts.longest_seconds) - age

    def wait(self, age: float, hint: float | None = None, now: float = 0.0, *, certain: bool = True) -> float:
        """The wait after a status of a task `age` seconds old that hinted at `hint` seconds, or at none.

        Where the age is not `certain`, no wait is longer than the vendor's document says.
        """
        wait = hint if hint is not None else self.history.wait(age, self.cost * self.scarcity(now))
        if wait is None or (hint is None and not certain):
            self._next = min(self.facts.maximum_seconds, self._next * GROWTH or self.facts.initial_seconds)
            wait = self._next if wait is None else min(wait, self._next)
        return min(max(wait, self.spacing(now)), self.facts.longest_seconds)


@attrs.define(eq=False)
class Age:
    """How old a task is, for certain where it was created in this process.

    Else by a token's time, which may be of another machine's clock, so that nothing waits for it.

    Attributes:
        created: In seconds since the epoch; 0 where nobody knows.
        since: When it was created here, or first asked for, on the monotonic clock.
    """

    created: float
    since: float | None
    certain: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.certain = self.since is not None

    def at(self, now: Instant) -> float:
        """Seconds since it was created, as far as anybody knows."""
        if self.since is None:
            self.since = now.monotonic
        if self.certain or not self.created:
            return now.monotonic - self.since
        return max(0.0, now.wall - self.created)

    def is_known_by(self, now: Instant) -> bool:
        """Whether a vendor that does not know the task will not know it later either."""
        if not self.certain and not self.created:
            return True
        ahead = not self.certain and now.wall < self.created
        age = self.at(now)
        return (now.monotonic - (self.since or 0.0) if ahead else age) > GRACE


def overdue(handle: Handle, within: float, trouble: SafelightError | None) -> WaitTimeout:
    """What to raise where a task is not done in so many seconds; its cause is the trouble that was not over."""
    last = "" if trouble is None else f". The last error was {type(trouble).__name__}: {trouble.message}"
    said = f"no result of task {handle.id} within {within:g} seconds; it is not lost: resume its token{last}"
    error = handle.placed(WaitTimeout(said))
    error.__cause__ = trouble
    return error


def update(handle: Handle, status: Status, age: float, polls: int) -> Update:
    """What is told of a status of a task `age` seconds old."""
    about = (handle.vendor, handle.operation, handle.id)
    return Update(status.phase, status.word, status.progress, age, polls, *about)


def expired(handle: Handle, error: NotFound, what: str = "does not know task {} (any more)") -> TaskExpired:
    """What to raise where the vendor does not have a task, or what it made."""
    return handle.placed(
        TaskExpired(
            f"the vendor {what.format(handle.id)}: {error.message}",
            code=error.code,
            http_status=error.http_status,
            request_id=error.request_id,
        )
    )


def poll(
    handle: Handle,
    age: Age,
    schedule: Schedule,
    ask: Callable[[], Flow[Status]],
    seen: Callable[[Status], None],
    within: float | None,
    due: Callable[[float], None] = lambda _: None,
) -> Flow[Status]:
    """Ask for the status until the task is finished, at least once, and emit every answer as an `Update`.

    Args:
        seen: Takes every status.
        within: Seconds after which to stop; None asks as long as it takes. A call that hangs is cut off by the driver's
            deadline, which leaves time for one call where `within` does not.
        due: Takes the moment of the next call, on the monotonic clock.

    Raises:
        WaitTimeout: `within` ran out.
        TaskExpired: The vendor does not know the task (any more).
        NoStatus: Too many answers in a row had no status.
    """
    began = yield from Now()
    limit = math.inf if within is None else within
    ends = began.monotonic + limit
    polls = wordless = 0
    status = Status("queued", "unknown yet")
    unfinished_at: float | None = None
    early = schedule.early(age.at(began), began.monotonic) if age.certain else 0.0
    if 0 < early < limit:
        yield from Emit(update(handle, Status("queued", "created"), 0.0, 0))
        due(began.monotonic + early)
        yield from Sleep(early)
        unfinished_at = 0.0  # a task that has ended by now did so at some time since its creation
    while True:
        polls += 1
        asked = yield from Now()
        trouble: NotFound | NoStatus | None = None
        try:
            status = yield from ask()
            seen(status)
            wordless = 0
        except (NotFound, NoStatus) as error:
            trouble, wordless = error, wordless + 1
        now = yield from Now()
        old = age.at(now)
        if isinstance(trouble, NotFound) and age.is_known_by(now):
            raise expired(handle, trouble) from None
        if isinstance(trouble, NoStatus) and wordless > UNREADABLE:
            raise trouble
        yield from Emit(update(handle, status, old, polls))
        if status.finished:
            # Of a task that an outage hid, nobody knows how long it took.
            if unfinished_at is not None and age.certain and now.monotonic - asked.monotonic <= LOOK:
                schedule.learn(unfinished_at, old)
            return status
        unfinished_at = old if trouble is None else unfinished_at
        wait = schedule.wait(old, status.poll_after, now.monotonic, certain=age.certain)
        left = ends - now.monotonic
        wait = left - LOOK if wait >= left > LOOK else wait  # the last call comes in time for its answer
        due(now.monotonic + wait)
        if left > 0:
            yield from Sleep(min(wait, left))
        if (yield from Now()).monotonic >= ends:
            raise overdue(handle, limit, trouble)
