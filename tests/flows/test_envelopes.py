"""Answers that are not what was promised: each gives the right error, with the beginning of the body."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.core.api.envelope import open_envelope
from safelight.core.base.facts import load
from safelight.core.http.messages import Reply
from safelight.errors import (
    ApiError,
    AuthenticationError,
    InsufficientCredits,
    InvalidInput,
    NotFound,
    OutcomeUnknown,
    RateLimited,
    SafelightError,
    TaskFailed,
    Unavailable,
    UnexpectedResponse,
)
from support.scripted import reply
from support.vendors import PNG, RESULT, FakeClaid, FakePerfect, FakePicWish, FakePilio, pilio_status
from support.worlds import play

FACTS = {vendor: load(f"{vendor}_api") for vendor in ("pilio", "perfect", "claid", "picwish")}
HTML = b"<html><title>Corporate proxy</title> Please sign in</html>"


def opened(vendor: str, status: int, body: object, **headers: str) -> ApiError:
    with pytest.raises(ApiError) as caught:
        open_envelope(FACTS[vendor], reply(status, body, **headers))
    return caught.value


@pytest.mark.parametrize("vendor", FACTS)
@pytest.mark.parametrize(
    ("body", "said"),
    [
        (HTML, "Corporate proxy"),
        (b'{"code": 200, "status": 200, "data": {"task_id": "7', "task_id"),
        (b"[1, 2]", "[1, 2]"),
        (b"null", "null"),
        (b'"text"', "text"),
        (b"\xff\xfe\x00", "�"),
        (b"[" * 100_000, "[[["),
        (b'{"a":' * 100_000, '{"a":'),
        (b"1" * 5000, "111"),
    ],
)
def test_a_success_that_is_no_json_object(vendor, body, said):
    error = opened(vendor, 200, body)
    assert type(error) is UnexpectedResponse
    assert said in (error.body or "")
    assert error.http_status == 200
    assert len(str(error)) < 600


@pytest.mark.parametrize("vendor", FACTS)
def test_an_empty_answer(vendor):
    assert type(opened(vendor, 200, b"")) is UnexpectedResponse
    assert type(opened(vendor, 204, b"")) is UnexpectedResponse
    assert type(opened(vendor, 503, b"")) is Unavailable


@pytest.mark.parametrize("vendor", FACTS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("body", [b"", HTML, b"{}"])
def test_a_redirect_is_said_to_be_one(vendor, status, body):
    error = opened(vendor, status, body)
    assert type(error) is UnexpectedResponse
    assert "redirect" in error.message


@pytest.mark.parametrize("vendor", FACTS)
@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, InvalidInput),
        (401, AuthenticationError),
        (402, InsufficientCredits),
        (403, AuthenticationError),
        (404, NotFound),
        (410, NotFound),
        (413, InvalidInput),
        (429, RateLimited),
        (500, Unavailable),
        (502, Unavailable),
        (599, Unavailable),
    ],
)
@pytest.mark.parametrize("body", [HTML, b"", b"{}"])
def test_a_status_alone_has_a_meaning(vendor, status, kind, body):
    error = opened(vendor, status, body, x_request_id="req-9")
    assert type(error) is kind
    assert error.request_id == "req-9"
    assert "req-9" in str(error)


@pytest.mark.parametrize(
    ("body", "kind", "said", "code"),
    [
        (
            {"error_code": 111, "error_type": "AuthError", "error_message": "Bad key"},
            AuthenticationError,
            "Bad key",
            "111",
        ),
        ({"detail": {"error_code": 9000, "error_message": "Wrong"}}, InvalidInput, "Wrong", "9000"),
        (
            {"detail": [{"loc": ["body", "input"], "msg": "field required", "type": "missing"}]},
            InvalidInput,
            "body.input: field required",
            None,
        ),
    ],
)
def test_the_three_error_shapes_of_claid(body, kind, said, code):
    error = opened("claid", 422, body)
    assert type(error) is kind
    assert said in error.message
    assert error.code == code


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, AuthenticationError),
        (404, NotFound),
        (413, InvalidInput),
        (429, RateLimited),
        (500, Unavailable),
    ],
)
def test_picwish_says_no_inside_http_200(status, kind):
    error = opened("picwish", 200, {"status": status, "message": "no"})
    assert type(error) is kind
    assert error.http_status == 200
    assert error.code == str(status)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"status": 400, "error_code": "CreditInsufficiency", "error": "no credits"}, InsufficientCredits),
        ({"status": 404, "error_code": "InvalidTaskId"}, NotFound),
        ({"status": 404, "error_code": "unknown_internal_error"}, Unavailable),
        ({"status": 401, "error_code": "InvalidApiKey"}, AuthenticationError),
    ],
)
def test_perfect_names_its_errors(body, kind):
    assert type(opened("perfect", body["status"], body)) is kind


@pytest.mark.parametrize(
    "body", [{}, {"code": None}, {"code": "0"}, {"code": 201}, {"code": [200]}, {"code": {}, "data": {}}]
)
def test_an_envelope_that_states_no_success_is_none(body):
    assert type(opened("pilio", 200, body)) is UnexpectedResponse


def refused(vendor: str, answer: Reply) -> ApiError | None:
    try:
        open_envelope(FACTS[vendor], answer)
    except ApiError as error:
        return error
    return None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KNOWN = st.dictionaries(
    st.sampled_from(
        ["code", "status", "data", "result", "message", "error", "detail", "error_code", "error_message"]
    ),
    JSON,
    max_size=5,
)


@given(
    st.sampled_from(sorted(FACTS)),
    st.integers(200, 599),
    KNOWN | JSON,
    st.dictionaries(st.just("retry-after"), st.text()),
)
def test_no_answer_escapes_as_anything_but_an_api_error(vendor, status, body, headers):
    error = refused(vendor, Reply(status, headers, json.dumps(body).encode()))
    assert len(str(error)) < 3000
    assert error is None or "\n" not in error.message


@given(st.sampled_from(sorted(FACTS)), st.integers(200, 599), st.binary(max_size=200))
def test_no_bytes_escape_as_anything_but_an_api_error(vendor, status, body):
    error = refused(vendor, Reply(status, {}, body))
    assert error is None or (error.body or "").isprintable()


def test_a_message_cannot_paint_the_terminal():
    error = opened("pilio", 400, {"code": 400, "message": "\x1b[2J\x07 cleared\r\nFAKE LOG LINE"})
    assert error.message.isprintable()


@pytest.mark.parametrize(
    ("vendor", "fake", "nothing"),
    [
        ("pilio", FakePilio, {"code": 200, "message": "ok", "data": None}),
        ("pilio", FakePilio, {"code": 200, "message": "ok"}),
        ("pilio", FakePilio, {"code": 200, "data": {"task_id": ""}}),
        ("pilio", FakePilio, {"code": 200, "data": []}),
        ("perfect", FakePerfect, {"status": 200, "result": None}),
        ("claid", FakeClaid, {"data": None}),
        ("picwish", FakePicWish, {"status": 200, "data": None}),
    ],
)
def test_an_accepted_create_that_names_no_task_leaves_its_outcome_unknown(vendor, fake, nothing):
    def scenario(client):
        try:
            yield client.remove_background(PNG, filename="a.png")
        except OutcomeUnknown as error:
            return error

    error = play(vendor, lambda: fake({"create": [reply(200, nothing)]}), scenario).outcome
    assert isinstance(error, OutcomeUnknown)
    assert json.dumps(nothing)[:20] in (error.body or "")


@pytest.mark.parametrize(
    ("vendor", "fake", "nothing"),
    [
        ("pilio", FakePilio, {"code": 200, "data": None}),
        ("pilio", FakePilio, {"code": 200, "data": {"status": None}}),
        ("perfect", FakePerfect, {"status": 200, "result": {}}),
        ("claid", FakeClaid, {"data": []}),
        ("picwish", FakePicWish, {"status": 200, "data": {"state": None}}),
    ],
)
def test_a_status_without_a_status_shows_what_came(vendor, fake, nothing):
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        try:
            yield task.status()
        except UnexpectedResponse as error:
            return error

    error = play(vendor, lambda: fake({"status": [reply(200, nothing)]}), scenario).outcome
    assert isinstance(error, UnexpectedResponse)
    assert json.dumps(nothing)[:12] in (error.body or "")
    assert error.token


@pytest.mark.parametrize(
    "status",
    [
        {"status": "Processing", "progress": 10**400},
        {"status": "Processing", "progress": -5, "polling_interval": 10**30},
        {"status": "Processing", "progress": True, "created_at": 17, "extra": {"a": [1]}},
        {"status": "Bewitched", "progress": None},
        {"status": 7, "error_message": {"deep": ["x"]}},
    ],
)
def test_odd_but_legal_statuses_do_no_harm(status):
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        return (yield task.result(within=60))

    answer = reply(200, {"code": 200, "data": status})
    assert not isinstance(
        play("pilio", lambda: FakePilio({"status": [answer]}), scenario).outcome, SafelightError
    )


def test_a_failed_task_gives_its_reason_and_code_with_secrets_removed():
    failed = pilio_status(
        "Failed",
        error_type="source_unreadable",
        error_message="no https://s.test/a?X-Amz-Signature=CANARY read",
    )

    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        with pytest.raises(TaskFailed) as caught:
            yield task.result(within=60)
        return caught.value

    error = play("pilio", lambda: FakePilio({"status": [failed]}), scenario).outcome
    assert error.code == "source_unreadable"
    assert "https://s.test/a?…" in error.message
    assert "CANARY" not in str(error)
    assert error.token


@pytest.mark.parametrize(
    "data",
    [
        {"state": 1},
        {"state": 1, "image": "@@@"},
        {"state": 1, "image": "https://store.test/down/x.png", "foreground_rect": 5, "progress": []},
        {"state": "1", "image": 5},
        {"state": {}},
    ],
)
def test_a_task_that_is_known_is_not_lost_with_its_first_answer(data):
    """PicWish may answer with the result at once; where that is no use, the task is asked for."""
    answer = {"status": 200, "data": {"task_id": "p-1", "progress": 100, **data}}

    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png", sync=True)
        result = yield task.result(within=60)
        return task.id, (yield result.bytes())

    played = play("picwish", lambda: FakePicWish({"create": [reply(200, answer)]}), scenario)
    assert played.outcome == ("p-1", RESULT)


@pytest.mark.parametrize(
    ("data", "phase"),
    [({"state": 1, "image": "https://store.test/down/x.png"}, "succeeded"), ({"state": -7}, "failed")],
)
def test_an_end_that_came_at_once_is_told_at_once(data, phase):
    answer = {"status": 200, "data": {"task_id": "p-1", "progress": 100, **data}}

    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png", sync=True)
        seen = []
        updates = task.updates()
        while True:
            try:
                seen.append((yield next(updates) if hasattr(updates, "__next__") else anext(updates)))
            except (StopIteration, StopAsyncIteration):
                return [update.phase for update in seen]

    played = play("picwish", lambda: FakePicWish({"create": [reply(200, answer)]}), scenario)
    assert played.outcome == [phase]
    assert len(played.sent) == 1
    assert played.waits == []


def test_a_failure_that_came_at_once_is_not_asked_for_again():
    said = "The image is damaged."
    answer = {"status": 200, "data": {"task_id": "p-1", "state": -7, "state_detail": said, "progress": 0}}

    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png", sync=True)
        assert task.phase == "failed"
        with pytest.raises(TaskFailed) as caught:
            yield task.result(within=60)
        return caught.value

    played = play("picwish", lambda: FakePicWish({"create": [reply(200, answer)]}), scenario)
    assert len(played.sent) == 1
    assert played.outcome.code == "-7"
    assert "p-1: The image is damaged; The image file is damaged or of a wrong format." in str(played.outcome)
    assert played.outcome.token
