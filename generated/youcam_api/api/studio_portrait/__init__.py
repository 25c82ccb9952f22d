"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import get_studio_portrait_status as get_studio_portrait_status
    from . import list_studio_portrait_templates as list_studio_portrait_templates
    from . import run_studio_portrait as run_studio_portrait

__all__ = (
    "get_studio_portrait_status",
    "list_studio_portrait_templates",
    "run_studio_portrait",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
