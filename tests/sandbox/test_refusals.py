"""Wrong keys, wrong requests, unknown tasks: each vendor says no in its own words."""

import json
import re

import httpx
import pytest
from safelight.sandbox import Sandbox
from safelight.sandbox.vendors import emulations
from sandbox_flows import (
    NANOID,
    exchange,
    perfect_run,
    perfect_status,
    perfect_upload,
    pilio_announce,
    pilio_create,
    pilio_upload,
    sod_body,
)

SEGMENTATION = "/api/tasks/visual/segmentation"


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"X-API-Key": "wrong"}])
def test_pilio_wrong_key(sandbox: Sandbox, http: httpx.Client, headers):
    answer = http.get(f"{sandbox.base_url('pilio')}/v1/tasks/1/status", headers=headers)
    assert answer.status_code == 401
    assert answer.json()["code"] == 1402
    assert answer.json()["data"]["reason"] == "invalid_api_key"


def test_pilio_takes_both_headers(sandbox: Sandbox, http: httpx.Client):
    key = sandbox.api_key("pilio")
    for headers in ({"Authorization": f"Bearer {key}"}, {"X-API-Key": key}):
        answer = http.get(f"{sandbox.base_url('pilio')}/v1/tasks/1/status", headers=headers)
        assert (answer.status_code, answer.json()["message"]) == (404, "Task not found")


def test_claid_wrong_key(sandbox: Sandbox, http: httpx.Client):
    answer = http.get(f"{sandbox.base_url('claid')}/image/edit/async/1")
    assert answer.status_code == 401
    assert answer.json() == {
        "error_code": "111",
        "error_type": "auth",
        "error_message": "Authorization is required.",
        "error_details": {},
    }


def test_picwish_wrong_key(sandbox: Sandbox, http: httpx.Client):
    answer = http.get(f"{sandbox.base_url('picwish')}{SEGMENTATION}/1", headers={"X-API-KEY": "wrong"})
    assert (answer.status_code, answer.json()) == (401, {"status": 401, "message": "Invalid API key"})


def test_perfect_wrong_exchange(sandbox: Sandbox, http: httpx.Client):
    url = f"{sandbox.base_url('perfect')}/s2s/v1.0/client/auth"
    good = exchange(sandbox)
    for wrong in (
        exchange(sandbox, "stranger"),
        {**good, "client_id": "stranger"},
        {**good, "id_token": "bm90IGVuY3J5cHRlZA=="},
        {**good, "id_token": "%%%"},
    ):
        answer = http.post(url, json=wrong)
        assert (answer.status_code, answer.json()) == (401, {"status": 401, "error_code": "InvalidApiKey"})
    assert http.post(url, json=good).json()["status"] == 200


def test_perfect_token_expires(sandbox: Sandbox, http: httpx.Client, perfect_key):
    assert perfect_status(http, sandbox, perfect_key, "sod", "x").status_code == 404
    sandbox.clock.advance(7200)
    answer = perfect_status(http, sandbox, perfect_key, "sod", "x")
    assert (answer.status_code, answer.json()) == (401, {"status": 401, "error_code": "InvalidAccessToken"})


def test_perfect_token_ends_with_its_key(sandbox: Sandbox, http: httpx.Client, perfect_key):
    sandbox.revoke("perfect")
    answer = perfect_status(http, sandbox, perfect_key, "sod", "x")
    assert (answer.status_code, answer.json()) == (401, {"status": 401, "error_code": "InvalidAccessToken"})


def test_revoked_key(sandbox: Sandbox, http: httpx.Client, pilio_key):
    sandbox.revoke("pilio")
    assert http.get(f"{sandbox.base_url('pilio')}/v1/tasks/1/status", headers=pilio_key).status_code == 401


@pytest.mark.parametrize(
    ("file", "field"),
    [
        ({"nanoid": "short", "name": "a.png", "type": "png"}, "files.0.nanoid"),
        ({"nanoid": NANOID, "name": "a.jpg", "type": "png"}, "files.0.name"),
        ({"nanoid": NANOID, "name": "a.png", "type": "png", "size": "1"}, "files.0.size"),
        ({"nanoid": NANOID, "name": "a.png", "type": "png", "size": 3 << 30}, "files.0.size"),
        ({"nanoid": NANOID, "name": "a.png", "type": "png", "colour": "red"}, "files.0.colour"),
    ],
)
def test_pilio_bad_file(sandbox: Sandbox, http: httpx.Client, pilio_key, file, field):
    answer = pilio_create(http, sandbox, pilio_key, "/v1/files/batch-create", {"files": [file]})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith(field)
    assert field in answer.json()["data"]


def test_pilio_too_many_files(sandbox: Sandbox, http: httpx.Client, pilio_key):
    files = [{"nanoid": NANOID, "name": "a.png", "type": "png"}] * 501
    answer = pilio_create(http, sandbox, pilio_key, "/v1/files/batch-create", {"files": files})
    assert (answer.status_code, answer.json()["code"]) == (400, 1505)
    assert (
        pilio_create(http, sandbox, pilio_key, "/v1/files/batch-create", {"files": files[:500]}).json()[
            "data"
        ]["total"]
        == 500
    )


