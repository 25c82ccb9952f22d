"""The one true path through each vendor: a photograph in, a cutout out."""

import base64
import io
import json
import time

import httpx
import numpy as np
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
    sod_body,
)


def check_cutout(data: bytes) -> None:
    """Check that the astronaut stands and the flag and the shuttle behind her are gone."""
    image = Image.open(io.BytesIO(data))
    assert (image.size, image.mode) == ((256, 256), "RGBA")
    alpha = np.asarray(image)[:, :, 3]
    assert alpha[55, 110] == 255  # her face
    assert alpha[175, 100] == 255  # her suit
    assert alpha[20, 10] == 0  # the flag
    assert alpha[75, 210] == 0  # the shuttle
    assert alpha[15, 175] == 0  # the wall
    assert 0.3 < (alpha > 128).mean() < 0.7


def test_pilio(sandbox: Sandbox, http: httpx.Client, pilio_key, portrait):
    file_id = pilio_upload(http, sandbox, pilio_key, portrait)
    created = pilio_create(
        http, sandbox, pilio_key, "/v1/images/remove-background", {"image_file_id": file_id}
    ).json()["data"]
    assert created["status_url"] == f"/v1/tasks/{created['task_id']}/status"
    result = pilio_result(http, sandbox, pilio_key, created["task_id"])
    check_cutout(http.get(result["files"][0]["download_url"]).content)
    assert sandbox.ledger.count("pilio", "remove_background") == 1


def test_pilio_trims(sandbox: Sandbox, http: httpx.Client, pilio_key, portrait):
    file_id = pilio_upload(http, sandbox, pilio_key, portrait)
    body = {"image_file_id": file_id, "trim_transparent_background": True, "quality_type": "fast"}
    created = pilio_create(http, sandbox, pilio_key, "/v1/images/remove-background", body).json()["data"]
    result = pilio_result(http, sandbox, pilio_key, created["task_id"])
    image = Image.open(io.BytesIO(http.get(result["files"][0]["download_url"]).content))
    assert image.height < 256
    assert np.asarray(image)[0, :, 3].any()


def test_perfect(sandbox: Sandbox, http: httpx.Client, perfect_key, portrait):
    file_id = perfect_upload(http, sandbox, perfect_key, "sod", portrait)
    task_id = perfect_run(http, sandbox, perfect_key, "sod", sod_body(file_id)).json()["result"]["task_id"]
    assert "+" in task_id
    assert "/" in task_id
    result = perfect_result(http, sandbox, perfect_key, "sod", task_id)
    check_cutout(http.get(result["results"][0]["data"][0]["url"]).content)
    assert [entry.outcome for entry in sandbox.ledger.entries] == ["charged"]


@pytest.mark.parametrize("prefix", ["v1", "v1-beta1"])
def test_claid(sandbox: Sandbox, http: httpx.Client, claid_key, portrait, prefix):
    base = f"{sandbox.url}/claid/{prefix}/image/edit"
    stored = http.post(
        f"{base}/upload",
        headers=claid_key,
        files={"file": ("portrait", portrait, "image/jpeg"), "data": (None, "{}", "application/json")},
    ).json()["data"]
    assert stored["output"]["width"] == 256
    assert "portrait" in stored["output"]["tmp_url"]
    accepted = http.post(
        f"{base}/async",
        headers=claid_key,
        json={
            "input": stored["output"]["tmp_url"],
            "operations": {"background": {"remove": True, "color": "transparent"}},
            "output": {"format": "png"},
        },
    ).json()["data"]
    assert accepted["status"] == "ACCEPTED"
    assert accepted["result_url"] == f"{base}/async/{accepted['id']}"
    while (data := http.get(accepted["result_url"], headers=claid_key).json()["data"])["status"] not in {
        "DONE",
        "ERROR",
    }:
        assert data["result"] == {}
        time.sleep(0.02)
    assert data["errors"] == []
    check_cutout(http.get(data["result"]["output_object"]["tmp_url"]).content)
    assert sandbox.ledger.count("claid") == 1


