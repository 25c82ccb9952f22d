"""The arithmetic of request windows: turns, room for polls, margins, and calls that leave late."""

import asyncio
import threading
from functools import partial

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.core.api.limits import Limiter, Turn
from safelight.core.api.windows import CALM, LARGEST_MARGIN, Margin, polls_fit, wait_for_turn
from safelight.core.base.facts import Limits, Rate, load
from safelight.core.flow.drivers import SyncDriver
from safelight.core.flow.effects import Flow
from safelight.core.http.connection import Connection
from safelight.core.http.files import AsyncHttp
from safelight.core.http.messages import LATE, Request, TransportFailure
from safelight.core.http.transport import SyncHttpx
from support.asked import WORLDS, in_world
from support.hostile import HostileServer, Pause, http
from support.virtual import VirtualClock

SECOND = Rate(2, 1.0, "key")


def most_in(moments: list[float], seconds: float) -> int:
    return max(sum(start <= moment < start + seconds for moment in moments) for start in moments)


@settings(deadline=None)
@given(st.lists(st.floats(0, 300), max_size=40), st.integers(1, 20), st.sampled_from([1.0, 60.0, 300.0]))
def test_a_turn_comes_as_soon_as_it_may_and_no_sooner(given_moments, most, length):
    sent: list[float] = []
    now = 0.0
    for moment in sorted(given_moments):
        now = max(now, moment)
        now += max(0.0, wait_for_turn(sent, most, length, now))
        assert len(sent) < most or now - sent[-most] >= length - 1e-6
        sent.append(now)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.floats(0, 300), max_size=60),
    st.integers(5, 100),
    st.integers(1, 6),
    st.integers(1, 50),
    st.sampled_from([60.0, 300.0]),
)
def test_where_polls_fit_they_never_pass_the_window(sent, most, tasks, rounds, length):
    sent, now, step = sorted(sent)[-most:], 300.0, 6.0
    if most_in([*sent, now], length) > most or not polls_fit(
        sent, most, length, now, tasks=tasks, step=step, rounds=rounds
    ):
        return
    polls = [now + step * number for number in range(1, rounds + 1) for _ in range(tasks)]
    assert most_in([*sent, now, *polls], length) <= most


def test_polls_of_one_task_fit_into_an_empty_window():
    assert polls_fit([], 100, 300.0, 0.0, tasks=1, step=6.0, rounds=30)
    assert not polls_fit([], 100, 300.0, 0.0, tasks=4, step=6.0, rounds=30)


def test_a_margin_widens_with_refusals_and_narrows_with_calm():
    margin = Margin(0.03)
    first = margin.length(SECOND)
    assert 1.0 < first <= 1.05
    for _ in range(8):
        margin.refused()
    assert margin.length(SECOND) == pytest.approx(1.0 + LARGEST_MARGIN)
    for _ in range(4 * CALM):
        margin.sent()
    assert margin.length(SECOND) == first


def limiter(*rates: Rate) -> Limiter:
    return Limiter(load("picwish_api")._replace(limits=Limits(rates=rates)))


def run(flow: Flow[object], clock: VirtualClock) -> object:
    return SyncDriver(None, clock).run(flow)  # type: ignore[arg-type]


def test_a_call_counts_from_when_it_leaves():
    limits, clock = limiter(SECOND), VirtualClock()
    turns = [run(limits.acquire(new_work=False), clock) for _ in range(2)]
    for turn in turns:
        assert isinstance(turn, Turn)
        limits.delayed(turn, 0.5)
    run(limits.acquire(new_work=False), clock)
    assert 1.5 <= clock.elapsed <= 1.51 + LARGEST_MARGIN


def test_a_call_that_leaves_after_its_turn_was_forgotten_counts_all_the_same():
    limits, clock = limiter(SECOND), VirtualClock()
    turn = run(limits.acquire(new_work=False), clock)
    assert isinstance(turn, Turn)
    clock.elapsed += 5.0
    run(limits.acquire(new_work=False), clock)
    limits.delayed(turn, 5.0)
    run(limits.acquire(new_work=False), clock)
    assert clock.elapsed >= 6.0


def test_a_call_that_was_held_up_before_it_was_sent_counts_from_then():
    limits, clock = limiter(Rate(1, 10.0, "key")), VirtualClock()
    turn = run(limits.acquire(new_work=False), clock)
    assert isinstance(turn, Turn)
    clock.elapsed += 4.0
    again = run(limits.left(turn), clock)
    assert isinstance(again, Turn)
    limits.delayed(again, 1.0)
    run(limits.acquire(new_work=False), clock)
    assert clock.elapsed == pytest.approx(15.0, abs=0.2)


def occupied(request: Request, seen: list[float]) -> Request:
    return attrs.evolve(request, delayed=seen.append)


@pytest.mark.integration
@WORLDS
def test_a_request_that_waits_for_a_connection_says_how_long(world):
    """Of two requests on one connection, the second leaves when the first is answered."""
    late: list[list[float]] = [[], []]
    connection = Connection(connections=1)
    with HostileServer(lambda _: [Pause(1.0), http(200, b"{}")]) as server:
        requests = [occupied(Request("GET", server.url), seen) for seen in late]
        if world == "sync":
            both_in_threads(SyncHttpx(connection), requests)
        else:
            asyncio.run(both_at_once(connection, [in_world(world, request) for request in requests]))
    first, second = sorted(late, key=sum)
    assert len(second) == 1
    assert second[0] > LATE
    assert all(LATE < seconds < second[0] for seconds in first)


@WORLDS
def test_a_request_has_not_left_when_a_proxy_is_asked_for_a_tunnel(world, monkeypatch):
    monkeypatch.setattr("safelight.core.http.traces.LATE", -1.0)
    late: list[float] = []
    with HostileServer(lambda _: [http(403, b"")]) as proxy:
        connection = Connection(proxy=proxy.url)
        request = occupied(Request("GET", "https://api.test"), late)
        with pytest.raises(TransportFailure):
            send_in(world, connection, request)
    assert late == []


def send_in(world: str, connection: Connection, request: Request) -> None:
    if world == "sync":
        SyncHttpx(connection).send(request)
    else:
        asyncio.run(both_at_once(connection, [in_world(world, request)]))


def both_in_threads(client: SyncHttpx, requests: list[Request]) -> None:
    threads = [threading.Thread(target=partial(client.send, request)) for request in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    client.close()


async def both_at_once(connection: Connection, requests: list[Request]) -> None:
    client = AsyncHttp(connection)
    await asyncio.gather(*(client.send(request) for request in requests))
    await client.close()
