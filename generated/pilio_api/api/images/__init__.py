"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_gpt_image_2_edit as create_gpt_image_2_edit
    from . import create_gpt_image_2_generation as create_gpt_image_2_generation
    from . import remove_background as remove_background
    from . import remove_image_watermark as remove_image_watermark
    from . import upscale_image as upscale_image

__all__ = (
    "create_gpt_image_2_edit",
    "create_gpt_image_2_generation",
    "remove_background",
    "remove_image_watermark",
    "upscale_image",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
