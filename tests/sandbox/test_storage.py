"""The object store: signed URLs, parts, ranges, and who may not come in."""

import hashlib

import httpx
import pytest
from safelight.sandbox import Sandbox
from sandbox_flows import pilio_announce, pilio_create, pilio_result, pilio_upload


@pytest.fixture
def result(sandbox, http, pilio_key, small_photo):
    file_id = pilio_upload(http, sandbox, pilio_key, small_photo)
    task = pilio_create(http, sandbox, pilio_key, "/v1/images/remove-background", {"image_file_id": file_id})
    return pilio_result(http, sandbox, pilio_key, task.json()["data"]["task_id"])["files"][0]


def test_parts_are_joined_in_order(sandbox: Sandbox, http: httpx.Client, pilio_key):
    data = bytes(range(256)) * 4096 * 11
    item = pilio_announce(http, sandbox, pilio_key, size=len(data), mode="auto", name="a.png")
    urls = item["upload_urls"]
    step = -(-len(data) // len(urls))
    assert len(urls) == 3
    etags = {}
    for number in (3, 1, 2):
        part = data[(number - 1) * step : number * step]
        answer = http.put(urls[number - 1], content=part)
        etags[number] = answer.headers["ETag"]
        assert answer.headers["ETag"] == f'"{hashlib.md5(part, usedforsecurity=False).hexdigest()}"'
    body = {"parts": [{"part_number": number, "etag": etags[number]} for number in (1, 2, 3)]}
    url = f"{sandbox.base_url('pilio')}/v1/files/{item['id']}/complete"
    assert http.post(url, headers=pilio_key, json=body).json()["code"] == 200
    stored = sandbox.world.storage.find(f"pilio/uploads/{item['id']}.png")
    assert stored is not None
    assert stored.path.read_bytes() == data
    assert http.post(url, headers=pilio_key, json=body).json()["code"] == 1510


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ([(2, "x")], "continuous"),
        ([(1, "x"), (3, "x")], "continuous"),
        ([(1, '"00000000000000000000000000000000"')], "etag"),
    ],
)
def test_wrong_parts_are_refused(sandbox: Sandbox, http: httpx.Client, pilio_key, parts, word):
    item = pilio_announce(http, sandbox, pilio_key, size=4, mode="multipart")
    http.put(item["upload_urls"][0], content=b"data")
    answer = http.post(
        f"{sandbox.base_url('pilio')}/v1/files/{item['id']}/complete",
        headers=pilio_key,
        json={"parts": [{"part_number": number, "etag": etag} for number, etag in parts]},
    )
    assert answer.status_code == 400
    assert word in answer.json()["message"]


def test_an_upload_expires_with_its_urls(sandbox: Sandbox, http: httpx.Client, pilio_key):
    item = pilio_announce(http, sandbox, pilio_key, size=4, mode="multipart")
    etag = http.put(item["upload_urls"][0], content=b"data").headers["ETag"]
    sandbox.clock.advance(7201)
    url = f"{sandbox.base_url('pilio')}/v1/files/{item['id']}/complete"
    body = {"parts": [{"part_number": 1, "etag": etag}]}
    answer = http.post(url, headers=pilio_key, json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, 1510)
    assert sandbox.world.storage.find(f"pilio/uploads/{item['id']}.jpg") is None


def test_auto_mode_follows_the_size(sandbox: Sandbox, http: httpx.Client, pilio_key):
    small = pilio_announce(http, sandbox, pilio_key, size=5 * 1024 * 1024, mode="auto")
    assert "upload_url" in small
    assert "upload_urls" not in small
    large = pilio_announce(http, sandbox, pilio_key, size=5 * 1024 * 1024 + 1, mode="auto")
    assert "upload_url" not in large
    assert len(large["upload_urls"]) == 2


