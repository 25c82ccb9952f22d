"""Waiting for a task: when it is asked for, how a wait ends, and how another process goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight import Perfect
from safelight.core.api.durations import Durations
from safelight.core.api.polling import Schedule
from safelight.core.base.events import Update
from safelight.core.base.facts import Polling
from safelight.core.base.outcome import Handle
from safelight.errors import NotFound, TaskExpired, WaitTimeout
from support.clients import BASE
from support.keys import secret_key
from support.scripted import reply
from support.vendors import PNG, FakePerfect, FakePicWish, FakePilio, pilio_status
from support.virtual import EPOCH
from support.worlds import play

NOT_FOUND = reply(404, {"code": 404, "message": "task not found"})


def waited(client, within):
    task = yield client.remove_background(PNG, filename="a.png")
    return (yield task.result(within=within))


def test_the_wait_grows_from_the_documented_start_to_the_documented_end():
    busy = [pilio_status("Processing")] * 12
    played = play("pilio", lambda: FakePilio({"status": busy}), lambda client: waited(client, 600))
    assert played.waits[0] == 2
    assert played.waits[-1] == 5
    assert played.waits == sorted(played.waits)


def test_the_hint_of_the_vendor_is_followed():
    played = play("perfect", FakePerfect, lambda client: waited(client, 60))
    assert played.waits[-1] == 1.5


@pytest.mark.parametrize("hint", [60_000, 9_999_999_999, 10**30])
def test_no_hint_makes_a_poll_come_too_late(hint):
    busy = reply(200, {"status": 200, "result": {"status": "running", "polling_interval": hint}})
    played = play(
        "perfect",
        lambda: FakePerfect({"status": [busy] * 3}),
        lambda client: waited(client, 60),
    )
    assert max(played.waits) < 10


@pytest.mark.parametrize("hint", [0, -5, "soon", None, True, 10**400])
def test_a_senseless_hint_counts_as_none(hint):
    busy = reply(200, {"status": 200, "result": {"status": "running", "polling_interval": hint}})
    played = play(
        "perfect",
        lambda: FakePerfect({"status": [busy] * 3}),
        lambda client: waited(client, 60),
    )
    assert min(played.waits) >= 0.2
    assert max(played.waits) < 10


@given(
    st.lists(st.floats(0.1, 600), max_size=40),
    st.lists(st.floats(0, 900), min_size=1, max_size=30),
    st.none() | st.floats(1, 30),
    st.floats(0.01, 10),
)
def test_every_wait_is_positive_and_before_the_deadline(history, ages, lost_after, cost):
    durations = Durations()
    for seconds in history:
        durations.add(seconds)
    schedule = Schedule(Polling(1, 5, lost_after_seconds=lost_after), durations, cost)
    for age in sorted(ages):
        wait = schedule.wait(age)
        assert wait > 0
        assert wait < 1e6
        if lost_after is not None:
            assert wait <= 0.6 * lost_after


def test_within_bounds_the_wait_and_its_error_carries_the_token():
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        with pytest.raises(WaitTimeout) as caught:
            yield task.result(within=30)
        assert caught.value.token == task.token
        again = client.resume(caught.value.token)
        return (yield again.result(within=600))

    busy = [pilio_status("Processing")] * 12
    played = play("pilio", lambda: FakePilio({"status": busy}), scenario)
    assert played.outcome.files


@pytest.mark.parametrize("within", [0, 1, 7.5, 30])
def test_a_wait_ends_when_it_should(within):
    def scenario(client):
        with pytest.raises(WaitTimeout):
            yield from waited(client, within)

    played = play("pilio", lambda: FakePilio({"status": [pilio_status("Processing")] * 99}), scenario)
    assert sum(played.waits) == pytest.approx(within)


def test_a_task_that_is_not_known_yet_is_asked_for_again():
    played = play(
        "pilio", lambda: FakePilio({"status": [NOT_FOUND, NOT_FOUND]}), lambda client: waited(client, 60)
    )
    words = [event.word for event in played.events if isinstance(event, Update) and event.polls]
    assert words[:2] == ["unknown yet"] * 2


def test_a_task_that_stays_unknown_has_expired():
    def scenario(client):
        with pytest.raises(TaskExpired) as caught:
            yield from waited(client, 600)
        return caught.value

    played = play("pilio", lambda: FakePilio({"status": [NOT_FOUND] * 99}), scenario)
    assert played.outcome.token
    assert sum(played.waits) < 15


def test_a_result_that_is_gone_has_expired():
    def scenario(client):
        with pytest.raises(TaskExpired) as caught:
            yield from waited(client, 600)
        return caught.value

    played = play("pilio", lambda: FakePilio({"result": [NOT_FOUND] * 9}), scenario)
    assert played.outcome.token
    assert played.outcome.operation == "remove_background"


def test_updates_come_as_they_happen_and_end_with_the_task():
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        seen = []
        updates = task.updates(within=60)
        while True:
            try:
                seen.append((yield next(updates) if hasattr(updates, "__next__") else anext(updates)))
            except (StopIteration, StopAsyncIteration):
                break
        assert task.phase == "succeeded"
        return seen

    played = play("pilio", FakePilio, scenario)
    answers = [update for update in played.outcome if update.polls]
    assert [update.phase for update in answers] == ["running", "succeeded"]
    assert [update.polls for update in answers] == [1, 2]


def test_a_finished_task_is_asked_for_no_more():
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        for _ in range(3):
            yield task.result(within=60)
            yield task.status()

    played = play("pilio", FakePilio, scenario)
    assert len([sent for sent in played.sent if "/status" in sent.url]) == 2


def test_not_found_without_waiting_is_not_found():
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        with pytest.raises(NotFound):
            yield task.status()

    play("pilio", lambda: FakePilio({"status": [NOT_FOUND]}), scenario)


@pytest.mark.parametrize("age", [6, 900])
@pytest.mark.parametrize("ask", ["status", "result"])
def test_a_lost_task_has_expired_however_it_is_asked_for(ask, age):
    handle = Handle("pilio", "remove_background", "t", EPOCH - age, BASE, "a")

    def scenario(client):
        with pytest.raises(TaskExpired) as caught:
            yield getattr(client.resume(handle.token), ask)()
        return caught.value

    played = play("pilio", lambda: FakePilio({"status": [NOT_FOUND]}), scenario)
    assert played.outcome.token == handle.token
    assert played.outcome.http_status == 404
    assert played.waits == []


def test_a_mistaken_id_has_expired_however_it_is_asked_for():
    def scenario(client):
        for ask in ("status", "result"):
            with pytest.raises(TaskExpired):
                yield getattr(client.resume("nonesuch", operation="upscale"), ask)()

    assert play("pilio", lambda: FakePilio({"status": [NOT_FOUND] * 2}), scenario).waits == []


def test_repr_of_a_task_shows_what_it_is():
    with Perfect("k", secret_key=secret_key(), base_url=BASE) as client:
        task = client.resume(Handle("perfect", "enhance", "t1", 1.7e9, BASE, "a").token)
        assert repr(task) == "<Task perfect.enhance t1 queued>"


def test_an_unfinished_picwish_task_polls_inside_its_rate():
    played = play("picwish", FakePicWish, lambda client: waited(client, 60))
    assert played.outcome.files
