"""Time that passes when a test says so."""

import asyncio
import heapq
import threading
from collections.abc import Callable
from itertools import count

from safelight.core.flow.effects import (
    Blocking,
    Deadline,
    Effect,
    Emit,
    Exclusive,
    Flow,
    Instant,
    Now,
    Send,
    Sleep,
)
from safelight.core.flow.stopping import Stop

EPOCH = 1_700_000_000.0


class VirtualClock:
    """Every wait takes no time and is remembered."""

    def __init__(self) -> None:
        self.elapsed = 0.0
        self.waits: list[float] = []
        self._lock = threading.Lock()

    def now(self) -> Instant:
        return Instant(self.elapsed, EPOCH + self.elapsed)

    def sleep(self, seconds: float, stop: Stop | None = None) -> None:
        with self._lock:
            if seconds:
                self.waits.append(seconds)
            self.elapsed += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)
        await asyncio.sleep(0)


class Simulation:
    """Runs any number of flows at the same time in virtual time, in one thread and always in the same order.

    Args:
        answer: What a request gets, at a moment; and how many seconds that takes.
    """

    def __init__(self, answer: Callable[[object, float], tuple[object, float]]) -> None:
        self.now = 0.0
        self.results: list[object] = []
        self.events: list[object] = []
        self._answer = answer
        self._due: list[tuple[float, int, Flow[object], object]] = []
        self._turn = count()

    def add(self, flow: Flow[object], at: float = 0.0) -> None:
        heapq.heappush(self._due, (at, next(self._turn), flow, None))

    def run(self) -> None:
        while self._due:
            self.step()

    def step(self) -> None:
        """Let the flow whose turn it is go on until it waits."""
        self.now, _, flow, value = heapq.heappop(self._due)
        self._advance(flow, value)

    def _advance(self, flow: Flow[object], value: object) -> None:
        while True:
            try:
                effect = flow.throw(value) if isinstance(value, BaseException) else flow.send(value)
            except StopIteration as stop:
                self.results.append(stop.value)
                return
            except Exception as error:  # noqa: BLE001 - a flow's failure is a result like any other
                self.results.append(error)
                return
            value, seconds = self.perform(effect)
            if seconds:
                heapq.heappush(self._due, (self.now + seconds, next(self._turn), flow, value))
                return

    def perform(self, effect: Effect[object]) -> tuple[object, float]:
        match effect:
            case Now():
                return Instant(self.now, EPOCH + self.now), 0.0
            case Sleep():
                return None, max(effect.seconds, 1e-9)
            case Emit():
                self.events.append(effect.event)
                return None, 0.0
            case Deadline():
                return None, 0.0
            case Blocking():
                return effect.call(), 0.0
            case Send():
                return self._answer(effect.request, self.now)
            case Exclusive():
                raise NotImplementedError
            case _:
                raise TypeError(effect)
