from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="DeleteTaskRequest")


@_attrs_define(field_transformer=_quiet)
class DeleteTaskRequest:
    """
    Attributes:
        task_id (str): Id of the finished task, as its run gave it.
    """

    task_id: str

    def to_dict(self) -> dict[str, Any]:
        task_id = self.task_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "task_id": task_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        task_id = d.pop("task_id")

        delete_task_request = cls(
            task_id=task_id,
        )

        return delete_task_request
