"""All data models; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .aspect_ratio import AspectRatio as AspectRatio
    from .automatic_quality import AutomaticQuality as AutomaticQuality
    from .complete_multipart_upload_request import (
        CompleteMultipartUploadRequest as CompleteMultipartUploadRequest,
    )
    from .complete_upload_response import CompleteUploadResponse as CompleteUploadResponse
    from .completed_part import CompletedPart as CompletedPart
    from .completed_upload import CompletedUpload as CompletedUpload
    from .completed_upload_mode import CompletedUploadMode as CompletedUploadMode
    from .confirm_upload_request import ConfirmUploadRequest as ConfirmUploadRequest
    from .create_files_request import CreateFilesRequest as CreateFilesRequest
    from .create_files_response import CreateFilesResponse as CreateFilesResponse
    from .create_gpt_image_2_edit_request import CreateGptImage2EditRequest as CreateGptImage2EditRequest
    from .create_gpt_image_2_generation_request import (
        CreateGptImage2GenerationRequest as CreateGptImage2GenerationRequest,
    )
    from .create_gpt_image_2_request import CreateGptImage2Request as CreateGptImage2Request
    from .create_gpt_image_25_request import CreateGptImage25Request as CreateGptImage25Request
    from .create_nano_banana_2_request import CreateNanoBanana2Request as CreateNanoBanana2Request
    from .create_nano_banana_21_request import CreateNanoBanana21Request as CreateNanoBanana21Request
    from .created_files import CreatedFiles as CreatedFiles
    from .created_task import CreatedTask as CreatedTask
    from .error_data import ErrorData as ErrorData
    from .error_response import ErrorResponse as ErrorResponse
    from .file_status import FileStatus as FileStatus
    from .file_upload import FileUpload as FileUpload
    from .gpt_image_25_ratio import GptImage25Ratio as GptImage25Ratio
    from .image_resolution import ImageResolution as ImageResolution
    from .industry_type import IndustryType as IndustryType
    from .nano_banana_ratio import NanoBananaRatio as NanoBananaRatio
    from .output_count import OutputCount as OutputCount
    from .output_quality import OutputQuality as OutputQuality
    from .output_resolution import OutputResolution as OutputResolution
    from .pdf_watermark_mode import PdfWatermarkMode as PdfWatermarkMode
    from .preprocess_mode import PreprocessMode as PreprocessMode
    from .quality_type import QualityType as QualityType
    from .quote import Quote as Quote
    from .quote_response import QuoteResponse as QuoteResponse
    from .remove_background_request import RemoveBackgroundRequest as RemoveBackgroundRequest
    from .remove_image_watermark_request import RemoveImageWatermarkRequest as RemoveImageWatermarkRequest
    from .remove_pdf_watermark_request import RemovePdfWatermarkRequest as RemovePdfWatermarkRequest
    from .result_file import ResultFile as ResultFile
    from .single_output import SingleOutput as SingleOutput
    from .source_file import SourceFile as SourceFile
    from .storage_intent import StorageIntent as StorageIntent
    from .task_created_response import TaskCreatedResponse as TaskCreatedResponse
    from .task_result import TaskResult as TaskResult
    from .task_result_response import TaskResultResponse as TaskResultResponse
    from .task_state import TaskState as TaskState
    from .task_status import TaskStatus as TaskStatus
    from .task_status_response import TaskStatusResponse as TaskStatusResponse
    from .upload_mode import UploadMode as UploadMode
    from .upload_part import UploadPart as UploadPart
    from .upscale_image_request import UpscaleImageRequest as UpscaleImageRequest
    from .upscale_method import UpscaleMethod as UpscaleMethod
    from .upscale_preset import UpscalePreset as UpscalePreset
    from .watermark_box import WatermarkBox as WatermarkBox
    from .watermark_mode import WatermarkMode as WatermarkMode

_MODULES = {
    "AspectRatio": ".aspect_ratio",
    "AutomaticQuality": ".automatic_quality",
    "CompleteMultipartUploadRequest": ".complete_multipart_upload_request",
    "CompleteUploadResponse": ".complete_upload_response",
    "CompletedPart": ".completed_part",
    "CompletedUpload": ".completed_upload",
    "CompletedUploadMode": ".completed_upload_mode",
    "ConfirmUploadRequest": ".confirm_upload_request",
    "CreateFilesRequest": ".create_files_request",
    "CreateFilesResponse": ".create_files_response",
    "CreateGptImage25Request": ".create_gpt_image_25_request",
    "CreateGptImage2EditRequest": ".create_gpt_image_2_edit_request",
    "CreateGptImage2GenerationRequest": ".create_gpt_image_2_generation_request",
    "CreateGptImage2Request": ".create_gpt_image_2_request",
    "CreateNanoBanana21Request": ".create_nano_banana_21_request",
    "CreateNanoBanana2Request": ".create_nano_banana_2_request",
    "CreatedFiles": ".created_files",
    "CreatedTask": ".created_task",
    "ErrorData": ".error_data",
    "ErrorResponse": ".error_response",
    "FileStatus": ".file_status",
    "FileUpload": ".file_upload",
    "GptImage25Ratio": ".gpt_image_25_ratio",
    "ImageResolution": ".image_resolution",
    "IndustryType": ".industry_type",
    "NanoBananaRatio": ".nano_banana_ratio",
    "OutputCount": ".output_count",
    "OutputQuality": ".output_quality",
    "OutputResolution": ".output_resolution",
    "PdfWatermarkMode": ".pdf_watermark_mode",
    "PreprocessMode": ".preprocess_mode",
    "QualityType": ".quality_type",
    "Quote": ".quote",
    "QuoteResponse": ".quote_response",
    "RemoveBackgroundRequest": ".remove_background_request",
    "RemoveImageWatermarkRequest": ".remove_image_watermark_request",
    "RemovePdfWatermarkRequest": ".remove_pdf_watermark_request",
    "ResultFile": ".result_file",
    "SingleOutput": ".single_output",
    "SourceFile": ".source_file",
    "StorageIntent": ".storage_intent",
    "TaskCreatedResponse": ".task_created_response",
    "TaskResult": ".task_result",
    "TaskResultResponse": ".task_result_response",
    "TaskState": ".task_state",
    "TaskStatus": ".task_status",
    "TaskStatusResponse": ".task_status_response",
    "UploadMode": ".upload_mode",
    "UploadPart": ".upload_part",
    "UpscaleImageRequest": ".upscale_image_request",
    "UpscaleMethod": ".upscale_method",
    "UpscalePreset": ".upscale_preset",
    "WatermarkBox": ".watermark_box",
    "WatermarkMode": ".watermark_mode",
}

__all__ = (
    "AspectRatio",
    "AutomaticQuality",
    "CompletedPart",
    "CompletedUpload",
    "CompletedUploadMode",
    "CompleteMultipartUploadRequest",
    "CompleteUploadResponse",
    "ConfirmUploadRequest",
    "CreatedFiles",
    "CreatedTask",
    "CreateFilesRequest",
    "CreateFilesResponse",
    "CreateGptImage25Request",
    "CreateGptImage2EditRequest",
    "CreateGptImage2GenerationRequest",
    "CreateGptImage2Request",
    "CreateNanoBanana21Request",
    "CreateNanoBanana2Request",
    "ErrorData",
    "ErrorResponse",
    "FileStatus",
    "FileUpload",
    "GptImage25Ratio",
    "ImageResolution",
    "IndustryType",
    "NanoBananaRatio",
    "OutputCount",
    "OutputQuality",
    "OutputResolution",
    "PdfWatermarkMode",
    "PreprocessMode",
    "QualityType",
    "Quote",
    "QuoteResponse",
    "RemoveBackgroundRequest",
    "RemoveImageWatermarkRequest",
    "RemovePdfWatermarkRequest",
    "ResultFile",
    "SingleOutput",
    "SourceFile",
    "StorageIntent",
    "TaskCreatedResponse",
    "TaskResult",
    "TaskResultResponse",
    "TaskState",
    "TaskStatus",
    "TaskStatusResponse",
    "UploadMode",
    "UploadPart",
    "UpscaleImageRequest",
    "UpscaleMethod",
    "UpscalePreset",
    "WatermarkBox",
    "WatermarkMode",
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
