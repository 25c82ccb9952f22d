"""What is changed of pictures: turn, colours, depth, transparency; and which are refused."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from safelight import InvalidInput
from safelight.core.base.facts import InputFacts
from safelight.prepare import opening
from safelight.prepare.pictures import fit_mask, fit_picture
from support.odd_pictures import content, difference, heic, image_of, measured, photo, wide_profile

ANY = InputFacts()
JPEG = InputFacts(formats=("jpg", "jpeg"))
BOTH = InputFacts(formats=("jpg", "png"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_picture_comes_out_upright(kind: str, orientation: int) -> None:
    image = photo(300, 200)
    found = fit_picture(measured(content(image, kind, orientation=orientation)), ANY)
    assert found.before == found.after == (300, 200)
    assert difference(image_of(found.file), image) < 4
    assert "turned" in str(found.changes) or "mirrored" in str(found.changes)


def test_a_phones_picture_is_turned_once() -> None:
    image = photo(300, 200)
    exif = Image.Exif()
    exif[0x0112] = 6
    data = heic(image.transpose(Image.Transpose.ROTATE_90), quality=90, exif=exif.tobytes())
    found = fit_picture(measured(data, "phone.heic"), BOTH)
    assert difference(image_of(found.file), image) < 5
    assert found.changes[0] == "HEIC to JPEG"
    assert found.file.name == "phone.jpg"


def test_nothing_is_encoded_anew_where_nothing_changes() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for data in (
        content(photo(), icc_profile=srgb),
        content(photo(), icc_profile=b"damaged"),
        content(photo(), progressive=True),
        content(photo().convert("P"), "PNG"),
        content(Image.new("I;16", (9, 9), 40_000), "PNG"),
        content(photo().convert("L")),
    ):
        file = measured(data)
        found = fit_picture(file, BOTH)
        assert found.file is file
        assert found.changes == ()


def test_a_wide_gamut_becomes_srgb() -> None:
    red = Image.new("RGB", (40, 40), (200, 60, 40))
    for kind in ("JPEG", "PNG"):
        found = fit_picture(measured(content(red, kind, icc_profile=wide_profile())), BOTH)
        assert found.changes == ("Display P3 to sRGB",)
        image = image_of(found.file)
        assert "icc_profile" not in image.info
        r, g, b = image.convert("RGB").getpixel((20, 20))
        assert r > 212
        assert g < 55
        assert b < 40


def test_transparency_outlives_a_change_of_colours() -> None:
    image = photo(60, 40)
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    found = fit_picture(measured(content(image, "PNG", icc_profile=wide_profile())), BOTH)
    assert image_of(found.file).getchannel("A").tobytes() == image.getchannel("A").tobytes()
    flat = fit_picture(measured(content(image, "PNG")), JPEG)
    assert flat.changes == ("PNG to JPEG", "transparency put on white")
    assert image_of(flat.file).getpixel((5, 0)) == pytest.approx((255, 255, 255), abs=12)
    opaque = photo(60, 40)
    opaque.putalpha(255)
    assert fit_picture(measured(content(opaque, "PNG")), JPEG).changes == ("PNG to JPEG",)


def test_colours_for_print_become_those_of_screens() -> None:
    image = photo()
    found = fit_picture(measured(content(image.convert("CMYK"), quality=95)), BOTH)
    assert found.changes == ("CMYK to sRGB",)
    assert image_of(found.file).mode == "RGB"
    assert difference(image_of(found.file), image) < 6


def test_deep_pictures_keep_their_tones() -> None:
    ramp = Image.frombytes("I;16", (256, 1), b"".join(struct.pack("<H", level * 257) for level in range(256)))
    found = fit_picture(measured(content(ramp.resize((256, 40)), "TIFF")), InputFacts(formats=("png",)))
    levels = image_of(found.file).crop((0, 20, 256, 21)).tobytes()
    assert all(abs(level - place) <= 1 for place, level in enumerate(levels))
    with pytest.raises(InvalidInput, match="more than 16 bits, whose range nobody knows"):
        fit_picture(measured(content(Image.new("F", (9, 9), 0.5), "TIFF")), InputFacts(formats=("png",)))


def test_the_first_of_several_pictures_is_sent() -> None:
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "lime", "blue")]
    data = content(frames[0], "GIF", save_all=True, append_images=frames[1:])
    found = fit_picture(measured(data), BOTH)
    assert found.changes == ("GIF to PNG", "the first of 3 frames")
    assert image_of(found.file).convert("RGB").getpixel((9, 9)) == (255, 0, 0)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "GIF", "HEIC"])
def test_a_damaged_picture_is_refused_by_name(kind: str) -> None:
    data = heic(photo()) if kind == "HEIC" else content(photo(), kind)
    damaged = data[: len(data) * 2 // 3] + data[-12:]  # with its end, for without it a client takes no PNG
    for limits in (ANY, InputFacts(maximum_long_side=50)):
        with pytest.raises(InvalidInput, match=r"holiday.* cannot be decoded, it is damaged"):
            fit_picture(measured(damaged, "holiday"), limits)


def bomb(width: int, height: int) -> bytes:
    """A PNG of some bytes that says it is large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    for width, height in ((20_000, 5_001), (2**31 - 1, 2**31 - 1)):
        with pytest.raises(InvalidInput, match=f"{width} x {height} pixels, and at most 100 megapixels"):
            fit_picture(measured(bomb(width, height)), ANY)


