"""A sandbox for all operations, and what they work on."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from safelight.sandbox import Sandbox
from safelight.testing import hurried


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(limits=False, task_seconds=0.02) as running:
        yield running


@pytest.fixture
def environment(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    for name, value in sandbox.environment().items():
        monkeypatch.setenv(name, value)
    with hurried():
        yield sandbox


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real photograph, small enough for all operations to be quick."""
    path = tmp_path_factory.mktemp("photo") / "astronaut.jpg"
    Image.open(Path(__file__).parents[1] / "data" / "astronaut.jpg").resize((200, 200)).save(path)
    return path


@pytest.fixture(scope="session")
def mask(photo: Path) -> Path:
    path = photo.with_name("mask.png")
    marked = np.zeros((200, 200), np.uint8)
    marked[130:165, 50:95] = 255
    cv2.imwrite(str(path), marked)
    return path
