"""The request schemas as TypedDicts: the types of nested options."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

AiEditAspectRatio: TypeAlias = Literal["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "9:21", "21:9"]


AiEditModel: TypeAlias = Literal["v1", "v2"]
"""
The vendor takes v2 if it is left out.
"""


class AiEditOptions(TypedDict):
    prompt: str
    """
    What to change.
    """
    model: NotRequired[AiEditModel]
    aspect_ratio: NotRequired[AiEditAspectRatio]
    inference_steps: NotRequired[int]
    """
    Steps of refinement.
    """
    guidance_scale: NotRequired[float]
    """
    How closely to follow the prompt.
    """


class BatchInput(TypedDict):
    source: str
    """
    URI of a file or of a folder in a connected storage.
    """
    recursive: NotRequired[bool]
    """
    Whether folders inside the folder count too. The vendor takes false if it is left out.
    """


BlurLevel: TypeAlias = Literal["low", "medium", "high"]
"""
The vendor takes medium if it is left out.
"""


BlurType: TypeAlias = Literal["regular", "lens"]
"""
The vendor takes regular if it is left out.
"""


class BoundsFit(TypedDict):
    type: Literal["bounds"]


class BucketCredentials(TypedDict):
    access_key: str
    """
    Id of the access key.
    """
    secret_access_key: str
    """
    The secret of the access key.
    """


class BucketParameters(TypedDict):
    bucket: str
    """
    Name of the bucket.
    """
    path: NotRequired[str]
    """
    Folder in the bucket; the vendor takes all of it if it is left out.
    """
    credentials: BucketCredentials


class CanvasFit(TypedDict):
    type: Literal["canvas"]


class ChangedCredentials(TypedDict):
    access_key: NotRequired[str]
    """
    Id of the access key.
    """
    secret_access_key: NotRequired[str]
    """
    The secret of the access key.
    """


class ChangedParameters(TypedDict):
    bucket: NotRequired[str]
    """
    Name of the bucket.
    """
    path: NotRequired[str]
    """
    Folder in the bucket.
    """
    credentials: NotRequired[ChangedCredentials]
    base_url: NotRequired[str]
    """
    Address of a web folder.
    """


CmykProfile: TypeAlias = Literal["ISO_Coated", "ISO_Uncoated", "USWeb_Coated", "USWeb_Uncoated"]
"""
The vendor takes USWeb_Coated if it is left out.
"""


ColorSpace: TypeAlias = Literal["RGB", "CMYK"]


CompressionMode: TypeAlias = Literal["lossy", "lossless"]
"""
Whether the encoder may lose detail.
"""


class CoverFit(TypedDict):
    type: Literal["cover"]


InputItem: TypeAlias = str


CropPosition: TypeAlias = Literal["center", "smart"]
"""
Which part of the image is kept.
"""


DecompressMode: TypeAlias = Literal["moderate", "strong", "auto"]
"""
How much of the traces of JPEG compression to remove.
"""


FashionAspectRatio: TypeAlias = Literal[
    "1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9", "4:5", "5:4"
]


ClothingItem: TypeAlias = str


class FashionInput(TypedDict):
    clothing: list[ClothingItem]
    """
    URLs or storage URIs of the clothes.
    """
    model: NotRequired[str]
    """
    URL or storage URI of who wears them.
    """


class FashionOptions(TypedDict):
    pose: NotRequired[str]
    """
    The vendor takes "full body, front view, neutral stance, arms relaxed" if it is left out.

    """
    background: NotRequired[str]
    """
    The vendor takes "minimalistic studio background" if it is left out.
    """
    aspect_ratio: NotRequired[FashionAspectRatio]


FitMode: TypeAlias = Literal["crop", "cover", "bounds", "canvas", "outpaint"]
"""
crop fills the size and cuts what exceeds it; cover fills it without cutting; bounds stays within it; canvas
fills the rest with background; outpaint invents the rest. The vendor takes crop if it is left out.

