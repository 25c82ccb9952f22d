"""PicWish's documented rules: empty fields, sizes, the longest task, and how long a result's URL is good."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from safelight.sandbox import Sandbox
from support.waiting import HANG

SEGMENTATION = "/api/tasks/visual/segmentation"


@pytest.fixture
def post(sandbox: Sandbox, http: httpx.Client, picwish_key):
    def send(files: dict[str, tuple[str | None, bytes]]) -> httpx.Response:
        return http.post(f"{sandbox.base_url('picwish')}{SEGMENTATION}", headers=picwish_key, files=files)

    return send


def test_empty_fields_are_as_good_as_none(post, small_photo):
    empty = dict.fromkeys(("image_url", "bg_color", "bg_image_url", "type", "format", "crop"), (None, b""))
    made = post(
        {**empty, "image_file": ("a.jpg", small_photo), "bg_image_file": ("", b""), "sync": (None, b"1")}
    )
    assert made.json()["data"]["state"] == 1
    again = {"image_url": (None, made.json()["data"]["image"].encode()), "sync": (None, b"1")}
    for nothing in ((None, b""), ("", b""), ("empty.jpg", b"")):
        assert post({**again, "image_file": nothing}).json()["data"]["state"] == 1
    coloured = {"bg_color": (None, b"00ff00"), "format": (None, b"jpg"), "bg_image_file": (None, b"")}
    assert post({**again, **coloured}).json()["data"]["state"] == 1


@pytest.mark.parametrize(
    "files",
    [
        {"image_file": (None, b"")},
        {"image_url": (None, b""), "image_file": ("", b"")},
        {"image_url": (None, b"http://127.0.0.1:1/a.jpg"), "sync": (None, b"1" * 5000)},
        {"image_url": (None, b"http://127.0.0.1:1/a.jpg"), "sync": (None, "²".encode())},
        {"image_url": (None, b"http://127.0.0.1:1/a.jpg"), "bg_image_file": (None, b"not a file")},
    ],
)
def test_what_is_missing_or_no_number_is_refused(post, files):
    answer = post(files)
    assert (answer.status_code, answer.json()["status"]) == (400, 400)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def url_of_25_megabytes(tmp_path):
    with (tmp_path / "zeros.jpg").open("wb") as file:
        file.truncate(25 << 20)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/zeros.jpg"
        server.shutdown()


def test_a_background_by_url_is_smaller_than_an_image_by_url(post, small_photo, url_of_25_megabytes):
    url, sync = (None, url_of_25_megabytes.encode()), (None, b"1")
    # It is no image, which is seen only after all of it was taken.
    assert post({"image_url": url, "sync": sync}).json()["data"]["state"] == -7
    form = {"image_file": ("a.jpg", small_photo), "bg_image_url": url, "sync": sync}
    assert post(form).json()["data"]["state"] == -5


def test_a_result_is_good_for_an_hour_however_late_it_is_asked_for(
    sandbox: Sandbox, http: httpx.Client, picwish_key, post, small_photo
):
    data = post({"image_file": ("a.jpg", small_photo), "sync": (None, b"1")}).json()["data"]
    sandbox.clock.advance(3000)
    task = f"{sandbox.base_url('picwish')}{SEGMENTATION}/{data['task_id']}"
    late = http.get(task, headers=picwish_key).json()["data"]["image"]
    assert http.get(late).status_code == 200
    sandbox.clock.advance(700)
    assert http.get(late).status_code == 403


@pytest.mark.parametrize("return_type", [b"1", b"3"])
def test_a_task_ends_after_180_seconds(http: httpx.Client, small_photo, return_type):
    with Sandbox(limits=False, task_seconds=400.0) as sandbox, ThreadPoolExecutor() as threads:
        key = {"X-API-KEY": sandbox.api_key("picwish")}
        url = f"{sandbox.base_url('picwish')}{SEGMENTATION}"

        def send(sync: bytes) -> httpx.Response:
            fields = {"sync": (None, sync), "return_type": (None, return_type if sync == b"1" else b"1")}
            return http.post(url, headers=key, files={**fields, "image_file": ("a.jpg", small_photo)})

        task_id = send(b"0").json()["data"]["task_id"]
        waiting = threads.submit(send, b"1")
        while len(sandbox.world.tasks.all()) < 2:
            time.sleep(0.01)
        sandbox.clock.advance(170)
        assert http.get(f"{url}/{task_id}", headers=key).json()["data"]["state"] == 5
        assert not waiting.done()
        sandbox.clock.advance(11)
        for data in (
            http.get(f"{url}/{task_id}", headers=key).json()["data"],
            waiting.result(HANG).json()["data"],
        ):
            assert (data["state"], data["progress"]) == (-8, 100)
        assert [sandbox.world.tasks.phase(task) for task in sandbox.world.tasks.all()] == ["failed"] * 2
