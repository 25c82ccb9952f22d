from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="NewFile")


@_attrs_define(field_transformer=_quiet)
class NewFile:
    """
    Attributes:
        content_type (str): Media type of the file, such as image/jpg.
        file_name (str):
        file_size (int): Bytes. At most 10 MB for a picture.
    """

    content_type: str
    file_name: str
    file_size: int

    def to_dict(self) -> dict[str, Any]:
        content_type = self.content_type

        file_name = self.file_name

        file_size = self.file_size

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "content_type": content_type,
                "file_name": file_name,
                "file_size": file_size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        content_type = d.pop("content_type")

        file_name = d.pop("file_name")

        file_size = d.pop("file_size")

        new_file = cls(
            content_type=content_type,
            file_name=file_name,
            file_size=file_size,
        )

        return new_file
