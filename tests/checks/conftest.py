"""Fixtures of the tests of checks."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from safelight.sandbox import Sandbox
from safelight.testing import sandbox as started

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Start a sandbox, which the environment names."""
    with started() as running:
        yield running


@pytest.fixture
def photo() -> Path:
    return Path(__file__).parents[1] / "data" / "chelsea.jpg"
