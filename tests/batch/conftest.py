"""Fixtures of the batch tests."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from postgres_server import new_database, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Start a server for the session, or skip."""
    with server() as address:
        yield address


@pytest.fixture
def database(postgres: str) -> str:
    """Return the URL of an empty database on a real server."""
    return new_database(postgres)
