"""The numbers of each vendor, read from its spec by way of the generated package."""

import importlib
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, cast
from urllib.parse import urlsplit

from safelight.sandbox.limits import Rate


@cache
def _module(vendor: str) -> Any:  # noqa: ANN401 - each vendor has one of its own
    return importlib.import_module(f"{vendor}_api.facts")


def _facts(vendor: str) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", _module(vendor).FACTS)


def base_path(vendor: str) -> str:
    """Return the path that the address of a vendor's API has here: its name, then the path of its own server."""
    return f"/{vendor}{urlsplit(str(_module(vendor).SERVERS[0])).path}".rstrip("/")


def title(vendor: str) -> str:
    """Return a vendor's name in sentences."""
    return str(_facts(vendor)["title"])


def environment(vendor: str) -> Mapping[str, str]:
    """Return the names of the environment variables with a vendor's settings, by the arguments of its client."""
    return cast("Mapping[str, str]", _facts(vendor)["environment"])


def role(vendor: str, operation: str) -> tuple[str, bool]:
    """Return what an operation of a vendor is for, such as `upload` or `status`, and whether it is billed."""
    described = _module(vendor).OPERATIONS[operation]["task_api"]
    return str(described["role"]), bool(described["billed"])


def rates(vendor: str) -> tuple[Rate, ...]:
    """Return the documented rate limits of a vendor."""
    return tuple(
        Rate(int(rate["requests"]), float(rate["seconds"]), str(rate["scope"]))
        for rate in _facts(vendor)["limits"]["rates"]
    )


def limit(vendor: str, name: str) -> int:
    """Return another documented limit of a vendor: `in_flight` or `files_per_create`."""
    return int(_facts(vendor)["limits"][name])


def lifetime(vendor: str, name: str, usual: float = 7200.0) -> float:
    """Return how many seconds something of a vendor lives; `usual` where no document says.

    Args:
        vendor: The vendor.
        name: `upload_url`, `download_url`, `upload` or `result`.
        usual: A likely number.
    """
    found = _facts(vendor)["lifetimes"][f"{name}_seconds"]
    return usual if found is None else float(found)


def upload_limit(vendor: str, name: str) -> int:
    """Return `maximum` or `multipart_threshold` of an uploaded file, in bytes."""
    return int(_facts(vendor)["upload"][f"{name}_bytes"])


def token_lifetime(vendor: str) -> float:
    """Return how many seconds an access token of a vendor is good for."""
    return float(_facts(vendor)["authentication"]["token_lifetime_seconds"])


def polling(vendor: str, name: str) -> float:
    """Return `lost_after` or `server_limit` of a vendor's tasks, in seconds."""
    return float(_facts(vendor)["polling"][f"{name}_seconds"])


def formats(vendor: str, operation: str, name: str) -> Collection[str] | None:
    """Return the formats of an operation's image, as extensions; None where no document says.

    Args:
        vendor: The vendor.
        operation: The operationId.
        name: The spec's word for the image: `image`, `images`, `mask`, `reference` or `background`.
    """
    image = _module(vendor).OPERATIONS[operation]["task_api"]["inputs"][name]
    return cast("Collection[str] | None", image.get("formats"))
