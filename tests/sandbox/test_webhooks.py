"""Webhooks of the sandbox: signed as `safelight.webhooks` verifies, repeated until they are accepted, spoilt on request."""

import queue
import re
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
import safelight.webhooks.claid
import safelight.webhooks.youcam
from safelight import AuthenticationError, Claid, YouCam
from safelight.sandbox import FaultKind, Sandbox
from support.waiting import HANG, until

pytestmark = pytest.mark.integration
VERIFIERS: dict[str, Any] = {"claid": safelight.webhooks.claid, "youcam": safelight.webhooks.youcam}
CLIENTS: dict[str, Any] = {"claid": Claid, "youcam": YouCam}


class Receiver:
    """A server that keeps what it gets, and answers with the statuses of a test; then with 204."""

    def __init__(self) -> None:
        self.statuses: queue.SimpleQueue[int] = queue.SimpleQueue()
        self.got: queue.SimpleQueue[tuple[dict[str, str], bytes]] = queue.SimpleQueue()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(204 if receiver.statuses.empty() else receiver.statuses.get())
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()
                receiver.got.put((dict(self.headers.items()), body))

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hooks?token=secret"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def next(self) -> tuple[dict[str, str], bytes]:
        return self.got.get(timeout=HANG)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def buy(sandbox: Sandbox, small_photo: bytes) -> Iterator[Callable[[str], str]]:
    """Create a task; its id."""
    opened = {name: client(**sandbox.settings(name)) for name, client in CLIENTS.items()}

    def create(vendor: str) -> str:
        client = opened[vendor]
        if vendor == "claid":
            return str(client.resize(small_photo, width=32, filename="a.jpg").id)
        return str(client.remove_background(small_photo, filename="a.jpg").id)

    yield create
    for client in opened.values():
        client.close()


def verified(sandbox: Sandbox, vendor: str, webhook: tuple[dict[str, str], bytes]) -> Any:
    return VERIFIERS[vendor].verify(*webhook, sandbox.webhooks.secrets[vendor])


def arrived(sandbox: Sandbox, receiver: Receiver) -> tuple[dict[str, str], bytes]:
    """Return the next webhook, however long it takes by the sandbox's clock."""
    while receiver.got.empty():
        sandbox.clock.advance(10)
        time.sleep(0.01)
    return receiver.next()


@pytest.mark.parametrize("vendor", VERIFIERS)
def test_the_end_of_a_task_is_told_and_signed(sandbox: Sandbox, receiver, buy, vendor) -> None:
    sandbox.webhooks.set(vendor, receiver.url)
    bought = buy(vendor)
    webhook = receiver.next()
    event = verified(sandbox, vendor, webhook)
    assert (event.task_id, event.phase) == (bought, "succeeded")
    with pytest.raises(AuthenticationError):
        VERIFIERS[vendor].verify(webhook[0], webhook[1] + b" ", sandbox.webhooks.secrets[vendor])
    until(lambda: [record.status for record in sandbox.webhooks.sent] == [204])
    assert "token=" not in repr(sandbox.webhooks.sent)


@pytest.mark.parametrize("vendor", VERIFIERS)
def test_a_failure_is_told(sandbox: Sandbox, receiver, buy, vendor) -> None:
    sandbox.webhooks.set(vendor, receiver.url, "whsec_bXkgb3duIHNlY3JldA==")
    create = {"claid": "create_async_edit", "youcam": "run_background_removal"}[vendor]
    sandbox.faults.add(FaultKind.TASK_FAILURE, vendor, create)
    buy(vendor)
    event = VERIFIERS[vendor].verify(*receiver.next(), "whsec_bXkgb3duIHNlY3JldA==")
    assert event.phase == "failed"


def test_a_lost_task_tells_nothing(sandbox: Sandbox, receiver, buy) -> None:
    sandbox.webhooks.set("youcam", receiver.url)
    sandbox.task_seconds = 3600
    buy("youcam")
    sandbox.clock.advance(3600)
    sandbox.task_seconds = 0
    bought = buy("youcam")
    assert verified(sandbox, "youcam", receiver.next()).task_id == bought


@pytest.mark.parametrize("vendor", VERIFIERS)
def test_a_webhook_is_repeated_until_it_is_accepted(sandbox: Sandbox, receiver, buy, vendor) -> None:
    sandbox.webhooks.set(vendor, receiver.url)
    for status in (500, 302, 204):
        receiver.statuses.put(status)
    bought = buy(vendor)
    _, first_body = receiver.next()
    _, second_body = arrived(sandbox, receiver)
    webhook = arrived(sandbox, receiver)
    assert verified(sandbox, vendor, webhook).task_id == bought
    assert first_body == second_body == webhook[1]
    until(lambda: [record.status for record in sandbox.webhooks.sent] == [500, 302, 204])
    first, second, third = sandbox.webhooks.sent
    assert second.time - first.time >= 5
    assert third.time - second.time >= 300
    assert first.id == second.id == third.id


