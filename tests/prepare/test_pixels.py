"""Pillow pictures and NumPy arrays are sources like any file."""

import json
from typing import Any

import numpy as np
import pytest
from PIL import Image
from safelight import File, InvalidInput, Options
from support.odd_pictures import content, image_of, in_form, photo
from support.vendors import FakePicWish, FakeYouCam
from support.worlds import Played, play


def sent(source: Any, **arguments: Any) -> Played:
    def scenario(client: Any) -> Any:
        return json.loads((yield client.remove_background(source, **arguments)).token)["name"]

    return play("picwish", FakePicWish, scenario)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (photo(60, 40), b"image.png"),
        (np.asarray(photo(60, 40)), b"image.png"),
        (np.asarray(photo(60, 40))[::-1, ::-1], b"image.png"),
        (np.asarray(photo(60, 40).convert("RGBA")), b"image.png"),
        (np.asarray(photo(60, 40).convert("L")), b"image.png"),
        (photo(60, 40).convert("1"), b"image.png"),
        (File(photo(60, 40), name="cat.jpg"), b"cat.png"),
        (File(np.asarray(photo(60, 40))), b"image.png"),
    ],
)
def test_pixels_are_sent_as_they_are(source: Any, name: bytes) -> None:
    request = sent(source).sent[0]
    found = image_of(in_form(request, "image_file"))
    given = source.content if isinstance(source, File) else source
    assert np.array_equal(np.asarray(found), np.asarray(given))
    assert found.format == "PNG"
    assert b'filename="%s"' % name in request.body


def test_a_picture_is_named_after_its_file(tmp_path: Any) -> None:
    path = tmp_path / "chelsea.jpg"
    path.write_bytes(content(photo(90, 60)))
    played = sent(Image.open(path))
    assert b'filename="chelsea.png"' in played.sent[0].body
    assert played.outcome == "chelsea"
    assert sent(photo(9, 9), filename="me.jpg").outcome == "me"


def test_a_format_that_is_taken_is_chosen() -> None:
    def scenario(client: Any) -> Any:
        for picture in (photo(400, 400), np.asarray(photo(400, 400))):
            with pytest.raises(InvalidInput, match="transparent picture cannot be sent as jpg"):
                yield client.show_aging(Image.new("RGBA", (400, 400)))
            yield client.show_aging(picture)

    played = play("youcam", Jpeg, scenario)
    puts = [one.body for one in played.sent if one.method == "PUT"]
    assert [image_of(body).format for body in puts] == ["JPEG", "JPEG"]


class Jpeg(FakeYouCam):
    steps = (*FakeYouCam.steps[:2], ("POST", "/task/", "create"))


def test_a_picture_keeps_its_orientation(tmp_path: Any) -> None:
    path = tmp_path / "sideways.jpg"
    path.write_bytes(content(photo(60, 40), orientation=6))
    found = image_of(in_form(sent(Image.open(path)).sent[0], "image_file"))
    assert (found.size, found.getexif()[0x0112]) == ((40, 60), 6)

    def scenario(client: Any) -> Any:
        return (yield client.remove_background(Image.open(path))).prepared

    played = play("picwish", FakePicWish, scenario, options=Options(prepare="auto"))
    assert played.outcome == ("sideways.png: turned by 90 degrees, EXIF left out",)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (np.zeros((4, 4, 3)), r"must be of uint8, not float64: .* \(array \* 255\)"),
        (np.zeros((4, 4), bool), r"not bool: a mask is array.astype\(\"uint8\"\) \* 255"),
        (np.zeros((4, 4), "uint16"), r"not uint16: \(array // 257\)"),
        (np.zeros((3, 4, 5), "uint8"), r"not 3 x 4 x 5: pass array.transpose\(1, 2, 0\)"),
        (np.zeros((4, 4, 2), "uint8"), "not 4 x 4 x 2"),
        (np.zeros((0, 4), "uint8"), "not 0 x 4"),
        (np.zeros(4, "uint8"), "height x width"),
        (photo(9, 9).convert("CMYK"), r'mode CMYK cannot be sent as png: pass image.convert\("RGB"\)'),
        (Image.new("F", (9, 9)), "mode F cannot be sent as png"),
    ],
)
def test_what_cannot_be_sent_is_refused(source: Any, said: str) -> None:
    def scenario(client: Any) -> Any:
        with pytest.raises(InvalidInput, match=said):
            yield client.remove_background(source)

    assert play("picwish", FakePicWish, scenario).sent == []


def test_a_damaged_file_shows_when_it_is_sent(tmp_path: Any) -> None:
    path = tmp_path / "cut.jpg"
    path.write_bytes(content(photo())[:9000])

    def scenario(client: Any) -> Any:
        with (
            Image.open(path) as image,
            pytest.raises(InvalidInput, match="cannot be encoded as png: image file is truncated"),
        ):
            yield client.remove_background(image)

    assert play("picwish", FakePicWish, scenario).sent == []
