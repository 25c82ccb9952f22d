"""The page, what it reads, and who may not use the controls."""

import io
import socket

import httpx
import pytest
from PIL import Image
from safelight import Claid
from safelight.sandbox import Sandbox
from sandbox_flows import pilio_create, pilio_result, pilio_upload
from support.waiting import HANG


def test_page_needs_nothing_from_outside(sandbox: Sandbox, http: httpx.Client):
    page = http.get(f"{sandbox.url}/")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    for path in ("/sandbox/page/style.css", "/sandbox/page/script.js"):
        assert path in page.text
        asset = http.get(f"{sandbox.url}{path}")
        assert asset.status_code == 200
        assert "http://" not in asset.text
        assert "https://" not in asset.text


def test_state_shows_tasks_with_pictures(sandbox: Sandbox, http: httpx.Client, pilio_key, small_photo):
    file_id = pilio_upload(http, sandbox, pilio_key, small_photo)
    body = {"image_file_id": file_id}
    created = pilio_create(http, sandbox, pilio_key, "/v1/images/remove-background", body).json()["data"]
    pilio_result(http, sandbox, pilio_key, created["task_id"])
    state = http.get(f"{sandbox.url}/sandbox/state").json()
    assert [(task["operation"], task["phase"]) for task in state["tasks"]] == [
        ("remove_background", "succeeded")
    ]
    assert state["ledger"][0]["count"] == 1
    assert sandbox.api_key("pilio") not in str(state)
    assert "Signature" not in str(state)
    shown = state["tasks"][0]
    for path in (shown["before"], shown["outputs"][0]["picture"]):
        answer = http.get(f"{sandbox.url}{path}")
        assert "max-age" in answer.headers["Cache-Control"]
        assert Image.open(io.BytesIO(answer.content)).size == (128, 128)
    for path in ("0/after/7", "9/before", "x/before", "²/before", "0/after/²", f"{'9' * 5000}/before"):
        assert http.get(f"{sandbox.url}/sandbox/tasks/{path}").status_code == 404


def test_pictures_have_other_addresses_in_the_next_sandbox(http: httpx.Client, small_photo):
    """Browsers keep pictures, and the next sandbox may well have the same port."""
    addresses = []
    for _ in range(2):
        with Sandbox(limits=False, task_seconds=0.0) as sandbox:
            key = {"X-API-Key": sandbox.api_key("pilio")}
            body = {"image_file_id": pilio_upload(http, sandbox, key, small_photo)}
            created = pilio_create(http, sandbox, key, "/v1/images/remove-background", body).json()["data"]
            pilio_result(http, sandbox, key, created["task_id"])
            task = http.get(f"{sandbox.url}/sandbox/state").json()["tasks"][0]
            addresses += [task["before"], task["outputs"][0]["picture"]]
    assert len(set(addresses)) == 4


def test_controls_refuse_other_origins(sandbox: Sandbox, http: httpx.Client):
    url = f"{sandbox.url}/sandbox/faults"
    fault = {"kind": "latency"}
    assert http.post(url, json=fault, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert http.post(url, json=fault, headers={"Origin": sandbox.url}).status_code == 201
    localhost = {"Host": f"localhost:{sandbox.port}", "Origin": f"http://localhost:{sandbox.port}"}
    assert http.post(url, json=fault, headers=localhost).status_code == 201
    planned = len(sandbox.faults.planned)
    for origin in (
        "null",
        "http://localhost",
        f"http://[{sandbox.port}",
        f"http://evil.example:{sandbox.port}",
        f"https://127.0.0.1:{sandbox.port}",
        # Another program may have the same port at another address of this machine.
        f"http://127.0.0.2:{sandbox.port}",
        f"http://localhost:{sandbox.port}",
        f"http://[::1]:{sandbox.port}",
    ):
        assert http.post(url, json=fault, headers={"Origin": origin}).status_code == 403
        assert http.delete(url, headers={"Origin": origin}).status_code == 403
    assert len(sandbox.faults.planned) == planned


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_controls_take_nothing_that_a_page_may_send_unasked(sandbox: Sandbox, http: httpx.Client, kind: str):
    """A browser sends such a body to any address without asking it first."""
    before = sandbox.clock.now()
    bodies = {"faults": '{"kind": "latency"}', "clock": '{"advance": 1e6}', "limits": '{"kept": true}'}
    for name, body in bodies.items():
        answer = http.post(f"{sandbox.url}/sandbox/{name}", content=body, headers={"Content-Type": kind})
        assert (answer.status_code, "application/json" in answer.text) == (415, True)
    assert not sandbox.faults.planned
    assert sandbox.clock.now() - before < HANG
    assert sandbox.limits is False


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sandbox/state",
        "/sandbox/faults",
        "/claid/v1/image/edit/async/1",
        "/storage/pilio/a",
        "/nowhere",
    ],
)
def test_a_name_that_was_pointed_here_from_elsewhere_opens_nothing(
    sandbox: Sandbox, http: httpx.Client, path: str
):
    """A page whose own name turns into this address has the same host and origin, and reads all answers."""
    evil = f"evil.example:{sandbox.port}"
    answer = http.get(f"{sandbox.url}{path}", headers={"Host": evil, "Origin": f"http://{evil}"})
    assert answer.status_code == 421
    assert http.get(f"{sandbox.url}{path}", headers={"Host": "[evil"}).status_code == 421


@pytest.mark.parametrize(
    "host", ["127.0.0.1:1", "localhost:{port}", "LOCALHOST", "[::1]:{port}", "192.168.7.7:80"]
)
def test_names_of_this_machine_and_addresses_are_answered(sandbox: Sandbox, http: httpx.Client, host: str):
    answer = http.get(f"{sandbox.url}/sandbox/health", headers={"Host": host.format(port=sandbox.port)})
    assert answer.status_code == 200


def test_options_of_the_whole_server_are_no_fault_of_the_sandbox(sandbox: Sandbox):
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=HANG) as connection:
        connection.sendall(b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(65536).startswith(b"HTTP/1.1 404")


def test_an_upload_is_no_task_on_the_page(sandbox: Sandbox, http: httpx.Client, small_photo):
    with Claid(**sandbox.settings("claid")) as claid:
        bought = claid.resize(small_photo, width=32, filename="a.jpg")
        bought.result()
    assert [task["id"] for task in http.get(f"{sandbox.url}/sandbox/state").json()["tasks"]] == [bought.id]
