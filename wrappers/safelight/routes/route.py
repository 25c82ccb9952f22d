"""`Route` and `AsyncRoute`: an operation of several clients, of which the first that can does it."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import timedelta
from functools import partial
from threading import Lock
from typing import Any, Generic, TypeVar, cast

from safelight.batch.catalogue import Work
from safelight.checks import check_installed
from safelight.core.base.checks import seconds_within
from safelight.core.client import AsyncClient, Client, SyncClient
from safelight.core.results import AsyncResult, Result
from safelight.core.task import WITHIN, AsyncTask, Task
from safelight.core.transfers.sources import Source
from safelight.errors import ConfigurationError, SafelightError
from safelight.routes.journey import Journey, OnSuspect, Tell
from safelight.routes.stops import Stop, arguments_of, call_of, common_operations, source_of, works_of
from safelight.routes.tried import Tried

C = TypeVar("C", bound=Client[Any, Any])
T = TypeVar("T", Task[Any], AsyncTask[Any])


class _Routes(Generic[C]):
    """What both kinds of routes share."""

    _KIND: type[Client[Any, Any]]

    def __init__(
        self, clients: Sequence[C], *, on_suspect: OnSuspect = "keep", tell: Tell | None = None
    ) -> None:
        """Make a route.

        Args:
            clients: Clients of different vendors, the preferred one first. They stay yours to close.
            on_suspect: ``"retry-elsewhere"`` checks results, and buys a suspect one again from the next vendor: both are
                paid for. Needs the extra ``images``.
            tell: Called with every `Tried`, as it happens.

        Raises:
            ConfigurationError: There is no client, one is of another kind, or the extra is missing.
        """
        self._clients = list(clients)
        for client in self._clients:
            if not isinstance(cast("object", client), self._KIND):
                raise ConfigurationError(
                    f"Route takes clients such as PicWish(), and AsyncRoute such as AsyncPicWish(): "
                    f"{type(self).__name__} cannot use {type(client).__name__}",
                    field="clients",
                )
        if not self._clients:
            raise ConfigurationError("a route needs at least one client", field="clients")
        if on_suspect not in ("keep", "retry-elsewhere"):
            raise ConfigurationError(
                f"on_suspect is 'keep' or 'retry-elsewhere', not {on_suspect!r}", field="on_suspect"
            )
        if on_suspect == "retry-elsewhere":
            check_installed()
        self._on_suspect: OnSuspect = on_suspect
        self._tell = tell
        self._vendors = [client._facts().vendor for client in self._clients]

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *common_operations(self._vendors)})

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {', '.join(self._vendors)}>"

    def _works(self, operation: str) -> list[Work]:
        if operation.startswith("_"):
            raise AttributeError(operation)
        try:
            return works_of(self._vendors, operation)
        except ConfigurationError as error:
            raise AttributeError(error.message) from None

    def _journey(
        self, works: Sequence[Work], source: Source | None, options: Mapping[str, object]
    ) -> Journey:
        flat: dict[str, object] = {}
        for name, value in options.items():
            if name in self._vendors and isinstance(value, Mapping):
                own = cast("Mapping[str, object]", value)
                flat |= {f"{name}:{option}": one for option, one in own.items()}
            else:
                flat[name] = value
        source = source_of(source, works)
        stops: list[Stop] = []
        for client, work, given in zip(self._clients, works, arguments_of(works, flat), strict=True):
            positional, named = call_of(work, source, given)
            method = cast("Callable[..., object]", getattr(client, work.operation))
            stops.append(Stop(work, partial(method, *positional, **named)))
        return Journey(stops, self._on_suspect, self._tell)


class RoutedState(Generic[T]):
    """What sync and async routed tasks share.

    Attributes:
        task: The task of the vendor that took it; another one, once a result was bought again elsewhere.
    """

    def __init__(self, journey: Journey, task: T, source: Source | None) -> None:
        self.task: T = task
        self._journey = journey
        self._source = bytes(source) if isinstance(source, bytes | bytearray) else None

    @property
    def vendor(self) -> str:
        """The vendor that took it."""
        return self.task.vendor

    @property
    def token(self) -> str:
        """JSON that resumes the task with `resume` of its vendor's client; it holds no secret."""
        return self.task.token

    @property
    def tried(self) -> tuple[Tried, ...]:
        """The vendors that did not deliver, and why."""
        return tuple(self._journey.tried)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.task!r}>"


