"""A picture whose end is missing is refused before anything is bought, and a whole one never, whatever follows it."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight import File
from safelight.core.transfers.sources import prepare
from safelight.errors import InvalidInput
from support.scripted import Download
from support.vendors import PNG, FakePilio
from support.worlds import play

Image = pytest.importorskip("PIL.Image")
PHOTOS = sorted((Path(__file__).parents[1] / "data").glob("*.jpg"))
SAID = "cut off: its end is missing. Copy it again"
LARGE = 300_000
"""More bytes than are searched at a time."""
SMALL = b"\xff\xd8\xff\xdb some small picture \xff\xd9"


def photo(**options: object) -> bytes:
    """A photograph with a small picture of itself in its header, as cameras write."""
    file = io.BytesIO()
    thumbnail = b"Exif\0\0II*\0" + SMALL
    with Image.open(PHOTOS[0]) as image:
        image.save(file, "JPEG", **{"exif": thumbnail, "quality": 80, **options})
    return file.getvalue()


def drawn(kind: str) -> bytes:
    file = io.BytesIO()
    with Image.open(PHOTOS[0]) as image:
        image.resize((70, 50)).save(file, kind)
    return file.getvalue()


def video(size: int) -> bytes:
    """What a phone appends to a photograph, without anything that looks like a JPEG's end."""
    return b"\0\0\0\x18ftypmp42" + os.urandom(size).replace(b"\xff", b"\xfe")


def refused(content: object) -> bool:
    """Whether a picture is refused for its end."""
    try:
        prepare(File(content))
    except InvalidInput as error:
        return SAID in error.message
    return False


WHOLE = {
    "progressive": photo(progressive=True),
    "with restart markers": photo(restart_marker_rows=1),
    "with a large header": photo(icc_profile=os.urandom(200_000)),
    "padded with zeros": photo() + bytes(LARGE),
    "with another picture behind it": photo() + photo(quality=20),
    "with a video behind it": photo() + video(LARGE),
    "with a small video behind it": photo() + video(1000),
    "with fill bytes before its end": photo()[:-2] + b"\xff" * 9 + b"\xff\xd9",
    "png": drawn("PNG"),
    "png with more behind it": drawn("PNG") + bytes(LARGE),
}


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_picture_is_taken_whatever_follows_it(kind, tmp_path):
    path = tmp_path / "picture"
    path.write_bytes(WHOLE[kind])
    with path.open("rb") as file:
        assert not any(map(refused, (WHOLE[kind], str(path), file)))


@pytest.mark.parametrize("path", PHOTOS, ids=lambda path: path.name)
def test_photographs_are_taken(path):
    assert not refused(path)


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"icc_profile": os.urandom(200_000)}])
@pytest.mark.parametrize("kept", [0.02, 0.3, 0.9, -1])
def test_a_cut_photograph_is_refused(options, kept, tmp_path):
    whole = photo(**options)
    content = whole[: int(kept) if kept < 0 else int(len(whole) * kept)]
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    with path.open("rb") as file:
        assert all(map(refused, (content, path, file)))


@given(st.sampled_from(["JPEG", "PNG"]), st.data())
@settings(max_examples=100, deadline=None)
def test_a_picture_cut_anywhere_is_refused(kind, data):
    whole = drawn(kind)
    assert refused(whole[: data.draw(st.integers(64, len(whole) - 8))])


@given(st.binary(max_size=300), st.integers(0, 300))
def test_no_bytes_break_the_reading(content, at):
    whole = PHOTOS[0].read_bytes()[:300]
    for file in (b"\xff\xd8\xff" + content, b"\x89PNG\r\n\x1a\n" + content, whole[:at] + content + b"\0"):
        refused(file)


class Trickle(io.BytesIO):
    """A file that gives fewer bytes than it is asked for."""

    def read(self, size=-1, /):
        return super().read(min(size, 1000))


def test_a_file_that_gives_few_bytes_at_a_time_is_not_taken_for_a_cut_one():
    assert not refused(Trickle(photo()))


@pytest.mark.parametrize("source", ["cut.jpg", "cut bytes", "fetched"])
def test_nothing_is_sent_of_a_cut_picture(source, tmp_path):
    content = photo()[:-2000]
    path = tmp_path / "cut.jpg"
    path.write_bytes(content)
    url = "https://store.test/down/cut.jpg"
    given = {"cut.jpg": path, "cut bytes": content, "fetched": File(url, fetch=True)}[source]

    def scenario(client):
        with pytest.raises(InvalidInput) as caught:
            yield client.remove_background(given)
        return str(caught.value)

    played = play("pilio", lambda: FakePilio({"download": [Download(200, {}, (content,))]}), scenario)
    name = "the source" if source == "cut bytes" else "cut.jpg"
    assert played.outcome == f"pilio.remove_background: {name} is {SAID}"
    assert {sent.method for sent in played.sent} <= {"GET"}


def test_a_whole_picture_is_bought_with_a_video_behind_it():
    def scenario(client):
        task = yield client.remove_background(WHOLE["with a video behind it"])
        yield task.result()

    play("pilio", FakePilio, scenario)
    assert not refused(PNG)
