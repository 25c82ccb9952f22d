"""What is sent again, and what never is: decided by whether a second arrival could cost money."""

import random
import time
from collections.abc import Sequence
from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight import Options, RetryPolicy
from safelight.core.api.envelope import retry_after
from safelight.core.api.limits import Limiter
from safelight.core.api.purchases import FailedAttempt
from safelight.core.api.retry import delay
from safelight.core.base.events import Retrying
from safelight.core.base.facts import RateHeaders, load
from safelight.core.http.messages import Reply, TransportFailure
from safelight.errors import (
    ApiError,
    AuthenticationError,
    InsufficientCredits,
    InvalidInput,
    OutcomeUnknown,
    RateLimited,
    SafelightError,
    Unavailable,
    UnexpectedResponse,
)
from support.scripted import Answer, lost, reply
from support.vendors import PNG, FakeClaid, FakePerfect, FakePicWish, FakePilio, Vendor
from support.virtual import Simulation
from support.worlds import Played, play

FAKES: dict[str, type[Vendor]] = {
    "pilio": FakePilio,
    "perfect": FakePerfect,
    "claid": FakeClaid,
    "picwish": FakePicWish,
}
REPEATABLE = {"perfect"}
HTML = Reply(200, {"content-type": "text/html"}, b"<html>Please log in</html>")

SENT_AND_UNKNOWN: dict[str, Answer] = {
    "reset after the request": lost(),
    "500": reply(500, {}),
    "502 from a proxy": Reply(502, {"content-type": "text/html"}, b"<html>Bad gateway</html>"),
    "503": reply(503, {}),
    "408": reply(408, {}),
}
GARBLED: dict[str, Answer] = {
    "HTML": HTML,
    "cut JSON": reply(200, b'{"code": 200, "status": 200, "data": {"task'),
    "an array": reply(200, []),
    "nothing": reply(200, b""),
    "a redirect": Reply(302, {"location": "https://elsewhere.test/"}, b""),
}
NEVER_ARRIVED: dict[str, Answer] = {
    "not sent": lost(sent=False),
    "429": reply(429, {}, retry_after="3"),
    "425": reply(425, {}),
    "425 of a gateway": Reply(425, {"content-type": "text/html"}, b"<html>Too Early</html>"),
}


def create(
    vendor: str, faults: Sequence[Answer], options: Options | None = None, step: str = "create"
) -> Played:
    def scenario(client):
        try:
            return (yield client.remove_background(PNG, filename="a.png"))
        except SafelightError as error:
            return error

    return play(
        vendor,
        lambda: FAKES[vendor]({step: faults}),
        scenario,
        options=options,
    )


def creates(played: Played) -> list[bytes]:
    return [
        sent.body
        for sent in played.sent
        if sent.method == "POST"
        and any(part in sent.url for part in ("/images/", "/task/sod", "/edit/async", "/segmentation"))
    ]


@pytest.mark.parametrize("vendor", FAKES)
@pytest.mark.parametrize("fault", SENT_AND_UNKNOWN)
def test_a_create_that_may_have_arrived_is_repeated_only_with_an_idempotency_key(vendor, fault):
    played = create(vendor, [SENT_AND_UNKNOWN[fault]])
    if vendor in REPEATABLE:
        first, second = creates(played)
        assert first == second
        assert [event.uncertain for event in played.events if isinstance(event, Retrying)] == [True]
        assert not isinstance(played.outcome, SafelightError)
    else:
        assert len(creates(played)) == 1
        assert isinstance(played.outcome, OutcomeUnknown)
        assert played.outcome.vendor == vendor
        assert played.outcome.operation


@pytest.mark.parametrize("vendor", FAKES)
@pytest.mark.parametrize("fault", GARBLED)
def test_a_create_with_a_garbled_answer_is_never_repeated_and_its_outcome_unknown(vendor, fault):
    played = create(vendor, [GARBLED[fault]])
    assert len(creates(played)) == 1
    assert isinstance(played.outcome, OutcomeUnknown), played.outcome


@pytest.mark.parametrize("vendor", ["pilio", "perfect", "claid"])
def test_a_picture_is_no_answer_where_a_task_was_to_be_named(vendor):
    played = create(vendor, [Reply(200, {"content-type": "image/png"}, PNG)])
    assert len(creates(played)) == 1
    assert isinstance(played.outcome, OutcomeUnknown)
    assert "PNG" in (played.outcome.body or "")


@pytest.mark.parametrize("vendor", FAKES)
@pytest.mark.parametrize("fault", NEVER_ARRIVED)
def test_a_create_that_certainly_did_nothing_is_repeated(vendor, fault):
    played = create(vendor, [NEVER_ARRIVED[fault]] * 2)
    assert len(creates(played)) == 3
    assert not isinstance(played.outcome, SafelightError)
    reason = {"429": "RateLimited", "not sent": "TransportFailure"}.get(fault, "Unavailable")
    assert [(event.reason, event.uncertain) for event in played.events if isinstance(event, Retrying)] == [
        (reason, False)
    ] * 2


