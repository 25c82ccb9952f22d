"""PicWish's other tasks: one pattern, and what each makes of its picture."""

import io

import httpx
import numpy as np
import pytest
from PIL import Image
from safelight.sandbox import Sandbox


def made(http: httpx.Client, sandbox: Sandbox, path: str, files=None, **fields: str) -> dict[str, object]:
    """The finished task of a form."""
    key = {"X-API-KEY": sandbox.api_key("picwish")}
    url = f"{sandbox.base_url('picwish')}/api/tasks/{path}"
    parts = {name: (None, value) for name, value in fields.items()} | (files or {})
    answer = http.post(url, headers=key, files=parts).json()
    if answer["status"] != 200:
        return answer
    while True:
        data = http.get(f"{url}/{answer['data']['task_id']}", headers=key).json()["data"]
        if data["state"] not in range(2, 7) and data["state"] != 0:
            return data


def picture(http: httpx.Client, url: object) -> Image.Image:
    return Image.open(io.BytesIO(http.get(str(url)).content))


def drawn(mode: str, size: tuple[int, int], colour: object, kind: str = "PNG") -> bytes:
    written = io.BytesIO()
    Image.new(mode, size, colour).save(written, kind)
    return written.getvalue()


@pytest.fixture
def source(small_photo: bytes) -> dict[str, tuple[str, bytes]]:
    return {"image_file": ("a.jpg", small_photo)}


def test_a_list_goes_as_json(http, sandbox, source):
    task = made(http, sandbox, "visual/inpaint", source, rectangles='[{"x":0,"y":0,"width":40,"height":128}]')
    before = np.asarray(Image.open(io.BytesIO(source["image_file"][1])).convert("RGB"), int)
    changed = np.abs(np.asarray(picture(http, task["image"]).convert("RGB"), int) - before).max(axis=2) > 0
    assert changed[:, :40].any()
    assert not changed[:, 40:].any()
    for wrong in ("10,10", '{"x":0}', '[{"x":0}]', "[]"):
        refused = made(http, sandbox, "visual/inpaint", source, rectangles=wrong)
        assert (refused["status"], "rectangles" in str(refused["message"])) == (400, True)


def test_a_mask_is_as_large_as_its_picture(http, sandbox, source):
    mask = {"mask_file": ("m.png", drawn("L", (10, 10), 255))}
    for path in ("visual/inpaint", "visual/retouching-collection"):
        task = made(http, sandbox, path, {**source, **mask})
        assert (task["state"], "size" in str(task["state_detail"])) == (-1, True)


def test_a_file_is_made_to_a_size(http, sandbox, source):
    task = made(http, sandbox, "visual/imgcompress", source, kbyte="3", width="100")
    content = http.get(str(task["image"])).content
    assert len(content) <= 3 * 1024
    assert Image.open(io.BytesIO(content)).size == (100, 100)


@pytest.mark.parametrize(
    ("path", "fields", "size"),
    [
        ("visual/idphoto", {"size": "300x400"}, (300, 400)),
        ("visual/external/idphoto", {}, (295, 413)),
        ("visual/external/idphoto", {"mm_width": "35", "mm_height": "45", "dpi": "254"}, (350, 450)),
        ("visual/scale", {}, (512, 512)),
        ("visual/scale", {"scale_factor": "1", "type": "face"}, (128, 128)),
        ("visual/scale-pro", {"type": "1"}, (256, 256)),
    ],
)
def test_a_picture_has_the_size_that_was_asked_for(http, sandbox, source, path, fields, size):
    assert picture(http, made(http, sandbox, path, source, **fields)["image"]).size == size


def test_what_is_charged_is_what_the_price_list_says(http, sandbox, source):
    key = {"X-API-KEY": sandbox.api_key("picwish")}
    sandbox.ledger.set_balance("picwish", 20)
    cutout = {"image_file": ("a.png", drawn("RGBA", (64, 64), (9, 9, 9, 128)))}
    task = made(http, sandbox, "visual/background", cutout, prompt="a lake")
    assert task["image_1"] != task["image_2"]
    assert "image_2" not in made(http, sandbox, "visual/background", cutout, scene_type="3", batch_size="1")
    made(http, sandbox, "visual/scale-pro", source, type="1")
    balance = http.get(f"{sandbox.base_url('picwish')}/api/customers/package-credits", headers=key).json()
    assert balance["data"] == [{"remaining_credits": 7, "used_credits": 13}]
    assert [entry.credits for entry in sandbox.ledger.entries] == [6, 3, 4]


@pytest.mark.parametrize(("form", "state"), [("txt", 1), ("pdf", 1), ("docx", -1)])
def test_text_that_is_not_read_says_so(http, sandbox, source, form, state):
    task = made(http, sandbox, "document/ocr", source, format=form)
    assert task["state"] == state
    if form == "txt":
        assert "stand-in" in http.get(str(task["file"])).text


@pytest.mark.parametrize(
    ("path", "kind", "fields", "made_of_it"),
    [
        ("document/conversion", "PDF", {"format": "png"}, b"\x89PNG"),
        ("document/conversion", "PDF", {"format": "doc-repair"}, b"%PDF"),
        ("document/conversion", "JPEG", {"format": "pdf"}, b"%PDF"),
        ("document/conversion", "PDF", {"format": "docx"}, b""),
        ("document/pdfedit", "PDF", {"type": "rotate", "angle": "90"}, b"%PDF"),
        ("document/pdfedit", "PDF", {"type": "watermark", "text": "mine"}, b"%PDF"),
    ],
)
def test_documents_become_what_the_sandbox_can_write(http, sandbox, path, kind, fields, made_of_it):
    file = {"file": (f"page.{kind.lower()}".replace("jpeg", "jpg"), drawn("RGB", (90, 60), 200, kind))}
    task = made(http, sandbox, path, file, **fields)
    assert task["state"] == (1 if made_of_it else -1)
    if made_of_it:
        assert http.get(str(task["file"])).content.startswith(made_of_it)


def test_coins_are_those_of_the_account(http, sandbox):
    sandbox.ledger.set_balance("picwish", 20)
    key = {"X-API-KEY": sandbox.api_key("picwish")}
    answer = http.get(f"{sandbox.base_url('picwish')}/api/customers/coins", headers=key).json()
    assert answer["data"] == {"coins": 20}
