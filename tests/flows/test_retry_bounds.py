"""Trying again has an end: by the clock for an upload, and by the tokens that all calls of a client share."""

import random

import pytest
from safelight import ConfigurationError, Options, Pilio, RetryPolicy
from safelight.core.api.purchases import FailedAttempt
from safelight.core.api.retry import RetryBudget, backoff, delay
from safelight.core.http.messages import TransportFailure
from safelight.core.transfers.progress import FileProgress
from safelight.core.transfers.sources import prepare
from safelight.core.transfers.storage import put
from safelight.errors import (
    ApiError,
    InvalidInput,
    RateLimited,
    Unavailable,
    UnexpectedResponse,
    UploadFailed,
)
from support.clients import api_of, make_client
from support.scripted import lost, reply
from support.vendors import PNG, FakePilio, pilio_status
from support.virtual import Simulation
from support.worlds import play


def uploaded_slowly(seconds: float, policy: RetryPolicy, *answers: object) -> Simulation:
    """Send a file to storage that takes some seconds for every answer; the last one is repeated."""
    waiting = list(answers)
    simulation = Simulation(
        lambda _request, _now: (waiting.pop(0) if len(waiting) > 1 else waiting[0], seconds)
    )
    api = api_of(make_client(Pilio, options=Options(retry=policy)))
    progress = FileProgress("pilio", "a.png", len(PNG), api.tell)
    simulation.add(put(api, "https://store.test/up", prepare(PNG, "a.png").slice(), progress))
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
        budget = api_of(client).budget
        while budget.take():
            pass
        for _ in range(budget.cost):
            task = yield client.remove_background(PNG, filename="a.png")
            result = yield task.result(within=60)
            yield result.bytes()
        return sum(budget.take() for _ in range(100)) * budget.cost

    played = play("pilio", lambda: FakePilio({"status": [pilio_status("Succeeded")]}), scenario)
    assert len(played.sent) == 5 * 6
    assert played.outcome == len(played.sent), "one token for each request"


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


def test_what_a_policy_is_by_default():
    assert RetryPolicy() == RetryPolicy(
        attempts=5, first_delay=0.5, longest_delay=20.0, longest_retry_after=120.0, within=300.0
    )


class Longest(random.Random):
    """Draws the upper end of every range, and keeps the ranges."""

    def __init__(self) -> None:
        super().__init__()
        self.ranges: list[tuple[float, float]] = []

    def uniform(self, a: float, b: float) -> float:
        self.ranges.append((a, b))
        return b


def waited(
    cause: TransportFailure | ApiError,
    *,
    attempt: int = 1,
    elapsed: float = 0.0,
    repeatable: bool = False,
    **policy: float,
) -> float | None:
    """The longest wait before the next attempt, or None."""
    trouble = FailedAttempt(cause, repeatable=repeatable)
    return delay(RetryPolicy(**policy), trouble, attempt, elapsed, Longest())


def test_waits_double_from_the_first_delay_to_the_longest():
    draw = Longest()
    policy = RetryPolicy(attempts=1000, first_delay=0.5, longest_delay=3.0)
    assert [backoff(policy, attempt, draw) for attempt in range(1, 6)] == [0.5, 1.0, 2.0, 3.0, 3.0]
    assert {low for low, _ in draw.ranges} == {0}


def test_a_wait_after_a_million_attempts_can_still_be_computed():
    """A float overflows after 1024 doublings."""
    assert backoff(RetryPolicy(), 1_000_000, Longest()) == 20.0
    assert backoff(RetryPolicy(first_delay=1e-9, longest_delay=1e9), 1000, Longest()) == 1e9


@pytest.mark.parametrize(
    ("cause", "may_repeat", "must_not"),
    [
        (TransportFailure("not reached", sent=False), 0.5, 0.5),
        (TransportFailure("lost", sent=True), 0.5, None),
        (RateLimited("too many"), 0.5, 0.5),
        (RateLimited("too many", retry_after=7.0), 7.5, 7.5),
        (Unavailable("down", http_status=503), 0.5, None),
        (Unavailable("down"), 0.5, None),
        (Unavailable("too early", http_status=425), 0.5, 0.5),
        (UnexpectedResponse("garbled"), None, None),
        (InvalidInput("no"), None, None),
    ],
    ids=str,
)
def test_an_attempt_follows_only_where_it_can_help_and_do_no_harm(cause, may_repeat, must_not):
    assert waited(cause, repeatable=True) == may_repeat
    assert waited(cause, repeatable=False) == must_not


@pytest.mark.parametrize(
    ("cause", "refused"),
    [
        (TransportFailure("not reached", sent=False), True),
        (TransportFailure("lost", sent=True), False),
        (Unavailable("too early", http_status=425), True),
        (Unavailable("down", http_status=424), False),
        (Unavailable("down", http_status=426), False),
        (Unavailable("down"), False),
        (UnexpectedResponse("garbled"), False),
        (InvalidInput("no"), True),
    ],
    ids=str,
)
def test_only_some_failures_prove_that_nothing_was_done(cause, refused):
    assert FailedAttempt(cause, repeatable=False).refused is refused


def test_the_last_attempt_is_followed_by_none():
    cause = TransportFailure("not reached", sent=False)
    assert waited(cause, attempt=4, attempts=5) == 4.0
    assert waited(cause, attempt=5, attempts=5) is None
    assert waited(cause, attempt=6, attempts=5) is None
    assert RetryPolicy(attempts=1000).attempts == 1000
    with pytest.raises(ConfigurationError, match="attempts"):
        RetryPolicy(attempts=1001)


def test_the_longest_wait_that_may_be_asked_for_is_still_kept():
    assert waited(RateLimited("x", retry_after=120.0)) == 120.5
    assert waited(RateLimited("x", retry_after=120.001)) is None
    assert waited(RateLimited("x", retry_after=0.0), longest_retry_after=0) == 0.5


def test_a_wait_may_end_with_the_budget_of_the_call_and_not_after_it():
    cause = TransportFailure("not reached", sent=False)
    assert waited(cause, elapsed=9.5, within=10) == 0.5
    assert waited(cause, elapsed=9.6, within=10) is None
    assert waited(cause, elapsed=11, within=10) is None
