"""Trying again has an end: by the clock for an upload, and by the tokens that all calls of a client share."""

import random

import pytest
from safelight import Options, Pilio, RetryPolicy
from safelight.core.progress import FileProgress
from safelight.core.retry import RetryBudget
from safelight.core.sources import prepare
from safelight.core.storage import put
from safelight.errors import (
    Unavailable,
    UploadFailed,
)
from support.scripted import lost, reply
from support.vendors import PNG, FakePilio
from support.virtual import Simulation
from support.worlds import BASE, KEY, play


def uploaded_slowly(seconds: float, policy: RetryPolicy, *answers: object) -> Simulation:
    """Send a file to storage that takes some seconds for every answer; the last one is repeated."""
    waiting = list(answers)
    simulation = Simulation(
        lambda _request, _now: (waiting.pop(0) if len(waiting) > 1 else waiting[0], seconds)
    )
    with Pilio(KEY, base_url=BASE, options=Options(retry=policy)) as client:
        client._api.draw = random.Random(7)
        progress = FileProgress("pilio", "a.png", len(PNG), client._api.tell)
        simulation.add(put(client._api, "https://store.test/up", prepare(PNG, "a.png").slice(), progress))
        simulation.run()
    return simulation


def test_the_wall_clock_bounds_all_tries_of_an_upload():
    simulation = uploaded_slowly(1.0, RetryPolicy(attempts=1000, within=60), lost())
    assert isinstance(simulation.results[0], UploadFailed)
    assert simulation.now <= 62


def test_an_upload_that_breaks_after_a_long_time_is_sent_again():
    simulation = uploaded_slowly(400.0, RetryPolicy(within=300), lost(), reply(200, b"", etag='"e"'))
    assert simulation.results == ['"e"']


def test_uploads_and_downloads_give_back_to_the_retry_budget():
    def scenario(client):
        client._api.budget._left = 100
        task = yield client.remove_background(PNG, filename="a.png")
        result = yield task.result(within=60)
        yield result.bytes()
        return client._api.budget._left

    played = play("pilio", FakePilio, scenario)
    assert played.outcome == 100 + len(played.sent)


def test_the_retry_budget_ends_a_storm():
    budget = RetryBudget()
    assert sum(budget.take() for _ in range(1000)) == 100
    for _ in range(5):
        budget.give()
    assert [budget.take(), budget.take()] == [True, False]
    for _ in range(10_000):
        budget.give()
    assert sum(budget.take() for _ in range(1000)) == 100


def test_an_outage_is_not_answered_with_a_storm():
    """Twenty calls of five attempts each would be eighty retries more than the budget has tokens for."""

    def scenario(client):
        for _ in range(40):
            with pytest.raises(Unavailable):
                yield client.remove_background(PNG, filename="a.png")

    played = play("pilio", lambda: FakePilio({"register": [reply(500, {})] * 1000}), scenario)
    assert len(played.sent) == 40 + 100


def test_a_retry_that_was_not_made_leaves_the_budget_as_it_was():
    budget = RetryBudget()
    budget.give_back()
    budget.give()
    assert sum(budget.take() for _ in range(1000)) == 100, "there is never more than at the start"
    for _ in range(4):
        budget.give()
    assert not budget.take()
    budget.give()
    assert budget.take()
    budget.give_back()
    assert [budget.take(), budget.take()] == [True, False]


def test_what_a_policy_is_by_default():
    assert RetryPolicy() == RetryPolicy(
        attempts=5, first_delay=0.5, longest_delay=20.0, longest_retry_after=120.0, within=300.0
    )
