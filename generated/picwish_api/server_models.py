"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from picwish_api.validation import NotBool, NotNull

CropMode = TypeAliasType("CropMode", Annotated[Literal[0, 1], NotBool])


class ErrorResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int | str
    message: str | None = None
    data: Annotated[Any | None, NotNull] = None


class ForegroundRect(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    x: float | None = None
    y: float | None = None
    width: float | None = None
    height: float | None = None


ForegroundType = TypeAliasType("ForegroundType", Literal["", "person", "object", "stamp"])


OutputFormat = TypeAliasType("OutputFormat", Literal["png", "jpg"])


OutputType = TypeAliasType("OutputType", Annotated[Literal[1, 2, 3], NotBool])


ReturnType = TypeAliasType("ReturnType", Annotated[Literal[1, 2, 3], NotBool])


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


class SegmentationResponse(BaseModel):
    model_config = ConfigDict(
        extra="allow",
    )
    status: int
    message: str | None = None
    data: SegmentationTask | None = None
