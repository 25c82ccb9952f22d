"""Claid's new pictures, videos and storages: they are what was asked for, and say that they are stand-ins."""

import asyncio
import io
from pathlib import Path
from typing import Any

import cv2
import httpx
import numpy as np
import pytest
from claid_api.facts import METHODS
from PIL import Image
from safelight import AsyncClaid, Claid, DownloadFailed, InvalidInput, NotFound
from safelight.sandbox import Sandbox

PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"


@pytest.fixture
def claid(sandbox: Sandbox) -> Any:
    with Claid(sandbox.api_key("claid"), base_url=sandbox.base_url("claid")) as client:
        yield client


def pictures(task: Any) -> list[Image.Image]:
    return [Image.open(io.BytesIO(file.bytes())) for file in task.result(within=600).files]


def pixels(image: Image.Image) -> Any:
    return np.asarray(image.convert("RGB"), int)


def test_the_example_of_outpaint_paints_around_the_picture(claid, sandbox, small_photo):
    (sandbox.connect_storage("mine") / "a.jpg").write_bytes(small_photo)
    example = METHODS["outpaint"]["example"]
    (made,) = pictures(claid.outpaint("storage://mine/a.jpg", **example, output={"format": "png"}))
    given = Image.open(io.BytesIO(small_photo))
    side = given.width // 4
    assert made.size == (given.width + 2 * side, given.height + 2 * side)
    inner = pixels(made.crop((side, side, side + given.width, side + given.height)))
    assert np.abs(inner - pixels(given))[12:-12, 12:-12].max() <= 1


def test_a_scene_has_the_object_where_it_was_put(claid):
    item = Image.new("RGBA", (90, 90), (0, 0, 0, 0))
    item.paste((255, 0, 0, 255), (20, 20, 70, 70))
    written = io.BytesIO()
    item.save(written, "PNG")
    task = claid.add_shadow(
        written.getvalue(), color="#00ff00", scale=0.25, position={"x": 0.25, "y": 0.75}, number_of_images=2
    )
    for made in pictures(task):
        assert made.size == (1024, 1024)
        assert np.abs(pixels(made)[[256, 700], [256, 768]] - [(255, 0, 0), (0, 255, 0)]).max() < 5


@pytest.mark.parametrize(
    ("call", "size"),
    [
        (lambda claid: claid.create_scene(PHOTO, "a table", aspect_ratio="16:9", padding="10%"), (1024, 576)),
        (lambda claid: claid.edit_image(PHOTO, "at night", aspect_ratio="3:2"), (1024, 683)),
        (lambda claid: claid.dress_model([PHOTO, PHOTO], aspect_ratio="9:16"), (576, 1024)),
        (lambda claid: claid.generate_image("a lighthouse"), (1024, 1024)),
        (
            lambda claid: claid.fill_template(PHOTO, PHOTO, view="top", prompt={"generate": True}),
            (1024, 1024),
        ),
    ],
)
def test_pictures_have_the_size_that_was_asked_for(claid, call, size):
    assert [image.size for image in pictures(call(claid))] == [size]


def test_a_video_is_one(claid, tmp_path):
    (saved,) = claid.animate(PHOTO, "she smiles", duration="5").result(within=600).save(tmp_path)
    assert saved.suffix == ".mp4"
    video = cv2.VideoCapture(str(saved))
    assert video.get(cv2.CAP_PROP_FRAME_COUNT) / video.get(cv2.CAP_PROP_FPS) == 2
    first, last = video.read()[1], None
    while (frame := video.read()[1]) is not None:
        last = frame
    assert np.abs(first.astype(int) - last).mean() > 5


def test_text_is_no_video(claid, sandbox, monkeypatch):
    monkeypatch.setattr("safelight.sandbox.vendors.claid_work.pan", lambda *_: b"<html>sorry</html>")
    with pytest.raises(DownloadFailed, match="text came in place of the file"):
        claid.animate(PHOTO, "she smiles").result(within=600).bytes()


def test_a_batch_reads_a_folder_and_writes_to_one(claid, sandbox, small_photo):
    folder = sandbox.connect_storage("mine")
    (folder / "in" / "deep").mkdir(parents=True)
    for name in ("a", "b", "deep/c"):
        (folder / "in" / f"{name}.jpg").write_bytes(small_photo)
    operations = {"resizing": {"width": 32}}
    made = claid.edit_folder("storage://mine/in/", operations, recursive=True, output="storage://mine/out/")
    found = made.result(within=600).raw.results
    assert len(found) == 3
    assert [
        Image.open(io.BytesIO(path.read_bytes())).size for path in sorted((folder / "out").iterdir())
    ] == [(32, 32)] * 3
    assert found[0].output_object.claid_storage_uri == "storage://mine/out/image-1.jpeg"
    assert len(pictures(claid.edit_folder("storage://mine/in", operations))) == 2
    for wrong in ("storage://mine/none/", "storage://other/"):
        (folder / "none").mkdir(exist_ok=True)
        with pytest.raises(InvalidInput, match="input"):
            claid.edit_folder(wrong, operations)


