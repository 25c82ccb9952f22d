"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_fabric_status as get_fabric_status
    from . import list_fabric_templates as list_fabric_templates
    from . import run_fabric as run_fabric

__all__ = (
    "get_fabric_status",
    "list_fabric_templates",
    "run_fabric",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
