"""Room for one more task in flight: how long a create waits for it, and what frees a place."""

import pytest
from safelight.errors import AuthenticationError, RateLimited, SafelightError
from support.scripted import Answer, Sent, lost, reply
from support.vendors import FakePilio, pilio_status
from support.worlds import Played, play

MOST = 20
NOT_FOUND = reply(404, {"code": 404, "message": "task not found"})
REFUSED = reply(401, {"code": 401, "message": "invalid api key"})
BUSY = pilio_status("Processing")


class ManyTasks(FakePilio):
    """Names every task by a number, and answers every status call alike, or as `answers` says first."""

    usual: Answer = BUSY

    def create(self, sent: Sent) -> Answer:
        task = f"task-{self.calls['create']}"
        return reply(200, {"code": 200, "message": "ok", "data": {"task_id": task, "status": "Pending"}})

    def status(self, sent: Sent) -> Answer:
        return self.usual


def one_too_many(*answers: Answer, usual: Answer = BUSY) -> Played:
    """Fill all places and create one more task; the `answers` come first, then the `usual` one."""

    def vendor() -> ManyTasks:
        fake = ManyTasks({"status": answers})
        fake.usual = usual
        return fake

    def scenario(client):
        for _ in range(MOST):
            yield client.generate_image("a lighthouse", aspect_ratio="1:1")
        try:
            return (yield client.generate_image("a lighthouse", aspect_ratio="1:1"))
        except SafelightError as error:
            return error

    return play("pilio", vendor, scenario)


def created(played: Played) -> int:
    return sum(sent.method == "POST" for sent in played.sent)


def test_a_create_does_not_wait_for_ever():
    played = one_too_many()
    assert isinstance(played.outcome, RateLimited)
    assert "Nothing was bought" in played.outcome.message
    assert created(played) == MOST
    assert sum(played.waits) == pytest.approx(900)


def test_tasks_whose_updates_nobody_takes_any_more_make_room():
    def vendor() -> ManyTasks:
        fake = ManyTasks({"status": [BUSY] * MOST})
        fake.usual = pilio_status("Succeeded")
        return fake

    def scenario(client):
        held = []
        for _ in range(MOST):
            task = yield client.generate_image("a lighthouse", aspect_ratio="1:1")
            held.append(task.updates())
            for _ in range(2):  # that it was created, and the first answer
                yield next(held[-1]) if hasattr(held[-1], "__next__") else anext(held[-1])
        return (yield client.generate_image("a lighthouse", aspect_ratio="1:1"))

    played = play("pilio", vendor, scenario)
    assert created(played) == MOST + 1


@pytest.mark.parametrize("usual", [reply(500, b""), lost(), reply(429, b"")])
def test_a_task_that_cannot_be_asked_for_keeps_its_place(usual):
    played = one_too_many(usual=usual)
    assert isinstance(played.outcome, RateLimited)
    assert created(played) == MOST


@pytest.mark.parametrize("ended", [pilio_status("Succeeded"), pilio_status("Failed"), NOT_FOUND])
def test_a_task_that_has_ended_makes_room(ended):
    played = one_too_many(BUSY, ended)
    assert not isinstance(played.outcome, SafelightError)
    assert created(played) == MOST + 1


def test_a_key_that_is_refused_is_told_at_once():
    played = one_too_many(usual=REFUSED)
    assert isinstance(played.outcome, AuthenticationError)
    assert played.waits == []
    assert created(played) == MOST
