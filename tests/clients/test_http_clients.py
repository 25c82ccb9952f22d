"""Clients of httpx of a user's own: their transports, their hooks, and what those raise."""

import asyncio
import gzip
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from safelight import (
    AsyncClaid,
    AuthenticationError,
    Claid,
    ConfigurationError,
    OutcomeUnknown,
    SafelightError,
)
from safelight.core.http.messages import Reply
from safelight.testing import hurried
from support.scripted import Download, Sent
from support.vendors import RESULT, FakeClaid

PICTURE = "https://pictures.test/a.png"


class Served:
    """A vendor behind a transport of httpx; counts the creates that it was sent."""

    def __init__(self, **answer: Any) -> None:
        self.fake = FakeClaid()
        self.creates = 0
        self._answer = answer

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.creates += request.method == "POST"
        if self._answer:
            return httpx.Response(**self._answer)
        sent = Sent(request.method, str(request.url), (), dict(request.headers), request.content)
        answer = self.fake(sent)
        if isinstance(answer, Download):
            return httpx.Response(
                answer.status, headers=dict(answer.headers), content=b"".join(answer.chunks)
            )
        assert isinstance(answer, Reply)
        return httpx.Response(answer.status, headers=dict(answer.headers), content=answer.content)


def run_sync(serve: Callable[[httpx.Request], httpx.Response], hooks: Any = None) -> object:
    transport = httpx.MockTransport(serve)
    with hurried(), httpx.Client(transport=transport, event_hooks=hooks) as http:
        try:
            return Claid("key", http_client=http).remove_background(PICTURE).result().bytes()
        except SafelightError as error:
            return error


def run_async(serve: Callable[[httpx.Request], httpx.Response], hooks: Any = None) -> object:
    def as_async(hook: Callable[[Any], Any]) -> Callable[[Any], Any]:
        async def call(value: Any) -> None:
            hook(value)

        return call

    async def run() -> object:
        made = {kind: [as_async(hook) for hook in given] for kind, given in (hooks or {}).items()}
        async with httpx.AsyncClient(transport=httpx.MockTransport(serve), event_hooks=made) as http:
            try:
                task = await AsyncClaid("key", http_client=http).remove_background(PICTURE)
                return await (await task.result()).bytes()
            except SafelightError as error:
                return error

    with hurried():
        return asyncio.run(run())


RUNS = pytest.mark.parametrize("run", [run_sync, run_async], ids=["sync", "async"])


@RUNS
def test_an_answer_that_was_read_already_is_taken(run: Any) -> None:
    """`Response(content=...)` of a mock is read when it is made; so is one that a hook has read."""
    assert run(Served()) == RESULT


@RUNS
def test_an_answer_that_was_read_and_unpacked_already_is_not_unpacked_again(run: Any) -> None:
    packed = gzip.compress(b'{"error_type": "auth", "error_message": "no"}')
    served = Served(status_code=401, headers={"content-encoding": "gzip"}, content=packed)
    error = run(served)
    assert isinstance(error, AuthenticationError)
    assert "auth" in (error.body or str(error))


@RUNS
@pytest.mark.parametrize("error", [KeyError("a hook's own"), RuntimeError("a hook's own")])
def test_a_hook_that_fails_on_the_answer_to_a_create_leaves_its_outcome_unknown(run: Any, error: Any) -> None:
    def broken(response: httpx.Response) -> None:
        raise error

    served = Served()
    outcome = run(served, {"response": [broken]})
    assert isinstance(outcome, OutcomeUnknown)
    assert outcome.__cause__ is error
    assert served.creates == 1


@RUNS
def test_a_hook_that_cannot_connect_elsewhere_does_not_make_the_create_unsent(run: Any) -> None:
    """Its error is one of httpx's own, which for a request of ours would mean that it never left."""

    def report(response: httpx.Response) -> None:
        def refuse(request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("no connection to the monitor")

        httpx.Client(transport=httpx.MockTransport(refuse)).get("https://monitor.test/")

    served = Served()
    outcome = run(served, {"response": [report]})
    assert isinstance(outcome, OutcomeUnknown)
    assert served.creates == 1


@RUNS
def test_a_transport_that_fails_in_its_own_way_leaves_the_outcome_of_a_create_unknown(run: Any) -> None:
    sent = 0

    def broken(request: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        raise ValueError("a state machine")

    assert isinstance(run(broken), OutcomeUnknown)
    assert sent == 1


def test_a_closed_client_is_no_doubt() -> None:
    http = httpx.Client()
    http.close()
    with pytest.raises(ConfigurationError, match="closed"):
        Claid("key", http_client=http).remove_background(PICTURE)
