"""Fixtures for pytest: a sandbox, and two clients of it for each installed vendor, such as `safelight_pilio`.

Async clients, such as `safelight_async_pilio`, are to be used with ``async with``, on the loop of the test.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from safelight.sandbox import Sandbox


@pytest.fixture
def safelight_sandbox() -> Generator[Sandbox]:
    """A fresh sandbox, to which every client of the test goes; see `safelight.testing.sandbox`."""
    from safelight.testing import sandbox  # noqa: PLC0415 - the plugin is loaded by every pytest

    with sandbox() as running:
        yield running


def _client(vendor: str) -> Callable[..., Generator[Any]]:
    def client(safelight_sandbox: Sandbox) -> Generator[Any]:
        from safelight.vendors import vendor_of  # noqa: PLC0415 - same

        found = vendor_of(vendor)
        with getattr(import_module(found.module), found.facts.client)() as opened:
            yield opened

    client.__doc__ = f"A client of the vendor {vendor}, open, which goes to the sandbox."
    return pytest.fixture(client, name=f"safelight_{vendor}")


def _async_client(vendor: str) -> Callable[..., Any]:
    def client(safelight_sandbox: Sandbox) -> Any:  # noqa: ANN401 - each vendor has one of its own
        from safelight.vendors import vendor_of  # noqa: PLC0415 - same

        return vendor_of(vendor).client_class()

    client.__doc__ = f"An async client of the vendor {vendor}, which goes to the sandbox."
    return pytest.fixture(client, name=f"safelight_async_{vendor}")


for _vendor in entry_points(group="safelight.vendors").names:
    globals()[f"safelight_{_vendor}"] = _client(_vendor)
    globals()[f"safelight_async_{_vendor}"] = _async_client(_vendor)
