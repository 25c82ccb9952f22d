"""The operations, one sub-package for each tag."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import image_editing as image_editing
    from . import image_generation as image_generation
    from . import storage as storage
    from . import video_generation as video_generation

__all__ = (
    "image_editing",
    "image_generation",
    "storage",
    "video_generation",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
