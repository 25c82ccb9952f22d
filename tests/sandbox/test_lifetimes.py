"""What was uploaded, made and issued goes away with its time; what is in use does not."""

import threading
from typing import Any

import httpx
import pytest
from safelight.sandbox import Sandbox, vendor_facts
from safelight.sandbox.limits import RateLimiter
from sandbox_flows import (
    exchange,
    perfect_result,
    perfect_run,
    perfect_upload,
    pilio_announce,
    pilio_create,
    pilio_result,
    pilio_upload,
    sod_body,
)
from support.waiting import HANG, until

DAY = 86_400.0
SEGMENTATION = "/api/tasks/visual/segmentation"
REMOVAL = "/v1/images/remove-background"


def files(sandbox: Sandbox) -> int:
    return sum(path.is_file() for path in sandbox.world.storage.root.rglob("*"))


def segment(http: httpx.Client, sandbox: Sandbox, photo: bytes, **fields: str) -> httpx.Response:
    return http.post(
        f"{sandbox.base_url('picwish')}{SEGMENTATION}",
        headers={"X-API-KEY": sandbox.api_key("picwish")},
        data=fields,
        files={"image_file": ("a.jpg", photo)},
    )


def test_everything_goes_with_its_time(
    sandbox: Sandbox, http: httpx.Client, pilio_key, claid_key, perfect_key, small_photo
):
    made = pilio_create(
        http,
        sandbox,
        pilio_key,
        REMOVAL,
        {"image_file_id": pilio_upload(http, sandbox, pilio_key, small_photo)},
    )
    pilio_result(http, sandbox, pilio_key, made.json()["data"]["task_id"])
    file_id = perfect_upload(http, sandbox, perfect_key, "sod", small_photo)
    run = perfect_run(http, sandbox, perfect_key, "sod", sod_body(file_id)).json()["result"]["task_id"]
    perfect_result(http, sandbox, perfect_key, "sod", run)
    assert segment(http, sandbox, small_photo, sync="1").status_code == 200
    uploaded = http.post(
        f"{sandbox.base_url('claid')}/image/edit/upload",
        headers=claid_key,
        files={"file": ("a.jpg", small_photo), "data": (None, "{}", "application/json")},
    )
    assert uploaded.status_code == 200
    begun = pilio_announce(http, sandbox, pilio_key, size=4, mode="multipart")
    assert http.put(begun["upload_urls"][0], content=b"data").status_code == 200
    assert files(sandbox) == 9
    assert len(http.get(f"{sandbox.url}/sandbox/state").json()["tasks"]) == 3  # without Claid's upload
    sandbox.clock.advance(40 * DAY)
    until(lambda: files(sandbox) == 0)
    assert http.get(f"{sandbox.url}/sandbox/state").json()["tasks"] == []
    assert sandbox.ledger.count() == 3


def test_nothing_goes_before_its_time(
    sandbox: Sandbox, http: httpx.Client, pilio_key, perfect_key, small_photo
):
    file_id = pilio_upload(http, sandbox, pilio_key, small_photo)
    made = pilio_create(http, sandbox, pilio_key, REMOVAL, {"image_file_id": file_id}).json()["data"]
    pilio_result(http, sandbox, pilio_key, made["task_id"])
    perfect_id = perfect_upload(http, sandbox, perfect_key, "sod", small_photo)
    run = perfect_run(http, sandbox, perfect_key, "sod", sod_body(perfect_id)).json()["result"]["task_id"]
    perfect_result(http, sandbox, perfect_key, "sod", run)
    sandbox.clock.advance(2 * DAY)
    until(lambda: sandbox.world.storage.find("") is None)
    result = pilio_result(http, sandbox, pilio_key, made["task_id"])["files"][0]
    assert len(http.get(result["download_url"]).content) == result["size"]
    assert pilio_create(http, sandbox, pilio_key, REMOVAL, {"image_file_id": file_id}).status_code == 200
    token = http.post(f"{sandbox.base_url('perfect')}/s2s/v1.0/client/auth", json=exchange(sandbox)).json()
    fresh = {"Authorization": f"Bearer {token['result']['access_token']}"}
    again = perfect_result(http, sandbox, fresh, "sod", run)
    assert http.get(again["results"][0]["data"][0]["url"]).status_code == 200
    gone = perfect_run(http, sandbox, fresh, "sod", sod_body(perfect_id, 2))
    assert (gone.status_code, gone.json()["error_code"]) == (404, "unknown_internal_error")


