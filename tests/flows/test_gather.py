"""`Gather`, `Exclusive` and how effects fail, on both drivers."""

import asyncio

import pytest
from safelight.core.flow.drivers import AsyncDriver, SyncDriver
from safelight.core.flow.effects import Blocking, Emit, Exclusive, Gather, Now, Sleep
from safelight.core.flow.stopping import Stopped
from safelight.errors import UploadFailed
from support.virtual import VirtualClock


class Silent:
    """No HTTP at all."""

    def send(self, request, sink=None):
        raise AssertionError


WORLDS = [
    SyncDriver(Silent(), VirtualClock()).run,
    lambda flow: asyncio.run(AsyncDriver(Silent(), VirtualClock()).run(flow)),
]


def value(number):
    yield from Sleep(1)
    return number


def failing(error):
    yield from Sleep(0)
    raise error


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
def test_gather_keeps_the_order(run):
    def flow():
        return (yield from Gather([lambda n=n: value(n) for n in range(9)], 3))

    assert run(flow()) == list(range(9))


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_gather_of_nothing_and_of_one(run, at_once):
    def flow():
        nothing = yield from Gather([], at_once)
        one = yield from Gather([lambda: value(7)], at_once)
        return nothing + one

    assert run(flow()) == [7]


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
@pytest.mark.parametrize("error", [UploadFailed("no"), ValueError("no"), KeyError(1)])
def test_a_failing_member_is_raised_and_the_flow_may_catch_it(run, error):
    def flow():
        try:
            yield from Gather([lambda: value(1), lambda: failing(error), lambda: value(2)], 3)
        except type(error) as caught:
            return caught

    assert run(flow()) is error


def test_a_failing_member_stops_the_others_at_once():
    """The other members sleep for an hour, in threads, some of them one level deeper."""
    began, ended = [], []

    def sleeper():
        began.append(1)
        try:
            yield from Sleep(3600)
        finally:
            ended.append(1)

    def nested():
        return (yield from Gather([sleeper, sleeper], 2))

    def failing_late():
        while len(began) < 3:
            yield from Sleep(0.01)
        raise UploadFailed("no")

    def flow():
        yield from Gather([nested, sleeper, failing_late], 3)

    with pytest.raises(UploadFailed):
        SyncDriver(Silent()).run(flow())
    assert len(ended) == 3


def test_a_member_that_never_waits_is_stopped_too():
    def busy():
        while True:
            yield from Now()

    def flow():
        yield from Gather([busy, lambda: failing(UploadFailed("no"))], 2)

    with pytest.raises(UploadFailed):
        SyncDriver(Silent()).run(flow())


def test_members_that_have_not_begun_never_do():
    begun = []

    def member(number):
        begun.append(number)
        if number == 0:
            raise UploadFailed("no")
        yield from Sleep(0.2)

    def flow():
        yield from Gather([lambda n=n: member(n) for n in range(50)], 2)

    with pytest.raises(UploadFailed):
        SyncDriver(Silent()).run(flow())
    assert len(begun) <= 4


def test_no_flow_sees_stopped_as_an_ordinary_error():
    assert not issubclass(Stopped, Exception)


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
def test_exclusive_lets_one_in_at_a_time(run):
    inside = []

    def guarded():
        inside.append(1)
        yield from Now()
        assert len(inside) == 1
        inside.pop()

    def flow():
        yield from Gather([lambda: (yield from Exclusive("x", guarded)) for _ in range(8)], 8)

    run(flow())


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
def test_what_is_no_effect_is_refused(run):
    def flow():
        yield "nothing"

    with pytest.raises(TypeError, match="no effect"):
        run(flow())


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
def test_a_failed_effect_is_thrown_into_the_flow(run):
    def flow():
        try:
            yield from Blocking(lambda: 1 / 0)
        except ZeroDivisionError:
            yield from Emit("went wrong")
            return "mended"

    assert run(flow()) == "mended"
