"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from claid_api.validation import NotNull

Hdr = TypeAliasType("Hdr", Annotated[int, Field(ge=0, le=100)])


AiEditAspectRatio = TypeAliasType(
    "AiEditAspectRatio", Literal["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "9:21", "21:9"]
)


AiEditModel = TypeAliasType("AiEditModel", Literal["v1", "v2"])


class AiEditOptions(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: Annotated[str, Field(max_length=5000, min_length=3)]
    model: Annotated[AiEditModel | None, NotNull] = None
    aspect_ratio: Annotated[AiEditAspectRatio | None, NotNull] = None
    inference_steps: Annotated[Annotated[int | None, Field(ge=1, le=50)], NotNull] = None
    guidance_scale: Annotated[Annotated[float | None, Field(ge=1.0, le=10.0)], NotNull] = None


class BatchInput(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    source: Annotated[str, Field(max_length=4096, min_length=1)]
    recursive: Annotated[bool | None, NotNull] = None


BlurLevel = TypeAliasType("BlurLevel", Literal["low", "medium", "high"])


BlurType = TypeAliasType("BlurType", Literal["regular", "lens"])


class BoundsFit(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["bounds"]


class BucketCredentials(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    access_key: str
    secret_access_key: Annotated[str, Field(min_length=1)]


class BucketParameters(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    bucket: Annotated[str, Field(min_length=1)]
    path: Annotated[str | None, NotNull] = None
    credentials: BucketCredentials


class CanvasFit(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["canvas"]


class ChangedCredentials(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    access_key: Annotated[str | None, NotNull] = None
    secret_access_key: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None


class ChangedParameters(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    bucket: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    path: Annotated[str | None, NotNull] = None
    credentials: Annotated[ChangedCredentials | None, NotNull] = None
    base_url: Annotated[str | None, NotNull] = None


CmykProfile = TypeAliasType(
    "CmykProfile", Literal["ISO_Coated", "ISO_Uncoated", "USWeb_Coated", "USWeb_Uncoated"]
)


ColorSpace = TypeAliasType("ColorSpace", Literal["RGB", "CMYK"])


CompressionMode = TypeAliasType("CompressionMode", Literal["lossy", "lossless"])


class CoverFit(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["cover"]


Input = TypeAliasType("Input", Annotated[str, Field(max_length=4096, min_length=1)])


Input1Item = TypeAliasType("Input1Item", Annotated[str, Field(max_length=4096, min_length=1)])


Input1 = TypeAliasType("Input1", Annotated[list[Input1Item], Field(min_length=1)])


CropPosition = TypeAliasType("CropPosition", Literal["center", "smart"])


DecompressMode = TypeAliasType("DecompressMode", Literal["moderate", "strong", "auto"])


class DeletedStorage(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )


class ErrorFields(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )


ErrorType = TypeAliasType(
    "ErrorType",
    Literal[
        "auth",
        "dlvr",
        "general",
        "le",
        "survey",
        "storage",
        "image",
        "user_settings",
        "user",
        "validation",
        "analytics",
        "scene",
        "billing",
        "web",
        "runtime_settings",
        "animation",
        "custom_models",
    ],
)


FashionAspectRatio = TypeAliasType(
    "FashionAspectRatio", Literal["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9", "4:5", "5:4"]
)


ClothingItem = TypeAliasType("ClothingItem", Annotated[str, Field(max_length=4096, min_length=1)])


class FashionInput(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    clothing: Annotated[list[ClothingItem], Field(max_length=5, min_length=1)]
    model: Annotated[Annotated[str | None, Field(max_length=4096, min_length=1)], NotNull] = None


class FashionOptions(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    pose: Annotated[Annotated[str | None, Field(max_length=5000, min_length=3)], NotNull] = None
    background: Annotated[Annotated[str | None, Field(max_length=5000, min_length=3)], NotNull] = None
    aspect_ratio: Annotated[FashionAspectRatio | None, NotNull] = None


FitMode = TypeAliasType("FitMode", Literal["crop", "cover", "bounds", "canvas", "outpaint"])


GeneratedFormat = TypeAliasType("GeneratedFormat", Literal["jpeg", "png"])


class GeneratedText(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    text: str | None = None


class GenerationOptions(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    number_of_images: Annotated[Annotated[int | None, Field(ge=1, le=4)], NotNull] = None
    guidance_scale: Annotated[Annotated[float | None, Field(ge=1.0, lt=50.0)], NotNull] = None


class GuidedPrompt(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    text: Annotated[Annotated[str | None, Field(max_length=2048, min_length=3)], NotNull] = None
    generate: Annotated[bool | None, NotNull] = None
    guidelines: Annotated[Annotated[str | None, Field(max_length=1000, min_length=3)], NotNull] = None


class HdrOptions(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    intensity: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None
    stitching: Annotated[bool | None, NotNull] = None


class ImageObject(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    ext: str | None = None
    mps: float | None = None
    mime: str | None = None
    format: str | None = None
    width: int | None = None
    height: int | None = None


class JpegFormat(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["jpeg"]
    quality: Annotated[Annotated[int | None, Field(ge=1, le=100)], NotNull] = None
    progressive: Annotated[bool | None, NotNull] = None


class LosslessCompression(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["lossless"]


class LossyCompression(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["lossy"]
    quality: Annotated[Annotated[int | None, Field(ge=1, le=100)], NotNull] = None


ObjectCategory = TypeAliasType("ObjectCategory", Literal["general", "cars", "products"])


class OutpaintFit(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["outpaint"]
    feathering: Annotated[Annotated[str | None, Field(pattern="^[1-9][0-9]+[%]$|^[0-9][%]$")], NotNull] = None
    outpaint_by: Annotated[str | None, NotNull] = None


OutputFormat = TypeAliasType("OutputFormat", Literal["jpeg", "png", "webp", "avif", "tiff"])


class OutputImageObject(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    ext: str | None = None
    mps: float | None = None
    mime: str | None = None
    format: str | None = None
    width: int | None = None
    height: int | None = None
    tmp_url: str | None = None
    object_key: str | None = None
    object_bucket: str | None = None
    object_uri: str | None = None
    claid_storage_uri: str | None = None
    gcs_key: str | None = None
    gcs_bucket: str | None = None


PhotoUpscaleVersion = TypeAliasType("PhotoUpscaleVersion", Literal["1", "2", "3"])


PngCompression = TypeAliasType("PngCompression", Literal["fast", "best", "optimal"])


class PngFormat(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["png"]
    compression: Annotated[PngCompression | None, NotNull] = None


class Privacy(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    blur_car_plate: Annotated[bool | None, NotNull] = None
    identity_crop: Annotated[bool | None, NotNull] = None


class Profiling(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )


Prompt = TypeAliasType("Prompt", Annotated[str, Field(max_length=2048, min_length=3)])


class RequestEcho(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )


class RgbColorSpace(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["RGB"]


class Scene(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input: RequestEcho | None = None
    output: list[OutputImageObject]
    profiling: Profiling | None = None


SceneAspectRatio = TypeAliasType(
    "SceneAspectRatio", Literal["21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"]
)


SceneImageUrl = TypeAliasType("SceneImageUrl", Annotated[str, Field(max_length=4096, min_length=1)])


SceneModel = TypeAliasType("SceneModel", Literal["v1", "v2-beta", "v2"])


class ScenePosition(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    x: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    y: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None


ScenePreference = TypeAliasType("ScenePreference", Literal["fast", "optimal", "best"])


class SceneResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: Scene


SceneView = TypeAliasType("SceneView", Literal["auto", "top", "front"])


class SelectiveOptions(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    object_to_keep: Annotated[str, Field(max_length=128, min_length=3)]


class ShadowScene(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    effect: Literal["shadows"]
    model: Annotated[SceneModel | None, NotNull] = None
    color: Annotated[str | None, NotNull] = None
    view: Annotated[SceneView | None, NotNull] = None
    aspect_ratio: Annotated[SceneAspectRatio | None, NotNull] = None


class StorageAccess(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    access_key: str | None = None


StorageDestination = TypeAliasType("StorageDestination", Annotated[str, Field(max_length=4096, min_length=1)])


StorageName = TypeAliasType("StorageName", Annotated[str, Field(max_length=50)])


class StoragePlace(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    bucket: str | None = None
    path: str | None = None
    base_url: str | None = None
    credentials: StorageAccess | None = None


StorageType = TypeAliasType("StorageType", Literal["web_folder", "s3", "gcs"])


class StorageTypesResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: list[StorageType]


class StyleTransfer(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    style_reference_image: Annotated[str, Field(min_length=1)]
    prompt: Annotated[Annotated[str | None, Field(max_length=1024, min_length=3)], NotNull] = None
    depth_strength: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    denoising_strength: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    style_strength: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None


TaskStatus = TypeAliasType(
    "TaskStatus", Literal["ACCEPTED", "WAITING", "PROCESSING", "DONE", "ERROR", "CANCELLED", "PAUSED"]
)


TemplateMode = TypeAliasType("TemplateMode", Literal["transform", "lock", "adjust"])


TemplateView = TypeAliasType("TemplateView", Literal["top", "front"])


class TiffFormat(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["tiff"]
    compression: Annotated[CompressionMode | LossyCompression | LosslessCompression | None, NotNull] = None


UpscaleModel = TypeAliasType(
    "UpscaleModel", Literal["smart_enhance", "smart_resize", "faces", "digital_art", "photo"]
)


class ValidationIssue(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    loc: list[str | int] | None = None
    msg: str | None = None
    type: str | None = None


VideoDuration = TypeAliasType("VideoDuration", Literal["5", "10"])


Prompt2 = TypeAliasType("Prompt2", Annotated[str, Field(max_length=5000, min_length=3)])


class VideoPrompt(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    text: Annotated[Annotated[str | None, Field(max_length=5000, min_length=3)], NotNull] = None
    generate: Annotated[bool | None, NotNull] = None
    guidelines: Annotated[Annotated[str | None, Field(max_length=1000, min_length=3)], NotNull] = None


class VideoSource(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    ext: str | None = None
    mps: float | None = None
    mime: str | None = None
    format: str | None = None
    width: int | None = None
    height: int | None = None
    generated_prompt: str | None = None


class WebFolderParameters(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    base_url: str


class WebpFormat(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["webp"]
    compression: Annotated[CompressionMode | LossyCompression | LosslessCompression | None, NotNull] = None


class AbsolutePlacement(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: SceneImageUrl
    placement_type: Annotated[Literal["absolute"] | None, NotNull] = None
    rotation_degree: Annotated[Annotated[float | None, Field(ge=0.0, le=360.0)], NotNull] = None
    scale: Annotated[Annotated[float | None, Field(ge=0.01, le=1.0)], NotNull] = None
    position: Annotated[ScenePosition | None, NotNull] = None


class Adjustments(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    hdr: Annotated[Hdr | HdrOptions | None, NotNull] = None
    exposure: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    saturation: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    contrast: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    sharpness: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


class AiEditResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input_object: ImageObject | None = None
    output_objects: list[OutputImageObject] | None = None


class AvifFormat(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["avif"]
    compression: Annotated[CompressionMode | LossyCompression | LosslessCompression | None, NotNull] = None


class BackgroundBlur(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    selective: Annotated[SelectiveOptions | None, NotNull] = None
    category: Annotated[ObjectCategory | None, NotNull] = None
    type: Annotated[BlurType | None, NotNull] = None
    level: Annotated[BlurLevel | None, NotNull] = None


class BackgroundRemoval(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    clipping: Annotated[bool | None, NotNull] = None
    selective: Annotated[SelectiveOptions | None, NotNull] = None
    category: Annotated[ObjectCategory | None, NotNull] = None


class BatchEditObjects(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input_object: ImageObject | None = None
    output_object: OutputImageObject | None = None


class ChangeStorageRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: Annotated[StorageName | None, NotNull] = None
    type: Annotated[StorageType | None, NotNull] = None
    parameters: Annotated[ChangedParameters | None, NotNull] = None


class CmykColorSpace(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["CMYK"]
    color_profile: Annotated[CmykProfile | None, NotNull] = None


class CreateStorageRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: StorageName
    type: StorageType
    parameters: WebFolderParameters | BucketParameters


class CropFit(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["crop"]
    crop: Annotated[CropPosition | None, NotNull] = None


class EditError(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    error: str | None = None
    created_at: str | int | None = None
    input_object: ImageObject | None = None


class EditResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input_object: ImageObject | None = None
    output_object: OutputImageObject | None = None


class ErrorInformation(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    error_code: str | int | None = None
    error_type: ErrorType | None = None
    error_message: str | None = None
    error_details: ErrorFields | None = None


class ErrorResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    error_code: str | int | None = None
    error_type: ErrorType | None = None
    error_message: str | None = None
    error_details: ErrorFields | None = None
    detail: ErrorInformation | list[ValidationIssue] | str | None = None


class FashionResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input_objects: list[ImageObject] | None = None
    output_objects: list[OutputImageObject] | None = None


class FinishedEdit(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input: ImageObject | None = None
    output: OutputImageObject
    profiling: Profiling | None = None


class FinishedEditResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: FinishedEdit


class GenerateRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    input: Annotated[str, Field(max_length=1024, min_length=3)]
    options: Annotated[GenerationOptions | None, NotNull] = None
    output: Annotated[StorageDestination | None, NotNull] = None


class GeneratedImages(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input: GeneratedText | None = None
    output: list[OutputImageObject]
    profiling: Profiling | None = None


class GeneratedImagesResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: GeneratedImages


class GeneratedOutput(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    number_of_images: Annotated[Annotated[int | None, Field(ge=1, le=4)], NotNull] = None
    destination: Annotated[StorageDestination | None, NotNull] = None
    format: Annotated[GeneratedFormat | None, NotNull] = None


class Generative(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    style_transfer: Annotated[StyleTransfer | None, NotNull] = None


class OriginalPlacement(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: SceneImageUrl
    placement_type: Literal["original"]


class OutputMetadata(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    dpi: Annotated[int | None, NotNull] = None
    color_space: Annotated[ColorSpace | RgbColorSpace | CmykColorSpace | None, NotNull] = None


class PaddedPlacement(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: SceneImageUrl
    placement_type: Literal["padding"]
    padding: str


class PhotoUpscale(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["photo"]
    version: PhotoUpscaleVersion


class PromptScene(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: Prompt | GuidedPrompt
    model: Annotated[SceneModel | None, NotNull] = None
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=2048, min_length=3)], NotNull] = None
    steps: Annotated[Annotated[int | None, Field(ge=1, lt=50)], NotNull] = None
    color: Annotated[str | None, NotNull] = None
    aspect_ratio: Annotated[SceneAspectRatio | None, NotNull] = None
    preference: Annotated[ScenePreference | None, NotNull] = None


class Resizing(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    width: Annotated[int | str | None, NotNull] = None
    height: Annotated[int | str | None, NotNull] = None
    fit: Annotated[FitMode | CropFit | CoverFit | BoundsFit | CanvasFit | OutpaintFit | None, NotNull] = None


class Restorations(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    decompress: Annotated[DecompressMode | None, NotNull] = None
    upscale: Annotated[UpscaleModel | PhotoUpscale | None, NotNull] = None
    polish: Annotated[bool | None, NotNull] = None


class SceneOutput(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    number_of_images: Annotated[Annotated[int | None, Field(ge=1, le=4)], NotNull] = None
    destination: Annotated[StorageDestination | None, NotNull] = None
    format: Annotated[OutputFormat | JpegFormat | PngFormat | WebpFormat | AvifFormat | None, NotNull] = None


class Storage(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int
    name: str | None = None
    type: StorageType | None = None
    parameters: StoragePlace | None = None
    created_at: str | int | None = None


class StorageResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: Storage


class StoragesResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: list[Storage]


class TemplateScene(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    template_url: Annotated[str, Field(max_length=4096, min_length=1)]
    view: TemplateView
    template_mode: Annotated[TemplateMode | None, NotNull] = None
    prompt: Annotated[Prompt | GuidedPrompt | None, NotNull] = None
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=2048, min_length=3)], NotNull] = None
    steps: Annotated[Annotated[int | None, Field(ge=1, lt=50)], NotNull] = None
    color: Annotated[str | None, NotNull] = None
    model: Annotated[SceneModel | None, NotNull] = None


class VideoOptions(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: Prompt2 | VideoPrompt
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=5000, min_length=3)], NotNull] = None
    duration: Annotated[VideoDuration | None, NotNull] = None
    guidance_scale: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None


class VideoResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input_object: VideoSource | None = None
    output_object: OutputImageObject | None = None


class AiEdit(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int
    status: TaskStatus
    result_url: str | None = None
    created_at: str | int | None = None
    request: RequestEcho | None = None
    errors: list[EditError] | None = None
    result: AiEditResult | None = None


class AiEditResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: AiEdit


class AsyncEdit(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int
    status: TaskStatus
    result_url: str | None = None
    created_at: str | int | None = None
    request: RequestEcho | None = None
    errors: list[EditError] | None = None
    result: EditResult | None = None


class AsyncEditResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: AsyncEdit


class Background(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    remove: Annotated[bool | BackgroundRemoval | None, NotNull] = None
    color: Annotated[str | None, NotNull] = None
    blur: Annotated[bool | BackgroundBlur | None, NotNull] = None


class BatchEdit(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int
    status: TaskStatus
    result_url: str | None = None
    created_at: str | int | None = None
    request: RequestEcho | None = None
    errors: list[EditError] | None = None
    results: list[BatchEditObjects] | None = None


class BatchEditResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: BatchEdit


class CreateAiEditRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    input: Annotated[str, Field(max_length=4096, min_length=1)]
    options: AiEditOptions
    output: Annotated[GeneratedOutput | StorageDestination | None, NotNull] = None


class CreateFashionImageRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    input: FashionInput
    options: FashionOptions
    output: Annotated[GeneratedOutput | StorageDestination | None, NotNull] = None


class CreateSceneRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    object: OriginalPlacement | PaddedPlacement | AbsolutePlacement
    scene: ShadowScene | TemplateScene | PromptScene
    output: Annotated[SceneOutput | StorageDestination | None, NotNull] = None


class CreateVideoRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    input: Annotated[str, Field(max_length=4096, min_length=1)]
    options: VideoOptions
    output: Annotated[StorageDestination | None, NotNull] = None


class FashionImage(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int
    status: TaskStatus
    result_url: str | None = None
    created_at: str | int | None = None
    request: RequestEcho | None = None
    errors: list[EditError] | None = None
    result: FashionResult | None = None


class FashionImageResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: FashionImage


class ImageOperations(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    restorations: Annotated[Restorations | None, NotNull] = None
    adjustments: Annotated[Adjustments | None, NotNull] = None
    background: Annotated[Background | None, NotNull] = None
    resizing: Annotated[Resizing | None, NotNull] = None
    padding: Annotated[str | None, NotNull] = None
    privacy: Annotated[Privacy | None, NotNull] = None
    generative: Annotated[Generative | None, NotNull] = None


class ImageOutputOptions(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    format: Annotated[
        OutputFormat | JpegFormat | PngFormat | WebpFormat | AvifFormat | TiffFormat | None, NotNull
    ] = None
    destination: Annotated[StorageDestination | None, NotNull] = None
    metadata: Annotated[OutputMetadata | None, NotNull] = None


class UploadEdit(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    operations: Annotated[ImageOperations | None, NotNull] = None
    output: Annotated[ImageOutputOptions | StorageDestination | None, NotNull] = None


class Video(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int
    status: TaskStatus
    result_url: str | None = None
    created_at: str | int | None = None
    request: RequestEcho | None = None
    errors: list[EditError] | None = None
    result: VideoResult | None = None


class VideoResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: Video


class CreateAsyncEditRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    input: Annotated[str, Field(max_length=4096, min_length=1)]
    operations: ImageOperations
    output: Annotated[ImageOutputOptions | StorageDestination | None, NotNull] = None


class CreateBatchEditRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    input: Input | Input1 | BatchInput
    operations: ImageOperations
    output: Annotated[ImageOutputOptions | StorageDestination | None, NotNull] = None


class UploadAndEditRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file: bytes
    data: UploadEdit
