"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from perfect_api.validation import NotBool, NotNull


class Action(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Annotated[int, Field(ge=0)]


class AgingCustomInfo(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    age: int | None = None
    age_idx: int | None = None
    age_min: int | None = None
    age_max: int | None = None
    num_of_photos: int | None = None


class AgingResultFile(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    dst_id: str | None = None
    url: str | None = None
    res_age: int | None = None


class AuthenticateRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    client_id: str
    id_token: str


class AuthenticateResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    access_token: Annotated[str | None, NotNull] = None


EngineErrorCode = TypeAliasType("EngineErrorCode", str | None)


EnhanceScale = TypeAliasType("EnhanceScale", Annotated[Literal[1, 2, 4], NotBool])


class ErrorResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | None = None
    error: str | None = None
    error_code: str | None = None


FileContentType = TypeAliasType("FileContentType", Literal["image/jpg", "image/jpeg", "image/png"])


class ImageGeneratorParams(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    prompt: str
    style_group_id: int
    style_ids: Annotated[list[int], Field(max_length=1, min_length=1)]


MakeupTransferContentType = TypeAliasType(
    "MakeupTransferContentType", Literal["image/jpg", "image/jpeg", "image/png", "image/tiff", "image/gif"]
)


class MakeupTransferFileSets(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_ids: Annotated[list[str], Field(max_length=1, min_length=1)]
    ref_ids: Annotated[list[str], Field(max_length=1, min_length=1)]


class NewFile(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    content_type: FileContentType
    file_name: str


class NewMakeupTransferFile(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    content_type: MakeupTransferContentType
    file_name: str


class ObjectRemovalFileSets(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_ids: Annotated[list[str], Field(min_length=1)]
    mask_ids: Annotated[list[str], Field(min_length=1)]


OutputExtJpg = TypeAliasType("OutputExtJpg", Literal["jpg"])


OutputExtJpgOrWebp = TypeAliasType("OutputExtJpgOrWebp", Literal["jpg", "webp"])


OutputExtPngOrWebp = TypeAliasType("OutputExtPngOrWebp", Literal["png", "webp"])


class ProductRecommendation(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )


class ResultFile(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    dst_id: str | None = None
    url: str | None = None


class RunTaskResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    task_id: Annotated[str | None, NotNull] = None


class SingleSourceFileSets(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_ids: Annotated[list[str], Field(max_length=1, min_length=1)]


class SourceFileSets(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    src_ids: Annotated[list[str], Field(min_length=1)]


class StyleGroupInfo(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    title: str | None = None


class StyleInfo(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    title: str | None = None
    thumb: str | None = None


class StyleParams(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    style_group_id: int
    style_ids: Annotated[list[int], Field(max_length=1, min_length=1)]


class TaskResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: Annotated[int | None, NotNull] = None
    data: list[ResultFile] | None = None


TaskStatus = TypeAliasType("TaskStatus", Literal["running", "success", "error"])


class TaskStatusResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    polling_interval: int | None = None
    status: TaskStatus | None = None
    error: EngineErrorCode | None = None
    results: list[TaskResult] | None = None


UploadHeaders = TypeAliasType("UploadHeaders", dict[str, str | int])


class UploadRequest(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    method: Annotated[str | None, NotNull] = None
    url: Annotated[str | None, NotNull] = None
    headers: UploadHeaders | None = None


class AgingPayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file_sets: SingleSourceFileSets
    actions: Annotated[list[Action], Field(max_length=1, min_length=1)]
    output_ext: Annotated[OutputExtJpg | None, NotNull] = None


class AgingResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: Annotated[int | None, NotNull] = None
    data: list[AgingResultFile] | None = None
    custom_info: AgingCustomInfo | None = None


class AgingStatusResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    polling_interval: int | None = None
    status: TaskStatus | None = None
    error: EngineErrorCode | None = None
    results: list[AgingResult] | None = None


class AuthenticateResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: Annotated[int | None, NotNull] = None
    result: AuthenticateResult | None = None


class BackgroundRemovalPayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file_sets: SourceFileSets
    actions: Annotated[list[Action], Field(max_length=1, min_length=1)]
    output_ext: Annotated[OutputExtPngOrWebp | None, NotNull] = None


class ColorizePayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file_sets: SourceFileSets
    actions: Annotated[list[Action], Field(max_length=1, min_length=1)]
    output_ext: Annotated[OutputExtJpgOrWebp | None, NotNull] = None


class CreateFileRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    files: Annotated[list[NewFile], Field(min_length=1)]


class CreateMakeupTransferFileRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    files: Annotated[list[NewMakeupTransferFile], Field(min_length=1)]


class CreatedFile(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    content_type: str | None = None
    file_name: str | None = None
    file_id: Annotated[str | None, NotNull] = None
    requests: list[UploadRequest] | None = None


class EnhanceParams(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    scale: EnhanceScale


class ImageGeneratorAction(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Annotated[int, Field(ge=0)]
    params: ImageGeneratorParams


class ImageGeneratorPayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    actions: Annotated[list[ImageGeneratorAction], Field(max_length=1, min_length=1)]
    output_ext: Annotated[OutputExtJpg | None, NotNull] = None


class MakeupTransferPayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file_sets: MakeupTransferFileSets
    actions: Annotated[list[Action], Field(max_length=1, min_length=1)]
    output_ext: Annotated[OutputExtJpg | None, NotNull] = None


class MakeupTransferResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: Annotated[int | None, NotNull] = None
    data: list[ResultFile] | None = None
    custom_info: ProductRecommendation | None = None


class MakeupTransferStatusResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    polling_interval: int | None = None
    status: TaskStatus | None = None
    error: EngineErrorCode | None = None
    results: list[MakeupTransferResult] | None = None


class ObjectRemovalPayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file_sets: ObjectRemovalFileSets
    actions: Annotated[list[Action], Field(max_length=1, min_length=1)]
    output_ext: Annotated[OutputExtJpgOrWebp | None, NotNull] = None


class RunAgingRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[int, Field(ge=0)]
    payload: AgingPayload


class RunBackgroundRemovalRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[int, Field(ge=0)]
    payload: BackgroundRemovalPayload


class RunColorizeRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[int, Field(ge=0)]
    payload: ColorizePayload


class RunImageGeneratorRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[int, Field(ge=0)]
    payload: ImageGeneratorPayload


class RunMakeupTransferRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[int, Field(ge=0)]
    payload: MakeupTransferPayload


class RunObjectRemovalRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[int, Field(ge=0)]
    payload: ObjectRemovalPayload


class RunTaskResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: Annotated[int | None, NotNull] = None
    result: RunTaskResult | None = None


class Style(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int
    info: StyleInfo | None = None


class StyleAction(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Annotated[int, Field(ge=0)]
    params: StyleParams


class StyleGroup(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    id: int
    info: StyleGroupInfo | None = None


class StyleGroupPage(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    next_token: str | None = None
    groups: list[StyleGroup] | None = None


class StylePage(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    next_token: str | None = None
    styles: list[Style] | None = None


class TaskStatusResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: Annotated[int | None, NotNull] = None
    result: TaskStatusResult | None = None


class AgingStatusResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: Annotated[int | None, NotNull] = None
    result: AgingStatusResult | None = None


class CreateFileResult(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    files: list[CreatedFile] | None = None


class EnhanceAction(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Annotated[int, Field(ge=0)]
    params: EnhanceParams


class EnhancePayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file_sets: SourceFileSets
    actions: Annotated[list[EnhanceAction], Field(max_length=1, min_length=1)]
    output_ext: Annotated[OutputExtJpgOrWebp | None, NotNull] = None


class HairEffectPayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    actions: Annotated[list[StyleAction], Field(max_length=1, min_length=1)]
    file_sets: SourceFileSets
    output_ext: Annotated[OutputExtJpg | None, NotNull] = None


class HairstylePayload(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    file_sets: SingleSourceFileSets
    actions: Annotated[list[StyleAction], Field(max_length=1, min_length=1)]
    output_ext: Annotated[OutputExtJpg | None, NotNull] = None


class ListStyleGroupsResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: Annotated[int | None, NotNull] = None
    result: StyleGroupPage | None = None


class ListStylesResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: Annotated[int | None, NotNull] = None
    result: StylePage | None = None


class MakeupTransferStatusResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: Annotated[int | None, NotNull] = None
    result: MakeupTransferStatusResult | None = None


class RunEnhanceRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[int, Field(ge=0)]
    payload: EnhancePayload


class RunHairEffectRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[Annotated[int | None, Field(ge=0)], NotNull] = None
    payload: HairEffectPayload


class RunHairstyleRequest(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
    )
    request_id: Annotated[int, Field(ge=0)]
    payload: HairstylePayload


class CreateFileResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: Annotated[int | None, NotNull] = None
    result: CreateFileResult | None = None