def test_after_five_attempts_no_more_are_made(sandbox: Sandbox, receiver, buy) -> None:
    sandbox.webhooks.set("claid", receiver.url)
    for _ in range(5):
        receiver.statuses.put(503)
    buy("claid")
    for _ in range(5):
        arrived(sandbox, receiver)
    sandbox.clock.advance(7 * 86400)
    bought = buy("claid")
    assert verified(sandbox, "claid", receiver.next()).task_id == bought


def test_a_webhook_can_be_lost(sandbox: Sandbox, receiver, buy) -> None:
    sandbox.webhooks.set("claid", receiver.url)
    sandbox.faults.add(FaultKind.LOST_WEBHOOK, "claid")
    buy("claid")
    bought = buy("claid")
    assert verified(sandbox, "claid", arrived(sandbox, receiver)).task_id == bought
    assert [record.faults for record in sandbox.webhooks.sent] == [["lost_webhook"], []]


@pytest.mark.parametrize("vendor", VERIFIERS)
def test_a_signature_can_be_wrong(sandbox: Sandbox, receiver, buy, vendor) -> None:
    sandbox.webhooks.set(vendor, receiver.url)
    sandbox.faults.add(FaultKind.WRONG_SIGNATURE, vendor)
    receiver.statuses.put(401)
    bought = buy(vendor)
    with pytest.raises(AuthenticationError, match="signature"):
        verified(sandbox, vendor, receiver.next())
    assert verified(sandbox, vendor, arrived(sandbox, receiver)).task_id == bought


def test_a_webhook_can_arrive_twice(sandbox: Sandbox, receiver, buy) -> None:
    sandbox.webhooks.set("youcam", receiver.url)
    sandbox.faults.add(FaultKind.DUPLICATE, operation="send_webhook")
    buy("youcam")
    first, second = (verified(sandbox, "youcam", receiver.next()) for _ in range(2))
    assert (first.id, first.task_id) == (second.id, second.task_id)


def test_a_webhook_can_be_late(sandbox: Sandbox, receiver, buy) -> None:
    sandbox.webhooks.set("youcam", receiver.url)
    late = sandbox.faults.add(FaultKind.LATENCY, "youcam", "send_webhook", seconds=3600)
    buy("youcam")
    until(lambda: late.struck)
    event = verified(sandbox, "youcam", arrived(sandbox, receiver))
    assert sandbox.webhooks.sent[0].time - event.created_at >= 3600


def test_over_http(sandbox: Sandbox, http: httpx.Client, receiver, buy) -> None:
    url = f"{sandbox.url}/sandbox/webhooks"
    said = http.post(url, json={"vendor": "claid", "url": receiver.url, "secret": "mine"}).json()
    assert said == {"addresses": {"claid": receiver.url}, "secrets": {"claid": "mine"}, "sent": []}
    assert sandbox.environment()["CLAID_WEBHOOK_SECRET"] == "mine"
    bought = buy("claid")
    assert verified(sandbox, "claid", receiver.next()).task_id == bought
    assert [record["task_id"] for record in http.get(url).json()["sent"]] == [bought]
    assert http.delete(url).json() == {"addresses": {}, "secrets": {}, "sent": []}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (
            {"vendor": "pilio", "url": "http://127.0.0.1:1"},
            "vendor: 'pilio' is not known; it may be claid",
        ),
        ({"vendor": "claid", "url": "127.0.0.1:9000/hooks"}, "url: .* is not an http or https URL"),
        ({"vendor": "claid", "url": "http:///hooks"}, "url: .* is not an http or https URL"),
        ({"vendor": "youcam", "url": "http://a/b", "secret": "plain!"}, "secret: must be whsec_"),
        ({"vendor": "youcam", "url": "http://a/b", "secret": ""}, "secret: must not be empty"),
        ({"vendor": "claid", "url": "http://a/b", "secret": ""}, "secret: must not be empty"),
    ],
)
def test_what_cannot_work_is_refused(sandbox: Sandbox, http: httpx.Client, given, says) -> None:
    answer = http.post(f"{sandbox.url}/sandbox/webhooks", json=given)
    assert answer.status_code == 400
    assert re.match(says, answer.text)
    with pytest.raises(ValueError, match=says):
        sandbox.webhooks.set(**given)
    if "secret" not in given:
        with pytest.raises(ValueError, match=says):
            Sandbox(webhooks={given["vendor"]: given["url"]})
    assert sandbox.webhooks.addresses == {}


@pytest.mark.parametrize(
    ("kind", "vendor", "operation"),
    [
        ("lost_webhook", "pilio", None),
        ("lost_webhook", "claid", "create_async_edit"),
        ("wrong_signature", None, "get_object"),
        ("server_error", "claid", "send_webhook"),
    ],
)
def test_faults_of_webhooks_are_theirs_alone(sandbox: Sandbox, kind, vendor, operation) -> None:
    with pytest.raises(ValueError, match="does nothing to"):
        sandbox.faults.add(kind, vendor, operation)
