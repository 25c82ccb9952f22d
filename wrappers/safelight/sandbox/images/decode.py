"""Reading pictures: upright, in colour, and never larger than a machine can bear."""

import importlib
import io
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from safelight.sandbox.images.arrays import Floats, Pixels, to_bytes, to_float
from safelight.sandbox.tasks import WorkFailed

# 8192 x 8192. A small file can claim any size; this is checked before a single pixel is decoded.
_MAXIMUM_PIXELS = 8192 * 8192
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}
# Extensions that Pillow has no reader for by that name, or learns only with the first HEIF file.
_READERS = {"lzw": "TIFF", "bitmap": "BMP", "heic": "HEIF"}
_USUAL = ("jpg", "png", "webp", "tiff", "bmp", "gif", "avif", "heic")
# Two of Pillow's names are not those that vendors have.
_NAMES = {"HEIF": "HEIC", "MPO": "JPEG"}
_TRANSPARENT_MODES = {"RGBA", "LA", "PA", "RGBa", "La"}
# The brightest value that grey pixels of more than 8 bits may have: the first that is not exceeded.
_WHITE = {"I": (65535.0, 2147483647.0), "F": (1.0, 255.0, 65535.0)}


_LONGEST_SIDE = 16384
_LARGEST_AREA = 80_000_000


def check_size(width: int, height: int) -> None:
    """Check the size of a picture before it is made.

    Raises:
        WorkFailed: `too_large` where that is more than the engine makes.
    """
    if max(width, height) > _LONGEST_SIDE or width * height > _LARGEST_AREA:
        raise WorkFailed("too_large", f"The result would have {width} x {height} pixels.")


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture: `colour` is BGR, `alpha` is None for an opaque one.

    `format` is Pillow's name (`JPEG`, `PNG`, ...) or `HEIC`, `dpi` what the file says.
    """

    colour: Pixels
    alpha: Pixels | None
    format: str
    dpi: float | None = None

    @property
    def width(self) -> int:
        """Width in pixels, after the orientation was applied."""
        return int(self.colour.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels, after the orientation was applied."""
        return int(self.colour.shape[0])

    def recoloured(self, colour: Pixels) -> "Picture":
        """Return this picture with other colours."""
        return replace(self, colour=colour)

    def opaque(self, colour: Pixels) -> "Picture":
        """Return this picture with other colours, and without transparency."""
        return replace(self, colour=colour, alpha=None)

    @property
    def opacity(self) -> Floats:
        """How much of each pixel is visible, from 0 to 1."""
        opaque = np.ones(self.colour.shape[:2], np.float32)
        return opaque if self.alpha is None else to_float(self.alpha) / np.float32(255)


def _opened(source: Path | bytes, code: str, formats: Collection[str] | None) -> Image.Image:
    """Open an image file without decoding it."""
    known = {extension[1:]: reader for extension, reader in Image.registered_extensions().items()} | _READERS
    readers = dict.fromkeys(known[name] for name in formats or _USUAL if name in known)
    readers.pop("EPS", None)  # it would start Ghostscript
    try:
        if _is_heif(source):
            _register_heif()
        else:
            readers.pop("HEIF", None)
        image: Image.Image = Image.open(
            io.BytesIO(source) if isinstance(source, bytes) else source, formats=tuple(readers)
        )
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise WorkFailed("too_large", "The image has too many pixels.") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise WorkFailed(code, "The file is not a readable image.") from error
    width, height = image.size
    if width * height > _MAXIMUM_PIXELS:
        image.close()
        raise WorkFailed("too_large", f"The image has {width} x {height} pixels.")
    return image


def decode(
    source: Path | bytes,
    *,
    code: str = "decode_image",
    formats: Collection[str] | None = None,
    maximum_size: tuple[int, int] | None = None,
) -> Picture:
    """Decode an image file, turned as its EXIF orientation says.

    Args:
        source: The file or its bytes.
        code: The failure code for a file that is not an image.
        formats: The formats to take, as extensions; those without a reader are left out. None for all usual ones.
        maximum_size: The largest width and height allowed, in pixels.

    Raises:
        WorkFailed: `code` where it cannot be read, `too_large` where it has more pixels than allowed.
    """
    with _opened(source, code, formats) as image:
        if maximum_size is not None and (image.width > maximum_size[0] or image.height > maximum_size[1]):
            most = " x ".join(dict.fromkeys(map(str, maximum_size)))
            raise WorkFailed(
                "too_large", f"The image is {image.width} x {image.height}; {most} is the limit."
            )
        kind = _NAMES.get(image.format or "", image.format or "")
        dpi = _dpi(image)
        try:
            upright = _eight_bits(ImageOps.exif_transpose(image))
            transparent = upright.mode in _TRANSPARENT_MODES or "transparency" in upright.info
            pixels = np.asarray(upright.convert("RGBA" if transparent else "RGB"))
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            raise WorkFailed(code, "The image is damaged.") from error
    colour = np.ascontiguousarray(pixels[:, :, 2::-1])
    alpha = np.ascontiguousarray(pixels[:, :, 3]) if transparent else None
    return Picture(colour=colour, alpha=alpha, format=kind, dpi=dpi)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture whose values end at 255: Pillow cuts longer ones off instead of scaling them."""
    if image.mode not in _WHITE and not image.mode.startswith("I;16"):
        return image
    values = np.nan_to_num(np.asarray(image, np.float32))
    brightest = float(values.max())
    white = next((level for level in _WHITE.get(image.mode, (65535.0,)) if brightest <= level), brightest)
    grey = Image.fromarray(to_bytes(values * (255.0 / white)))
    clear: object = image.info.get("transparency")
    if isinstance(clear, int):
        grey.putalpha(Image.fromarray(to_bytes((values != clear) * 255.0)))
    return grey


def _is_heif(source: Path | bytes) -> bool:
    if isinstance(source, bytes):
        head = source[:12]
    else:
        with source.open("rb") as file:
            head = file.read(12)
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS


@cache
def _register_heif() -> None:
    """Teach Pillow the format of phones' photographs; only when one comes, for the library takes its time."""
    importlib.import_module("pillow_heif.HeifImagePlugin")


def _dpi(image: Image.Image) -> float | None:
    value: object = image.info.get("dpi")
    if isinstance(value, tuple) and value and isinstance(value[0], int | float):
        return float(value[0])
    return None
