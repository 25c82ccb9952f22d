from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.makeup_transfer_content_type import MakeupTransferContentType
from ..types import quiet as _quiet

T = TypeVar("T", bound="NewMakeupTransferFile")


@_attrs_define(field_transformer=_quiet)
class NewMakeupTransferFile:
    """
    Attributes:
        content_type (MakeupTransferContentType): MIME types a file for makeup transfer can be declared with.
        file_name (str): Name of the file.
    """

    content_type: MakeupTransferContentType
    file_name: str

    def to_dict(self) -> dict[str, Any]:
        content_type = self.content_type.value

        file_name = self.file_name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "content_type": content_type,
                "file_name": file_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        content_type = MakeupTransferContentType(d.pop("content_type"))

        file_name = d.pop("file_name")

        new_makeup_transfer_file = cls(
            content_type=content_type,
            file_name=file_name,
        )

        return new_makeup_transfer_file
