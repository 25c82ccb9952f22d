"""Answers that say what they mean in another way than the documents: read where a purchase hangs on them."""

import json

import pytest
from safelight import Options
from safelight.core.api.envelope import open_envelope
from safelight.core.base.facts import load
from safelight.errors import (
    ApiError,
    InvalidInput,
    NotFound,
    OutcomeUnknown,
    RateLimited,
    SafelightError,
    TaskFailed,
    Unavailable,
    UnexpectedResponse,
    WaitTimeout,
)
from support.scripted import Download, reply
from support.vendors import (
    FAKES,
    PNG,
    RESULT,
    FakeClaid,
    FakePerfect,
    FakePicWish,
    FakePilio,
    pilio_status,
)
from support.worlds import play

FACTS = {vendor: load(f"{vendor}_api") for vendor in FAKES}
TYPED = "https://store.test/down/x.png"


def opened(vendor: str, status: int, body: object) -> ApiError:
    with pytest.raises(ApiError) as caught:
        open_envelope(FACTS[vendor], reply(status, body))
    return caught.value


def result_of(vendor: str, faults, fake=None, within=60.0, **options) -> object:
    """The content of the result of a cut-out, or the error; in both worlds."""

    def scenario(client):
        try:
            task = yield client.remove_background(PNG, filename="a.png", **options)
            result = yield task.result(within=within)
            return (yield result.bytes())
        except SafelightError as error:
            return error

    return play(vendor, lambda: (fake or FAKES[vendor])(faults), scenario).outcome


@pytest.mark.parametrize("kind", ["application/octet-stream", "binary/octet-stream", "", "text/plain"])
def test_a_picture_is_one_by_its_bytes(kind):
    """It is paid for, whatever the answer calls it."""

    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png", sync=True, returns="binary")
        result = yield task.result()
        return result.files[0].type, (yield result.bytes())

    answer = reply(200, RESULT, content_type=kind)
    assert play("picwish", lambda: FakePicWish({"create": [answer]}), scenario).outcome == (
        "image/png",
        RESULT,
    )


@pytest.mark.parametrize("content", [b"<html>sign in</html>", b"no picture", b"{}"])
def test_what_is_no_picture_leaves_the_outcome_unknown(content):
    answer = reply(200, content, content_type="application/octet-stream")
    error = result_of("picwish", {"create": [answer]}, sync=True, returns="binary")
    assert isinstance(error, OutcomeUnknown)


REFUSALS = [
    ("pilio", {"code": 7001, "message": "the queue is closed", "data": None}),
    ("pilio", {"code": "quota", "message": "the queue is closed"}),
    ("perfect", {"status": 9, "error": "the queue is closed", "result": {}}),
    ("picwish", {"status": 3, "message": "the queue is closed"}),
]


@pytest.mark.parametrize(("vendor", "body"), REFUSALS)
def test_a_code_of_no_success_without_data_is_a_refusal(vendor, body):
    error = result_of(vendor, {"create": [reply(200, body)]})
    assert type(error) is ApiError
    assert "the queue is closed" in error.message


@pytest.mark.parametrize(
    "body",
    [
        {"code": 7001, "message": "odd", "data": {"task_id": "task-9"}},
        {"code": 0, "data": None},
        {"code": 202, "data": None},
        {"code": 7001, "task_id": "task-9"},
        {"code": "503", "message": "later"},
    ],
)
def test_what_may_have_bought_something_is_no_refusal(body):
    assert isinstance(result_of("pilio", {"create": [reply(200, body)]}), OutcomeUnknown)


def test_a_code_as_text_means_what_its_number_means():
    assert type(opened("pilio", 200, {"code": "429"})) is RateLimited
    assert result_of("pilio", {"status": [reply(200, {"code": "503"})] * 3}) == RESULT


@pytest.mark.parametrize(
    "body",
    [
        {"code": "200", "data": {"task_id": "task-1"}},
        {"message": "ok", "data": {"task_id": "task-1"}},
        {"code": None, "data": {"task_id": "task-1"}},
        {"code": 200.0, "data": {"task_id": "task-1"}},
        {"code": 200, "data": {"task_id": 17}},
    ],
)
def test_a_success_is_read_whatever_its_code_looks_like(body):
    assert result_of("pilio", {"create": [reply(200, body)]}) == RESULT


def test_a_refusal_without_a_code_is_none_to_read_through():
    assert isinstance(opened("pilio", 200, {"message": "ok", "data": {}}), ApiError)
    assert isinstance(opened("pilio", 500, {"data": {"task_id": "task-1"}}), Unavailable)
    assert isinstance(opened("pilio", 200, {"code": True, "data": {"task_id": "task-1"}}), UnexpectedResponse)


def test_file_ids_may_be_numbers():
    class Numbers(FakePilio):
        def register(self, sent):
            answer = json.loads(super().register(sent).content)
            for number, item in enumerate(answer["data"]["items"]):
                item["id"] = 41 + number
            return reply(200, answer)

    class PerfectNumbers(FakePerfect):
        def register(self, sent):
            answer = json.loads(super().register(sent).content)
            answer["result"]["files"][0]["file_id"] = 41
            return reply(200, answer)

    assert result_of("pilio", {}, Numbers) == RESULT
    assert result_of("perfect", {}, PerfectNumbers) == RESULT


@pytest.mark.parametrize("state", ["-7", -7, "-99"])
def test_a_state_below_zero_is_a_failure_as_text_too(state):
    answer = reply(200, {"status": 200, "data": {"task_id": "p-1", "state": state}})
    assert isinstance(result_of("picwish", {"status": [answer]}), TaskFailed)


