"""The emulated vendors, by name."""

from collections.abc import Callable
from dataclasses import dataclass

from safelight.sandbox import fitting
from safelight.sandbox.faults import FaultKind
from safelight.sandbox.pipeline import Vendor
from safelight.sandbox.vendors.claid import Claid
from safelight.sandbox.vendors.perfect import Perfect
from safelight.sandbox.vendors.picwish import PicWish
from safelight.sandbox.vendors.pilio import Pilio


@dataclass(frozen=True, slots=True)
class VendorEntry:
    """How to make a vendor's emulation, and the path a client's base URL ends with."""

    make: Callable[[], Vendor]
    base_path: str


VENDORS = {
    "pilio": VendorEntry(Pilio, "/pilio"),
    "perfect": VendorEntry(Perfect, "/perfect"),
    "claid": VendorEntry(Claid, "/claid/v1"),
    "picwish": VendorEntry(PicWish, "/picwish"),
}


def operations() -> dict[str, dict[str, frozenset[FaultKind]]]:
    """Return all operations by vendor, those of the object store with every one, and the faults that can strike each."""
    return {
        name: {
            operation: fitting.kinds(name, operation)
            for operation in (
                *(endpoint.operation for endpoint in entry.make().endpoints()),
                *fitting.STORAGE,
            )
        }
        for name, entry in VENDORS.items()
    }
