"""The sandbox offers exactly the operations of the specs, and its answers agree with their schemas."""

import importlib
import io
import json
import time

import httpx
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from pydantic import TypeAdapter
from safelight.sandbox import Sandbox
from safelight.sandbox.vendors import VENDORS
from sandbox_flows import (
    perfect_result,
    perfect_run,
    perfect_upload,
    pilio_create,
    pilio_result,
    pilio_upload,
)


def facts(vendor: str) -> dict:
    return importlib.import_module(f"{vendor}_api.facts").OPERATIONS


def check(vendor: str, operation: str, answer: httpx.Response) -> dict:
    """Check an answer against the schema of its operation."""
    assert answer.status_code == 200, answer.text
    models = importlib.import_module(f"{vendor}_api.server_models")
    model = getattr(models, facts(vendor)[operation]["response_schema"])
    TypeAdapter(model).validate_json(answer.content, strict=True)
    return answer.json()


def image_at(http: httpx.Client, url: str) -> Image.Image:
    answer = http.get(url)
    assert answer.status_code == 200
    return Image.open(io.BytesIO(answer.content))


@pytest.mark.parametrize("vendor", list(VENDORS))
def test_same_operations_as_the_spec(vendor):
    expected = {
        (name, entry["method"].upper(), entry["path"].replace("{id}", "{task_id}"))
        for name, entry in facts(vendor).items()
    }
    offered = {(entry.operation, entry.method, entry.path) for entry in VENDORS[vendor].make().endpoints()}
    if vendor == "claid":
        expected = {
            (name, method, f"/{v}{path}") for name, method, path in expected for v in ("v1", "v1-beta1")
        }
    assert offered == expected


# Pilio


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


def watermarked(photo: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(photo)).convert("RGB")
    canvas = ImageDraw.Draw(image, "RGBA")
    canvas.text((150, 20), "SAMPLE", font=ImageFont.load_default(44), fill=(255, 255, 255, 190))
    return image


def as_png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


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


# Perfect


def run_perfect(sandbox, http, key, name, slug, payload):
    run = perfect_run(http, sandbox, key, slug, {"request_id": 1, "payload": payload})
    task_id = check("perfect", f"run_{name}", run)["result"]["task_id"]
    perfect_result(http, sandbox, key, slug, task_id)
    answer = http.get(
        f"{sandbox.base_url('perfect')}/s2s/v1.0/task/{slug}", headers=key, params={"task_id": task_id}
    )
    result = check("perfect", f"get_{name}_status", answer)["result"]
    assert result["status"] == "success", result
    return result["results"][0]


def style_of(sandbox, http, key, name, slug):
    base = f"{sandbox.base_url('perfect')}/s2s/v1.0/task"
    groups = http.get(f"{base}/style-group/{slug}", headers=key)
    group = check("perfect", f"list_{name}_style_groups", groups)["result"]["groups"][-1]["id"]
    styles = http.get(f"{base}/style/{slug}", headers=key, params={"style_group_id": group})
    style = check("perfect", f"list_{name}_styles", styles)["result"]["styles"][0]["id"]
    assert group > 2**53 < style
    return {"style_group_id": group, "style_ids": [style]}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("hairstyle", "hair-style"),
        ("wig", "wig"),
        ("hair_extension", "hair-ext"),
        ("hair_bang", "hair-bang"),
        ("hair_volume", "hair-vol"),
    ],
)
def test_perfect_hair(sandbox: Sandbox, http: httpx.Client, perfect_key, small_photo, name, slug):
    params = style_of(sandbox, http, perfect_key, name, slug)
    file_id = perfect_upload(http, sandbox, perfect_key, slug, small_photo)
    payload = {
        "file_sets": {"src_ids": [file_id]},
        "actions": [{"id": 0, "params": params}],
        "output_ext": "jpg",
    }
    result = run_perfect(sandbox, http, perfect_key, name, slug, payload)
    made = np.asarray(image_at(http, result["data"][0]["url"]), int)
    assert made.shape == (128, 128, 3)
    assert np.abs(made - np.asarray(Image.open(io.BytesIO(small_photo)), int))[:50].mean() > 0.5
    payload["actions"][0]["params"]["style_ids"] = [1]
    wrong = perfect_run(http, sandbox, perfect_key, slug, {"request_id": 2, "payload": payload})
    assert (wrong.status_code, wrong.json()["error_code"]) == (400, "InvalidTemplate")


def test_perfect_styles_are_paged(sandbox: Sandbox, http: httpx.Client, perfect_key):
    url = f"{sandbox.base_url('perfect')}/s2s/v1.0/task/style/hair-style"
    seen: list[int] = []
    token, pages = None, 0
    while pages == 0 or token is not None:
        params = {"page_size": 20, **({"starting_token": token} if token else {})}
        result = http.get(url, headers=perfect_key, params=params).json()["result"]
        seen += [style["id"] for style in result["styles"]]
        token, pages = result["next_token"], pages + 1
    assert (len(seen), len(set(seen)), pages) == (44, 44, 3)
    for wrong in ({"page_size": 21}, {"page_size": "x"}, {"starting_token": "x"}, {"style_group_id": "x"}):
        assert http.get(url, headers=perfect_key, params=wrong).status_code == 400
    thumb = http.get(url, headers=perfect_key).json()["result"]["styles"][0]["info"]["thumb"]
    assert image_at(http, thumb).size == (128, 128)


