"""A wait for a task that is paid for outlasts a vendor that is away for a while."""

import json
import threading

import pytest
from safelight import Options, Perfect, RetryPolicy
from safelight.core.api.retry import LONGEST_OUTAGE
from safelight.core.base.events import Retrying
from safelight.core.base.outcome import Handle
from safelight.core.http.messages import TransportFailure
from safelight.errors import (
    AuthenticationError,
    InsufficientCredits,
    RateLimited,
    Unavailable,
    UnexpectedResponse,
    WaitTimeout,
)
from support.clients import BASE, api_of, make_client, unlimited
from support.scripted import Script, ScriptedHttp, lost, reply
from support.vendors import FAKES, PNG, FakePerfect, FakePilio, pilio_status
from support.virtual import VirtualClock
from support.waiting import HANG
from support.worlds import play

AWAY = reply(503, {})
TROUBLES = pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (AWAY, Unavailable),
        (lost(), Unavailable),
        (reply(429, {}), RateLimited),
        (reply(425, {}), Unavailable),
        (reply(404, b"<html>No such page</html>"), Unavailable),
    ],
    ids=["503", "lost", "429", "425", "a gateway's 404"],
)


def resumed(client, vendor):
    return client.resume(Handle(vendor, "remove_background", "17", 1.7e9, BASE, "a").token)


def waited(client, within):
    task = yield client.remove_background(PNG, filename="a.png")
    return (yield task.result(within=within))


def failed(vendor, faults, within, kind, options=None):
    """Wait for a task in vain: what is raised, and what was done until then."""

    def scenario(client):
        with pytest.raises(kind) as caught:
            yield resumed(client, vendor).result(within=within)
        return caught.value

    return play(vendor, lambda: FAKES[vendor](faults), scenario, options=options)


@TROUBLES
@pytest.mark.parametrize("vendor", FAKES)
def test_a_wait_outlasts_an_outage(vendor, trouble, kind):
    played = play(
        vendor,
        lambda: FAKES[vendor]({"status": [trouble] * 30}),
        lambda client: waited(client, 900),
    )
    assert played.outcome.files
    retrying = [event for event in played.events if isinstance(event, Retrying)]
    assert len(retrying) == 30
    assert retrying[-1].reason == (
        "TransportFailure" if isinstance(trouble, TransportFailure) else kind.__name__
    )
    assert len({event.operation for event in retrying}) == 1


@pytest.mark.parametrize(("vendor", "step"), [("pilio", "result"), ("perfect", "authenticate")])
def test_all_that_a_wait_asks_for_outlasts_one(vendor, step):
    def scenario(client):
        return (yield resumed(client, vendor).result(within=900))

    played = play(vendor, lambda: FAKES[vendor]({step: [AWAY] * 30}), scenario)
    assert played.outcome.files


def test_tasks_that_wait_leave_the_retries_to_others():
    def scenario(client):
        yield from waited(client, 900)
        budget = api_of(client).budget
        return sum(budget.take() for _ in range(budget.capacity)) * budget.cost

    played = play("pilio", lambda: FakePilio({"status": [AWAY] * 60}), scenario)
    assert played.outcome > 500 - 5 * 5


def test_updates_outlast_one():
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        updates = task.updates(within=900)
        while True:
            try:
                yield next(updates) if hasattr(updates, "__next__") else anext(updates)
            except (StopIteration, StopAsyncIteration):
                return task.phase

    assert play("pilio", lambda: FakePilio({"status": [AWAY] * 30}), scenario).outcome == "succeeded"