@pytest.mark.parametrize("vendor", FAKES)
@pytest.mark.parametrize(
    ("status", "kind"), [(400, InvalidInput), (402, InsufficientCredits), (422, InvalidInput)]
)
def test_a_clear_no_is_repeated_by_nobody(vendor, status, kind):
    played = create(vendor, [reply(status, {})])
    assert len(creates(played)) == 1
    assert isinstance(played.outcome, kind)


def test_what_is_given_up_after_an_uncertain_attempt_stays_uncertain():
    """The vendor may have taken the first request; that a later one never arrived proves nothing."""
    played = create("perfect", [lost(), *[lost(sent=False)] * 9])
    assert len(set(creates(played))) == 1
    assert isinstance(played.outcome, OutcomeUnknown)
    assert f"request_id={played.outcome.idempotency_key}" in str(played.outcome)
    assert played.outcome.attempts == 5


def test_a_refusal_after_an_uncertain_attempt_stays_uncertain():
    played = create("perfect", [lost(), reply(400, {"status": 400, "error_code": "InvalidParameters"})])
    assert isinstance(played.outcome, OutcomeUnknown)
    assert played.outcome.http_status == 400


@pytest.mark.parametrize(
    "answer",
    [
        reply(503, {}),
        reply(401, {"status": 401, "error_code": "InvalidApiKey"}),
        reply(200, {}),
        lost(sent=False),
    ],
    ids=["down", "refused", "no token", "not reached"],
)
def test_a_sign_in_that_fails_after_an_uncertain_attempt_leaves_the_outcome_unknown(answer):
    ended = reply(401, {"status": 401, "error_code": "InvalidAccessToken"})

    def scenario(client):
        try:
            return (yield client.remove_background(PNG, filename="a.png", request_id=4711))
        except SafelightError as error:
            return error

    played = play(
        "perfect",
        lambda: FakePerfect({"create": [lost(), ended], "authenticate": [None, *[answer] * 9]}),
        scenario,
    )
    assert len(creates(played)) == 2
    assert isinstance(played.outcome, OutcomeUnknown)
    assert played.outcome.idempotency_key == "4711"
    assert "request_id=4711" in str(played.outcome)


def test_an_answer_that_names_no_task_tells_the_key_to_ask_again_with():
    played = create("perfect", [reply(200, {"status": 200, "result": {}})])
    assert isinstance(played.outcome, OutcomeUnknown)
    assert f"request_id={played.outcome.idempotency_key}" in str(played.outcome)


def test_a_sign_in_that_fails_before_anything_was_bought_is_what_it_is():
    played = create("perfect", [reply(503, {})] * 9, step="authenticate")
    assert isinstance(played.outcome, Unavailable)
    assert creates(played) == []


def test_what_never_arrived_is_unavailable_and_nothing_was_bought():
    played = create("pilio", [lost(sent=False)] * 9)
    assert isinstance(played.outcome, Unavailable)
    assert len(creates(played)) == 5


@pytest.mark.parametrize("step", ["register", "status", "result"])
@pytest.mark.parametrize("fault", [*SENT_AND_UNKNOWN, *NEVER_ARRIVED])
def test_reads_are_repeated(step, fault):
    answer = {**SENT_AND_UNKNOWN, **NEVER_ARRIVED}[fault]

    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        return (yield task.result(within=600))

    played = play("pilio", lambda: FakePilio({step: [answer, answer]}), scenario)
    assert len([event for event in played.events if isinstance(event, Retrying)]) == 2


def test_a_wrong_key_is_tried_once():
    played = create("pilio", [reply(401, {"code": 1402, "message": "Invalid API key"})])
    assert isinstance(played.outcome, AuthenticationError)
    assert played.outcome.code == "1402"
    assert len(creates(played)) == 1


def test_an_expired_token_is_replaced_once():
    played = create("perfect", [reply(401, {"status": 401, "error_code": "InvalidAccessToken"})] * 2)
    assert isinstance(played.outcome, AuthenticationError)
    tokens = [sent.headers["authorization"] for sent in played.sent if "/task/sod" in sent.url]
    assert tokens == ["Bearer token-CANARY-1", "Bearer token-CANARY-2"]


def test_a_refused_sign_in_is_tried_once():
    played = create(
        "perfect", [reply(401, {"status": 401, "error_code": "InvalidApiKey"})] * 3, step="authenticate"
    )
    assert isinstance(played.outcome, AuthenticationError)
    assert len(played.sent) == 1


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"retry_after": "7"}, 7, 7.5),
        ({"retry_after": "0.5"}, 0.5, 1),
        ({"retry_after_ms": "2500"}, 2.5, 3),
        ({"retry_after": "120"}, 120, 120.5),
    ],
)
def test_the_wait_that_a_vendor_asks_for_is_kept(headers, least, most):
    played = create("pilio", [reply(429, {}, **headers)])
    assert least <= sum(played.waits) <= most


def test_a_vendor_that_asks_for_too_long_a_wait_is_not_waited_for():
    played = create("pilio", [reply(429, {}, retry_after="121")])
    assert isinstance(played.outcome, RateLimited)
    assert played.outcome.retry_after == 121
    assert played.waits == []


