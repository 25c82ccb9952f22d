"""Fixtures of the batch tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))

from batch_support import small_photo
from postgres_server import new_database, server
from safelight.cli.vendors import VENDORS
from safelight.sandbox import Sandbox
from safelight.testing import hurried
from sandbox_process import polling

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
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a batch in this process poll its tasks without long waits, and notice its own end at once."""
    monkeypatch.setattr("safelight.batch.batches.LOOK", 0.02)
    with hurried():
        yield


@pytest.fixture(autouse=True)
def _patient_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tasks that nobody asks for while the machine is busy, as in a sandbox of its own process."""
    monkeypatch.setattr("safelight.sandbox.vendor_facts.polling", polling)


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


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two photographs, without any key."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(tuple(vendor.upper() for vendor in VENDORS)):
            monkeypatch.delenv(name)
    monkeypatch.delenv("SAFELIGHT_DATABASE_URL", raising=False)
    (tmp_path / "photos").mkdir()
    for name in ("a", "b"):
        (tmp_path / "photos" / f"{name}.jpg").write_bytes(small_photo())
    return tmp_path


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Sandbox]:
    """Start a sandbox without limits, which the environment names."""
    with Sandbox(limits=False, task_seconds=0.05) as running:
        for vendor in VENDORS:
            monkeypatch.setenv(f"{vendor.upper()}_API_KEY", running.api_key(vendor))
            monkeypatch.setenv(f"{vendor.upper()}_BASE_URL", running.base_url(vendor))
        monkeypatch.setenv("PERFECT_SECRET_KEY", running.secret_key)
        yield running


@pytest.fixture
def blank(folder: Path) -> Path:
    """A third picture, in which there is nothing to cut out."""
    path = folder / "photos" / "blank.jpg"
    Image.new("RGB", (96, 64), (128, 128, 128)).save(path)
    return path
