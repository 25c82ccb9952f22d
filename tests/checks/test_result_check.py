"""What `result.check` tells of results, and what it needs."""

import asyncio
import gc
import io
import sys
from pathlib import Path

import pytest
from PIL import Image
from safelight import AsyncPicWish, ConfigurationError, InvalidInput, Options, PicWish, Pilio, Verdict
from safelight.checks import check_files
from safelight.sandbox import Sandbox
from safelight.vendors import vendor_of

CUTOUT = vendor_of("pilio").facts.methods["remove_background"]
UPSCALE = vendor_of("pilio").facts.methods["upscale"]


def picture(colour: tuple[int, ...], size: tuple[int, int] = (200, 100), kind: str = "PNG") -> bytes:
    kept = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour).save(kept, kind)
    return kept.getvalue()


def test_a_good_cutout_is_not_suspect_and_comes_with_its_figures(sandbox: Sandbox, photo: Path) -> None:
    with PicWish() as picwish:
        verdict = picwish.remove_background(photo, output="both").result().check()
    assert not verdict.suspect
    assert str(verdict) == "nothing suspect"
    assert verdict.figures["scale"] == 1.0
    assert 0.1 < verdict.figures["visible"] < 0.95


def test_an_async_result_is_checked_alike(sandbox: Sandbox, photo: Path) -> None:
    async def checked() -> Verdict:
        async with AsyncPicWish() as picwish:
            task = await picwish.remove_background(photo)
            return await (await task.result()).check()

    with PicWish() as picwish:
        assert asyncio.run(checked()) == picwish.remove_background(photo).result().check()


def test_a_resumed_task_is_checked_without_its_source_or_with_one(sandbox: Sandbox, photo: Path) -> None:
    with Pilio() as pilio:
        token = pilio.upscale(photo, type="2X").token
        result = pilio.resume(token).result()
        assert "scale" not in result.check().figures
        assert result.check(photo).figures["scale"] == 2.0
        assert result.check(photo.read_bytes()).figures["scale"] == 2.0
        with pytest.raises(InvalidInput, match=r"source: there is no file .*gone\.jpg"):
            result.check("gone.jpg")


def test_of_a_resumed_task_only_what_holds_for_all_options_is_expected(sandbox: Sandbox, photo: Path) -> None:
    with PicWish() as picwish:
        cutout = picwish.resume(picwish.remove_background(photo).token).result().check(photo)
    assert not cutout.suspect
    assert cutout.figures["visible"] > 0.1
    claid = vendor_of("claid").facts.methods
    same = [(None, photo.read_bytes())]
    assert not check_files(claid["upscale"], same, arguments=None, source=photo.read_bytes()).suspect
    assert "small" in check_files(claid["upscale"], same, arguments={}, source=photo.read_bytes()).reasons


def test_a_picture_that_is_too_large_is_checked_for_its_size_alone() -> None:
    large = bytearray(picture((1, 2, 3), (10, 10)))
    large[16:24] = (20_000).to_bytes(4, "big") * 2  # as its header says
    verdict = check_files(CUTOUT, [(None, bytes(large))], arguments={})
    assert verdict.unchecked == "it is too large to be looked into"
    assert verdict.figures["width"] == 20_000


def test_a_source_that_was_given_as_bytes_is_not_kept_for_the_check(sandbox: Sandbox, photo: Path) -> None:
    content = photo.read_bytes()
    held = sys.getrefcount(content)
    with Pilio() as pilio:
        task = pilio.upscale(content, type="2X")
        result = task.result()
        gc.collect()
        assert sys.getrefcount(content) == held
        assert "scale" not in result.check().figures


def test_the_larger_size_that_was_asked_for_is_what_counts() -> None:
    source = picture((200, 10, 10), (100, 100))
    good = [(None, picture((1, 2, 3), (300, 300)))]
    assert "small" not in check_files(UPSCALE, good, arguments={"type": "4X"}, source=source).reasons
    short = [(None, picture((1, 2, 3), (200, 200)))]
    verdict = check_files(UPSCALE, short, arguments={"type": "4X"}, source=source)
    assert "200 x 200 pixels, from 100 x 100, and 4 times the size was asked for" in verdict.reasons["small"]
    assert verdict.figures["asked"] == 4.0
    assert "small" not in check_files(UPSCALE, short, arguments={"type": "2X"}, source=source).reasons


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        (picture((9, 9, 9, 0)), "empty"),
        (picture((9, 9, 9, 255)), "full"),
        (picture((9, 9, 9)), "full"),
        (picture((9, 9, 9, 255))[:60], "damaged"),
    ],
)
def test_a_spoilt_cutout_is_named_by_what_is_wrong(result: bytes, kind: str) -> None:
    verdict = check_files(CUTOUT, [(None, result)], arguments={})
    assert verdict.suspect
    assert list(verdict.reasons) == [kind]
    assert str(verdict).startswith("suspect: ")


def test_what_was_asked_for_is_not_suspect() -> None:
    claid, picwish = (vendor_of(name).facts.methods["remove_background"] for name in ("claid", "picwish"))
    opaque = [(None, picture((9, 9, 9, 255)))]
    assert "full" in check_files(claid, opaque, arguments={"color": "transparent"}).reasons
    assert "full" not in check_files(claid, opaque, arguments={"color": "#ffffff"}).reasons
    assert "full" not in check_files(picwish, opaque, arguments={"bg_image": "room.jpg"}).reasons
    assert "full" not in check_files(claid, opaque, arguments=None).reasons  # nobody knows what was asked for
    white = [(None, picture((9, 9, 9), kind="JPEG"))]
    assert "full" not in check_files(picwish, white, arguments={"format": "jpg"}).reasons


def test_what_is_no_picture_is_not_checked(tmp_path: Path) -> None:
    verdict = check_files(CUTOUT, [(None, b"%PDF-1.7")], arguments={})
    assert str(verdict) == "not checked: Pillow cannot read it"
    assert not verdict.suspect


def test_a_missing_extra_is_named(sandbox: Sandbox, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safelight.checks.checking.NEEDED", ("PIL", "no_such_package"))
    with Pilio() as pilio, pytest.raises(ConfigurationError, match=r"pip install 'safelight\[images\]'"):
        pilio.remove_background(photo).result().check()


def test_a_picture_that_was_reduced_to_fit_is_not_small(
    sandbox: Sandbox, photo: Path, tmp_path: Path
) -> None:
    large = tmp_path / "large.jpg"
    with Image.open(photo) as image:
        image.resize((9000, 200)).save(large)
    with PicWish(options=Options(prepare="auto")) as picwish:
        task = picwish.remove_background(large)
        result = task.result()
        assert "9000 x 200 to 4096 x 91 px" in str(task.prepared)
        assert result.check().figures["scale"] == 1.0
        assert "small" not in result.check().reasons
    made, source = picture((9, 9, 9, 90), (400, 200)), picture((9, 9, 9), (2000, 1000))
    reduced = "a.png: 2000 x 1000 to 1000 x 500 px (at most 1000 px wide)"
    verdict = check_files(CUTOUT, [(None, made)], arguments={}, source=source, prepared=(reduced,))
    assert verdict.reasons["small"] == "much smaller than expected: 400 x 200 pixels, from 1000 x 500"
