"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_background_change_status as get_background_change_status
    from . import list_background_change_templates as list_background_change_templates
    from . import run_background_change as run_background_change

__all__ = (
    "get_background_change_status",
    "list_background_change_templates",
    "run_background_change",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
