"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from picwish_api.validation import NotBool, NotNull


class BackgroundTask(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: str
    state: int | None = None
    state_detail: str | None = None
    progress: float | None = None
    image_1: str | None = None
    image_2: str | None = None
    created_at: int | str | None = None
    processed_at: int | str | None = None
    completed_at: int | str | None = None
    time_elapsed: float | None = None
    err_info: Annotated[Any | None, NotNull] = None


class BackgroundTaskResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int
    message: str | None = None
    data: BackgroundTask | None = None


class Coins(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )


class CoinsResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int
    message: str | None = None
    data: Coins | None = None


ColorizationFormat = TypeAliasType("ColorizationFormat", Literal["jpg", "jpeg", "png", "webp"])


CompressionFormat = TypeAliasType("CompressionFormat", Literal["jpg", "png", "webp"])


ConversionFormat = TypeAliasType(
    "ConversionFormat",
    Literal["pdf", "docx", "xlsx", "pptx", "jpg", "jpeg", "png", "bmp", "gif", "html", "txt", "doc-repair"],
)


CorrectionType = TypeAliasType("CorrectionType", Annotated[Literal[0, 1, 2, 3, 4], NotBool])


class CreateBackgroundRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    batch_size: Annotated[Annotated[int | None, Field(ge=1, le=2)], NotNull] = None
    prompt: Annotated[Annotated[str | None, Field(max_length=1024, min_length=1)], NotNull] = None
    scene_type: Annotated[int | None, NotNull] = None
    negative_prompt: Annotated[str | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateConversionRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    file: Annotated[bytes | None, NotNull] = None
    format: ConversionFormat
    password: Annotated[str | None, NotNull] = None
    page_range: Annotated[str | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


CropMode = TypeAliasType("CropMode", Annotated[Literal[0, 1], NotBool])


class ErrorResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | str
    message: str | None = None
    data: Annotated[Any | None, NotNull] = None


class FileTask(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: str
    state: int | None = None
    state_detail: str | None = None
    progress: float | None = None
    file: str | None = None
    created_at: int | str | None = None
    processed_at: int | str | None = None
    completed_at: int | str | None = None
    time_elapsed: float | None = None
    err_info: Annotated[Any | None, NotNull] = None


class FileTaskResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int
    message: str | None = None
    data: FileTask | None = None


Flag = TypeAliasType("Flag", Annotated[Literal[0, 1], NotBool])


class ForegroundRect(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    x: float | None = None
    y: float | None = None
    width: float | None = None
    height: float | None = None


ForegroundType = TypeAliasType("ForegroundType", Literal["", "person", "object", "stamp"])


class ImageTask(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: str
    state: int | None = None
    state_detail: str | None = None
    progress: float | None = None
    image: str | None = None
    download_time: float | None = None
    image_width: int | None = None
    image_height: int | None = None
    return_type: int | None = None
    type: int | str | None = None
    image_id: str | None = None
    created_at: int | str | None = None
    processed_at: int | str | None = None
    completed_at: int | str | None = None
    time_elapsed: float | None = None
    err_info: Annotated[Any | None, NotNull] = None


class ImageTaskResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int
    message: str | None = None
    data: ImageTask | None = None


JsonReturnType = TypeAliasType("JsonReturnType", Annotated[Literal[1, 2], NotBool])


OutputFormat = TypeAliasType("OutputFormat", Literal["png", "jpg"])


OutputType = TypeAliasType("OutputType", Annotated[Literal[1, 2, 3], NotBool])


class PackageCredits(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    remaining_credits: float | None = None
    used_credits: float | None = None


class PackageCreditsResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int
    message: str | None = None
    data: list[PackageCredits] | None = None


PdfEditKind = TypeAliasType(
    "PdfEditKind", Literal["compress", "split", "rotate", "protect", "unlock", "watermark"]
)


PdfQuality = TypeAliasType("PdfQuality", Literal["low", "medium", "high"])


class Rectangle(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    x: Annotated[int, Field(ge=0)]
    y: Annotated[int, Field(ge=0)]
    width: Annotated[int, Field(ge=1)]
    height: Annotated[int, Field(ge=1)]


ReturnType = TypeAliasType("ReturnType", Annotated[Literal[1, 2, 3], NotBool])


ScaleFactor = TypeAliasType("ScaleFactor", Annotated[Literal[1, 2, 4], NotBool])


ScaleProType = TypeAliasType("ScaleProType", Annotated[Literal[0, 1], NotBool])


ScaleType = TypeAliasType("ScaleType", Literal["clean", "face"])


class SegmentationTask(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: str
    state: int | None = None
    state_detail: str | None = None
    progress: float | None = None
    image: str | None = None
    mask: str | None = None
    created_at: int | str | None = None
    processed_at: int | str | None = None
    completed_at: int | str | None = None
    time_elapsed: float | None = None
    download_time: float | None = None
    image_width: int | None = None
    image_height: int | None = None
    return_type: int | None = None
    output_type: int | None = None
    type: str | None = None
    err_info: Annotated[Any | None, NotNull] = None
    foreground_rect: ForegroundRect | None = None


SyncMode = TypeAliasType("SyncMode", Annotated[Literal[0, 1], NotBool])


TextFormat = TypeAliasType("TextFormat", Literal["txt", "pdf", "docx", "xlsx", "pptx"])


class CreateAdvancedIdPhotoRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(max_length=512, pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    last_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    size: Annotated[str | None, NotNull] = None
    format: Annotated[OutputFormat | None, NotNull] = None
    return_type: Annotated[JsonReturnType | None, NotNull] = None
    spec_id: Annotated[int | None, NotNull] = None
    dpi: Annotated[Annotated[int | None, Field(ge=10, le=1000)], NotNull] = None
    px_width: Annotated[Annotated[int | None, Field(ge=1, le=1799)], NotNull] = None
    px_height: Annotated[Annotated[int | None, Field(ge=1, le=1799)], NotNull] = None
    mm_width: Annotated[Annotated[int | None, Field(ge=1)], NotNull] = None
    mm_height: Annotated[Annotated[int | None, Field(ge=1)], NotNull] = None
    clothes_id: Annotated[Annotated[str | None, Field(min_length=1)], NotNull] = None
    auto_bright: Annotated[Flag | None, NotNull] = None
    auto_smooth: Annotated[Flag | None, NotNull] = None
    auto_thin_face: Annotated[Flag | None, NotNull] = None
    auto_sharp: Annotated[Flag | None, NotNull] = None
    layout: Annotated[Flag | None, NotNull] = None
    preview: Annotated[Flag | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateColorizationRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    format: Annotated[ColorizationFormat | None, NotNull] = None
    return_type: Annotated[ReturnType | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateCompressionRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    format: Annotated[CompressionFormat | None, NotNull] = None
    quality: Annotated[Annotated[int | None, Field(ge=1, le=100)], NotNull] = None
    kbyte: Annotated[Annotated[int | None, Field(ge=0, le=51200)], NotNull] = None
    width: Annotated[Annotated[int | None, Field(ge=0, le=8000)], NotNull] = None
    height: Annotated[Annotated[int | None, Field(ge=0, le=8000)], NotNull] = None
    return_type: Annotated[JsonReturnType | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateCorrectionRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    type: Annotated[CorrectionType | None, NotNull] = None
    return_type: Annotated[ReturnType | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateFaceCutoutRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    crop: Annotated[CropMode | None, NotNull] = None
    output_format: Annotated[OutputFormat | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateIdPhotoRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    size: Annotated[str | None, NotNull] = None
    format: Annotated[OutputFormat | None, NotNull] = None
    bg_color: Annotated[Annotated[str | None, Field(pattern="^[0-9A-Fa-f]{6}$")], NotNull] = None
    return_type: Annotated[JsonReturnType | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateInpaintingRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    mask_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    mask_file: Annotated[bytes | None, NotNull] = None
    rectangles: Annotated[Annotated[list[Rectangle] | None, Field(max_length=50, min_length=1)], NotNull] = (
        None
    )
    sync: Annotated[SyncMode | None, NotNull] = None
    return_type: Annotated[JsonReturnType | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreatePdfEditRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    file: Annotated[bytes | None, NotNull] = None
    type: PdfEditKind
    quality: Annotated[PdfQuality | None, NotNull] = None
    pages: Annotated[str | None, NotNull] = None
    angle: Annotated[int | None, NotNull] = None
    text: Annotated[str | None, NotNull] = None
    opacity: Annotated[Annotated[float | None, Field(ge=0.0, le=1.0)], NotNull] = None
    password: Annotated[str | None, NotNull] = None
    new_password: Annotated[str | None, NotNull] = None
    owner_password: Annotated[str | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateRetouchingRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(max_length=512, pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    mask_url: Annotated[Annotated[str | None, Field(max_length=512, pattern="^https?://")], NotNull] = None
    mask_file: Annotated[bytes | None, NotNull] = None
    retain_mask_url: Annotated[
        Annotated[str | None, Field(max_length=512, pattern="^https?://")], NotNull
    ] = None
    retain_mask_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateScaleProRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(max_length=512, pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    type: Annotated[ScaleProType | None, NotNull] = None
    return_type: Annotated[JsonReturnType | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateScaleRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    type: Annotated[ScaleType | None, NotNull] = None
    scale_factor: Annotated[ScaleFactor | None, NotNull] = None
    return_type: Annotated[ReturnType | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateSegmentationRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    type: Annotated[ForegroundType | None, NotNull] = None
    return_type: Annotated[ReturnType | None, NotNull] = None
    output_type: Annotated[OutputType | None, NotNull] = None
    crop: Annotated[CropMode | None, NotNull] = None
    format: Annotated[OutputFormat | None, NotNull] = None
    bg_color: Annotated[Annotated[str | None, Field(pattern="^[0-9A-Fa-f]{6}$")], NotNull] = None
    bg_image_file: Annotated[bytes | None, NotNull] = None
    bg_image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateTextRecognitionRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    image_file: Annotated[bytes | None, NotNull] = None
    language: Annotated[str | None, NotNull] = None
    password: Annotated[Annotated[str | None, Field(max_length=32)], NotNull] = None
    format: Annotated[TextFormat | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class CreateWatermarkRemovalRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None
    file: Annotated[bytes | None, NotNull] = None
    sync: Annotated[SyncMode | None, NotNull] = None
    callback_url: Annotated[Annotated[str | None, Field(pattern="^https?://")], NotNull] = None


class SegmentationResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int
    message: str | None = None
    data: SegmentationTask | None = None