def test_a_storage_can_be_used_once_it_is_connected(claid, sandbox):
    secret = {"bucket": "b", "credentials": {"access_key": "A", "secret_access_key": "hush"}}
    made = claid.create_storage("mine", "s3", secret)
    assert made.parameters.credentials.access_key == "A"
    claid.edit_at_once(PHOTO, {"resizing": {"width": 32}}, output="storage://mine/out.jpg")
    changed = claid.change_storage(
        made.id, name="yours", parameters={"credentials": {"secret_access_key": "x"}}
    )
    assert (changed.name, changed.parameters.bucket) == ("yours", "b")
    again = claid.edit_at_once("storage://yours/out.jpg", {"resizing": {"width": 16}})
    assert pictures(again)[0].size == (16, 16)
    with pytest.raises(InvalidInput, match="already"):
        claid.create_storage("yours", "gcs", secret)
    with pytest.raises(InvalidInput, match="name"):
        claid.create_storage("../up", "gcs", secret)
    claid.delete_storage(made.id)
    assert "yours" not in [one.name for one in claid.storages()]
    for name in ("get_storage", "delete_storage"):
        with pytest.raises(NotFound, match="Storage not found"):
            getattr(claid, name)(made.id)


def test_no_secret_is_answered(sandbox: Sandbox, http: httpx.Client, claid_key):
    base = f"{sandbox.base_url('claid')}/storage/storages"
    credentials = {"access_key": "A", "secret_access_key": "hush-hush"}
    body = {"name": "mine", "type": "s3", "parameters": {"bucket": "b", "credentials": credentials}}
    answers = [http.post(base, headers=claid_key, json=body)]
    number = answers[0].json()["data"]["id"]
    one = f"{base}/{number}"
    answers += [http.get(base, headers=claid_key), http.get(one, headers=claid_key)]
    change = {"parameters": {"credentials": {"secret_access_key": "hush-again"}}}
    answers += [http.patch(one, headers=claid_key, json=change), http.delete(one, headers=claid_key)]
    assert [answer.status_code for answer in answers] == [200] * 5
    assert not [answer.text for answer in answers if "hush" in answer.text]


def test_an_edit_that_fails_at_once_is_a_refusal(claid, sandbox):
    async def tried() -> None:
        async with AsyncClaid(sandbox.api_key("claid"), base_url=sandbox.base_url("claid")) as twin:
            await twin.edit_at_once(PHOTO, {"padding": "90%"})

    for call in (lambda: claid.edit_at_once(PHOTO, {"padding": "90%"}), lambda: asyncio.run(tried())):
        with pytest.raises(InvalidInput, match="padding is more than half"):
            call()


@pytest.mark.parametrize(
    ("operations", "output", "field"),
    [
        ({"padding": "much"}, {}, "operations.padding"),
        ({"padding": "1"}, {}, "operations.padding"),
        ({"background": {"color": "red"}}, {}, "operations.background.color"),
        ({"resizing": {"width": 0}}, {}, "operations.resizing.width"),
        ({"resizing": {"height": "wide"}}, {}, "operations.resizing.height"),
        (
            {"resizing": {"fit": {"type": "outpaint", "outpaint_by": "x"}}},
            {},
            "operations.resizing.fit.outpaint_by",
        ),
        ({"resizing": {"width": 9}}, {"metadata": {"dpi": -1}}, "output.metadata.dpi"),
    ],
)
def test_what_the_document_takes_and_the_sandbox_cannot_read_is_its_refusal(claid, operations, output, field):
    with pytest.raises(InvalidInput, match=field) as caught:
        claid.edit_at_once(PHOTO, operations, output=output)
    assert (caught.value.http_status, caught.value.code) == (422, "9000")


@pytest.mark.parametrize(
    ("operations", "size"),
    [
        ({"resizing": {"width": "12.5%"}}, (16, 16)),
        ({"resizing": {"width": 20}, "background": {"color": "#abc"}}, (20, 20)),
    ],
)
def test_fractions_and_short_colours_are_read(claid, small_photo, operations, size):
    assert pictures(claid.edit_at_once(small_photo, operations))[0].size == size
