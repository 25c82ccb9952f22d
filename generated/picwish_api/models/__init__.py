"""All data models; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .background_task import BackgroundTask as BackgroundTask
    from .background_task_response import BackgroundTaskResponse as BackgroundTaskResponse
    from .coins import Coins as Coins
    from .coins_response import CoinsResponse as CoinsResponse
    from .colorization_format import ColorizationFormat as ColorizationFormat
    from .compression_format import CompressionFormat as CompressionFormat
    from .conversion_format import ConversionFormat as ConversionFormat
    from .correction_type import CorrectionType as CorrectionType
    from .create_advanced_id_photo_request import CreateAdvancedIdPhotoRequest as CreateAdvancedIdPhotoRequest
    from .create_background_request import CreateBackgroundRequest as CreateBackgroundRequest
    from .create_colorization_request import CreateColorizationRequest as CreateColorizationRequest
    from .create_compression_request import CreateCompressionRequest as CreateCompressionRequest
    from .create_conversion_request import CreateConversionRequest as CreateConversionRequest
    from .create_correction_request import CreateCorrectionRequest as CreateCorrectionRequest
    from .create_face_cutout_request import CreateFaceCutoutRequest as CreateFaceCutoutRequest
    from .create_id_photo_request import CreateIdPhotoRequest as CreateIdPhotoRequest
    from .create_inpainting_request import CreateInpaintingRequest as CreateInpaintingRequest
    from .create_pdf_edit_request import CreatePdfEditRequest as CreatePdfEditRequest
    from .create_retouching_request import CreateRetouchingRequest as CreateRetouchingRequest
    from .create_scale_pro_request import CreateScaleProRequest as CreateScaleProRequest
    from .create_scale_request import CreateScaleRequest as CreateScaleRequest
    from .create_segmentation_request import CreateSegmentationRequest as CreateSegmentationRequest
    from .create_text_recognition_request import CreateTextRecognitionRequest as CreateTextRecognitionRequest
    from .create_watermark_removal_request import (
        CreateWatermarkRemovalRequest as CreateWatermarkRemovalRequest,
    )
    from .crop_mode import CropMode as CropMode
    from .error_response import ErrorResponse as ErrorResponse
    from .file_task import FileTask as FileTask
    from .file_task_response import FileTaskResponse as FileTaskResponse
    from .flag import Flag as Flag
    from .foreground_rect import ForegroundRect as ForegroundRect
    from .foreground_type import ForegroundType as ForegroundType
    from .image_task import ImageTask as ImageTask
    from .image_task_response import ImageTaskResponse as ImageTaskResponse
    from .json_return_type import JsonReturnType as JsonReturnType
    from .output_format import OutputFormat as OutputFormat
    from .output_type import OutputType as OutputType
    from .package_credits import PackageCredits as PackageCredits
    from .package_credits_response import PackageCreditsResponse as PackageCreditsResponse
    from .pdf_edit_kind import PdfEditKind as PdfEditKind
    from .pdf_quality import PdfQuality as PdfQuality
    from .rectangle import Rectangle as Rectangle
    from .return_type import ReturnType as ReturnType
    from .scale_factor import ScaleFactor as ScaleFactor
    from .scale_pro_type import ScaleProType as ScaleProType
    from .scale_type import ScaleType as ScaleType
    from .segmentation_response import SegmentationResponse as SegmentationResponse
    from .segmentation_task import SegmentationTask as SegmentationTask
    from .sync_mode import SyncMode as SyncMode
    from .text_format import TextFormat as TextFormat

_MODULES = {
    "BackgroundTask": ".background_task",
    "BackgroundTaskResponse": ".background_task_response",
    "Coins": ".coins",
    "CoinsResponse": ".coins_response",
    "ColorizationFormat": ".colorization_format",
    "CompressionFormat": ".compression_format",
    "ConversionFormat": ".conversion_format",
    "CorrectionType": ".correction_type",
    "CreateAdvancedIdPhotoRequest": ".create_advanced_id_photo_request",
    "CreateBackgroundRequest": ".create_background_request",
    "CreateColorizationRequest": ".create_colorization_request",
    "CreateCompressionRequest": ".create_compression_request",
    "CreateConversionRequest": ".create_conversion_request",
    "CreateCorrectionRequest": ".create_correction_request",
    "CreateFaceCutoutRequest": ".create_face_cutout_request",
    "CreateIdPhotoRequest": ".create_id_photo_request",
    "CreateInpaintingRequest": ".create_inpainting_request",
    "CreatePdfEditRequest": ".create_pdf_edit_request",
    "CreateRetouchingRequest": ".create_retouching_request",
    "CreateScaleProRequest": ".create_scale_pro_request",
    "CreateScaleRequest": ".create_scale_request",
    "CreateSegmentationRequest": ".create_segmentation_request",
    "CreateTextRecognitionRequest": ".create_text_recognition_request",
    "CreateWatermarkRemovalRequest": ".create_watermark_removal_request",
    "CropMode": ".crop_mode",
    "ErrorResponse": ".error_response",
    "FileTask": ".file_task",
    "FileTaskResponse": ".file_task_response",
    "Flag": ".flag",
    "ForegroundRect": ".foreground_rect",
    "ForegroundType": ".foreground_type",
    "ImageTask": ".image_task",
    "ImageTaskResponse": ".image_task_response",
    "JsonReturnType": ".json_return_type",
    "OutputFormat": ".output_format",
    "OutputType": ".output_type",
    "PackageCredits": ".package_credits",
    "PackageCreditsResponse": ".package_credits_response",
    "PdfEditKind": ".pdf_edit_kind",
    "PdfQuality": ".pdf_quality",
    "Rectangle": ".rectangle",
    "ReturnType": ".return_type",
    "ScaleFactor": ".scale_factor",
    "ScaleProType": ".scale_pro_type",
    "ScaleType": ".scale_type",
    "SegmentationResponse": ".segmentation_response",
    "SegmentationTask": ".segmentation_task",
    "SyncMode": ".sync_mode",
    "TextFormat": ".text_format",
}

__all__ = (
    "BackgroundTask",
    "BackgroundTaskResponse",
    "Coins",
    "CoinsResponse",
    "ColorizationFormat",
    "CompressionFormat",
    "ConversionFormat",
    "CorrectionType",
    "CreateAdvancedIdPhotoRequest",
    "CreateBackgroundRequest",
    "CreateColorizationRequest",
    "CreateCompressionRequest",
    "CreateConversionRequest",
    "CreateCorrectionRequest",
    "CreateFaceCutoutRequest",
    "CreateIdPhotoRequest",
    "CreateInpaintingRequest",
    "CreatePdfEditRequest",
    "CreateRetouchingRequest",
    "CreateScaleProRequest",
    "CreateScaleRequest",
    "CreateSegmentationRequest",
    "CreateTextRecognitionRequest",
    "CreateWatermarkRemovalRequest",
    "CropMode",
    "ErrorResponse",
    "FileTask",
    "FileTaskResponse",
    "Flag",
    "ForegroundRect",
    "ForegroundType",
    "ImageTask",
    "ImageTaskResponse",
    "JsonReturnType",
    "OutputFormat",
    "OutputType",
    "PackageCredits",
    "PackageCreditsResponse",
    "PdfEditKind",
    "PdfQuality",
    "Rectangle",
    "ReturnType",
    "ScaleFactor",
    "ScaleProType",
    "ScaleType",
    "SegmentationResponse",
    "SegmentationTask",
    "SyncMode",
    "TextFormat",
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
