from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.completed_upload_mode import CompletedUploadMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.completed_part import CompletedPart


T = TypeVar("T", bound="ConfirmUploadRequest")


@_attrs_define(field_transformer=_quiet)
class ConfirmUploadRequest:
    """The form which newer versions of the vendor's published specification ask for, after a single PUT too. The
    older form stays the default.

        Attributes:
            upload_mode (CompletedUploadMode): How the content was sent; single for upload_url, multipart for upload_urls.
            duration_ms (int): Milliseconds from the start of the upload to the end of its last PUT.
            size (int | Unset): Size in bytes as the client counted it.
            parts (list[CompletedPart] | Unset): Every part, sorted by number, from 1 without gaps. Required when
                upload_mode is multipart.
    """

    upload_mode: CompletedUploadMode
    duration_ms: int
    size: int | Unset = UNSET
    parts: list[CompletedPart] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        upload_mode = self.upload_mode.value

        duration_ms = self.duration_ms

        size = self.size

        parts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.parts, Unset):
            parts = []
            for parts_item_data in self.parts:
                parts_item = parts_item_data.to_dict()
                parts.append(parts_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "upload_mode": upload_mode,
                "duration_ms": duration_ms,
            }
        )
        if size is not UNSET:
            field_dict["size"] = size
        if parts is not UNSET:
            field_dict["parts"] = parts

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.completed_part import CompletedPart  # noqa: PLC0415

        d = dict(src_dict)
        upload_mode = CompletedUploadMode(d.pop("upload_mode"))

        duration_ms = d.pop("duration_ms")

        size = d.pop("size", UNSET)

        _parts = d.pop("parts", UNSET)
        parts: list[CompletedPart] | Unset = UNSET
        if _parts is not UNSET:
            parts = []
            for parts_item_data in _parts:
                parts_item = CompletedPart.from_dict(parts_item_data)

                parts.append(parts_item)

        confirm_upload_request = cls(
            upload_mode=upload_mode,
            duration_ms=duration_ms,
            size=size,
            parts=parts,
        )

        return confirm_upload_request
