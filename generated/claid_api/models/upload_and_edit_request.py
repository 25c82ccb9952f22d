from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..types import File
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.upload_edit import UploadEdit


T = TypeVar("T", bound="UploadAndEditRequest")


@_attrs_define(field_transformer=_quiet)
class UploadAndEditRequest:
    """
    Attributes:
        file (File): The source image.
        data (UploadEdit): An edit without its input. It may be empty.
    """

    file: File
    data: UploadEdit

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "file": file,
                "data": data,
            }
        )

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", self.file.to_tuple()))

        files.append(("data", (None, json.dumps(self.data.to_dict()).encode(), "application/json")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.upload_edit import UploadEdit  # noqa: PLC0415

        d = dict(src_dict)
        file = File(payload=BytesIO(d.pop("file")))

        data = UploadEdit.from_dict(d.pop("data"))

        upload_and_edit_request = cls(
            file=file,
            data=data,
        )

        return upload_and_edit_request
