"""Claid's engine: the way from input to output."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.drawing import STAND_IN
from safelight.sandbox.images.edit import apply
from safelight.sandbox.images.encode import MEDIA_TYPES, encode, flatten, product
from safelight.sandbox.images.scale import is_padding
from safelight.sandbox.images.scene import pan
from safelight.sandbox.jsontypes import JsonObject, JsonValue, flag, mapping, text, whole
from safelight.sandbox.orders import Make, Order
from safelight.sandbox.tasks import Product, Task, WorkFailed
from safelight.sandbox.validation import invalid
from safelight.sandbox.vendors.claid_made import MAKERS, count, words

STYLE = "operations.generative.style_transfer.style_reference_image"
_QUALITY = {"jpeg": 85, "webp": 75, "avif": 50, "tiff": 75}
_PNG_COMPRESSION = {"fast": 1, "best": 9, "optimal": 6}


_COLOUR = re.compile(r"transparent|#?([0-9A-Fa-f]{3}){1,2}")
_SIDE = re.compile(r"auto|\d{1,6}(\.\d+)?%")
_FOLDERS = {"create_batch_edit", *MAKERS}
"""The operations whose results go to a folder."""
_LENGTHS = "not a length such as 10% or 20px"
_SIZE = "not a number of pixels, a percentage or auto"
_HEX = "not a hex colour"


def _is_side(value: JsonValue) -> bool:
    if isinstance(value, str):
        return _SIDE.fullmatch(value) is not None and (value == "auto" or float(value[:-1]) > 0)
    return isinstance(value, int) and value > 0


def _is_colour(value: JsonValue) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def _is_length(value: JsonValue) -> bool:
    return isinstance(value, str) and is_padding(value)


_READABLE: Mapping[str, tuple[Callable[[JsonValue], bool], str]] = {
    "operations.padding": (_is_length, _LENGTHS),
    "operations.resizing.width": (_is_side, _SIZE),
    "operations.resizing.height": (_is_side, _SIZE),
    "operations.resizing.fit.outpaint_by": (_is_length, _LENGTHS),
    "operations.background.color": (_is_colour, _HEX),
    "output.metadata.dpi": (lambda value: isinstance(value, int) and 0 < value < 10_000, "not a resolution"),
    "object.padding": (_is_length, _LENGTHS),
    "scene.color": (_is_colour, _HEX),
}
"""What no schema of the vendor's says, and the engine has to read."""


def check_readable(body: JsonObject) -> None:
    """Check what is a plain text or number in the schema.

    Raises:
        Refusal: The engine cannot read it; that the vendor refuses it in these words is a guess.
    """
    for place, (is_readable, message) in _READABLE.items():
        value = value_at(body, place)
        if value is not None and not is_readable(value):
            raise invalid(place, message)


def value_at(body: JsonObject, place: str) -> JsonValue:
    """Return what stands at a dotted path; None where there is nothing."""
    *outer, last = place.split(".")
    for step in outer:
        body = mapping(body, step)
    return body.get(last)


def destination(body: JsonObject) -> str:
    """Return the storage address that the results are to go to; empty for temporary URLs."""
    output = body.get("output")
    return text(output, "destination") if isinstance(output, Mapping) else text(body, "output")


def to_folder(operation: str) -> bool:
    """Tell whether the results of an operation go to a folder."""
    return operation in _FOLDERS


def maker(name: str, target: Path | None) -> Make:
    """Return what makes the results of an order.

    Args:
        name: What they are named by.
        target: The file or the folder of a connected storage; None for temporary URLs.
    """
    name = _safe(name)

    def make(order: Order) -> list[Product]:
        operation, body, given = order.operation, order.options, order.named_pictures()
        style = next(iter(given.pop(STYLE, ())), None)
        sources = next(iter(given.values()), list[Picture]())
        detail = json.dumps([_describe_source(picture) for picture in sources])
        if operation == "create_video":
            prompt = words(mapping(body, "options").get("prompt"))
            video = pan(flatten(sources[0]), f"{prompt} - {STAND_IN}")
            products = [Product(video, "mp4", "video/mp4", role=name, detail=detail)]
        else:
            if operation in MAKERS:
                made = [MAKERS[operation](body, given, number) for number in range(count(operation, body))]
            else:
                made = [apply(picture, mapping(body, "operations"), style) for picture in sources]
            usual = "png" if operation in MAKERS else "jpeg"
            products = [
                _product(picture, body, usual, f"{name}-{at}" if to_folder(operation) else name, detail)
                for at, picture in enumerate(made, 1)
            ]
        if target is not None:
            for made_file in products:
                _write(target, made_file, body, operation)
        return products

    return make


def _write(target: Path, made: Product, body: JsonObject, operation: str) -> None:
    file = target / f"{made.role}.{made.extension}" if to_folder(operation) else target
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.data)
    except OSError as error:
        raise WorkFailed("output", f"{destination(body)} could not be written.") from error


def _product(picture: Picture, body: JsonObject, usual: str, role: str, detail: str) -> Product:
    extension, data = _encode(picture, mapping(body, "output"), usual)
    return product(picture, extension, role=role, detail=detail, data=data)


def _describe_source(picture: Picture) -> JsonObject:
    kind = picture.format.lower() or "jpeg"
    return describe(kind, "jpg" if kind == "jpeg" else kind, picture.width, picture.height)


def _encode(picture: Picture, output: JsonObject, usual: str) -> tuple[str, bytes]:
    given = output.get("format", usual)
    options = given if isinstance(given, Mapping) else {"type": given}
    kind = text(options, "type", usual)
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


def describe_inputs(task: Task) -> list[JsonValue]:
    """Return what is known about the inputs of a finished task."""
    described: list[JsonValue] = json.loads(task.outputs[0].product.detail)
    return described


def _safe(name: str) -> str:
    """Return a file name reduced to what may stand in an object's key, without its extension."""
    stem = name.rpartition("/")[2].partition(".")[0]
    return "".join(char if char.isalnum() or char in "-_" else "_" for char in stem)[:80] or "image"
