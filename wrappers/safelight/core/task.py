"""Tasks: work at a vendor, which may have been charged."""

from __future__ import annotations

import math
from collections.abc import Generator
from datetime import timedelta
from functools import partial
from typing import Any, Generic, TypeVar, cast

from safelight.core.api.polling import LOOK, Age, expired, overdue, poll, update
from safelight.core.api.retry import LONGEST_OUTAGE, Patience
from safelight.core.base.checks import seconds_within
from safelight.core.base.events import Update, WaitEnded
from safelight.core.base.facts import Phase
from safelight.core.base.outcome import Created, Credits, Outcome, Status
from safelight.core.base.texts import together
from safelight.core.flow.descriptors import iterator, method
from safelight.core.flow.drivers import AsyncDriver, SyncDriver
from safelight.core.flow.effects import Deadline, Emit, Flow, Now, Overdue, done
from safelight.core.operations import Operations
from safelight.core.results import AsyncResult, Result
from safelight.editors import AsyncTaskStateMethods, TaskStateMethods
from safelight.errors import NotFound, SafelightError, TaskFailed

R = TypeVar("R")
T = TypeVar("T")

WITHIN = 900.0
"""Default length of a wait, in seconds."""


class TaskState(Generic[R]):
    """What sync and async tasks share: a handle, and the last known status."""

    _driver: Any

    def __init__(
        self, operations: Operations[R], created: Created[R], driver: SyncDriver | AsyncDriver
    ) -> None:
        self._operations = operations
        self._driver = driver
        self._api = operations._api
        self._handle = created.handle
        self._outcome = created.outcome
        self._arguments = created.arguments
        self._last = created.status
        self._credits = created.credits
        self._age = Age(created.handle.created, created.at)
        self._end_told = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.vendor}.{self.operation} {self.id} {self.phase}>"

    @property
    def id(self) -> str:
        """The vendor's id of the task; empty if the vendor answered with the result at once, without an id."""
        return self._handle.id

    @property
    def vendor(self) -> str:
        """The vendor's name."""
        return self._handle.vendor

    @property
    def operation(self) -> str:
        """The operation that created the task."""
        return self._handle.operation

    @property
    def credits(self) -> Credits | None:
        """Its price by the vendor's documents; None where no document states it, and for a task that was resumed."""
        return self._credits

    @property
    def phase(self) -> Phase:
        """The last known phase: queued, running, succeeded or failed. Sends no request."""
        return self._status.phase

    @property
    def token(self) -> str:
        """JSON that resumes the task in any process with `resume`; it holds no secret."""
        return self._handle.token

    @property
    def prepared(self) -> tuple[str, ...]:
        """What was changed of its pictures before they were sent, a line each; see ``Options(prepare="auto")``."""
        return self._handle.prepared

    @method
    def status(self) -> Flow[Status]:
        """Send one status call and return the status.

        Raises:
            NotFound: The vendor does not know the task yet; it was created less than five seconds ago.
            TaskExpired: The vendor no longer knows the task.
            ApiError: The call failed; `Unavailable` if trying again may help.
        """
        try:
            if self._age.since is None:
                self._age.at((yield from Now()))
            self._seen((yield from self._poll(self._operations)))
        except NotFound as error:
            if self._age.is_known_by((yield from Now())):
                raise expired(self._handle, error) from None
            raise self._handle.placed(error) from error.__cause__
        except SafelightError as error:
            raise self._handle.placed(error) from error.__cause__
        return self._status

    @iterator(Update)
    def updates(self, *, within: float | timedelta | None = WITHIN) -> Flow[object]:
        """Poll until the task is finished and yield every status.

        Args:
            within: At most how long to wait, in seconds or as a `timedelta`; None waits as long as it takes, through
                outages of up to an hour.

        Raises:
            InvalidInput: `within` is not a number of seconds or a `timedelta`.
            WaitTimeout: `within` ran out; the task goes on. If the vendor was unavailable, that error is the cause.
            TaskExpired: The vendor no longer knows the task.
        """
        limit = seconds_within(within, at_least=-math.inf)
        return self._wait(limit, fetch=False)

    def result(self, *, within: float | timedelta | None = WITHIN) -> object:
        """Wait for the task and return its result.

        Args:
            within: At most how long to wait, in seconds or as a `timedelta`; None waits as long as it takes, through
                outages of up to an hour. 0 makes one status check, with up to two seconds.

        Raises:
            InvalidInput: `within` is not a number of seconds or a `timedelta`.
            TaskFailed: The task failed; `code` and the message say why.
            WaitTimeout: `within` ran out; the task goes on. If the vendor was unavailable, that error is the cause.
            TaskExpired: The vendor no longer knows the task.
        """
        raise NotImplementedError

    @property
    def _status(self) -> Status:
        """The last known status; that of a task whose result came at once is known without one."""
        if self._outcome is not None:
            return Status("succeeded", "done")
        return self._last or Status("queued", "created")

    def _poll(self, operations: Operations[R]) -> Flow[Status]:
        """One status call, unless the task is known to be finished."""
        return done(self._status) if self._status.finished else operations._poll(self._handle)

    def _seen(self, status: Status) -> None:
        self._last = status

    def _wait(self, within: float | None, *, fetch: bool) -> Flow[Outcome[R] | None]:
        """Poll until the task is finished; then return the result if `fetch` is true.

        Emits `WaitEnded` if the wait ends before the task does. Calls about a paid task survive outages.
        """
        api = self._api
        patience = Patience(
            LONGEST_OUTAGE if within is None else math.inf, api.facts.polling, api.limiter.spacing
        )
        operations = self._operations._patient(patience)
        try:
            yield from Deadline(None if within is None else max(within, LOOK))
            status = self._status
            if status.finished:
                yield from self._tell_end()
            else:
                ask = partial(operations._poll, self._handle)
                schedule = api.schedule(self.operation)
                due = partial(api.limiter.in_flight.due, self._handle)
                status = yield from poll(self._handle, self._age, schedule, ask, self._seen, within, due)
            self._end_told = True
            return (yield from self._finish(operations, status)) if fetch else None
        except GeneratorExit:  # the caller stopped iterating, which is not the end of a wait
            raise
        except BaseException as error:
            ended = error
            if isinstance(error, Overdue):
                ended = overdue(self._handle, within or 0.0, api.trouble_of(error))
            if not self._end_told:
                yield from Emit(WaitEnded(self.vendor, self.operation, self.id, type(ended).__name__))
            if isinstance(ended, SafelightError):
                raise self._handle.placed(ended) from ended.__cause__
            raise
        finally:
            api.limiter.in_flight.due(self._handle, None)

    def _tell_end(self) -> Flow[None]:
        """Emit the last update to listeners once; always yield it to iterators."""
        now = yield from Now()
        yield from Emit(update(self._handle, self._status, self._age.at(now), 0), told=not self._end_told)

    def _result(self, within: float | None) -> Flow[Outcome[R]]:
        if self._outcome is None:
            return cast("Flow[Outcome[R]]", self._wait(within, fetch=True))
        return done(self._outcome)

    def _finish(self, operations: Operations[R], status: Status) -> Flow[Outcome[R]]:
        if status.phase == "failed":
            raise self._failed(status)
        self._outcome = yield from self._fetch_or_expire(operations, status)
        return self._outcome

    def _refreshed(self) -> Flow[Outcome[R]]:
        if not self._handle.id and self._outcome is not None:
            return (
                self._outcome
            )  # the vendor answered with it alone: nobody can be asked, so it is tried again
        try:
            self._outcome = yield from self._fetch_or_expire(self._operations, None)
        except SafelightError as error:
            raise self._handle.placed(error) from error.__cause__
        return self._outcome

    def _fetch_or_expire(self, operations: Operations[R], status: Status | None) -> Flow[Outcome[R]]:
        try:
            return (yield from operations._fetch_outcome(self._handle, status))
        except NotFound as error:
            raise expired(self._handle, error, "no longer has the result of task {}") from None

    def _failed(self, status: Status) -> TaskFailed:
        known = self._api.facts.task_errors.get(status.code or "")
        reasons = together(filter(None, (status.reason, known)))
        said = f"{self.vendor} gave up task {self.id}: {reasons or status.word}"
        return self._handle.placed(TaskFailed(said, code=status.code or status.word))


class Task(TaskStateMethods, TaskState[R]):
    """A task of a sync client."""

    _driver: SyncDriver

    def result(self, *, within: float | timedelta | None = WITHIN) -> Result[R]:
        outcome = self._driver.run(self._result(seconds_within(within, at_least=-math.inf)))
        return Result(
            self._api, self._handle, outcome, self._refreshed, self._driver, self._credits, self._arguments
        )


class AsyncTask(AsyncTaskStateMethods, TaskState[R]):
    """A task of an async client; awaiting it waits for its result."""

    _driver: AsyncDriver

    def __await__(self) -> Generator[Any, Any, AsyncResult[R]]:
        return self.result().__await__()

    async def result(self, *, within: float | timedelta | None = WITHIN) -> AsyncResult[R]:
        outcome = await self._driver.run(self._result(seconds_within(within, at_least=-math.inf)))
        return AsyncResult(
            self._api, self._handle, outcome, self._refreshed, self._driver, self._credits, self._arguments
        )
