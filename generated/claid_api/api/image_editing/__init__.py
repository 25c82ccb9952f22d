"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_ai_edit as create_ai_edit
    from . import create_async_edit as create_async_edit
    from . import create_batch_edit as create_batch_edit
    from . import create_fashion_image as create_fashion_image
    from . import edit_now as edit_now
    from . import generate_images as generate_images
    from . import get_ai_edit as get_ai_edit
    from . import get_async_edit as get_async_edit
    from . import get_batch_edit as get_batch_edit
    from . import get_fashion_image as get_fashion_image
    from . import upload_and_edit as upload_and_edit

__all__ = (
    "create_ai_edit",
    "create_async_edit",
    "create_batch_edit",
    "create_fashion_image",
    "edit_now",
    "generate_images",
    "get_ai_edit",
    "get_async_edit",
    "get_batch_edit",
    "get_fashion_image",
    "upload_and_edit",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
