"""One call of an API: what is doubtful afterwards, what the limiter and the listeners hear, and what is shown."""

import logging

import pytest
from safelight import Claid, Options, Perfect, Pilio, RetryPolicy
from safelight.core.api.calls import Api, idempotency_key
from safelight.core.api.limits import Limiter
from safelight.core.base.events import Purchase, RequestSent, ResponseReceived, Retrying
from safelight.core.http.messages import Reply, Request
from safelight.errors import (
    AuthenticationError,
    InvalidInput,
    OutcomeUnknown,
    RateLimited,
    Unavailable,
    UnexpectedResponse,
    UploadFailed,
)
from support import clients
from support.clients import BASE, KEY
from support.scripted import lost, reply
from support.vendors import PNG, FakePicWish
from support.virtual import Simulation
from support.worlds import play

FINE = {"pilio": {"code": 200, "message": "ok", "data": {"id": "x"}}, "claid": {"data": {"id": 7}}}
CREATE = {"pilio": "remove_background", "claid": "create_async_edit", "perfect": "run_background_removal"}
READ = {"pilio": "get_task_status", "claid": "get_async_edit"}


class Auth:
    """Signs in without a call; its token is renewed a few times."""

    secrets = ()

    def __init__(self, renewals: int = 0) -> None:
        self.renewals = renewals
        self.used: list[object] = []

    def headers(self, api):
        return {"authorization": f"Bearer {len(self.used)}"}
        yield

    def discard(self, used):
        self.used.append(used)
        return len(self.used) <= self.renewals


class Playing(Simulation):
    """What a hook raises is raised in the flow."""

    def perform(self, effect):
        try:
            return super().perform(effect)
        except ValueError as error:
            return error, 0.0


class Listening(Limiter):
    """Remembers what it is told."""

    def __init__(self, api: Api) -> None:
        super().__init__(api.facts)
        self.told: list[tuple[object, ...]] = []

    def expect(self, now):
        self.told.append(("expect", now))

    def refused(self, until):
        self.told.append(("refused", until))

    def observe(self, headers, names, now):
        self.told.append(("observe", names, now))

    def acquire(self, *, new_work):
        self.told.append(("acquire", new_work))
        return (yield from super().acquire(new_work=new_work))


def api_of(vendor: str, **options: object) -> Api:
    kinds = {"pilio": Pilio, "claid": Claid, "perfect": Perfect}
    api = clients.api_of(clients.make_client(kinds[vendor], options=Options(**options)))
    api.limiter = Listening(api)
    api.auth = Auth()
    return api


def exchanged(
    api: Api, *answers: object, name: str | None = None, at: float = 100.0, key: object = None, **more: object
) -> Simulation:
    """Call an operation; each answer takes three seconds. The last one is repeated."""
    waiting = list(answers)
    operation = api.facts.operations[name or CREATE[api.facts.vendor]]
    simulation = Playing(lambda _request, _now: (waiting.pop(0) if len(waiting) > 1 else waiting[0], 3.0))
    request = Request(operation.method, BASE + "/x")
    simulation.add(api.exchange(operation, request, key=key, **more), at)
    simulation.run()
    return simulation


def fine(vendor: str = "pilio") -> Reply:
    return reply(200, FINE[vendor])


def test_no_key_is_taken_to_another_origin():
    api = api_of("pilio")
    operation = api.facts.operations["remove_background"]
    with pytest.raises(AssertionError, match="remove_background would take the key to another origin"):
        next(api.exchange(operation, Request("POST", "https://elsewhere.test/x")))
    assert exchanged(api, fine()).results == [FINE["pilio"]]


@pytest.mark.parametrize("error", [ValueError("odd"), UnicodeError("odd")])
def test_an_error_of_a_transport_after_a_billed_request_leaves_its_outcome_unknown(error):
    (outcome,) = exchanged(api_of("pilio"), error).results
    assert isinstance(outcome, OutcomeUnknown)
    assert f"{type(error).__name__}: odd" in str(outcome)
    assert outcome.attempts == 1
    assert outcome.__cause__ is error


def test_an_error_of_a_transport_is_what_it_is_where_nothing_is_bought():
    error = ValueError("odd")
    assert exchanged(api_of("pilio"), error, name="get_task_status").results == [error]


class Interruption(BaseException):
    """As of Ctrl-C."""