def test_pilio_file_not_uploaded(sandbox: Sandbox, http: httpx.Client, pilio_key):
    item = pilio_announce(http, sandbox, pilio_key, size=4)
    body = {"image_file_id": item["id"]}
    answer = pilio_create(http, sandbox, pilio_key, "/v1/images/remove-background", body)
    assert answer.json()["data"]["reason"] == "source_file_upload_not_completed"
    assert sandbox.ledger.count("pilio") == 0


def test_accounts_do_not_see_each_other(sandbox: Sandbox, http: httpx.Client, pilio_key, small_photo):
    file_id = pilio_upload(http, sandbox, pilio_key, small_photo)
    other = {"X-API-Key": sandbox.api_key("pilio", "other")}
    body = {"image_file_id": file_id}
    assert pilio_create(http, sandbox, other, "/v1/images/remove-background", body).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"not json",
        b'{"input": 3, "operations": {}}',
        b'{"input": "https://example.com/a.jpg"}',
        b'{"input": "https://example.com/a.jpg", "operations": {"resizing": {"width": "auto", "height": "auto"}}}',
        b'{"input": "https://example.com/a.jpg", "operations": {"rotate": 90}}',
        b'{"input": "ftp://example.com/a.jpg", "operations": {"padding": "5%"}}',
        b'{"input": "storage://mine/a.jpg", "operations": {"padding": "5%"}}',
        b'{"input": "https://example.com/a.jpg", "operations": {"padding": "5%"}, "output": "storage://mine/b.jpg"}',
        json.dumps(
            {
                "input": "https://example.com/a.jpg",
                "operations": {
                    "background": {"remove": {"category": "cars", "selective": {"object_to_keep": "dog"}}}
                },
            }
        ).encode(),
    ],
)
def test_claid_bad_body(sandbox: Sandbox, http: httpx.Client, claid_key, body):
    answer = http.post(
        f"{sandbox.base_url('claid')}/image/edit/async",
        headers={**claid_key, "Content-Type": "application/json"},
        content=body,
    )
    assert answer.status_code == 422
    document = answer.json()
    assert (document["error_code"], document["error_type"]) == ("9000", "validation")
    assert document["error_details"]


def test_claid_unknown_and_malformed_task(sandbox: Sandbox, http: httpx.Client, claid_key):
    base = f"{sandbox.base_url('claid')}/image/edit/async"
    assert http.get(f"{base}/99", headers=claid_key).status_code == 404
    answer = http.get(f"{base}/ninety", headers=claid_key)
    assert (answer.status_code, answer.json()["detail"][0]["loc"]) == (422, ["path", "task_id"])


@pytest.mark.parametrize(
    ("fields", "with_file"),
    [
        ({}, False),
        ({"sync": "2"}, True),
        ({"image_url": "https://example.com/a.jpg"}, True),
        ({"return_type": "3"}, True),
        ({"bg_color": "ffffff"}, True),
        ({"format": "jpg", "bg_color": "ffffff", "bg_image_url": "https://example.com/b.jpg"}, True),
        ({"type": "animal"}, True),
        ({"unknown": "1"}, True),
        ({"image_file": "not a file"}, False),
    ],
)
def test_picwish_bad_form(sandbox: Sandbox, http: httpx.Client, picwish_key, small_photo, fields, with_file):
    files = {"image_file": ("a.jpg", small_photo)} if with_file else {"padding": (None, "")}
    answer = http.post(
        f"{sandbox.base_url('picwish')}{SEGMENTATION}", headers=picwish_key, data=fields, files=files
    )
    assert (answer.status_code, answer.json()["status"]) == (400, 400)


def test_picwish_too_large(sandbox: Sandbox, http: httpx.Client, picwish_key):
    answer = http.post(
        f"{sandbox.base_url('picwish')}{SEGMENTATION}",
        headers=picwish_key,
        files={"image_file": ("a.jpg", bytes((20 << 20) + 1))},
    )
    assert (answer.status_code, answer.json()["status"]) == (413, 413)


def test_picwish_large_form_without_files(sandbox: Sandbox, http: httpx.Client, picwish_key):
    answer = http.post(
        f"{sandbox.base_url('picwish')}{SEGMENTATION}",
        headers={**picwish_key, "Content-Type": "application/x-www-form-urlencoded"},
        content=b"a=" + bytes(64 << 20),
    )
    assert (answer.status_code, answer.json()["status"]) == (413, 413)


def test_picwish_no_image(sandbox: Sandbox, http: httpx.Client, picwish_key):
    answer = http.post(
        f"{sandbox.base_url('picwish')}{SEGMENTATION}",
        headers=picwish_key,
        data={"sync": "1"},
        files={"image_file": ("a.jpg", b"not an image")},
    )
    assert (answer.status_code, answer.json()["data"]["state"]) == (200, -7)


