"""Perfect's features do what they say, and their answers agree with the schemas."""

import io

import httpx
import numpy as np
import pytest
from PIL import Image
from safelight.sandbox import Sandbox
from sandbox_flows import as_png, check, image_at, perfect_result, perfect_run, perfect_upload


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
    assert {http.get(url, headers=perfect_key, params={"page_size": n}).status_code for n in (0, 21)} == {400}
    for name in ("page_size", "starting_token", "style_group_id"):
        for wrong in ("x", "-1", "²", "1" * 5000):
            answer = http.get(url, headers=perfect_key, params={name: wrong})
            assert (answer.status_code, answer.json()["error_code"]) == (400, "InvalidParameters")
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


def test_perfect_has_a_mask_for_each_image(sandbox: Sandbox, http: httpx.Client, perfect_key, small_photo):
    file_id = perfect_upload(http, sandbox, perfect_key, "obj-removal", small_photo)
    for images, masks in ((2, 1), (1, 2)):
        body = {
            "file_sets": {"src_ids": [file_id] * images, "mask_ids": [file_id] * masks},
            "actions": [{"id": 0}],
        }
        run = perfect_run(http, sandbox, perfect_key, "obj-removal", {"request_id": 0, "payload": body})
        assert (run.status_code, run.json()["error_code"]) == (400, "InvalidParameters")


def test_perfect_plain_picture_has_no_face(sandbox: Sandbox, http: httpx.Client, perfect_key):
    plain = as_png(Image.new("RGB", (200, 200), "blue"))
    file_id = perfect_upload(http, sandbox, perfect_key, "aging", plain, "image/png")
    body = {"request_id": 0, "payload": {"file_sets": {"src_ids": [file_id]}, "actions": [{"id": 0}]}}
    task_id = perfect_run(http, sandbox, perfect_key, "aging", body).json()["result"]["task_id"]
    result = perfect_result(http, sandbox, perfect_key, "aging", task_id)
    assert (result["status"], result["error"]) == ("error", "error_no_face")
    assert sandbox.ledger.spent("perfect") == 0


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
