"""Fixtures of the tests of comparisons."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from safelight.cli.vendors import VENDORS
from safelight.sandbox import Sandbox
from safelight.testing import sandbox as started

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two photographs, without any key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "no-profiles.toml"))
    for name in list(os.environ):
        if name.startswith(tuple(vendor.upper() for vendor in VENDORS)):
            monkeypatch.delenv(name)
    for name in ("chelsea.jpg", "astronaut.jpg"):
        shutil.copy(DATA / name, tmp_path)
    return tmp_path


@pytest.fixture
def sandbox(folder: Path) -> Iterator[Sandbox]:
    """Start a sandbox, which the environment names."""
    with started() as running:
        yield running
