"""Rate limits, tasks in flight, credits, and Perfect's rules on repeated and forgotten tasks."""

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from safelight.sandbox import Sandbox
from safelight.sandbox.ledger import Entry, Ledger
from sandbox_flows import (
    NO_CHANGE,
    exchange,
    perfect_result,
    perfect_run,
    perfect_status,
    perfect_upload,
    pilio_create,
    pilio_upload,
    sod_body,
)
from support.waiting import HANG, until

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def strict() -> Iterator[Sandbox]:
    """Start a sandbox that keeps the documented limits and whose tasks run until the clock is moved."""
    with Sandbox(task_seconds=600.0) as running:
        yield running


def test_claid_rate_limit(strict: Sandbox, http: httpx.Client):
    headers = {"Authorization": f"Bearer {strict.api_key('claid')}"}
    url = f"{strict.base_url('claid')}/image/edit/async/1"
    remaining = []
    for _ in range(4):
        answer = http.get(url, headers=headers)
        assert answer.status_code == 404
        remaining.append(answer.headers["RateLimit-Remaining"])
    assert remaining == ["3", "2", "1", "0"]
    answer = http.get(url, headers=headers)
    assert answer.status_code == 429
    assert answer.json()["detail"]["error_code"] == "2001"
    assert answer.headers["RateLimit-Limit"] == "120, 120;w=60, 4;w=1"
    assert answer.headers["RateLimit-Remaining"] == "-1"
    assert answer.headers["RateLimit-Reset"] == "1"
    assert "Retry-After" not in answer.headers
    strict.clock.advance(1)
    assert http.get(url, headers=headers).status_code == 404


def test_claid_limit_of_a_minute(strict: Sandbox, http: httpx.Client):
    headers = {"Authorization": f"Bearer {strict.api_key('claid')}"}
    url = f"{strict.base_url('claid')}/image/edit/async/1"
    for _ in range(30):
        for _ in range(4):
            assert http.get(url, headers=headers).status_code == 404
        strict.clock.advance(1)
    answer = http.get(url, headers=headers)
    assert answer.status_code == 429
    assert int(answer.headers["RateLimit-Reset"]) > 20


def test_picwish_two_a_second_polls_included(strict: Sandbox, http: httpx.Client):
    headers = {"X-API-KEY": strict.api_key("picwish")}
    url = f"{strict.base_url('picwish')}/api/tasks/visual/segmentation/1"
    assert [http.get(url, headers=headers).status_code for _ in range(3)] == [404, 404, 429]
    assert http.get(url, headers={"X-API-KEY": strict.api_key("picwish", "b")}).status_code == 404
    strict.clock.advance(1)
    assert http.get(url, headers=headers).status_code == 404


