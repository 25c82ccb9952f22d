from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_status import TaskStatus
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.result_file import ResultFile


T = TypeVar("T", bound="TaskResult")


@_attrs_define(field_transformer=_quiet)
class TaskResult:
    """
    Attributes:
        task_id (None | str | Unset):
        status (None | TaskStatus | Unset):
        error_type (None | str | Unset): Kind of failure. No list of kinds is published.
        error_message (None | str | Unset): Why the task failed.
        files (list[ResultFile] | None | Unset): The files made; empty or missing until the task has succeeded.
        zip_file (None | ResultFile | Unset): All files in one archive, for some tasks with several.
    """

    task_id: None | str | Unset = UNSET
    status: None | TaskStatus | Unset = UNSET
    error_type: None | str | Unset = UNSET
    error_message: None | str | Unset = UNSET
    files: list[ResultFile] | None | Unset = UNSET
    zip_file: None | ResultFile | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.result_file import ResultFile  # noqa: PLC0415

        task_id: None | str | Unset
        if isinstance(self.task_id, Unset):
            task_id = UNSET
        else:
            task_id = self.task_id

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        elif isinstance(self.status, TaskStatus):
            status = self.status.value
        else:
            status = self.status

        error_type: None | str | Unset
        if isinstance(self.error_type, Unset):
            error_type = UNSET
        else:
            error_type = self.error_type

        error_message: None | str | Unset
        if isinstance(self.error_message, Unset):
            error_message = UNSET
        else:
            error_message = self.error_message

        files: list[dict[str, Any]] | None | Unset
        if isinstance(self.files, Unset):
            files = UNSET
        elif isinstance(self.files, list):
            files = []
            for files_type_0_item_data in self.files:
                files_type_0_item = files_type_0_item_data.to_dict()
                files.append(files_type_0_item)

        else:
            files = self.files

        zip_file: dict[str, Any] | None | Unset
        if isinstance(self.zip_file, Unset):
            zip_file = UNSET
        elif isinstance(self.zip_file, ResultFile):
            zip_file = self.zip_file.to_dict()
        else:
            zip_file = self.zip_file

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if task_id is not UNSET:
            field_dict["task_id"] = task_id
        if status is not UNSET:
            field_dict["status"] = status
        if error_type is not UNSET:
            field_dict["error_type"] = error_type
        if error_message is not UNSET:
            field_dict["error_message"] = error_message
        if files is not UNSET:
            field_dict["files"] = files
        if zip_file is not UNSET:
            field_dict["zip_file"] = zip_file

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.result_file import ResultFile  # noqa: PLC0415

        d = dict(src_dict)
        task_id = d.pop("task_id", UNSET)

        def _parse_status(data: object) -> None | TaskStatus | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = TaskStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TaskStatus | Unset, data)

        status = _parse_status(d.pop("status", UNSET))

        error_type = d.pop("error_type", UNSET)

        error_message = d.pop("error_message", UNSET)

        def _parse_files(data: object) -> list[ResultFile] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                files_type_0 = []
                _files_type_0 = data
                for files_type_0_item_data in _files_type_0:
                    files_type_0_item = ResultFile.from_dict(files_type_0_item_data)

                    files_type_0.append(files_type_0_item)

                return files_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ResultFile] | None | Unset, data)

        files = _parse_files(d.pop("files", UNSET))

        def _parse_zip_file(data: object) -> None | ResultFile | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                zip_file_type_0 = ResultFile.from_dict(data)

                return zip_file_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResultFile | Unset, data)

        zip_file = _parse_zip_file(d.pop("zip_file", UNSET))

        task_result = cls(
            task_id=task_id,
            status=status,
            error_type=error_type,
            error_message=error_message,
            files=files,
            zip_file=zip_file,
        )

        task_result.additional_properties = d
        return task_result

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