def test_a_task_outlives_the_time_of_what_it_works_on(
    sandbox: Sandbox, http: httpx.Client, pilio_key, small_photo
):
    sandbox.task_seconds = 7 * DAY
    file_id = pilio_upload(http, sandbox, pilio_key, small_photo)
    made = pilio_create(http, sandbox, pilio_key, REMOVAL, {"image_file_id": file_id}).json()["data"][
        "task_id"
    ]
    sandbox.clock.advance(2 * DAY)
    (task,) = sandbox.world.tasks.all()
    assert task.id == made
    assert task.source().read_bytes() == small_photo


def test_windows_of_rate_limits_go_with_their_time():
    limiter = RateLimiter()
    for token in range(100):
        limiter.count(
            "perfect", vendor_facts.rates("perfect"), {"token": str(token), "ip": "127.0.0.1"}, now=0.0
        )
    limiter.sweep(now=59.0)
    assert len(limiter) == 101
    limiter.sweep(now=60.0)
    assert len(limiter) == 1
    limiter.sweep(now=300.0)
    assert len(limiter) == 0


@pytest.mark.parametrize("fields", [{"bg_color": "zz"}, {"unknown": "1"}])
def test_files_of_a_refused_form_are_gone(sandbox: Sandbox, http: httpx.Client, small_photo, fields):
    assert segment(http, sandbox, small_photo, **fields).status_code == 400
    assert files(sandbox) == 0


def test_files_of_a_form_that_is_too_large_are_gone(
    sandbox: Sandbox, http: httpx.Client, picwish_key, small_photo
):
    parts: Any = [("image_file", ("a", small_photo)), ("bg_image_file", ("b", bytes((20 << 20) + 1)))]
    url = f"{sandbox.base_url('picwish')}{SEGMENTATION}"
    assert http.post(url, headers=picwish_key, files=parts).status_code == 413
    assert files(sandbox) == 0


def test_of_files_with_one_name_the_last_stays(
    sandbox: Sandbox, http: httpx.Client, picwish_key, small_photo
):
    parts: Any = [("image_file", ("a", b"1" * 1000))] * 20 + [("image_file", ("a", small_photo))]
    sandbox.faults.add("task_failure", "picwish")
    url = f"{sandbox.base_url('picwish')}{SEGMENTATION}"
    assert http.post(url, headers=picwish_key, files=parts).status_code == 200
    assert files(sandbox) == 1


def test_an_upload_that_is_replaced_leaves_its_task_alone(
    sandbox: Sandbox, http: httpx.Client, pilio_key, small_photo
):
    item = pilio_announce(http, sandbox, pilio_key, size=len(small_photo))
    http.put(item["upload_url"], content=small_photo)
    go_on = threading.Event()
    busy = [sandbox.world.executor.submit(go_on.wait, HANG) for _ in range(16)]
    made = pilio_create(http, sandbox, pilio_key, REMOVAL, {"image_file_id": item["id"]}).json()["data"][
        "task_id"
    ]
    assert http.put(item["upload_url"], content=b"no image").status_code == 200
    go_on.set()
    assert all(blocker.result() for blocker in busy)
    assert pilio_result(http, sandbox, pilio_key, made)["status"] == "Succeeded"
    again = pilio_create(http, sandbox, pilio_key, REMOVAL, {"image_file_id": item["id"]}).json()["data"][
        "task_id"
    ]
    assert pilio_result(http, sandbox, pilio_key, again)["status"] == "Failed"


@pytest.mark.parametrize("kind", ["latency", pytest.param("slow_drip", marks=pytest.mark.integration)])
def test_a_download_under_way_ends_though_its_object_is_replaced(sandbox: Sandbox, http: httpx.Client, kind):
    old, key = bytes(range(256)) * 4000, "pilio/uploads/a.bin"
    target = sandbox.world.storage.presign("PUT", key, 3600)
    source = sandbox.world.storage.presign("GET", key, 3600)
    assert http.put(target, content=old).status_code == 200
    planned = sandbox.faults.add(kind, operation="get_object", seconds=60)
    received: list[bytes] = []
    download = threading.Thread(target=lambda: received.append(httpx.get(source, timeout=HANG).content))
    download.start()
    until(lambda: planned.matched == 1)
    assert http.put(target, content=b"new").status_code == 200
    while download.is_alive():
        sandbox.clock.advance(60)
        download.join(0.05)
    assert received == [old]
    sandbox.clock.advance(60)
    until(lambda: files(sandbox) == 1)
    assert httpx.get(sandbox.world.storage.presign("GET", key, 3600)).content == b"new"