def test_a_large_jpeg_is_shrunk_while_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PIXELS", 150_000)
    image = photo(1200, 800)
    found = fit_picture(measured(content(image, orientation=6)), InputFacts(maximum_long_side=300))
    assert found.before == (1200, 800)
    assert found.after == (300, 200)
    assert difference(image_of(found.file), image) < 4
    upright = measured(content(image))
    assert fit_picture(upright, ANY).file is upright
    with pytest.raises(InvalidInput, match="progressive"):
        fit_picture(measured(content(image, progressive=True)), ANY)


def test_the_pixels_that_are_decoded_are_the_most_that_are_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PIXELS", 150_000)
    found = fit_picture(measured(content(photo(1200, 800), orientation=6)), ANY)
    assert found.after == (300, 200)
    assert found.changes[1] == "1200 x 800 to 300 x 200 px (more are not decoded)"


def test_every_source_of_a_picture_is_read(tmp_path: Path) -> None:
    data = content(photo(), orientation=6)
    path = tmp_path / "cat.jpg"
    path.write_bytes(data)
    from safelight.core.transfers.sources import prepare  # noqa: PLC0415 - the seam of the test

    for source in (path, data, io.BytesIO(data)):
        assert fit_picture(prepare(source, "cat.jpg"), ANY).changes[0] == "turned by 90 degrees"
    assert path.read_bytes() == data


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_mask_goes_along_with_its_picture(orientation: int) -> None:
    picture = fit_picture(
        measured(content(photo(600, 400), orientation=orientation)), InputFacts(maximum_width=300)
    )
    mask = Image.new("L", (600, 400))
    mask.paste(255, (0, 0, 300, 200))
    stored = mask if orientation == 1 else mask.transpose(Image.Transpose.ROTATE_90)
    for given in {id(mask): mask, id(stored): stored}.values():
        found = fit_mask(measured(content(given, "PNG"), "mask.png"), BOTH, picture)
        image = image_of(found.file)
        assert image.size == picture.after == (300, 200)
        assert {level for _, level in image.getcolors() or ()} == {0, 255}
        assert image.getpixel((10, 10)) == 255
        assert image.getpixel((290, 190)) == 0


def test_a_mask_that_may_lie_in_two_ways_is_refused() -> None:
    square = fit_picture(measured(content(photo(300, 300), orientation=6)), ANY)
    with pytest.raises(InvalidInput, match=r"nobody can tell .*ImageOps.exif_transpose"):
        fit_mask(measured(content(Image.new("L", (300, 300)), "PNG")), ANY, square)
    upright = fit_picture(measured(content(photo(300, 200))), ANY)
    with pytest.raises(InvalidInput, match="is a mask of 100 x 100 pixels, and its picture has 300 x 200"):
        fit_mask(measured(content(Image.new("L", (100, 100)), "PNG")), ANY, upright)
    kept = measured(content(Image.new("1", (300, 200)), "PNG"))
    assert fit_mask(kept, ANY, upright).file is kept
