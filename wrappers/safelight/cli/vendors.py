"""The vendors as the command line knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from safelight.vendors import AnyClient, Vendor, vendors

if TYPE_CHECKING:
    from safelight.core.methods import FlowIterator, Operation

__all__ = ["VENDORS", "AnyClient", "AnyListing", "AnyOperation", "Vendor", "command_name"]

AnyOperation: TypeAlias = "Operation[..., object]"
AnyListing: TypeAlias = "FlowIterator[..., object]"

VENDORS = vendors()


def command_name(operation: str) -> str:
    """Name of an operation, or of one of its parameters, on the command line."""
    return operation.replace("_", "-")
