"""Claid's engine: the way from input to output."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.edit import apply
from safelight.sandbox.images.encode import MEDIA_TYPES, encode, product
from safelight.sandbox.images.scale import is_padding
from safelight.sandbox.jsontypes import JsonObject, JsonValue, flag, mapping, text, whole
from safelight.sandbox.tasks import Product, Task, Work, WorkFailed
from safelight.sandbox.validation import invalid

_QUALITY = {"jpeg": 85, "webp": 75, "avif": 50, "tiff": 75}
_PNG_COMPRESSION = {"fast": 1, "best": 9, "optimal": 6}


@dataclass(slots=True)
class Inputs:
    """The image of a request, once it is there, the name of its file, and the file that the result goes to."""

    image: Path | None = None
    name: str = ""
    style: Path | None = None
    target: Path | None = None


def check_padding(body: JsonObject) -> None:
    """Check the lengths of an outpainting. Their format is not documented; that of a padding is a guess.

    Raises:
        Refusal: A length is malformed.
    """
    fit = mapping(mapping(mapping(body, "operations"), "resizing"), "fit")
    if "outpaint_by" in fit and not is_padding(text(fit, "outpaint_by")):
        raise invalid("operations.resizing.fit.outpaint_by", "not a length such as 10% or 20px")


def destination(body: JsonObject) -> str:
    """Return the storage address that the result is to go to; empty for a temporary URL."""
    output = body.get("output")
    return text(output, "destination") if isinstance(output, Mapping) else text(body, "output")


def make_work(body: JsonObject, inputs: Inputs) -> Work:
    """Return the work of an edit."""

    def work() -> list[Product]:
        picture = decode(inputs.image or b"")
        kind = picture.format.lower() or "jpeg"
        described = describe(kind, "jpg" if kind == "jpeg" else kind, picture.width, picture.height)
        style = None if inputs.style is None else decode(inputs.style)
        edited = apply(picture, mapping(body, "operations"), style)
        extension, data = _encode(edited, mapping(body, "output"))
        if inputs.target is not None:
            try:
                inputs.target.parent.mkdir(parents=True, exist_ok=True)
                inputs.target.write_bytes(data)
            except OSError as error:
                raise WorkFailed("output", f"{destination(body)} could not be written.") from error
        return [product(edited, extension, role=_safe(inputs.name), detail=json.dumps(described), data=data)]

    return work


def _encode(picture: Picture, output: JsonObject) -> tuple[str, bytes]:
    given = output.get("format", "jpeg")
    options = given if isinstance(given, Mapping) else {"type": given}
    kind = text(options, "type", "jpeg")
    compression = options.get("compression")
    details = compression if isinstance(compression, Mapping) else {"type": compression}
    lossless = details.get("type") == "lossless"
    quality = whole(details, "quality", whole(options, "quality", _QUALITY.get(kind, 0)))
    metadata = mapping(output, "metadata")
    space = metadata.get("color_space")
    cmyk = space == "CMYK" or (isinstance(space, Mapping) and space.get("type") == "CMYK")
    if kind == "tiff" and details.get("type") != "lossy":
        quality = 0
    data = encode(
        picture,
        kind,
        quality=quality or None,
        lossless=lossless,
        progressive=flag(options, "progressive", default=True),
        compression=_PNG_COMPRESSION.get(text(options, "compression"), 6),
        dpi=whole(metadata, "dpi") or picture.dpi,
        cmyk=cmyk and kind in {"jpeg", "tiff"},
    )
    return kind, data


def describe(kind: str, extension: str, width: int, height: int) -> dict[str, JsonValue]:
    """Return the fields that describe a picture in an answer."""
    return {
        "ext": extension,
        "mps": round(width * height / 1e6, 6),
        "mime": MEDIA_TYPES.get(kind, f"image/{kind}"),
        "format": kind.upper(),
        "width": width,
        "height": height,
    }


def describe_input(task: Task) -> JsonValue:
    """Return what is known about the input of a finished task."""
    described: JsonValue = json.loads(task.outputs[0].product.detail)
    return described


def _safe(name: str) -> str:
    """Return a file name reduced to what may stand in an object's key, without its extension."""
    stem = name.rpartition("/")[2].partition(".")[0]
    return "".join(char if char.isalnum() or char in "-_" else "_" for char in stem)[:80] or "image"
