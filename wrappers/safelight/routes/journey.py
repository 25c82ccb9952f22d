"""Takes one picture along a route: which vendor is next, and whether there may be a next one at all."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeAlias, cast

from safelight.core.base.verdict import Verdict
from safelight.core.results import AsyncResult, Result
from safelight.core.task import AsyncTask, Task
from safelight.errors import SafelightError
from safelight.routes.stops import Stop
from safelight.routes.tried import Tried, reason_of, told_of

OnSuspect: TypeAlias = Literal["keep", "retry-elsewhere"]
Tell: TypeAlias = Callable[[Tried], object]

LOGGER = logging.getLogger("safelight.routes")


class Journey:
    """One picture's way along the vendors of a route.

    Attributes:
        stop: The vendor at hand.
        tried: Those that did not deliver, in order.
        over: Whether no vendor is left, and the last one bought nothing.
    """

    def __init__(
        self, stops: Sequence[Stop], on_suspect: OnSuspect = "keep", tell: Tell | None = None
    ) -> None:
        self.stop, *self._left = stops
        self.tried: list[Tried] = []
        self.over = False
        self.checked = on_suspect == "retry-elsewhere"
        self._tell = tell

    def failed(self, error: SafelightError) -> None:
        """Go to the next vendor after a creation failed.

        Raises:
            SafelightError: The error, if something may have been bought, no vendor could help, or none is left. Of
                several, the last one that says more than that an account is unusable.
        """
        reason = reason_of(error, self.stop.work.source)
        if reason is None:
            self._left.clear()  # also where the result is asked for again
            raise self._noted(error, self.tried)
        self._record(Tried(self.stop.work.vendor, reason, error))
        if not self._left:
            self.over = True
            told = told_of(self.tried)
            raise self._noted(told.error or error, [tried for tried in self.tried if tried is not told])
        self.stop = self._left.pop(0)

    def suspect(self, vendor: str, result: Result[Any] | AsyncResult[Any], verdict: Verdict) -> bool:
        """Go to the next vendor after a vendor's result failed its check; whether there is one."""
        if not verdict.suspect:
            return False
        if not any(one.vendor == vendor and one.verdict is not None for one in self.tried):
            self._record(Tried(vendor, "failed check", verdict=verdict, result=result))
        if not self._left:
            return False
        self.stop = self._left.pop(0)
        return True

    def create(self) -> Task[Any]:
        """Create a task at the first vendor that takes it."""
        while True:
            try:
                return cast("Task[Any]", self.stop.create())
            except SafelightError as error:
                self.failed(error)
            except BaseException:  # an interruption: this vendor may have been paid
                self._left.clear()
                raise

    async def create_async(self) -> AsyncTask[Any]:
        """Create a task at the first vendor that takes it."""
        while True:
            try:
                return cast("AsyncTask[Any]", await self.stop.create())
            except SafelightError as error:
                self.failed(error)
            except BaseException:  # an interruption: this vendor may have been paid
                self._left.clear()
                raise

    def _record(self, tried: Tried) -> None:
        self.tried.append(tried)
        LOGGER.warning("%s", tried)
        if self._tell is not None:
            self._tell(tried)

    def _noted(self, error: SafelightError, others: Sequence[Tried]) -> SafelightError:
        for tried in others:
            error.add_note(f"tried before: {tried}")
        return error