def test_perfect_aging(sandbox: Sandbox, http: httpx.Client, perfect_key, small_photo):
    file_id = perfect_upload(http, sandbox, perfect_key, "aging", small_photo)
    payload = {"file_sets": {"src_ids": [file_id]}, "actions": [{"id": 0}]}
    result = run_perfect(sandbox, http, perfect_key, "aging", "aging", payload)
    ages = [item["res_age"] for item in result["data"]]
    assert ages == sorted(ages)
    assert result["custom_info"]["num_of_photos"] == len(ages) == 7
    assert (result["custom_info"]["age_min"], result["custom_info"]["age_max"]) == (ages[0], ages[-1])


def test_perfect_pairs(sandbox: Sandbox, http: httpx.Client, perfect_key, photo):
    mask = Image.new("L", (512, 512), 0)
    mask.paste(255, (350, 0, 475, 280))
    source = perfect_upload(http, sandbox, perfect_key, "obj-removal", photo)
    drawn = perfect_upload(http, sandbox, perfect_key, "obj-removal", as_png(mask), "image/png")
    payload = {"file_sets": {"src_ids": [source], "mask_ids": [drawn]}, "actions": [{"id": 0}]}
    result = run_perfect(sandbox, http, perfect_key, "object_removal", "obj-removal", payload)
    made = np.asarray(image_at(http, result["data"][0]["url"]).convert("L"), int)
    before = np.asarray(Image.open(io.BytesIO(photo)).convert("L"), int)
    assert np.abs(made - before)[0:250, 380:450].mean() > 15
    assert np.abs(made - before)[300:, :300].mean() < 4
    face = perfect_upload(http, sandbox, perfect_key, "mu-trans-rec", photo)
    payload = {"file_sets": {"src_ids": [face], "ref_ids": [face]}, "actions": [{"id": 0}]}
    run_perfect(sandbox, http, perfect_key, "makeup_transfer", "mu-trans-rec", payload)


def test_perfect_mask_of_another_size(sandbox: Sandbox, http: httpx.Client, perfect_key, photo):
    source = perfect_upload(http, sandbox, perfect_key, "obj-removal", photo)
    mask = as_png(Image.new("L", (10, 10)))
    drawn = perfect_upload(http, sandbox, perfect_key, "obj-removal", mask, "image/png")
    body = {"file_sets": {"src_ids": [source], "mask_ids": [drawn]}, "actions": [{"id": 0}]}
    run = perfect_run(http, sandbox, perfect_key, "obj-removal", {"request_id": 0, "payload": body})
    result = perfect_result(http, sandbox, perfect_key, "obj-removal", run.json()["result"]["task_id"])
    assert (result["status"], result["error"]) == ("error", "invalid_parameter")


def test_perfect_colorize_enhance_and_chaining(sandbox: Sandbox, http: httpx.Client, perfect_key, photo):
    grey = io.BytesIO()
    Image.open(io.BytesIO(photo)).convert("L").save(grey, "JPEG")
    file_id = perfect_upload(http, sandbox, perfect_key, "colorize", grey.getvalue())
    payload = {"file_sets": {"src_ids": [file_id]}, "actions": [{"id": 0}], "output_ext": "webp"}
    result = run_perfect(sandbox, http, perfect_key, "colorize", "colorize", payload)
    coloured = image_at(http, result["data"][0]["url"])
    assert coloured.format == "WEBP"
    assert np.asarray(coloured.convert("HSV"))[:, :, 1].mean() > 30
    # A result's dst_id serves as the input of the next task.
    payload = {
        "file_sets": {"src_ids": [result["data"][0]["dst_id"]]},
        "actions": [{"id": 3, "params": {"scale": 2}}],
    }
    result = run_perfect(sandbox, http, perfect_key, "enhance", "enhance", payload)
    assert result["id"] == 3
    assert image_at(http, result["data"][0]["url"]).size == (1024, 1024)


def test_perfect_image_generator(sandbox: Sandbox, http: httpx.Client, perfect_key):
    params = style_of(sandbox, http, perfect_key, "image_generator", "text-to-image")
    action = {"id": 0, "params": {"prompt": "A red fox in the snow", **params}}
    result = run_perfect(
        sandbox,
        http,
        perfect_key,
        "image_generator",
        "text-to-image",
        {"actions": [action], "output_ext": "jpg"},
    )
    assert image_at(http, result["data"][0]["url"]).size == (1024, 1024)


# Claid


