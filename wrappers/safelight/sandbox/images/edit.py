"""Claid's operations on a picture, in the order in which its groups build on each other."""

from collections.abc import Mapping
from dataclasses import replace

from PIL import ImageColor

from safelight.sandbox.images import adjust
from safelight.sandbox.images.arrays import gaussian, mix
from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.encode import flatten
from safelight.sandbox.images.outpaint import outpaint
from safelight.sandbox.images.portrait import crop_identity
from safelight.sandbox.images.privacy import blur_plates
from safelight.sandbox.images.scale import Frame, Sides, around, fit, pad, parse_padding, scaled, sharpen
from safelight.sandbox.jsontypes import JsonObject, JsonValue, flag, mapping, number, text
from safelight.sandbox.tasks import WorkFailed

_BLUR = {"low": 1 / 160, "medium": 1 / 80, "high": 1 / 45}


def apply(picture: Picture, operations: JsonObject, style: Picture | None = None) -> Picture:
    """Return a picture with all operations done to it.

    Args:
        picture: The input.
        operations: The `operations` of a request that agrees with its schema.
        style: The reference image of a style transfer, where there is one.
    """
    picture = _restore(picture, mapping(operations, "restorations"))
    transfer = mapping(mapping(operations, "generative"), "style_transfer")
    if transfer and style is not None:
        strength = number(transfer, "style_strength", 0.75)
        picture = adjust.stylize(picture, style, strength, number(transfer, "denoising_strength", 0.75))
    picture = _adjust(picture, mapping(operations, "adjustments"))
    privacy = mapping(operations, "privacy")
    if flag(privacy, "blur_car_plate"):
        picture = blur_plates(picture)
    if flag(privacy, "identity_crop"):
        picture = crop_identity(picture)
    background = mapping(operations, "background")
    colour = _colour(background)
    picture = _background(picture, background)
    picture = _resize(picture, mapping(operations, "resizing"), text(operations, "padding"), colour)
    return picture if colour is None else flatten(picture, colour)


def _restore(picture: Picture, options: JsonObject) -> Picture:
    strength = options.get("decompress")
    if isinstance(strength, str):
        picture = replace(picture, colour=adjust.decompress(picture.colour, strength))
    if "upscale" in options:
        picture = replace(picture, colour=sharpen(adjust.denoise(picture.colour, 2.0), 0.5))
    if flag(options, "polish"):
        picture = replace(picture, colour=sharpen(picture.colour, 0.6, 2.0))
    return picture


def _adjust(picture: Picture, options: JsonObject) -> Picture:
    colour = picture.colour
    intensity = (
        number(mapping(options, "hdr"), "intensity", 100.0)
        if isinstance(options.get("hdr"), Mapping)
        else number(options, "hdr")
    )
    if intensity:
        colour = adjust.hdr(colour, intensity)
    for name, change in (
        ("exposure", adjust.exposure),
        ("saturation", adjust.saturation),
        ("contrast", adjust.contrast),
        ("sharpness", adjust.sharpness),
    ):
        amount = number(options, name)
        if amount:
            colour = change(colour, amount)
    return replace(picture, colour=colour)


def _wanted(value: JsonValue) -> bool:
    """Tell whether an operation that is a switch or an object of options is asked for."""
    return isinstance(value, Mapping) or value is True


def _background(picture: Picture, options: JsonObject) -> Picture:
    remove, blur = options.get("remove"), options.get("blur")
    if not _wanted(remove) and not _wanted(blur):
        return picture
    cutout = cut_out(picture)
    if _wanted(blur) and not _wanted(remove):
        level = text(mapping(options, "blur"), "level", "medium")
        behind = gaussian(picture.colour, max(2.0, max(picture.width, picture.height) * _BLUR[level]))
        return replace(picture, colour=mix(picture.colour, behind, cutout.opacity))
    return trim(cutout) if flag(mapping(options, "remove"), "clipping") else cutout


def _colour(options: JsonObject) -> tuple[int, int, int] | None:
    """Return the background's red, green and blue; None for transparent or not given."""
    colour = text(options, "color").lstrip("#")
    if colour in {"", "transparent"}:
        return None
    red, green, blue = ImageColor.getrgb(f"#{colour}")[:3]
    return red, green, blue


def _resize(
    picture: Picture, options: JsonObject, padding: str, colour: tuple[int, int, int] | None
) -> Picture:
    if not options:
        sides = _padding(padding, picture.width, picture.height)
        return pad(picture, sides, colour) if padding else picture
    given = options.get("fit", "crop")
    details: JsonObject = given if isinstance(given, Mapping) else {"type": given}
    manner = text(details, "type", "crop")
    width, height = _size(picture, options)
    sides = _padding(padding, width, height)
    frame = Frame(
        width=max(1, width - sides[1] - sides[3]),
        height=max(1, height - sides[0] - sides[2]),
        # Inside a padding a picture is shown whole.
        fit="bounds" if padding and manner == "crop" else manner,
        smart=text(details, "crop") == "smart",
        feathering=float(text(details, "feathering", "15%").rstrip("%")) / 100,
    )
    if manner == "outpaint" and "outpaint_by" in details:
        amount = parse_padding(text(details, "outpaint_by"), picture.width, picture.height)
        return outpaint(picture, amount, frame.feathering)
    fitted = (
        scaled(picture, frame.width, frame.height)
        if _keeps_ratio(picture, frame)
        else fit(picture, frame, colour)
    )
    return pad(fitted, around(fitted, width, height), colour) if padding else fitted


def _padding(amount: str, width: int, height: int) -> Sides:
    """Return a padding in pixels; an empty one has none.

    Raises:
        WorkFailed: `padding` where a side is more than half of the width or height.
    """
    top, right, bottom, left = sides = parse_padding(amount or "0px", width, height)
    if 2 * max(top, bottom) > height or 2 * max(left, right) > width:
        raise WorkFailed("padding", "The padding is more than half of the width or height.")
    return sides


def _keeps_ratio(picture: Picture, frame: Frame) -> bool:
    """Tell whether a frame differs from a picture in size alone, up to rounding."""
    difference = picture.width * frame.height - picture.height * frame.width
    return abs(difference) <= max(picture.width, picture.height)


def _size(picture: Picture, options: JsonObject) -> tuple[int, int]:
    """Return the size wanted in pixels; an automatic side follows the other one."""
    width = _side(options.get("width", "auto"), picture.width)
    height = _side(options.get("height", "auto"), picture.height)
    if width is None and height is None:
        return picture.width, picture.height
    if width is None:
        return max(1, round(picture.width * (height or 1) / picture.height)), height or 1
    return width, height or max(1, round(picture.height * width / picture.width))


def _side(value: JsonValue, side: int) -> int | None:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and value.endswith("%"):
        return max(1, round(side * float(value[:-1]) / 100))
    return None
