"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_advanced_id_photo as create_advanced_id_photo
    from . import create_background as create_background
    from . import create_colorization as create_colorization
    from . import create_compression as create_compression
    from . import create_correction as create_correction
    from . import create_face_cutout as create_face_cutout
    from . import create_id_photo as create_id_photo
    from . import create_inpainting as create_inpainting
    from . import create_retouching as create_retouching
    from . import create_scale as create_scale
    from . import create_scale_pro as create_scale_pro
    from . import create_watermark_removal as create_watermark_removal
    from . import get_advanced_id_photo as get_advanced_id_photo
    from . import get_background as get_background
    from . import get_colorization as get_colorization
    from . import get_compression as get_compression
    from . import get_correction as get_correction
    from . import get_face_cutout as get_face_cutout
    from . import get_id_photo as get_id_photo
    from . import get_inpainting as get_inpainting
    from . import get_retouching as get_retouching
    from . import get_scale as get_scale
    from . import get_scale_pro as get_scale_pro
    from . import get_watermark_removal as get_watermark_removal

__all__ = (
    "create_advanced_id_photo",
    "create_background",
    "create_colorization",
    "create_compression",
    "create_correction",
    "create_face_cutout",
    "create_id_photo",
    "create_inpainting",
    "create_retouching",
    "create_scale",
    "create_scale_pro",
    "create_watermark_removal",
    "get_advanced_id_photo",
    "get_background",
    "get_colorization",
    "get_compression",
    "get_correction",
    "get_face_cutout",
    "get_id_photo",
    "get_inpainting",
    "get_retouching",
    "get_scale",
    "get_scale_pro",
    "get_watermark_removal",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
