from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_status import TaskStatus
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.analysis_results import AnalysisResults


T = TypeVar("T", bound="AnalysisState")


@_attrs_define(field_transformer=_quiet)
class AnalysisState:
    """
    Attributes:
        task_status (None | TaskStatus | Unset):
        error (None | str | Unset): Why the task failed; an open list of words.
        error_message (None | str | Unset): The same in a sentence.
        polling_interval (int | None | Unset): As of any task.
        results (AnalysisResults | None | Unset):
    """

    task_status: None | TaskStatus | Unset = UNSET
    error: None | str | Unset = UNSET
    error_message: None | str | Unset = UNSET
    polling_interval: int | None | Unset = UNSET
    results: AnalysisResults | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.analysis_results import AnalysisResults  # noqa: PLC0415

        task_status: None | str | Unset
        if isinstance(self.task_status, Unset):
            task_status = UNSET
        elif isinstance(self.task_status, TaskStatus):
            task_status = self.task_status.value
        else:
            task_status = self.task_status

        error: None | str | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        else:
            error = self.error

        error_message: None | str | Unset
        if isinstance(self.error_message, Unset):
            error_message = UNSET
        else:
            error_message = self.error_message

        polling_interval: int | None | Unset
        if isinstance(self.polling_interval, Unset):
            polling_interval = UNSET
        else:
            polling_interval = self.polling_interval

        results: dict[str, Any] | None | Unset
        if isinstance(self.results, Unset):
            results = UNSET
        elif isinstance(self.results, AnalysisResults):
            results = self.results.to_dict()
        else:
            results = self.results

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if task_status is not UNSET:
            field_dict["task_status"] = task_status
        if error is not UNSET:
            field_dict["error"] = error
        if error_message is not UNSET:
            field_dict["error_message"] = error_message
        if polling_interval is not UNSET:
            field_dict["polling_interval"] = polling_interval
        if results is not UNSET:
            field_dict["results"] = results

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.analysis_results import AnalysisResults  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_task_status(data: object) -> None | TaskStatus | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                task_status_type_0 = TaskStatus(data)

                return task_status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TaskStatus | Unset, data)

        task_status = _parse_task_status(d.pop("task_status", UNSET))

        error = d.pop("error", UNSET)

        error_message = d.pop("error_message", UNSET)

        polling_interval = d.pop("polling_interval", UNSET)

        def _parse_results(data: object) -> AnalysisResults | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                results_type_0 = AnalysisResults.from_dict(data)

                return results_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnalysisResults | None | Unset, data)

        results = _parse_results(d.pop("results", UNSET))

        analysis_state = cls(
            task_status=task_status,
            error=error,
            error_message=error_message,
            polling_interval=polling_interval,
            results=results,
        )

        analysis_state.additional_properties = d
        return analysis_state

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
