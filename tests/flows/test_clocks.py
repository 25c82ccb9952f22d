"""A token's time is of the machine that made it, whose clock may be another: nothing waits for the difference."""

import attrs
import pytest
from safelight.core.api.polling import GRACE
from safelight.core.base.events import Update
from safelight.core.base.outcome import Handle
from safelight.errors import TaskExpired
from support.clients import BASE, api_of
from support.scripted import reply
from support.vendors import PNG, FakePerfect, FakePilio, pilio_status
from support.virtual import EPOCH
from support.worlds import play

HANDLE = Handle("pilio", "remove_background", "t", EPOCH, BASE, "a")
NOT_FOUND = reply(404, {"code": 404, "message": "task not found"})
ELSEWHERE = pytest.mark.parametrize("ahead", [-86_400, -3600, -27, 0, 27, 3600, 86_400])


def token(ahead: float) -> str:
    return attrs.evolve(HANDLE, created=EPOCH + ahead).token


def learned(client):
    """A client that knows how long tasks take: about half a minute."""
    for seconds in range(20, 40):
        api_of(client).schedule("remove_background").history.add(float(seconds))


@ELSEWHERE
def test_a_task_of_another_machine_is_asked_for_at_once(ahead):
    def scenario(client):
        learned(client)
        return (yield client.resume(token(ahead)).result(within=60))

    played = play("pilio", lambda: FakePilio({"status": [pilio_status("Succeeded")]}), scenario)
    assert played.waits == []
    assert [event.elapsed for event in played.events if isinstance(event, Update)] == [max(0, -ahead)]


@ELSEWHERE
def test_a_task_of_another_machine_is_asked_for_as_often_as_the_document_says(ahead):
    def scenario(client):
        learned(client)
        return (yield client.resume(token(ahead)).result(within=600))

    busy = [pilio_status("Processing")] * 6
    played = play("pilio", lambda: FakePilio({"status": busy}), scenario)
    assert max(played.waits) <= 5


@ELSEWHERE
def test_an_impatient_task_of_another_machine_is_not_lost(ahead):
    handle = Handle("perfect", "remove_background", "t1", EPOCH + ahead, BASE, "a")

    def scenario(client):
        return (yield client.resume(handle.token).result(within=60))

    played = play("perfect", FakePerfect, scenario)
    assert max(played.waits, default=0.0) < 10


@pytest.mark.parametrize("ahead", [27, 3600, 86_400])
def test_an_unknown_task_of_a_machine_ahead_is_given_no_more_time_than_another(ahead):
    def scenario(client):
        with pytest.raises(TaskExpired):
            yield client.resume(token(ahead)).result(within=None)

    played = play("pilio", lambda: FakePilio({"status": [NOT_FOUND] * 99}), scenario)
    assert GRACE < sum(played.waits) < 15


def test_tasks_of_another_machine_teach_no_durations():
    def scenario(client):
        for _ in range(6):
            yield client.resume(token(-3600)).result(within=600)
        return (yield from waited(client))

    def waited(client):
        task = yield client.remove_background(PNG, filename="a.png")
        return (yield task.result(within=600))

    def waits(scenario, tasks):
        busy = [pilio_status("Processing"), pilio_status("Succeeded")] * tasks
        return play("pilio", lambda: FakePilio({"status": busy}), scenario).waits

    alone = waits(waited, 1)
    assert waits(scenario, 7)[-len(alone) :] == alone
