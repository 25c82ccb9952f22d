from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="BackgroundTask")


@_attrs_define(field_transformer=_quiet)
class BackgroundTask:
    """A task that makes pictures, and the pictures once state is 1. Their names are known from a public client alone.

    Attributes:
        task_id (str):
        state (int | None | Unset): 0 queued; 1 succeeded; 2 preparing; 3 waiting; 4 processing; 5 publishing the
            result; 6 processing in a
            loop; any other positive number is taken as processing. Negative numbers are failures: -1 to -17 are
            documented but for -4, -6 and -12, of which public clients name the first two; an undocumented one is a
            failure too.
        state_detail (None | str | Unset): The state in words, such as Complete.
        progress (float | None | Unset): Percent done, 0 to 100.
        image_1 (None | str | Unset): URL of the first picture, valid for an hour.
        image_2 (None | str | Unset): URL of the second picture, valid for an hour.
        created_at (int | None | str | Unset): Unix time of creation. Documented as a string, seen as an integer.
        processed_at (int | None | str | Unset): Unix time when processing began. Documented as a string, seen as an
            integer.
        completed_at (int | None | str | Unset): Unix time when processing ended. Documented as a string, seen as an
            integer.
        time_elapsed (float | None | Unset): Milliseconds of processing.
        err_info (Any | Unset): More about a failure. Its type is not documented.
    """

    task_id: str
    state: int | None | Unset = UNSET
    state_detail: None | str | Unset = UNSET
    progress: float | None | Unset = UNSET
    image_1: None | str | Unset = UNSET
    image_2: None | str | Unset = UNSET
    created_at: int | None | str | Unset = UNSET
    processed_at: int | None | str | Unset = UNSET
    completed_at: int | None | str | Unset = UNSET
    time_elapsed: float | None | Unset = UNSET
    err_info: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        task_id = self.task_id

        state: int | None | Unset
        if isinstance(self.state, Unset):
            state = UNSET
        else:
            state = self.state

        state_detail: None | str | Unset
        if isinstance(self.state_detail, Unset):
            state_detail = UNSET
        else:
            state_detail = self.state_detail

        progress: float | None | Unset
        if isinstance(self.progress, Unset):
            progress = UNSET
        else:
            progress = self.progress

        image_1: None | str | Unset
        if isinstance(self.image_1, Unset):
            image_1 = UNSET
        else:
            image_1 = self.image_1

        image_2: None | str | Unset
        if isinstance(self.image_2, Unset):
            image_2 = UNSET
        else:
            image_2 = self.image_2

        created_at: int | None | str | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        else:
            created_at = self.created_at

        processed_at: int | None | str | Unset
        if isinstance(self.processed_at, Unset):
            processed_at = UNSET
        else:
            processed_at = self.processed_at

        completed_at: int | None | str | Unset
        if isinstance(self.completed_at, Unset):
            completed_at = UNSET
        else:
            completed_at = self.completed_at

        time_elapsed: float | None | Unset
        if isinstance(self.time_elapsed, Unset):
            time_elapsed = UNSET
        else:
            time_elapsed = self.time_elapsed

        err_info = self.err_info

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "task_id": task_id,
            }
        )
        if state is not UNSET:
            field_dict["state"] = state
        if state_detail is not UNSET:
            field_dict["state_detail"] = state_detail
        if progress is not UNSET:
            field_dict["progress"] = progress
        if image_1 is not UNSET:
            field_dict["image_1"] = image_1
        if image_2 is not UNSET:
            field_dict["image_2"] = image_2
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if processed_at is not UNSET:
            field_dict["processed_at"] = processed_at
        if completed_at is not UNSET:
            field_dict["completed_at"] = completed_at
        if time_elapsed is not UNSET:
            field_dict["time_elapsed"] = time_elapsed
        if err_info is not UNSET:
            field_dict["err_info"] = err_info

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        task_id = d.pop("task_id")

        state = d.pop("state", UNSET)

        state_detail = d.pop("state_detail", UNSET)

        progress = d.pop("progress", UNSET)

        image_1 = d.pop("image_1", UNSET)

        image_2 = d.pop("image_2", UNSET)

        created_at = d.pop("created_at", UNSET)

        processed_at = d.pop("processed_at", UNSET)

        completed_at = d.pop("completed_at", UNSET)

        time_elapsed = d.pop("time_elapsed", UNSET)

        err_info = d.pop("err_info", UNSET)

        background_task = cls(
            task_id=task_id,
            state=state,
            state_detail=state_detail,
            progress=progress,
            image_1=image_1,
            image_2=image_2,
            created_at=created_at,
            processed_at=processed_at,
            completed_at=completed_at,
            time_elapsed=time_elapsed,
            err_info=err_info,
        )

        background_task.additional_properties = d
        return background_task

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