def test_the_state_of_a_finished_task_may_be_text():
    answer = reply(200, {"status": "200", "data": {"task_id": "p-1", "state": "1", "image": TYPED}})
    assert result_of("picwish", {"status": [answer]}) == RESULT


def test_claid_says_in_words_what_is_not_there():
    error = opened("claid", 404, {"detail": "Not Found"})
    assert type(error) is NotFound
    assert "Not Found" in error.message


def test_claid_says_which_field_is_wrong():
    details = {"operations.resizing.width": ["Value is not a valid integer."], "input": "No such file."}
    body = {"error_code": "9000", "error_message": "Request validation failed.", "error_details": details}
    for shape in (body, {"detail": body}):
        error = opened("claid", 422, shape)
        assert type(error) is InvalidInput
        assert error.message == (
            "Request validation failed; operations.resizing.width: Value is not a valid integer; input: No such file."
        )


def test_what_claid_says_twice_is_told_once():
    details = {"file": ["The image is damaged."]}
    body = {"error_code": "9000", "error_message": "file: The image is damaged.", "error_details": details}
    assert opened("claid", 422, body).message == "file: The image is damaged."


WORDLESS = {
    "pilio": {"code": 200, "data": {"task_id": "task-1"}},
    "perfect": {"status": 200, "result": {}},
    "claid": {"data": {"id": 17}},
    "picwish": {"status": 200, "data": {"task_id": "p-1"}},
}


@pytest.mark.parametrize(("vendor", "body"), WORDLESS.items())
def test_a_wait_outlasts_an_answer_without_its_status(vendor, body):
    assert result_of(vendor, {"status": [reply(200, body), reply(200, body), None]}) == RESULT


def test_a_wait_that_only_meets_such_answers_ends_with_what_came():
    error = result_of("pilio", {"status": [reply(200, WORDLESS["pilio"])] * 50}, within=600)
    assert isinstance(error, UnexpectedResponse)
    assert error.token
    assert "task-1" in (error.body or "")


def still(files: object = None) -> object:
    return pilio_status("Processing", files=files)


def test_a_result_that_says_still_processing_is_asked_for_again():
    faults = {"status": [pilio_status("Succeeded")], "result": [still(), still([])]}
    assert result_of("pilio", faults) == RESULT


def test_a_result_that_never_comes_keeps_its_token():
    faults = {"status": [pilio_status("Succeeded")], "result": [still()] * 500}
    error = result_of("pilio", faults, within=20)
    assert isinstance(error, WaitTimeout)
    assert error.token
    error = result_of("pilio", faults, within=None)
    assert isinstance(error, UnexpectedResponse)
    assert error.token


def test_a_result_that_failed_says_so_at_once():
    faults = {"status": [pilio_status("Succeeded")], "result": [pilio_status("Failed", files=[])] * 9}
    error = result_of("pilio", faults)
    assert isinstance(error, UnexpectedResponse)


class Pages(FakePerfect):
    """Lists of styles that repeat their token."""

    steps = (*FakePerfect.steps, ("GET", "/hair", "page"))
    tokens = ("a", "a", "a")

    def page(self, sent):
        number = self.calls["page"] - 1
        group = {"id": number, "title": f"g{number}"}
        return reply(200, {"status": 200, "result": {"groups": [group], "next_token": self.tokens[number]}})


def test_a_list_that_repeats_its_token_ends():
    def scenario(client):
        found = []
        listed = client.style_groups("hairstyle")
        while True:
            try:
                found.append((yield next(listed) if hasattr(listed, "__next__") else anext(listed)))
            except (StopIteration, StopAsyncIteration):
                return len(found)

    assert play("perfect", Pages, scenario).outcome == 2


def test_request_ids_fit_31_bits_and_count_up():
    def scenario(client):
        first = yield client.remove_background(PNG, filename="a.png")
        second = yield client.remove_background(PNG, filename="b.png")
        return first, second

    class Two(FakePerfect):
        def create(self, sent):
            return reply(200, {"status": 200, "result": {"task_id": f"t{self.calls['create']}"}})

    played = play("perfect", Two, scenario, options=Options())
    first, second = (sent.json["request_id"] for sent in played.sent if "/task/sod" in sent.url)
    assert 0 <= first < 2**31
    assert second == (first + 1) % 2**31


def test_the_answer_of_a_claid_task_without_data_is_tolerated():
    assert result_of("claid", {"status": [reply(200, {"data": None})]}, FakeClaid) == RESULT


def test_a_create_that_is_done_at_once_is_no_failure_while_its_result_cannot_be_had():
    faults = {"create": [pilio_status("Succeeded")], "result": [reply(503, b"")] * 20}
    assert result_of("pilio", faults, within=900) == RESULT


def test_the_last_call_of_a_wait_comes_in_time_for_its_answer():
    assert result_of("pilio", {"status": [pilio_status("Processing")] * 2}, within=6.3) == RESULT


class AtOnce(FakeClaid):
    """Answers an edit with its result, under no id."""

    steps = (FakeClaid.steps[0], ("POST", "/image/edit", "at_once"), *FakeClaid.steps[1:])

    def at_once(self, sent):
        out = {"tmp_url": f"{self.store}/down/x.png?sig", "mime": "image/png"}
        return reply(200, {"data": {"input": out, "output": out}})


def test_the_address_of_what_was_answered_at_once_is_tried_again():
    page = Download(200, {"content-type": "text/html"}, (b"<html>sign in</html>",))

    def scenario(client):
        task = yield client.edit_at_once("https://pictures.test/a.png", {"adjustments": {"contrast": 20}})
        return (yield (yield task.result()).bytes())

    assert play("claid", lambda: AtOnce({"download": [page]}), scenario).outcome == RESULT
