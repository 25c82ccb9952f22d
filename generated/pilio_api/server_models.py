"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from pilio_api.validation import NotBool, NotNull

AspectRatio = TypeAliasType(
    "AspectRatio",
    Literal["1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "16:9", "9:16", "21:9", "auto", "7:4"],
)


AutomaticQuality = TypeAliasType("AutomaticQuality", Literal["auto"])


class CompletedPart(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    part_number: Annotated[int, Field(ge=1)]
    etag: Annotated[str, Field(min_length=1)]


class CompletedUpload(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )


CompletedUploadMode = TypeAliasType("CompletedUploadMode", Literal["single", "multipart"])


class ConfirmUploadRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    upload_mode: CompletedUploadMode
    duration_ms: Annotated[int, Field(ge=1)]
    size: Annotated[Annotated[int | None, Field(ge=0)], NotNull] = None
    parts: Annotated[Annotated[list[CompletedPart] | None, Field(min_length=1)], NotNull] = None


ImageFileId = TypeAliasType("ImageFileId", Annotated[str, Field(min_length=1)])


class ErrorData(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    reason: str | None = None


class ErrorResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    code: int | str
    message: str | None = None
    data: ErrorData | None = None


FileStatus = TypeAliasType("FileStatus", Literal["Pending"])


GptImage25Ratio = TypeAliasType(
    "GptImage25Ratio", Literal["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"]
)


ImageResolution = TypeAliasType("ImageResolution", Literal["1K", "2K", "4K"])


IndustryType = TypeAliasType(
    "IndustryType",
    Literal[
        "portrait", "product", "human", "person", "humanv2", "goods", "commodity", "productv2", "general"
    ],
)


NanoBananaRatio = TypeAliasType(
    "NanoBananaRatio",
    Literal[
        "1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9", "1:4", "4:1", "1:8", "8:1"
    ],
)


OutputCount = TypeAliasType("OutputCount", Annotated[Literal[1, 2, 4], NotBool])


OutputQuality = TypeAliasType("OutputQuality", Literal["low", "medium", "high", "auto"])


OutputResolution = TypeAliasType("OutputResolution", Literal["0.5K", "1K", "2K", "4K"])


PdfWatermarkMode = TypeAliasType("PdfWatermarkMode", Literal["editable", "ai"])


PreprocessMode = TypeAliasType("PreprocessMode", Literal["off", "auto"])


QualityType = TypeAliasType("QualityType", Literal["original", "fast", "speed", "draft", "preview", "low"])


class Quote(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    base_credits: str | None = None
    charged_credits: str
    available_credits: str | None = None
    affordable: bool | None = None
    estimate_kind: str | None = None
    may_change_after_worker_preflight: bool | None = None
    credits_multiplier_bps: int | None = None
    blocking_code: int | None = None
    blocking_reason: str | None = None


class QuoteResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    code: int
    message: str | None = None
    data: Quote | None = None


class RemoveBackgroundRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_file_id: Annotated[str, Field(min_length=1)]
    industry_type: Annotated[IndustryType | None, NotNull] = None
    quality_type: Annotated[QualityType | None, NotNull] = None
    trim_transparent_background: Annotated[bool | None, NotNull] = None


class RemovePdfWatermarkRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    pdf_file_id: Annotated[str, Field(min_length=1)]
    mode: Annotated[PdfWatermarkMode | None, NotNull] = None


class ResultFile(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: str | None = None
    name: str | None = None
    type: str | None = None
    size: int | None = None
    download_url: str | None = None


SingleOutput = TypeAliasType("SingleOutput", Annotated[Literal[1], NotBool])


class SourceFile(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    nanoid: Annotated[str, Field(pattern="^[A-Za-z0-9_-]{21}$")]
    name: Annotated[str, Field(max_length=300, min_length=1)]
    type: Annotated[str, Field(min_length=1)]
    size: Annotated[Annotated[int | None, Field(ge=0, le=2147483648)], NotNull] = None


StorageIntent = TypeAliasType("StorageIntent", Literal["temporary", "permanent"])


TaskStatus = TypeAliasType("TaskStatus", Literal["Pending", "Processing", "Succeeded", "Failed"])


UploadMode = TypeAliasType("UploadMode", Literal["auto", "simple", "multipart"])


class UploadPart(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    url: str
    part_number: int | None = None


UpscaleMethod = TypeAliasType("UpscaleMethod", Literal["ai_super_resolution", "super_resolution", "enhance"])


UpscalePreset = TypeAliasType("UpscalePreset", Literal["auto", "hd"])


class WatermarkBox(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    x1: Annotated[int, Field(ge=0, le=100)]
    y1: Annotated[int, Field(ge=0, le=100)]
    x2: Annotated[int, Field(ge=0, le=100)]
    y2: Annotated[int, Field(ge=0, le=100)]


WatermarkMode = TypeAliasType("WatermarkMode", Literal["auto", "manual"])


class CompleteMultipartUploadRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    parts: Annotated[list[CompletedPart], Field(min_length=1)]


CompleteUploadRequest = TypeAliasType(
    "CompleteUploadRequest", CompleteMultipartUploadRequest | ConfirmUploadRequest
)


class CompleteUploadResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    code: int
    message: str | None = None
    data: CompletedUpload | None = None


class CreateFilesRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    files: Annotated[list[SourceFile], Field(max_length=500, min_length=1)]
    upload_mode: Annotated[UploadMode | None, NotNull] = None
    storage_intent: Annotated[StorageIntent | None, NotNull] = None


class CreateGptImage25Request(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=32000)], NotNull] = None
    image_file_ids: Annotated[
        Annotated[list[ImageFileId] | None, Field(max_length=16, min_length=1)], NotNull
    ] = None
    aspect_ratio: Annotated[GptImage25Ratio | None, NotNull] = None
    resolution: Annotated[ImageResolution | None, NotNull] = None
    output_count: Annotated[SingleOutput | None, NotNull] = None
    quality: Annotated[AutomaticQuality | None, NotNull] = None
    preprocess_mode: Annotated[PreprocessMode | None, NotNull] = None


class CreateGptImage2EditRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_file_ids: Annotated[list[ImageFileId], Field(max_length=16, min_length=1)]
    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=32000)], NotNull] = None
    aspect_ratio: Annotated[AspectRatio | None, NotNull] = None
    output_count: Annotated[OutputCount | None, NotNull] = None
    resolution: Annotated[OutputResolution | None, NotNull] = None
    quality: Annotated[OutputQuality | None, NotNull] = None
    preprocess_mode: Annotated[PreprocessMode | None, NotNull] = None


class CreateGptImage2GenerationRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=32000)], NotNull] = None
    aspect_ratio: AspectRatio
    output_count: Annotated[OutputCount | None, NotNull] = None
    resolution: Annotated[OutputResolution | None, NotNull] = None
    quality: Annotated[OutputQuality | None, NotNull] = None
    preprocess_mode: Annotated[PreprocessMode | None, NotNull] = None


