"""All data models; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .absolute_placement import AbsolutePlacement as AbsolutePlacement
    from .adjustments import Adjustments as Adjustments
    from .ai_edit import AiEdit as AiEdit
    from .ai_edit_aspect_ratio import AiEditAspectRatio as AiEditAspectRatio
    from .ai_edit_model import AiEditModel as AiEditModel
    from .ai_edit_options import AiEditOptions as AiEditOptions
    from .ai_edit_response import AiEditResponse as AiEditResponse
    from .ai_edit_result import AiEditResult as AiEditResult
    from .async_edit import AsyncEdit as AsyncEdit
    from .async_edit_response import AsyncEditResponse as AsyncEditResponse
    from .avif_format import AvifFormat as AvifFormat
    from .background import Background as Background
    from .background_blur import BackgroundBlur as BackgroundBlur
    from .background_removal import BackgroundRemoval as BackgroundRemoval
    from .batch_edit import BatchEdit as BatchEdit
    from .batch_edit_objects import BatchEditObjects as BatchEditObjects
    from .batch_edit_response import BatchEditResponse as BatchEditResponse
    from .batch_input import BatchInput as BatchInput
    from .blur_level import BlurLevel as BlurLevel
    from .blur_type import BlurType as BlurType
    from .bounds_fit import BoundsFit as BoundsFit
    from .bucket_credentials import BucketCredentials as BucketCredentials
    from .bucket_parameters import BucketParameters as BucketParameters
    from .canvas_fit import CanvasFit as CanvasFit
    from .change_storage_request import ChangeStorageRequest as ChangeStorageRequest
    from .changed_credentials import ChangedCredentials as ChangedCredentials
    from .changed_parameters import ChangedParameters as ChangedParameters
    from .cmyk_color_space import CmykColorSpace as CmykColorSpace
    from .cmyk_profile import CmykProfile as CmykProfile
    from .color_space import ColorSpace as ColorSpace
    from .compression_mode import CompressionMode as CompressionMode
    from .cover_fit import CoverFit as CoverFit
    from .create_ai_edit_request import CreateAiEditRequest as CreateAiEditRequest
    from .create_async_edit_request import CreateAsyncEditRequest as CreateAsyncEditRequest
    from .create_batch_edit_request import CreateBatchEditRequest as CreateBatchEditRequest
    from .create_fashion_image_request import CreateFashionImageRequest as CreateFashionImageRequest
    from .create_scene_request import CreateSceneRequest as CreateSceneRequest
    from .create_storage_request import CreateStorageRequest as CreateStorageRequest
    from .create_video_request import CreateVideoRequest as CreateVideoRequest
    from .crop_fit import CropFit as CropFit
    from .crop_position import CropPosition as CropPosition
    from .decompress_mode import DecompressMode as DecompressMode
    from .deleted_storage import DeletedStorage as DeletedStorage
    from .edit_error import EditError as EditError
    from .edit_result import EditResult as EditResult
    from .error_fields import ErrorFields as ErrorFields
    from .error_information import ErrorInformation as ErrorInformation
    from .error_response import ErrorResponse as ErrorResponse
    from .error_type import ErrorType as ErrorType
    from .fashion_aspect_ratio import FashionAspectRatio as FashionAspectRatio
    from .fashion_image import FashionImage as FashionImage
    from .fashion_image_response import FashionImageResponse as FashionImageResponse
    from .fashion_input import FashionInput as FashionInput
    from .fashion_options import FashionOptions as FashionOptions
    from .fashion_result import FashionResult as FashionResult
    from .finished_edit import FinishedEdit as FinishedEdit
    from .finished_edit_response import FinishedEditResponse as FinishedEditResponse
    from .fit_mode import FitMode as FitMode
    from .generate_request import GenerateRequest as GenerateRequest
    from .generated_format import GeneratedFormat as GeneratedFormat
    from .generated_images import GeneratedImages as GeneratedImages
    from .generated_images_response import GeneratedImagesResponse as GeneratedImagesResponse
    from .generated_output import GeneratedOutput as GeneratedOutput
    from .generated_text import GeneratedText as GeneratedText
    from .generation_options import GenerationOptions as GenerationOptions
    from .generative import Generative as Generative
    from .guided_prompt import GuidedPrompt as GuidedPrompt
    from .hdr_options import HdrOptions as HdrOptions
    from .image_object import ImageObject as ImageObject
    from .image_operations import ImageOperations as ImageOperations
    from .image_output_options import ImageOutputOptions as ImageOutputOptions
    from .jpeg_format import JpegFormat as JpegFormat
    from .lossless_compression import LosslessCompression as LosslessCompression
    from .lossy_compression import LossyCompression as LossyCompression
    from .object_category import ObjectCategory as ObjectCategory
    from .original_placement import OriginalPlacement as OriginalPlacement
    from .outpaint_fit import OutpaintFit as OutpaintFit
    from .output_format import OutputFormat as OutputFormat
    from .output_image_object import OutputImageObject as OutputImageObject
    from .output_metadata import OutputMetadata as OutputMetadata
    from .padded_placement import PaddedPlacement as PaddedPlacement
    from .photo_upscale import PhotoUpscale as PhotoUpscale
    from .photo_upscale_version import PhotoUpscaleVersion as PhotoUpscaleVersion
    from .png_compression import PngCompression as PngCompression
    from .png_format import PngFormat as PngFormat
    from .privacy import Privacy as Privacy
    from .profiling import Profiling as Profiling
    from .prompt_scene import PromptScene as PromptScene
    from .request_echo import RequestEcho as RequestEcho
    from .resizing import Resizing as Resizing
    from .restorations import Restorations as Restorations
    from .rgb_color_space import RgbColorSpace as RgbColorSpace
    from .scene import Scene as Scene
    from .scene_aspect_ratio import SceneAspectRatio as SceneAspectRatio
    from .scene_model import SceneModel as SceneModel
    from .scene_output import SceneOutput as SceneOutput
    from .scene_position import ScenePosition as ScenePosition
    from .scene_preference import ScenePreference as ScenePreference
    from .scene_response import SceneResponse as SceneResponse
    from .scene_view import SceneView as SceneView
    from .selective_options import SelectiveOptions as SelectiveOptions
    from .shadow_scene import ShadowScene as ShadowScene
    from .storage import Storage as Storage
    from .storage_access import StorageAccess as StorageAccess
    from .storage_place import StoragePlace as StoragePlace
    from .storage_response import StorageResponse as StorageResponse
    from .storage_type import StorageType as StorageType
    from .storage_types_response import StorageTypesResponse as StorageTypesResponse
    from .storages_response import StoragesResponse as StoragesResponse
    from .style_transfer import StyleTransfer as StyleTransfer
    from .task_status import TaskStatus as TaskStatus
    from .template_mode import TemplateMode as TemplateMode
    from .template_scene import TemplateScene as TemplateScene
    from .template_view import TemplateView as TemplateView
    from .tiff_format import TiffFormat as TiffFormat
    from .upload_and_edit_request import UploadAndEditRequest as UploadAndEditRequest
    from .upload_edit import UploadEdit as UploadEdit
    from .upscale_model import UpscaleModel as UpscaleModel
    from .validation_issue import ValidationIssue as ValidationIssue
    from .video import Video as Video
    from .video_duration import VideoDuration as VideoDuration
    from .video_options import VideoOptions as VideoOptions
    from .video_prompt import VideoPrompt as VideoPrompt
    from .video_response import VideoResponse as VideoResponse
    from .video_result import VideoResult as VideoResult
    from .video_source import VideoSource as VideoSource
    from .web_folder_parameters import WebFolderParameters as WebFolderParameters
    from .webp_format import WebpFormat as WebpFormat

_MODULES = {
    "AbsolutePlacement": ".absolute_placement",
    "Adjustments": ".adjustments",
    "AiEdit": ".ai_edit",
    "AiEditAspectRatio": ".ai_edit_aspect_ratio",
    "AiEditModel": ".ai_edit_model",
    "AiEditOptions": ".ai_edit_options",
    "AiEditResponse": ".ai_edit_response",
    "AiEditResult": ".ai_edit_result",
    "AsyncEdit": ".async_edit",
    "AsyncEditResponse": ".async_edit_response",
    "AvifFormat": ".avif_format",
    "Background": ".background",
    "BackgroundBlur": ".background_blur",
    "BackgroundRemoval": ".background_removal",
    "BatchEdit": ".batch_edit",
    "BatchEditObjects": ".batch_edit_objects",
    "BatchEditResponse": ".batch_edit_response",
    "BatchInput": ".batch_input",
    "BlurLevel": ".blur_level",
    "BlurType": ".blur_type",
    "BoundsFit": ".bounds_fit",
    "BucketCredentials": ".bucket_credentials",
    "BucketParameters": ".bucket_parameters",
    "CanvasFit": ".canvas_fit",
    "ChangeStorageRequest": ".change_storage_request",
    "ChangedCredentials": ".changed_credentials",
    "ChangedParameters": ".changed_parameters",
    "CmykColorSpace": ".cmyk_color_space",
    "CmykProfile": ".cmyk_profile",
    "ColorSpace": ".color_space",
    "CompressionMode": ".compression_mode",
    "CoverFit": ".cover_fit",
    "CreateAiEditRequest": ".create_ai_edit_request",
    "CreateAsyncEditRequest": ".create_async_edit_request",
    "CreateBatchEditRequest": ".create_batch_edit_request",
    "CreateFashionImageRequest": ".create_fashion_image_request",
    "CreateSceneRequest": ".create_scene_request",
    "CreateStorageRequest": ".create_storage_request",
    "CreateVideoRequest": ".create_video_request",
    "CropFit": ".crop_fit",
    "CropPosition": ".crop_position",
    "DecompressMode": ".decompress_mode",
    "DeletedStorage": ".deleted_storage",
    "EditError": ".edit_error",
    "EditResult": ".edit_result",
    "ErrorFields": ".error_fields",
    "ErrorInformation": ".error_information",
    "ErrorResponse": ".error_response",
    "ErrorType": ".error_type",
    "FashionAspectRatio": ".fashion_aspect_ratio",
    "FashionImage": ".fashion_image",
    "FashionImageResponse": ".fashion_image_response",
    "FashionInput": ".fashion_input",
    "FashionOptions": ".fashion_options",
    "FashionResult": ".fashion_result",
    "FinishedEdit": ".finished_edit",
    "FinishedEditResponse": ".finished_edit_response",
    "FitMode": ".fit_mode",
    "GenerateRequest": ".generate_request",
    "GeneratedFormat": ".generated_format",
    "GeneratedImages": ".generated_images",
    "GeneratedImagesResponse": ".generated_images_response",
    "GeneratedOutput": ".generated_output",
    "GeneratedText": ".generated_text",
    "GenerationOptions": ".generation_options",
    "Generative": ".generative",
    "GuidedPrompt": ".guided_prompt",
    "HdrOptions": ".hdr_options",
    "ImageObject": ".image_object",
    "ImageOperations": ".image_operations",
    "ImageOutputOptions": ".image_output_options",
    "JpegFormat": ".jpeg_format",
    "LosslessCompression": ".lossless_compression",
    "LossyCompression": ".lossy_compression",
    "ObjectCategory": ".object_category",
    "OriginalPlacement": ".original_placement",
    "OutpaintFit": ".outpaint_fit",
    "OutputFormat": ".output_format",
    "OutputImageObject": ".output_image_object",
    "OutputMetadata": ".output_metadata",
    "PaddedPlacement": ".padded_placement",
    "PhotoUpscale": ".photo_upscale",
    "PhotoUpscaleVersion": ".photo_upscale_version",
    "PngCompression": ".png_compression",
    "PngFormat": ".png_format",
    "Privacy": ".privacy",
    "Profiling": ".profiling",
    "PromptScene": ".prompt_scene",
    "RequestEcho": ".request_echo",
    "Resizing": ".resizing",
    "Restorations": ".restorations",
    "RgbColorSpace": ".rgb_color_space",
    "Scene": ".scene",
    "SceneAspectRatio": ".scene_aspect_ratio",
    "SceneModel": ".scene_model",
    "SceneOutput": ".scene_output",
    "ScenePosition": ".scene_position",
    "ScenePreference": ".scene_preference",
    "SceneResponse": ".scene_response",
    "SceneView": ".scene_view",
    "SelectiveOptions": ".selective_options",
    "ShadowScene": ".shadow_scene",
    "Storage": ".storage",
    "StorageAccess": ".storage_access",
    "StoragePlace": ".storage_place",
    "StorageResponse": ".storage_response",
    "StorageType": ".storage_type",
    "StorageTypesResponse": ".storage_types_response",
    "StoragesResponse": ".storages_response",
    "StyleTransfer": ".style_transfer",
    "TaskStatus": ".task_status",
    "TemplateMode": ".template_mode",
    "TemplateScene": ".template_scene",
    "TemplateView": ".template_view",
    "TiffFormat": ".tiff_format",
    "UploadAndEditRequest": ".upload_and_edit_request",
    "UploadEdit": ".upload_edit",
    "UpscaleModel": ".upscale_model",
    "ValidationIssue": ".validation_issue",
    "Video": ".video",
    "VideoDuration": ".video_duration",
    "VideoOptions": ".video_options",
    "VideoPrompt": ".video_prompt",
    "VideoResponse": ".video_response",
    "VideoResult": ".video_result",
    "VideoSource": ".video_source",
    "WebFolderParameters": ".web_folder_parameters",
    "WebpFormat": ".webp_format",
}

__all__ = (
    "AbsolutePlacement",
    "Adjustments",
    "AiEdit",
    "AiEditAspectRatio",
    "AiEditModel",
    "AiEditOptions",
    "AiEditResponse",
    "AiEditResult",
    "AsyncEdit",
    "AsyncEditResponse",
    "AvifFormat",
    "Background",
    "BackgroundBlur",
    "BackgroundRemoval",
    "BatchEdit",
    "BatchEditObjects",
    "BatchEditResponse",
    "BatchInput",
    "BlurLevel",
    "BlurType",
    "BoundsFit",
    "BucketCredentials",
    "BucketParameters",
    "CanvasFit",
    "ChangedCredentials",
    "ChangedParameters",
    "ChangeStorageRequest",
    "CmykColorSpace",
    "CmykProfile",
    "ColorSpace",
    "CompressionMode",
    "CoverFit",
    "CreateAiEditRequest",
    "CreateAsyncEditRequest",
    "CreateBatchEditRequest",
    "CreateFashionImageRequest",
    "CreateSceneRequest",
    "CreateStorageRequest",
    "CreateVideoRequest",
    "CropFit",
    "CropPosition",
    "DecompressMode",
    "DeletedStorage",
    "EditError",
    "EditResult",
    "ErrorFields",
    "ErrorInformation",
    "ErrorResponse",
    "ErrorType",
    "FashionAspectRatio",
    "FashionImage",
    "FashionImageResponse",
    "FashionInput",
    "FashionOptions",
    "FashionResult",
    "FinishedEdit",
    "FinishedEditResponse",
    "FitMode",
    "GeneratedFormat",
    "GeneratedImages",
    "GeneratedImagesResponse",
    "GeneratedOutput",
    "GeneratedText",
    "GenerateRequest",
    "GenerationOptions",
    "Generative",
    "GuidedPrompt",
    "HdrOptions",
    "ImageObject",
    "ImageOperations",
    "ImageOutputOptions",
    "JpegFormat",
    "LosslessCompression",
    "LossyCompression",
    "ObjectCategory",
    "OriginalPlacement",
    "OutpaintFit",
    "OutputFormat",
    "OutputImageObject",
    "OutputMetadata",
    "PaddedPlacement",
    "PhotoUpscale",
    "PhotoUpscaleVersion",
    "PngCompression",
    "PngFormat",
    "Privacy",
    "Profiling",
    "PromptScene",
    "RequestEcho",
    "Resizing",
    "Restorations",
    "RgbColorSpace",
    "Scene",
    "SceneAspectRatio",
    "SceneModel",
    "SceneOutput",
    "ScenePosition",
    "ScenePreference",
    "SceneResponse",
    "SceneView",
    "SelectiveOptions",
    "ShadowScene",
    "Storage",
    "StorageAccess",
    "StoragePlace",
    "StorageResponse",
    "StoragesResponse",
    "StorageType",
    "StorageTypesResponse",
    "StyleTransfer",
    "TaskStatus",
    "TemplateMode",
    "TemplateScene",
    "TemplateView",
    "TiffFormat",
    "UploadAndEditRequest",
    "UploadEdit",
    "UpscaleModel",
    "ValidationIssue",
    "Video",
    "VideoDuration",
    "VideoOptions",
    "VideoPrompt",
    "VideoResponse",
    "VideoResult",
    "VideoSource",
    "WebFolderParameters",
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
