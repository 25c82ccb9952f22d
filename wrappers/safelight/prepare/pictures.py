"""Prepares one picture: finds out what has to be changed, and makes a copy in which it is."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from pathlib import PurePath

import attrs
from PIL import Image
from PIL.ImageFile import ImageFile

from safelight.core.base.facts import InputFacts
from safelight.core.http.messages import MEBIBYTE
from safelight.core.transfers.images import Size, plain
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.sources import File
from safelight.core.transfers.sources import prepare as measured
from safelight.errors import InvalidInput
from safelight.prepare.colours import colour_change, to_eight_bits, to_srgb
from safelight.prepare.encoding import encode, factor_for, formats_for
from safelight.prepare.opening import READERS, check, decode, divisor, opened, orientation_of
from safelight.prepare.sizes import fitted_size, shrunk

TURNS: dict[int, tuple[Image.Transpose, str]] = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT, "mirrored"),
    3: (Image.Transpose.ROTATE_180, "turned by 180 degrees"),
    4: (Image.Transpose.FLIP_TOP_BOTTOM, "mirrored and turned by 180 degrees"),
    5: (Image.Transpose.TRANSPOSE, "mirrored and turned by 270 degrees"),
    6: (Image.Transpose.ROTATE_270, "turned by 90 degrees"),
    7: (Image.Transpose.TRANSVERSE, "mirrored and turned by 90 degrees"),
    8: (Image.Transpose.ROTATE_90, "turned by 270 degrees"),
}
"""What is done for the orientations of EXIF. Pillow turns anticlockwise, people and EXIF clockwise."""
TITLES = {"webp": "WebP", "jpg": "JPEG"}
WITH_FRAMES = ("gif", "webp", "tiff", "png")
"""Formats whose further pictures are frames or pages, and not thumbnails and depths as those of cameras."""
RESIZABLE = ("L", "RGB", "RGBA", "CMYK")
"""Modes that are resized before their colours are converted, which takes less memory."""
LONGEST_WEBP = 16383


@attrs.frozen
class Fitted:
    """A picture that keeps its operation's limits.

    Attributes:
        file: The copy; the original itself where nothing had to be changed.
        changes: What was changed, in words.
        before: Width and height of the original as it is shown, in pixels; none of what is no picture.
        after: Those of the copy.
        orientation: How EXIF said that it is to be turned, from 1 (not at all) to 8.
    """

    file: Prepared
    changes: tuple[str, ...] = ()
    before: Size = (0, 0)
    after: Size = (0, 0)
    orientation: int = 1


def fit_picture(file: Prepared, limits: InputFacts) -> Fitted:
    """Prepare a picture. Blocks on the disk and the processor.

    Raises:
        InvalidInput: It is damaged or too large to be decoded, or no copy of it would keep the limits.
    """
    kind = plain(file.format)
    with opened(file, READERS[kind]) as image:
        stated = orientation_of(image)
        if kind != "jpg":  # some decoders turn what they decode
            decode(image)
        left = orientation_of(image)
        shown = _turned_size(image.size, left)
        size, reason = fitted_size(shown, limits)
        colours = colour_change(image)
        accepted = not limits.formats or kind in map(plain, limits.formats)
        fits = limits.maximum_bytes is None or file.size <= limits.maximum_bytes
        if stated == 1 and not colours and size == shown and accepted and fits:
            check(image)
            return Fitted(file, before=shown, after=shown)
        times = divisor(image.size)
        if times > 1 and size[0] > shown[0] // times:
            size, reason = (shown[0] // times, shown[1] // times), "more are not decoded"
        changes = [TURNS[stated][1]] if stated > 1 else []
        changes += [colours] if colours else []
        frames = getattr(image, "n_frames", 1) if kind in WITH_FRAMES else 1
        changes += [f"the first of {frames} frames"] if frames > 1 else []
        metadata = "exif" in image.info
        pixels = _pixels(image, _turned_size(size, left), left)
        copy, more, after = _encoded(file, pixels, shown, reason, limits)
        more += ["EXIF left out"] if metadata else []
        return Fitted(copy, (*_converted(file, copy), *changes, *more), shown, after, stated)


def fit_mask(file: Prepared, limits: InputFacts, over: Fitted) -> Fitted:
    """Prepare a mask along with the picture that it lies on: turned and in the size that this came to have.

    Raises:
        InvalidInput: It has another shape than the picture, or nobody can tell whether it was turned already.
    """
    kind = plain(file.format)
    with opened(file, READERS[kind]) as image:
        decode(image)
        turn = orientation_of(image)
        shown = _turned_size(image.size, turn)
        if turn == 1:
            turn = _turn_along(shown, over)
            shown = _turned_size(shown, turn)
        if not _alike(shown, over.before):
            raise InvalidInput(
                f"is a mask of {shown[0]} x {shown[1]} pixels, and its picture has {over.before[0]} x {over.before[1]}: "
                "make it as large"
            )
        accepted = not limits.formats or kind in map(plain, limits.formats)
        if shown == over.after and turn == 1 and accepted:
            return Fitted(file, before=shown, after=shown)
        changes = [TURNS[turn][1]] if turn > 1 else []
        pixels = to_eight_bits(image)
        alpha = pixels.has_transparency_data
        pixels = pixels.convert("RGBA" if alpha else "L" if pixels.mode in ("1", "L") else "RGB")
        # To the nearest pixel, for between black and white there is nothing.
        pixels = pixels.resize(_turned_size(over.after, turn), Image.Resampling.NEAREST)
        pixels = _turned(pixels, turn)
        # As large as its picture, whatever bytes it takes: too many are refused by the limits.
        loose = limits._replace(maximum_bytes=None)
        copy, more, _ = _encoded(file, pixels, shown, "as its picture", loose, mask=True)
        return Fitted(copy, (*_converted(file, copy), *changes, *more), shown, over.after, turn)


def _turn_along(size: Size, over: Fitted) -> int:
    """How a mask is to be turned that lies on a picture which EXIF turned; the size of the mask tells."""
    if over.orientation == 1:
        return 1
    stored = _turned_size(over.before, over.orientation)
    if _alike(stored, over.before):
        raise InvalidInput(
            "lies on a picture that is turned by its EXIF data, and nobody can tell whether the mask is turned already: "
            "turn the picture first, with PIL.ImageOps.exif_transpose"
        )
    return over.orientation if _alike(size, stored) else 1


def _alike(one: Size, other: Size) -> bool:
    """Whether two sizes are of one shape, as far as whole pixels tell."""
    return abs(one[0] * other[1] - one[1] * other[0]) <= max(*one, *other)


def _turned_size(size: Size, orientation: int) -> Size:
    return size if orientation < 5 else (size[1], size[0])


def _turned(pixels: Image.Image, orientation: int) -> Image.Image:
    return pixels.transpose(TURNS[orientation][0]) if orientation > 1 else pixels


def _pixels(image: ImageFile, size: Size, orientation: int) -> Image.Image:
    """The pixels in a size, then turned, and in sRGB with 8 bits a channel."""
    decode(image, (2 * size[0], 2 * size[1]))  # twice as large, for a fine resizing
    pixels = to_eight_bits(image)
    if pixels.mode not in RESIZABLE or "transparency" in pixels.info:
        pixels = to_srgb(pixels)
        pixels.info.clear()
    pixels = _turned(_in_size(pixels, size), orientation)
    pixels = to_srgb(pixels)
    pixels.info.clear()
    return pixels


def _in_size(pixels: Image.Image, size: Size) -> Image.Image:
    return pixels if pixels.size == size else pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encoded(
    file: Prepared, pixels: Image.Image, shown: Size, reason: str, limits: InputFacts, *, mask: bool = False
) -> tuple[Prepared, list[str], Size]:
    """A copy that keeps the limit of bytes, what is to be said of it, and its size in pixels."""
    alpha = pixels.mode == "RGBA" and pixels.getchannel("A").getextrema() != (255, 255)
    names = formats_for(plain(file.format), limits, alpha=alpha, mask=mask)
    if max(pixels.size) > LONGEST_WEBP:
        names = [name for name in names if name != "webp"]
    if not names:
        raise InvalidInput(f"cannot be made one of the formats that are taken: {', '.join(limits.formats)}")
    changes: list[str] = []
    if pixels.mode == "RGBA" and (not alpha or names == ["jpg"]):
        changes += ["transparency put on white"] if alpha else []
        white = Image.new("RGB", pixels.size, "white")
        white.paste(pixels, mask=pixels.getchannel("A"))
        pixels = white
    most, size = limits.maximum_bytes, pixels.size
    while isinstance(found := encode(_in_size(pixels, size), names, most), int):
        smaller = shrunk(size, factor_for(found, most or found), limits)
        if smaller is None:
            raise InvalidInput(f"cannot be made to fit {_bytes(most or 0)}")
        size, reason = smaller, f"to fit {_bytes(most or 0)}"
    changes += [_resized(shown, size, reason)] if size != shown else []
    changes += (
        [f"{_title(found.name)} quality {found.quality} to fit {_bytes(most or 0)}"] if found.quality else []
    )
    name = file.name if found.name == plain(file.format) else f"{PurePath(file.name).stem}.{found.name}"
    copy = measured(File(found.file, name))
    weakref.finalize(copy, found.file.close)
    return copy, changes, size


def _resized(before: Size, after: Size, reason: str) -> str:
    return f"{before[0]} x {before[1]} to {after[0]} x {after[1]} px ({reason})"


def _converted(before: Prepared, after: Prepared) -> Sequence[str]:
    one, other = plain(before.format), plain(after.format)
    return [] if one == other else [f"{_title(one)} to {_title(other)}"]


def _title(name: str) -> str:
    return TITLES.get(name, name.upper())


def _bytes(count: int) -> str:
    return f"{count // MEBIBYTE} MiB" if count % MEBIBYTE == 0 else f"{count} bytes"
