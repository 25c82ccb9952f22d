"""Every kind of fault does to a client what its name says, and to the ledger what it must."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from safelight.sandbox import FaultKind, FaultPlan, Sandbox
from sandbox_flows import pilio_announce, pilio_create, pilio_result, pilio_upload
from support.waiting import until

JSON = {"Content-Type": "application/json"}
PATH = "/v1/images/remove-background"


@pytest.fixture
def file_id(sandbox, http, pilio_key, small_photo):
    return pilio_upload(http, sandbox, pilio_key, small_photo)


@pytest.fixture
def create(sandbox, http, pilio_key, file_id):
    def send() -> httpx.Response:
        return pilio_create(http, sandbox, pilio_key, PATH, {"image_file_id": file_id})

    return send


@pytest.fixture
def result(sandbox, http, pilio_key, create):
    return pilio_result(http, sandbox, pilio_key, create().json()["data"]["task_id"])["files"][0]


def test_latency_is_real_or_skipped(sandbox: Sandbox, create):
    sandbox.faults.add("latency", "pilio", "remove_background", seconds=0.2)
    began = time.monotonic()
    assert create().status_code == 200
    assert time.monotonic() - began >= 0.2
    sandbox.faults.add("latency", "pilio", "remove_background", seconds=3600)
    with ThreadPoolExecutor() as threads:
        late = threads.submit(create)
        while not late.done():
            sandbox.clock.advance(3600)
            time.sleep(0.01)
    assert late.result().status_code == 200


def test_reset_before_the_work(sandbox: Sandbox, create):
    sandbox.faults.add("reset_before", "pilio", "remove_background")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        create()
    assert sandbox.ledger.count("pilio") == 0
    assert create().status_code == 200


def test_reset_after_the_work(sandbox: Sandbox, create):
    sandbox.faults.add("reset_after", "pilio", "remove_background")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        create()
    assert sandbox.ledger.count("pilio") == 1
    assert sandbox.requests[-1].status == 0


def test_lost_response(sandbox: Sandbox, create):
    sandbox.faults.add("lost_response", "pilio", "remove_background", seconds=3600)
    with ThreadPoolExecutor() as threads:
        lost = threads.submit(create)
        until(lambda: sandbox.ledger.count("pilio") == 1)
        assert not lost.done()
        while not lost.done():
            sandbox.clock.advance(3600)
            time.sleep(0.01)
    assert isinstance(lost.exception(), (httpx.ReadError, httpx.RemoteProtocolError))


def test_duplicate_is_charged_twice(sandbox: Sandbox, create):
    sandbox.faults.add("duplicate", "pilio", "remove_background")
    assert create().status_code == 200
    assert sandbox.ledger.count("pilio") == 2


def test_truncated_body(sandbox: Sandbox, http: httpx.Client, create, result):
    sandbox.faults.add("truncated_body", "pilio", "remove_background")
    with pytest.raises(httpx.RemoteProtocolError):
        create()
    sandbox.faults.add("truncated_body", "pilio", "get_object", after_bytes=1000)
    received = bytearray()

    def download() -> None:
        with http.stream("GET", result["download_url"]) as answer:
            for chunk in answer.iter_bytes():
                received.extend(chunk)

    with pytest.raises(httpx.RemoteProtocolError):
        download()
    assert len(received) == 1000
    assert len(http.get(result["download_url"]).content) == result["size"]


def test_slow_drip(sandbox: Sandbox, http: httpx.Client, result):
    sandbox.faults.add("slow_drip", "pilio", "get_object", seconds=0.4)
    began = time.monotonic()
    assert len(http.get(result["download_url"]).content) == result["size"]
    assert time.monotonic() - began >= 0.35


@pytest.mark.parametrize(("worked", "charged"), [(False, 0), (True, 1)])
def test_server_error(sandbox: Sandbox, create, worked, charged):
    sandbox.faults.add(
        "server_error", "pilio", "remove_background", status=502, worked=worked, retry_after="3"
    )
    answer = create()
    assert (answer.status_code, answer.headers["Retry-After"]) == (502, "3")
    assert sandbox.ledger.count("pilio") == charged


def test_rate_limited(sandbox: Sandbox, http: httpx.Client, create):
    sandbox.faults.add("rate_limited", "pilio", "remove_background")
    answer = create()
    assert answer.status_code == 429
    assert "Retry-After" not in answer.headers
    sandbox.faults.add("rate_limited", retry_after=2.5)
    answer = create()
    assert (answer.status_code, answer.json()["code"], answer.headers["Retry-After"]) == (429, 429, "2.5")
    sandbox.faults.add("rate_limited", "claid")
    claid = http.get(f"{sandbox.base_url('claid')}/image/edit/async/1")
    assert claid.json()["detail"]["error_code"] == "2001"


def test_html_page(sandbox: Sandbox, create):
    sandbox.faults.add("html_page", status=200)
    answer = create()
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html")
    assert answer.text.startswith("<!doctype html>")


def test_redirect(sandbox: Sandbox, create):
    sandbox.faults.add("redirect", value="http://127.0.0.1:9/collect")
    answer = create()
    assert (answer.status_code, answer.headers["Location"]) == (307, "http://127.0.0.1:9/collect")


def test_wrong_content_type(sandbox: Sandbox, create):
    sandbox.faults.add("wrong_content_type")
    answer = create()
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.json()["code"] == 200


def test_unknown_enum_and_extra_fields(sandbox: Sandbox, create):
    sandbox.faults.add("unknown_enum", value="Paused")
    sandbox.faults.add("extra_fields")
    document = create().json()
    assert document["data"]["status"] == "Paused"
    assert document["added_later"] == document["data"]["added_later"]


def test_expired_url(sandbox: Sandbox, http: httpx.Client, pilio_key, result):
    sandbox.faults.add("expired_url", "pilio", "create_files")
    item = pilio_announce(http, sandbox, pilio_key, size=4)
    assert http.put(item["upload_url"], content=b"data").status_code == 403
    sandbox.faults.add("expired_url", "pilio", "get_object")
    assert "Request has expired" in http.get(result["download_url"]).text
    assert http.get(result["download_url"]).status_code == 200


def test_wrong_etag(sandbox: Sandbox, http: httpx.Client, pilio_key):
    item = pilio_announce(http, sandbox, pilio_key, size=4, mode="multipart")
    sandbox.faults.add("wrong_etag", "pilio", "upload_part")
    etag = http.put(item["upload_urls"][0], content=b"data").headers["ETag"]
    assert set(etag.strip('"')) == {"0"}


def test_wrong_size(sandbox: Sandbox, http: httpx.Client, pilio_key, create, result):
    sandbox.faults.add("wrong_size", "pilio", "get_object")
    assert len(http.get(result["download_url"]).content) == result["size"] // 2
    sandbox.faults.add("wrong_size", "pilio", "get_task_result")
    again = pilio_result(http, sandbox, pilio_key, create().json()["data"]["task_id"])["files"][0]
    assert again["size"] == len(http.get(again["download_url"]).content) + 1


def test_task_failure(sandbox: Sandbox, http: httpx.Client, pilio_key, create):
    sandbox.faults.add("task_failure", value="model_overloaded")
    failed = pilio_result(http, sandbox, pilio_key, create().json()["data"]["task_id"])
    assert (failed["status"], failed["error_type"], failed["files"]) == ("Failed", "model_overloaded", [])


def test_order_and_number(sandbox: Sandbox, create):
    sandbox.faults.add("server_error", "pilio", "remove_background", skip=1, times=2)
    assert [create().status_code for _ in range(4)] == [200, 503, 503, 200]
    planned = sandbox.faults.planned[0]
    assert (planned.matched, planned.struck) == (4, 2)


def test_seed_makes_chance_repeatable():
    def struck(seed: int) -> list[bool]:
        plan = FaultPlan({"pilio": {"create_files": set(FaultKind)}}, seed)
        plan.add("server_error", probability=0.5, times=None)
        return [bool(plan.take("pilio", "create_files").faults) for _ in range(64)]

    assert struck(1) == struck(1) != struck(2)
    assert 16 < sum(struck(1)) < 48


def test_over_http(sandbox: Sandbox, http: httpx.Client, create):
    url = f"{sandbox.url}/sandbox/faults"
    wanted = [
        {"kind": "server_error", "vendor": "pilio", "status": 500},
        {"kind": "latency", "seconds": 0.01},
    ]
    answer = http.post(url, json=wanted)
    assert answer.status_code == 201
    assert set(answer.json()["kinds"]) == {kind.value for kind in FaultKind}
    assert create().status_code == 500
    assert [fault["struck"] for fault in http.get(url).json()["faults"]] == [1, 1]
    assert http.delete(url).json()["faults"] == []


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        ({"kind": "earthquake"}, "kind: 'earthquake' is not known"),
        ({"kind": "latency", "vendor": "pilo"}, "vendor: 'pilo' is not known; it may be pilio"),
        ({"kind": "latency", "vendor": "pilio", "operation": "upscale"}, "operation: .* upscale_image"),
        ({"kind": "latency", "vendor": "claid", "operation": "upscale_image"}, "operation: 'upscale_image'"),
        ({"kind": "latency", "operation": "get_task_statu"}, "operation: .* get_task_status"),
        ({"kind": "latency", "probability": 2}, "probability: 2"),
        ({"kind": "latency", "probability": 0}, "probability: 0"),
        ({"kind": "latency", "times": 0}, "times: 0"),
        ({"kind": "latency", "skip": -3}, "skip: -3"),
        ({"kind": "latency", "seconds": -5}, "seconds: -5"),
        ({"kind": "server_error", "status": 99999}, "status: 99999"),
        ({"kind": "truncated_body", "after_bytes": -1}, "after_bytes: -1"),
        ({"kind": "server_error", "retry_after": "1\r\nX-Evil: 1"}, "retry_after: "),
        ({"kind": "redirect", "value": "http://a/\r\nX-Evil: 1"}, "value: "),
    ],
)
def test_a_fault_that_could_never_strike_is_refused(sandbox: Sandbox, http: httpx.Client, plan, says):
    answer = http.post(f"{sandbox.url}/sandbox/faults", json=plan)
    assert answer.status_code == 400
    assert re.match(says, answer.text)
    with pytest.raises(ValueError, match=says):
        sandbox.faults.add(**plan)
    assert sandbox.faults.planned == []


@pytest.mark.parametrize(
    "plan",
    [{"secnds": 3}, {"vendor": 5}, {"times": 0}, {"skip": -1}, {"seconds": "soon"}, {"worked": "later"}],
)
def test_a_fault_over_http_has_known_fields_of_known_types(sandbox: Sandbox, http: httpx.Client, plan):
    answer = http.post(f"{sandbox.url}/sandbox/faults", json={"kind": "latency", **plan})
    assert answer.status_code == 400
    assert next(iter(plan)) in answer.text
    assert sandbox.faults.planned == []


@pytest.mark.parametrize(
    ("kind", "vendor", "operation"),
    [
        ("duplicate", "pilio", "put_object"),
        ("duplicate", None, "get_object"),
        ("unknown_enum", "pilio", "get_object"),
        ("unknown_enum", "perfect", "authenticate"),
        ("extra_fields", "claid", "put_object"),
        ("task_failure", "pilio", "get_task_status"),
        ("task_failure", None, "upload_part"),
        ("truncated_body", None, "put_object"),
        ("slow_drip", "perfect", "upload_part"),
        ("wrong_size", None, "put_object"),
        ("wrong_size", "picwish", "get_segmentation"),
        ("wrong_etag", "pilio", "remove_background"),
        ("expired_url", "pilio", "complete_multipart_upload"),
    ],
)
def test_a_fault_that_an_operation_cannot_have_is_refused(sandbox: Sandbox, kind, vendor, operation):
    with pytest.raises(ValueError, match=f"kind: '{kind}' does nothing to {operation}"):
        sandbox.faults.add(kind, vendor, operation)


def test_a_fault_waits_for_a_request_that_it_can_strike(sandbox: Sandbox, http: httpx.Client, pilio_key):
    etag = sandbox.faults.add("wrong_etag")
    size = sandbox.faults.add("wrong_size", "pilio")
    item = pilio_announce(http, sandbox, pilio_key, size=4)
    assert (item["size"], size.struck, etag.struck) == (5, 1, 0)
    assert set(http.put(item["upload_url"], content=b"data").headers["ETag"].strip('"')) == {"0"}
    assert (etag.matched, etag.struck) == (1, 1)


@pytest.mark.parametrize("worked", [False, True])
def test_rate_limited_object_store(sandbox: Sandbox, http: httpx.Client, worked):
    sandbox.faults.add("rate_limited", "pilio", "put_object", worked=worked, retry_after=3)
    answer = http.put(sandbox.world.storage.presign("PUT", "pilio/uploads/a", 60), content=b"data")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
    assert (sandbox.world.storage.find("pilio/uploads/a") is not None) is worked


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_seconds_are_a_number(sandbox: Sandbox, http: httpx.Client, number):
    plan = f'{{"kind": "latency", "seconds": {number}}}'
    assert http.post(f"{sandbox.url}/sandbox/faults", content=plan, headers=JSON).status_code == 400
    with pytest.raises(ValueError, match="seconds"):
        sandbox.faults.add("latency", seconds=float(number))
    assert sandbox.faults.planned == []


@pytest.mark.parametrize("bad", [{"kind": "earthquake"}, {"kind": "latency", "times": 0}, {}, 7])
def test_a_list_over_http_is_planned_whole_or_not_at_all(sandbox: Sandbox, http: httpx.Client, bad):
    answer = http.post(f"{sandbox.url}/sandbox/faults", json=[{"kind": "latency"}, bad])
    assert answer.status_code == 400
    assert sandbox.faults.planned == []


@pytest.mark.parametrize("value", ["Hibernating", "5" * 5000, "²", None])
def test_a_word_is_no_state_where_states_are_numbers(
    sandbox: Sandbox, http: httpx.Client, picwish_key, small_photo, value
):
    sandbox.faults.add("unknown_enum", "picwish", "get_segmentation", value=value)
    base = f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation"
    made = http.post(base, headers=picwish_key, files={"image_file": ("a.jpg", small_photo)}).json()["data"]
    answer = http.get(f"{base}/{made['task_id']}", headers=picwish_key)
    assert (answer.status_code, answer.json()["data"]["state"]) == (200, 77)


def test_the_page_names_every_kind():
    page = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text("utf-8")
    table = page.partition("## Faults")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == [kind.value for kind in FaultKind]


def test_task_failure_waits_for_a_task(sandbox: Sandbox, http: httpx.Client, pilio_key, small_photo):
    sandbox.faults.add("task_failure", "pilio")
    file_id = pilio_upload(http, sandbox, pilio_key, small_photo)
    created = pilio_create(http, sandbox, pilio_key, PATH, {"image_file_id": file_id}).json()["data"]
    assert pilio_result(http, sandbox, pilio_key, created["task_id"])["status"] == "Failed"
    assert [record.faults for record in sandbox.requests][:3] == [[], [], ["task_failure"]]