def test_a_huge_retry_after_does_not_silence_the_key_for_good():
    """The limiter's pause is shared by all calls of a key: it has the same cap as a single wait."""

    def scenario(client):
        with pytest.raises(RateLimited):
            yield client.remove_background(PNG, filename="a.png")
        return (yield client.remove_background(PNG, filename="a.png"))

    played = play(
        "pilio", lambda: FakePilio({"register": [reply(429, {}, retry_after="999999999")]}), scenario
    )
    assert sum(played.waits) <= RetryPolicy().longest_retry_after + 1


def test_retry_after_as_a_date():
    answer = Reply(429, {"retry-after": formatdate(time.time() + 100, usegmt=True)}, b"")
    assert 90 < (retry_after(answer) or 0.0) <= 100
    assert retry_after(Reply(429, {"retry-after": "Tue, 14 Nov 2000 00:00:00 GMT"}, b"")) == 0.0


@pytest.mark.parametrize("ahead", [-86_400, -3600, 0, 3600, 86_400])
@pytest.mark.parametrize("header", ["retry-after", "ratelimit-reset"])
@pytest.mark.parametrize("written", [lambda moment: formatdate(moment, usegmt=True), str])
def test_a_moment_is_of_the_clock_of_the_server_that_states_it(ahead, header, written):
    theirs = int(time.time()) + ahead
    headers = {"date": formatdate(theirs, usegmt=True), header: written(theirs + 7)}
    assert retry_after(Reply(429, headers, b"")) == 7
    limits = Limiter(load("claid_api"))
    limits.observe({**headers, "left": "0"}, RateHeaders("left", header), 0.0)
    simulation = Simulation(lambda request, now: pytest.fail(f"{request} is sent at {now}"))
    simulation.add(limits.acquire(new_work=False))
    simulation.run()
    assert simulation.now == 7


@given(st.text())
def test_no_retry_after_breaks_anything(text):
    wait = retry_after(Reply(429, {"retry-after": text, "date": text}, b""))
    assert wait is None or wait >= 0


def test_the_reset_of_a_window_is_no_reason_to_wait_after_a_server_error():
    assert retry_after(Reply(500, {"ratelimit-reset": "60"}, b"")) is None
    assert retry_after(Reply(429, {"ratelimit-reset": "60"}, b"")) == 60
    named = RateHeaders("Left", "Until")
    assert retry_after(Reply(429, {"until": "7", "ratelimit-reset": "60"}, b""), names=named) == 7


def causes() -> st.SearchStrategy[TransportFailure | ApiError]:
    kinds = st.sampled_from([RateLimited, Unavailable, UnexpectedResponse, InvalidInput, AuthenticationError])
    seconds = st.none() | st.floats(0, 500)
    return st.one_of(
        st.booleans().map(lambda sent: TransportFailure("x", sent=sent)),
        st.builds(lambda kind, wait: kind("x", retry_after=wait), kinds, seconds),
    )


@given(
    causes(),
    st.booleans(),
    st.integers(1, 12),
    st.floats(0, 400),
    st.builds(
        RetryPolicy,
        attempts=st.integers(1, 10),
        first_delay=st.floats(0.01, 5),
        longest_delay=st.floats(0.1, 60),
        longest_retry_after=st.floats(0, 300),
        within=st.floats(0, 1000),
    ),
    st.randoms(use_true_random=False),
)
def test_every_delay_keeps_the_rules(cause, repeatable, attempt, elapsed, policy, draw):
    trouble = FailedAttempt(cause, repeatable=repeatable)
    wait = delay(policy, trouble, attempt, elapsed, draw)
    maybe_arrived = isinstance(cause, Unavailable | UnexpectedResponse) or (
        isinstance(cause, TransportFailure) and cause.sent
    )
    if wait is None:
        return
    asked = getattr(cause, "retry_after", None) or 0.0
    assert repeatable or not maybe_arrived
    assert attempt < policy.attempts
    assert isinstance(cause, TransportFailure | RateLimited | Unavailable)
    assert asked <= wait <= asked + policy.longest_delay
    assert asked <= policy.longest_retry_after
    assert elapsed + wait <= policy.within


def test_full_jitter_uses_the_whole_range():
    trouble = FailedAttempt(Unavailable("x"), repeatable=True)
    draw = random.Random(1)
    waits = [delay(RetryPolicy(), trouble, 3, 0, draw) or 0.0 for _ in range(500)]
    assert min(waits) < 0.1
    assert max(waits) > 1.9
    assert max(waits) <= 2.0


def test_the_wall_clock_bounds_all_attempts():
    options = Options(retry=RetryPolicy(attempts=1000, within=60))
    played = create("pilio", [reply(500, {})] * 1000, options, step="register")
    assert isinstance(played.outcome, Unavailable)
    assert sum(played.waits) <= 60


def test_a_listener_that_fails_costs_no_task(caplog):
    def broken(event):
        raise ZeroDivisionError

    def scenario(client):
        return (yield client.remove_background(PNG, filename="a.png"))

    played = play("pilio", FakePilio, scenario, options=Options(listener=broken))
    assert played.outcome.id == "task-1"
    assert "a listener failed" in caplog.text
