"""The emulation of YouCam: files by id and by URL, templates, data as results, the account, and what is refused."""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from PIL import Image
from safelight import YouCam
from safelight.batch.catalogue import work_of
from safelight.core.base.facts import load
from safelight.sandbox import Sandbox
from safelight.testing import hurried


class Plain:
    """The API in plain HTTP."""

    def __init__(self, sandbox: Sandbox, http: httpx.Client) -> None:
        self.sandbox = sandbox
        self._http = http
        self._key = {"Authorization": f"Bearer {sandbox.api_key('youcam')}"}

    def ask(self, method: str, path: str, **given: Any) -> httpx.Response:
        return self._http.request(
            method, f"{self.sandbox.base_url('youcam')}/s2s/{path}", headers=self._key, **given
        )

    def announce(self, size: int) -> dict[str, Any]:
        file = {"content_type": "image/jpeg", "file_name": "a.jpg", "file_size": size}
        return self.ask("POST", "v2.0/file", json={"files": [file]}).json()["data"]["files"][0]

    def upload(self, data: bytes) -> str:
        file = self.announce(len(data))
        request = file["requests"][0]
        sent = self._http.request(request["method"], request["url"], headers=request["headers"], content=data)
        assert sent.status_code == 200
        return file["file_id"]

    def run(self, feature: str, **body: Any) -> httpx.Response:
        return self.ask("POST", f"v2.0/task/{feature}", json=body)


@pytest.fixture
def plain(sandbox: Sandbox, http: httpx.Client) -> Plain:
    return Plain(sandbox, http)


