"""Tasks: something a vendor is working on, for which credits may have been taken."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from datetime import timedelta
from functools import partial
from typing import Any, Generic, TypeVar

from safelight.core.api.outages import LONGEST_OUTAGE, outlast
from safelight.core.api.polling import Age, expired, in_time, update, watch
from safelight.core.base.checks import seconds_within
from safelight.core.base.events import Update, WaitEnded
from safelight.core.base.facts import Phase
from safelight.core.base.outcome import Created, Outcome, Status
from safelight.core.flow.descriptors import iterator, method
from safelight.core.flow.drivers import AsyncDriver, SyncDriver
from safelight.core.flow.effects import Emit, Flow, Give, Instant, Now
from safelight.core.operations import Operations
from safelight.core.results import AsyncResult, Result
from safelight.errors import NotFound, SafelightError, TaskExpired, TaskFailed

R = TypeVar("R")
T = TypeVar("T")

WITHIN = 900.0
"""Seconds that a wait lasts unless told otherwise."""


class TaskState(Generic[R]):
    """What both kinds of tasks are: a handle, and the last known status."""

    def __init__(self, operations: Operations[R], created: Created[R]) -> None:
        self._operations = operations
        self._api = operations._api
        self._handle = created.handle
        self._outcome = created.outcome
        self._last = created.status
        self._at = created.at
        self._asked_at: float | None = None
        self._end_told = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.vendor}.{self.operation} {self.id} {self.phase}>"

    @property
    def id(self) -> str:
        """The vendor's id of the task; empty where the vendor answered with the result alone."""
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
    def phase(self) -> Phase:
        """The last known phase: queued, running, succeeded or failed. Asks nobody."""
        if self._outcome is not None:
            return "succeeded"
        return self._last.phase if self._last else "queued"

    @property
    def token(self) -> str:
        """JSON that resumes the task in any process with `resume`; it holds no secret."""
        return self._handle.token

    @method
    def status(self) -> Flow[Status]:
        """Ask the vendor once.

        Raises:
            NotFound: The vendor does not know the task yet; it was created less than five seconds ago.
            TaskExpired: The vendor does not know the task any more.
            ApiError: It could not be asked; `Unavailable` where that may pass.
        """
        return (yield from self._placed(self._looked()))

    @iterator(Update)
    def updates(self, *, within: float | timedelta | None = WITHIN) -> Flow[object]:
        """Poll until the task is finished and yield every answer.

        Args:
            within: Seconds to wait at the most, or a `timedelta`; None waits as long as it takes, through outages of
                up to an hour.

        Raises:
            InvalidInput: `within` is no time to wait.
            WaitTimeout: `within` ran out; the task goes on. An outage of that moment is the cause.
            TaskExpired: The vendor does not know the task any more.
        """
        limit = seconds_within(within, at_least=-math.inf)
        return self._waited(self._watched(limit), limit)

    def _placed(self, flow: Flow[T]) -> Flow[T]:
        try:
            return (yield from flow)
        except SafelightError as error:
            placed = error.placed(vendor=self.vendor, operation=self.operation, token=self.token)
            raise placed from error.__cause__

    def _checked(self) -> Flow[Status]:
        if self._outcome is not None:
            return Status("succeeded", "done")
        if self._last is None or not self._last.finished:
            self._last = yield from self._operations._look(self._handle)
        return self._last

    def _age(self, now: Instant) -> Age:
        if self._asked_at is None:
            self._asked_at = now.monotonic
        since = self._asked_at if self._at is None else self._at
        return Age(self._handle.created, since, certain=self._at is not None)

    def _looked(self) -> Flow[Status]:
        age = self._age((yield from Now()))
        try:
            return (yield from self._checked())
        except NotFound as error:
            if age.is_known_by((yield from Now())):
                raise expired(self._handle, error) from None
            raise

    def _watched(self, within: float | None) -> Flow[Status]:
        if self.phase in ("succeeded", "failed"):
            status = yield from self._checked()
            now = yield from Now()
            end = update(self._handle, status, self._age(now).at(now), 0)
            # Whoever listens hears it once; whoever iterates wants it all the same.
            yield from Give(end) if self._end_told else Emit(end)
            self._end_told = True
            return status
        schedule = self._api.schedule(self._handle.operation)
        check = partial(self._answered, self._checked, within)
        age = self._age((yield from Now()))
        status = yield from watch(self._handle, age, schedule, check, within)
        self._end_told = True
        return status

    def _waited(self, flow: Flow[T], within: float | None) -> Flow[T]:
        """A wait with its bound; whoever listens hears where it ends before the task does."""
        try:
            return (yield from self._placed(in_time(flow, self._handle, within)))
        except GeneratorExit:  # nobody iterates any more, which ends no wait
            raise
        except BaseException as error:
            if not self._end_told:
                yield from Emit(WaitEnded(self.vendor, self.operation, self.id, type(error).__name__))
            raise

    def _result(self, within: float | None) -> Flow[Outcome[R]]:
        if self._outcome is None:
            self._outcome = yield from self._waited(self._finished(within), within)
        return self._outcome

    def _finished(self, within: float | None) -> Flow[Outcome[R]]:
        status = yield from self._watched(within)
        if status.phase == "failed":
            raise self._failed(status)
        return (yield from self._answered(partial(self._collected, status), within))

    def _answered(self, ask: Callable[[], Flow[T]], within: float | None) -> Flow[T]:
        """What is asked of a task that is paid for is asked until there is an answer."""
        schedule = self._api.schedule(self._handle.operation)
        patience = LONGEST_OUTAGE if within is None else math.inf
        return (yield from outlast(ask, self._handle, schedule, self._api.retry, patience))

    def _refreshed(self) -> Flow[Outcome[R]]:
        self._outcome = yield from self._placed(self._collected(None))
        return self._outcome

    def _collected(self, status: Status | None) -> Flow[Outcome[R]]:
        try:
            return (yield from self._operations._collect(self._handle, status))
        except NotFound as error:
            raise TaskExpired(
                f"the vendor no longer has the result of task {self.id}: {error.message}",
                code=error.code,
                http_status=error.http_status,
                request_id=error.request_id,
            ) from None

    def _failed(self, status: Status) -> TaskFailed:
        known = self._api.facts.task_errors.get(status.code or "")
        reasons = dict.fromkeys(reason for reason in (status.reason, known) if reason)
        return TaskFailed(
            f"{self.vendor} gave up task {self.id}: {'; '.join(reasons) or status.word}",
            vendor=self.vendor,
            operation=self.operation,
            code=status.code or status.word,
            token=self.token,
        )


