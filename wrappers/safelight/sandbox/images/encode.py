"""Writing pictures in the formats the vendors return."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from PIL import Image

from safelight.sandbox.images.arrays import mix
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.tasks import Product

MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "tiff": "image/tiff",
}


def flatten(picture: Picture, background: tuple[int, int, int] = (255, 255, 255)) -> Picture:
    """Lay a picture on a solid background, given as red, green and blue."""
    if picture.alpha is None:
        return picture
    below = np.array(background[::-1], np.float32)
    return replace(picture, colour=mix(picture.colour, below, picture.opacity), alpha=None)


def to_image(picture: Picture) -> Image.Image:
    """Return a picture as a Pillow image."""
    rgb = picture.colour[:, :, ::-1]
    return Image.fromarray(
        np.ascontiguousarray(rgb if picture.alpha is None else np.dstack([rgb, picture.alpha]))
    )


def encode(
    picture: Picture,
    extension: str,
    *,
    quality: int | None = None,
    lossless: bool = False,
    progressive: bool = False,
    compression: int = 4,
    dpi: float | None = None,
    cmyk: bool = False,
) -> bytes:
    """Return a picture as the bytes of an image file.

    A format without transparency gets a white background.

    Args:
        picture: The picture.
        extension: One of `MEDIA_TYPES`.
        quality: 1 to 100 for lossy formats; None for the usual one.
        lossless: For WebP, AVIF and TIFF.
        progressive: For JPEG.
        compression: 0 to 9 for PNG.
        dpi: Written into JPEG, PNG and TIFF where given.
        cmyk: For JPEG and TIFF.
    """
    opaque = extension in {"jpg", "jpeg"} or cmyk
    image = to_image(flatten(picture) if opaque else picture)
    if cmyk:
        image = image.convert("CMYK")
    resolution = {} if dpi is None else {"dpi": (dpi, dpi)}
    target = io.BytesIO()
    match extension:
        case "jpg" | "jpeg":
            image.save(target, "JPEG", quality=quality or 90, progressive=progressive, **resolution)
        case "png":
            image.save(target, "PNG", compress_level=compression, **resolution)
        case "webp":
            image.save(target, "WEBP", quality=quality or 85, lossless=lossless, method=3)
        case "avif":
            image.save(target, "AVIF", quality=100 if lossless else quality or 60, speed=8)
        case _:
            image.save(
                target,
                "TIFF",
                compression="tiff_lzw" if lossless or quality is None else "jpeg",
                **resolution,
            )
    return target.getvalue()


def product(
    picture: Picture, extension: str, *, role: str = "image", detail: str = "", data: bytes | None = None
) -> Product:
    """Return a picture as a task's product; `data` are its bytes, if it was encoded with options."""
    data = encode(picture, extension) if data is None else data
    return Product(data, extension, MEDIA_TYPES[extension], picture.width, picture.height, role, detail)


def archive(files: Mapping[str, bytes], role: str = "image") -> Product:
    """Return files by name as a task's product, a ZIP archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return Product(target.getvalue(), "zip", "application/zip", role=role)
