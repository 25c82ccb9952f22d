"""The request schemas as TypedDicts: the types of nested options."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

BackgroundKind: TypeAlias = Literal["prompt", "template"]
"""
Whether prompt or template_id says what the background is.
"""


BagStyle: TypeAlias = Literal[
    "random", "style_parisian_chic", "style_urban_chic", "style_mediterranean_chic", "style_art_deco_style"
]
"""
Look of the result; `random` if absent.
"""


class DeleteTaskRequest(TypedDict):
    task_id: str
    """
    Id of the finished task, as its run gave it.
    """


EffectVersion: TypeAlias = Literal["1.0"]
"""
Version of the effect.
"""


EnhanceScale: TypeAlias = Literal[1, 2, 4]
"""
How many times as wide and high.
"""


FaceAngleStrictness: TypeAlias = Literal["strict", "high", "medium", "low", "flexible"]
"""
How straight the face must look; `high` if absent.
"""


FaceFeature: TypeAlias = Literal[
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
]
"""
What to look at.
"""


GarmentCategory: TypeAlias = Literal["full_body", "lower_body", "upper_body", "shoes", "auto", "outer"]
"""
What kind of garment the reference shows.
"""


Gender: TypeAlias = Literal["female", "male"]
"""
Gender of the person in the picture.
"""


HairColorKind: TypeAlias = Literal["ombre", "full"]
"""
One colour, or two from the roots to the tips.
"""


class HairColorPalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    color_intensity: NotRequired[int]
    """
    How strong the colour is.
    """
    shine_intensity: NotRequired[int]
    """
    How much the hair shines.
    """


HairColorSection: TypeAlias = Literal["top"]
"""
Where the second colour begins.
"""


HairColorSource: TypeAlias = Literal["ref", "src"]
"""
Whose colour the hair has: the reference's (`ref`, if absent) or the picture's.
"""


HatStyle: TypeAlias = Literal[
    "random",
    "style_sporty_casual",
    "style_urban_fashion",
    "style_vacation_casual",
    "style_warm_cozy",
    "style_bohemian",
]
"""
Outfit and background of the result; `random` if absent.
"""


ImageModel: TypeAlias = Literal["youcam-image-v2"]
"""
The model.
"""


ImageSize: TypeAlias = Literal["1664*928", "1472*1104", "1328*1328", "1104*1472", "928*1664"]
"""
Width and height in pixels; 1664*928 if absent.
"""


class LensEffect(TypedDict):
    intensity: int
    """
    How strong the lens's colour is.
    """
    enlargement: NotRequired[int]
    """
    How much larger the iris becomes; 0 if absent.
    """
    skin_smooth_strength: NotRequired[int]
    """
    How smooth the skin becomes; 50 if absent.
    """
    skin_smooth_color_intensity: NotRequired[int]
    """
    How even the skin's colour becomes; 50 if absent.
    """


class NewFile(TypedDict):
    content_type: str
    """
    Media type of the file, such as image/jpg.
    """
    file_name: str
    file_size: int
    """
    Bytes. At most 10 MB for a picture.
    """


class ObjectInfo(TypedDict):
    name: str
    """
    The file id of the product's picture once more.
    """


PersonFilter: TypeAlias = Literal["off", "normal", "strict"]
"""
Whether pictures of several people are refused; `off` if absent.
"""


class PortraitRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    template_id: str
    """
    Id of a template that the list of the feature has.
    """
    output_count: int
    """
    How many pictures to make.
    """


class ReferenceRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_id: NotRequired[str]
    """
    File id of the reference.
    """
    ref_file_url: NotRequired[str]
    """
    Public URL of the reference; excludes ref_file_id.
    """


RingAnchorPointItem: TypeAlias = list[int]


class RingParameter(TypedDict):
    ring_need_remove_background: NotRequired[bool]
    """
    Whether to cut the ring out of its picture; true if absent.
    """
    ring_anchor_point: NotRequired[list[RingAnchorPointItem]]
    """
    The two points of the ring's inner edge that are furthest apart, each as x and y in pixels.
    """
    ring_wearing_finger: NotRequired[int]
    """
    The finger, from 0 for the thumb to 4 for the little one.
    """
    ring_wearing_location: NotRequired[float]
    """
    Where on the finger: 0 is its base, 1 the first knuckle.
    """
    ring_shadow_intensity: NotRequired[float]
    """
    How dark the shadow is; 0.15 if absent.
    """
    ring_ambient_light_intensity: NotRequired[float]
    """
    How much of the picture's light the ring takes; 1 if absent.
    """


class RunBackgroundBlurRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    intensity: NotRequired[int]
    """
    How blurred: 0 is not at all; 50 if absent.
    """


class RunBackgroundChangeRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    type: NotRequired[BackgroundKind]
    prompt: NotRequired[str]
    """
    The background in words.
    """
    template_id: NotRequired[str]
    """
    Id of a template that the list of the feature has.
    """


class RunBagRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_id: NotRequired[str]
    """
    File id of the reference.
    """
    ref_file_url: NotRequired[str]
    """
    Public URL of the reference; excludes ref_file_id.
    """
    gender: Gender
    style: NotRequired[BagStyle]


class RunClothesRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_id: NotRequired[str]
    """
    File id of the reference.
    """
    ref_file_url: NotRequired[str]
    """
    Public URL of the reference; excludes ref_file_id.
    """
    garment_category: GarmentCategory
    change_shoes: NotRequired[bool]
    """
    Whether the shoes may change too; true if absent.
    """
    filter_multi_person: NotRequired[PersonFilter]


class RunEnhanceRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    scale: EnhanceScale


class RunEyeColorRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_id: NotRequired[str]
    """
    File id of the reference.
    """
    ref_file_url: NotRequired[str]
    """
    Public URL of the reference; excludes ref_file_id.
    """
    version: EffectVersion
    effect: LensEffect


class RunFaceAnalysisRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    features: list[FaceFeature]
    """
    What to tell: up to 5 cost 10 credits, 6 to 14 cost 20, and more of them 30, which is counted.
    """
    face_angle_strictness_level: NotRequired[FaceAngleStrictness]


class RunHairstyleRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_id: NotRequired[str]
    """
    File id of the reference.
    """
    ref_file_url: NotRequired[str]
    """
    Public URL of the reference; excludes ref_file_id.
    """
    template_id: NotRequired[str]
    """
    Id of a template that the list of the feature has.
    """
    hair_color: NotRequired[HairColorSource]


class RunHatRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_id: NotRequired[str]
    """
    File id of the reference.
    """
    ref_file_url: NotRequired[str]
    """
    Public URL of the reference; excludes ref_file_id.
    """
    gender: Gender
    style: NotRequired[HatStyle]


SrcFileId: TypeAlias = str


class RunImageEditorRequest(TypedDict):
    src_file_ids: list[SrcFileId]
    """
    File ids of the pictures, in the order in which the prompt counts them.
    """
    model: ImageModel
    prompt: str
    """
    What to change.
    """
    negative_prompt: NotRequired[str]
    """
    What the result does not show.
    """
    size: NotRequired[str]
    """
    Width and height, each from 512 to 2048 pixels, such as 1024*1536; made a multiple of 16. If absent, about 1024*1024 pixels in the ratio of the last picture.
    """
    prompt_extend: NotRequired[bool]
    """
    Whether the vendor may write the prompt out; true if absent.
    """


class RunImageExtenderRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    output_width: int
    """
    Width of the result in pixels.
    """
    output_height: int
    """
    Height of the result in pixels.
    """
    input_x: int
    """
    Pixels of the result to the left of the picture.
    """
    input_y: int
    """
    Pixels of the result above the picture.
    """
    input_width: int
    """
    Width that the picture has in the result.
    """
    input_height: int
    """
    Height that the picture has in the result.
    """
    crop_input_x: int
    """
    Pixels of the picture to leave out on its left.
    """
    crop_input_y: int
    """
    Pixels of the picture to leave out at its top.
    """
    crop_input_width: int
    """
    Width of the part of the picture to take.
    """
    crop_input_height: int
    """
    Height of the part of the picture to take.
    """


class RunImageGeneratorRequest(TypedDict):
    model: ImageModel
    prompt: str
    """
    What the image shows.
    """
    negative_prompt: NotRequired[str]
    """
    What it does not show.
    """
    size: NotRequired[ImageSize]
    prompt_extend: NotRequired[bool]
    """
    Whether the vendor may write the prompt out; true if absent.
    """


class RunObjectRemovalRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    msk_file_id: NotRequired[str]
    """
    File id of the mask.
    """
    msk_file_url: NotRequired[str]
    """
    Public URL of the mask; excludes msk_file_id.
    """


class RunObjectReplacementRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    msk_file_id: NotRequired[str]
    """
    File id of the mask.
    """
    msk_file_url: NotRequired[str]
    """
    Public URL of the mask; excludes msk_file_id.
    """
    prompt: str
    """
    What to put there.
    """


RefFileId: TypeAlias = str


class RunSkinToneAnalysisRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    face_angle_strictness_level: NotRequired[FaceAngleStrictness]


ScarfStyle: TypeAlias = Literal[
    "random",
    "style_french_elegance",
    "style_light_luxury",
    "style_cottagecore",
    "style_modern_chic",
    "style_bohemian",
]
"""
Outfit and background of the result; `random` if absent.
"""


ShoesStyle: TypeAlias = Literal[
    "random",
    "style_minimalist",
    "style_bohemian",
    "style_cottagecore",
    "style_french_elegance",
    "style_retro_fashion",
]
"""
Outfit and background of the result; `random` if absent.
"""


SkinConcern: TypeAlias = Literal[
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
]
"""
What to look at: in high definition all begin with hd_, in standard definition none does.
"""


SkinFormat: TypeAlias = Literal["zip", "json"]
"""
Masks and scores as a zip archive (if absent), or the scores as JSON with the URLs of the masks.
"""


SmileKind: TypeAlias = Literal["smile_with_teeth_visible", "closed_mouth_smile"]
"""
How to smile.
"""


class SourceInfo(TypedDict):
    name: str
    """
    The file id of the picture once more.
    """


class SourceRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """


class TemplateRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    template_id: str
    """
    Id of a template that the list of the feature has.
    """


class ThreeSidesRequest(TypedDict):
    src_file_ids: list[SrcFileId]
    """
    File ids of the front, the right and the left side of the head.
    """


class WearRequest(TypedDict):
    src_file_id: str
    """
    File id of the person's picture.
    """
    ref_file_ids: list[RefFileId]
    """
    File id of the product's picture.
    """
    source_info: SourceInfo
    object_infos: list[ObjectInfo]


class WhiteningEffect(TypedDict):
    whitening_intensity: int
    """
    How white.
    """
    skin_smooth_strength: NotRequired[int]
    """
    How smooth the skin becomes; 50 if absent.
    """
    skin_smooth_color_intensity: NotRequired[int]
    """
    How even the skin's colour becomes; 50 if absent.
    """


class CreateFileRequest(TypedDict):
    files: list[NewFile]


class HairColorPattern(TypedDict):
    name: HairColorKind
    blend_strength: NotRequired[int]
    """
    How softly the colours of an ombre meet.
    """
    line_offset: NotRequired[float]
    """
    Where the colours of an ombre meet; 0 is the middle.
    """
    coloring_section: NotRequired[HairColorSection]


class RingInfo(TypedDict):
    name: str
    """
    The file id of the ring's picture once more.
    """
    parameter: NotRequired[RingParameter]


class RunHairColorRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    preset: NotRequired[str]
    """
    One of the vendor's colours, such as Jet Black; excludes pattern and palettes.
    """
    pattern: NotRequired[HairColorPattern]
    palettes: NotRequired[list[HairColorPalette]]
    """
    One colour for a full pattern, two for an ombre.
    """


class RunRingRequest(TypedDict):
    src_file_id: str
    """
    File id of the person's picture.
    """
    ref_file_ids: list[RefFileId]
    """
    File id of the product's picture.
    """
    source_info: SourceInfo
    object_infos: list[RingInfo]


class RunScarfRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_id: NotRequired[str]
    """
    File id of the reference.
    """
    ref_file_url: NotRequired[str]
    """
    Public URL of the reference; excludes ref_file_id.
    """
    gender: Gender
    style: NotRequired[ScarfStyle]


class RunShoesRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_id: NotRequired[str]
    """
    File id of the reference.
    """
    ref_file_url: NotRequired[str]
    """
    Public URL of the reference; excludes ref_file_id.
    """
    gender: Gender
    style: NotRequired[ShoesStyle]


class RunSkinAnalysisRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    dst_actions: list[SkinConcern]
    """
    What to score.
    """
    format: NotRequired[SkinFormat]
    pf_camera_kit: NotRequired[bool]
    """
    Whether the picture comes from the vendor's camera kit.
    """


class RunSmileRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    expression_type: SmileKind


class RunTeethWhiteningRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    version: EffectVersion
    index: NotRequired[int]
    """
    Which face, counted from 0 as the vendor finds them; 0 if absent.
    """
    effect: WhiteningEffect
