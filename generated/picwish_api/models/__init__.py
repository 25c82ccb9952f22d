"""All data models; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .create_segmentation_request import CreateSegmentationRequest as CreateSegmentationRequest
    from .crop_mode import CropMode as CropMode
    from .error_response import ErrorResponse as ErrorResponse
    from .foreground_rect import ForegroundRect as ForegroundRect
    from .foreground_type import ForegroundType as ForegroundType
    from .output_format import OutputFormat as OutputFormat
    from .output_type import OutputType as OutputType
    from .return_type import ReturnType as ReturnType
    from .segmentation_response import SegmentationResponse as SegmentationResponse
    from .segmentation_task import SegmentationTask as SegmentationTask
    from .sync_mode import SyncMode as SyncMode

_MODULES = {
    "CreateSegmentationRequest": ".create_segmentation_request",
    "CropMode": ".crop_mode",
    "ErrorResponse": ".error_response",
    "ForegroundRect": ".foreground_rect",
    "ForegroundType": ".foreground_type",
    "OutputFormat": ".output_format",
    "OutputType": ".output_type",
    "ReturnType": ".return_type",
    "SegmentationResponse": ".segmentation_response",
    "SegmentationTask": ".segmentation_task",
    "SyncMode": ".sync_mode",
}

__all__ = (
    "CreateSegmentationRequest",
    "CropMode",
    "ErrorResponse",
    "ForegroundRect",
    "ForegroundType",
    "OutputFormat",
    "OutputType",
    "ReturnType",
    "SegmentationResponse",
    "SegmentationTask",
    "SyncMode",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
