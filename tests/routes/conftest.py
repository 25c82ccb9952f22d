"""Fixtures of the tests of routes."""

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safelight.cli.vendors import VENDORS
from safelight.sandbox import Sandbox
from safelight.testing import sandbox as started

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a photograph and a picture in which there is nothing to cut out; without any key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "no-profiles.toml"))
    for name in list(os.environ):
        if name.startswith(tuple(vendor.upper() for vendor in VENDORS)):
            monkeypatch.delenv(name)
    shutil.copy(DATA / "chelsea.jpg", tmp_path)
    (tmp_path / "noise.png").write_bytes(noise())
    return tmp_path


@pytest.fixture
def sandbox(folder: Path) -> Iterator[Sandbox]:
    """Start a sandbox, which the environment names."""
    with started(limits=False) as running:
        yield running


def noise() -> bytes:
    """Noise: the sandbox's vendors cut nothing out of it."""
    pixels = np.random.default_rng(0).integers(0, 255, (300, 300, 3), dtype=np.uint8)
    kept = io.BytesIO()
    Image.fromarray(pixels).save(kept, "PNG")
    return kept.getvalue()
