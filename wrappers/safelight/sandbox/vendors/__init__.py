"""The emulated vendors: each registers by an entry point of the group ``safelight.sandbox``, also from another distribution.

The entry point's name is the vendor's, and its value the class of the emulation.
"""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points

from safelight.sandbox import fitting
from safelight.sandbox.faults import FaultKind
from safelight.sandbox.vendor import Vendor


# Not loaded with this module, for the modules of the emulations import it.
@cache
def emulations() -> Mapping[str, type[Vendor]]:
    """Return the classes of all emulations that are installed, by the vendor's name."""
    found = sorted(entry_points(group="safelight.sandbox"), key=lambda point: point.name)
    return {point.name: point.load() for point in found}


def operations() -> dict[str, dict[str, frozenset[FaultKind]]]:
    """Return all operations by vendor, with those of the object store and of webhooks, and the faults that can strike each."""
    return {
        name: {
            operation: fitting.kinds(name, operation)
            for operation in (
                *(endpoint.operation for endpoint in emulation().endpoints()),
                *fitting.STORAGE,
                *([fitting.WEBHOOK] if emulation.sign_webhook else ()),
            )
        }
        for name, emulation in emulations().items()
    }
