"""Fixtures for pytest: a sandbox, and a client of each vendor that goes there.

Async clients are to be used with ``async with``, on the loop of the test.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from safelight import AsyncClaid, AsyncPerfect, AsyncPicWish, AsyncPilio, Claid, Perfect, PicWish, Pilio
    from safelight.sandbox import Sandbox


@pytest.fixture
def safelight_sandbox() -> Generator[Sandbox]:
    """A fresh sandbox, to which every client of the test goes; see `safelight.testing.sandbox`."""
    from safelight.testing import sandbox  # noqa: PLC0415 - the plugin is loaded by every pytest

    with sandbox() as running:
        yield running


@pytest.fixture
def safelight_pilio(safelight_sandbox: Sandbox) -> Generator[Pilio]:
    """A Pilio client of the sandbox."""
    from safelight import Pilio  # noqa: PLC0415

    with Pilio() as client:
        yield client


@pytest.fixture
def safelight_perfect(safelight_sandbox: Sandbox) -> Generator[Perfect]:
    """A Perfect client of the sandbox."""
    from safelight import Perfect  # noqa: PLC0415

    with Perfect() as client:
        yield client


@pytest.fixture
def safelight_claid(safelight_sandbox: Sandbox) -> Generator[Claid]:
    """A Claid client of the sandbox."""
    from safelight import Claid  # noqa: PLC0415

    with Claid() as client:
        yield client


@pytest.fixture
def safelight_picwish(safelight_sandbox: Sandbox) -> Generator[PicWish]:
    """A PicWish client of the sandbox."""
    from safelight import PicWish  # noqa: PLC0415

    with PicWish() as client:
        yield client


@pytest.fixture
def safelight_async_pilio(safelight_sandbox: Sandbox) -> AsyncPilio:
    """An async Pilio client of the sandbox; use it with ``async with``."""
    from safelight import AsyncPilio  # noqa: PLC0415

    return AsyncPilio()


@pytest.fixture
def safelight_async_perfect(safelight_sandbox: Sandbox) -> AsyncPerfect:
    """An async Perfect client of the sandbox; use it with ``async with``."""
    from safelight import AsyncPerfect  # noqa: PLC0415

    return AsyncPerfect()


@pytest.fixture
def safelight_async_claid(safelight_sandbox: Sandbox) -> AsyncClaid:
    """An async Claid client of the sandbox; use it with ``async with``."""
    from safelight import AsyncClaid  # noqa: PLC0415

    return AsyncClaid()


@pytest.fixture
def safelight_async_picwish(safelight_sandbox: Sandbox) -> AsyncPicWish:
    """An async PicWish client of the sandbox; use it with ``async with``."""
    from safelight import AsyncPicWish  # noqa: PLC0415

    return AsyncPicWish()
