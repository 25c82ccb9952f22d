"""The request schemas as TypedDicts: the types of nested options."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

AbsIntensity: TypeAlias = Literal[1, 2]
"""
How strong, 1 if absent.
"""


AbsMode: TypeAlias = Literal["Six-pack", "Vest-line"]
"""
Which muscles; `Six-pack` if absent.
"""


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


BlushTexture: TypeAlias = Literal["matte", "satin", "shimmer"]
"""
The finish.
"""


class BodyFeatures(TypedDict):
    """
    Less (below 0) and more of each; left and right are the person's, and a value for one side goes before that for both.
    """

    arm: NotRequired[float]
    breast: NotRequired[float]
    breast_left: NotRequired[float]
    breast_right: NotRequired[float]
    hip: NotRequired[float]
    hip_lift: NotRequired[float]
    leg: NotRequired[float]
    neck: NotRequired[float]
    neck_left: NotRequired[float]
    neck_right: NotRequired[float]
    shoulder: NotRequired[float]
    shoulder_left: NotRequired[float]
    shoulder_right: NotRequired[float]
    squared_shoulder: NotRequired[float]
    squared_shoulder_left: NotRequired[float]
    squared_shoulder_right: NotRequired[float]
    slim: NotRequired[float]
    taller: NotRequired[float]
    waist: NotRequired[float]
    belly: NotRequired[float]


BreastIntensity: TypeAlias = Literal[1, 2, 3]
"""
How strong, 2 if absent.
"""


class ConcealerPalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    colorIntensity: int
    """
    How strong the colour is.
    """
    colorUnderEyeIntensity: int
    """
    How strong it is under the eyes.
    """
    coverageLevel: int
    """
    How much it hides.
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


EyeTexture: TypeAlias = Literal["matte", "shimmer", "metallic"]
"""
The finish.
"""


EyebrowMode: TypeAlias = Literal["shape", "color"]
"""
Shape and colour, or the colour alone.
"""


class EyebrowPattern(TypedDict):
    type: EyebrowMode
    name: NotRequired[str]
    """
    A label of the vendor's catalogue of eyebrows, needed for a shape.
    """
    curvature: NotRequired[int]
    """
    Straighter, or more curved.
    """
    thickness: NotRequired[int]
    """
    Thinner, or thicker.
    """
    definition: NotRequired[int]
    """
    How sharp the edge is.
    """


EyebrowTexture: TypeAlias = Literal["matte", "shimmer"]
"""
The finish.
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


class FaceFeatures(TypedDict):
    """
    Less (below 0) and more of each; left and right are the person's, and a value for one side goes before that for both.
    """

    cheekbones: NotRequired[int]
    """
    Tucks them in.
    """
    jaw: NotRequired[int]
    """
    Tucks it in.
    """
    face_reshape: NotRequired[int]
    face_reshape_left: NotRequired[int]
    face_reshape_right: NotRequired[int]
    face_width: NotRequired[int]
    chin_reshape: NotRequired[int]
    chin_reshape_left: NotRequired[int]
    chin_reshape_right: NotRequired[int]
    chin_length: NotRequired[int]
    eye_size: NotRequired[int]
    eye_size_left: NotRequired[int]
    eye_size_right: NotRequired[int]
    eye_distance: NotRequired[int]
    eye_angle: NotRequired[int]
    eye_height: NotRequired[int]
    eye_width: NotRequired[int]
    nose_bridge_width: NotRequired[int]
    nose_lift: NotRequired[int]
    nose_size: NotRequired[int]
    nose_tip: NotRequired[int]
    nose_tip_width: NotRequired[int]
    nose_wing: NotRequired[int]
    lip_size: NotRequired[int]
    lip_width: NotRequired[int]
    lip_peak: NotRequired[int]
    lip_height_top: NotRequired[int]
    lip_height_bottom: NotRequired[int]


class FaceLiftFeatures(TypedDict):
    """
    How much of each.
    """

    eye_bag: NotRequired[int]
    """
    How much less of the bags under the eyes.
    """
    cheek: NotRequired[int]
    """
    How much the cheeks are lifted.
    """
    forehead: NotRequired[int]
    """
    How much the forehead is smoothed.
    """
    shape: NotRequired[int]
    """
    How much the outline is refined.
    """
    mouth: NotRequired[int]
    """
    How much the corners of the mouth are lifted.
    """


FaceLiftKind: TypeAlias = Literal["custom", "auto"]
"""
Whether the features say what is lifted (`custom`, if absent) or the vendor chooses.
"""


class FacePair(TypedDict):
    index: int
    """
    Which of the new faces, counted from 0; -1 leaves the face as it is.
    """
    position: int
    """
    Which face of the picture, counted from 0 as the pre-process finds them; -1 to leave one as it is.
    """


Finger: TypeAlias = Literal["thumb", "index", "middle", "ring", "pinky"]
"""
Which finger.
"""


class FoundationPalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    colorIntensity: int
    """
    How strong the colour is.
    """
    glowIntensity: int
    """
    How much the skin glows.
    """
    coverageIntensity: int
    """
    How much it hides.
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


class HighlighterPalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    glowIntensity: int
    shimmerIntensity: int
    shimmerDensity: int
    shimmerSize: int
    colorIntensity: int


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


LipLinerTexture: TypeAlias = Literal["matte", "satin"]
"""
The finish.
"""


class LipMorphology(TypedDict):
    fullness: NotRequired[int]
    """
    How much fuller the lips become; 0 if absent.
    """
    wrinkless: NotRequired[int]
    """
    How much smoother they become; 0 if absent.
    """


LipStyleKind: TypeAlias = Literal["full", "ombre", "twoTone"]
"""
One colour, two that blend, or two.
"""


LipTexture: TypeAlias = Literal["matte", "gloss", "holographic", "metallic", "satin", "sheer", "shimmer"]
"""
The finish.
"""


class MakeupColor(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    colorIntensity: int
    """
    How strong the colour is.
    """


class MakeupPattern(TypedDict):
    name: str
    """
    A label of the vendor's catalogue of patterns for this effect.
    """


NailEffectKind: TypeAlias = Literal["nail_polish", "press_on_nails"]
"""
Polish, or nails to be put on.
"""


NailShape: TypeAlias = Literal[
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
]
"""
Shape of tip and base.
"""


NailTexture: TypeAlias = Literal[
    "matte", "cream", "metallic", "jelly", "sheer", "pearl", "textured", "shimmer_coarse", "shimmer_fine"
]
"""
The finish. Press-on nails have the first three.
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


class RunAbsRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    mode: NotRequired[AbsMode]
    intensity: NotRequired[AbsIntensity]


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


class RunBodyReshapeRequest(TypedDict):
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
    Which person, counted from 0 as the pre-process finds them; 0 if absent.
    """
    features: BodyFeatures


class RunBreastRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    intensity: NotRequired[BreastIntensity]


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
    What to tell: up to 5 cost 10 credits, 6 to 14 cost 20, and more of them 30.
    """
    face_angle_strictness_level: NotRequired[FaceAngleStrictness]


RefFileId: TypeAlias = str


class RunFaceSwapRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    ref_file_ids: list[RefFileId]
    """
    File ids of the new faces.
    """
    face_mapping: list[FacePair]
    """
    Which new face goes where, in the order of the faces of the picture.
    """


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


class RunSkinSimulationRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    wrinkle: NotRequired[float]
    """
    Wrinkles: 0 leaves it, 1 takes the most away.
    """
    radiance: NotRequired[float]
    """
    Dullness: 0 leaves it, 1 takes the most away.
    """
    oiliness: NotRequired[float]
    """
    Shine (of this one a part of the document says that 1 adds the most): 0 leaves it, 1 takes the most away.
    """
    acne: NotRequired[float]
    """
    Acne: 0 leaves it, 1 takes the most away.
    """
    eye_bags: NotRequired[float]
    """
    Bags under the eyes: 0 leaves it, 1 takes the most away.
    """
    dark_circle: NotRequired[float]
    """
    Dark circles: 0 leaves it, 1 takes the most away.
    """
    spots: NotRequired[float]
    """
    Age spots: 0 leaves it, 1 takes the most away.
    """
    pores: NotRequired[float]
    """
    Pores: 0 leaves it, 1 takes the most away.
    """
    texture: NotRequired[float]
    """
    Uneven texture: 0 leaves it, 1 takes the most away.
    """
    redness: NotRequired[float]
    """
    Redness: 0 leaves it, 1 takes the most away.
    """


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


class RunSkinTypeRequest(TypedDict):
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
    Which face, counted from 0 as the pre-process finds them; 0 if absent.
    """


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


class SkinMasks(TypedDict):
    """
    How the masks look.
    """

    enable_mask_overlay: NotRequired[bool]
    """
    Whether they are laid over the picture, as jpg, or alone, as png (if absent).
    """
    enable_dark_background_hd_pore: NotRequired[bool]
    """
    Whether pores are shown on dark ground.
    """
    color_dark_background_hd_pore: NotRequired[str]
    """
    Its colour, such as 3D3D3D.
    """
    opacity_dark_background_hd_pore: NotRequired[float]
    """
    How opaque it is.
    """
    enable_dark_background_hd_wrinkle: NotRequired[bool]
    """
    Whether wrinkles are shown on dark ground.
    """
    color_dark_background_hd_wrinkle: NotRequired[str]
    """
    Its colour, such as 3D3D3D.
    """
    opacity_dark_background_hd_wrinkle: NotRequired[float]
    """
    How opaque it is.
    """


class SkinSmoothEffect(TypedDict):
    category: Literal["skin_smooth"]
    skinSmoothStrength: NotRequired[int]
    """
    How smooth the skin becomes; 50 if absent, and without this effect.
    """
    skinSmoothColorIntensity: NotRequired[int]
    """
    How even its colour becomes; 50 if absent, and without this effect.
    """


class SkinSmoothing(TypedDict):
    skin_smooth_strength: NotRequired[int]
    """
    How smooth the skin becomes.
    """
    skin_smooth_color_intensity: NotRequired[int]
    """
    How even the skin's colour becomes.
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


class BlushPalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    texture: BlushTexture
    glowStrength: NotRequired[int]
    """
    Needed for satin and shimmer.
    """
    shimmerColor: NotRequired[str]
    """
    Needed for shimmer, as #rrggbb.
    """
    shimmerDensity: NotRequired[int]
    """
    Needed for shimmer.
    """
    colorIntensity: int
    """
    How strong the colour is.
    """


class BronzerEffect(TypedDict):
    category: Literal["bronzer"]
    pattern: MakeupPattern
    palettes: list[MakeupColor]
    """
    One entry for each colour of the pattern.
    """


class ConcealerEffect(TypedDict):
    category: Literal["concealer"]
    palettes: list[ConcealerPalette]
    """
    One entry for each colour of the pattern.
    """


class ContourEffect(TypedDict):
    category: Literal["contour"]
    pattern: MakeupPattern
    palettes: list[MakeupColor]
    """
    One entry for each colour of the pattern.
    """


class CreateFileRequest(TypedDict):
    files: list[NewFile]


class EyePalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    texture: EyeTexture
    shimmerColor: NotRequired[str]
    """
    Needed for shimmer and metallic, as #rrggbb.
    """
    shimmerIntensity: NotRequired[int]
    """
    Needed for shimmer and metallic.
    """
    metallicIntensity: NotRequired[int]
    """
    Needed for metallic.
    """
    colorIntensity: int
    """
    How strong the colour is.
    """


class EyebrowPalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    colorIntensity: int
    """
    How strong the colour is.
    """
    texture: EyebrowTexture
    shimmerColor: NotRequired[str]
    """
    Needed for shimmer, as #rrggbb.
    """
    shimmerIntensity: NotRequired[int]
    """
    Needed for shimmer.
    """
    shimmerSize: NotRequired[int]
    """
    Needed for shimmer.
    """
    shimmerDensity: NotRequired[int]
    """
    Needed for shimmer.
    """


class EyebrowsEffect(TypedDict):
    category: Literal["eyebrows"]
    pattern: EyebrowPattern
    palettes: list[EyebrowPalette]
    """
    One entry for each colour of the pattern.
    """


class EyelashesEffect(TypedDict):
    category: Literal["eyelashes"]
    pattern: MakeupPattern
    palettes: list[MakeupColor]
    """
    One entry for each colour of the pattern.
    """


class EyelinerEffect(TypedDict):
    category: Literal["eye_liner"]
    pattern: MakeupPattern
    palettes: list[EyePalette]
    """
    One entry for each colour of the pattern.
    """


class EyeshadowEffect(TypedDict):
    category: Literal["eye_shadow"]
    pattern: MakeupPattern
    palettes: list[EyePalette]
    """
    One entry for each colour of the pattern.
    """


class FoundationEffect(TypedDict):
    category: Literal["foundation"]
    palettes: list[FoundationPalette]
    """
    One entry for each colour of the pattern.
    """


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


class HighlighterEffect(TypedDict):
    category: Literal["highlighter"]
    pattern: MakeupPattern
    palettes: list[HighlighterPalette]
    """
    One entry for each colour of the pattern.
    """


class LipLinerPalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    texture: LipLinerTexture
    colorIntensity: int
    """
    How strong the colour is.
    """
    thickness: int
    smoothness: int


class LipPalette(TypedDict):
    color: str
    """
    As #rrggbb.
    """
    texture: LipTexture
    colorIntensity: int
    """
    How strong the colour is.
    """
    gloss: NotRequired[int]
    """
    Of all but matte and satin.
    """
    shimmerColor: NotRequired[str]
    """
    Of shimmer, metallic and holographic, as #rrggbb.
    """
    shimmerIntensity: NotRequired[int]
    """
    Of shimmer, metallic and holographic.
    """
    shimmerDensity: NotRequired[int]
    """
    Of shimmer, metallic and holographic.
    """
    shimmerSize: NotRequired[int]
    """
    Of shimmer, metallic and holographic.
    """
    transparencyIntensity: NotRequired[int]
    """
    Of gloss, sheer and shimmer.
    """


class LipStyle(TypedDict):
    type: LipStyleKind
    innerColorRatio: NotRequired[int]
    """
    How far the inner colour reaches; needed for ombre.
    """
    blendStrength: NotRequired[int]
    """
    How softly the colours meet; needed for ombre.
    """


class NailColor(TypedDict):
    sub_type: Literal["color"]
    finger: Finger
    color: str
    """
    As #rrggbb.
    """
    texture: NailTexture
    reflection: int
    """
    How much light it throws back.
    """
    contrast: int
    """
    Contrast of the light on it.
    """
    roughness: int
    """
    How rough it is.
    """
    transparency: NotRequired[int]
    """
    Of polish, and needed there but for metallic.
    """
    shimmer_opacity: NotRequired[int]
    """
    Needed for pearl.
    """
    shimmer_size: NotRequired[int]
    """
    Needed for shimmer_coarse and shimmer_fine.
    """
    textured_size: NotRequired[int]
    """
    Needed for textured.
    """
    shape: NotRequired[NailShape]
    length: NotRequired[float]
    """
    Of press-on nails, and needed there.
    """


class NailDesign(TypedDict):
    sub_type: Literal["design"]
    finger: Finger
    ref_file_url: NotRequired[str]
    """
    Public URL of the design; excludes ref_file_index.
    """
    ref_file_index: NotRequired[int]
    """
    Which of ref_file_ids has the design, counted from 0.
    """
    texture: NailTexture
    reflection: int
    """
    How much light it throws back.
    """
    contrast: int
    """
    Contrast of the light on it.
    """
    roughness: int
    """
    How rough it is.
    """
    transparency: NotRequired[int]
    """
    Of polish, and needed there but for metallic.
    """
    shimmer_opacity: NotRequired[int]
    """
    Needed for pearl.
    """
    shimmer_size: NotRequired[int]
    """
    Needed for shimmer_coarse and shimmer_fine.
    """
    textured_size: NotRequired[int]
    """
    Needed for textured.
    """


class RingInfo(TypedDict):
    name: str
    """
    The file id of the ring's picture once more.
    """
    parameter: NotRequired[RingParameter]


RunFaceLiftRequest = TypedDict(
    "RunFaceLiftRequest",
    {
        "src_file_id": NotRequired[str],
        "src_file_url": NotRequired[str],
        "version": EffectVersion,
        "index": NotRequired[int],
        "type": NotRequired[FaceLiftKind],
        "features": NotRequired[FaceLiftFeatures],
        "global": NotRequired[SkinSmoothing],
    },
)


RunFaceReshapeRequest = TypedDict(
    "RunFaceReshapeRequest",
    {
        "src_file_id": NotRequired[str],
        "src_file_url": NotRequired[str],
        "version": EffectVersion,
        "index": NotRequired[int],
        "features": FaceFeatures,
        "global": SkinSmoothing,
    },
)


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


class RunNailsRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    version: EffectVersion
    effect_type: NailEffectKind
    effects: list[NailColor | NailDesign]
    """
    What each finger wears.
    """
    ref_file_ids: NotRequired[list[RefFileId]]
    """
    File ids of designs.
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
    miniserver_args: NotRequired[SkinMasks]
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


class BlushEffect(TypedDict):
    category: Literal["blush"]
    pattern: MakeupPattern
    palettes: list[BlushPalette]
    """
    One entry for each colour of the pattern.
    """


class LipColorEffect(TypedDict):
    category: Literal["lip_color"]
    shape: MakeupPattern
    morphology: NotRequired[LipMorphology]
    style: LipStyle
    palettes: list[LipPalette]
    """
    One entry for each colour of the pattern.
    """


class LipLinerEffect(TypedDict):
    category: Literal["lip_liner"]
    pattern: MakeupPattern
    palettes: list[LipLinerPalette]
    """
    One entry for each colour of the pattern.
    """


class RunMakeupRequest(TypedDict):
    src_file_id: NotRequired[str]
    """
    File id of the picture.
    """
    src_file_url: NotRequired[str]
    """
    Public URL of the picture; excludes src_file_id.
    """
    version: EffectVersion
    effects: list[
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
    ]
    """
    The effects, told apart by their category. Patterns are those of the vendor's catalogues.
    """
