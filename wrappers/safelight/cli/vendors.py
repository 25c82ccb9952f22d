"""The four vendors by name, and their operations; a vendor's module is imported on first use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from safelight.core.client import AsyncClient
    from safelight.core.methods import FlowIterator, Operation

AnyOperation: TypeAlias = "Operation[..., object]"
AnyListing: TypeAlias = "FlowIterator[..., object]"
AnyClient: TypeAlias = "AsyncClient[object]"


@dataclass(frozen=True, slots=True)
class Vendor:
    """What the command line knows of a vendor before it imports anything of it.

    Attributes:
        name: Name on the command line.
        title: Name in sentences.
        class_name: Name of the async client's class.
        takes_urls: Whether its API fetches pictures by URL itself.

    """

    name: str
    title: str
    class_name: str
    takes_urls: bool

    @property
    def package(self) -> str:
        """Name of the generated package."""
        return f"{self.name}_api"

    @property
    def client_class(self) -> type[AnyClient]:
        """The async client's class."""
        return cast(
            "type[AnyClient]", getattr(import_module(f"safelight.vendors.{self.name}"), self.class_name)
        )

    def operations(self) -> Mapping[str, AnyOperation]:
        """Every operation of the client's class, by its Python name, in alphabetical order."""
        from safelight.core.methods import Operation  # noqa: PLC0415 - brings the HTTP library

        return {
            name: cast("AnyOperation", value)
            for name, value in self._members()
            if isinstance(value, Operation)
        }

    def listings(self) -> Mapping[str, AnyListing]:
        """Every method of the client's class that lists what the vendor offers, such as styles."""
        from safelight.core.methods import FlowIterator  # noqa: PLC0415 - brings the HTTP library

        return {
            name: cast("AnyListing", value)
            for name, value in self._members()
            if isinstance(value, FlowIterator)
        }

    def _members(self) -> list[tuple[str, object]]:
        kind = self.client_class
        return [(name, getattr(kind, name)) for name in sorted(dir(kind)) if not name.startswith("_")]


VENDORS: Mapping[str, Vendor] = {
    vendor.name: vendor
    for vendor in (
        Vendor("pilio", "Pilio", "AsyncPilio", takes_urls=False),
        Vendor("perfect", "Perfect Corp (YouCam)", "AsyncPerfect", takes_urls=False),
        Vendor("claid", "Claid", "AsyncClaid", takes_urls=True),
        Vendor("picwish", "PicWish", "AsyncPicWish", takes_urls=True),
    )
}


def command_name(operation: str) -> str:
    """Name of an operation, or of one of its parameters, on the command line."""
    return operation.replace("_", "-")