class Routed(RoutedState[Task[Any]]):
    """A task of a `Route`."""

    def __init__(self, journey: Journey, task: Task[Any], source: Source | None) -> None:
        super().__init__(journey, task, source)
        self._one_at_a_time = Lock()

    def result(self, *, within: float | timedelta | None = WITHIN) -> Result[Any]:
        """Wait for the task and return its result; with ``"retry-elsewhere"``, that of the first vendor that passes the check.

        If no other vendor takes it, or none passes, you get the last suspect result. `tried` has all of them.

        Args:
            within: At most how long to wait in all, in seconds or as a `timedelta`; see `Task.result`.

        Raises:
            SafelightError: As `Task.result`; and as the operation, if a vendor may have been paid that was tried after a
                failed check.
        """
        left = _countdown(within)
        while True:
            task = self.task
            result = task.result(within=left())
            if not self._journey.checked:
                return result
            with self._one_at_a_time:  # else two threads buy it elsewhere, each at another vendor
                if task is not self.task:
                    continue
                if not self._journey.suspect(task.vendor, result, result.check(self._source)):
                    return result
                try:
                    self.task = self._journey.create()
                except SafelightError:
                    if self._journey.over:
                        return result
                    raise


class AsyncRouted(RoutedState[AsyncTask[Any]]):
    """A task of an `AsyncRoute`."""

    def __init__(self, journey: Journey, task: AsyncTask[Any], source: Source | None) -> None:
        super().__init__(journey, task, source)
        self._one_at_a_time = asyncio.Lock()

    async def result(self, *, within: float | timedelta | None = WITHIN) -> AsyncResult[Any]:
        """Wait for the task and return its result; see `Routed.result`."""
        left = _countdown(within)
        while True:
            task = self.task
            result = await task.result(within=left())
            if not self._journey.checked:
                return result
            async with self._one_at_a_time:
                if task is not self.task:
                    continue
                if not self._journey.suspect(task.vendor, result, await result.check(self._source)):
                    return result
                try:
                    self.task = await self._journey.create_async()
                except SafelightError:
                    if self._journey.over:
                        return result
                    raise


class Route(_Routes[SyncClient[Any]]):
    """Clients of several vendors in order of preference, with the operations that all of them have.

    ``Route([picwish, pilio]).remove_background("photo.jpg")`` creates a task at the first vendor that takes it. The next one
    is tried on an outage, a rate limit that lasts, a refused key, an empty account, or a limit that the picture does not
    fit: never where something may have been bought. Options go to every vendor; those of one vendor are a mapping under
    its name: ``picwish={"type": "person"}``.
    """

    _KIND = SyncClient

    def __getattr__(self, operation: str) -> Callable[..., Routed]:
        works = self._works(operation)

        def call(source: Source | None = None, **options: object) -> Routed:
            journey = self._journey(works, source, options)
            return Routed(journey, journey.create(), source)

        return call


class AsyncRoute(_Routes[AsyncClient[Any]]):
    """As `Route`, of async clients: ``await route.remove_background("photo.jpg")``."""

    _KIND = AsyncClient

    def __getattr__(self, operation: str) -> Callable[..., Coroutine[Any, Any, AsyncRouted]]:
        works = self._works(operation)

        async def call(source: Source | None = None, **options: object) -> AsyncRouted:
            journey = self._journey(works, source, options)
            return AsyncRouted(journey, await journey.create_async(), source)

        return call


def _countdown(within: float | timedelta | None) -> Callable[[], float | None]:
    """What is left of a time to wait, each time it is called."""
    limit = seconds_within(within, at_least=-math.inf)
    began = time.monotonic()
    return lambda: None if limit is None else limit - (time.monotonic() - began)
