"""Claid's operations on a picture, in the order the vendor's groups build on each other."""

from dataclasses import replace

from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.encode import flatten
from safelight.sandbox.jsontypes import JsonObject, flag, mapping, text


def apply(picture: Picture, operations: JsonObject) -> Picture:
    """Return a picture with all operations done to it."""
    return _background(picture, mapping(operations, "background"))


def _background(picture: Picture, options: JsonObject) -> Picture:
    remove = options.get("remove", False)
    if remove not in {False, None} if not isinstance(remove, dict) else True:
        cutout = cut_out(picture)
        if flag(mapping(options, "remove"), "clipping"):
            cutout, _ = trim(cutout)
        picture = replace(picture, colour=cutout.colour, alpha=cutout.alpha)
    colour = text(options, "color").lstrip("#")
    if colour and colour != "transparent" and picture.alpha is not None:
        digits = "".join(char * 2 for char in colour) if len(colour) == 3 else colour  # noqa: PLR2004 - short form
        red, green, blue = bytes.fromhex(digits)
        picture = replace(
            picture, colour=flatten(picture.colour, picture.alpha, (red, green, blue)), alpha=None
        )
    return picture
