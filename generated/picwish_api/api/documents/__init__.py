"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import create_conversion as create_conversion
    from . import create_pdf_edit as create_pdf_edit
    from . import create_text_recognition as create_text_recognition
    from . import get_conversion as get_conversion
    from . import get_pdf_edit as get_pdf_edit
    from . import get_text_recognition as get_text_recognition

__all__ = (
    "create_conversion",
    "create_pdf_edit",
    "create_text_recognition",
    "get_conversion",
    "get_pdf_edit",
    "get_text_recognition",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
