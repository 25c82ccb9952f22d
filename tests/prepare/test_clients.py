"""Clients send prepared copies, say what they changed, and buy nothing where that cannot be done."""

import asyncio
import gc
import hashlib
import json
import threading
import warnings
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from safelight import AsyncPicWish, ConfigurationError, InvalidInput, Options, PicturePrepared
from safelight.core.base.facts import InputFacts
from safelight.core.transfers import part_files, preparing
from safelight.core.transfers.sources import measure
from safelight.prepare import encoding, pictures
from support.clients import api_of, make_client
from support.odd_pictures import content, difference, image_of, in_form, photo
from support.scripted import AsyncScriptedHttp, Script
from support.vendors import FakePicWish, FakePilio, FakeYouCam
from support.worlds import Played, play

AUTO = Options(prepare="auto")


class Inpaint(FakePicWish):
    steps = (("POST", "/inpaint", "create"), ("GET", "/inpaint/", "status"))


class AnyTask(FakeYouCam):
    steps = (*FakeYouCam.steps[:2], ("POST", "/task/", "create"))


def prepared(played: Played) -> list[PicturePrepared]:
    return [event for event in played.events if isinstance(event, PicturePrepared)]


def test_a_copy_is_sent_and_told_of(tmp_path: Path) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(content(photo(5000, 50), orientation=6))
    before = hashlib.sha256(path.read_bytes()).digest()
    said = (
        "holiday.jpg: turned by 90 degrees, 5000 x 50 to 4096 x 40 px (at most 4096 px wide), EXIF left out"
    )

    def scenario(client: Any) -> Any:
        task = yield client.remove_background(path)
        assert client.resume(task.token).prepared == task.prepared
        return task.prepared

    played = play("picwish", FakePicWish, scenario, options=AUTO)
    assert played.outcome == (said,)
    (event,) = prepared(played)
    assert str(event) == said
    assert (event.parameter, event.before, event.after) == ("image", (5000, 50), (4096, 40))
    image = image_of(in_form(played.sent[0], "image_file"))
    assert image.size == (4096, 40)
    assert difference(image, photo(4096, 40)) < 4
    assert b'filename="holiday.jpg"' in played.sent[0].body
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_picture_that_fits_is_sent_byte_for_byte() -> None:
    data = content(photo())

    def scenario(client: Any) -> Any:
        return (yield client.remove_background(data)).prepared

    played = play("picwish", FakePicWish, scenario, options=AUTO)
    assert played.outcome == ()
    assert prepared(played) == []
    assert in_form(played.sent[0], "image_file") == data


def test_one_call_is_prepared_alone() -> None:
    data = content(photo(40, 30), orientation=3)

    def scenario(client: Any) -> Any:
        auto = yield client.with_options(prepare="auto").remove_background(data)
        kept = yield client.with_options(poll_cost=1).remove_background(data)
        off = yield client.with_options(prepare="auto").with_options(prepare=None).remove_background(data)
        return [len(task.prepared) for task in (auto, kept, off)]

    assert play("youcam", FakeYouCam, scenario).outcome == [1, 0, 0]


def test_without_it_the_refusal_names_it() -> None:
    def scenario(client: Any) -> Any:
        for name, data in (("large", content(photo(4200, 10))), ("deep", content(photo(), "GIF"))):
            with pytest.raises(
                InvalidInput, match=r': Options\(prepare="auto"\) sends a copy that fits'
            ) as caught:
                yield client.remove_background(data, filename=name)
            assert caught.value.field == "image"
        with pytest.raises(InvalidInput) as caught:
            yield client.remove_background(b"%PDF-1.7")
        assert "prepare" not in caught.value.message

    assert play("picwish", FakePicWish, scenario).sent == []


def limited(client: Any, operation: str, *parameters: str, **limits: Any) -> None:
    """Give an operation other limits than its document does."""
    api = api_of(client)
    known = api.facts.operations[operation]
    inputs = {**known.inputs, **dict.fromkeys(parameters, InputFacts(**limits))}
    operations = {**api.facts.operations, operation: known._replace(inputs=inputs)}
    api.facts = api.facts._replace(operations=operations)


def test_rectangles_are_scaled_with_their_picture() -> None:
    boxes = [{"x": 11, "y": 20, "width": 101, "height": 51}, {"x": 590, "y": 390, "width": 10, "height": 10}]

    def scenario(client: Any) -> Any:
        limited(client, "create_inpainting", "image", maximum_width=300)
        return (yield client.remove_object(content(photo(600, 400)), rectangles=boxes)).prepared

    played = play("picwish", Inpaint, scenario, options=AUTO)
    assert played.outcome[0].endswith("(at most 300 px wide), rectangles scaled alike")
    assert json.loads(in_form(played.sent[0], "rectangles")) == [
        {"x": 5, "y": 10, "width": 51, "height": 26},
        {"x": 295, "y": 195, "width": 5, "height": 5},
    ]
    assert boxes[0]["x"] == 11


def test_the_sides_of_a_crop_are_scaled_with_their_picture() -> None:
    sides = {"crop_input_x": 500, "crop_input_y": 0, "crop_input_width": 100, "crop_input_height": 20}
    place = {
        "output_width": 500,
        "output_height": 500,
        "input_x": 1,
        "input_y": 2,
        "input_width": 3,
        "input_height": 4,
    }

    def scenario(client: Any) -> Any:
        limited(client, "run_image_extender", "image", maximum_width=300)
        return (yield client.outpaint(content(photo(600, 400)), **sides, **place)).prepared

    sent = play("youcam", AnyTask, scenario, options=AUTO).sent[-1].json
    assert {name: sent[name] for name in sides} == {
        "crop_input_x": 250,
        "crop_input_y": 0,
        "crop_input_width": 50,
        "crop_input_height": 10,
    }
    assert {name: sent[name] for name in place} == place


