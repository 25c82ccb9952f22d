"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from youcam_api.validation import NotBool, NotNull

AbsIntensity = TypeAliasType("AbsIntensity", Annotated[Literal[1, 2], NotBool])


AbsMode = TypeAliasType("AbsMode", Literal["Six-pack", "Vest-line"])


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


BlushTexture = TypeAliasType("BlushTexture", Literal["matte", "satin", "shimmer"])


class BodyFeatures(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    arm: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    breast: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    breast_left: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    breast_right: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    hip: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    hip_lift: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    leg: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    neck: Annotated[Annotated[float | None, Field(ge=0.0, le=100.0)], NotNull] = None
    neck_left: Annotated[Annotated[float | None, Field(ge=0.0, le=100.0)], NotNull] = None
    neck_right: Annotated[Annotated[float | None, Field(ge=0.0, le=100.0)], NotNull] = None
    shoulder: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    shoulder_left: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    shoulder_right: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    squared_shoulder: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    squared_shoulder_left: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    squared_shoulder_right: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    slim: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    taller: Annotated[Annotated[float | None, Field(ge=0.0, le=100.0)], NotNull] = None
    waist: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None
    belly: Annotated[Annotated[float | None, Field(ge=-100.0, le=100.0)], NotNull] = None


BreastIntensity = TypeAliasType("BreastIntensity", Annotated[Literal[1, 2, 3], NotBool])


class ConcealerPalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(min_length=1)]
    colorIntensity: Annotated[int, Field(ge=0, le=100)]
    colorUnderEyeIntensity: Annotated[int, Field(ge=0, le=100)]
    coverageLevel: Annotated[int, Field(ge=0, le=100)]


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