def interrupted(api: Api, *answers: object, name: str | None = None) -> Interruption:
    with pytest.raises(Interruption) as caught:
        exchanged(api, *answers, Interruption(), name=name)
    return caught.value


@pytest.mark.parametrize("before", [[], [lost()], [lost(sent=False)]])
def test_an_interruption_says_that_a_task_may_have_been_charged(before, caplog):
    error = interrupted(api_of("perfect"), *before)
    (note,) = error.__notes__
    assert note.startswith("perfect.run_background_removal: the task may exist and may have been charged; ")
    assert note in caplog.text


def test_an_interruption_of_a_read_says_nothing(caplog):
    assert not hasattr(interrupted(api_of("pilio"), name="get_task_status"), "__notes__")
    assert caplog.records == [] or all(record.levelno < logging.WARNING for record in caplog.records)


@pytest.mark.parametrize("kind", [UploadFailed, InvalidInput])
def test_a_request_that_did_not_leave_whole_bought_nothing(kind):
    error = kind("the file changed")
    assert exchanged(api_of("pilio"), error).results == [error]
    (outcome,) = exchanged(api_of("perfect"), lost(), error, key=4711).results
    assert isinstance(outcome, OutcomeUnknown), "the first attempt may have arrived"
    assert outcome.idempotency_key == "4711"


def test_the_limiter_hears_of_creates_answers_and_refusals():
    api = api_of("claid")
    exchanged(api, fine("claid"))
    assert api.limiter.told == [
        ("acquire", True),
        ("expect", 100.0),
        ("observe", api.facts.rate_headers, 103.0),
    ]
    api = api_of("claid")
    exchanged(api, fine("claid"), name="get_async_edit")
    assert api.limiter.told == [("acquire", False), ("observe", api.facts.rate_headers, 103.0)]
    api = api_of("claid")
    exchanged(api, fine("claid"), name="upload_and_edit")
    assert [told[:2] for told in api.limiter.told[:-1]] == [("acquire", True)]


@pytest.mark.parametrize(
    ("headers", "until"), [({}, 104.0), ({"retry_after": "7"}, 110.0), ({"retry_after": "1000"}, 223.0)]
)
def test_a_429_holds_all_calls_of_a_key_up(headers, until):
    """By a second where it names no time, and by no more than any wait may be."""
    api = api_of("pilio")
    exchanged(api, reply(429, {}, **headers), fine())
    assert ("refused", until) in api.limiter.told


@pytest.mark.parametrize("answer", [reply(503, {}, retry_after="7"), lost(sent=False)])
def test_other_failures_hold_no_other_call_up(answer):
    api = api_of("pilio")
    exchanged(api, answer, fine(), name="get_task_status")
    assert [told for told in api.limiter.told if told[0] == "refused"] == []


def test_events_tell_of_every_attempt():
    api = api_of("pilio")
    simulation = exchanged(
        api, reply(503, {}, retry_after="2"), lost(sent=False), fine(), name="get_task_status"
    )
    kinds = [type(event) for event in simulation.events]
    assert kinds == [
        RequestSent,
        ResponseReceived,
        Retrying,
        RequestSent,
        Retrying,
        RequestSent,
        ResponseReceived,
    ]
    assert [event.attempt for event in simulation.events if isinstance(event, RequestSent)] == [1, 2, 3]
    answers = [event for event in simulation.events if isinstance(event, ResponseReceived)]
    assert [(event.status, event.seconds) for event in answers] == [(503, 3.0), (200, 3.0)]
    again = [event for event in simulation.events if isinstance(event, Retrying)]
    assert [(event.attempt, event.reason, event.uncertain) for event in again] == [
        (1, "Unavailable", False),
        (2, "TransportFailure", False),
    ]
    assert 2.0 <= again[0].wait <= 2.5


def test_what_is_given_up_says_how_often_it_was_tried():
    for answer, kind in ((reply(503, {}), Unavailable), (lost(), Unavailable), (reply(429, {}), RateLimited)):
        (outcome,) = exchanged(api_of("pilio"), answer, name="get_task_status").results
        assert isinstance(outcome, kind)
        assert (outcome.attempts, outcome.vendor, outcome.operation) == (5, "pilio", "get_task_status")


