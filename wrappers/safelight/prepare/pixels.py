"""Encodes pictures of Pillow's and arrays of NumPy's, so that they can be sent as files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO, cast

from PIL import Image

from safelight.core.base.facts import InputFacts
from safelight.core.base.redact import brief
from safelight.errors import InvalidInput
from safelight.prepare.encoding import FINEST, encoded, formats_for

MODES: Mapping[str, tuple[str, ...]] = {
    "png": ("1", "L", "LA", "P", "RGB", "RGBA", "I", "I;16"),
    "webp": ("RGB", "RGBA"),
    "jpg": ("L", "RGB"),
}
"""Pillow's modes that a format keeps as they are."""
HINTS = {
    "bool": 'a mask is array.astype("uint8") * 255',
    "uint16": '(array // 257).astype("uint8")',
}


def file_of(content: object, formats: tuple[str, ...]) -> tuple[str, BinaryIO]:
    """Encode pixels without loss as PNG or, where an operation does not take that, in the best format that it takes.

    Args:
        content: A picture of Pillow's, or an array of NumPy's.
        formats: Those that the operation takes; none for any.

    Returns:
        The format, and a temporary file.

    Raises:
        InvalidInput: The pixels are of a kind that no such format keeps.
    """
    image = content if isinstance(content, Image.Image) else _image_of(content)
    alpha = image.has_transparency_data
    name = next(iter(formats_for("png", InputFacts(formats=formats), alpha=alpha)), None)
    if name is None:
        raise InvalidInput(f"pixels cannot be sent as any of {', '.join(formats)}", field="source")
    if image.mode not in MODES[name] or (alpha and name == "jpg"):
        what = "a transparent picture" if alpha else f"a picture of mode {image.mode}"
        raise InvalidInput(f'{what} cannot be sent as {name}: pass image.convert("RGB")', field="source")
    try:
        return name, encoded(
            image, name, None if name == "png" else FINEST, exif=cast("bytes", image.info.get("exif", b""))
        )
    except InvalidInput:
        raise
    except Exception as error:  # noqa: BLE001 - a picture that is decoded only now raises whatever its parser does
        raise InvalidInput(
            f"the picture cannot be encoded as {name}: {brief(str(error) or type(error).__name__)}",
            field="source",
        ) from None


def _image_of(array: Any) -> Image.Image:  # noqa: ANN401 - an array of NumPy's, which is not imported
    kind, shape = str(array.dtype), tuple(array.shape)
    if kind != "uint8":
        hint = HINTS.get(kind, 'of values from 0 to 1, it is (array * 255).round().astype("uint8")')
        raise InvalidInput(f"an array must be of uint8, not {kind}: {hint}", field="source")
    if len(shape) not in (2, 3) or (len(shape) == 3 and shape[2] not in (3, 4)) or 0 in shape:
        hint = ": pass array.transpose(1, 2, 0)" if len(shape) == 3 and shape[0] in (3, 4) else ""
        raise InvalidInput(
            "an array must be height x width (grey), or height x width x 3 (RGB) or 4 (RGBA), not "
            f"{' x '.join(map(str, shape))}{hint}",
            field="source",
        )
    return Image.fromarray(array)
