"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from youcam_api.validation import NotBool, NotNull

BackgroundKind = TypeAliasType("BackgroundKind", Literal["prompt", "template"])


BagStyle = TypeAliasType(
    "BagStyle",
    Literal[
        "random",
        "style_parisian_chic",
        "style_urban_chic",
        "style_mediterranean_chic",
        "style_art_deco_style",
    ],
)


class CreditBatch(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int | None = None
    type: str | None = None
    amount: float | None = None
    amount_dec: float | None = None
    expiry: int | None = None


class CreditChange(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int | None = None
    amount: float | None = None
    amount_dec: float | None = None


class CreditInfo(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    credits: list[CreditChange] | None = None
    dst_actions: list[str] | None = None


class CreditsResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    results: list[CreditBatch] | None = None


class DeleteTaskRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    task_id: Annotated[str, Field(min_length=1)]


class DeleteTaskResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None


EffectVersion = TypeAliasType("EffectVersion", Literal["1.0"])


EnhanceScale = TypeAliasType("EnhanceScale", Annotated[Literal[1, 2, 4], NotBool])


class ErrorResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    error: str | None = None
    error_code: str | None = None


FaceAngleStrictness = TypeAliasType(
    "FaceAngleStrictness", Literal["strict", "high", "medium", "low", "flexible"]
)


FaceFeature = TypeAliasType(
    "FaceFeature",
    Literal[
        "eyeShape",
        "eyeSize",
        "eyeAngle",
        "eyeDistance",
        "eyelid",
        "eyebrowShape",
        "eyebrowThickness",
        "eyebrowDistance",
        "eyebrowShortness",
        "cheekbones",
        "faceShape",
        "lipShape",
        "noseWidth",
        "noseLength",
        "age",
        "gender",
        "eyeColor",
        "lipColor",
        "eyebrowColor",
        "hairColor",
        "horizontalThird",
        "verticalFifth",
        "faceAspectRatio",
        "eyeAspectRatio",
        "eyebrowPosition",
        "eyebrowArch",
        "eyeHeightToEyebrowDistance",
        "noseAspectRatio",
        "noseWidthToMouthWidth",
        "noseToLipToChin",
        "upperLipToLowerLip",
    ],
)


class FeatureCost(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    description: str | None = None
    amount: float | None = None
    unit: str | None = None
    proc_unit: int | None = None
    run_task_url: str | None = None


class FeatureCostPage(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    skus: list[FeatureCost] | None = None
    next_token: str | None = None


class FeatureCostsResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    result: FeatureCostPage | None = None


GarmentCategory = TypeAliasType(
    "GarmentCategory", Literal["full_body", "lower_body", "upper_body", "shoes", "auto", "outer"]
)


Gender = TypeAliasType("Gender", Literal["female", "male"])


HairColorKind = TypeAliasType("HairColorKind", Literal["ombre", "full"])


class HairColorPalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(pattern="^#[0-9A-Fa-f]{6}$")]
    color_intensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shine_intensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


HairColorSection = TypeAliasType("HairColorSection", Literal["top"])


HairColorSource = TypeAliasType("HairColorSource", Literal["ref", "src"])


class HairLength(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    term: str | None = None


HatStyle = TypeAliasType(
    "HatStyle",
    Literal[
        "random",
        "style_sporty_casual",
        "style_urban_fashion",
        "style_vacation_casual",
        "style_warm_cozy",
        "style_bohemian",
    ],
)


ImageModel = TypeAliasType("ImageModel", Literal["youcam-image-v2"])


ImageSize = TypeAliasType("ImageSize", Literal["1664*928", "1472*1104", "1328*1328", "1104*1472", "928*1664"])


class LensEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    intensity: Annotated[int, Field(ge=1, le=100)]
    enlargement: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    skin_smooth_strength: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    skin_smooth_color_intensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class NewFile(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    content_type: Annotated[str, Field(min_length=1)]
    file_name: Annotated[str, Field(min_length=1)]
    file_size: Annotated[int, Field(ge=1)]


class ObjectInfo(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: Annotated[str, Field(min_length=1)]


PersonFilter = TypeAliasType("PersonFilter", Literal["off", "normal", "strict"])


class PortraitRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    template_id: Annotated[str, Field(min_length=1)]
    output_count: Annotated[int, Field(ge=1, le=200)]


class ReferenceRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class ResultFile(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    url: str | None = None
    dst_id: str | None = None
    res_age: int | None = None


RingAnchorPointItem = TypeAliasType(
    "RingAnchorPointItem", Annotated[list[int], Field(max_length=2, min_length=2)]
)


class RingParameter(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    ring_need_remove_background: Annotated[bool | None, NotNull] = None
    ring_anchor_point: Annotated[
        Annotated[list[RingAnchorPointItem] | None, Field(max_length=2, min_length=2)], NotNull
    ] = None
    ring_wearing_finger: Annotated[Annotated[int | None, Field(ge=0, le=4)], NotNull] = None
    ring_wearing_location: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    ring_shadow_intensity: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    ring_ambient_light_intensity: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None


class RunBackgroundBlurRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    intensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class RunBackgroundChangeRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    type: Annotated[BackgroundKind | None, NotNull] = None
    prompt: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    template_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None


class RunBagRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    gender: Gender
    style: Annotated[BagStyle | None, NotNull] = None


class RunClothesRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    garment_category: GarmentCategory
    change_shoes: Annotated[bool | None, NotNull] = None
    filter_multi_person: Annotated[PersonFilter | None, NotNull] = None


class RunEnhanceRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    scale: EnhanceScale


class RunEyeColorRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    version: EffectVersion
    effect: LensEffect


class RunFaceAnalysisRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    features: Annotated[list[FaceFeature], Field(min_length=1)]
    face_angle_strictness_level: Annotated[FaceAngleStrictness | None, NotNull] = None


class RunHairstyleRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    template_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    hair_color: Annotated[HairColorSource | None, NotNull] = None


class RunHatRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    gender: Gender
    style: Annotated[HatStyle | None, NotNull] = None


SrcFileId = TypeAliasType("SrcFileId", Annotated[str, Field(min_length=1)])


class RunImageEditorRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_ids: Annotated[list[SrcFileId], Field(max_length=3, min_length=1)]
    model: ImageModel
    prompt: Annotated[str, Field(max_length=800, min_length=1)]
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=500, min_length=1)], NotNull] = None
    size: Annotated[str | None, NotNull] = None
    prompt_extend: Annotated[bool | None, NotNull] = None


class RunImageExtenderRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    output_width: Annotated[int, Field(ge=1, le=4096)]
    output_height: Annotated[int, Field(ge=1, le=4096)]
    input_x: Annotated[int, Field(ge=0, le=4096)]
    input_y: Annotated[int, Field(ge=0, le=4096)]
    input_width: Annotated[int, Field(ge=1, le=4096)]
    input_height: Annotated[int, Field(ge=1, le=4096)]
    crop_input_x: Annotated[int, Field(ge=0, le=4096)]
    crop_input_y: Annotated[int, Field(ge=0, le=4096)]
    crop_input_width: Annotated[int, Field(ge=1, le=4096)]
    crop_input_height: Annotated[int, Field(ge=1, le=4096)]


class RunImageGeneratorRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    model: ImageModel
    prompt: Annotated[str, Field(max_length=800, min_length=1)]
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=500, min_length=1)], NotNull] = None
    size: Annotated[ImageSize | None, NotNull] = None
    prompt_extend: Annotated[bool | None, NotNull] = None


class RunObjectRemovalRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    msk_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    msk_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class RunObjectReplacementRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    msk_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    msk_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    prompt: Annotated[str, Field(min_length=1)]


RefFileId = TypeAliasType("RefFileId", Annotated[str, Field(min_length=1)])


class RunSkinToneAnalysisRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    face_angle_strictness_level: Annotated[FaceAngleStrictness | None, NotNull] = None


class RunTaskResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: str


ScarfStyle = TypeAliasType(
    "ScarfStyle",
    Literal[
        "random",
        "style_french_elegance",
        "style_light_luxury",
        "style_cottagecore",
        "style_modern_chic",
        "style_bohemian",
    ],
)


ShoesStyle = TypeAliasType(
    "ShoesStyle",
    Literal[
        "random",
        "style_minimalist",
        "style_bohemian",
        "style_cottagecore",
        "style_french_elegance",
        "style_retro_fashion",
    ],
)


SkinConcern = TypeAliasType(
    "SkinConcern",
    Literal[
        "hd_wrinkle",
        "hd_pore",
        "hd_texture",
        "hd_acne",
        "hd_oiliness",
        "hd_radiance",
        "hd_eye_bag",
        "hd_age_spot",
        "hd_dark_circle",
        "hd_droopy_upper_eyelid",
        "hd_droopy_lower_eyelid",
        "hd_firmness",
        "hd_moisture",
        "hd_redness",
        "hd_tear_trough",
        "hd_skin_type",
        "wrinkle",
        "pore",
        "texture",
        "acne",
        "oiliness",
        "radiance",
        "eye_bag",
        "age_spot",
        "dark_circle_v2",
        "droopy_upper_eyelid",
        "droopy_lower_eyelid",
        "firmness",
        "moisture",
        "redness",
        "tear_trough",
        "skin_type",
    ],
)


SkinFormat = TypeAliasType("SkinFormat", Literal["zip", "json"])


class SkinScore(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    type: str | None = None
    ui_score: float | None = None
    raw_score: float | None = None
    mask_urls: list[str] | None = None


SmileKind = TypeAliasType("SmileKind", Literal["smile_with_teeth_visible", "closed_mouth_smile"])


class SourceInfo(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: Annotated[str, Field(min_length=1)]


class SourceRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class TaskResults(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    url: str | None = None
    dst_id: str | None = None
    output: list[ResultFile] | None = None
    age: int | None = None
    agd_idx: int | None = None
    age_min: int | None = None
    age_max: int | None = None
    num_of_photos: int | None = None


TaskStatus = TypeAliasType("TaskStatus", Literal["running", "success", "error"])


class Template(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: str
    title: str | None = None
    category_name: str | None = None
    thumb: str | None = None


class TemplatePage(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    templates: list[Template] | None = None
    next_token: str | None = None


class TemplateRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    template_id: Annotated[str, Field(min_length=1)]


class ThreeSidesRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_ids: Annotated[list[SrcFileId], Field(max_length=3, min_length=3)]


UploadHeaders = TypeAliasType("UploadHeaders", dict[str, str | int])


class UploadRequest(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    method: str | None = None
    url: str | None = None
    headers: UploadHeaders | None = None


class WearRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[str, Field(min_length=1)]
    ref_file_ids: Annotated[list[RefFileId], Field(max_length=1, min_length=1)]
    source_info: SourceInfo
    object_infos: Annotated[list[ObjectInfo], Field(max_length=1, min_length=1)]


class WhiteningEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    whitening_intensity: Annotated[int, Field(ge=0, le=100)]
    skin_smooth_strength: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    skin_smooth_color_intensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class AnalysisResults(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    url: str | None = None
    output: list[SkinScore] | None = None
    hair_length: HairLength | None = None


class AnalysisState(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_status: TaskStatus | None = None
    error: str | None = None
    error_message: str | None = None
    polling_interval: int | None = None
    results: AnalysisResults | None = None


class CreateFileRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    files: Annotated[list[NewFile], Field(min_length=1)]


class CreatedFile(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    file_id: str
    content_type: str | None = None
    file_name: str | None = None
    requests: list[UploadRequest] | None = None


class CreatedFiles(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    files: list[CreatedFile] | None = None


class CreditHistoryItem(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int | None = None
    timestamp: int | None = None
    action: str | None = None
    target_id: str | None = None
    info: CreditInfo | None = None


class CreditHistoryPage(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    history: list[CreditHistoryItem] | None = None
    next_token: str | None = None


class CreditHistoryResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    result: CreditHistoryPage | None = None


class HairColorPattern(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: HairColorKind
    blend_strength: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    line_offset: Annotated[Annotated[float | None, Field(ge=-0.99, le=0.99)], NotNull] = None
    coloring_section: Annotated[HairColorSection | None, NotNull] = None


class ListTemplatesResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    data: TemplatePage | None = None


class RingInfo(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: Annotated[str, Field(min_length=1)]
    parameter: Annotated[RingParameter | None, NotNull] = None


class RunHairColorRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    preset: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    pattern: Annotated[HairColorPattern | None, NotNull] = None
    palettes: Annotated[
        Annotated[list[HairColorPalette] | None, Field(max_length=2, min_length=1)], NotNull
    ] = None


class RunRingRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[str, Field(min_length=1)]
    ref_file_ids: Annotated[list[RefFileId], Field(max_length=1, min_length=1)]
    source_info: SourceInfo
    object_infos: Annotated[list[RingInfo], Field(max_length=1, min_length=1)]


class RunScarfRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    gender: Gender
    style: Annotated[ScarfStyle | None, NotNull] = None


class RunShoesRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    gender: Gender
    style: Annotated[ShoesStyle | None, NotNull] = None


class RunSkinAnalysisRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    dst_actions: Annotated[list[SkinConcern], Field(min_length=1)]
    format: Annotated[SkinFormat | None, NotNull] = None
    pf_camera_kit: Annotated[bool | None, NotNull] = None


class RunSmileRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    expression_type: SmileKind


class RunTaskResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    data: RunTaskResult | None = None


class RunTeethWhiteningRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    version: EffectVersion
    index: Annotated[Annotated[int | None, Field(ge=0)], NotNull] = None
    effect: WhiteningEffect


class TaskState(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_status: TaskStatus | None = None
    error: str | None = None
    error_message: str | None = None
    polling_interval: int | None = None
    results: TaskResults | None = None


class AnalysisResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    data: AnalysisState | None = None


class CreateFileResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    data: CreatedFiles | None = None


class TaskResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    data: TaskState | None = None