def test_the_budget_of_retries_ends_them():
    api = api_of("pilio")
    while api.budget.take():
        pass
    (outcome,) = exchanged(api, reply(503, {}), name="get_task_status").results
    assert isinstance(outcome, Unavailable)
    assert outcome.attempts == 1
    for _ in range(5):
        exchanged(api, fine(), name="get_task_status")
    assert api.budget.take(), "a success gives one token back"


@pytest.mark.parametrize("key", [None, 4711, "key"])
def test_the_hook_hears_of_a_purchase_before_it_is_sent(key):
    heard: list[Purchase] = []
    api = api_of("pilio", before_purchase=heard.append)
    exchanged(api, fine(), key=key)
    assert heard == [Purchase("pilio", "remove_background", None if key is None else str(key))]
    exchanged(api, fine(), name="get_task_status")
    assert len(heard) == 1


def test_a_hook_that_refuses_is_no_doubt():
    error = ValueError("too dear")

    def refuse(_purchase: Purchase) -> None:
        raise error

    simulation = exchanged(api_of("pilio", before_purchase=refuse), fine())
    assert simulation.results == [error]
    assert simulation.events == []


NAMED = reply(200, {"code": 200, "message": "ok", "data": {"task_id": "x"}})


@pytest.mark.parametrize(
    ("answer", "kind"), [(NAMED, str), (reply(400, {}), InvalidInput), (reply(500, {}), OutcomeUnknown)]
)
def test_a_hook_is_told_how_its_purchase_ended(answer, kind):
    ends: list[object] = []
    exchanged(api_of("pilio", before_purchase=lambda _: ends.append), answer)
    assert [type(end) for end in ends] == [kind]
    assert kind is not str or ends == ["x"], "the id of the task"


def test_a_hook_is_told_of_an_interruption_only_if_nothing_was_bought():
    ends: list[object] = []
    hook = {"before_purchase": lambda _: ends.append}
    interrupted(api_of("pilio", **hook))
    assert ends == [], "nobody knows how that ended"
    api = api_of("pilio", **hook)
    api.limiter.acquire = lambda **_: interrupt()
    error = interrupted(api)
    assert ends == [error]


def interrupt():
    """Interrupt a call before it is sent."""
    raise Interruption
    yield


def test_a_hook_that_fails_with_the_end_of_a_purchase_loses_nothing(caplog):
    def fail(_end: object) -> None:
        raise ValueError("the disk is full")

    assert exchanged(api_of("pilio", before_purchase=lambda _: fail), fine()).results == [FINE["pilio"]]
    assert "the disk is full" in caplog.text


