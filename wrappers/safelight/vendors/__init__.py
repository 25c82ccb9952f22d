"""The vendors: each registers by an entry point of the group ``safelight.vendors``, also from another distribution.

The entry point's name is the vendor's, and its value the module of the clients. The generated packages beside it are
``<name>_api`` and ``<name>_operations``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from safelight.core.base.facts import VendorFacts, load
from safelight.errors import ConfigurationError

if TYPE_CHECKING:
    from safelight.core.client import AsyncClient, SyncClient
    from safelight.core.flow.descriptors import FlowIterator

AnyClient: TypeAlias = "AsyncClient[object]"
AnyListing: TypeAlias = "FlowIterator[..., object]"


@attrs.frozen
class Vendor:
    """A vendor, of which nothing is imported before it is used.

    Attributes:
        name: Its name in commands, profiles and tokens.
        module: The module of its clients.
    """

    name: str
    module: str

    @property
    def package(self) -> str:
        """The wire package."""
        return f"{self.name}_api"

    @property
    def facts(self) -> VendorFacts:
        """What its spec says."""
        return load(self.package)

    @property
    def title(self) -> str:
        """Its name in sentences."""
        return self.facts.title

    @property
    def takes_urls(self) -> bool:
        """Whether it fetches pictures by URL itself."""
        return any(
            parameter.takes_url
            for method in self.facts.methods.values()
            for parameter in method.parameters.values()
        )

    @property
    def client_class(self) -> type[AnyClient]:
        """The async client's class."""
        return cast("type[AnyClient]", getattr(import_module(self.module), f"Async{self.facts.client}"))

    @property
    def sync_client_class(self) -> type[SyncClient[object]]:
        """The sync client's class."""
        return cast("type[SyncClient[object]]", getattr(import_module(self.module), self.facts.client))

    def listings(self) -> Mapping[str, AnyListing]:
        """Every method of the client's class that lists what the vendor offers, such as styles, in alphabetical order."""
        if all(operation.role != "list" for operation in self.facts.operations.values()):
            return {}
        from safelight.core.flow.descriptors import FlowIterator  # noqa: PLC0415 - brings asyncio, which few commands need

        members = ((name, getattr(self.client_class, name)) for name in sorted(dir(self.client_class)))
        return {name: cast("AnyListing", found) for name, found in members if isinstance(found, FlowIterator)}


@cache
def vendors() -> Mapping[str, Vendor]:
    """All vendors that are installed, by name."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - a client is imported without asking who is there

    found = sorted(entry_points(group="safelight.vendors"), key=lambda point: point.name)
    return {point.name: Vendor(point.name, point.value) for point in found}


def vendor_of(name: str) -> Vendor:
    """A vendor by its name.

    Raises:
        ConfigurationError: None of that name is installed.
    """
    known = vendors()
    if name not in known:
        raise ConfigurationError(
            f"there is no vendor {name!r}; there are: {', '.join(known)}", field="vendor"
        )
    return known[name]
