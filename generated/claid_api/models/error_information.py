from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.error_type import ErrorType
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.error_fields import ErrorFields


T = TypeVar("T", bound="ErrorInformation")


@_attrs_define(field_transformer=_quiet)
class ErrorInformation:
    """
    Attributes:
        error_code (int | None | str | Unset): Number of the error, as a string.
        error_type (ErrorType | None | Unset):
        error_message (None | str | Unset):
        error_details (ErrorFields | None | Unset):
    """

    error_code: int | None | str | Unset = UNSET
    error_type: ErrorType | None | Unset = UNSET
    error_message: None | str | Unset = UNSET
    error_details: ErrorFields | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.error_fields import ErrorFields  # noqa: PLC0415

        error_code: int | None | str | Unset
        if isinstance(self.error_code, Unset):
            error_code = UNSET
        else:
            error_code = self.error_code

        error_type: None | str | Unset
        if isinstance(self.error_type, Unset):
            error_type = UNSET
        elif isinstance(self.error_type, ErrorType):
            error_type = self.error_type.value
        else:
            error_type = self.error_type

        error_message: None | str | Unset
        if isinstance(self.error_message, Unset):
            error_message = UNSET
        else:
            error_message = self.error_message

        error_details: dict[str, Any] | None | Unset
        if isinstance(self.error_details, Unset):
            error_details = UNSET
        elif isinstance(self.error_details, ErrorFields):
            error_details = self.error_details.to_dict()
        else:
            error_details = self.error_details

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if error_code is not UNSET:
            field_dict["error_code"] = error_code
        if error_type is not UNSET:
            field_dict["error_type"] = error_type
        if error_message is not UNSET:
            field_dict["error_message"] = error_message
        if error_details is not UNSET:
            field_dict["error_details"] = error_details

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.error_fields import ErrorFields  # noqa: PLC0415

        d = dict(src_dict)
        error_code = d.pop("error_code", UNSET)

        def _parse_error_type(data: object) -> ErrorType | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                error_type_type_0 = ErrorType(data)

                return error_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErrorType | None | Unset, data)

        error_type = _parse_error_type(d.pop("error_type", UNSET))

        error_message = d.pop("error_message", UNSET)

        def _parse_error_details(data: object) -> ErrorFields | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_details_type_0 = ErrorFields.from_dict(data)

                return error_details_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErrorFields | None | Unset, data)

        error_details = _parse_error_details(d.pop("error_details", UNSET))

        error_information = cls(
            error_code=error_code,
            error_type=error_type,
            error_message=error_message,
            error_details=error_details,
        )

        error_information.additional_properties = d
        return error_information

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