@pytest.fixture
def youcam(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[YouCam]:
    for name, value in sandbox.environment().items():
        monkeypatch.setenv(name, value)
    with hurried(), YouCam() as client:
        yield client


def test_a_result_is_the_source_of_another_task_by_its_url(youcam: YouCam, small_photo: bytes) -> None:
    first = youcam.brighten(small_photo, filename="a.jpg").result()
    url = first.files[0].url
    assert url is not None
    second = youcam.remove_background(url).result()
    assert Image.open(io.BytesIO(second.bytes())).mode == "RGBA"


def test_what_cannot_be_fetched_fails_the_task_and_is_not_charged(plain: Plain) -> None:
    task = plain.run("sod", src_file_url=f"{plain.sandbox.url}/nowhere").json()["data"]["task_id"]
    state: dict[str, Any] = {}
    while state.get("task_status") not in {"success", "error"}:
        state = plain.ask("GET", f"v2.0/task/sod/{task}").json()["data"]
    assert (state["task_status"], state["error"]) == ("error", "error_download_image")
    assert [entry.outcome for entry in plain.sandbox.ledger.entries] == ["released"]


def test_a_run_sent_twice_is_charged_twice(plain: Plain, small_photo: bytes) -> None:
    source = plain.upload(small_photo)
    ids = {plain.run("sod", src_file_id=source).json()["data"]["task_id"] for _ in range(2)}
    assert len(ids) == 2
    assert plain.sandbox.ledger.count(vendor="youcam") == 2


def test_refusals(plain: Plain, small_photo: bytes) -> None:
    source = plain.upload(small_photo)
    never_sent = plain.announce(9)["file_id"]
    wrong = {"Authorization": "Bearer wrong"}
    url = f"{plain.sandbox.base_url('youcam')}/s2s/v2.0/task/sod"
    for answer, status, code in (
        (plain.run("sod"), 400, "InvalidParameters"),
        (plain.run("sod", src_file_id=source, src_file_url="https://a.b/c"), 400, "InvalidParameters"),
        (plain.run("hair-ext", src_file_id=source, template_id="none"), 400, "InvalidTemplate"),
        (plain.run("sod", src_file_id=never_sent), 404, "unknown_internal_error"),
        (plain.ask("GET", "v2.0/task/sod/none"), 400, "InvalidTaskId"),
        (plain.ask("POST", "v2.0/task/delete", json={"task_id": "none"}), 400, "InvalidTaskId"),
        (httpx.post(url, headers=wrong, json={"src_file_id": source}), 401, "InvalidApiKey"),
    ):
        assert (answer.status_code, answer.json()["error_code"]) == (status, code), answer.text


def test_a_task_of_another_feature_is_none(plain: Plain, small_photo: bytes) -> None:
    task = plain.run("sod", src_file_id=plain.upload(small_photo)).json()["data"]["task_id"]
    assert plain.ask("GET", f"v2.0/task/lighting/{task}").status_code == 400


def test_a_task_that_nobody_asks_for_is_lost_and_not_charged(
    plain: Plain, small_photo: bytes, still: None
) -> None:
    task = plain.run("sod", src_file_id=plain.upload(small_photo)).json()["data"]["task_id"]
    plain.sandbox.clock.advance(11)
    assert plain.ask("GET", f"v2.0/task/sod/{task}").json()["error_code"] == "InvalidTaskId"
    assert [entry.outcome for entry in plain.sandbox.ledger.entries] == ["released"]


def test_an_unfinished_task_cannot_be_deleted(plain: Plain, small_photo: bytes) -> None:
    plain.sandbox.task_seconds = 100.0
    task = plain.run("sod", src_file_id=plain.upload(small_photo)).json()["data"]["task_id"]
    answer = plain.ask("POST", "v2.0/task/delete", json={"task_id": task})
    assert (answer.status_code, answer.json()["error_code"]) == (400, "OperationInvalid")


def test_skin_is_told_as_an_archive_or_as_data(youcam: YouCam, small_photo: bytes) -> None:
    concerns = ["hd_pore", "hd_acne"]
    archive = youcam.analyze_skin(small_photo, concerns=concerns).result()
    with zipfile.ZipFile(io.BytesIO(archive.bytes())) as files:
        scores = json.loads(files.read("skinanalysisResult/score_info.json"))
    told = youcam.analyze_skin(small_photo, concerns=concerns, format="json").result()
    assert json.loads(told.bytes())["output"] == scores["output"]
    assert told.files[0].type == "application/json"
    assert told.raw.results
    assert [score.type_ for score in told.raw.results.output or ()] == concerns


def test_data_is_saved_as_json(youcam: YouCam, small_photo: bytes, tmp_path) -> None:
    result = youcam.measure_hair_length(small_photo, filename="head.jpg").result()
    (path,) = result.save(f"{tmp_path}/")
    assert path.name == "head.json"
    assert json.loads(path.read_text("utf-8"))["hair_length"]["term"] == "above chest"


def test_what_a_pre_process_finds_is_chosen_by_its_place(youcam: YouCam, small_photo: bytes) -> None:
    found = youcam.find_faces_to_reshape(small_photo, filename="a.jpg").result()
    (region,) = found.raw.results.result
    assert region.width > 0 < region.height
    assert json.loads(found.bytes())["result"][0]["left"] == region.left
    (face,) = youcam.find_faces_to_swap(small_photo, filename="a.jpg").result().raw.results.faces
    assert face.bbox == [region.left, region.top, region.left + region.width, region.top + region.height]
    made = youcam.reshape_face(small_photo, features={"eye_size": 40}, index=0, filename="a.jpg").result()
    assert Image.open(io.BytesIO(made.bytes())).size == (128, 128)


def test_portraits_are_charged_in_whole_units(youcam: YouCam, sandbox: Sandbox, small_photo: bytes) -> None:
    for count in (1, 2, 3):
        youcam.make_headshot(small_photo, template_id="headshot_001", output_count=count).result()
    assert [entry.credits for entry in sandbox.ledger.entries] == [1, 1, 2]


def test_designs_of_nails_go_with_the_hand(youcam: YouCam, sandbox: Sandbox, small_photo: bytes) -> None:
    design = io.BytesIO()
    Image.new("RGBA", (300, 600), (200, 0, 0, 255)).save(design, "PNG")
    effect = {"sub_type": "design", "finger": "index", "ref_file_index": 0, "texture": "matte"}
    shine = {"reflection": 5, "contrast": 5, "roughness": 5}
    youcam.try_nails(
        small_photo, effect_type="press_on_nails", effects=[effect | shine], designs=[design.getvalue()]
    ).result()
    sent = [record for record in sandbox.requests if record.operation == "put_object"]
    assert len(sent) == 2


def test_templates_come_page_by_page(youcam: YouCam) -> None:
    templates = list(youcam.templates("hairstyle"))
    assert len({template.id for template in templates}) == len(templates) > 20


def test_the_balance_is_that_of_the_account(youcam: YouCam, sandbox: Sandbox, small_photo: bytes) -> None:
    sandbox.ledger.set_balance("youcam", 7)
    youcam.colorize(small_photo, filename="a.jpg").result()
    assert youcam.balance()[0].amount_dec == 5
    (spent,) = youcam.credit_history().history or ()
    assert spent.action == "api_colorize"
    first = youcam.feature_costs(page_size=2)
    assert youcam.feature_costs(page_size=2, starting_token=first.next_token).skus != first.skus


def test_every_stated_price_counts_in_a_batch() -> None:
    for name, method in load("youcam_api").methods.items():
        work = work_of("youcam", name)
        assert (work.price(method.example) is None) == ("credits" not in work.create.extension), name
