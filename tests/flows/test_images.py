"""What the first bytes of a file say, compared with what Pillow wrote."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.core.facts import InputFacts
from safelight.core.images import format_of, media_type_of, size_of
from safelight.core.sources import HEAD, File, prepare
from safelight.errors import InvalidInput

Image = pytest.importorskip("PIL.Image")
FORMATS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP", "gif": "GIF", "bmp": "BMP", "tiff": "TIFF"}
SIZED = {"png", "jpg", "webp", "gif", "bmp"}
TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
}


def drawn(name: str, size: tuple[int, int], mode: str = "RGB", **options: object) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, 7).save(file, FORMATS[name], **options)
    return file.getvalue()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FORMATS)), st.integers(1, 700), st.integers(1, 700))
def test_format_and_size_are_pillows(name, width, height):
    content = drawn(name, (width, height))
    assert format_of(content[:HEAD]) == name
    assert size_of(content[:HEAD]) == ((width, height) if name in SIZED else None)
    assert media_type_of(name) == TYPES[name]


@pytest.mark.parametrize(
    "options",
    [
        {"progressive": True},
        {"exif": b"Exif\0\0" + b"II*\0" + bytes(40_000)},
        {"icc_profile": bytes(30_000)},
        {"comment": b"c" * 5000},
        {"quality": 1, "subsampling": 2},
    ],
)
def test_jpegs_with_much_before_their_size(options):
    assert size_of(drawn("jpg", (321, 123), **options)[:HEAD]) == (321, 123)


@pytest.mark.parametrize(
    "options", [{"lossless": True}, {"lossless": False}, {"exif": b"Exif\0\0II*\0", "lossless": True}]
)
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_all_kinds_of_webp(options, mode):
    assert size_of(drawn("webp", (300, 200), mode, **options)) == (300, 200)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(content):
    size_of(content)
    format_of(content)


@given(st.sampled_from(sorted(FORMATS)), st.data())
@settings(max_examples=150, deadline=None)
def test_no_damaged_picture_breaks_the_reading(name, data):
    content = bytearray(drawn(name, (33, 44)))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    size_of(bytes(content[: data.draw(st.integers(0, len(content)))]))


def test_limits_are_checked_before_anything_is_sent():
    file = prepare(File(drawn("png", (300, 200)), "a.png"))
    file.check("Vendor", "image", InputFacts(formats=("png", "jpeg"), maximum_bytes=10**6, maximum_width=300))
    for limits, said in (
        (InputFacts(formats=("jpeg",)), "png file; allowed are jpeg"),
        (InputFacts(maximum_bytes=10), "at most 10"),
        (InputFacts(maximum_width=299), "wide"),
        (InputFacts(maximum_height=199), "high"),
        (InputFacts(maximum_long_side=299), "long side"),
        (InputFacts(maximum_short_side=199), "short side"),
        (InputFacts(minimum_short_side=201), "at least 201"),
    ):
        with pytest.raises(InvalidInput, match=said):
            file.check("Vendor", "image", limits)


def test_what_a_file_is_counts_for_more_than_its_name():
    file = prepare(File(drawn("jpg", (3, 3)), "picture.png"))
    assert (file.format, file.type, file.pixels) == ("jpg", "image/jpeg", (3, 3))