def test_claid_upload_with_operations(sandbox: Sandbox, http: httpx.Client, claid_key, portrait):
    edit = {
        "operations": {"background": {"remove": {"clipping": False}}},
        "output": {"format": {"type": "png"}},
    }
    answer = http.post(
        f"{sandbox.base_url('claid')}/image/edit/upload",
        headers=claid_key,
        files={"file": ("portrait", portrait), "data": (None, json.dumps(edit), "application/json")},
    )
    data = answer.json()["data"]
    assert data["input"]["format"] == "JPEG"
    check_cutout(http.get(data["output"]["tmp_url"]).content)


def picwish(http, sandbox, key, portrait, **fields):
    return http.post(
        f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation",
        headers=key,
        data=fields,
        files={"image_file": ("a.jpg", portrait, "image/jpeg")},
    )


def test_picwish_asynchronous(sandbox: Sandbox, http: httpx.Client, picwish_key, portrait):
    created = picwish(http, sandbox, picwish_key, portrait, sync="0").json()["data"]
    assert list(created) == ["task_id"]
    url = f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation/{created['task_id']}"
    while 0 <= (data := http.get(url, headers=picwish_key).json()["data"])["state"] != 1:
        time.sleep(0.02)
    assert (data["state"], data["progress"]) == (1, 100)
    check_cutout(http.get(data["image"]).content)


def test_picwish_synchronous_url_with_mask(sandbox: Sandbox, http: httpx.Client, picwish_key, portrait):
    data = picwish(http, sandbox, picwish_key, portrait, sync="1", output_type="1").json()["data"]
    check_cutout(http.get(data["image"]).content)
    mask = np.asarray(Image.open(io.BytesIO(http.get(data["mask"]).content)).convert("L"))
    assert mask[55, 110] == 255
    assert mask[15, 175] == 0


def test_picwish_base64(sandbox: Sandbox, http: httpx.Client, picwish_key, portrait):
    data = picwish(http, sandbox, picwish_key, portrait, sync="1", return_type="2").json()["data"]
    check_cutout(base64.b64decode(data["image"]))


def test_picwish_binary(sandbox: Sandbox, http: httpx.Client, picwish_key, portrait):
    answer = picwish(http, sandbox, picwish_key, portrait, sync="1", return_type="3")
    assert answer.headers["Content-Type"] == "image/png"
    check_cutout(answer.content)


def test_picwish_colour_and_crop(sandbox: Sandbox, http: httpx.Client, picwish_key, portrait):
    answer = picwish(
        http,
        sandbox,
        picwish_key,
        portrait,
        sync="1",
        return_type="3",
        format="jpg",
        bg_color="00ff00",
        crop="1",
    )
    assert answer.headers["Content-Type"] == "image/jpeg"
    image = Image.open(io.BytesIO(answer.content))
    assert image.height < 256
    red, green, blue = np.asarray(image)[5, -5]
    assert green > 200
    assert max(red, blue) < 100


def test_picwish_by_url(sandbox: Sandbox, http: httpx.Client, picwish_key, pilio_key, portrait):
    first = picwish(http, sandbox, picwish_key, portrait, sync="1").json()["data"]["image"]
    data = http.post(
        f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation",
        headers=picwish_key,
        data={"image_url": first, "sync": "1"},
    ).json()["data"]
    assert data["state"] == 1
    gone = http.post(
        f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation",
        headers=picwish_key,
        data={"image_url": f"{sandbox.url}/nothing-here", "sync": "1"},
    ).json()["data"]
    assert gone["state"] == -3


def test_plain_picture_has_no_focus_and_is_cut_out_all_the_same(sandbox, http, picwish_key):
    target = io.BytesIO()
    Image.new("RGB", (92, 40)).save(target, "PNG")
    answer = picwish(http, sandbox, picwish_key, target.getvalue(), sync="1", return_type="3")
    assert answer.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (92, 40)
