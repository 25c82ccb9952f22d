from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.file_content_type import FileContentType
from ..types import quiet as _quiet

T = TypeVar("T", bound="NewFile")


@_attrs_define(field_transformer=_quiet)
class NewFile:
    """
    Attributes:
        content_type (FileContentType): MIME types a file can be declared with.
        file_name (str): Name of the file.
    """

    content_type: FileContentType
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
        content_type = FileContentType(d.pop("content_type"))

        file_name = d.pop("file_name")

        new_file = cls(
            content_type=content_type,
            file_name=file_name,
        )

        return new_file
