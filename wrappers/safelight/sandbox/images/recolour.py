"""Changes that are asked for by words: of the subject's colour if the words name one, of the whole mood if not."""

import re
from dataclasses import replace

import cv2
import numpy as np
from PIL import ImageColor

from safelight.sandbox.images.adjust import stylize
from safelight.sandbox.images.arrays import convert, gaussian, mix, to_float
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.drawing import draw_prompt
from safelight.sandbox.images.saliency import find_face

_HUES = 180
_NEAR = 14
_LEAST_SATURATION = 70
_GREY = 40
_DARKEST = 60


def edit_by_words(picture: Picture, prompt: str, variant: int = 0) -> Picture:
    """Return a picture changed by a prompt, as far as that goes without a model.

    If the prompt names a colour, what has the subject's main colour gets it; a face keeps its own. If not, the picture is
    painted in the colours of the prompt's drawing.
    """
    colours = [word for word in re.findall(r"[a-z]+", prompt.lower()) if word in ImageColor.colormap]
    if not colours:
        style = draw_prompt(prompt, 256, 256, variant=variant)
        return stylize(picture, style, 0.35 + 0.1 * variant, 0.5)
    red, green, blue = ImageColor.getrgb(colours[-1])[:3]
    wanted = convert(np.array([[[blue, green, red]]], np.uint8), cv2.COLOR_BGR2HSV)[0, 0].astype(int)
    tones = convert(picture.colour, cv2.COLOR_BGR2HSV).astype(int)
    hue, saturation, value = tones[:, :, 0], tones[:, :, 1], tones[:, :, 2]
    subject = to_float(cut_out(picture).opacity)
    face = find_face(picture.colour)
    if face is not None:
        rows, columns = np.ogrid[: picture.height, : picture.width]
        across, down = (columns - face.x) / (0.7 * face.width), (rows - face.y) / (0.8 * face.height)
        subject[across**2 + down**2 < 1] = 0
    coloured = subject * (saturation > _LEAST_SATURATION)
    counts = np.bincount(hue.ravel(), (coloured * saturation).ravel(), _HUES)
    main = int(np.argmax(np.convolve(np.tile(counts, 3), np.ones(9), "same")[_HUES : 2 * _HUES]))
    away = np.abs((hue - main + _HUES // 2) % _HUES - _HUES // 2)
    tones[:, :, 0] = wanted[0]
    if wanted[1] < _GREY:
        # White, grey and black have no hue, but a brightness.
        tones[:, :, 1] = saturation * wanted[1] // 255
        tones[:, :, 2] = value * max(_DARKEST, wanted[2]) // max(1, int(np.percentile(value, 95)))
    tones[:, :, 2] = tones[:, :, 2] * (10 - variant % 5) // 10
    changed = convert(np.clip(tones, 0, 255).astype(np.uint8), cv2.COLOR_HSV2BGR)
    share = gaussian(to_float(coloured * (away <= _NEAR)), 1.5)
    return replace(picture, colour=mix(changed, picture.colour, share))
