"""Claid's operations and formats do what they say, and their answers agree with the schemas."""

import io
import json
from typing import Any

import httpx
import numpy as np
import pytest
from PIL import Image, ImageCms
from safelight.sandbox import Sandbox
from sandbox_flows import as_png, check, image_at
from support.waiting import until


def post_edit(sandbox, http, key, photo, data):
    return http.post(
        f"{sandbox.base_url('claid')}/image/edit/upload",
        headers=key,
        files={"file": ("picture.jpg", photo), "data": (None, json.dumps(data), "application/json")},
    )


def edit(sandbox, http, key, photo, operations, output=None):
    data = {name: value for name, value in (("operations", operations), ("output", output)) if value}
    answer = post_edit(sandbox, http, key, photo, data)
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


def test_claid_outpaint_adds_around_the_picture(sandbox: Sandbox, http: httpx.Client, claid_key, small_photo):
    resizing = {"fit": {"type": "outpaint", "outpaint_by": "50% 25%", "feathering": "5%"}}
    image = edit(sandbox, http, claid_key, small_photo, {"resizing": resizing}, {"format": "png"})
    assert image.size == (192, 256)
    inner = np.asarray(image.crop((32, 64, 160, 192)), int)[4:-4, 4:-4]
    photo = np.asarray(Image.open(io.BytesIO(small_photo)), int)[4:-4, 4:-4]
    assert np.abs(inner - photo).max() <= 1


@pytest.mark.parametrize("fit", ["outpaint", {"type": "outpaint", "outpaint_by": "50%"}])
@pytest.mark.parametrize(("colour", "corner"), [("#ff0000", (255, 0, 0, 255)), ("transparent", (0,))])
def test_claid_outpaint_leaves_the_background_removed(
    sandbox: Sandbox, http: httpx.Client, claid_key, portrait, fit, colour, corner
):
    operations = {
        "background": {"remove": True, "color": colour},
        "resizing": {"width": 400, "height": 256, "fit": fit},
    }
    image = edit(sandbox, http, claid_key, portrait, operations, {"format": "png"}).convert("RGBA")
    for point in ((5, 5), (image.width - 6, 5), (image.width // 2 + 80, image.height // 2 - 120)):
        assert image.getpixel(point)[-len(corner) :] == corner


def test_claid_outpaint_of_many_times_the_size(sandbox: Sandbox, http: httpx.Client, claid_key, small_photo):
    resizing = {"fit": {"type": "outpaint", "outpaint_by": "800%"}}
    image = edit(sandbox, http, claid_key, small_photo, {"resizing": resizing})
    assert image.size == (17 * 128, 17 * 128)


def test_claid_crops_a_strip_without_making_it_huge(sandbox: Sandbox, http: httpx.Client, claid_key):
    strip = as_png(Image.linear_gradient("L").resize((4000, 2)))
    for fit in ("crop", {"type": "crop", "crop": "smart"}):
        resizing = {"width": 50, "height": 50, "fit": fit}
        assert edit(sandbox, http, claid_key, strip, {"resizing": resizing}).size == (50, 50)


@pytest.mark.parametrize(
    ("operations", "message"),
    [
        ({"padding": "10000px"}, "file: The padding is more than half of the width or height."),
        (
            {"resizing": {"fit": {"type": "outpaint", "outpaint_by": "20000px"}}},
            "file: The result would have 40128 x 40128 pixels.",
        ),
        (
            {"resizing": {"fit": {"type": "outpaint", "outpaint_by": "nonsense"}}},
            "operations.resizing.fit.outpaint_by: not a length such as 10% or 20px",
        ),
        (
            {"resizing": {"fit": {"type": "outpaint", "outpaint_by": "1% 1% 1% 1% 1%"}}},
            "operations.resizing.fit.outpaint_by: not a length such as 10% or 20px",
        ),
    ],
)
def test_claid_impossible_sizes(
    sandbox: Sandbox, http: httpx.Client, claid_key, small_photo, operations, message
):
    answer = post_edit(sandbox, http, claid_key, small_photo, {"operations": operations})
    assert (answer.status_code, answer.json()["error_message"]) == (422, message)


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


@pytest.mark.parametrize(
    ("kind", "values", "white"),
    [
        ("PNG", np.uint16, 65535),
        ("TIFF", np.uint16, 65535),
        ("TIFF", np.int32, 65535),
        ("TIFF", np.int32, 2**31 - 1),
        ("TIFF", np.float32, 1),
        ("TIFF", np.float32, 255),
    ],
)
def test_claid_grey_of_more_than_eight_bits(
    sandbox: Sandbox, http: httpx.Client, claid_key, kind, values, white
):
    grey = np.asarray(Image.linear_gradient("L").resize((64, 64)))
    source = io.BytesIO()
    Image.fromarray((grey * (white / grey.max())).astype(values)).save(source, kind)
    image = edit(sandbox, http, claid_key, source.getvalue(), {}, {"format": "png"})
    assert image.mode == "RGB"
    assert np.abs(np.asarray(image.convert("L"), int) - grey * (255 / grey.max())).max() <= 1


def test_claid_keeps_what_is_opaque(sandbox: Sandbox, http: httpx.Client, claid_key, small_photo):
    photo = Image.open(io.BytesIO(small_photo))
    source = io.BytesIO()
    lab = ImageCms.profileToProfile(
        photo, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    lab.save(source, "TIFF")
    image = edit(sandbox, http, claid_key, source.getvalue(), {}, {"format": "png"})
    assert image.mode == "RGB"
    assert np.abs(np.asarray(image, int) - np.asarray(photo, int)).mean() < 3


def test_claid_connected_storage(sandbox: Sandbox, http: httpx.Client, claid_key, small_photo):
    base = f"{sandbox.base_url('claid')}/image/edit/async"
    folder = sandbox.connect_storage("mine")
    (folder / "in.jpg").write_bytes(small_photo)

    def start(source: str, target: str) -> httpx.Response:
        body = {"input": source, "operations": {"resizing": {"width": 64}}, "output": target}
        return http.post(base, headers=claid_key, json=body)

    task_id = start("storage://mine/in.jpg", "storage://mine/made/out.jpg").json()["data"]["id"]
    lost_id = start("storage://mine/gone.jpg", "storage://mine/gone.jpg").json()["data"]["id"]
    documents = [wait_for(http, f"{base}/{number}", claid_key) for number in (task_id, lost_id)]
    made = documents[0]["result"]["output_object"]
    assert (made["tmp_url"], made["claid_storage_uri"]) == (None, "storage://mine/made/out.jpg")
    assert Image.open(io.BytesIO((folder / "made" / "out.jpg").read_bytes())).size == (64, 64)
    assert documents[1]["errors"][0]["error"] == "There is no storage://mine/gone.jpg."
    for source, target in (
        ("storage://mine/../in.jpg", "storage://mine/out.jpg"),
        ("storage://mine/in.jpg", "storage://other/out.jpg"),
        ("storage://mine/in.jpg", "storage://mine/folder/"),
    ):
        assert start(source, target).status_code == 422
    with pytest.raises(ValueError, match="not a storage name"):
        sandbox.connect_storage("../mine")


def wait_for(http: httpx.Client, url: str, key: dict[str, str]) -> dict[str, Any]:
    """Poll an edit until it is over; what was answered then."""
    until(lambda: http.get(url, headers=key).json()["data"]["status"] in {"DONE", "ERROR"})
    return http.get(url, headers=key).json()["data"]
