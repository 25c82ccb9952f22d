from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.new_file import NewFile


T = TypeVar("T", bound="CreateFileRequest")


@_attrs_define(field_transformer=_quiet)
class CreateFileRequest:
    """
    Attributes:
        files (list[NewFile]):
    """

    files: list[NewFile]

    def to_dict(self) -> dict[str, Any]:
        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_file import NewFile  # noqa: PLC0415

        d = dict(src_dict)
        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = NewFile.from_dict(files_item_data)

            files.append(files_item)

        create_file_request = cls(
            files=files,
        )

        return create_file_request
