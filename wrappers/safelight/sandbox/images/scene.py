"""Objects in other scenes, and pictures that move."""

import tempfile
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageFilter

from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.drawing import label
from safelight.sandbox.images.encode import to_image
from safelight.sandbox.images.scale import Frame, fit, scaled

_PACE, _SECONDS = 24, 2
_VIDEO_SIDE = 640
_CLOSER = 1.25
"""How much closer the picture comes while it is panned over."""


def subject(picture: Picture) -> Picture:
    """Return the object of a picture alone: what is not transparent, or what can be cut out."""
    return trim(picture if picture.alpha is not None else cut_out(picture))


def stage(
    scene: Picture, item: Picture, scale: float, *, x: float = 0.5, y: float = 0.5, turned: float = 0.0
) -> Picture:
    """Return a scene with an object in it that throws a soft shadow.

    Args:
        scene: What is behind.
        item: The object on a transparent background.
        scale: Its size, as a share of the largest that fits.
        x: Where its middle is, from 0 at the left to 1.
        y: The same, from 0 at the lower edge to 1.
        turned: Degrees.
    """
    share = scale * min(scene.width / item.width, scene.height / item.height)
    image = to_image(scaled(item, round(item.width * share), round(item.height * share))).convert("RGBA")
    image = image.rotate(-turned, Image.Resampling.BICUBIC, expand=True)
    place = round(x * scene.width - image.width / 2), round((1 - y) * scene.height - image.height / 2)
    painted = to_image(scene).convert("RGB")
    reach = max(2, image.height // 30)
    shadow = Image.new("L", painted.size)
    shade = image.getchannel("A").point([value // 2 for value in range(256)])
    shadow.paste(shade, (place[0] + reach // 2, place[1] + reach))
    painted.paste((18, 20, 26), mask=shadow.filter(ImageFilter.GaussianBlur(reach)))
    painted.paste(image, place, image)
    return replace(scene, colour=np.ascontiguousarray(np.asarray(painted)[:, :, ::-1]), alpha=None)


def pan(picture: Picture, text: str) -> bytes:
    """Return a video of a few seconds that pans over a picture, as MP4; a text is written into it."""
    share = min(1.0, _VIDEO_SIDE / max(picture.width, picture.height))
    # The encoder takes even sizes alone.
    width, height = (max(16, round(side * share) // 2 * 2) for side in (picture.width, picture.height))
    closer = fit(picture, Frame(round(width * _CLOSER), round(height * _CLOSER)), None).colour
    frames = _PACE * _SECONDS
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "video.mp4")
        writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"mp4v"), _PACE, (width, height))
        for number in range(frames):
            left, top = (
                round((whole - side) * number / (frames - 1))
                for whole, side in ((closer.shape[1], width), (closer.shape[0], height))
            )
            writer.write(label(closer[top : top + height, left : left + width], text).colour)
        writer.release()
        return file.read_bytes()
