"""Pilio's tools do what they say, and their answers agree with the schemas."""

import io
import os
import subprocess
import sys
from pathlib import Path

import httpx
import numpy as np
import pytest
from PIL import Image
from safelight.sandbox import Sandbox
from sandbox_flows import as_png, check, image_at, pilio_create, pilio_result, pilio_upload, watermarked
from support.waiting import HANG


def run_pilio(sandbox, http, key, path, body, operation):
    created = check("pilio", operation, pilio_create(http, sandbox, key, path, body))["data"]
    base = f"{sandbox.base_url('pilio')}/v1/tasks/{created['task_id']}"
    pilio_result(http, sandbox, key, created["task_id"])
    check("pilio", "get_task_status", http.get(f"{base}/status", headers=key))
    data = check("pilio", "get_task_result", http.get(f"{base}/result", headers=key))["data"]
    assert data["status"] == "Succeeded", data
    return data


def test_pilio_upscale(sandbox: Sandbox, http: httpx.Client, pilio_key, photo):
    file_id = pilio_upload(http, sandbox, pilio_key, photo)
    body = {"image_file_id": file_id, "type": "2X", "enhance_face": True}
    data = run_pilio(sandbox, http, pilio_key, "/v1/images/upscale", body, "upscale_image")
    assert image_at(http, data["files"][0]["download_url"]).size == (1024, 1024)
    assert sandbox.ledger.spent("pilio") == 3
    wrong = pilio_create(http, sandbox, pilio_key, "/v1/images/upscale", {**body, "type": "huge"})
    assert (wrong.status_code, wrong.json()["message"]) == (400, "type: not a factor such as 2X")


@pytest.mark.parametrize("mode", ["auto", "manual"])
def test_pilio_watermark(sandbox: Sandbox, http: httpx.Client, pilio_key, photo, mode):
    image = watermarked(photo)
    file_id = pilio_upload(http, sandbox, pilio_key, as_png(image), name="a.png")
    body = {"image_file_id": file_id, "mode": mode}
    path = "/v1/images/remove-watermark"
    if mode == "manual":
        assert pilio_create(http, sandbox, pilio_key, path, body).status_code == 400
        body["boxes"] = [{"x1": 28, "y1": 3, "x2": 70, "y2": 15}]
    data = run_pilio(sandbox, http, pilio_key, path, body, "remove_image_watermark")
    clean = np.asarray(image_at(http, data["files"][0]["download_url"]).convert("L"), int)
    marked, original = (
        np.asarray(image.convert("L"), int),
        np.asarray(Image.open(io.BytesIO(photo)).convert("L"), int),
    )
    where = np.abs(marked - original) > 40
    assert np.abs(clean - original)[where].mean() < 0.6 * np.abs(marked - original)[where].mean()


@pytest.mark.parametrize("mode", ["editable", "ai"])
def test_pilio_pdf(sandbox: Sandbox, http: httpx.Client, pilio_key, photo, mode):
    pdfium = pytest.importorskip("pypdfium2")
    source = io.BytesIO()
    page = watermarked(photo)
    page.save(source, "PDF", save_all=True, append_images=[page], resolution=72)
    file_id = pilio_upload(http, sandbox, pilio_key, source.getvalue(), name="a.pdf")
    body = {"pdf_file_id": file_id, "mode": mode}
    data = run_pilio(sandbox, http, pilio_key, "/v1/pdfs/remove-watermark", body, "remove_pdf_watermark")
    document = pdfium.PdfDocument(http.get(data["files"][0]["download_url"]).content)
    assert len(document) == 2
    assert max(abs(a - b) for a, b in zip(document[0].get_size(), (512, 512), strict=True)) < 3
    document.close()
    assert sandbox.ledger.spent("pilio") == 2


@pytest.mark.integration
def test_pdfs_at_the_same_time_do_not_end_the_process():
    pytest.importorskip("pypdfium2")
    ended = subprocess.run(
        [sys.executable, Path(__file__).with_name("parallel_pdfs.py"), "2"],
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [str(["Succeeded"] * 4)] * 2 + ["80"]


def test_pilio_generation_and_edit(sandbox: Sandbox, http: httpx.Client, pilio_key, photo):
    body = {"prompt": "A quiet sea at night", "aspect_ratio": "3:2", "output_count": 2, "resolution": "0.5K"}
    path = "/v1/images/gpt-image-2/generations"
    data = run_pilio(sandbox, http, pilio_key, path, body, "create_gpt_image_2_generation")
    assert [image_at(http, file["download_url"]).size for file in data["files"]] == [(512, 341)] * 2
    assert data["zip_file"]["type"] == "zip"
    assert sandbox.ledger.spent("pilio") == 4
    file_id = pilio_upload(http, sandbox, pilio_key, photo)
    body = {
        "prompt": "watercolour",
        "image_file_ids": [file_id],
        "resolution": "0.5K",
        "aspect_ratio": "16:9",
    }
    data = run_pilio(
        sandbox, http, pilio_key, "/v1/images/gpt-image-2/edits", body, "create_gpt_image_2_edit"
    )
    assert image_at(http, data["files"][0]["download_url"]).size == (512, 288)


def test_pilio_heic(sandbox: Sandbox, http: httpx.Client, pilio_key, small_photo):
    pillow_heif = pytest.importorskip("pillow_heif")
    picture = Image.open(io.BytesIO(small_photo)).crop((0, 0, 128, 96))
    exif = Image.Exif()
    exif[0x0112] = 6
    phone = io.BytesIO()
    pillow_heif.from_pillow(picture).save(phone, exif=exif.tobytes())
    file_id = pilio_upload(http, sandbox, pilio_key, phone.getvalue(), name="a.heic")
    data = run_pilio(
        sandbox, http, pilio_key, "/v1/images/upscale", {"image_file_id": file_id}, "upscale_image"
    )
    larger = image_at(http, data["files"][0]["download_url"])
    assert larger.size == (192, 256)
    back = np.asarray(larger.transpose(Image.Transpose.ROTATE_90).resize((128, 96)).convert("L"), int)
    assert np.abs(back - np.asarray(picture.convert("L"), int)).mean() < 12


def test_decompression_bomb_is_refused(sandbox: Sandbox, http: httpx.Client, pilio_key):
    bomb = io.BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 20_000
    file_id = pilio_upload(http, sandbox, pilio_key, bomb.getvalue(), name="a.png")
    created = pilio_create(
        http, sandbox, pilio_key, "/v1/images/remove-background", {"image_file_id": file_id}
    ).json()["data"]
    result = pilio_result(http, sandbox, pilio_key, created["task_id"])
    assert (result["status"], result["error_type"]) == ("Failed", "too_large")
