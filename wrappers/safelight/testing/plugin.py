"""Fixtures for pytest: a sandbox, and clients of every vendor that it emulates, which go there.

``safelight_pilio`` is an open client of Pilio, ``safelight_async_pilio`` one to be used with ``async with``, on the loop
of the test; so for every vendor.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from safelight.core.client import AsyncClient, SyncClient
    from safelight.sandbox import Sandbox


@pytest.fixture
def safelight_sandbox() -> Generator[Sandbox]:
    """A fresh sandbox, to which every client of the test goes; see `safelight.testing.sandbox`."""
    from safelight.testing import sandbox  # noqa: PLC0415 - the plugin is loaded by every pytest

    with sandbox() as running:
        yield running


def _fixture_of(vendor: str) -> Callable[..., object]:
    def client(safelight_sandbox: Sandbox) -> Generator[SyncClient[object]]:
        from safelight.vendors import vendor_of  # noqa: PLC0415 - same

        with vendor_of(vendor).sync_client_class() as opened:
            yield opened

    client.__doc__ = f"An open client of {vendor}, which goes to the sandbox."
    return pytest.fixture(client, name=f"safelight_{vendor}")


def _async_fixture_of(vendor: str) -> Callable[..., object]:
    def client(safelight_sandbox: Sandbox) -> AsyncClient[object]:
        from safelight.vendors import vendor_of  # noqa: PLC0415 - same

        return vendor_of(vendor).client_class()

    client.__doc__ = f"An async client of {vendor}, which goes to the sandbox; use it with ``async with``."
    return pytest.fixture(client, name=f"safelight_async_{vendor}")


for _name in {point.name for point in entry_points(group="safelight.sandbox")}:
    globals()[f"safelight_{_name}"] = _fixture_of(_name)
    globals()[f"safelight_async_{_name}"] = _async_fixture_of(_name)