def test_perfect_limits_by_token_and_address(strict: Sandbox, http: httpx.Client):
    url = f"{strict.base_url('perfect')}/s2s/v1.0/client/auth"
    token = http.post(url, json=exchange(strict)).json()["result"]["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    answers = [perfect_status(http, strict, headers, "sod", "x").status_code for _ in range(100)]
    assert answers.count(404) == 99
    assert answers[-1] == 429
    strict.clock.advance(61)
    refused = perfect_status(http, strict, headers, "sod", "x")
    assert (refused.status_code, refused.json()["error"]) == (429, "Too many requests.")
    strict.clock.advance(240)
    assert perfect_status(http, strict, headers, "sod", "x").status_code == 404


def test_pilio_twenty_in_flight(strict: Sandbox, http: httpx.Client, small_photo):
    headers = {"X-API-Key": strict.api_key("pilio")}
    file_id = pilio_upload(http, strict, headers, small_photo)
    strict.faults.add("task_failure", "pilio", times=None)
    body = {"image_file_id": file_id}
    path = "/v1/images/remove-background"
    answers = [pilio_create(http, strict, headers, path, body).status_code for _ in range(21)]
    assert answers == [200] * 20 + [429]
    assert strict.ledger.count("pilio") == 20
    strict.clock.advance(601)
    assert pilio_create(http, strict, headers, path, body).status_code == 200


def test_limits_can_be_switched_off(strict: Sandbox, http: httpx.Client):
    headers = {"X-API-KEY": strict.api_key("picwish")}
    url = f"{strict.base_url('picwish')}/api/tasks/visual/segmentation/1"
    strict.limits = False
    assert {http.get(url, headers=headers).status_code for _ in range(10)} == {404}


def test_perfect_same_request_id_is_the_same_task(
    sandbox: Sandbox, http: httpx.Client, perfect_key, small_photo
):
    file_id = perfect_upload(http, sandbox, perfect_key, "sod", small_photo)
    tasks = [
        perfect_run(http, sandbox, perfect_key, "sod", sod_body(file_id, request_id)).json()["result"][
            "task_id"
        ]
        for request_id in (7, 7, 8)
    ]
    assert tasks[0] == tasks[1] != tasks[2]
    assert sandbox.ledger.count("perfect", idempotency_key="7") == 1
    assert sandbox.ledger.count("perfect") == 2


def test_perfect_forgotten_task_is_lost_and_free(http: httpx.Client, small_photo):
    with Sandbox(limits=False, task_seconds=60.0) as sandbox:
        url = f"{sandbox.base_url('perfect')}/s2s/v1.0/client/auth"
        token = http.post(url, json=exchange(sandbox)).json()["result"]["access_token"]
        key = {"Authorization": f"Bearer {token}"}
        sandbox.faults.add("task_failure", "perfect", times=None)
        file_id = perfect_upload(http, sandbox, key, "sod", small_photo)
        run = perfect_run(http, sandbox, key, "sod", sod_body(file_id))
        task_id = run.json()["result"]["task_id"]
        for _ in range(3):
            sandbox.clock.advance(9.5)
            assert perfect_status(http, sandbox, key, "sod", task_id).json()["result"]["status"] == "running"
        assert sandbox.ledger.count("perfect") == 1
        sandbox.clock.advance(10.5)
        lost = perfect_status(http, sandbox, key, "sod", task_id)
        assert (lost.status_code, lost.json()["error_code"]) == (404, "InvalidTaskId")
        assert [entry.outcome for entry in sandbox.ledger.entries] == ["released"]
        again = perfect_run(http, sandbox, key, "sod", sod_body(file_id)).json()["result"]["task_id"]
        assert again != task_id


def test_perfect_task_that_nobody_asks_for_is_lost_though_it_was_done(
    sandbox: Sandbox, http: httpx.Client, perfect_key, small_photo
):
    file_id = perfect_upload(http, sandbox, perfect_key, "sod", small_photo)
    asked, forgotten = (
        perfect_run(http, sandbox, perfect_key, "sod", sod_body(file_id, number)).json()["result"]["task_id"]
        for number in (1, 2)
    )
    assert perfect_result(http, sandbox, perfect_key, "sod", asked)["status"] == "success"
    until(lambda: all(task.finished for task in sandbox.world.tasks.all()))
    assert [entry.outcome for entry in sandbox.ledger.entries] == ["charged", "held"]
    sandbox.clock.advance(11)
    sandbox.world.tasks.refresh()
    assert [entry.outcome for entry in sandbox.ledger.entries] == ["charged", "released"]
    assert perfect_status(http, sandbox, perfect_key, "sod", asked).json()["result"]["status"] == "success"
    lost = perfect_status(http, sandbox, perfect_key, "sod", forgotten)
    assert (lost.status_code, lost.json()["error_code"]) == (404, "InvalidTaskId")


def test_perfect_task_that_ends_while_it_is_asked_for_is_not_lost(
    http: httpx.Client, small_photo, monkeypatch: pytest.MonkeyPatch
):
    with Sandbox(limits=False, task_seconds=5.0) as sandbox:
        url = f"{sandbox.base_url('perfect')}/s2s/v1.0/client/auth"
        token = http.post(url, json=exchange(sandbox)).json()["result"]["access_token"]
        key = {"Authorization": f"Bearer {token}"}
        file_id = perfect_upload(http, sandbox, key, "sod", small_photo)
        run = perfect_run(http, sandbox, key, "sod", sod_body(file_id))
        task_id = run.json()["result"]["task_id"]
        (task,) = sandbox.world.tasks.all()
        until(lambda: task.finished)
        poll = sandbox.world.tasks.poll

        def poll_at_its_end(task):
            phase = poll(task)
            sandbox.clock.advance(6)
            return phase

        monkeypatch.setattr(sandbox.world.tasks, "poll", poll_at_its_end)
        told = [
            perfect_status(http, sandbox, key, "sod", task_id).json()["result"]["status"] for _ in range(2)
        ]
        assert told == ["running", "success"]
        sandbox.clock.advance(60)
        assert [entry.outcome for entry in sandbox.ledger.entries] == ["charged"]


def test_perfect_failure_is_free(sandbox: Sandbox, http: httpx.Client, perfect_key):
    sandbox.ledger.set_balance("perfect", 1)
    file_id = perfect_upload(http, sandbox, perfect_key, "sod", b"not an image")
    task_id = perfect_run(http, sandbox, perfect_key, "sod", sod_body(file_id)).json()["result"]["task_id"]
    refused = perfect_run(http, sandbox, perfect_key, "sod", sod_body(file_id, 2))
    assert (refused.status_code, refused.json()["error_code"]) == (400, "CreditInsufficiency")
    result = perfect_result(http, sandbox, perfect_key, "sod", task_id)
    assert (result["status"], result["error"]) == ("error", "error_decode_image")
    assert sandbox.ledger.balance("perfect") == 1
    assert sandbox.ledger.count("perfect") == 0


def test_no_credits(sandbox: Sandbox, http: httpx.Client, pilio_key, claid_key, picwish_key, small_photo):
    for vendor in ("pilio", "claid", "picwish"):
        sandbox.ledger.set_balance(vendor, 0)
    file_id = pilio_upload(http, sandbox, pilio_key, small_photo)
    body = {"image_file_id": file_id}
    assert pilio_create(http, sandbox, pilio_key, "/v1/images/remove-background", body).status_code == 402
    edit = {"input": "https://example.com/a.jpg", "operations": NO_CHANGE}
    claid = http.post(f"{sandbox.base_url('claid')}/image/edit/async", headers=claid_key, json=edit)
    assert (claid.status_code, claid.json()["error_type"]) == (402, "billing")
    picwish = http.post(
        f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation",
        headers=picwish_key,
        files={"image_file": ("a.jpg", small_photo)},
    )
    assert picwish.status_code == 402


def test_ledger_over_http(sandbox: Sandbox, http: httpx.Client, pilio_key, small_photo):
    file_id = pilio_upload(http, sandbox, pilio_key, small_photo)
    sandbox.faults.add("task_failure", "pilio", times=None)
    for _ in range(2):
        pilio_create(http, sandbox, pilio_key, "/v1/images/remove-background", {"image_file_id": file_id})
    document = http.get(f"{sandbox.url}/sandbox/ledger").json()
    assert document["totals"] == [
        {"vendor": "pilio", "account": "demo", "operation": "remove_background", "count": 2, "credits": 2}
    ]
    assert {entry["outcome"] for entry in document["entries"]} == {"charged"}


def test_requests_hold_no_secret(sandbox: Sandbox, http: httpx.Client, pilio_key, small_photo):
    pilio_upload(http, sandbox, pilio_key, small_photo)
    text = http.get(f"{sandbox.url}/sandbox/requests").text
    assert "create_files" in text
    assert "put_object" in text
    assert "Signature" not in text
    assert sandbox.api_key("pilio") not in text
    assert [record.status for record in sandbox.requests] == [200, 200]


def test_totals_follow_every_entry():
    ledger = Ledger()

    def charge(account: str, amount: float, *, held: bool = False) -> Entry:
        outcome = "held" if held else "charged"
        return ledger.charge(Entry(0.0, "perfect", account, "run_sod", "1", amount, outcome))

    def totals() -> list[tuple[object, object, object]]:
        return [(total["account"], total["count"], total["credits"]) for total in ledger.totals()]

    charge("b", 2)
    held = [charge("a", 1.5, held=True) for _ in range(3)]
    assert totals() == [("a", 3, 4.5), ("b", 1, 2)]
    for _ in range(2):
        ledger.settle(held[0], charged=False)
        ledger.settle(held[1], charged=True)
    assert totals() == [("a", 2, 3.0), ("b", 1, 2)]
    assert ledger.document()["totals"] == ledger.totals()
    ledger.clear()
    charge("a", 1)
    ledger.settle(held[2], charged=False)
    assert totals() == [("a", 1, 1)]


def test_requests_to_nowhere_are_in_the_journal(sandbox: Sandbox, http: httpx.Client, picwish_key):
    http.get(f"{sandbox.base_url('picwish')}/no/such/path", headers=picwish_key)
    http.delete(f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation", headers=picwish_key)
    assert [(record.vendor, record.operation, record.path, record.status) for record in sandbox.requests] == [
        ("picwish", "unknown", "/picwish/no/such/path", 404),
        ("picwish", "unknown", "/picwish/api/tasks/visual/segmentation", 405),
    ]


@pytest.mark.parametrize("size", [100_000, 20 << 20])
def test_the_journal_counts_what_arrived(sandbox: Sandbox, http: httpx.Client, size: int):
    url = sandbox.world.storage.presign("PUT", "pilio/uploads/a.bin", 3600)
    assert http.put(url, content=bytes(size)).status_code == 200
    assert sandbox.requests[-1].bytes_received == size
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname, parts.port), timeout=HANG) as connection:
        head = f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {size}\r\n\r\n"
        connection.sendall(head.encode() + bytes(size // 2))
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):
            pass
    until(lambda: sandbox.requests[-1].seconds)
    assert sandbox.requests[-1].bytes_received == size // 2
