"""A sandbox, its keys in the environment, and a small photograph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from safelight.sandbox import Sandbox
from safelight.testing import hurried


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    with Sandbox(limits=False, task_seconds=0.05) as running:
        for name, value in running.environment().items():
            monkeypatch.setenv(name, value)
        with hurried():
            yield running


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "small.jpg"
    Image.open(Path(__file__).parents[1] / "data" / "astronaut.jpg").resize((160, 160)).save(path)
    return path