def edit(sandbox, http, key, photo, operations, output=None):
    data = {"operations": operations} if output is None else {"operations": operations, "output": output}
    answer = http.post(
        f"{sandbox.base_url('claid')}/image/edit/upload",
        headers=key,
        files={"file": ("picture.jpg", photo), "data": (None, json.dumps(data), "application/json")},
    )
    made = check("claid", "upload_and_edit", answer)["data"]["output"]
    image = image_at(http, made["tmp_url"])
    assert image.size == (made["width"], made["height"])
    return image


@pytest.mark.parametrize(
    ("resizing", "size"),
    [
        ({"width": 300}, (300, 300)),
        ({"height": "50%"}, (256, 256)),
        ({"width": 300, "height": 200}, (300, 200)),
        ({"width": 300, "height": 200, "fit": {"type": "crop", "crop": "smart"}}, (300, 200)),
        ({"width": 300, "height": 200, "fit": "cover"}, (300, 300)),
        ({"width": 300, "height": 200, "fit": {"type": "bounds"}}, (200, 200)),
        ({"width": 300, "height": 200, "fit": "canvas"}, (300, 200)),
        ({"width": 300, "height": 200, "fit": {"type": "outpaint", "feathering": "20%"}}, (300, 200)),
        ({"fit": {"type": "outpaint", "outpaint_by": "25%"}}, (768, 768)),
    ],
)
def test_claid_resizing(sandbox: Sandbox, http: httpx.Client, claid_key, photo, resizing, size):
    assert edit(sandbox, http, claid_key, photo, {"resizing": resizing}).size == size


def test_claid_padding_and_colour(sandbox: Sandbox, http: httpx.Client, claid_key, photo):
    operations = {
        "background": {"remove": {"clipping": True}, "color": "#0f0"},
        "padding": "10% 5%",
        "resizing": {"width": 200, "height": 100},
    }
    image = edit(sandbox, http, claid_key, photo, operations, {"format": "png"})
    assert image.size == (200, 100)
    assert image.getpixel((1, 1)) == (0, 255, 0)


def test_claid_everything_else(sandbox: Sandbox, http: httpx.Client, claid_key, small_photo):
    operations = {
        "restorations": {
            "decompress": "strong",
            "upscale": {"type": "photo", "version": "2"},
            "polish": True,
        },
        "adjustments": {
            "hdr": {"intensity": 50},
            "exposure": 20,
            "saturation": -30,
            "contrast": 10,
            "sharpness": 40,
        },
        "background": {"blur": {"level": "high", "type": "lens"}},
        "privacy": {"blur_car_plate": True, "identity_crop": True},
    }
    image = edit(sandbox, http, claid_key, small_photo, operations)
    assert image.width == 128
    assert image.height < 128
    style = http.post(
        f"{sandbox.base_url('claid')}/image/edit/upload",
        headers=claid_key,
        files={"file": ("style", small_photo), "data": (None, "{}", "application/json")},
    ).json()["data"]["output"]["tmp_url"]
    edit(
        sandbox,
        http,
        claid_key,
        small_photo,
        {"generative": {"style_transfer": {"style_reference_image": style}}},
    )


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("jpeg", "JPEG"),
        ({"type": "jpeg", "quality": 40, "progressive": False}, "JPEG"),
        ({"type": "png", "compression": "best"}, "PNG"),
        ({"type": "webp", "compression": {"type": "lossless"}}, "WEBP"),
        ({"type": "webp", "compression": "lossy"}, "WEBP"),
        ({"type": "avif", "compression": {"type": "lossy", "quality": 40}}, "AVIF"),
        ("tiff", "TIFF"),
        ({"type": "tiff", "compression": {"type": "lossy", "quality": 60}}, "TIFF"),
    ],
)
def test_claid_formats(sandbox: Sandbox, http: httpx.Client, claid_key, photo, form, kind):
    output = {"format": form, "metadata": {"dpi": 300}}
    image = edit(sandbox, http, claid_key, photo, {"resizing": {"width": 64}}, output)
    assert image.format == kind
    if kind == "JPEG":
        assert round(image.info["dpi"][0]) == 300


def test_claid_cmyk_and_orientation(sandbox: Sandbox, http: httpx.Client, claid_key, photo):
    turned = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.open(io.BytesIO(photo)).crop((0, 0, 300, 200)).save(turned, "JPEG", exif=exif)
    output = {"format": "jpeg", "metadata": {"color_space": "CMYK"}}
    image = edit(sandbox, http, claid_key, turned.getvalue(), {}, output)
    assert (image.mode, image.size) == ("CMYK", (200, 300))


def test_decompression_bomb_is_refused(sandbox: Sandbox, http: httpx.Client, pilio_key):
    bomb = io.BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 20_000
    file_id = pilio_upload(http, sandbox, pilio_key, bomb.getvalue(), name="a.png")
    created = pilio_create(
        http, sandbox, pilio_key, "/v1/images/remove-background", {"image_file_id": file_id}
    ).json()["data"]
    began = time.monotonic()
    result = pilio_result(http, sandbox, pilio_key, created["task_id"])
    assert (result["status"], result["error_type"]) == ("Failed", "too_large")
    assert time.monotonic() - began < 1
