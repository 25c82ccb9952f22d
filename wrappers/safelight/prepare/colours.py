"""Brings pixels into the form that vendors expect: 8 bits a channel, in sRGB."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Literal

from PIL import Image, ImageCms

from safelight.core.base.redact import brief
from safelight.errors import InvalidInput

SAME = 4
"""Levels of 255 by which a profile may differ from sRGB and still count as that."""
STEPS = (0, 85, 170, 255)
DEEP = ("I", "I;16", "I;16L", "I;16B", "I;16N")
"""Pillow's modes of more than 8 bits a channel."""
WITH_PROFILE = {"CMYK": "CMYK", "L": "L"}
"""Modes whose profile is used as it is; that of all others is one of RGB."""


def colour_change(image: Image.Image) -> str:
    """What is to be changed of a picture's colours, as its header tells; empty where nothing is."""
    if image.mode in ("CMYK", "LAB", "YCbCr", "HSV"):
        name = _profile_name(image)
        return f"{image.mode}{f' ({name})' if name else ''} to sRGB"
    if image.mode in DEEP or not _differs(image.info.get("icc_profile"), WITH_PROFILE.get(image.mode, "RGB")):
        return ""
    return f"{_profile_name(image) or 'its colour profile'} to sRGB"


def to_eight_bits(image: Image.Image) -> Image.Image:
    """The picture with 8 bits a channel.

    Raises:
        InvalidInput: Its pixels have no documented range.
    """
    if image.mode not in (*DEEP, "F"):
        return image
    low, high = (0.0, 2.0**32) if image.mode == "F" else _range(image)
    if low < 0 or high > 65535:
        raise InvalidInput(
            "has pixels of more than 16 bits, whose range nobody knows: convert it to 8 or 16 bits a channel"
        )
    return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")


def to_srgb(image: Image.Image) -> Image.Image:
    """The picture as L, RGB or RGBA, in sRGB."""
    profile, mode = image.info.get("icc_profile"), image.mode
    if mode in ("CMYK", "LAB"):
        source = _profile(profile, mode) if mode == "CMYK" else _made("LAB")
        return image.convert("RGB") if source is None else _converted(image, source)
    if mode == "1":
        return image.convert("L")
    alpha = image.has_transparency_data
    if mode != "L" or alpha:
        image = image.convert("RGBA" if alpha else "RGB")
    if not _differs(profile, WITH_PROFILE.get(mode, "RGB")):
        return image
    source = _profile(profile, mode)
    if source is None or (mode == "L" and alpha):
        return image
    if not alpha:
        return _converted(image, source)
    found = _converted(image.convert("RGB"), source)
    found.putalpha(image.getchannel("A"))
    return found


def _range(image: Image.Image) -> tuple[float, float]:
    low, high = image.convert("I").getextrema()
    return (low, high) if isinstance(low, int | float) and isinstance(high, int | float) else (0, 0)


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    found = ImageCms.profileToProfile(
        image,
        source,
        _made("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return image if found is None else found


@lru_cache(maxsize=64)
def _differs(profile: bytes | None, mode: str) -> bool:
    """Whether colours of a profile look different where they are taken for sRGB; one that is damaged says nothing."""
    source = _profile(profile, mode)
    if source is None:
        return False
    if mode == "L":
        samples = Image.frombytes("L", (16, 1), bytes(range(0, 256, 17)))
    else:
        cube = bytes(channel for r in STEPS for g in STEPS for b in STEPS for channel in (r, g, b))
        samples = Image.frombytes("RGB", (64, 1), cube)
    try:
        found = _converted(samples, source).tobytes()
    except ImageCms.PyCMSError:
        return False
    expected = samples.convert("RGB").tobytes()
    return any(abs(one - other) > SAME for one, other in zip(found, expected, strict=True))


def _profile(profile: bytes | None, mode: str) -> ImageCms.ImageCmsProfile | None:
    """A profile that can be used for pictures of a mode; None for one that is missing or damaged."""
    if not profile:
        return None
    try:
        found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None
    space = {"CMYK": b"CMYK", "L": b"GRAY"}.get(mode, b"RGB ")
    return found if profile[16:20] == space else None


def _profile_name(image: Image.Image) -> str:
    found = _profile(image.info.get("icc_profile"), WITH_PROFILE.get(image.mode, "RGB"))
    return "" if found is None else brief(ImageCms.getProfileDescription(found).strip(), 40)


def _made(space: Literal["LAB", "sRGB"]) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]  # Pillow leaves the type of its C module open
