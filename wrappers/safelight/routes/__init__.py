"""Routes: several vendors for one operation, where the next takes over what the one before refuses."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safelight.routes.route import AsyncRoute as AsyncRoute
    from safelight.routes.route import AsyncRouted as AsyncRouted
    from safelight.routes.route import Route as Route
    from safelight.routes.route import Routed as Routed
    from safelight.routes.tried import Tried as Tried

_HOMES = {
    "AsyncRoute": "safelight.routes.route",
    "AsyncRouted": "safelight.routes.route",
    "Route": "safelight.routes.route",
    "Routed": "safelight.routes.route",
    "Tried": "safelight.routes.tried",
}

__all__ = ["AsyncRoute", "AsyncRouted", "Route", "Routed", "Tried"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