class Task(TaskState[R]):
    """A task of a sync client."""

    def __init__(self, operations: Operations[R], created: Created[R], driver: SyncDriver) -> None:
        super().__init__(operations, created)
        self._driver = driver

    def result(self, *, within: float | timedelta | None = WITHIN) -> Result[R]:
        """Wait for the task and return what it made.

        Args:
            within: Seconds to wait at the most, or a `timedelta`; None waits as long as it takes, through outages of
                up to an hour, and 0 asks once, for which two seconds are given.

        Raises:
            InvalidInput: `within` is no time to wait.
            TaskFailed: The vendor gave up; `code` and the message say why.
            WaitTimeout: `within` ran out; the task goes on. An outage of that moment is the cause.
            TaskExpired: The vendor does not know the task any more.
        """
        outcome = self._driver.run(self._result(seconds_within(within, at_least=-math.inf)))
        return Result(self._api, self._handle, outcome, self._refreshed, self._driver)


class AsyncTask(TaskState[R]):
    """A task of an async client; awaiting it waits for its result."""

    def __init__(self, operations: Operations[R], created: Created[R], driver: AsyncDriver) -> None:
        super().__init__(operations, created)
        self._driver = driver

    def __await__(self) -> Generator[Any, Any, AsyncResult[R]]:
        return self.result().__await__()

    async def result(self, *, within: float | timedelta | None = WITHIN) -> AsyncResult[R]:
        """Wait for the task and return what it made.

        Args:
            within: Seconds to wait at the most, or a `timedelta`; None waits as long as it takes, through outages of
                up to an hour, and 0 asks once, for which two seconds are given.

        Raises:
            InvalidInput: `within` is no time to wait.
            TaskFailed: The vendor gave up; `code` and the message say why.
            WaitTimeout: `within` ran out; the task goes on. An outage of that moment is the cause.
            TaskExpired: The vendor does not know the task any more.
        """
        outcome = await self._driver.run(self._result(seconds_within(within, at_least=-math.inf)))
        return AsyncResult(self._api, self._handle, outcome, self._refreshed, self._driver)
