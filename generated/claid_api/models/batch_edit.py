from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_status import TaskStatus
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.batch_edit_objects import BatchEditObjects
    from ..models.edit_error import EditError
    from ..models.request_echo import RequestEcho


T = TypeVar("T", bound="BatchEdit")


@_attrs_define(field_transformer=_quiet)
class BatchEdit:
    """
    Attributes:
        id (int): Id of the task.
        status (TaskStatus): The vendor's page names ACCEPTED, PROCESSING, ERROR and DONE; the others come from its
            published specification.
            That CANCELLED is final and PAUSED is not is a guess.
        result_url (None | str | Unset): Where to poll, as an absolute URL.
        created_at (int | None | str | Unset): When the task was created, ISO 8601.
        request (None | RequestEcho | Unset):
        errors (list[EditError] | None | Unset): Why the task failed; empty otherwise.
        results (list[BatchEditObjects] | None | Unset):
    """

    id: int
    status: TaskStatus
    result_url: None | str | Unset = UNSET
    created_at: int | None | str | Unset = UNSET
    request: None | RequestEcho | Unset = UNSET
    errors: list[EditError] | None | Unset = UNSET
    results: list[BatchEditObjects] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.request_echo import RequestEcho  # noqa: PLC0415

        id = self.id

        status = self.status.value

        result_url: None | str | Unset
        if isinstance(self.result_url, Unset):
            result_url = UNSET
        else:
            result_url = self.result_url

        created_at: int | None | str | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        else:
            created_at = self.created_at

        request: dict[str, Any] | None | Unset
        if isinstance(self.request, Unset):
            request = UNSET
        elif isinstance(self.request, RequestEcho):
            request = self.request.to_dict()
        else:
            request = self.request

        errors: list[dict[str, Any]] | None | Unset
        if isinstance(self.errors, Unset):
            errors = UNSET
        elif isinstance(self.errors, list):
            errors = []
            for errors_type_0_item_data in self.errors:
                errors_type_0_item = errors_type_0_item_data.to_dict()
                errors.append(errors_type_0_item)

        else:
            errors = self.errors

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
        field_dict.update(
            {
                "id": id,
                "status": status,
            }
        )
        if result_url is not UNSET:
            field_dict["result_url"] = result_url
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if request is not UNSET:
            field_dict["request"] = request
        if errors is not UNSET:
            field_dict["errors"] = errors
        if results is not UNSET:
            field_dict["results"] = results

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.batch_edit_objects import BatchEditObjects  # noqa: PLC0415
        from ..models.edit_error import EditError  # noqa: PLC0415
        from ..models.request_echo import RequestEcho  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        status = TaskStatus(d.pop("status"))

        result_url = d.pop("result_url", UNSET)

        created_at = d.pop("created_at", UNSET)

        def _parse_request(data: object) -> None | RequestEcho | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                request_type_0 = RequestEcho.from_dict(data)

                return request_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RequestEcho | Unset, data)

        request = _parse_request(d.pop("request", UNSET))

        def _parse_errors(data: object) -> list[EditError] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                errors_type_0 = []
                _errors_type_0 = data
                for errors_type_0_item_data in _errors_type_0:
                    errors_type_0_item = EditError.from_dict(errors_type_0_item_data)

                    errors_type_0.append(errors_type_0_item)

                return errors_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[EditError] | None | Unset, data)

        errors = _parse_errors(d.pop("errors", UNSET))

        def _parse_results(data: object) -> list[BatchEditObjects] | None | Unset:
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
                    results_type_0_item = BatchEditObjects.from_dict(results_type_0_item_data)

                    results_type_0.append(results_type_0_item)

                return results_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[BatchEditObjects] | None | Unset, data)

        results = _parse_results(d.pop("results", UNSET))

        batch_edit = cls(
            id=id,
            status=status,
            result_url=result_url,
            created_at=created_at,
            request=request,
            errors=errors,
            results=results,
        )

        batch_edit.additional_properties = d
        return batch_edit

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
