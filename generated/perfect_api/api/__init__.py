"""The operations, one sub-package for each tag."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import aging as aging
    from . import authentication as authentication
    from . import background_removal as background_removal
    from . import colorize as colorize
    from . import enhance as enhance
    from . import hair_bang as hair_bang
    from . import hair_extension as hair_extension
    from . import hair_volume as hair_volume
    from . import hairstyle as hairstyle
    from . import image_generator as image_generator
    from . import makeup_transfer as makeup_transfer
    from . import object_removal as object_removal
    from . import wig as wig

__all__ = (
    "aging",
    "authentication",
    "background_removal",
    "colorize",
    "enhance",
    "hair_bang",
    "hair_extension",
    "hair_volume",
    "hairstyle",
    "image_generator",
    "makeup_transfer",
    "object_removal",
    "wig",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
