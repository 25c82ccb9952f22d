"""Edits by words: a colour that the prompt names goes to the subject, and to nothing else."""

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image
from safelight import Pilio
from safelight.sandbox import Sandbox


@pytest.mark.parametrize(
    ("prompt", "looks"),
    [
        ("make the suit blue", lambda red, green, blue: blue > 1.5 * red),
        ("Make the suit BLACK, please", lambda red, green, blue: red < 70 and abs(red - blue) < 25),
    ],
)
def test_a_colour_goes_to_the_subject_alone(sandbox: Sandbox, photo: bytes, prompt: str, looks: Any) -> None:
    with Pilio(**sandbox.settings("pilio")) as pilio:
        made = pilio.edit_image(photo, prompt=prompt, filename="a.jpg").result().bytes()
    before = np.asarray(Image.open(io.BytesIO(photo)).convert("RGB"), int)
    after = np.asarray(Image.open(io.BytesIO(made)).convert("RGB").resize((512, 512)), int)
    suit, face, wall = (
        (slice(250, 300), slice(300, 340)),
        (slice(90, 150), slice(200, 250)),
        (slice(30, 150), slice(310, 380)),
    )
    red, green, blue = after[suit].mean(axis=(0, 1))
    assert looks(red, green, blue)
    for kept in (face, wall):
        assert np.abs(after - before)[kept].mean() < 8