def test_an_outcome_that_is_unknown_tells_all_that_is_known():
    answer = reply(500, {"code": 17, "message": "bad luck"}, x_request_id="r-1")
    (outcome,) = exchanged(api_of("pilio"), answer, key=7).results
    assert isinstance(outcome, OutcomeUnknown)
    assert (
        outcome.vendor,
        outcome.operation,
        outcome.http_status,
        outcome.code,
        outcome.idempotency_key,
    ) == (
        "pilio",
        "remove_background",
        500,
        "17",
        "7",
    )
    assert outcome.request_id == "r-1"
    assert "bad luck" in str(outcome)
    (outcome,) = exchanged(api_of("pilio"), Reply(200, {"content-type": "text/html"}, b"<p>Hello")).results
    assert outcome.body == "<p>Hello"
    (outcome,) = exchanged(api_of("pilio"), lost()).results
    assert isinstance(outcome, OutcomeUnknown)
    assert (outcome.code, outcome.http_status, outcome.request_id, outcome.body, outcome.idempotency_key) == (
        None,
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(("renewals", "sent"), [(0, 1), (1, 2), (9, 2)])
def test_a_token_is_renewed_once_a_call_without_a_wait(renewals, sent):
    api = api_of("pilio")
    api.auth = Auth(renewals)
    simulation = exchanged(api, reply(401, {"code": 1402, "message": "Invalid API key"}))
    (outcome,) = simulation.results
    assert isinstance(outcome, AuthenticationError)
    assert outcome.attempts == sent
    assert len([event for event in simulation.events if isinstance(event, RequestSent)]) == sent
    assert api.auth.used[0] == {"authorization": "Bearer 0"}
    assert simulation.now == 100 + 3 * sent


def test_a_sign_in_is_sent_without_a_token_and_renews_none():
    api = api_of("perfect")
    api.auth = Auth(renewals=9)
    requests: list[Request] = []
    simulation = Simulation(
        lambda request, _now: (requests.append(request), (reply(401, {"status": 401}), 0.0))[1]
    )
    simulation.add(api.exchange(api.facts.operations["authenticate"], Request("POST", BASE + "/x")))
    simulation.run()
    assert isinstance(simulation.results[0], AuthenticationError)
    assert [dict(request.headers) for request in requests] == [{}]
    assert api.auth.used == []


def test_an_image_is_an_answer_only_where_it_was_asked_for():
    image = Reply(200, {"content-type": "image/png"}, PNG)
    assert exchanged(api_of("pilio"), image, is_file=lambda _: True).results == [image]
    (outcome,) = exchanged(api_of("pilio"), image).results
    assert isinstance(outcome, OutcomeUnknown)
    (outcome,) = exchanged(
        api_of("pilio"), reply(400, {"code": 1, "message": "no"}), is_file=lambda _: True
    ).results
    assert isinstance(outcome, InvalidInput)


def test_a_form_may_be_answered_with_an_image():
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png", sync=True, returns="binary")
        return (yield (yield task.result(within=60)).bytes())

    image = Reply(200, {"content-type": "image/png"}, PNG)
    assert play("picwish", lambda: FakePicWish({"create": [image]}), scenario).outcome == PNG


def test_an_address_is_shown_without_secrets_and_not_at_any_length():
    api = api_of("pilio")
    assert api.shown_url(f"https://h.test/{KEY}/a?sig=SECRET") == "https://h.test/[secret]/a?…"
    assert len(api.shown_url("https://h.test/" + "a" * 3000)) == 2001
    assert len(api.shown_url("https://h.test/" + "a" * 1985)) == 2000


def test_an_api_shows_neither_its_parts_nor_its_secrets():
    shown = repr(api_of("pilio"))
    assert KEY not in shown
    hidden = ["auth", "limiter", "endpoints", "budget", "draw", "tell", "uploads", "ready_slots", "named"]
    assert [name for name in [*hidden, "slots_ahead"] if f"{name}=" in shown] == []
    assert "retry=RetryPolicy" in shown


def test_a_reply_limit_is_sent_along():
    limits: list[object] = []
    api = api_of("pilio")
    simulation = Simulation(lambda request, _now: (limits.append(request.reply_limit) or fine(), 0.0))
    simulation.add(api.ask("get_task_status", parameters={"task_id": "task-1"}, reply_limit=4711))
    simulation.run()
    assert limits == [4711]
    assert isinstance(simulation.results[0], dict)


def test_the_time_of_a_call_counts_from_its_beginning():
    """Not from that of the clock: it may have run for long."""
    down = reply(503, {})
    policy = RetryPolicy(attempts=9, first_delay=0, within=7)
    (outcome,) = exchanged(api_of("pilio", retry=policy), down, name="get_task_status", at=1000).results
    assert outcome.attempts == 3, "each attempt takes three seconds"


@pytest.mark.parametrize("key", [None, 4711])
def test_an_answer_that_names_no_task_is_doubtful_only_where_it_was_paid_for(key):
    api = api_of("perfect")
    error = UnexpectedResponse("the answer has no usable data")
    content = {"url": "https://h.test/a?sig=SECRET"}
    unread = api.unusable(api.facts.operations["authenticate"], error, content)
    assert unread is error
    assert (error.vendor, error.operation) == ("perfect", "authenticate")
    assert error.body == '{"url": "https://h.test/a?…"}'
    unpaid = api.unusable(api.facts.operations["run_background_removal"], error, content, key)
    assert isinstance(unpaid, OutcomeUnknown)
    assert (unpaid.vendor, unpaid.operation) == ("perfect", "run_background_removal")
    assert unpaid.idempotency_key == (None if key is None else "4711")
    assert "the task cannot be named" in str(unpaid)
    assert ("request_id=4711" in str(unpaid)) == (key is not None)


def test_the_idempotency_key_is_the_value_of_its_field():
    perfect, pilio = api_of("perfect").facts.operations, api_of("pilio").facts.operations
    assert idempotency_key(perfect["run_background_removal"], {"request_id": 7, "": 8}) == 7
    assert idempotency_key(perfect["run_background_removal"], {}) is None
    assert idempotency_key(perfect["run_background_removal"], None) is None
    assert idempotency_key(pilio["remove_background"], {"request_id": 7}) is None
