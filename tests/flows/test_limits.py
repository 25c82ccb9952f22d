"""In virtual time, no window of any vendor is ever exceeded, however many calls want to go out."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.core.api.limits import Limiter, shared_limiter
from safelight.core.base.facts import Limits, Rate, RateHeaders, load
from safelight.core.flow.drivers import SyncDriver
from safelight.core.flow.effects import Flow, Send, Sleep
from safelight.core.http.messages import Request
from support.scripted import reply
from support.virtual import Simulation, VirtualClock

PICWISH = load("picwish_api")


def limiter(*rates: Rate) -> Limiter:
    return Limiter(PICWISH._replace(limits=Limits(rates=rates)))


def call(limits: Limiter, *, new_work: bool, pause: float = 0.0) -> Flow[None]:
    if pause:
        yield from Sleep(pause)
    yield from limits.acquire(new_work=new_work)
    yield from Send(Request("GET", "https://api.test"))


def departures(limits: Limiter, calls: list[tuple[bool, float]], travel: float = 0.001) -> list[float]:
    """When each call went out."""
    left: list[float] = []

    def answer(request: object, now: float) -> tuple[object, float]:
        left.append(now)
        return reply(200, {}), travel

    simulation = Simulation(answer)
    for new_work, pause in calls:
        simulation.add(call(limits, new_work=new_work, pause=pause))
    simulation.run()
    assert len(simulation.results) == len(calls)
    return sorted(left)


def most_in(moments: list[float], seconds: float) -> int:
    """The most moments in any stretch of `seconds`."""
    return max((sum(start <= moment < start + seconds for moment in moments) for start in moments), default=0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(Rate, st.integers(1, 20), st.sampled_from([1, 5, 60, 300]), st.just("key")), max_size=3
    ),
    st.lists(st.tuples(st.booleans(), st.floats(0, 30)), max_size=60),
)
def test_no_window_is_ever_exceeded(rates, calls):
    moments = departures(limiter(*rates), calls)
    for rate in rates:
        assert most_in(moments, rate.seconds) <= rate.requests


@pytest.mark.parametrize("vendor", ["perfect", "claid", "picwish"])
def test_three_hundred_calls_inside_a_vendors_limits(vendor):
    facts = load(f"{vendor}_api")
    draw = random.Random(3)
    calls = [(draw.random() < 0.5, draw.uniform(0, 20)) for _ in range(300)]
    moments = departures(Limiter(facts), calls, travel=0.2)
    for rate in facts.limits.rates:
        assert most_in(moments, rate.seconds) <= rate.requests


def test_polls_find_room_where_creates_have_none():
    limits = limiter(Rate(10, 60, "key"))
    creates = departures(limits, [(True, 0.0)] * 9)
    assert max(creates) == 0
    polls = departures(limits, [(False, 0.0)])
    assert max(polls) == 0


def test_a_pause_holds_everything_back():
    limits = limiter()
    limits.pause(40.0)
    assert departures(limits, [(False, 0.0), (True, 0.0), (True, 50.0)]) == pytest.approx([40.0, 40.0, 50.0])


@pytest.mark.parametrize(
    ("remaining", "reset", "wait"), [("0", "7", 7), ("1", "7", 0), ("0", "junk", 0), ("0", "1e9", 120)]
)
def test_the_headers_of_an_answer_are_heeded(remaining, reset, wait):
    limits = limiter()
    names = RateHeaders("RateLimit-Remaining", "RateLimit-Reset")
    limits.observe({"ratelimit-remaining": remaining, "ratelimit-reset": reset}, names, 0.0)
    assert departures(limits, [(False, 0.0)]) == pytest.approx([wait])


def test_clients_of_one_key_share_their_limits():
    one = shared_limiter(PICWISH, "https://api.test", "key")
    assert shared_limiter(PICWISH, "https://api.test", "key") is one
    assert shared_limiter(PICWISH, "https://api.test", "other") is not one


def test_waiting_is_done_on_the_drivers_clock():
    class Silent:
        def send(self, request, sink=None):
            return reply(200, {})

    clock, limits = VirtualClock(), limiter(Rate(1, 10, "key"))
    driver = SyncDriver(Silent(), clock)
    for _ in range(3):
        driver.run(call(limits, new_work=False))
    assert 20 <= sum(clock.waits) < 21
