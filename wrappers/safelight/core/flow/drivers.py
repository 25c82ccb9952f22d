"""Drivers perform the effects that flows yield: one with threads, one on an event loop."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import Generic, Protocol, TypeAlias, TypeVar, cast

import attrs

from safelight.core.base.events import log
from safelight.core.base.locks import Lock
from safelight.core.base.threads import Uninterrupted, finished, in_thread, wait_in_slices
from safelight.core.flow.clock import Clock, default_clock
from safelight.core.flow.effects import (
    CHECKPOINT,
    Blocking,
    Deadline,
    Effect,
    Emit,
    Exclusive,
    Flow,
    Gather,
    Now,
    Overdue,
    Send,
    Sleep,
)
from safelight.core.flow.interrupts import held, sending, strike
from safelight.core.flow.stopping import STOP, Stop, StoppableSink, Stopped, stoppable
from safelight.core.http.messages import Reply, Request, Sink, TransportFailure
from safelight.errors import SafelightError

T = TypeVar("T")
H = TypeVar("H")
L = TypeVar("L")
Listener: TypeAlias = Callable[[object], None]

CANCEL_GRACE = 300.0
"""Seconds that a cancellation waits for the answer to a billed request at the most, whatever its timeouts are."""
TIMED: tuple[type[Effect[object]], ...] = (Sleep, Send, Gather, Exclusive)
"""Effects that take time, and are not begun once a deadline has passed."""


class SyncHttp(Protocol):
    """What the threaded driver needs of an HTTP library."""

    def send(self, request: Request, sink: Sink | None = None) -> Reply: ...


class AsyncHttp(Protocol):
    """What the event-loop driver needs of an HTTP library."""

    async def send(self, request: Request, sink: Sink | None = None) -> Reply: ...


def tell(listener: Listener | None, event: object) -> None:
    """Log an event and hand it to the listener, whose failure must not cost the task that it hears of."""
    log(event)
    if listener is not None:
        try:
            listener(event)
        except Exception:
            logging.getLogger("safelight").exception("a listener failed on %s", type(event).__name__)


@attrs.define(eq=False)
class _Run(Generic[T]):
    """One flow on its way: how far it is, its deadline, and what is held back since a billed request."""

    flow: Flow[T]
    clock: Clock
    ends: float = math.inf
    interruption: asyncio.CancelledError | None = None
    _trouble: SafelightError | TransportFailure | None = None
    _holding: bool = False
    _resume: Callable[[], Effect[object]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._resume = partial(next, self.flow)

    def next(self) -> Effect[object]:
        """What the flow asks for next; raises `StopIteration` with its result."""
        return self._resume()

    def answered(self, value: object) -> None:
        """Resume the flow with the result of what it asked for."""
        if isinstance(value, Reply) and value.status < 400:
            self._trouble = None
        self._resume = partial(self.flow.send, value)

    def failed(self, error: BaseException) -> None:
        """Resume the flow with the error, also an interrupt, so that it decides."""
        if isinstance(error, TimeoutError | TransportFailure) and self._left() <= 0:
            if isinstance(error, TransportFailure):
                self._trouble = self._trouble or error
            error = self.overdue()
        self._resume = partial(self.flow.throw, error)

    def advance_hold(self, effect: Effect[object]) -> bool:
        """Whether nothing may interrupt the flow before this effect; to be called before every one."""
        held = self._holding and isinstance(effect, Now | Emit)
        self._holding = held or (isinstance(effect, Send) and effect.billed)
        return held

    def strike(self) -> None:
        """Raise what was held back."""
        interruption, self.interruption = self.interruption, None
        if interruption is not None:
            raise interruption

    def apply_deadline(self, effect: Effect[object]) -> Effect[object]:
        """An effect that takes no longer than until the deadline; raises `Overdue` where that has passed."""
        if isinstance(effect, Deadline):
            self.ends = math.inf if effect.seconds is None else self.clock.now().monotonic + effect.seconds
        if self.ends == math.inf or effect is CHECKPOINT or not isinstance(effect, TIMED):
            return effect
        left = self._left()
        if left <= 0:
            raise self.overdue()
        if isinstance(effect, Sleep):
            self._trouble = effect.trouble or self._trouble
            return attrs.evolve(effect, seconds=min(left, effect.seconds))
        if isinstance(effect, Send):
            return attrs.evolve(effect, request=attrs.evolve(effect.request, left=left))
        return effect

    def seconds_left(self) -> float | None:
        """Seconds until the deadline; None where there is none."""
        return None if self.ends == math.inf else max(0.0, self._left())

    def overdue(self) -> Overdue:
        return Overdue(self._trouble)

    def _left(self) -> float:
        return math.inf if self.ends == math.inf else self.ends - self.clock.now().monotonic


class _Driver(Generic[H, L]):
    """What both drivers share; `locks` are those of a client, by their names."""

    def __init__(
        self,
        http: H,
        clock: Clock | None = None,
        listener: Listener | None = None,
        locks: dict[str, L] | None = None,
    ) -> None:
        self._http = http
        self._clock = clock or default_clock()
        self._listener = listener
        self._locks = {} if locks is None else locks

    def _perform_at_once(self, effect: Effect[object]) -> object:
        """Perform an effect that takes no time."""
        match effect:
            case Now():
                return self._clock.now()
            case Emit():
                if effect.told:
                    tell(self._listener, effect.event)
            case Deadline():  # see `apply_deadline`
                pass
            case _:
                message = f"a flow yielded {effect!r}, which is no effect"
                raise TypeError(message)
        return None


class SyncDriver(_Driver[SyncHttp, Lock]):
    """Performs effects on the calling thread, and `Gather` on a few threads of its own."""

    _stop: Stop | None = None

    def run(self, flow: Flow[T], ends: float = math.inf) -> T:
        """Run a flow to its end, or to a moment of the monotonic clock, and return its result."""
        run = _Run(flow, self._clock, ends)
        with closing(flow):
            try:
                while True:
                    self._answer(run, run.next())
            except StopIteration as stop:
                return cast("T", stop.value)

    def iterate(self, flow: Flow[object], kind: type[T]) -> Iterator[T]:
        """Run a flow and yield its events of one kind as they happen."""
        run = _Run(flow, self._clock)
        with closing(flow):
            while True:
                try:
                    effect = run.next()
                except StopIteration:
                    return
                if isinstance(effect, Emit) and isinstance(effect.event, kind):
                    yield effect.event
                self._answer(run, effect)

    def _answer(self, run: _Run[T], effect: Effect[object]) -> None:
        try:
            # What is told takes no time, and may be that the wait ends.
            if not run.advance_hold(effect):
                strike(release=effect is not CHECKPOINT)
                stop = self._stopping()
                if stop is not None and stop.is_set() and not isinstance(effect, Emit):
                    raise Stopped  # noqa: TRY301 - see `failed`
            value = self._perform(run, run.apply_deadline(effect))
        except BaseException as error:  # noqa: BLE001 - see `failed`
            run.failed(error)
        else:
            run.answered(value)

    def _stopping(self) -> Stop | None:
        return self._stop or STOP.get()

    def _perform(self, run: _Run[T], effect: Effect[object]) -> object:
        match effect:
            case Send():
                return self._sent(effect, self._stopping())
            case Sleep():
                self._clock.sleep(effect.seconds, self._stopping())
                return None
            case Blocking():
                return effect.call()
            case Exclusive():
                with self._locks.setdefault(effect.name, Lock()).within(run.seconds_left(), run.overdue()):
                    return self.run(effect.flow(), run.ends)
            case Gather():
                return self._gather(cast("Gather[object]", effect), run.ends)
            case _:
                return self._perform_at_once(effect)

    def _sent(self, effect: Send, stop: Stop | None) -> Reply:
        if effect.billed:
            with sending():
                return self._http.send(effect.request, effect.sink)
        sink = effect.sink if stop is None or effect.sink is None else StoppableSink(effect.sink, stop)
        return self._http.send(stoppable(effect.request, stop), sink)

    def _gather(self, effect: Gather[T], ends: float) -> list[T]:
        at_once = max(1, min(effect.at_once, len(effect.flows)))
        if at_once == 1:
            return [self.run(flow(), ends) for flow in effect.flows]
        stop = Stop(self._stopping())
        member = SyncDriver(self._http, self._clock, self._listener, self._locks)
        member._stop = stop

        def begin(make: Callable[[], Flow[T]]) -> T:
            return member.run(make(), ends)

        with ThreadPoolExecutor(at_once, thread_name_prefix="safelight") as pool:
            running: list[Future[T]] = []
            try:
                with held():  # a thread that was interrupted while it started would be waited for by nobody
                    running.extend(pool.submit(begin, flow) for flow in effect.flows)
                wait_in_slices(running, first=False)
            finally:
                stop.set()
                for future in running:
                    future.cancel()
        failures = [error for future in running if not future.cancelled() and (error := future.exception())]
        for error in sorted(failures, key=lambda error: isinstance(error, Stopped)):
            raise error
        return [future.result() for future in running]


class AsyncDriver(_Driver[AsyncHttp, asyncio.Lock]):
    """Performs effects on the running event loop; nothing blocks it."""

    def blocking(self) -> SyncDriver | None:
        """A driver that needs no event loop, by the connections of files; None where there are none."""
        http = cast("SyncHttp | None", getattr(self._http, "files", None))
        return None if http is None else SyncDriver(http, self._clock, self._listener)

    async def run(self, flow: Flow[T], ends: float = math.inf) -> T:
        """Run a flow to its end, or to a moment of the monotonic clock, and return its result."""
        run = _Run(flow, self._clock, ends)
        with closing(flow):
            try:
                while True:
                    await self._answer(run, run.next())
            except StopIteration as stop:
                run.strike()
                return cast("T", stop.value)

    async def iterate(self, flow: Flow[object], kind: type[T]) -> AsyncIterator[T]:
        """Run a flow and yield its events of one kind as they happen."""
        run = _Run(flow, self._clock)
        with closing(flow):
            while True:
                try:
                    effect = run.next()
                except StopIteration:
                    return
                if isinstance(effect, Emit) and isinstance(effect.event, kind):
                    yield effect.event
                await self._answer(run, effect)

    async def _answer(self, run: _Run[T], effect: Effect[object]) -> None:
        try:
            if not run.advance_hold(effect):
                run.strike()
            value = await self._perform(run, run.apply_deadline(effect))
        except BaseException as error:  # noqa: BLE001 - see `failed`
            run.failed(error)
        else:
            run.answered(value)

    async def _perform(self, run: _Run[T], effect: Effect[object]) -> object:
        match effect:
            case Send():
                return await self._sent(run, effect)
            case Sleep():
                await self._clock.sleep_async(effect.seconds)
                return None
            case Blocking():
                return await in_thread(effect.call)
            case Exclusive():
                lock = self._locks.setdefault(effect.name, asyncio.Lock())
                try:
                    async with asyncio.timeout(run.seconds_left()):
                        await lock.acquire()
                except TimeoutError:
                    raise run.overdue() from None
                try:
                    return await self.run(effect.flow(), run.ends)
                finally:
                    lock.release()
            case Gather():
                return await self._gather(cast("Gather[object]", effect), run.ends)
            case _:
                return self._perform_at_once(effect)

    async def _sent(self, run: _Run[T], effect: Send) -> Reply:
        if not effect.billed:
            return await self._http.send(effect.request, effect.sink)
        answering = Uninterrupted(self._http.send(effect.request, effect.sink))
        interruption = await finished([answering], CANCEL_GRACE)
        if not answering.done():
            answering.end()
            await finished([answering])
        if interruption is not None and answering.cancelled():
            raise interruption
        run.interruption = interruption
        return answering.result()

    async def _gather(self, effect: Gather[T], ends: float) -> list[T]:
        gate = asyncio.Semaphore(max(1, effect.at_once))

        async def one(make: Callable[[], Flow[T]]) -> T:
            async with gate:
                return await self.run(make(), ends)

        try:
            async with asyncio.TaskGroup() as group:
                running = [group.create_task(one(flow)) for flow in effect.flows]
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from None
        return [task.result() for task in running]
