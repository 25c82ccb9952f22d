from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_status import TaskStatus
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.makeup_transfer_result import MakeupTransferResult


T = TypeVar("T", bound="MakeupTransferStatusResult")


@_attrs_define(field_transformer=_quiet)
class MakeupTransferStatusResult:
    """
    Attributes:
        polling_interval (int | None | Unset): Milliseconds to wait before the next poll. After 10 seconds without a
            poll the task is lost.
        status (None | TaskStatus | Unset):
        error (None | str | Unset):
        results (list[MakeupTransferResult] | None | Unset): One entry for each action.
    """

    polling_interval: int | None | Unset = UNSET
    status: None | TaskStatus | Unset = UNSET
    error: None | str | Unset = UNSET
    results: list[MakeupTransferResult] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        polling_interval: int | None | Unset
        if isinstance(self.polling_interval, Unset):
            polling_interval = UNSET
        else:
            polling_interval = self.polling_interval

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        elif isinstance(self.status, TaskStatus):
            status = self.status.value
        else:
            status = self.status

        error: None | str | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        else:
            error = self.error

        results: list[dict[str, Any]] | None | Unset
        if isinstance(self.results, Unset):
            results = UNSET
        elif isinstance(self.results, list):
            results = []
            for results_type_0_item_data in self.results:
                results_type_0_item = results_type_0_item_data.to_dict()
                results.append(results_type_0_item)

        else:
            results = self.results

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if polling_interval is not UNSET:
            field_dict["polling_interval"] = polling_interval
        if status is not UNSET:
            field_dict["status"] = status
        if error is not UNSET:
            field_dict["error"] = error
        if results is not UNSET:
            field_dict["results"] = results

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.makeup_transfer_result import MakeupTransferResult  # noqa: PLC0415

        d = dict(src_dict)
        polling_interval = d.pop("polling_interval", UNSET)

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

        error = d.pop("error", UNSET)

        def _parse_results(data: object) -> list[MakeupTransferResult] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                results_type_0 = []
                _results_type_0 = data
                for results_type_0_item_data in _results_type_0:
                    results_type_0_item = MakeupTransferResult.from_dict(results_type_0_item_data)

                    results_type_0.append(results_type_0_item)

                return results_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[MakeupTransferResult] | None | Unset, data)

        results = _parse_results(d.pop("results", UNSET))

        makeup_transfer_status_result = cls(
            polling_interval=polling_interval,
            status=status,
            error=error,
            results=results,
        )

        makeup_transfer_status_result.additional_properties = d
        return makeup_transfer_status_result

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
