from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.foreground_rect import ForegroundRect


T = TypeVar("T", bound="SegmentationTask")


@_attrs_define(field_transformer=_quiet)
class SegmentationTask:
    """A task, and its result once state is 1. The answer that creates a task holds task_id alone unless sync is 1.
    Fields beyond the vendor's page were seen in answers of a sister task or on resellers' pages.

        Attributes:
            task_id (str):
            state (int | None | Unset): 0 queued; 1 succeeded; 2 preparing; 3 waiting; 4 processing; 5 publishing the
                result; 6 processing in a
                loop; any other positive number is taken as processing. Negative numbers are failures: -1 to -17 are
                documented but for -4, -6 and -12, of which public clients name the first two; an undocumented one is a
                failure too.
            state_detail (None | str | Unset): The state in words, such as Complete.
            progress (float | None | Unset): Percent done, 0 to 100.
            image (None | str | Unset): The result as a URL valid for an hour, or as base64 with return_type 2.
            mask (None | str | Unset): The mask, in the same form as image; empty or missing if none was asked for.
            created_at (int | None | str | Unset): Unix time of creation. Documented as a string, seen as an integer.
            processed_at (int | None | str | Unset): Unix time when processing began. Documented as a string, seen as an
                integer.
            completed_at (int | None | str | Unset): Unix time when processing ended. Documented as a string, seen as an
                integer.
            time_elapsed (float | None | Unset): Milliseconds of processing.
            download_time (float | None | Unset): Time taken to fetch the source.
            image_width (int | None | Unset): Pixels.
            image_height (int | None | Unset): Pixels.
            return_type (int | None | Unset): As in the request.
            output_type (int | None | Unset): As in the request.
            type_ (None | str | Unset): As in the request.
            err_info (Any | Unset): More about a failure. Its type is not documented.
            foreground_rect (ForegroundRect | None | Unset):
    """

    task_id: str
    state: int | None | Unset = UNSET
    state_detail: None | str | Unset = UNSET
    progress: float | None | Unset = UNSET
    image: None | str | Unset = UNSET
    mask: None | str | Unset = UNSET
    created_at: int | None | str | Unset = UNSET
    processed_at: int | None | str | Unset = UNSET
    completed_at: int | None | str | Unset = UNSET
    time_elapsed: float | None | Unset = UNSET
    download_time: float | None | Unset = UNSET
    image_width: int | None | Unset = UNSET
    image_height: int | None | Unset = UNSET
    return_type: int | None | Unset = UNSET
    output_type: int | None | Unset = UNSET
    type_: None | str | Unset = UNSET
    err_info: Any | Unset = UNSET
    foreground_rect: ForegroundRect | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.foreground_rect import ForegroundRect  # noqa: PLC0415

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

        image: None | str | Unset
        if isinstance(self.image, Unset):
            image = UNSET
        else:
            image = self.image

        mask: None | str | Unset
        if isinstance(self.mask, Unset):
            mask = UNSET
        else:
            mask = self.mask

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

        download_time: float | None | Unset
        if isinstance(self.download_time, Unset):
            download_time = UNSET
        else:
            download_time = self.download_time

        image_width: int | None | Unset
        if isinstance(self.image_width, Unset):
            image_width = UNSET
        else:
            image_width = self.image_width

        image_height: int | None | Unset
        if isinstance(self.image_height, Unset):
            image_height = UNSET
        else:
            image_height = self.image_height

        return_type: int | None | Unset
        if isinstance(self.return_type, Unset):
            return_type = UNSET
        else:
            return_type = self.return_type

        output_type: int | None | Unset
        if isinstance(self.output_type, Unset):
            output_type = UNSET
        else:
            output_type = self.output_type

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        else:
            type_ = self.type_

        err_info = self.err_info

        foreground_rect: dict[str, Any] | None | Unset
        if isinstance(self.foreground_rect, Unset):
            foreground_rect = UNSET
        elif isinstance(self.foreground_rect, ForegroundRect):
            foreground_rect = self.foreground_rect.to_dict()
        else:
            foreground_rect = self.foreground_rect

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
        if image is not UNSET:
            field_dict["image"] = image
        if mask is not UNSET:
            field_dict["mask"] = mask
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if processed_at is not UNSET:
            field_dict["processed_at"] = processed_at
        if completed_at is not UNSET:
            field_dict["completed_at"] = completed_at
        if time_elapsed is not UNSET:
            field_dict["time_elapsed"] = time_elapsed
        if download_time is not UNSET:
            field_dict["download_time"] = download_time
        if image_width is not UNSET:
            field_dict["image_width"] = image_width
        if image_height is not UNSET:
            field_dict["image_height"] = image_height
        if return_type is not UNSET:
            field_dict["return_type"] = return_type
        if output_type is not UNSET:
            field_dict["output_type"] = output_type
        if type_ is not UNSET:
            field_dict["type"] = type_
        if err_info is not UNSET:
            field_dict["err_info"] = err_info
        if foreground_rect is not UNSET:
            field_dict["foreground_rect"] = foreground_rect

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.foreground_rect import ForegroundRect  # noqa: PLC0415

        d = dict(src_dict)
        task_id = d.pop("task_id")

        state = d.pop("state", UNSET)

        state_detail = d.pop("state_detail", UNSET)

        progress = d.pop("progress", UNSET)

        image = d.pop("image", UNSET)

        mask = d.pop("mask", UNSET)

        created_at = d.pop("created_at", UNSET)

        processed_at = d.pop("processed_at", UNSET)

        completed_at = d.pop("completed_at", UNSET)

        time_elapsed = d.pop("time_elapsed", UNSET)

        download_time = d.pop("download_time", UNSET)

        image_width = d.pop("image_width", UNSET)

        image_height = d.pop("image_height", UNSET)

        return_type = d.pop("return_type", UNSET)

        output_type = d.pop("output_type", UNSET)

        type_ = d.pop("type", UNSET)

        err_info = d.pop("err_info", UNSET)

        def _parse_foreground_rect(data: object) -> ForegroundRect | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                foreground_rect_type_0 = ForegroundRect.from_dict(data)

                return foreground_rect_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ForegroundRect | None | Unset, data)

        foreground_rect = _parse_foreground_rect(d.pop("foreground_rect", UNSET))

        segmentation_task = cls(
            task_id=task_id,
            state=state,
            state_detail=state_detail,
            progress=progress,
            image=image,
            mask=mask,
            created_at=created_at,
            processed_at=processed_at,
            completed_at=completed_at,
            time_elapsed=time_elapsed,
            download_time=download_time,
            image_width=image_width,
            image_height=image_height,
            return_type=return_type,
            output_type=output_type,
            type_=type_,
            err_info=err_info,
            foreground_rect=foreground_rect,
        )

        segmentation_task.additional_properties = d
        return segmentation_task

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
