"""The vendors as the command line knows them."""

from __future__ import annotations

from safelight.vendors import AnyClient, AnyListing, Vendor, vendors

__all__ = ["VENDORS", "AnyClient", "AnyListing", "Vendor", "command_name"]

VENDORS = vendors()


def command_name(operation: str) -> str:
    """Name of an operation, or of one of its parameters, on the command line."""
    return operation.replace("_", "-")
