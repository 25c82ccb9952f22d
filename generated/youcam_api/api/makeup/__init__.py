"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_makeup_status as get_makeup_status
    from . import run_makeup as run_makeup

__all__ = (
    "get_makeup_status",
    "run_makeup",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
