"""The vendors: each registers by an entry point of the group ``safelight.vendors``, also from another distribution.

The entry point's name is the vendor's, and its value the module of the clients. The generated packages beside it are
``<name>_api`` and ``<name>_operations``.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Awaitable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from os import listdir
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from safelight.errors import ConfigurationError

if TYPE_CHECKING:
    from safelight.core.base.facts import VendorFacts
    from safelight.core.client import AsyncClient, SyncClient
    from safelight.core.flow.descriptors import FlowIterator

AnyClient: TypeAlias = "AsyncClient[object]"
AnyListing: TypeAlias = "FlowIterator"

GROUP = "safelight.vendors"


class Vendor(NamedTuple):
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
        from safelight.core.base.facts import load  # noqa: PLC0415 - the list of vendors does without

        return load(self.package)

    @property
    def title(self) -> str:
        """Its name in sentences."""
        return cast(
            "str", import_module(f"{self.package}.facts").FACTS["title"]
        )  # without building all facts

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
        return {name: found for name, found in members if isinstance(found, FlowIterator)}


@cache
def vendors() -> Mapping[str, Vendor]:
    """All vendors that are installed, by name."""
    try:
        found = dict(_registered())
    except (OSError, ValueError):  # such as a zip on the path
        from importlib.metadata import entry_points  # noqa: PLC0415 - takes longer than a command's whole help

        found = {point.name: point.value for point in entry_points(group=GROUP)}
    return {name: Vendor(name, found[name]) for name in sorted(found)}


def _registered() -> Iterator[tuple[str, str]]:
    """The entry points of the installed distributions. Raises `OSError` where some may be no plain folders."""
    if any(hasattr(finder, "find_distributions") for finder in sys.meta_path if finder is not PathFinder):
        raise OSError("a finder of another kind")
    seen: set[str] = set()
    for folder in sys.path:
        try:
            names = [name for name in listdir(folder or ".") if name.endswith("-info")]  # noqa: PTH208 - names alone
        except FileNotFoundError:
            continue
        for name in names:
            project = name.partition("-")[0].lower()
            if project not in seen:
                seen.add(project)
                yield from _points_in(f"{folder or '.'}/{name}/entry_points.txt")


def _points_in(path: str) -> Iterator[tuple[str, str]]:
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - for as many files as there are distributions
            after = file.read().partition(f"[{GROUP}]\n")[2]
    except (FileNotFoundError, NotADirectoryError):
        return
    for line in after.partition("\n[")[0].splitlines():
        name, is_point, value = line.partition("=")
        if is_point and not line.startswith("#"):
            yield name.strip(), value.strip()


def vendor_of(name: str) -> Vendor:
    """A vendor by its name. Raises `ConfigurationError` where none of that name is installed."""
    known = vendors()
    if name not in known:
        raise ConfigurationError(
            f"there is no vendor {name!r}; there are: {', '.join(known)}", field="vendor"
        )
    return known[name]


async def items_of(found: AsyncIterator[object] | Awaitable[object]) -> AsyncIterator[object]:
    """The items of a listing, or what a call gives: one, or a list."""
    if isinstance(found, AsyncIterator):
        async for item in found:
            yield item
        return
    answer = await found
    for item in cast("list[object]", answer) if isinstance(answer, list) else [answer]:
        yield item
