"""Claid's rules: how long a result is there, what a connected storage gives, which parts a form has."""

import json

import httpx
import pytest
from safelight.sandbox import FaultKind, Sandbox
from sandbox_flows import DATA, NO_CHANGE
from test_claid_edits import post_edit, wait_for


@pytest.fixture
def start(sandbox: Sandbox, http: httpx.Client, claid_key):
    def send(**body: object) -> httpx.Response:
        url = f"{sandbox.base_url('claid')}/image/edit/async"
        # Not by httpx, which writes no halves of characters.
        return http.post(url, headers=claid_key, content=json.dumps(body))

    return send


def test_a_result_is_there_for_a_day(sandbox: Sandbox, http: httpx.Client, claid_key, start, small_photo):
    (sandbox.connect_storage("mine") / "in.jpg").write_bytes(small_photo)
    task_id = start(input="storage://mine/in.jpg", operations=NO_CHANGE).json()["data"]["id"]
    url = f"{sandbox.base_url('claid')}/image/edit/async/{task_id}"
    wait_for(http, url, claid_key)
    sandbox.clock.advance(80_000)
    late = wait_for(http, url, claid_key)["result"]["output_object"]["tmp_url"]
    assert http.get(late).status_code == 200
    sandbox.clock.advance(7_000)
    assert http.get(late).status_code == 403


def test_a_style_comes_from_a_connected_storage(
    sandbox: Sandbox, http: httpx.Client, claid_key, start, small_photo
):
    folder = sandbox.connect_storage("mine")
    (folder / "in.jpg").write_bytes(small_photo)
    (folder / "style.jpg").write_bytes((DATA / "astronaut.jpg").read_bytes())

    def styled(address: str) -> httpx.Response:
        transfer = {"style_transfer": {"style_reference_image": address}}
        return start(input="storage://mine/in.jpg", operations={"generative": transfer})

    tasks = [styled(f"storage://mine/{name}.jpg").json()["data"]["id"] for name in ("style", "gone")]
    base = f"{sandbox.base_url('claid')}/image/edit/async"
    done, lost = (wait_for(http, f"{base}/{number}", claid_key) for number in tasks)
    assert done["status"] == "DONE"
    assert lost["errors"][0]["error"] == "There is no storage://mine/gone.jpg."
    for wrong in ("storage://other/style.jpg", "ftp://example.com/style.jpg"):
        answer = styled(wrong)
        assert answer.status_code == 422
        assert "operations.generative.style_transfer.style_reference_image" in answer.json()["error_details"]


@pytest.mark.parametrize(
    "name", ["a.jpg/..", ".", "a.jpg/.", "x" * 256, "é" * 128, "a//b.jpg", "\ud800.jpg", "a\0.jpg"]
)
def test_what_names_no_file_is_refused(sandbox: Sandbox, start, small_photo, name):
    (sandbox.connect_storage("mine") / "a.jpg").write_bytes(small_photo)
    for addresses in (
        {"input": f"storage://mine/{name}"},
        {"input": "storage://mine/a.jpg", "output": f"storage://mine/{name}"},
    ):
        answer = start(operations=NO_CHANGE, **addresses)
        assert answer.status_code == 422
        assert str(sandbox.world.storage.root) not in answer.text


@pytest.mark.parametrize("name", ["folder", "a.jpg/below.jpg"])
def test_what_cannot_be_written_is_told_by_its_address(
    sandbox: Sandbox, http: httpx.Client, claid_key, start, small_photo, name
):
    folder = sandbox.connect_storage("mine")
    (folder / "a.jpg").write_bytes(small_photo)
    (folder / "folder").mkdir()
    created = start(
        input="storage://mine/a.jpg", operations=NO_CHANGE, output=f"storage://mine/{name}"
    ).json()["data"]
    data = wait_for(http, f"{sandbox.base_url('claid')}/image/edit/async/{created['id']}", claid_key)
    assert [item["error"] for item in data["errors"]] == [f"storage://mine/{name} could not be written."]


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"data": (None, "{}", "image/png")}, "data"),
        ({"data": (None, "{}")}, "data"),
        ({"data": (None, "{}", "application/json"), "more": (None, "1")}, "more"),
        ({"data": (None, "{}", "application/json"), "other": ("b.jpg", b"x")}, "other"),
    ],
)
def test_other_parts_of_the_form_are_refused(
    sandbox: Sandbox, http: httpx.Client, claid_key, small_photo, parts, field
):
    answer = http.post(
        f"{sandbox.base_url('claid')}/image/edit/upload",
        headers=claid_key,
        files={"file": ("a.jpg", small_photo), **parts},
    )
    assert (answer.status_code, list(answer.json()["error_details"])) == (422, [field])


@pytest.mark.parametrize("worked", [False, True])
def test_a_planned_refusal_has_the_headers_of_the_limit(
    sandbox: Sandbox, http: httpx.Client, claid_key, small_photo, worked
):
    sandbox.limits = True
    sandbox.faults.add(FaultKind.RATE_LIMITED, "claid", worked=worked, retry_after="7")
    answer = post_edit(sandbox, http, claid_key, small_photo, {})
    assert answer.status_code == 429
    assert (answer.headers["RateLimit-Remaining"], answer.headers["RateLimit-Reset"]) == ("-1", "7")
