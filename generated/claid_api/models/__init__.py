"""All data models; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .adjustments import Adjustments as Adjustments
    from .async_edit import AsyncEdit as AsyncEdit
    from .async_edit_response import AsyncEditResponse as AsyncEditResponse
    from .avif_format import AvifFormat as AvifFormat
    from .background import Background as Background
    from .background_blur import BackgroundBlur as BackgroundBlur
    from .background_removal import BackgroundRemoval as BackgroundRemoval
    from .blur_level import BlurLevel as BlurLevel
    from .blur_type import BlurType as BlurType
    from .bounds_fit import BoundsFit as BoundsFit
    from .canvas_fit import CanvasFit as CanvasFit
    from .cmyk_color_space import CmykColorSpace as CmykColorSpace
    from .cmyk_profile import CmykProfile as CmykProfile
    from .color_space import ColorSpace as ColorSpace
    from .compression_mode import CompressionMode as CompressionMode
    from .cover_fit import CoverFit as CoverFit
    from .create_async_edit_request import CreateAsyncEditRequest as CreateAsyncEditRequest
    from .crop_fit import CropFit as CropFit
    from .crop_position import CropPosition as CropPosition
    from .decompress_mode import DecompressMode as DecompressMode
    from .edit_error import EditError as EditError
    from .edit_result import EditResult as EditResult
    from .error_fields import ErrorFields as ErrorFields
    from .error_information import ErrorInformation as ErrorInformation
    from .error_response import ErrorResponse as ErrorResponse
    from .error_type import ErrorType as ErrorType
    from .fit_mode import FitMode as FitMode
    from .generative import Generative as Generative
    from .hdr_options import HdrOptions as HdrOptions
    from .image_object import ImageObject as ImageObject
    from .image_operations import ImageOperations as ImageOperations
    from .image_output_options import ImageOutputOptions as ImageOutputOptions
    from .jpeg_format import JpegFormat as JpegFormat
    from .lossless_compression import LosslessCompression as LosslessCompression
    from .lossy_compression import LossyCompression as LossyCompression
    from .object_category import ObjectCategory as ObjectCategory
    from .outpaint_fit import OutpaintFit as OutpaintFit
    from .output_format import OutputFormat as OutputFormat
    from .output_image_object import OutputImageObject as OutputImageObject
    from .output_metadata import OutputMetadata as OutputMetadata
    from .photo_upscale import PhotoUpscale as PhotoUpscale
    from .photo_upscale_version import PhotoUpscaleVersion as PhotoUpscaleVersion
    from .png_compression import PngCompression as PngCompression
    from .png_format import PngFormat as PngFormat
    from .privacy import Privacy as Privacy
    from .profiling import Profiling as Profiling
    from .request_echo import RequestEcho as RequestEcho
    from .resizing import Resizing as Resizing
    from .restorations import Restorations as Restorations
    from .rgb_color_space import RgbColorSpace as RgbColorSpace
    from .selective_options import SelectiveOptions as SelectiveOptions
    from .style_transfer import StyleTransfer as StyleTransfer
    from .task_status import TaskStatus as TaskStatus
    from .tiff_format import TiffFormat as TiffFormat
    from .upload_and_edit_request import UploadAndEditRequest as UploadAndEditRequest
    from .upload_and_edit_response import UploadAndEditResponse as UploadAndEditResponse
    from .upload_edit import UploadEdit as UploadEdit
    from .uploaded_edit import UploadedEdit as UploadedEdit
    from .upscale_model import UpscaleModel as UpscaleModel
    from .validation_issue import ValidationIssue as ValidationIssue
    from .webp_format import WebpFormat as WebpFormat

_MODULES = {
    "Adjustments": ".adjustments",
    "AsyncEdit": ".async_edit",
    "AsyncEditResponse": ".async_edit_response",
    "AvifFormat": ".avif_format",
    "Background": ".background",
    "BackgroundBlur": ".background_blur",
    "BackgroundRemoval": ".background_removal",
    "BlurLevel": ".blur_level",
    "BlurType": ".blur_type",
    "BoundsFit": ".bounds_fit",
    "CanvasFit": ".canvas_fit",
    "CmykColorSpace": ".cmyk_color_space",
    "CmykProfile": ".cmyk_profile",
    "ColorSpace": ".color_space",
    "CompressionMode": ".compression_mode",
    "CoverFit": ".cover_fit",
    "CreateAsyncEditRequest": ".create_async_edit_request",
    "CropFit": ".crop_fit",
    "CropPosition": ".crop_position",
    "DecompressMode": ".decompress_mode",
    "EditError": ".edit_error",
    "EditResult": ".edit_result",
    "ErrorFields": ".error_fields",
    "ErrorInformation": ".error_information",
    "ErrorResponse": ".error_response",
    "ErrorType": ".error_type",
    "FitMode": ".fit_mode",
    "Generative": ".generative",
    "HdrOptions": ".hdr_options",
    "ImageObject": ".image_object",
    "ImageOperations": ".image_operations",
    "ImageOutputOptions": ".image_output_options",
    "JpegFormat": ".jpeg_format",
    "LosslessCompression": ".lossless_compression",
    "LossyCompression": ".lossy_compression",
    "ObjectCategory": ".object_category",
    "OutpaintFit": ".outpaint_fit",
    "OutputFormat": ".output_format",
    "OutputImageObject": ".output_image_object",
    "OutputMetadata": ".output_metadata",
    "PhotoUpscale": ".photo_upscale",
    "PhotoUpscaleVersion": ".photo_upscale_version",
    "PngCompression": ".png_compression",
    "PngFormat": ".png_format",
    "Privacy": ".privacy",
    "Profiling": ".profiling",
    "RequestEcho": ".request_echo",
    "Resizing": ".resizing",
    "Restorations": ".restorations",
    "RgbColorSpace": ".rgb_color_space",
    "SelectiveOptions": ".selective_options",
    "StyleTransfer": ".style_transfer",
    "TaskStatus": ".task_status",
    "TiffFormat": ".tiff_format",
    "UploadAndEditRequest": ".upload_and_edit_request",
    "UploadAndEditResponse": ".upload_and_edit_response",
    "UploadEdit": ".upload_edit",
    "UploadedEdit": ".uploaded_edit",
    "UpscaleModel": ".upscale_model",
    "ValidationIssue": ".validation_issue",
    "WebpFormat": ".webp_format",
}

__all__ = (
    "Adjustments",
    "AsyncEdit",
    "AsyncEditResponse",
    "AvifFormat",
    "Background",
    "BackgroundBlur",
    "BackgroundRemoval",
    "BlurLevel",
    "BlurType",
    "BoundsFit",
    "CanvasFit",
    "CmykColorSpace",
    "CmykProfile",
    "ColorSpace",
    "CompressionMode",
    "CoverFit",
    "CreateAsyncEditRequest",
    "CropFit",
    "CropPosition",
    "DecompressMode",
    "EditError",
    "EditResult",
    "ErrorFields",
    "ErrorInformation",
    "ErrorResponse",
    "ErrorType",
    "FitMode",
    "Generative",
    "HdrOptions",
    "ImageObject",
    "ImageOperations",
    "ImageOutputOptions",
    "JpegFormat",
    "LosslessCompression",
    "LossyCompression",
    "ObjectCategory",
    "OutpaintFit",
    "OutputFormat",
    "OutputImageObject",
    "OutputMetadata",
    "PhotoUpscale",
    "PhotoUpscaleVersion",
    "PngCompression",
    "PngFormat",
    "Privacy",
    "Profiling",
    "RequestEcho",
    "Resizing",
    "Restorations",
    "RgbColorSpace",
    "SelectiveOptions",
    "StyleTransfer",
    "TaskStatus",
    "TiffFormat",
    "UploadAndEditRequest",
    "UploadAndEditResponse",
    "UploadedEdit",
    "UploadEdit",
    "UpscaleModel",
    "ValidationIssue",
    "WebpFormat",
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