@TROUBLES
@pytest.mark.parametrize("within", [3, 7.5, 60, 900])
@pytest.mark.parametrize(
    ("vendor", "step"),
    [("pilio", "status"), ("pilio", "result"), ("perfect", "status"), ("perfect", "authenticate")],
)
def test_an_outage_that_is_longer_than_the_wait_is_named(vendor, step, within, trouble, kind):
    first = {} if step == "status" else {"status": [pilio_status("Succeeded")]} if vendor == "pilio" else {}
    played = failed(vendor, {**first, step: [trouble] * 2000}, within, WaitTimeout)
    error = played.outcome
    assert type(error.__cause__) is kind
    assert f"{kind.__name__}: {error.__cause__.message}" in error.message
    assert json.loads(error.token)["id"] == "17"
    assert sum(played.waits) == pytest.approx(within)


def test_an_outage_that_is_over_is_not_named():
    busy = [pilio_status("Processing")] * 99
    played = failed("pilio", {"status": [AWAY] * 9 + busy}, 120, WaitTimeout)
    assert played.outcome.__cause__ is None
    assert "trouble" not in played.outcome.message


def test_the_vendor_may_ask_for_a_long_pause():
    """Longer than a call alone would wait."""
    faults = {"status": [reply(429, {}, retry_after="400")]}
    played = play("pilio", lambda: FakePilio(faults), lambda client: waited(client, 900))
    assert played.outcome.files
    assert 400 <= max(played.waits) <= 420
    assert len([sent for sent in played.sent if "/status" in sent.url]) == 2


def test_waits_grow_and_stay_below_the_deadline_of_a_task():
    pilio = play("pilio", lambda: FakePilio({"status": [AWAY] * 200}), lambda client: waited(client, 3000))
    assert 10 < max(pilio.waits) <= 20
    perfect = play(
        "perfect",
        lambda: FakePerfect({"status": [AWAY] * 200}),
        lambda client: waited(client, 3000),
    )
    assert max(perfect.waits) <= 6


def test_a_client_that_retries_at_once_does_not_storm():
    hasty = Options(retry=RetryPolicy(attempts=1, first_delay=0, longest_delay=0))
    played = failed("pilio", {"status": [AWAY] * 2000}, 60, WaitTimeout, options=hasty)
    assert len(played.sent) <= 31


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (reply(401, {}), AuthenticationError),
        (reply(402, {}), InsufficientCredits),
        (reply(200, b"<html>"), UnexpectedResponse),
    ],
)
def test_what_does_not_pass_ends_a_wait_at_once(answer, kind):
    played = failed("pilio", {"status": [AWAY] * 7 + [answer] * 9}, 900, kind)
    assert len(played.sent) == 8
    assert json.loads(played.outcome.token)["id"] == "17"


def test_a_wait_without_a_bound_outlasts_a_long_outage():
    played = play("pilio", lambda: FakePilio({"status": [AWAY] * 200}), lambda client: waited(client, None))
    assert played.outcome.files
    assert sum(played.waits) > 900


def test_a_wait_without_a_bound_ends_where_nothing_passes():
    played = failed("pilio", {"status": [lost()] * 5000}, None, Unavailable)
    assert json.loads(played.outcome.token)["id"] == "17"
    assert LONGEST_OUTAGE <= round(sum(played.waits), 6) < LONGEST_OUTAGE + 60


def test_a_sign_in_that_fails_holds_up_no_other_call():
    """A wait goes on through the outage; who only asks hears of it at once."""
    heard: list[object] = []

    class Clock(VirtualClock):
        def sleep(self, seconds, stop=None):
            super().sleep(seconds, stop)
            if len(self.waits) == 3:
                asking = threading.Thread(target=ask, daemon=True)
                asking.start()
                asking.join(HANG)

    def ask():
        with pytest.raises(Unavailable) as caught:
            resumed(client, "perfect").status()
        heard.append(caught.value)

    client = make_client(
        Perfect,
        http=ScriptedHttp(Script(FakePerfect({"authenticate": [AWAY] * 9}))),
        clock=Clock(),
        limiter=unlimited,
        options=Options(retry=RetryPolicy(attempts=1)),
    )
    assert resumed(client, "perfect").result(within=900).files
    assert len(heard) == 1
