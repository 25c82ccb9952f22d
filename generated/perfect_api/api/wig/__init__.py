"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_wig_file as create_wig_file
    from . import get_wig_status as get_wig_status
    from . import list_wig_style_groups as list_wig_style_groups
    from . import list_wig_styles as list_wig_styles
    from . import run_wig as run_wig

__all__ = (
    "create_wig_file",
    "get_wig_status",
    "list_wig_style_groups",
    "list_wig_styles",
    "run_wig",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