def test_picwish_result_expires(sandbox: Sandbox, http: httpx.Client, picwish_key, small_photo):
    data = http.post(
        f"{sandbox.base_url('picwish')}{SEGMENTATION}",
        headers=picwish_key,
        data={"sync": "1"},
        files={"image_file": ("a.jpg", small_photo)},
    ).json()["data"]
    sandbox.clock.advance(3601)
    assert http.get(data["image"]).status_code == 403
    url = f"{sandbox.base_url('picwish')}{SEGMENTATION}/{data['task_id']}"
    assert http.get(url, headers=picwish_key).json() == {"status": 404, "message": "Task does not exist"}


def test_perfect_bad_request(sandbox: Sandbox, http: httpx.Client, perfect_key, small_photo):
    file_id = perfect_upload(http, sandbox, perfect_key, "sod", small_photo)
    good = sod_body(file_id)
    for wrong in (
        {**good, "request_id": "1"},
        {"payload": good["payload"]},
        {**good, "payload": {**good["payload"], "output_ext": "jpg"}},
        {**good, "payload": {**good["payload"], "actions": [{"id": 0}, {"id": 1}]}},
        sod_body("unknown"),
    ):
        answer = perfect_run(http, sandbox, perfect_key, "sod", wrong)
        assert (answer.status_code, answer.json()["error_code"]) == (400, "InvalidParameters")


def test_perfect_file_not_uploaded(sandbox: Sandbox, http: httpx.Client, perfect_key):
    answer = http.post(
        f"{sandbox.base_url('perfect')}/s2s/v1.0/file/sod",
        headers=perfect_key,
        json={"files": [{"content_type": "image/png", "file_name": "a.png"}]},
    )
    file = answer.json()["result"]["files"][0]
    run = perfect_run(http, sandbox, perfect_key, "sod", sod_body(file["file_id"]))
    assert (run.status_code, run.json()["error_code"]) == (404, "unknown_internal_error")
    upload = file["requests"][0]
    # The content type is part of the signature, so the headers that came with the URL must be sent.
    assert http.put(upload["url"], content=b"x", headers={"Content-Type": "image/gif"}).status_code == 403


@pytest.mark.parametrize("vendor", ["pilio", "perfect", "claid", "picwish"])
def test_unknown_path_and_method(sandbox: Sandbox, http: httpx.Client, vendor):
    answer = http.get(f"{sandbox.base_url(vendor)}/no/such/path")
    assert answer.status_code == 404
    json.loads(answer.text)
    paths = {
        "pilio": "/v1/files/batch-create",
        "perfect": "/s2s/v1.0/client/auth",
        "claid": "/image/edit/upload",
        "picwish": SEGMENTATION,
    }
    answer = http.delete(f"{sandbox.base_url(vendor)}{paths[vendor]}")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    json.loads(answer.text)


HOSTILE = {
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "deep and broken off": b'{"kind": ' + b"[" * 100_000,
    "half a character": rb'{"kind": "\ud800", "input": "\ud800", "prompt": "\ud800"}',
    "half a character as a name": rb'{"\ud800": 1}',
    "long number": b'{"advance": %s, "request_id": %s}' % ((b"9" * 5000,) * 2),
    "large number": b'{"kind": "latency", "seconds": 1%s}' % (b"0" * 400),
    "infinity": b'{"advance": 1e999, "request_id": 1e999}',
    "no number": b'{"advance": NaN, "request_id": NaN}',
    "no UTF-8": b'{"kind": "\xff"}',
    "UTF-16": '{"kind": "latency"}'.encode("utf-16"),
    "nothing": b"",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_no_json_is_too_odd_to_be_refused_in_words(sandbox: Sandbox, http: httpx.Client, perfect_key, body):
    keys = {
        vendor: {"Authorization": f"Bearer {sandbox.api_key(vendor)}"}
        for vendor in ("pilio", "claid", "youcam")
    }
    keys |= {"perfect": perfect_key, "picwish": {"X-API-KEY": sandbox.api_key("picwish")}}
    paths = {f"/sandbox/{name}": {} for name in ("faults", "clock", "limits")}
    for vendor, emulation in emulations().items():
        for endpoint in emulation().endpoints():
            if endpoint.method == "POST":
                paths[f"/{vendor}{re.sub('{[^}]+}', '1', endpoint.path)}"] = keys[vendor]
    assert len(paths) > 30
    for path, key in paths.items():
        headers = {**key, "Content-Type": "application/json"}
        answer = http.post(f"{sandbox.url}{path}", headers=headers, content=body)
        assert 400 <= answer.status_code < 500, path
        assert answer.text, path
    form = {"file": ("a.jpg", b"x"), "data": (None, body, "application/json")}
    answer = http.post(f"{sandbox.base_url('claid')}/image/edit/upload", headers=keys["claid"], files=form)
    assert answer.status_code == 422
