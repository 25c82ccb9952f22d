"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_gpt_image_2 as create_gpt_image_2
    from . import create_gpt_image_2_edit as create_gpt_image_2_edit
    from . import create_gpt_image_2_generation as create_gpt_image_2_generation
    from . import create_gpt_image_25_flare as create_gpt_image_25_flare
    from . import create_gpt_image_25_sunburst as create_gpt_image_25_sunburst
    from . import create_nano_banana_2 as create_nano_banana_2
    from . import create_nano_banana_21 as create_nano_banana_21
    from . import quote_gpt_image_2 as quote_gpt_image_2
    from . import quote_gpt_image_25_flare as quote_gpt_image_25_flare
    from . import quote_gpt_image_25_sunburst as quote_gpt_image_25_sunburst
    from . import quote_nano_banana_21 as quote_nano_banana_21
    from . import remove_background as remove_background
    from . import remove_image_watermark as remove_image_watermark
    from . import upscale_image as upscale_image

__all__ = (
    "create_gpt_image_2",
    "create_gpt_image_25_flare",
    "create_gpt_image_25_sunburst",
    "create_gpt_image_2_edit",
    "create_gpt_image_2_generation",
    "create_nano_banana_2",
    "create_nano_banana_21",
    "quote_gpt_image_2",
    "quote_gpt_image_25_flare",
    "quote_gpt_image_25_sunburst",
    "quote_nano_banana_21",
    "remove_background",
    "remove_image_watermark",
    "upscale_image",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