class CreateGptImage2Request(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=32000)], NotNull] = None
    image_file_ids: Annotated[
        Annotated[list[ImageFileId] | None, Field(max_length=16, min_length=1)], NotNull
    ] = None
    aspect_ratio: Annotated[AspectRatio | None, NotNull] = None
    resolution: Annotated[OutputResolution | None, NotNull] = None
    output_count: Annotated[OutputCount | None, NotNull] = None
    quality: Annotated[OutputQuality | None, NotNull] = None
    preprocess_mode: Annotated[PreprocessMode | None, NotNull] = None


class CreateNanoBanana21Request(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=32000)], NotNull] = None
    image_file_ids: Annotated[
        Annotated[list[ImageFileId] | None, Field(max_length=14, min_length=1)], NotNull
    ] = None
    aspect_ratio: Annotated[NanoBananaRatio | None, NotNull] = None
    resolution: Annotated[ImageResolution | None, NotNull] = None
    output_count: Annotated[SingleOutput | None, NotNull] = None
    preprocess_mode: Annotated[PreprocessMode | None, NotNull] = None


class CreateNanoBanana2Request(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    negative_prompt: Annotated[Annotated[str | None, Field(max_length=32000)], NotNull] = None
    image_file_ids: Annotated[
        Annotated[list[ImageFileId] | None, Field(max_length=14, min_length=1)], NotNull
    ] = None
    aspect_ratio: Annotated[NanoBananaRatio | None, NotNull] = None
    resolution: Annotated[ImageResolution | None, NotNull] = None
    output_count: Annotated[OutputCount | None, NotNull] = None
    preprocess_mode: Annotated[PreprocessMode | None, NotNull] = None


class CreatedTask(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: str
    status: TaskStatus | None = None
    status_url: str | None = None
    result_url: str | None = None
    created_at: str | int | None = None


class FileUpload(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: str
    nanoid: str | None = None
    name: str | None = None
    type: str | None = None
    status: FileStatus | None = None
    size: int | None = None
    upload_url: str | None = None
    upload_urls: list[UploadPart | str] | None = None
    upload_id: str | None = None


class RemoveImageWatermarkRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_file_id: Annotated[str, Field(min_length=1)]
    mode: Annotated[WatermarkMode | None, NotNull] = None
    boxes: Annotated[Annotated[list[WatermarkBox] | None, Field(max_length=5, min_length=1)], NotNull] = None


class TaskCreatedResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    code: int
    message: str | None = None
    data: CreatedTask | None = None


class TaskResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: str | None = None
    status: TaskStatus | None = None
    error_type: str | None = None
    error_message: str | None = None
    files: list[ResultFile] | None = None
    zip_file: ResultFile | None = None


class TaskResultResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    code: int
    message: str | None = None
    data: TaskResult | None = None


class TaskState(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: str | None = None
    status: TaskStatus
    error_type: str | None = None
    error_message: str | None = None
    created_at: str | int | None = None
    updated_at: str | int | None = None
    result_url: str | None = None


class TaskStatusResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    code: int
    message: str | None = None
    data: TaskState | None = None


class UpscaleImageRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    image_file_id: Annotated[str, Field(min_length=1)]
    method: Annotated[UpscaleMethod | None, NotNull] = None
    preset: Annotated[UpscalePreset | None, NotNull] = None
    type: Annotated[Annotated[str | None, Field(max_length=20, min_length=1)], NotNull] = None
    enhance_face: Annotated[bool | None, NotNull] = None
    enhance_quality: Annotated[bool | None, NotNull] = None
    enhance_text: Annotated[bool | None, NotNull] = None


class CreatedFiles(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    total: int | None = None
    items: list[FileUpload]


class CreateFilesResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    code: int
    message: str | None = None
    data: CreatedFiles | None = None
