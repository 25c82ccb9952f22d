"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import change_storage as change_storage
    from . import create_storage as create_storage
    from . import delete_storage as delete_storage
    from . import get_storage as get_storage
    from . import list_storage_types as list_storage_types
    from . import list_storages as list_storages

__all__ = (
    "change_storage",
    "create_storage",
    "delete_storage",
    "get_storage",
    "list_storage_types",
    "list_storages",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
