"""Fixtures: a fast sandbox, a plain HTTP client, and the keys of each vendor."""

import io
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
from PIL import Image
from safelight.sandbox import Sandbox
from safelight.testing import hurried
from support.waiting import HANG

sys.path.insert(0, str(Path(__file__).parent))

from sandbox_flows import DATA, exchange


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Start a sandbox without limits whose tasks take no time beyond the work."""
    with Sandbox(limits=False, task_seconds=0.0) as running:
        yield running


@pytest.fixture(scope="module", autouse=True)
def impatient() -> Iterator[None]:
    """Let clients poll without waiting as long as a vendor asks."""
    with hurried():
        yield


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clocks of sandboxes stand still, except where a test advances them."""
    moment = time.monotonic()
    standing = SimpleNamespace(monotonic=lambda: moment, time=time.time)
    monkeypatch.setattr("safelight.sandbox.clock.time", standing)


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=HANG) as client:
        yield client


@pytest.fixture(scope="session")
def photo() -> bytes:
    """Read a real photograph, small enough to be cut out quickly."""
    return (DATA / "astronaut.jpg").read_bytes()


@pytest.fixture(scope="session")
def portrait(photo: bytes) -> bytes:
    """Return the same photograph at half its size: still enough to see whether it was cut out well."""
    return resized(photo, 256)


@pytest.fixture(scope="session")
def small_photo(photo: bytes) -> bytes:
    """Return it at a quarter of its size, for tests that do not look at the result."""
    return resized(photo, 128)


def resized(photo: bytes, side: int) -> bytes:
    target = io.BytesIO()
    Image.open(io.BytesIO(photo)).resize((side, side)).save(target, "JPEG", quality=92)
    return target.getvalue()


@pytest.fixture
def pilio_key(sandbox: Sandbox) -> dict[str, str]:
    return {"Authorization": f"Bearer {sandbox.api_key('pilio')}"}


@pytest.fixture
def claid_key(sandbox: Sandbox) -> dict[str, str]:
    return {"Authorization": f"Bearer {sandbox.api_key('claid')}"}


@pytest.fixture
def picwish_key(sandbox: Sandbox) -> dict[str, str]:
    return {"X-API-KEY": sandbox.api_key("picwish")}


@pytest.fixture
def perfect_key(sandbox: Sandbox, http: httpx.Client) -> dict[str, str]:
    """Get an access token of Perfect by the real exchange."""
    answer = http.post(f"{sandbox.base_url('perfect')}/s2s/v1.0/client/auth", json=exchange(sandbox))
    return {"Authorization": f"Bearer {answer.json()['result']['access_token']}"}