def test_a_mask_is_resized_with_its_picture() -> None:
    mask = Image.new("L", (600, 400))
    mask.paste(255, (0, 0, 300, 400))

    def scenario(client: Any) -> Any:
        limited(client, "create_inpainting", "image", maximum_width=300)
        return (yield client.remove_object(content(photo(600, 400)), mask=mask)).prepared

    played = play("picwish", Inpaint, scenario, options=AUTO)
    assert [event.parameter for event in prepared(played)] == ["image", "mask"]
    sent = image_of(in_form(played.sent[0], "mask_file"))
    assert sent.size == image_of(in_form(played.sent[0], "image_file")).size == (300, 200)
    assert sent.tobytes() == mask.resize((300, 200), Image.Resampling.NEAREST).tobytes()


def refused(client: Any, call: Any, said: str) -> Any:
    with pytest.raises(InvalidInput, match=said) as caught:
        yield call(client)
    return caught.value.field


@pytest.mark.parametrize(
    ("vendor", "fake", "call", "said", "field"),
    [
        (
            "picwish",
            Inpaint,
            lambda client: client.remove_object(
                content(photo(), orientation=6), rectangles=[{"x": 1, "y": 1, "width": 9, "height": 9}]
            ),
            r"rectangles: the picture is turned by its EXIF data.*exif_transpose",
            "rectangles",
        ),
        (
            "pilio",
            FakePilio,
            lambda client: client.remove_watermark(
                content(photo(), orientation=3), boxes=[{"x1": 1, "y1": 1, "x2": 9, "y2": 9}]
            ),
            "boxes: the picture is turned by its EXIF data",
            "boxes",
        ),
        (
            "picwish",
            Inpaint,
            lambda client: client.remove_object(
                content(photo(), orientation=3), mask="https://example.com/m.png"
            ),
            "mask: the vendor fetches it by its URL",
            "mask",
        ),
        (
            "picwish",
            Inpaint,
            lambda client: client.remove_object(content(photo()), mask=content(photo(9, 9))),
            "mask: .* is a mask of 9 x 9 pixels",
            "mask",
        ),
        (
            "picwish",
            FakePicWish,
            lambda client: client.remove_background(content(photo(), "GIF")[:5000], filename="cut.gif"),
            "image: cut.gif cannot be decoded, it is damaged",
            "image",
        ),
    ],
)
def test_nothing_is_bought_where_it_cannot_be_done(
    vendor: str, fake: Any, call: Any, said: str, field: str
) -> None:
    played = play(vendor, fake, lambda client: refused(client, call, said), options=AUTO)
    assert played.outcome == field
    assert played.sent == []


def test_places_of_an_upright_picture_stay() -> None:
    boxes = [{"x1": 1, "y1": 2, "x2": 9, "y2": 9}]

    def scenario(client: Any) -> Any:
        return (yield client.remove_watermark(content(photo().convert("CMYK")), boxes=boxes)).prepared

    played = play("pilio", FakePilio, scenario, options=AUTO)
    assert played.outcome == ("image.jpg: CMYK to sRGB",)
    assert any(sent.body and b'"x1"' in sent.body and sent.json["boxes"] == boxes for sent in played.sent)


def test_no_copy_outlives_its_upload(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def kept() -> Any:
        made.append(part_files.temporary_file())
        return made[-1]

    monkeypatch.setattr(encoding, "temporary_file", kept)
    data = content(photo(), orientation=6)

    def scenario(client: Any) -> Any:
        yield client.remove_background(data)
        limited(client, "create_segmentation", "image", maximum_bytes=10)
        with pytest.raises(InvalidInput):
            yield client.remove_background(data)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        play("picwish", FakePicWish, scenario, options=AUTO)
        gc.collect()
    assert len(made) > 4
    assert all(file.closed for file in made)
    assert [str(warning.message) for warning in caught] == []


def test_an_event_loop_decodes_nothing_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = set()
    decode = pictures.decode

    def seen(*arguments: Any) -> None:
        threads.add(threading.current_thread())
        decode(*arguments)

    monkeypatch.setattr(pictures, "decode", seen)
    played = []

    async def main() -> None:
        client = make_client(AsyncPicWish, http=AsyncScriptedHttp(Script(FakePicWish())), options=AUTO)
        played.append(await client.remove_background(content(photo(), orientation=6)))

    asyncio.run(main())
    assert played[0].prepared
    assert threads
    assert threading.main_thread() not in threads


@pytest.mark.parametrize("value", ["automatic", True, 1])
def test_another_word_is_refused(value: Any) -> None:
    with pytest.raises(ConfigurationError, match="prepare: must be") as caught:
        Options(prepare=value)
    assert caught.value.field == "prepare"


def test_a_missing_pillow_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "find_spec", lambda _name: None)
    for use in (lambda: Options(prepare="auto"), lambda: measure(photo())):
        with pytest.raises(
            ConfigurationError, match=r"needs Pillow, of the extra images: pip install pillow"
        ):
            use()
