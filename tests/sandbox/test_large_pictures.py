"""Large pictures are cut out in bands: the memory stays in bounds and no band is seen."""

import os
import subprocess
import sys

import numpy as np
import pytest
from safelight.sandbox.images import cutout
from safelight.sandbox.images.decode import decode
from support.waiting import HANG

pytestmark = pytest.mark.integration

PROGRAM = """
import pathlib, sys
import cv2, numpy
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture

def picture(side):
    noise = numpy.random.default_rng(1).integers(0, 255, (side // 20, side // 20, 3), numpy.uint8)
    return Picture(cv2.resize(noise, (side, side)), None, "PNG")

def peak():
    # Not getrusage, whose peak a process inherits from the one that started it.
    return int(pathlib.Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024

cut_out(picture(400))
large = picture(2500)
before = peak()
cut_out(large)
sys.stdout.write(str((peak() - before) / 2500**2))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
def test_a_large_picture_takes_few_bytes_a_pixel():
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        timeout=HANG,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert 4 < float(ended.stdout) < 50


def test_bands_are_not_seen(monkeypatch, photo):
    picture = decode(photo)
    whole = cutout.cut_out(picture)
    monkeypatch.setattr(cutout, "_LEAST_ROWS", 100)
    monkeypatch.setattr(cutout, "_BAND", 1)
    banded = cutout.cut_out(picture)
    assert np.array_equal(banded.alpha, whole.alpha)
    assert np.array_equal(banded.colour, whole.colour)
