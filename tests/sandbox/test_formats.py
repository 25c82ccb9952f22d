"""Each vendor takes the formats of its document, and none takes those that no document names."""

import io
import shutil
import subprocess

import httpx
import pytest
from PIL import Image
from safelight.sandbox import Sandbox
from sandbox_flows import (
    perfect_result,
    perfect_run,
    perfect_upload,
    pilio_create,
    pilio_result,
    pilio_upload,
)


@pytest.fixture
def encoded(small_photo):
    def encode(kind: str) -> bytes:
        target = io.BytesIO()
        Image.open(io.BytesIO(small_photo)).save(target, kind)
        return target.getvalue()

    return encode


@pytest.mark.parametrize(
    ("kind", "state"),
    [("JPEG", 1), ("BMP", 1), ("PNG", 1), ("WEBP", 1), ("TIFF", 1), ("GIF", -7), ("PPM", -7), ("AVIF", -7)],
)
def test_picwish_formats(sandbox: Sandbox, http: httpx.Client, picwish_key, encoded, kind, state):
    answer = http.post(
        f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation",
        headers=picwish_key,
        data={"sync": "1"},
        files={"image_file": ("a.jpg", encoded(kind))},
    )
    assert answer.json()["data"]["state"] == state


@pytest.mark.parametrize(
    ("slug", "kind", "status"),
    [
        ("aging", "PNG", "success"),
        ("aging", "WEBP", "error"),
        ("colorize", "JPEG", "success"),
        ("colorize", "WEBP", "error"),
        ("colorize", "GIF", "error"),
    ],
)
def test_perfect_formats(sandbox: Sandbox, http: httpx.Client, perfect_key, encoded, slug, kind, status):
    file_id = perfect_upload(http, sandbox, perfect_key, slug, encoded(kind))
    body = {"request_id": 1, "payload": {"file_sets": {"src_ids": [file_id]}, "actions": [{"id": 0}]}}
    task_id = perfect_run(http, sandbox, perfect_key, slug, body).json()["result"]["task_id"]
    result = perfect_result(http, sandbox, perfect_key, slug, task_id)
    assert (result["status"], result.get("error")) == (
        status,
        None if status == "success" else "error_decode_image",
    )


def test_perfect_hairstyle_takes_no_png(sandbox: Sandbox, http: httpx.Client, perfect_key, encoded):
    base = f"{sandbox.base_url('perfect')}/s2s/v1.0/task"
    group = http.get(f"{base}/style-group/hair-style", headers=perfect_key).json()["result"]["groups"][0][
        "id"
    ]
    styles = http.get(
        f"{base}/style/hair-style", headers=perfect_key, params={"style_group_id": group}
    ).json()
    for kind, status in (("JPEG", "success"), ("PNG", "error")):
        file_id = perfect_upload(http, sandbox, perfect_key, "hair-style", encoded(kind))
        chosen = {"style_group_id": group, "style_ids": [styles["result"]["styles"][0]["id"]]}
        payload = {
            "file_sets": {"src_ids": [file_id]},
            "actions": [{"id": 0, "params": chosen}],
            "output_ext": "jpg",
        }
        body = {"request_id": len(kind), "payload": payload}
        task_id = perfect_run(http, sandbox, perfect_key, "hair-style", body).json()["result"]["task_id"]
        assert perfect_result(http, sandbox, perfect_key, "hair-style", task_id)["status"] == status


@pytest.mark.parametrize(("kind", "status"), [("WEBP", "Succeeded"), ("TIFF", "Failed"), ("GIF", "Failed")])
def test_pilio_formats(sandbox: Sandbox, http: httpx.Client, pilio_key, encoded, kind, status):
    file_id = pilio_upload(http, sandbox, pilio_key, encoded(kind), name="a.png")
    body = {"image_file_id": file_id}
    created = pilio_create(http, sandbox, pilio_key, "/v1/images/upscale", body).json()["data"]
    assert pilio_result(http, sandbox, pilio_key, created["task_id"])["status"] == status


def test_no_upload_starts_ghostscript(sandbox: Sandbox, http: httpx.Client, claid_key, encoded, monkeypatch):
    started: list[object] = []
    monkeypatch.setattr(shutil, "which", lambda name, *_, **__: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "check_call", lambda command, **_: started.append(command))
    answer = http.post(
        f"{sandbox.base_url('claid')}/image/edit/upload",
        headers=claid_key,
        files={
            "file": ("a.png", encoded("EPS")),
            "data": (None, "{}", "application/json"),
        },
    )
    assert (answer.status_code, started) == (422, [])
    assert answer.json()["error_message"] == "file: The file is not a readable image."