class DetectedFace(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    bbox: list[float] | None = None


class DetectedRegion(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    left: float | None = None
    top: float | None = None
    width: float | None = None
    height: float | None = None


EffectVersion = TypeAliasType("EffectVersion", Literal["1.0"])


EnhanceScale = TypeAliasType("EnhanceScale", Annotated[Literal[1, 2, 4], NotBool])


class ErrorResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    error: str | None = None
    error_code: str | None = None


EyeTexture = TypeAliasType("EyeTexture", Literal["matte", "shimmer", "metallic"])


EyebrowMode = TypeAliasType("EyebrowMode", Literal["shape", "color"])


class EyebrowPattern(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: EyebrowMode
    name: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    curvature: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    thickness: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    definition: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


EyebrowTexture = TypeAliasType("EyebrowTexture", Literal["matte", "shimmer"])


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


class FaceFeatures(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    cheekbones: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    jaw: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    face_reshape: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    face_reshape_left: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    face_reshape_right: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    face_width: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    chin_reshape: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    chin_reshape_left: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    chin_reshape_right: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    chin_length: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    eye_size: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    eye_size_left: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    eye_size_right: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    eye_distance: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    eye_angle: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    eye_height: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    eye_width: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    nose_bridge_width: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    nose_lift: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    nose_size: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    nose_tip: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    nose_tip_width: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    nose_wing: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    lip_size: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    lip_width: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    lip_peak: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    lip_height_top: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    lip_height_bottom: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None


class FaceLiftFeatures(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    eye_bag: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    cheek: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    forehead: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shape: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    mouth: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


FaceLiftKind = TypeAliasType("FaceLiftKind", Literal["custom", "auto"])


class FacePair(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    index: Annotated[int, Field(ge=-1)]
    position: Annotated[int, Field(ge=-1)]


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


Finger = TypeAliasType("Finger", Literal["thumb", "index", "middle", "ring", "pinky"])


class FoundationPalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(min_length=1)]
    colorIntensity: Annotated[int, Field(ge=0, le=100)]
    glowIntensity: Annotated[int, Field(ge=0, le=100)]
    coverageIntensity: Annotated[int, Field(ge=0, le=100)]


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


class HighlighterPalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(min_length=1)]
    glowIntensity: Annotated[int, Field(ge=0, le=100)]
    shimmerIntensity: Annotated[int, Field(ge=0, le=100)]
    shimmerDensity: Annotated[int, Field(ge=0, le=100)]
    shimmerSize: Annotated[int, Field(ge=0, le=100)]
    colorIntensity: Annotated[int, Field(ge=0, le=100)]


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


LipLinerTexture = TypeAliasType("LipLinerTexture", Literal["matte", "satin"])


class LipMorphology(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    fullness: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    wrinkless: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


LipStyleKind = TypeAliasType("LipStyleKind", Literal["full", "ombre", "twoTone"])


LipTexture = TypeAliasType(
    "LipTexture", Literal["matte", "gloss", "holographic", "metallic", "satin", "sheer", "shimmer"]
)


class MakeupColor(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(min_length=1)]
    colorIntensity: Annotated[int, Field(ge=0, le=100)]


class MakeupPattern(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: Annotated[str, Field(min_length=1)]


NailEffectKind = TypeAliasType("NailEffectKind", Literal["nail_polish", "press_on_nails"])


NailShape = TypeAliasType(
    "NailShape",
    Literal[
        "square_oval",
        "square_square",
        "square_squoval",
        "squoval_oval",
        "squoval_square",
        "squoval_squoval",
        "oval_oval",
        "oval_square",
        "oval_squoval",
        "almond_oval",
        "almond_square",
        "almond_squoval",
        "stiletto_oval",
        "stiletto_square",
        "stiletto_squoval",
    ],
)


NailTexture = TypeAliasType(
    "NailTexture",
    Literal[
        "matte", "cream", "metallic", "jelly", "sheer", "pearl", "textured", "shimmer_coarse", "shimmer_fine"
    ],
)


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


class RunAbsRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    mode: Annotated[AbsMode | None, NotNull] = None
    intensity: Annotated[AbsIntensity | None, NotNull] = None


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


class RunBodyReshapeRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    version: EffectVersion
    index: Annotated[Annotated[int | None, Field(ge=0)], NotNull] = None
    features: BodyFeatures


class RunBreastRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    intensity: Annotated[BreastIntensity | None, NotNull] = None


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


RefFileId = TypeAliasType("RefFileId", Annotated[str, Field(min_length=1)])


class RunFaceSwapRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_ids: Annotated[list[RefFileId], Field(min_length=1)]
    face_mapping: Annotated[list[FacePair], Field(min_length=1)]


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


class RunSkinSimulationRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    wrinkle: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    radiance: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    oiliness: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    acne: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    eye_bags: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    dark_circle: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    spots: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    pores: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    texture: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    redness: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None


class RunSkinToneAnalysisRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    face_angle_strictness_level: Annotated[FaceAngleStrictness | None, NotNull] = None


class RunSkinTypeRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    version: EffectVersion
    index: Annotated[Annotated[int | None, Field(ge=0)], NotNull] = None


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


class SkinMasks(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    enable_mask_overlay: Annotated[bool | None, NotNull] = None
    enable_dark_background_hd_pore: Annotated[bool | None, NotNull] = None
    color_dark_background_hd_pore: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    opacity_dark_background_hd_pore: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    enable_dark_background_hd_wrinkle: Annotated[bool | None, NotNull] = None
    color_dark_background_hd_wrinkle: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    opacity_dark_background_hd_wrinkle: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = (
        None
    )


class SkinScore(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    type: str | None = None
    ui_score: float | None = None
    raw_score: float | None = None
    region: str | None = None
    score: float | None = None
    skin_type: str | None = None
    mask_urls: list[str] | None = None


class SkinSmoothEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["skin_smooth"]
    skinSmoothStrength: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    skinSmoothColorIntensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class SkinSmoothing(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    skin_smooth_strength: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    skin_smooth_color_intensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


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
    timed: float | None = None
    timed_apply: float | None = None


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
    fitzpatrick_scale: str | None = None
    result: list[DetectedRegion] | None = None
    faces: list[DetectedFace] | None = None
    timed: float | None = None


class AnalysisState(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_status: TaskStatus | None = None
    error: str | None = None
    error_message: str | None = None
    polling_interval: int | None = None
    results: AnalysisResults | None = None


class BlushPalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(pattern="^#?[0-9A-Fa-f]{6}$")]
    texture: BlushTexture
    glowStrength: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmerColor: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    shimmerDensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    colorIntensity: Annotated[int, Field(ge=0, le=100)]


class BronzerEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["bronzer"]
    pattern: MakeupPattern
    palettes: list[MakeupColor]


class ConcealerEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["concealer"]
    palettes: Annotated[list[ConcealerPalette], Field(min_length=1)]


class ContourEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["contour"]
    pattern: MakeupPattern
    palettes: Annotated[list[MakeupColor], Field(min_length=1)]


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


class EyePalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(min_length=1)]
    texture: EyeTexture
    shimmerColor: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    shimmerIntensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    metallicIntensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    colorIntensity: Annotated[int, Field(ge=0, le=100)]


class EyebrowPalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(min_length=1)]
    colorIntensity: Annotated[int, Field(ge=0, le=100)]
    texture: EyebrowTexture
    shimmerColor: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    shimmerIntensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmerSize: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmerDensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class EyebrowsEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["eyebrows"]
    pattern: EyebrowPattern
    palettes: Annotated[list[EyebrowPalette], Field(min_length=1)]


class EyelashesEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["eyelashes"]
    pattern: MakeupPattern
    palettes: Annotated[list[MakeupColor], Field(min_length=1)]


class EyelinerEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["eye_liner"]
    pattern: MakeupPattern
    palettes: Annotated[list[EyePalette], Field(min_length=1)]


class EyeshadowEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["eye_shadow"]
    pattern: MakeupPattern
    palettes: Annotated[list[EyePalette], Field(min_length=1)]


class FoundationEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["foundation"]
    palettes: Annotated[list[FoundationPalette], Field(min_length=1)]


class HairColorPattern(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: HairColorKind
    blend_strength: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    line_offset: Annotated[Annotated[float | None, Field(ge=-0.99, le=0.99)], NotNull] = None
    coloring_section: Annotated[HairColorSection | None, NotNull] = None


class HighlighterEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["highlighter"]
    pattern: MakeupPattern
    palettes: Annotated[list[HighlighterPalette], Field(min_length=1)]


class LipLinerPalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(min_length=1)]
    texture: LipLinerTexture
    colorIntensity: Annotated[int, Field(ge=0, le=100)]
    thickness: Annotated[int, Field(ge=0, le=100)]
    smoothness: Annotated[int, Field(ge=0, le=100)]


class LipPalette(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Annotated[str, Field(min_length=1)]
    texture: LipTexture
    colorIntensity: Annotated[int, Field(ge=0, le=100)]
    gloss: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmerColor: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    shimmerIntensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmerDensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmerSize: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    transparencyIntensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class LipStyle(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: LipStyleKind
    innerColorRatio: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    blendStrength: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class ListTemplatesResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    data: TemplatePage | None = None


class NailColor(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    sub_type: Literal["color"]
    finger: Finger
    color: Annotated[str, Field(pattern="^#[A-Fa-f0-9]{6}$")]
    texture: NailTexture
    reflection: Annotated[int, Field(ge=0, le=100)]
    contrast: Annotated[int, Field(ge=0, le=100)]
    roughness: Annotated[int, Field(ge=0, le=100)]
    transparency: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmer_opacity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmer_size: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    textured_size: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shape: Annotated[NailShape | None, NotNull] = None
    length: Annotated[Annotated[float | None, Field(ge=0.8, le=2.15)], NotNull] = None


class NailDesign(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    sub_type: Literal["design"]
    finger: Finger
    ref_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    ref_file_index: Annotated[Annotated[int | None, Field(ge=0)], NotNull] = None
    texture: NailTexture
    reflection: Annotated[int, Field(ge=0, le=100)]
    contrast: Annotated[int, Field(ge=0, le=100)]
    roughness: Annotated[int, Field(ge=0, le=100)]
    transparency: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmer_opacity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    shimmer_size: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    textured_size: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class RingInfo(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: Annotated[str, Field(min_length=1)]
    parameter: Annotated[RingParameter | None, NotNull] = None


class RunFaceLiftRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    version: EffectVersion
    index: Annotated[Annotated[int | None, Field(ge=0)], NotNull] = None
    type: Annotated[FaceLiftKind | None, NotNull] = None
    features: Annotated[FaceLiftFeatures | None, NotNull] = None
    global_: Annotated[Annotated[SkinSmoothing | None, Field(alias="global")], NotNull] = None


class RunFaceReshapeRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    version: EffectVersion
    index: Annotated[Annotated[int | None, Field(ge=0)], NotNull] = None
    features: FaceFeatures
    global_: Annotated[SkinSmoothing, Field(alias="global")]


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


class RunNailsRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    version: EffectVersion
    effect_type: NailEffectKind
    effects: Annotated[list[NailColor | NailDesign], Field(min_length=1)]
    ref_file_ids: Annotated[Annotated[list[RefFileId] | None, Field(min_length=1)], NotNull] = None


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
    miniserver_args: Annotated[SkinMasks | None, NotNull] = None
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


class BlushEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["blush"]
    pattern: MakeupPattern
    palettes: Annotated[list[BlushPalette], Field(min_length=1)]


class CreateFileResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    data: CreatedFiles | None = None


class LipColorEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["lip_color"]
    shape: MakeupPattern
    morphology: Annotated[LipMorphology | None, NotNull] = None
    style: LipStyle
    palettes: Annotated[list[LipPalette], Field(min_length=1)]


class LipLinerEffect(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    category: Literal["lip_liner"]
    pattern: MakeupPattern
    palettes: Annotated[list[LipLinerPalette], Field(min_length=1)]


class RunMakeupRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_file_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    src_file_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    version: EffectVersion
    effects: Annotated[
        list[
            SkinSmoothEffect
            | BlushEffect
            | BronzerEffect
            | ConcealerEffect
            | ContourEffect
            | EyebrowsEffect
            | EyelinerEffect
            | EyeshadowEffect
            | EyelashesEffect
            | FoundationEffect
            | HighlighterEffect
            | LipColorEffect
            | LipLinerEffect
        ],
        Field(min_length=1),
    ]


class TaskResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    data: TaskState | None = None
