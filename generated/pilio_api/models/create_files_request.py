from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.storage_intent import StorageIntent
from ..models.upload_mode import UploadMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.source_file import SourceFile


T = TypeVar("T", bound="CreateFilesRequest")


@_attrs_define(field_transformer=_quiet)
class CreateFilesRequest:
    """
    Attributes:
        files (list[SourceFile]):
        upload_mode (UploadMode | Unset): How the content will be sent. auto lets the server choose by size; simple
            gives one URL; multipart gives one a part.
        storage_intent (StorageIntent | Unset): How long the file is meant to be kept. Inputs of tasks are usually
            temporary.
    """

    files: list[SourceFile]
    upload_mode: UploadMode | Unset = UNSET
    storage_intent: StorageIntent | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        upload_mode: str | Unset = UNSET
        if not isinstance(self.upload_mode, Unset):
            upload_mode = self.upload_mode.value

        storage_intent: str | Unset = UNSET
        if not isinstance(self.storage_intent, Unset):
            storage_intent = self.storage_intent.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "files": files,
            }
        )
        if upload_mode is not UNSET:
            field_dict["upload_mode"] = upload_mode
        if storage_intent is not UNSET:
            field_dict["storage_intent"] = storage_intent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.source_file import SourceFile  # noqa: PLC0415

        d = dict(src_dict)
        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = SourceFile.from_dict(files_item_data)

            files.append(files_item)

        _upload_mode = d.pop("upload_mode", UNSET)
        upload_mode: UploadMode | Unset
        if isinstance(_upload_mode, Unset):
            upload_mode = UNSET
        else:
            upload_mode = UploadMode(_upload_mode)

        _storage_intent = d.pop("storage_intent", UNSET)
        storage_intent: StorageIntent | Unset
        if isinstance(_storage_intent, Unset):
            storage_intent = UNSET
        else:
            storage_intent = StorageIntent(_storage_intent)

        create_files_request = cls(
            files=files,
            upload_mode=upload_mode,
            storage_intent=storage_intent,
        )

        return create_files_request
