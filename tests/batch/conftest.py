"""Fixtures of the batch tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from postgres_server import new_database, server

if TYPE_CHECKING:
    from s3_server import Storage


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Start a server for the session, or skip."""
    with server() as address:
        yield address


@pytest.fixture
def database(postgres: str) -> str:
    """Return the URL of an empty database on a real server."""
    return new_database(postgres)


@pytest.fixture(autouse=True)
def _own_profiles(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what workers remember beside the profile file out of the user's own folder."""
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path_factory.mktemp("profiles") / "profiles.toml"))


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """Start an object store for the session."""
    from s3_server import s3_server  # noqa: PLC0415 - takes seconds, which few tests need

    with s3_server() as address:
        yield address


@pytest.fixture
def storage(s3: str) -> Iterator[Storage]:
    """Empty storage at ``s3://``."""
    from s3_server import storage_at  # noqa: PLC0415 - same

    with storage_at(s3) as storage:
        yield storage