def test_expired_url_is_refused(sandbox: Sandbox, http: httpx.Client, pilio_key, result):
    item = pilio_announce(http, sandbox, pilio_key, size=4)
    sandbox.clock.advance(7201)
    answer = http.put(item["upload_url"], content=b"data")
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/xml")
    assert "<Code>AccessDenied</Code><Message>Request has expired</Message>" in answer.text
    assert http.get(result["download_url"]).status_code == 200
    sandbox.clock.advance(86400)
    assert http.get(result["download_url"]).status_code == 403


def test_signature_covers_method_object_and_query(http: httpx.Client, result):
    url = result["download_url"]
    for wrong in (
        url.replace("results", "uploads"),
        url.replace("Expires=86400", "Expires=99999"),
        url[:-1] + ("0" if url[-1] != "0" else "1"),
        url.partition("?")[0],
    ):
        answer = http.get(wrong)
        assert answer.status_code == 403
        assert "SignatureDoesNotMatch" in answer.text
    assert http.put(url, content=b"x").status_code == 403
    assert http.delete(url).status_code == 405


@pytest.mark.parametrize("header", ["Authorization", "X-API-Key"])
def test_api_key_on_signed_url_is_refused(http: httpx.Client, result, header):
    answer = http.get(result["download_url"], headers={header: "Bearer pilio_sk_anything"})
    assert answer.status_code == 400
    assert "Only one auth mechanism allowed" in answer.text


def test_ranges(http: httpx.Client, result):
    url = result["download_url"]
    whole = http.get(url)
    assert len(whole.content) == result["size"]
    etag, size = whole.headers["ETag"], result["size"]

    def part(**headers: str) -> httpx.Response:
        return http.get(url, headers={name.replace("_", "-"): value for name, value in headers.items()})

    answer = part(Range="bytes=10-19")
    assert (answer.status_code, answer.headers["Content-Range"]) == (206, f"bytes 10-19/{size}")
    assert answer.content == whole.content[10:20]
    assert part(Range="bytes=-5").content == whole.content[-5:]
    assert part(Range=f"bytes={size - 3}-").content == whole.content[-3:]
    assert part(Range="bytes=0-1", If_Range=etag).status_code == 206
    assert part(Range="bytes=0-1", If_Range='"other"').content == whole.content
    assert part(Range="lines=0-1").status_code == 200
    beyond = part(Range=f"bytes={size}-")
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, f"bytes */{size}")
    assert part(If_None_Match=etag).status_code == 304


def test_files_are_gone_after_stop():
    sandbox = Sandbox().start()
    root = sandbox.world.storage.root
    assert root.is_dir()
    sandbox.stop()
    sandbox.stop()
    assert not root.exists()


@pytest.mark.parametrize("wrong", ["é", "%ff", "%00", "²" * 64, ""])
def test_signature_of_any_letters_is_wrong(http: httpx.Client, result, wrong):
    url = result["download_url"].rpartition("X-Amz-Signature=")[0]
    answer = http.get(f"{url}X-Amz-Signature={wrong}")
    assert (answer.status_code, "SignatureDoesNotMatch" in answer.text) == (403, True)


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 30])
def test_ranges_beyond_all_numbers(http: httpx.Client, result, number):
    whole = http.get(result["download_url"]).content

    def part(span: str) -> httpx.Response:
        return http.get(result["download_url"], headers={"Range": f"bytes={span}"})

    assert part(f"0-{number}").content == part(f"-{number}").content == whole
    assert part(f"0-{number}").status_code == 206
    assert part(f"{number}-").status_code == part(f"{number}-9").status_code == 416


def test_nothing_is_sent_again_to_who_has_any_version(http: httpx.Client, result):
    etag = http.get(result["download_url"]).headers["ETag"]
    for header in ("*", etag, f'"other", {etag}', f"W/{etag}"):
        assert http.get(result["download_url"], headers={"If-None-Match": header}).status_code == 304
    for header in ('"other"', ""):
        assert http.get(result["download_url"], headers={"If-None-Match": header}).status_code == 200
