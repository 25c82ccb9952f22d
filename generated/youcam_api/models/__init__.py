"""All data models; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .abs_intensity import AbsIntensity as AbsIntensity
    from .abs_mode import AbsMode as AbsMode
    from .analysis_response import AnalysisResponse as AnalysisResponse
    from .analysis_results import AnalysisResults as AnalysisResults
    from .analysis_state import AnalysisState as AnalysisState
    from .background_kind import BackgroundKind as BackgroundKind
    from .bag_style import BagStyle as BagStyle
    from .blush_effect import BlushEffect as BlushEffect
    from .blush_palette import BlushPalette as BlushPalette
    from .blush_texture import BlushTexture as BlushTexture
    from .body_features import BodyFeatures as BodyFeatures
    from .breast_intensity import BreastIntensity as BreastIntensity
    from .bronzer_effect import BronzerEffect as BronzerEffect
    from .concealer_effect import ConcealerEffect as ConcealerEffect
    from .concealer_palette import ConcealerPalette as ConcealerPalette
    from .contour_effect import ContourEffect as ContourEffect
    from .create_file_request import CreateFileRequest as CreateFileRequest
    from .create_file_response import CreateFileResponse as CreateFileResponse
    from .created_file import CreatedFile as CreatedFile
    from .created_files import CreatedFiles as CreatedFiles
    from .credit_batch import CreditBatch as CreditBatch
    from .credit_change import CreditChange as CreditChange
    from .credit_history_item import CreditHistoryItem as CreditHistoryItem
    from .credit_history_page import CreditHistoryPage as CreditHistoryPage
    from .credit_history_response import CreditHistoryResponse as CreditHistoryResponse
    from .credit_info import CreditInfo as CreditInfo
    from .credits_response import CreditsResponse as CreditsResponse
    from .delete_task_request import DeleteTaskRequest as DeleteTaskRequest
    from .delete_task_response import DeleteTaskResponse as DeleteTaskResponse
    from .detected_face import DetectedFace as DetectedFace
    from .detected_region import DetectedRegion as DetectedRegion
    from .effect_version import EffectVersion as EffectVersion
    from .enhance_scale import EnhanceScale as EnhanceScale
    from .error_response import ErrorResponse as ErrorResponse
    from .eye_palette import EyePalette as EyePalette
    from .eye_texture import EyeTexture as EyeTexture
    from .eyebrow_mode import EyebrowMode as EyebrowMode
    from .eyebrow_palette import EyebrowPalette as EyebrowPalette
    from .eyebrow_pattern import EyebrowPattern as EyebrowPattern
    from .eyebrow_texture import EyebrowTexture as EyebrowTexture
    from .eyebrows_effect import EyebrowsEffect as EyebrowsEffect
    from .eyelashes_effect import EyelashesEffect as EyelashesEffect
    from .eyeliner_effect import EyelinerEffect as EyelinerEffect
    from .eyeshadow_effect import EyeshadowEffect as EyeshadowEffect
    from .face_angle_strictness import FaceAngleStrictness as FaceAngleStrictness
    from .face_feature import FaceFeature as FaceFeature
    from .face_features import FaceFeatures as FaceFeatures
    from .face_lift_features import FaceLiftFeatures as FaceLiftFeatures
    from .face_lift_kind import FaceLiftKind as FaceLiftKind
    from .face_pair import FacePair as FacePair
    from .feature_cost import FeatureCost as FeatureCost
    from .feature_cost_page import FeatureCostPage as FeatureCostPage
    from .feature_costs_response import FeatureCostsResponse as FeatureCostsResponse
    from .finger import Finger as Finger
    from .foundation_effect import FoundationEffect as FoundationEffect
    from .foundation_palette import FoundationPalette as FoundationPalette
    from .garment_category import GarmentCategory as GarmentCategory
    from .gender import Gender as Gender
    from .hair_color_kind import HairColorKind as HairColorKind
    from .hair_color_palette import HairColorPalette as HairColorPalette
    from .hair_color_pattern import HairColorPattern as HairColorPattern
    from .hair_color_section import HairColorSection as HairColorSection
    from .hair_color_source import HairColorSource as HairColorSource
    from .hair_length import HairLength as HairLength
    from .hat_style import HatStyle as HatStyle
    from .highlighter_effect import HighlighterEffect as HighlighterEffect
    from .highlighter_palette import HighlighterPalette as HighlighterPalette
    from .image_model import ImageModel as ImageModel
    from .image_size import ImageSize as ImageSize
    from .lens_effect import LensEffect as LensEffect
    from .lip_color_effect import LipColorEffect as LipColorEffect
    from .lip_liner_effect import LipLinerEffect as LipLinerEffect
    from .lip_liner_palette import LipLinerPalette as LipLinerPalette
    from .lip_liner_texture import LipLinerTexture as LipLinerTexture
    from .lip_morphology import LipMorphology as LipMorphology
    from .lip_palette import LipPalette as LipPalette
    from .lip_style import LipStyle as LipStyle
    from .lip_style_kind import LipStyleKind as LipStyleKind
    from .lip_texture import LipTexture as LipTexture
    from .list_templates_response import ListTemplatesResponse as ListTemplatesResponse
    from .makeup_color import MakeupColor as MakeupColor
    from .makeup_pattern import MakeupPattern as MakeupPattern
    from .nail_color import NailColor as NailColor
    from .nail_design import NailDesign as NailDesign
    from .nail_effect_kind import NailEffectKind as NailEffectKind
    from .nail_shape import NailShape as NailShape
    from .nail_texture import NailTexture as NailTexture
    from .new_file import NewFile as NewFile
    from .object_info import ObjectInfo as ObjectInfo
    from .person_filter import PersonFilter as PersonFilter
    from .portrait_request import PortraitRequest as PortraitRequest
    from .reference_request import ReferenceRequest as ReferenceRequest
    from .result_file import ResultFile as ResultFile
    from .ring_info import RingInfo as RingInfo
    from .ring_parameter import RingParameter as RingParameter
    from .run_abs_request import RunAbsRequest as RunAbsRequest
    from .run_background_blur_request import RunBackgroundBlurRequest as RunBackgroundBlurRequest
    from .run_background_change_request import RunBackgroundChangeRequest as RunBackgroundChangeRequest
    from .run_bag_request import RunBagRequest as RunBagRequest
    from .run_body_reshape_request import RunBodyReshapeRequest as RunBodyReshapeRequest
    from .run_breast_request import RunBreastRequest as RunBreastRequest
    from .run_clothes_request import RunClothesRequest as RunClothesRequest
    from .run_enhance_request import RunEnhanceRequest as RunEnhanceRequest
    from .run_eye_color_request import RunEyeColorRequest as RunEyeColorRequest
    from .run_face_analysis_request import RunFaceAnalysisRequest as RunFaceAnalysisRequest
    from .run_face_lift_request import RunFaceLiftRequest as RunFaceLiftRequest
    from .run_face_reshape_request import RunFaceReshapeRequest as RunFaceReshapeRequest
    from .run_face_swap_request import RunFaceSwapRequest as RunFaceSwapRequest
    from .run_hair_color_request import RunHairColorRequest as RunHairColorRequest
    from .run_hairstyle_request import RunHairstyleRequest as RunHairstyleRequest
    from .run_hat_request import RunHatRequest as RunHatRequest
    from .run_image_editor_request import RunImageEditorRequest as RunImageEditorRequest
    from .run_image_extender_request import RunImageExtenderRequest as RunImageExtenderRequest
    from .run_image_generator_request import RunImageGeneratorRequest as RunImageGeneratorRequest
    from .run_makeup_request import RunMakeupRequest as RunMakeupRequest
    from .run_nails_request import RunNailsRequest as RunNailsRequest
    from .run_object_removal_request import RunObjectRemovalRequest as RunObjectRemovalRequest
    from .run_object_replacement_request import RunObjectReplacementRequest as RunObjectReplacementRequest
    from .run_ring_request import RunRingRequest as RunRingRequest
    from .run_scarf_request import RunScarfRequest as RunScarfRequest
    from .run_shoes_request import RunShoesRequest as RunShoesRequest
    from .run_skin_analysis_request import RunSkinAnalysisRequest as RunSkinAnalysisRequest
    from .run_skin_simulation_request import RunSkinSimulationRequest as RunSkinSimulationRequest
    from .run_skin_tone_analysis_request import RunSkinToneAnalysisRequest as RunSkinToneAnalysisRequest
    from .run_skin_type_request import RunSkinTypeRequest as RunSkinTypeRequest
    from .run_smile_request import RunSmileRequest as RunSmileRequest
    from .run_task_response import RunTaskResponse as RunTaskResponse
    from .run_task_result import RunTaskResult as RunTaskResult
    from .run_teeth_whitening_request import RunTeethWhiteningRequest as RunTeethWhiteningRequest
    from .scarf_style import ScarfStyle as ScarfStyle
    from .shoes_style import ShoesStyle as ShoesStyle
    from .skin_concern import SkinConcern as SkinConcern
    from .skin_format import SkinFormat as SkinFormat
    from .skin_masks import SkinMasks as SkinMasks
    from .skin_score import SkinScore as SkinScore
    from .skin_smooth_effect import SkinSmoothEffect as SkinSmoothEffect
    from .skin_smoothing import SkinSmoothing as SkinSmoothing
    from .smile_kind import SmileKind as SmileKind
    from .source_info import SourceInfo as SourceInfo
    from .source_request import SourceRequest as SourceRequest
    from .task_response import TaskResponse as TaskResponse
    from .task_results import TaskResults as TaskResults
    from .task_state import TaskState as TaskState
    from .task_status import TaskStatus as TaskStatus
    from .template import Template as Template
    from .template_page import TemplatePage as TemplatePage
    from .template_request import TemplateRequest as TemplateRequest
    from .three_sides_request import ThreeSidesRequest as ThreeSidesRequest
    from .upload_headers import UploadHeaders as UploadHeaders
    from .upload_request import UploadRequest as UploadRequest
    from .wear_request import WearRequest as WearRequest
    from .whitening_effect import WhiteningEffect as WhiteningEffect

_MODULES = {
    "AbsIntensity": ".abs_intensity",
    "AbsMode": ".abs_mode",
    "AnalysisResponse": ".analysis_response",
    "AnalysisResults": ".analysis_results",
    "AnalysisState": ".analysis_state",
    "BackgroundKind": ".background_kind",
    "BagStyle": ".bag_style",
    "BlushEffect": ".blush_effect",
    "BlushPalette": ".blush_palette",
    "BlushTexture": ".blush_texture",
    "BodyFeatures": ".body_features",
    "BreastIntensity": ".breast_intensity",
    "BronzerEffect": ".bronzer_effect",
    "ConcealerEffect": ".concealer_effect",
    "ConcealerPalette": ".concealer_palette",
    "ContourEffect": ".contour_effect",
    "CreateFileRequest": ".create_file_request",
    "CreateFileResponse": ".create_file_response",
    "CreatedFile": ".created_file",
    "CreatedFiles": ".created_files",
    "CreditBatch": ".credit_batch",
    "CreditChange": ".credit_change",
    "CreditHistoryItem": ".credit_history_item",
    "CreditHistoryPage": ".credit_history_page",
    "CreditHistoryResponse": ".credit_history_response",
    "CreditInfo": ".credit_info",
    "CreditsResponse": ".credits_response",
    "DeleteTaskRequest": ".delete_task_request",
    "DeleteTaskResponse": ".delete_task_response",
    "DetectedFace": ".detected_face",
    "DetectedRegion": ".detected_region",
    "EffectVersion": ".effect_version",
    "EnhanceScale": ".enhance_scale",
    "ErrorResponse": ".error_response",
    "EyePalette": ".eye_palette",
    "EyeTexture": ".eye_texture",
    "EyebrowMode": ".eyebrow_mode",
    "EyebrowPalette": ".eyebrow_palette",
    "EyebrowPattern": ".eyebrow_pattern",
    "EyebrowTexture": ".eyebrow_texture",
    "EyebrowsEffect": ".eyebrows_effect",
    "EyelashesEffect": ".eyelashes_effect",
    "EyelinerEffect": ".eyeliner_effect",
    "EyeshadowEffect": ".eyeshadow_effect",
    "FaceAngleStrictness": ".face_angle_strictness",
    "FaceFeature": ".face_feature",
    "FaceFeatures": ".face_features",
    "FaceLiftFeatures": ".face_lift_features",
    "FaceLiftKind": ".face_lift_kind",
    "FacePair": ".face_pair",
    "FeatureCost": ".feature_cost",
    "FeatureCostPage": ".feature_cost_page",
    "FeatureCostsResponse": ".feature_costs_response",
    "Finger": ".finger",
    "FoundationEffect": ".foundation_effect",
    "FoundationPalette": ".foundation_palette",
    "GarmentCategory": ".garment_category",
    "Gender": ".gender",
    "HairColorKind": ".hair_color_kind",
    "HairColorPalette": ".hair_color_palette",
    "HairColorPattern": ".hair_color_pattern",
    "HairColorSection": ".hair_color_section",
    "HairColorSource": ".hair_color_source",
    "HairLength": ".hair_length",
    "HatStyle": ".hat_style",
    "HighlighterEffect": ".highlighter_effect",
    "HighlighterPalette": ".highlighter_palette",
    "ImageModel": ".image_model",
    "ImageSize": ".image_size",
    "LensEffect": ".lens_effect",
    "LipColorEffect": ".lip_color_effect",
    "LipLinerEffect": ".lip_liner_effect",
    "LipLinerPalette": ".lip_liner_palette",
    "LipLinerTexture": ".lip_liner_texture",
    "LipMorphology": ".lip_morphology",
    "LipPalette": ".lip_palette",
    "LipStyle": ".lip_style",
    "LipStyleKind": ".lip_style_kind",
    "LipTexture": ".lip_texture",
    "ListTemplatesResponse": ".list_templates_response",
    "MakeupColor": ".makeup_color",
    "MakeupPattern": ".makeup_pattern",
    "NailColor": ".nail_color",
    "NailDesign": ".nail_design",
    "NailEffectKind": ".nail_effect_kind",
    "NailShape": ".nail_shape",
    "NailTexture": ".nail_texture",
    "NewFile": ".new_file",
    "ObjectInfo": ".object_info",
    "PersonFilter": ".person_filter",
    "PortraitRequest": ".portrait_request",
    "ReferenceRequest": ".reference_request",
    "ResultFile": ".result_file",
    "RingInfo": ".ring_info",
    "RingParameter": ".ring_parameter",
    "RunAbsRequest": ".run_abs_request",
    "RunBackgroundBlurRequest": ".run_background_blur_request",
    "RunBackgroundChangeRequest": ".run_background_change_request",
    "RunBagRequest": ".run_bag_request",
    "RunBodyReshapeRequest": ".run_body_reshape_request",
    "RunBreastRequest": ".run_breast_request",
    "RunClothesRequest": ".run_clothes_request",
    "RunEnhanceRequest": ".run_enhance_request",
    "RunEyeColorRequest": ".run_eye_color_request",
    "RunFaceAnalysisRequest": ".run_face_analysis_request",
    "RunFaceLiftRequest": ".run_face_lift_request",
    "RunFaceReshapeRequest": ".run_face_reshape_request",
    "RunFaceSwapRequest": ".run_face_swap_request",
    "RunHairColorRequest": ".run_hair_color_request",
    "RunHairstyleRequest": ".run_hairstyle_request",
    "RunHatRequest": ".run_hat_request",
    "RunImageEditorRequest": ".run_image_editor_request",
    "RunImageExtenderRequest": ".run_image_extender_request",
    "RunImageGeneratorRequest": ".run_image_generator_request",
    "RunMakeupRequest": ".run_makeup_request",
    "RunNailsRequest": ".run_nails_request",
    "RunObjectRemovalRequest": ".run_object_removal_request",
    "RunObjectReplacementRequest": ".run_object_replacement_request",
    "RunRingRequest": ".run_ring_request",
    "RunScarfRequest": ".run_scarf_request",
    "RunShoesRequest": ".run_shoes_request",
    "RunSkinAnalysisRequest": ".run_skin_analysis_request",
    "RunSkinSimulationRequest": ".run_skin_simulation_request",
    "RunSkinToneAnalysisRequest": ".run_skin_tone_analysis_request",
    "RunSkinTypeRequest": ".run_skin_type_request",
    "RunSmileRequest": ".run_smile_request",
    "RunTaskResponse": ".run_task_response",
    "RunTaskResult": ".run_task_result",
    "RunTeethWhiteningRequest": ".run_teeth_whitening_request",
    "ScarfStyle": ".scarf_style",
    "ShoesStyle": ".shoes_style",
    "SkinConcern": ".skin_concern",
    "SkinFormat": ".skin_format",
    "SkinMasks": ".skin_masks",
    "SkinScore": ".skin_score",
    "SkinSmoothEffect": ".skin_smooth_effect",
    "SkinSmoothing": ".skin_smoothing",
    "SmileKind": ".smile_kind",
    "SourceInfo": ".source_info",
    "SourceRequest": ".source_request",
    "TaskResponse": ".task_response",
    "TaskResults": ".task_results",
    "TaskState": ".task_state",
    "TaskStatus": ".task_status",
    "Template": ".template",
    "TemplatePage": ".template_page",
    "TemplateRequest": ".template_request",
    "ThreeSidesRequest": ".three_sides_request",
    "UploadHeaders": ".upload_headers",
    "UploadRequest": ".upload_request",
    "WearRequest": ".wear_request",
    "WhiteningEffect": ".whitening_effect",
}

__all__ = (
    "AbsIntensity",
    "AbsMode",
    "AnalysisResponse",
    "AnalysisResults",
    "AnalysisState",
    "BackgroundKind",
    "BagStyle",
    "BlushEffect",
    "BlushPalette",
    "BlushTexture",
    "BodyFeatures",
    "BreastIntensity",
    "BronzerEffect",
    "ConcealerEffect",
    "ConcealerPalette",
    "ContourEffect",
    "CreatedFile",
    "CreatedFiles",
    "CreateFileRequest",
    "CreateFileResponse",
    "CreditBatch",
    "CreditChange",
    "CreditHistoryItem",
    "CreditHistoryPage",
    "CreditHistoryResponse",
    "CreditInfo",
    "CreditsResponse",
    "DeleteTaskRequest",
    "DeleteTaskResponse",
    "DetectedFace",
    "DetectedRegion",
    "EffectVersion",
    "EnhanceScale",
    "ErrorResponse",
    "EyebrowMode",
    "EyebrowPalette",
    "EyebrowPattern",
    "EyebrowsEffect",
    "EyebrowTexture",
    "EyelashesEffect",
    "EyelinerEffect",
    "EyePalette",
    "EyeshadowEffect",
    "EyeTexture",
    "FaceAngleStrictness",
    "FaceFeature",
    "FaceFeatures",
    "FaceLiftFeatures",
    "FaceLiftKind",
    "FacePair",
    "FeatureCost",
    "FeatureCostPage",
    "FeatureCostsResponse",
    "Finger",
    "FoundationEffect",
    "FoundationPalette",
    "GarmentCategory",
    "Gender",
    "HairColorKind",
    "HairColorPalette",
    "HairColorPattern",
    "HairColorSection",
    "HairColorSource",
    "HairLength",
    "HatStyle",
    "HighlighterEffect",
    "HighlighterPalette",
    "ImageModel",
    "ImageSize",
    "LensEffect",
    "LipColorEffect",
    "LipLinerEffect",
    "LipLinerPalette",
    "LipLinerTexture",
    "LipMorphology",
    "LipPalette",
    "LipStyle",
    "LipStyleKind",
    "LipTexture",
    "ListTemplatesResponse",
    "MakeupColor",
    "MakeupPattern",
    "NailColor",
    "NailDesign",
    "NailEffectKind",
    "NailShape",
    "NailTexture",
    "NewFile",
    "ObjectInfo",
    "PersonFilter",
    "PortraitRequest",
    "ReferenceRequest",
    "ResultFile",
    "RingInfo",
    "RingParameter",
    "RunAbsRequest",
    "RunBackgroundBlurRequest",
    "RunBackgroundChangeRequest",
    "RunBagRequest",
    "RunBodyReshapeRequest",
    "RunBreastRequest",
    "RunClothesRequest",
    "RunEnhanceRequest",
    "RunEyeColorRequest",
    "RunFaceAnalysisRequest",
    "RunFaceLiftRequest",
    "RunFaceReshapeRequest",
    "RunFaceSwapRequest",
    "RunHairColorRequest",
    "RunHairstyleRequest",
    "RunHatRequest",
    "RunImageEditorRequest",
    "RunImageExtenderRequest",
    "RunImageGeneratorRequest",
    "RunMakeupRequest",
    "RunNailsRequest",
    "RunObjectRemovalRequest",
    "RunObjectReplacementRequest",
    "RunRingRequest",
    "RunScarfRequest",
    "RunShoesRequest",
    "RunSkinAnalysisRequest",
    "RunSkinSimulationRequest",
    "RunSkinToneAnalysisRequest",
    "RunSkinTypeRequest",
    "RunSmileRequest",
    "RunTaskResponse",
    "RunTaskResult",
    "RunTeethWhiteningRequest",
    "ScarfStyle",
    "ShoesStyle",
    "SkinConcern",
    "SkinFormat",
    "SkinMasks",
    "SkinScore",
    "SkinSmoothEffect",
    "SkinSmoothing",
    "SmileKind",
    "SourceInfo",
    "SourceRequest",
    "TaskResponse",
    "TaskResults",
    "TaskState",
    "TaskStatus",
    "Template",
    "TemplatePage",
    "TemplateRequest",
    "ThreeSidesRequest",
    "UploadHeaders",
    "UploadRequest",
    "WearRequest",
    "WhiteningEffect",
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
