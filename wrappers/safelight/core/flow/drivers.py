"""Drivers perform the effects that flows yield: one with threads, one on an event loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import closing
from contextvars import ContextVar
from functools import partial
from typing import Protocol, TypeAlias, TypeVar, cast

import attrs

from safelight.core.base.locks import Lock
from safelight.core.base.threads import Uninterrupted, finished, in_thread
from safelight.core.flow.clock import Clock, Stop, default_clock
from safelight.core.flow.effects import (
    Blocking,
    Checkpoint,
    Effect,
    Emit,
    Exclusive,
    Fetch,
    Flow,
    Gather,
    Give,
    Now,
    Send,
    Sleep,
)
from safelight.core.flow.interrupts import sending, strike
from safelight.core.http.messages import Body, Fetched, Reply, Request, Sink

T = TypeVar("T")
Listener: TypeAlias = Callable[[object], None]
Resume: TypeAlias = Callable[[], Effect[object]]


PATIENCE = 300.0
"""Seconds that a cancellation waits for the answer to a billed request at the most, whatever its timeouts are."""


class SyncHttp(Protocol):
    """What the threaded driver needs of an HTTP library."""

    def send(self, request: Request) -> Reply: ...

    def fetch(self, request: Request, sink: Sink) -> Fetched: ...


class AsyncHttp(Protocol):
    """What the event-loop driver needs of an HTTP library."""

    async def send(self, request: Request) -> Reply: ...

    async def fetch(self, request: Request, sink: Sink) -> Fetched: ...


class Stopped(BaseException):
    """A flow ends because another one of its `Gather` failed, or because of Ctrl-C. No flow catches it."""


def _given(effect: Effect[object]) -> object:
    """What an iteration over the flow yields now; None for nothing."""
    return effect.event if isinstance(effect, Emit) else effect.value if isinstance(effect, Give) else None


def tell(listener: Listener | None, event: object) -> None:
    """A listener that fails must not cost the task that it hears of."""
    if listener is not None:
        try:
            listener(event)
        except Exception:
            logging.getLogger("safelight").exception("a listener failed on %s", type(event).__name__)


STOP: ContextVar[Stop | None] = ContextVar("STOP", default=None)
"""Ends the flows that run in this context, such as a thread of `map` that nobody waits for any more."""


@attrs.define
class _Hold:
    """What one run of a flow holds back: from a billed request on, until the flow waits again."""

    interruption: asyncio.CancelledError | None = None
    _holding: bool = False

    def covers(self, effect: Effect[object]) -> bool:
        """Whether nothing may interrupt the flow before this effect; to be asked before every one."""
        covered = self._holding and isinstance(effect, Now | Emit)
        self._holding = covered or (isinstance(effect, Send) and effect.billed)
        return covered

    def strike(self) -> None:
        """Raise what was held back."""
        interruption, self.interruption = self.interruption, None
        if interruption is not None:
            raise interruption


class SyncDriver:
    """Performs effects on the calling thread, and `Gather` on a few threads of its own."""

    def __init__(self, http: SyncHttp, clock: Clock | None = None, listener: Listener | None = None) -> None:
        self._http = http
        self._clock = clock or default_clock()
        self._listener = listener
        self._stop: Stop | None = None
        self._locks: dict[str, Lock] = {}

    def run(self, flow: Flow[T]) -> T:
        """Run a flow to its end and return its result."""
        with closing(flow):
            resume: Resume = partial(next, flow)
            hold = _Hold()
            try:
                while True:
                    resume = self._answer(flow, resume(), hold)
            except StopIteration as stop:
                return cast("T", stop.value)

    def iterate(self, flow: Flow[object], kind: type[T]) -> Iterator[T]:
        """Run a flow and yield its events of one kind as they happen."""
        with closing(flow):
            resume: Resume = partial(next, flow)
            hold = _Hold()
            while True:
                try:
                    effect = resume()
                except StopIteration:
                    return
                if isinstance(given := _given(effect), kind):
                    yield given
                resume = self._answer(flow, effect, hold)

    def _answer(self, flow: Flow[T], effect: Effect[object], hold: _Hold) -> Resume:
        try:
            # What is told takes no time, and may be that the wait ends.
            if not hold.covers(effect):
                strike(release=not isinstance(effect, Checkpoint))
                if not isinstance(effect, Emit):
                    self._check_stop()
            value = self._perform(effect)
        except BaseException as error:  # noqa: BLE001 - the flow decides, also about an interrupt
            return partial(flow.throw, error)
        return partial(flow.send, value)

    def _stopping(self) -> Stop | None:
        return self._stop or STOP.get()

    def _check_stop(self) -> None:
        stop = self._stopping()
        if stop is not None and stop.is_set():
            raise Stopped

    def _perform(self, effect: Effect[object]) -> object:
        stop = self._stopping()
        match effect:
            case Now():
                return self._clock.now()
            case Send():
                return self._sent(effect, stop)
            case Fetch():
                return self._http.fetch(
                    effect.request, effect.sink if stop is None else _StoppableSink(effect.sink, stop)
                )
            case Sleep():
                self._clock.sleep(effect.seconds, stop)
                return None
            case Emit():
                tell(self._listener, effect.event)
                return None
            case Give() | Checkpoint():
                return None
            case Blocking():
                return effect.call()
            case Exclusive():
                with self._locks.setdefault(effect.name, Lock()).within(effect.patience):
                    return self.run(effect.flow())
            case Gather():
                return self._gather(cast("Gather[object]", effect))
            case _:
                message = f"a flow yielded {effect!r}, which is no effect"
                raise TypeError(message)

    def _sent(self, effect: Send, stop: Stop | None) -> Reply:
        if not effect.billed:
            return self._http.send(_stoppable(effect.request, stop))
        with sending():
            return self._http.send(effect.request)

    def _gather(self, effect: Gather[T]) -> list[T]:
        at_once = max(1, min(effect.at_once, len(effect.flows)))
        if at_once == 1:
            return [self.run(flow()) for flow in effect.flows]
        stop = Stop(self._stopping())
        member = SyncDriver(self._http, self._clock, self._listener)
        member._stop, member._locks = stop, self._locks
        with ThreadPoolExecutor(at_once, thread_name_prefix="safelight") as pool:
            running: list[Future[T]] = []
            try:  # an interrupt may come while the first are running and the last are not
                running.extend(pool.submit(member._begin, flow) for flow in effect.flows)
                wait(running, return_when=FIRST_EXCEPTION)
            finally:
                stop.set()
                for future in running:
                    future.cancel()
        failures = [error for future in running if not future.cancelled() and (error := future.exception())]
        for error in sorted(failures, key=lambda error: isinstance(error, Stopped)):
            raise error
        return [future.result() for future in running]

    def _begin(self, make: Callable[[], Flow[T]]) -> T:
        return self.run(make())


def _stoppable(request: Request, stop: Stop | None) -> Request:
    if stop is None or request.body is None or request.body.in_memory:
        return request
    return attrs.evolve(request, body=_StoppableBody(request.body, stop))


@attrs.frozen
class _StoppableBody:
    """A body that ends with an error once its reader is to stop."""

    body: Body
    stop: Stop

    @property
    def length(self) -> int:
        return self.body.length

    @property
    def content_type(self) -> str | None:
        return self.body.content_type

    @property
    def in_memory(self) -> bool:
        return False

    def chunks(self) -> Generator[bytes]:
        for chunk in self.body.chunks():
            if self.stop.is_set():
                raise Stopped
            yield chunk


@attrs.frozen
class _StoppableSink:
    """A sink that refuses more once its writer is to stop."""

    sink: Sink
    stop: Stop

    def open(self, status: int, headers: Mapping[str, str]) -> None:
        self.sink.open(status, headers)

    def write(self, chunk: bytes) -> None:
        if self.stop.is_set():
            raise Stopped
        self.sink.write(chunk)

    def close(self) -> None:
        self.sink.close()


class AsyncDriver:
    """Performs effects on the running event loop; nothing blocks it."""

    def __init__(self, http: AsyncHttp, clock: Clock | None = None, listener: Listener | None = None) -> None:
        self._http = http
        self._clock = clock or default_clock()
        self._listener = listener
        self._locks: dict[str, asyncio.Lock] = {}

    async def run(self, flow: Flow[T]) -> T:
        """Run a flow to its end and return its result."""
        with closing(flow):
            resume: Resume = partial(next, flow)
            hold = _Hold()
            try:
                while True:
                    resume = await self._answer(flow, resume(), hold)
            except StopIteration as stop:
                hold.strike()
                return cast("T", stop.value)

    async def iterate(self, flow: Flow[object], kind: type[T]) -> AsyncIterator[T]:
        """Run a flow and yield its events of one kind as they happen."""
        with closing(flow):
            resume: Resume = partial(next, flow)
            hold = _Hold()
            while True:
                try:
                    effect = resume()
                except StopIteration:
                    return
                if isinstance(given := _given(effect), kind):
                    yield given
                resume = await self._answer(flow, effect, hold)

    async def _answer(self, flow: Flow[T], effect: Effect[object], hold: _Hold) -> Resume:
        try:
            if not hold.covers(effect):
                hold.strike()
            value = await self._perform(effect, hold)
        except BaseException as error:  # noqa: BLE001 - the flow decides, also about an interrupt
            return partial(flow.throw, error)
        return partial(flow.send, value)

    async def _perform(self, effect: Effect[object], hold: _Hold) -> object:
        match effect:
            case Now():
                return self._clock.now()
            case Send():
                return await self._sent(effect, hold)
            case Fetch():
                return await self._http.fetch(effect.request, effect.sink)
            case Sleep():
                await self._clock.sleep_async(effect.seconds)
                return None
            case Emit():
                tell(self._listener, effect.event)
                return None
            case Give() | Checkpoint():
                return None
            case Blocking():
                return await in_thread(effect.call)
            case Exclusive():
                lock = self._locks.setdefault(effect.name, asyncio.Lock())
                async with asyncio.timeout(effect.patience):
                    await lock.acquire()
                try:
                    return await self.run(effect.flow())
                finally:
                    lock.release()
            case Gather():
                return await self._gather(cast("Gather[object]", effect))
            case _:
                message = f"a flow yielded {effect!r}, which is no effect"
                raise TypeError(message)

    async def _sent(self, effect: Send, hold: _Hold) -> Reply:
        if not effect.billed:
            return await self._http.send(effect.request)
        answering = Uninterrupted(self._http.send(effect.request))
        interruption = await finished([answering], PATIENCE)
        if not answering.done():
            answering.end()
            await finished([answering])
        if interruption is not None and answering.cancelled():
            raise interruption
        hold.interruption = interruption
        return answering.result()

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
