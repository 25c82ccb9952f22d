"""What the first bytes of a file say, compared with what Pillow wrote."""

import io
import struct
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.core.base.facts import InputFacts
from safelight.core.transfers.images import format_of, media_type_of, size_of
from safelight.core.transfers.sources import HEAD, File, prepare
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
    file.check("image", InputFacts(formats=("png", "jpeg"), maximum_bytes=10**6, maximum_width=300))
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
            file.check("image", limits)


def test_what_a_file_is_counts_for_more_than_its_name():
    file = prepare(File(drawn("jpg", (3, 3)), "picture.png"))
    assert (file.format, file.type, file.pixels) == ("jpg", "image/jpeg", (3, 3))


def os2_bitmap(width: int, height: int) -> bytes:
    rows = bytes((width * 3 + 3) // 4 * 4) * height
    header = struct.pack("<IHHHH", 12, width, height, 1, 24)
    return b"BM" + struct.pack("<IHHI", 26 + len(rows), 0, 0, 26) + header + rows


def with_height(bitmap: bytes, height: int) -> bytes:
    return bitmap[:22] + struct.pack("<i", height) + bitmap[26:]


def test_all_kinds_of_bitmap():
    assert size_of(os2_bitmap(100, 80)) == (100, 80) == Image.open(io.BytesIO(os2_bitmap(100, 80))).size
    drawn_up = drawn("bmp", (100, 80))
    top_down = with_height(drawn_up, -80)
    assert size_of(top_down) == (100, 80) == Image.open(io.BytesIO(top_down)).size
    assert size_of(drawn_up[:14] + struct.pack("<I", 7) + drawn_up[18:]) is None, "no known header"
    assert size_of(with_height(drawn_up, 0)) is None


def test_jpegs_with_fill_bytes_and_markers_without_a_length():
    plain = drawn("jpg", (321, 123))
    assert size_of(plain[:2] + b"\xff\xff\xff" + plain[2:]) == (321, 123)
    assert size_of(plain[:2] + b"\xff\x01\xff\xd0" + plain[2:]) == (321, 123)


def test_a_jpeg_that_tells_its_height_later_is_of_unknown_size():
    content = bytearray(drawn("jpg", (321, 123)))
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 7] = b"\0\0"
    assert size_of(bytes(content)) is None


def test_a_png_of_an_iphone_has_a_chunk_before_its_size():
    plain = drawn("png", (321, 123))
    chunk = b"\0\0\0\4CgBI\x50\0\x20\2\x2b\xd5\xb3\x7f"
    assert size_of(plain[:8] + chunk + plain[8:]) == (321, 123)
    assert size_of(plain[:8] + b"\0\0\0\4oddA" + bytes(8) + plain[8:]) is None


@pytest.mark.parametrize("head", [b"II+\0\x08\0\0\0", b"MM\0+\0\x08\0\0"])
def test_large_tiffs_are_tiffs(head):
    assert prepare(File(head + bytes(100), "scan.tif")).format == "tiff"


@pytest.mark.parametrize(
    ("brands", "name"),
    [
        (b"avif", "avif"),
        (b"avis", "avif"),
        (b"heic", "heic"),
        (b"hevc", "heic"),
        (b"mif1\0\0\0\0mif1heic", "heic"),
        (b"mif1\0\0\0\0mif1avif", "avif"),
        (b"isom\0\0\0\0mp41", None),
    ],
)
def test_families_of_formats_are_told_apart_by_their_brands(brands, name):
    assert format_of((8 + len(brands)).to_bytes(4, "big") + b"ftyp" + brands + b"\0\0\0\0avif") == name


@cache
def writable() -> list[str]:
    Image.init()
    found = []
    for name in sorted(Image.SAVE):
        try:
            Image.new("RGB", (3, 3)).save(io.BytesIO(), name)
        except Exception:  # noqa: BLE001, S112 - a plugin that lacks its library, or writes other modes alone
            continue
        found.append(name)
    return found


@settings(max_examples=100, deadline=None)
@given(st.data(), st.integers(1, 200), st.integers(1, 200))
def test_a_size_is_right_or_unknown_whatever_pillow_writes(data, width, height):
    file = io.BytesIO()
    name = data.draw(st.sampled_from(writable()))
    Image.new("RGB", (width, height), 7).save(file, name)
    assert size_of(file.getvalue()[:HEAD]) in ((width, height), None)
