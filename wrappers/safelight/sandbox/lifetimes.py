"""How long objects and tasks are kept, as the vendors' specs say."""

import math

from safelight.sandbox import vendor_facts

_DAY = 86_400.0
# Where no document says.
_USUAL = 30 * _DAY


def of_object(key: str) -> float:
    """Return how many seconds an object of the store is kept; results are kept as long as their task."""
    vendor, _, rest = key.partition("/")
    match rest.partition("/")[0]:
        case "uploads":
            return vendor_facts.lifetime(vendor, "upload", _USUAL)
        case "results":
            return math.inf
        case _:
            # What came with a request or was fetched for it.
            return _DAY


def of_task(vendor: str) -> float:
    """Return how many seconds a task is kept after its end: until the last URL of its result is over."""
    result = vendor_facts.lifetime(vendor, "result", _USUAL)
    return result + vendor_facts.lifetime(vendor, "download_url")
