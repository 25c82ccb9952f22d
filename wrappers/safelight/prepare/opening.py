"""Opens pictures with Pillow: damaged files, and those that would fill the memory, are refused."""

from __future__ import annotations

import io
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from PIL import Image, UnidentifiedImageError
from PIL.ImageFile import ImageFile

from safelight.core.base.redact import PATH, brief
from safelight.core.transfers.images import Size
from safelight.core.transfers.prepared import Prepared
from safelight.errors import ConfigurationError, InvalidInput

MOST_PIXELS = 100_000_000
"""Pixels that are decoded at most: 400 MB in memory."""
READERS: Mapping[str, str] = {
    "jpg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "gif": "GIF",
    "bmp": "BMP",
    "tiff": "TIFF",
    "heic": "HEIF",
    "avif": "AVIF",
}
"""Pillow's names of the formats that can be prepared, by those used here."""
ORIENTATION = 0x0112
"""The EXIF tag that says how a picture is to be turned."""


@contextmanager
def opened(file: Prepared, kind: str) -> Generator[ImageFile]:
    """Open a picture and read its header; its pixels are decoded by `decode`.

    Args:
        kind: Its format, one of `READERS`.

    Raises:
        InvalidInput: It is damaged, or has more pixels than are decoded.
        ConfigurationError: A package that reads this format is missing.
    """
    with _content(file) as content, readable(file):
        # Not by Image.open, whose limit of pixels is the program's and also stops pictures that are shrunk here.
        image = _factory(kind)(content, "")
        _check_size(image)
        yield image


def open_picture(content: Path | BinaryIO) -> Image.Image:
    """Open a picture as `Image.open` does, and HEIC too if pillow-heif is installed; registers nothing with Pillow."""
    try:
        return Image.open(content)
    except UnidentifiedImageError:
        try:
            return _factory("HEIF")(content, "")
        except (ConfigurationError, SyntaxError):
            pass
        raise


@contextmanager
def readable(file: Prepared) -> Generator[None]:
    """Say which file cannot be decoded.

    Raises:
        InvalidInput: Anything went wrong in the decoder.
    """
    name = brief(file.name, PATH)
    try:
        yield
    except (InvalidInput, ConfigurationError) as error:
        raise type(error)(f"{name} {error.message}", field="source") from None
    except MemoryError:
        raise InvalidInput(f"{name} needs more memory than there is to be decoded", field="source") from None
    except Exception as error:  # noqa: BLE001 - Pillow raises whatever its parsers do
        raise InvalidInput(
            f"{name} cannot be decoded, it is damaged: {brief(str(error) or type(error).__name__)}",
            field="source",
        ) from None


def decode(image: ImageFile, least: Size | None = None) -> None:
    """Decode the pixels.

    Args:
        least: Of a JPEG, decode no more than is needed for this size; None decodes as much as is allowed.
    """
    width, height = image.size
    needed = least or image.size
    times = next((n for n in (8, 4, 2) if width // n >= needed[0] and height // n >= needed[1]), 1)
    times = max(times, divisor(image.size))
    if times > 1 and is_jpeg(image):
        image.draft(None, (max(1, width // times), max(1, height // times)))
    image.load()


def divisor(size: Size) -> int:
    """By how much the sides of a picture have to be shrunk while it is decoded, to be no larger than is allowed."""
    times = 1
    while (size[0] // times) * (size[1] // times) > MOST_PIXELS:
        times *= 2
    return times


def check(image: ImageFile) -> None:
    """Decode a picture that is sent as it is, to see that it is whole; a JPEG in an eighth of its size."""
    decode(image, (1, 1))


def orientation_of(image: Image.Image) -> int:
    """How EXIF says that a picture is to be turned, from 1 (not at all) to 8."""
    found = image.getexif().get(ORIENTATION, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def is_jpeg(image: ImageFile) -> bool:
    """Whether it is a JPEG, also one that holds several pictures."""
    return image.format in ("JPEG", "MPO")


def _check_size(image: ImageFile) -> None:
    if divisor(image.size) == 1:
        return
    width, height = image.size
    said = f"has {width} x {height} pixels, and at most {MOST_PIXELS // 1_000_000} megapixels are decoded"
    if not is_jpeg(image):
        raise InvalidInput(f"{said}: make it smaller, or save it as a JPEG, which is shrunk while decoding")
    if image.info.get("progressive"):  # all of it is kept in memory, however small it comes out
        raise InvalidInput(f"{said} of a progressive JPEG: make it smaller, or save it as a baseline JPEG")


def _factory(kind: str) -> type[ImageFile]:
    if kind == "HEIF":
        try:
            from pillow_heif import HeifImageFile  # noqa: PLC0415 - large, and few pictures are HEIC
        except ImportError:
            raise ConfigurationError(
                "is a HEIC picture, which needs pillow-heif, of the extra images: pip install pillow-heif"
            ) from None
        return cast("type[ImageFile]", HeifImageFile)
    Image.init()
    if kind not in Image.OPEN:
        raise ConfigurationError(f"is of a format that this version of Pillow does not read: {kind}")
    return cast("type[ImageFile]", Image.OPEN[kind][0])


@contextmanager
def _content(file: Prepared) -> Generator[BinaryIO]:
    if isinstance(file.content, bytes):
        yield io.BytesIO(file.content)
    elif isinstance(file.content, Path):
        with file.content.open("rb") as content:
            yield content
    else:  # the user's, who closes it
        file.content.seek(0)
        yield file.content
