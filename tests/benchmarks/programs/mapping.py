"""How much of a vendor's documented limits `map` uses, in virtual time: our client against the vendor of our tests.

    python mapping.py share pilio 5          items a second over what the limits allow, with tasks of 5 s
    python mapping.py share pilio 8 .3       with tasks of 8 s, lognormal with sigma .3
    python mapping.py polls pilio 8 .3 [8]   status calls an item; with 8 items at once

It fails where a call is refused with 429.

Everything is the library's but the sockets and the clock: an event loop whose time jumps to the next thing that is due.
A request travels 15 to 35 ms each way, and the vendor counts it when it arrives. What the limits allow is

- for request rates, the tightest one over the calls that an item needs at the least: its upload (but with PicWish, where
  that is the create), the create and one status call. Over whole windows after the first, for calls come in bursts;
  over the whole run where a window is one second;
- for places in flight, 20 tasks at any time; from the tenth part of the items to the last tenth but one.
"""

from __future__ import annotations

import asyncio
import json
import math
import random
import selectors
import sys
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from safelight.core.base.facts import load
from safelight.core.flow.effects import Instant
from safelight.core.http.messages import Reply, Request, Sink
from safelight.errors import SafelightError
from safelight.sandbox.limits import Rate, RateLimiter
from support.clients import make_client
from support.scripted import Answer, AsyncScriptedHttp, Script, Sent, reply
from support.vendors import FAKES, PNG
from support.worlds import WORLDS

ITEMS = {"pilio": 400, "picwish": 600, "claid": 400, "perfect": 200}
CALLS = {"picwish": 2, "claid": 3, "perfect": 3}
"""The fewest calls that one item needs of those that count."""
STORAGE = ("put", "download")
TRAVEL = (0.015, 0.035)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop in whose time nothing lasts but waits; what goes to a thread is done at once."""

    def __init__(self) -> None:
        self.elapsed = 0.0
        super().__init__(_Jumping(self))

    def time(self) -> float:
        """Seconds that were waited."""
        return self.elapsed

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        """Call it here and now."""
        done: asyncio.Future[Any] = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - it is the caller's
            done.set_exception(error)
        return done


class _Jumping(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self._loop.elapsed += timeout or 0.0
        return super().select(0)


class LoopClock:
    """The clock of a client on the virtual loop."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def now(self) -> Instant:
        """Both clocks are the loop's."""
        return Instant(self._loop.elapsed, 1.7e9 + self._loop.elapsed)

    def sleep(self, seconds: float, stop: object = None) -> None:
        """Nobody sleeps on a thread here."""
        raise NotImplementedError

    async def sleep_async(self, seconds: float) -> None:
        """Let the loop's time pass."""
        await asyncio.sleep(seconds)


class Limited:
    """A vendor that keeps its documented limits, on the loop's time; its tasks last as long as `lasts` says."""

    def __init__(self, vendor: str, loop: VirtualLoop, lasts: Callable[[], float]) -> None:
        self.refused = 0
        self.fake = FAKES[vendor]()
        self._facts = load(f"{vendor}_api")
        self._loop = loop
        self._lasts = lasts
        self._vendor = vendor
        self._rates = tuple(Rate(one.requests, one.seconds, one.scope) for one in self._facts.limits.rates)
        self._limiter = RateLimiter()
        self._ends: dict[str, float] = {}

    def __call__(self, sent: Sent) -> Answer:
        """Answer a request that arrives now."""
        now, step = self._loop.elapsed, self.fake.step(sent)
        if step not in STORAGE and not self._limiter.count(self._vendor, self._rates, {}, now).allowed:
            return self._refusal()
        if step == "create":
            most = self._facts.limits.in_flight
            if most is not None and sum(end > now for end in self._ends.values()) >= most:
                return self._refusal()
        if step not in ("create", "status"):
            return self.fake(sent)
        if step == "create":
            name = str(len(self._ends) + 1)
            self._ends[name] = now + self._lasts()
            self.fake.calls["create"] += 1
            return self._named(self.fake.create(sent), name)
        self.fake.calls["polls"] += 1
        asked = dict(sent.params).get("task_id") or sent.path.removesuffix("/status").split("/")[-1]
        self.fake.calls["status"] = 2 if self._ends[asked] <= now else 1
        return self.fake.status(sent)

    def _refusal(self) -> Answer:
        self.refused += 1
        return reply(429, {"message": "too many requests"})

    def _named(self, answer: Answer, name: str) -> Answer:
        assert isinstance(answer, Reply)
        content = json.loads(answer.content)
        where = content
        field = self._facts.envelope.data_field
        for part in (field or "").split("."):
            where = where[part] if part else where
        where[self._facts.task.id] = int(name) if self._vendor == "claid" else name
        return reply(answer.status, content)


class Travelling(AsyncScriptedHttp):
    """Requests and answers take their time on the way."""

    async def send(self, request: Request, sink: Sink | None = None) -> Reply:
        """Send a request to the script."""
        await asyncio.sleep(TRAVELS.uniform(*TRAVEL))
        answer = await super().send(request, sink)
        await asyncio.sleep(TRAVELS.uniform(*TRAVEL))
        return answer


TRAVELS = random.Random(5)


def mapped(
    vendor: str, middle: float, sigma: float, at_once: int | None = None, items: int | None = None
) -> tuple[list[float], Limited]:
    """Run a map over many pictures; when each was done, and the vendor."""
    draw, loop = random.Random(3), VirtualLoop()
    served = Limited(vendor, loop, lambda: draw.lognormvariate(math.log(middle), sigma))
    client = make_client(WORLDS[vendor][1], http=Travelling(Script(served)), clock=LoopClock(loop))
    more = {"claid": {"category": "general"}}.get(vendor, {})
    ends: list[float] = []

    async def run() -> None:
        async with client:
            async for _, outcome in client.map(
                lambda source: client.remove_background(source, filename="a.png", **more),
                [PNG] * (items or ITEMS[vendor]),
                at_once=at_once,
                within=None,
            ):
                if isinstance(outcome, SafelightError):
                    raise outcome
                ends.append(loop.elapsed)

    try:
        loop.run_until_complete(run())
    finally:
        loop.close()
    return ends, served


def share(vendor: str, ends: list[float], middle: float, sigma: float) -> float:
    """Items a second over what the limits allow."""
    limits, count = load(f"{vendor}_api").limits, len(ends)
    if limits.in_flight is not None:
        first, last = count // 10, count - count // 10
        mean = middle * math.exp(sigma**2 / 2)
        return (last - first) / (ends[last] - ends[first]) / (limits.in_flight / mean)
    allowed = min(rate.requests / rate.seconds for rate in limits.rates) / CALLS[vendor]
    window = max(rate.seconds for rate in limits.rates)
    if window <= 1:
        return count / ends[-1] / allowed
    whole = ends[-1] // window * window
    return (bisect_left(ends, whole) - bisect_left(ends, window)) / (whole - window) / allowed


def main() -> None:
    """Print one figure."""
    figure, vendor, *numbers = sys.argv[1:]
    middle, sigma, at_once, *_ = [*map(float, numbers), 0.0, 0.0]
    ends, served = mapped(vendor, middle, sigma, int(at_once) or None)
    if served.refused:
        sys.exit(f"{served.refused} calls were refused")
    polls = served.fake.calls["polls"] / len(ends)
    sys.stdout.write(json.dumps(polls if figure == "polls" else share(vendor, ends, middle, sigma)) + "\n")


if __name__ == "__main__":
    main()
