"""The operations, one sub-package for each tag."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import account as account
    from . import documents as documents
    from . import images as images
    from . import segmentation as segmentation

__all__ = (
    "account",
    "documents",
    "images",
    "segmentation",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
