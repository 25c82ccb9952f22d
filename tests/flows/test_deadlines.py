"""`within` bounds all that a wait does: its calls, its sign-in, and what others hold up."""

import asyncio
import threading

import attrs
import pytest
from safelight.core.base.outcome import Handle
from safelight.core.flow.drivers import AsyncDriver, SyncDriver
from safelight.core.flow.effects import Blocking, Deadline, Exclusive, Flow, Gather, Overdue, Send, Sleep
from safelight.core.http.messages import MemorySink, Reply, Request, Sink, TransportFailure
from safelight.errors import Unavailable, WaitTimeout
from support.clients import BASE, make_client
from support.scripted import AsyncScriptedHttp, Script, ScriptedHttp, reply
from support.vendors import FakePerfect, FakePilio, Vendor, pilio_status
from support.virtual import VirtualClock
from support.worlds import WORLDS, play

DONE = pilio_status("Succeeded")
HANDLES = {
    "pilio": Handle("pilio", "remove_background", "task-1", 1.7e9, BASE, "a"),
    "perfect": Handle("perfect", "remove_background", "t", 1.7e9, BASE, "a"),
}


@attrs.frozen
class SlowHttp:
    """Answers when a step's seconds have passed, unless the request has no more so long."""

    script: Script
    clock: VirtualClock
    vendor: Vendor
    seconds: dict[str, float]

    def send(self, request: Request, sink: Sink | None = None) -> Reply:
        answer = self.script.reply(request)
        takes = self.seconds.get(self.vendor.step(self.script.sent[-1]), 0.0)
        left = takes if request.left is None else request.left
        self.clock.elapsed += min(takes, left)
        if left < takes:
            raise TransportFailure("timed out", sent=True)
        return answer


class AsyncSlowHttp(SlowHttp):
    async def send(self, request: Request, sink: Sink | None = None) -> Reply:
        return super().send(request, sink)


def waited(way: str, name: str, vendor: Vendor, seconds: dict[str, float], within: float | None):
    """Resume a task and wait for its result: what came of it, and the virtual seconds it took."""
    kind = WORLDS[name][way == "async"]
    clock = VirtualClock()
    http = (AsyncSlowHttp if way == "async" else SlowHttp)(Script(vendor), clock, vendor, seconds)
    task = make_client(kind, http=http, clock=clock).resume(HANDLES[name].token)
    try:
        outcome = task.result(within=within)
        return (asyncio.run(outcome) if way == "async" else outcome), clock.elapsed
    except WaitTimeout as error:
        return error, clock.elapsed


@pytest.mark.parametrize("way", ["sync", "async"])
@pytest.mark.parametrize(
    ("vendor", "step"),
    [("pilio", "status"), ("pilio", "result"), ("perfect", "authenticate"), ("perfect", "status")],
)
@pytest.mark.parametrize("within", [2, 5])
def test_within_bounds_every_call(way, vendor, step, within):
    fake = FakePilio({"status": [DONE]}) if vendor == "pilio" else FakePerfect()
    outcome, took = waited(way, vendor, fake, {step: 6.0}, within)
    assert isinstance(outcome, WaitTimeout)
    assert outcome.token == HANDLES[vendor].token
    assert isinstance(outcome.__cause__, Unavailable)
    assert took == pytest.approx(within)


@pytest.mark.parametrize("way", ["sync", "async"])
def test_without_a_bound_a_slow_call_is_waited_for(way):
    outcome, took = waited(way, "pilio", FakePilio({"status": [DONE]}), {"result": 6.0}, None)
    assert outcome.files
    assert took >= 6


@pytest.mark.parametrize("within", [0, 0.001, -1])
def test_a_finished_task_gives_its_result_to_whoever_waits_for_none(within):
    def scenario(client):
        return (yield client.resume(HANDLES["pilio"].token).result(within=within))

    played = play("pilio", lambda: FakePilio({"status": [DONE]}), scenario)
    assert played.outcome.files
    assert played.waits == []


def test_whoever_waits_for_nothing_asks_once():
    def scenario(client):
        with pytest.raises(WaitTimeout):
            yield client.resume(HANDLES["pilio"].token).result(within=0)

    played = play("pilio", FakePilio, scenario)
    assert len(played.sent) == 1
    assert played.waits == []


@pytest.mark.parametrize("way", ["sync", "async"])
def test_asking_once_takes_two_seconds_at_the_most(way):
    outcome, took = waited(way, "pilio", FakePilio(), {"status": 6.0}, 0)
    assert isinstance(outcome, WaitTimeout)
    assert took == pytest.approx(2)


def signing_in(ends: float) -> Flow[None]:
    def nothing() -> Flow[None]:
        return
        yield

    yield from Deadline(ends)
    yield from Exclusive("token", nothing)


def test_a_lock_that_another_thread_holds_is_not_waited_for_longer():
    driver = SyncDriver(ScriptedHttp(Script(lambda sent: reply(200))))
    taken, over = threading.Event(), threading.Event()

    def slow() -> Flow[None]:
        yield from Blocking(taken.set)
        yield from Blocking(over.wait)

    def hold() -> Flow[None]:
        yield from Exclusive("token", slow)

    holder = threading.Thread(target=lambda: driver.run(hold()))
    holder.start()
    taken.wait()
    with pytest.raises(Overdue):
        driver.run(signing_in(0.05))
    over.set()
    holder.join()
    driver.run(signing_in(5))


def test_a_lock_that_another_task_holds_is_not_waited_for_longer():
    async def play_it() -> None:
        driver = AsyncDriver(AsyncScriptedHttp(Script(lambda sent: reply(200))))
        taken, over = asyncio.Event(), threading.Event()
        loop = asyncio.get_running_loop()

        def slow() -> Flow[None]:
            yield from Blocking(lambda: loop.call_soon_threadsafe(taken.set) and None)
            yield from Blocking(over.wait)

        def hold() -> Flow[None]:
            yield from Exclusive("token", slow)

        holder = asyncio.create_task(driver.run(hold()))
        await taken.wait()
        with pytest.raises(Overdue):
            await driver.run(signing_in(0.05))
        over.set()
        await holder
        await driver.run(signing_in(5))

    asyncio.run(play_it())


def in_ten_seconds(flow: Flow[object]) -> Flow[object]:
    yield from Deadline(10.0)
    return (yield from flow)


def test_flows_that_run_together_end_in_time():
    def long() -> Flow[None]:
        for _ in range(100):
            yield from Sleep(1.0)

    clock = VirtualClock()
    driver = SyncDriver(ScriptedHttp(Script(lambda _: reply(200))), clock)
    with pytest.raises(Overdue):
        driver.run(in_ten_seconds(iter(Gather([long, long], 1))))
    assert sum(clock.waits) == 10


def test_a_download_is_told_what_is_left():
    asked: list[Request] = []

    class Noting(ScriptedHttp):
        def send(self, request: Request, sink: Sink | None = None) -> Reply:
            asked.append(request)
            return Reply(200, {})

    def late() -> Flow[None]:
        yield from Sleep(4.0)
        yield from Send(Request("GET", BASE), MemorySink(1))

    SyncDriver(Noting(Script(lambda _: reply(200))), VirtualClock()).run(in_ten_seconds(late()))
    assert [request.left for request in asked] == [6.0]
