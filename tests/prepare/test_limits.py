"""A prepared picture keeps the limits of its operation, whatever it was and whatever they are."""

import io

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from PIL import Image
from safelight import InvalidInput
from safelight.core.base.facts import InputFacts
from safelight.core.transfers.images import plain
from safelight.prepare.pictures import fit_picture
from safelight.prepare.sizes import fitted_size
from support.odd_pictures import content, image_of, measured, photo

KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
MODES = {"JPEG": ("L", "RGB", "CMYK"), "WEBP": ("RGB", "RGBA"), "TIFF": ("1", "L", "RGB", "RGBA", "CMYK")}
sides = st.none() | st.integers(8, 400)
limits = st.builds(
    InputFacts,
    formats=st.sets(st.sampled_from(("jpg", "jpeg", "png", "webp", "tiff", "heic"))).map(tuple),
    maximum_bytes=st.none() | st.integers(600, 60_000),
    maximum_width=sides,
    maximum_height=sides,
    maximum_long_side=sides,
    maximum_short_side=sides,
    minimum_short_side=st.none() | st.integers(1, 100),
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    kind = draw(st.sampled_from(KINDS))
    mode = draw(st.sampled_from(MODES.get(kind, ("1", "L", "P", "RGB", "RGBA")[: 4 if kind == "BMP" else 5])))
    image = photo(draw(st.integers(1, 300)), draw(st.integers(1, 300)))
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    orientation = draw(st.integers(1, 8)) if kind in ("JPEG", "PNG", "WEBP") else 1
    return content(image.convert(mode), kind, orientation=orientation)


@settings(deadline=None, max_examples=150)
@given(files(), limits)
def test_a_prepared_picture_keeps_every_limit(data: bytes, limits: InputFacts) -> None:
    file = measured(data)
    try:
        found = fit_picture(file, limits)
    except InvalidInput as error:
        assert "photo" in error.message  # noqa: PT017 - a refusal is as good as a picture, if it names it
        return
    found.file.check("image", limits)
    image = image_of(found.file)
    assert image.size == found.after
    assert image.getexif().get(0x0112, 1) == 1
    assert (found.file is file) == (found.changes == ())
    if found.file is not file:
        assert image.mode in ("L", "RGB", "RGBA")


@settings(deadline=None)
@given(files())
def test_what_was_prepared_once_needs_it_no_more(data: bytes) -> None:
    limits = InputFacts(formats=("jpg", "png"), maximum_bytes=30_000, maximum_long_side=128)
    first = fit_picture(measured(data), limits)
    again = fit_picture(first.file, limits)
    assert again.file is first.file
    assert again.changes == ()


@given(st.tuples(st.integers(1, 50_000), st.integers(1, 50_000)), limits)
def test_a_size_is_as_large_as_the_limits_allow(size: tuple[int, int], limits: InputFacts) -> None:
    try:
        found, reason = fitted_size(size, limits)
    except InvalidInput:
        return
    assert (found == size) == (reason == "")
    smaller = found[0] <= size[0]
    # One pixel more of either side would be out of shape, or over the limit that is named.
    times = max(found[0] / size[0], found[1] / size[1])
    assert (
        all(abs(side * times - now) <= 1.5 for side, now in zip(size, found, strict=True)) or min(found) == 1
    )
    if reason and smaller:
        limit = int(reason.split()[2])
        assert limit in (*found, min(found))


@pytest.mark.parametrize(
    ("size", "limits", "said"),
    [
        ((3000, 100), InputFacts(maximum_long_side=1000, minimum_short_side=80), "no size of this shape"),
        ((40, 30), InputFacts(minimum_short_side=320), "at least 320 px on the short side are needed"),
    ],
)
def test_what_fits_in_no_size_is_refused(size: tuple[int, int], limits: InputFacts, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        fit_picture(measured(content(photo(*size))), limits)


def test_a_picture_that_is_a_little_too_small_is_enlarged() -> None:
    found = fit_picture(measured(content(photo(300, 200))), InputFacts(minimum_short_side=320))
    assert found.after == (480, 320)
    assert found.changes == ("300 x 200 to 480 x 320 px (at least 320 px on the short side)",)


def test_the_quality_is_as_high_as_the_limit_of_bytes_allows() -> None:
    data = content(photo(1200, 800), quality=97, subsampling=0)
    for most in (len(data) * 3 // 4, len(data) // 2):
        limits = InputFacts(formats=("jpg",), maximum_bytes=most)
        found = fit_picture(measured(data), limits)
        assert most * 0.85 < found.file.size <= most
        assert found.after == (1200, 800)
    assert found.changes[-1].startswith("JPEG quality ")
    tiny = fit_picture(measured(data), InputFacts(formats=("jpg",), maximum_bytes=8_000))
    assert tiny.after < (1200, 800)
    assert tiny.file.size <= 8_000
    with pytest.raises(InvalidInput, match="cannot be made to fit 20 bytes"):
        fit_picture(measured(data), InputFacts(formats=("jpg",), maximum_bytes=20))


def test_formats_are_those_that_are_taken() -> None:
    image = photo(64, 48)
    assert (
        plain(fit_picture(measured(content(image, "BMP")), InputFacts(formats=("jpeg",))).file.format)
        == "jpg"
    )
    kept = fit_picture(
        measured(content(image, "PNG"), "cat.png"), InputFacts(formats=("jpg", "png"), maximum_width=32)
    )
    assert (kept.file.format, kept.file.name) == ("png", "cat.png")
    other = fit_picture(measured(content(image, "BMP"), "cat.bmp"), InputFacts(formats=("jpg", "png")))
    assert (other.file.format, other.file.name, other.changes) == ("png", "cat.png", ("BMP to PNG",))
    with pytest.raises(InvalidInput, match="cannot be made one of the formats that are taken: pdf"):
        fit_picture(measured(content(image)), InputFacts(formats=("pdf",)))
    assert Image.open(io.BytesIO(content(image))).size == (64, 48)
