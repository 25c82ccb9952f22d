"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from claid_api.validation import NotNull

Hdr = TypeAliasType("Hdr", Annotated[int, Field(ge=0, le=100)])


BlurLevel = TypeAliasType("BlurLevel", Literal["low", "medium", "high"])


BlurType = TypeAliasType("BlurType", Literal["regular", "lens"])


class BoundsFit(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["bounds"]


class CanvasFit(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["canvas"]


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


CropPosition = TypeAliasType("CropPosition", Literal["center", "smart"])


DecompressMode = TypeAliasType("DecompressMode", Literal["moderate", "strong", "auto"])


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


FitMode = TypeAliasType("FitMode", Literal["crop", "cover", "bounds", "canvas", "outpaint"])


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
    outpaint_by: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None


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


class RequestEcho(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )


Width = TypeAliasType("Width", Annotated[int, Field(ge=1)])


Width1 = TypeAliasType("Width1", Annotated[str, Field(pattern="^(auto|[1-9][0-9]*%)$")])


Height = TypeAliasType("Height", Annotated[int, Field(ge=1)])


Height1 = TypeAliasType("Height1", Annotated[str, Field(pattern="^(auto|[1-9][0-9]*%)$")])


class RgbColorSpace(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["RGB"]


class SelectiveOptions(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    object_to_keep: Annotated[str, Field(max_length=128, min_length=3)]


StorageDestination = TypeAliasType("StorageDestination", Annotated[str, Field(max_length=4096, min_length=1)])


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


class TiffFormat(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["tiff"]
    compression: Annotated[CompressionMode | LossyCompression | LosslessCompression | None, NotNull] = None


Output = TypeAliasType("Output", Annotated[str, Field(max_length=4096, min_length=1)])


class UploadedEdit(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    input: ImageObject | None = None
    output: OutputImageObject
    profiling: Profiling | None = None


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


class WebpFormat(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["webp"]
    compression: Annotated[CompressionMode | LossyCompression | LosslessCompression | None, NotNull] = None


class Adjustments(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    hdr: Annotated[Hdr | HdrOptions | None, NotNull] = None
    exposure: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    saturation: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    contrast: Annotated[Annotated[int | None, Field(ge=-100, le=100)], NotNull] = None
    sharpness: Annotated[Annotated[int | None, Field(ge=0, le=100)], NotNull] = None


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


class CmykColorSpace(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["CMYK"]
    color_profile: Annotated[CmykProfile | None, NotNull] = None


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


class Generative(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    style_transfer: Annotated[StyleTransfer | None, NotNull] = None


class OutputMetadata(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    dpi: Annotated[Annotated[int | None, Field(ge=1)], NotNull] = None
    color_space: Annotated[ColorSpace | RgbColorSpace | CmykColorSpace | None, NotNull] = None


class PhotoUpscale(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    type: Literal["photo"]
    version: PhotoUpscaleVersion


class Resizing(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    width: Annotated[Width | Width1 | None, NotNull] = None
    height: Annotated[Height | Height1 | None, NotNull] = None
    fit: Annotated[FitMode | CropFit | CoverFit | BoundsFit | CanvasFit | OutpaintFit | None, NotNull] = None


class Restorations(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    decompress: DecompressMode | None = None
    upscale: Annotated[UpscaleModel | PhotoUpscale | None, NotNull] = None
    polish: Annotated[bool | None, NotNull] = None


class UploadAndEditResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    data: UploadedEdit


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
    color: Annotated[
        Annotated[str | None, Field(pattern="^(transparent|#?([0-9A-Fa-f]{3}){1,2})$")], NotNull
    ] = None
    blur: Annotated[bool | BackgroundBlur | None, NotNull] = None


class ImageOperations(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    restorations: Annotated[Restorations | None, NotNull] = None
    adjustments: Annotated[Adjustments | None, NotNull] = None
    background: Annotated[Background | None, NotNull] = None
    resizing: Annotated[Resizing | None, NotNull] = None
    padding: Annotated[
        Annotated[str | None, Field(pattern="^[0-9]+(\\.[0-9]+)?(%|px)( [0-9]+(\\.[0-9]+)?(%|px)){0,3}$")],
        NotNull,
    ] = None
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
    output: Annotated[ImageOutputOptions | Output | None, NotNull] = None


class CreateAsyncEditRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    input: Annotated[str, Field(max_length=4096, min_length=1)]
    operations: ImageOperations
    output: Annotated[ImageOutputOptions | StorageDestination | None, NotNull] = None


class UploadAndEditRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file: bytes
    data: UploadEdit
