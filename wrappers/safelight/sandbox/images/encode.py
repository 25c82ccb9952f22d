"""Writing pictures in the formats the vendors return."""

import io

import numpy as np
from PIL import Image

from safelight.sandbox.images.arrays import Pixels, to_bytes, to_float
from safelight.sandbox.tasks import Product

MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "tiff": "image/tiff",
}


def flatten(
    colour: Pixels, alpha: Pixels | None, background: tuple[int, int, int] = (255, 255, 255)
) -> Pixels:
    """Lay a picture on a solid background, given as red, green and blue."""
    if alpha is None:
        return colour
    share = to_float(alpha)[:, :, None] / 255.0
    below = np.array(background[::-1], np.float32)
    return to_bytes(to_float(colour) * share + below * (1.0 - share))


def to_image(colour: Pixels, alpha: Pixels | None = None) -> Image.Image:
    """Return a BGR picture and its alpha as a Pillow image."""
    rgb = colour[:, :, ::-1]
    if alpha is None:
        return Image.fromarray(np.ascontiguousarray(rgb))
    return Image.fromarray(np.ascontiguousarray(np.dstack([rgb, alpha])))


def encode(
    colour: Pixels,
    alpha: Pixels | None,
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
        colour: BGR.
        alpha: None for an opaque picture.
        extension: One of `MEDIA_TYPES`.
        quality: 1 to 100 for lossy formats; None for the usual one.
        lossless: For WebP, AVIF and TIFF.
        progressive: For JPEG.
        compression: 0 to 9 for PNG.
        dpi: Written into JPEG, PNG and TIFF where given.
        cmyk: For JPEG and TIFF.
    """
    opaque = extension in {"jpg", "jpeg"} or cmyk
    image = to_image(flatten(colour, alpha) if opaque else colour, None if opaque else alpha)
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
    colour: Pixels,
    alpha: Pixels | None,
    extension: str,
    *,
    role: str = "image",
    detail: str = "",
    quality: int | None = None,
) -> Product:
    """Return a picture as a task's product."""
    return Product(
        data=encode(colour, alpha, extension, quality=quality),
        extension=extension,
        media_type=MEDIA_TYPES[extension],
        width=int(colour.shape[1]),
        height=int(colour.shape[0]),
        role=role,
        detail=detail,
    )
