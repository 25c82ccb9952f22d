"""An answer that came twice: a create that is given the task of an earlier one does not pass it on."""

import pytest
from safelight import Pilio
from safelight.core.api import in_flight
from safelight.errors import OutcomeUnknown
from support.real import FAST, serving
from support.scripted import reply
from support.vendors import PNG, FakeClaid, FakePerfect, FakePicWish, FakePilio
from support.worlds import play


class Stuck(FakePilio):
    def create(self, sent):
        return reply(200, {"code": 200, "message": "ok", "data": {"task_id": "same", "status": "Pending"}})


FAKES = {"pilio": Stuck, "perfect": FakePerfect, "claid": FakeClaid, "picwish": FakePicWish}


def play_twice(vendor, first=None, second=None):
    """Create twice; what came of the second."""

    def scenario(client):
        yield client.remove_background(PNG, filename="a.png", **(first or {}))
        try:
            return (yield client.remove_background(PNG, filename="a.png", **(second or {})))
        except OutcomeUnknown as error:
            return error

    return play(vendor, FAKES[vendor], scenario).outcome


@pytest.mark.parametrize("vendor", FAKES)
def test_a_task_that_an_earlier_create_was_given_is_not_given_again(vendor):
    error = play_twice(vendor)
    assert isinstance(error, OutcomeUnknown)
    assert "which an earlier create had already been given" in error.message
    assert error.body is not None
    if vendor == "perfect":
        assert f"pass request_id={error.idempotency_key}" in error.message
    else:
        assert "look at the vendor's records" in error.message


def test_the_same_idempotency_key_names_the_same_task():
    assert play_twice("perfect", {"request_id": 7}, {"request_id": 7}).id == "t+/1"
    assert isinstance(play_twice("perfect", {"request_id": 7}, {"request_id": 8}), OutcomeUnknown)


def test_no_more_tasks_are_remembered_than_needed(monkeypatch):
    monkeypatch.setattr(in_flight, "REMEMBERED", 3)
    named = in_flight.NamedTasks()
    assert all(named.is_new(str(number), None) for number in range(10))
    assert [named.is_new(str(number), None) for number in (9, 8, 7, 0)] == [False, False, False, True]


@pytest.mark.parametrize("key", ["k", "task", "1"])
def test_a_made_up_key_that_stands_in_an_id_by_chance_costs_no_task(key):
    with serving(FakePilio()) as server, Pilio(key, base_url=server.url, options=FAST) as client:
        assert client.remove_background(PNG, filename="a.png").id == "task-1"