"""


GeneratedFormat: TypeAlias = Literal["jpeg", "png"]
"""
The vendor makes png if it is left out.
"""


class GenerationOptions(TypedDict):
    number_of_images: NotRequired[int]
    """
    The vendor makes 4 if it is left out.
    """
    guidance_scale: NotRequired[float]
    """
    How closely to follow the text. The vendor takes 5 if it is left out.
    """


class GuidedPrompt(TypedDict):
    """
    A text, or one that the vendor writes, which costs 0.5 credits a request more.
    """

    text: NotRequired[str]
    """
    The text.
    """
    generate: NotRequired[bool]
    """
    Whether the vendor writes it. The vendor takes false if it is left out.
    """
    guidelines: NotRequired[str]
    """
    What the vendor should heed in writing it.
    """


class HdrOptions(TypedDict):
    intensity: NotRequired[int]
    """
    The vendor takes 100 if it is left out.
    """
    stitching: NotRequired[bool]
    """
    The vendor takes false if it is left out.
    """


class JpegFormat(TypedDict):
    type: Literal["jpeg"]
    quality: NotRequired[int]
    """
    The vendor takes 85 if it is left out.
    """
    progressive: NotRequired[bool]
    """
    The vendor takes true if it is left out.
    """


class LosslessCompression(TypedDict):
    type: Literal["lossless"]


class LossyCompression(TypedDict):
    type: Literal["lossy"]
    quality: NotRequired[int]
    """
    Left out, the vendor takes 75 for webp and tiff and 50 for avif.
    """


ObjectCategory: TypeAlias = Literal["general", "cars", "products"]
"""
What the subject is.
"""


class OutpaintFit(TypedDict):
    type: Literal["outpaint"]
    feathering: NotRequired[str]
    """
    Width of the transition in percent. The vendor takes 15% if it is left out.
    """
    outpaint_by: NotRequired[str]
    """
    How far to extend the image, in percent or pixels: one value for all sides or one each for width and height,
    such as 10%, 5% 15%, 1024px or 0px 1024px. If it is left out, the image is extended in one direction, to
    the width and height given.

    """


OutputFormat: TypeAlias = Literal["jpeg", "png", "webp", "avif", "tiff"]
"""
The vendor takes jpeg if it is left out.
"""


PhotoUpscaleVersion: TypeAlias = Literal["1", "2", "3"]
"""
Version of the photo model.
"""


PngCompression: TypeAlias = Literal["fast", "best", "optimal"]
"""
The vendor takes optimal if it is left out.
"""


class PngFormat(TypedDict):
    type: Literal["png"]
    compression: NotRequired[PngCompression]


class Privacy(TypedDict):
    blur_car_plate: NotRequired[bool]
    """
    The vendor takes false if it is left out.
    """
    identity_crop: NotRequired[bool]
    """
    The vendor takes false if it is left out.
    """


class RgbColorSpace(TypedDict):
    type: Literal["RGB"]


SceneAspectRatio: TypeAlias = Literal["21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"]
"""
The vendor takes 1:1 if it is left out.
"""


SceneImageUrl: TypeAlias = str
"""
URL of the object's image.
"""


SceneModel: TypeAlias = Literal["v1", "v2-beta", "v2"]
"""
The vendor takes v1 if it is left out.
"""


class ScenePosition(TypedDict):
    """
    Where the middle of the object is. The vendor takes 0.5 for what is left out.
    """

    x: NotRequired[float]
    """
    0 is the left edge, 1 the right one.
    """
    y: NotRequired[float]
    """
    0 is the lower edge, 1 the upper one.
    """


ScenePreference: TypeAlias = Literal["fast", "optimal", "best"]
"""
Speed or quality. The vendor takes optimal if it is left out.
"""


SceneView: TypeAlias = Literal["auto", "top", "front"]
"""
Where the object is seen from. The vendor takes auto if it is left out.
"""


class SelectiveOptions(TypedDict):
    object_to_keep: str
    """
    The object in words, such as dog.
    """


class ShadowScene(TypedDict):
    effect: Literal["shadows"]
    model: NotRequired[SceneModel]
    color: NotRequired[str]
    """
    Background as a hex colour, or transparent.
    """
    view: NotRequired[SceneView]
    aspect_ratio: NotRequired[SceneAspectRatio]


StorageDestination: TypeAlias = str


StorageName: TypeAlias = str
"""
Name of the storage in addresses, as ``storage://name/path``.
"""


StorageType: TypeAlias = Literal["web_folder", "s3", "gcs"]
"""
Amazon S3, Google Cloud Storage, or a folder on the web.
"""


class StyleTransfer(TypedDict):
    style_reference_image: str
    """
    URL or storage URI of the image whose style is taken.
    """
    prompt: NotRequired[str]
    """
    The style in words.
    """
    depth_strength: NotRequired[float]
    """
    How far composition and shapes stay. The vendor takes 1 if it is left out.
    """
    denoising_strength: NotRequired[float]
    """
    How far colours and textures may change. The vendor takes 0.75 if it is left out.
    """
    style_strength: NotRequired[float]
    """
    How much of the style is taken. The vendor takes 0.75 if it is left out.
    """


TemplateMode: TypeAlias = Literal["transform", "lock", "adjust"]
"""
How far the template may change. The vendor takes transform if it is left out.
"""


TemplateView: TypeAlias = Literal["top", "front"]
"""
Where the template is seen from.
"""


class TiffFormat(TypedDict):
    type: Literal["tiff"]
    compression: NotRequired[CompressionMode | LossyCompression | LosslessCompression]
    """
    The vendor takes lossless if it is left out.
    """


UpscaleModel: TypeAlias = Literal["smart_enhance", "smart_resize", "faces", "digital_art", "photo"]
"""
Model that enlarges the image.
"""


VideoDuration: TypeAlias = Literal["5", "10"]
"""
Seconds, as a text. The vendor takes 5 if it is left out.
"""


class VideoPrompt(TypedDict):
    """
    A text, or one that the vendor writes.
    """

    text: NotRequired[str]
    """
    The text.
    """
    generate: NotRequired[bool]
    """
    Whether the vendor writes it. The vendor takes false if it is left out.
    """
    guidelines: NotRequired[str]
    """
    What the vendor should heed in writing it.
    """


class WebFolderParameters(TypedDict):
    base_url: str
    """
    Address of the folder.
    """


class WebpFormat(TypedDict):
    type: Literal["webp"]
    compression: NotRequired[CompressionMode | LossyCompression | LosslessCompression]


class AbsolutePlacement(TypedDict):
    image_url: SceneImageUrl
    placement_type: NotRequired[Literal["absolute"]]
    """
    How the object is placed: absolute by scale, rotation and position, original where it is in its image, or
    padding within a border. The vendor takes absolute if it is left out.

    """
    rotation_degree: NotRequired[float]
    """
    Degrees to turn the object by. The vendor takes 0 if it is left out.
    """
    scale: NotRequired[float]
    """
    Size of the object as a share of the scene. The vendor takes 1 if it is left out.
    """
    position: NotRequired[ScenePosition]


class Adjustments(TypedDict):
    """
    Colour and light. What is left out stays as it is, which 0 does too.
    """

    hdr: NotRequired[int | HdrOptions]
    """
    Intensity from 0 to 100, or options.
    """
    exposure: NotRequired[int]
    saturation: NotRequired[int]
    contrast: NotRequired[int]
    sharpness: NotRequired[int]


class AvifFormat(TypedDict):
    type: Literal["avif"]
    compression: NotRequired[CompressionMode | LossyCompression | LosslessCompression]


class BackgroundBlur(TypedDict):
    selective: NotRequired[SelectiveOptions]
    category: NotRequired[ObjectCategory]
    type: NotRequired[BlurType]
    level: NotRequired[BlurLevel]


class BackgroundRemoval(TypedDict):
    clipping: NotRequired[bool]
    """
    Clip to the bounds of the subject. The vendor does not if it is left out.
    """
    selective: NotRequired[SelectiveOptions]
    category: NotRequired[ObjectCategory]


class ChangeStorageRequest(TypedDict):
    name: NotRequired[StorageName]
    type: NotRequired[StorageType]
    parameters: NotRequired[ChangedParameters]


class CmykColorSpace(TypedDict):
    type: Literal["CMYK"]
    color_profile: NotRequired[CmykProfile]


class CreateStorageRequest(TypedDict):
    name: StorageName
    type: StorageType
    parameters: WebFolderParameters | BucketParameters
    """
    Where the storage is.
    """


class CropFit(TypedDict):
    type: Literal["crop"]
    crop: NotRequired[CropPosition]


class GenerateRequest(TypedDict):
    input: str
    """
    What to show.
    """
    options: NotRequired[GenerationOptions]
    output: NotRequired[StorageDestination]
    """
    Storage URI of the folder to write to. Without one the results are kept for a day at temporary URLs.
    """


class GeneratedOutput(TypedDict):
    number_of_images: NotRequired[int]
    """
    The vendor makes 1 if it is left out.
    """
    destination: NotRequired[StorageDestination]
    """
    Storage URI of the folder to write to. That it is a folder is a guess, for there may be several files.
    """
    format: NotRequired[GeneratedFormat]


class Generative(TypedDict):
    """
    Style transfer cannot be combined with removing or blurring the background.
    """

    style_transfer: NotRequired[StyleTransfer]


class OriginalPlacement(TypedDict):
    image_url: SceneImageUrl
    placement_type: Literal["original"]
    """
    The object stays where it is in its image.
    """


class OutputMetadata(TypedDict):
    dpi: NotRequired[int]
    """
    Dots per inch.
    """
    color_space: NotRequired[ColorSpace | RgbColorSpace | CmykColorSpace]


class PaddedPlacement(TypedDict):
    image_url: SceneImageUrl
    placement_type: Literal["padding"]
    """
    The object fills the scene but for a border.
    """
    padding: str
    """
    Border around the object, such as 10%; at most half of the size.
    """


class PhotoUpscale(TypedDict):
    type: Literal["photo"]
    version: PhotoUpscaleVersion


class PromptScene(TypedDict):
    prompt: str | GuidedPrompt
    """
    The scene, as a text or with options.
    """
    model: NotRequired[SceneModel]
    negative_prompt: NotRequired[str]
    """
    What not to show.
    """
    steps: NotRequired[int]
    """
    Steps of refinement.
    """
    color: NotRequired[str]
    """
    Hex colour to prefer.
    """
    aspect_ratio: NotRequired[SceneAspectRatio]
    preference: NotRequired[ScenePreference]


class Resizing(TypedDict):
    """
    Width and height cannot both be auto; leaving both out keeps the size.
    """

    width: NotRequired[int | str]
    """
    Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
    """
    height: NotRequired[int | str]
    """
    Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
    """
    fit: NotRequired[FitMode | CropFit | CoverFit | BoundsFit | CanvasFit | OutpaintFit]
    """
    How the image is fitted to the size.
    """


class Restorations(TypedDict):
    decompress: NotRequired[DecompressMode]
    upscale: NotRequired[UpscaleModel | PhotoUpscale]
    """
    A model, or the photo model in a given version.
    """
    polish: NotRequired[bool]
    """
    Refine details. The vendor does not if it is left out.
    """


class SceneOutput(TypedDict):
    number_of_images: NotRequired[int]
    """
    The vendor makes 4 if it is left out.
    """
    destination: NotRequired[StorageDestination]
    """
    Storage URI of the folder to write to. That it is a folder is a guess, for there may be several files.
    """
    format: NotRequired[OutputFormat | JpegFormat | PngFormat | WebpFormat | AvifFormat]
    """
    A format, or a format with its options. The vendor takes png if it is left out.
    """


class TemplateScene(TypedDict):
    template_url: str
    """
    URL of the template.
    """
    view: TemplateView
    template_mode: NotRequired[TemplateMode]
    prompt: NotRequired[str | GuidedPrompt]
    """
    What to change, as a text or with options.
    """
    negative_prompt: NotRequired[str]
    """
    What not to show.
    """
    steps: NotRequired[int]
    """
    Steps of refinement.
    """
    color: NotRequired[str]
    """
    Hex colour to prefer.
    """
    model: NotRequired[SceneModel]


class VideoOptions(TypedDict):
    prompt: str | VideoPrompt
    """
    What happens, as a text or with options.
    """
    negative_prompt: NotRequired[str]
    """
    What not to show.
    """
    duration: NotRequired[VideoDuration]
    guidance_scale: NotRequired[float]
    """
    How closely to follow the prompt. The vendor takes 0.5 if it is left out.
    """


class Background(TypedDict):
    remove: NotRequired[bool | BackgroundRemoval]
    """
    Whether to remove the background, or how.
    """
    color: NotRequired[str]
    """
    Hexadecimal colour, such as #ffffff, or transparent. A format without transparency shows white instead.

    """
    blur: NotRequired[bool | BackgroundBlur]
    """
    Whether to blur the background, or how.
    """


class CreateAiEditRequest(TypedDict):
    input: str
    """
    URL or storage URI of the image.
    """
    options: AiEditOptions
    output: NotRequired[GeneratedOutput | StorageDestination]


class CreateFashionImageRequest(TypedDict):
    input: FashionInput
    options: FashionOptions
    output: NotRequired[GeneratedOutput | StorageDestination]


class CreateSceneRequest(TypedDict):
    object: OriginalPlacement | PaddedPlacement | AbsolutePlacement
    """
    The object, and where it goes.
    """
    scene: ShadowScene | TemplateScene | PromptScene
    """
    A plain background with a shadow, a template, or a text.
    """
    output: NotRequired[SceneOutput | StorageDestination]


class CreateVideoRequest(TypedDict):
    input: str
    """
    URL or storage URI of the image.
    """
    options: VideoOptions
    output: NotRequired[StorageDestination]
    """
    Storage URI to write to. Without one the video is kept for a day at a temporary URL.
    """


class ImageOperations(TypedDict):
    restorations: NotRequired[Restorations]
    adjustments: NotRequired[Adjustments]
    background: NotRequired[Background]
    resizing: NotRequired[Resizing]
    padding: NotRequired[str]
    """
    Space around the subject: one value for all sides, two for the horizontal and vertical ones, or four in
    pixels; such as 10%, 5% 25% or 0px 400px 0px 0px. At most half of the width or height.

    """
    privacy: NotRequired[Privacy]
    generative: NotRequired[Generative]


class ImageOutputOptions(TypedDict):
    format: NotRequired[OutputFormat | JpegFormat | PngFormat | WebpFormat | AvifFormat | TiffFormat]
    """
    A format, or a format with its options.
    """
    destination: NotRequired[StorageDestination]
    """
    Storage URI to write to. Without one the result is kept for a day at a temporary URL.
    """
    metadata: NotRequired[OutputMetadata]


class UploadEdit(TypedDict):
    """
    An edit without its input. It may be empty.
    """

    operations: NotRequired[ImageOperations]
    output: NotRequired[ImageOutputOptions | StorageDestination]
    """
    Storage URI of the result, or options. The vendor makes a jpeg if it is left out.
    """


class CreateAsyncEditRequest(TypedDict):
    input: str
    """
    URL the vendor can reach, or storage://name/path. The published schema allows 4096 characters, its text 512.

    """
    operations: ImageOperations
    output: NotRequired[ImageOutputOptions | StorageDestination]
    """
    Storage URI of the result, or options. The vendor makes a jpeg if it is left out.
    """


class CreateBatchEditRequest(TypedDict):
    input: str | list[InputItem] | BatchInput
    """
    URI of a file or a folder, a list of URIs, or a folder with options.
    """
    operations: ImageOperations
    output: NotRequired[ImageOutputOptions | StorageDestination]
    """
    Storage URI of the folder of the results, or options. The vendor makes jpegs if it is left out.
    """


class UploadAndEditRequest(TypedDict):
    file: bytes
    """
    The source image.
    """
    data: UploadEdit
