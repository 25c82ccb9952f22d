"""All data models; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .action import Action as Action
    from .aging_custom_info import AgingCustomInfo as AgingCustomInfo
    from .aging_payload import AgingPayload as AgingPayload
    from .aging_result import AgingResult as AgingResult
    from .aging_result_file import AgingResultFile as AgingResultFile
    from .aging_status_response import AgingStatusResponse as AgingStatusResponse
    from .aging_status_result import AgingStatusResult as AgingStatusResult
    from .authenticate_request import AuthenticateRequest as AuthenticateRequest
    from .authenticate_response import AuthenticateResponse as AuthenticateResponse
    from .authenticate_result import AuthenticateResult as AuthenticateResult
    from .background_removal_payload import BackgroundRemovalPayload as BackgroundRemovalPayload
    from .colorize_payload import ColorizePayload as ColorizePayload
    from .create_file_request import CreateFileRequest as CreateFileRequest
    from .create_file_response import CreateFileResponse as CreateFileResponse
    from .create_file_result import CreateFileResult as CreateFileResult
    from .create_makeup_transfer_file_request import (
        CreateMakeupTransferFileRequest as CreateMakeupTransferFileRequest,
    )
    from .created_file import CreatedFile as CreatedFile
    from .enhance_action import EnhanceAction as EnhanceAction
    from .enhance_params import EnhanceParams as EnhanceParams
    from .enhance_payload import EnhancePayload as EnhancePayload
    from .enhance_scale import EnhanceScale as EnhanceScale
    from .error_response import ErrorResponse as ErrorResponse
    from .file_content_type import FileContentType as FileContentType
    from .hair_effect_payload import HairEffectPayload as HairEffectPayload
    from .hairstyle_payload import HairstylePayload as HairstylePayload
    from .image_generator_action import ImageGeneratorAction as ImageGeneratorAction
    from .image_generator_params import ImageGeneratorParams as ImageGeneratorParams
    from .image_generator_payload import ImageGeneratorPayload as ImageGeneratorPayload
    from .list_style_groups_response import ListStyleGroupsResponse as ListStyleGroupsResponse
    from .list_styles_response import ListStylesResponse as ListStylesResponse
    from .makeup_transfer_content_type import MakeupTransferContentType as MakeupTransferContentType
    from .makeup_transfer_file_sets import MakeupTransferFileSets as MakeupTransferFileSets
    from .makeup_transfer_payload import MakeupTransferPayload as MakeupTransferPayload
    from .makeup_transfer_result import MakeupTransferResult as MakeupTransferResult
    from .makeup_transfer_status_response import MakeupTransferStatusResponse as MakeupTransferStatusResponse
    from .makeup_transfer_status_result import MakeupTransferStatusResult as MakeupTransferStatusResult
    from .new_file import NewFile as NewFile
    from .new_makeup_transfer_file import NewMakeupTransferFile as NewMakeupTransferFile
    from .object_removal_file_sets import ObjectRemovalFileSets as ObjectRemovalFileSets
    from .object_removal_payload import ObjectRemovalPayload as ObjectRemovalPayload
    from .output_ext_jpg import OutputExtJpg as OutputExtJpg
    from .output_ext_jpg_or_webp import OutputExtJpgOrWebp as OutputExtJpgOrWebp
    from .output_ext_png_or_webp import OutputExtPngOrWebp as OutputExtPngOrWebp
    from .product_recommendation import ProductRecommendation as ProductRecommendation
    from .result_file import ResultFile as ResultFile
    from .run_aging_request import RunAgingRequest as RunAgingRequest
    from .run_background_removal_request import RunBackgroundRemovalRequest as RunBackgroundRemovalRequest
    from .run_colorize_request import RunColorizeRequest as RunColorizeRequest
    from .run_enhance_request import RunEnhanceRequest as RunEnhanceRequest
    from .run_hair_effect_request import RunHairEffectRequest as RunHairEffectRequest
    from .run_hairstyle_request import RunHairstyleRequest as RunHairstyleRequest
    from .run_image_generator_request import RunImageGeneratorRequest as RunImageGeneratorRequest
    from .run_makeup_transfer_request import RunMakeupTransferRequest as RunMakeupTransferRequest
    from .run_object_removal_request import RunObjectRemovalRequest as RunObjectRemovalRequest
    from .run_task_response import RunTaskResponse as RunTaskResponse
    from .run_task_result import RunTaskResult as RunTaskResult
    from .single_source_file_sets import SingleSourceFileSets as SingleSourceFileSets
    from .source_file_sets import SourceFileSets as SourceFileSets
    from .style import Style as Style
    from .style_action import StyleAction as StyleAction
    from .style_group import StyleGroup as StyleGroup
    from .style_group_info import StyleGroupInfo as StyleGroupInfo
    from .style_group_page import StyleGroupPage as StyleGroupPage
    from .style_info import StyleInfo as StyleInfo
    from .style_page import StylePage as StylePage
    from .style_params import StyleParams as StyleParams
    from .task_result import TaskResult as TaskResult
    from .task_status import TaskStatus as TaskStatus
    from .task_status_response import TaskStatusResponse as TaskStatusResponse
    from .task_status_result import TaskStatusResult as TaskStatusResult
    from .upload_headers import UploadHeaders as UploadHeaders
    from .upload_request import UploadRequest as UploadRequest

_MODULES = {
    "Action": ".action",
    "AgingCustomInfo": ".aging_custom_info",
    "AgingPayload": ".aging_payload",
    "AgingResult": ".aging_result",
    "AgingResultFile": ".aging_result_file",
    "AgingStatusResponse": ".aging_status_response",
    "AgingStatusResult": ".aging_status_result",
    "AuthenticateRequest": ".authenticate_request",
    "AuthenticateResponse": ".authenticate_response",
    "AuthenticateResult": ".authenticate_result",
    "BackgroundRemovalPayload": ".background_removal_payload",
    "ColorizePayload": ".colorize_payload",
    "CreateFileRequest": ".create_file_request",
    "CreateFileResponse": ".create_file_response",
    "CreateFileResult": ".create_file_result",
    "CreateMakeupTransferFileRequest": ".create_makeup_transfer_file_request",
    "CreatedFile": ".created_file",
    "EnhanceAction": ".enhance_action",
    "EnhanceParams": ".enhance_params",
    "EnhancePayload": ".enhance_payload",
    "EnhanceScale": ".enhance_scale",
    "ErrorResponse": ".error_response",
    "FileContentType": ".file_content_type",
    "HairEffectPayload": ".hair_effect_payload",
    "HairstylePayload": ".hairstyle_payload",
    "ImageGeneratorAction": ".image_generator_action",
    "ImageGeneratorParams": ".image_generator_params",
    "ImageGeneratorPayload": ".image_generator_payload",
    "ListStyleGroupsResponse": ".list_style_groups_response",
    "ListStylesResponse": ".list_styles_response",
    "MakeupTransferContentType": ".makeup_transfer_content_type",
    "MakeupTransferFileSets": ".makeup_transfer_file_sets",
    "MakeupTransferPayload": ".makeup_transfer_payload",
    "MakeupTransferResult": ".makeup_transfer_result",
    "MakeupTransferStatusResponse": ".makeup_transfer_status_response",
    "MakeupTransferStatusResult": ".makeup_transfer_status_result",
    "NewFile": ".new_file",
    "NewMakeupTransferFile": ".new_makeup_transfer_file",
    "ObjectRemovalFileSets": ".object_removal_file_sets",
    "ObjectRemovalPayload": ".object_removal_payload",
    "OutputExtJpg": ".output_ext_jpg",
    "OutputExtJpgOrWebp": ".output_ext_jpg_or_webp",
    "OutputExtPngOrWebp": ".output_ext_png_or_webp",
    "ProductRecommendation": ".product_recommendation",
    "ResultFile": ".result_file",
    "RunAgingRequest": ".run_aging_request",
    "RunBackgroundRemovalRequest": ".run_background_removal_request",
    "RunColorizeRequest": ".run_colorize_request",
    "RunEnhanceRequest": ".run_enhance_request",
    "RunHairEffectRequest": ".run_hair_effect_request",
    "RunHairstyleRequest": ".run_hairstyle_request",
    "RunImageGeneratorRequest": ".run_image_generator_request",
    "RunMakeupTransferRequest": ".run_makeup_transfer_request",
    "RunObjectRemovalRequest": ".run_object_removal_request",
    "RunTaskResponse": ".run_task_response",
    "RunTaskResult": ".run_task_result",
    "SingleSourceFileSets": ".single_source_file_sets",
    "SourceFileSets": ".source_file_sets",
    "Style": ".style",
    "StyleAction": ".style_action",
    "StyleGroup": ".style_group",
    "StyleGroupInfo": ".style_group_info",
    "StyleGroupPage": ".style_group_page",
    "StyleInfo": ".style_info",
    "StylePage": ".style_page",
    "StyleParams": ".style_params",
    "TaskResult": ".task_result",
    "TaskStatus": ".task_status",
    "TaskStatusResponse": ".task_status_response",
    "TaskStatusResult": ".task_status_result",
    "UploadHeaders": ".upload_headers",
    "UploadRequest": ".upload_request",
}

__all__ = (
    "Action",
    "AgingCustomInfo",
    "AgingPayload",
    "AgingResult",
    "AgingResultFile",
    "AgingStatusResponse",
    "AgingStatusResult",
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthenticateResult",
    "BackgroundRemovalPayload",
    "ColorizePayload",
    "CreatedFile",
    "CreateFileRequest",
    "CreateFileResponse",
    "CreateFileResult",
    "CreateMakeupTransferFileRequest",
    "EnhanceAction",
    "EnhanceParams",
    "EnhancePayload",
    "EnhanceScale",
    "ErrorResponse",
    "FileContentType",
    "HairEffectPayload",
    "HairstylePayload",
    "ImageGeneratorAction",
    "ImageGeneratorParams",
    "ImageGeneratorPayload",
    "ListStyleGroupsResponse",
    "ListStylesResponse",
    "MakeupTransferContentType",
    "MakeupTransferFileSets",
    "MakeupTransferPayload",
    "MakeupTransferResult",
    "MakeupTransferStatusResponse",
    "MakeupTransferStatusResult",
    "NewFile",
    "NewMakeupTransferFile",
    "ObjectRemovalFileSets",
    "ObjectRemovalPayload",
    "OutputExtJpg",
    "OutputExtJpgOrWebp",
    "OutputExtPngOrWebp",
    "ProductRecommendation",
    "ResultFile",
    "RunAgingRequest",
    "RunBackgroundRemovalRequest",
    "RunColorizeRequest",
    "RunEnhanceRequest",
    "RunHairEffectRequest",
    "RunHairstyleRequest",
    "RunImageGeneratorRequest",
    "RunMakeupTransferRequest",
    "RunObjectRemovalRequest",
    "RunTaskResponse",
    "RunTaskResult",
    "SingleSourceFileSets",
    "SourceFileSets",
    "Style",
    "StyleAction",
    "StyleGroup",
    "StyleGroupInfo",
    "StyleGroupPage",
    "StyleInfo",
    "StylePage",
    "StyleParams",
    "TaskResult",
    "TaskStatus",
    "TaskStatusResponse",
    "TaskStatusResult",
    "UploadHeaders",
    "UploadRequest",
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
