"""Drivers perform the effects that flows yield: one with threads, one on an event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import closing
from functools import partial
from typing import Protocol, TypeAlias, TypeVar, cast

from safelight.core.clock import Clock, SystemClock
from safelight.core.flow import Blocking, Effect, Emit, Exclusive, Fetch, Flow, Gather, Now, Send, Sleep
from safelight.core.wire import Fetched, Reply, Request, Sink

T = TypeVar("T")
Listener: TypeAlias = Callable[[object], None]
Resume: TypeAlias = Callable[[], Effect[object]]


class SyncHttp(Protocol):
    """What the threaded driver needs of an HTTP library."""

    def send(self, request: Request) -> Reply: ...

    def fetch(self, request: Request, sink: Sink) -> Fetched: ...


class AsyncHttp(Protocol):
    """What the event-loop driver needs of an HTTP library."""

    async def send(self, request: Request) -> Reply: ...

    async def fetch(self, request: Request, sink: Sink) -> Fetched: ...


class SyncDriver:
    """Performs effects on the calling thread, and `Gather` on a few threads of its own."""

    def __init__(self, http: SyncHttp, clock: Clock | None = None, listener: Listener | None = None) -> None:
        self._http = http
        self._clock = clock or SystemClock()
        self._listener = listener
        self._locks: dict[str, threading.RLock] = {}

    def run(self, flow: Flow[T]) -> T:
        """Run a flow to its end and return its result."""
        with closing(flow):
            resume: Resume = partial(next, flow)
            try:
                while True:
                    resume = self._answer(flow, resume())
            except StopIteration as stop:
                return cast("T", stop.value)

    def iterate(self, flow: Flow[object], kind: type[T]) -> Iterator[T]:
        """Run a flow and yield its events of one kind as they happen."""
        with closing(flow):
            resume: Resume = partial(next, flow)
            while True:
                try:
                    effect = resume()
                except StopIteration:
                    return
                if isinstance(effect, Emit) and isinstance(effect.event, kind):
                    yield effect.event
                resume = self._answer(flow, effect)

    def _answer(self, flow: Flow[T], effect: Effect[object]) -> Resume:
        try:
            value = self._perform(effect)
        except BaseException as error:  # noqa: BLE001 - the flow decides, also about an interrupt
            return partial(flow.throw, error)
        return partial(flow.send, value)

    def _perform(self, effect: Effect[object]) -> object:  # noqa: PLR0911 - one return an effect
        match effect:
            case Now():
                return self._clock.now()
            case Send():
                return self._http.send(effect.request)
            case Fetch():
                return self._http.fetch(effect.request, effect.sink)
            case Sleep():
                self._clock.sleep(effect.seconds)
                return None
            case Emit():
                if self._listener is not None:
                    self._listener(effect.event)
                return None
            case Blocking():
                return cast("Callable[[], object]", effect.call)()
            case Exclusive():
                with self._locks.setdefault(effect.name, threading.RLock()):
                    return self.run(cast("Flow[object]", effect.flow()))
            case Gather():
                return self._gather(cast("Gather[object]", effect))
            case _:
                message = f"a flow yielded {effect!r}, which is no effect"
                raise TypeError(message)

    def _gather(self, effect: Gather[T]) -> list[T]:
        at_once = max(1, min(effect.at_once, len(effect.flows)))
        if at_once == 1:
            return [self.run(flow()) for flow in effect.flows]
        with ThreadPoolExecutor(at_once, thread_name_prefix="safelight") as pool:
            running: list[Future[T]] = [pool.submit(self._begin, flow) for flow in effect.flows]
            try:
                wait(running, return_when=FIRST_EXCEPTION)
            finally:
                for future in running:
                    future.cancel()
            failed = [future for future in running if not future.cancelled() and future.exception()]
            return [future.result() for future in failed or running]

    def _begin(self, make: Callable[[], Flow[T]]) -> T:
        return self.run(make())


class AsyncDriver:
    """Performs effects on the running event loop; nothing blocks it."""

    def __init__(self, http: AsyncHttp, clock: Clock | None = None, listener: Listener | None = None) -> None:
        self._http = http
        self._clock = clock or SystemClock()
        self._listener = listener
        self._locks: dict[str, asyncio.Lock] = {}

    async def run(self, flow: Flow[T]) -> T:
        """Run a flow to its end and return its result."""
        with closing(flow):
            resume: Resume = partial(next, flow)
            try:
                while True:
                    resume = await self._answer(flow, resume())
            except StopIteration as stop:
                return cast("T", stop.value)

    async def iterate(self, flow: Flow[object], kind: type[T]) -> AsyncIterator[T]:
        """Run a flow and yield its events of one kind as they happen."""
        with closing(flow):
            resume: Resume = partial(next, flow)
            while True:
                try:
                    effect = resume()
                except StopIteration:
                    return
                if isinstance(effect, Emit) and isinstance(effect.event, kind):
                    yield effect.event
                resume = await self._answer(flow, effect)

    async def _answer(self, flow: Flow[T], effect: Effect[object]) -> Resume:
        try:
            value = await self._perform(effect)
        except BaseException as error:  # noqa: BLE001 - the flow decides, also about a cancellation
            return partial(flow.throw, error)
        return partial(flow.send, value)

    async def _perform(self, effect: Effect[object]) -> object:  # noqa: PLR0911 - one return an effect
        match effect:
            case Now():
                return self._clock.now()
            case Send():
                return await self._http.send(effect.request)
            case Fetch():
                return await self._http.fetch(effect.request, effect.sink)
            case Sleep():
                await self._clock.sleep_async(effect.seconds)
                return None
            case Emit():
                if self._listener is not None:
                    self._listener(effect.event)
                return None
            case Blocking():
                return await asyncio.to_thread(cast("Callable[[], object]", effect.call))
            case Exclusive():
                async with self._locks.setdefault(effect.name, asyncio.Lock()):
                    return await self.run(cast("Flow[object]", effect.flow()))
            case Gather():
                return await self._gather(cast("Gather[object]", effect))
            case _:
                message = f"a flow yielded {effect!r}, which is no effect"
                raise TypeError(message)

    async def _gather(self, effect: Gather[T]) -> list[T]:
        gate = asyncio.Semaphore(max(1, effect.at_once))

        async def one(make: Callable[[], Flow[T]]) -> T:
            async with gate:
                return await self.run(make())

        try:
            async with asyncio.TaskGroup() as group:
                running = [group.create_task(one(flow)) for flow in effect.flows]
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from None
        return [task.result() for task in running]
