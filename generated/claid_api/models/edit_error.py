from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.image_object import ImageObject


T = TypeVar("T", bound="EditError")


@_attrs_define(field_transformer=_quiet)
class EditError:
    """
    Attributes:
        error (None | str | Unset): What went wrong.
        created_at (int | None | str | Unset): When. Documented as an integer, published as a string.
        input_object (ImageObject | None | Unset):
    """

    error: None | str | Unset = UNSET
    created_at: int | None | str | Unset = UNSET
    input_object: ImageObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_object import ImageObject  # noqa: PLC0415

        error: None | str | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        else:
            error = self.error

        created_at: int | None | str | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        else:
            created_at = self.created_at

        input_object: dict[str, Any] | None | Unset
        if isinstance(self.input_object, Unset):
            input_object = UNSET
        elif isinstance(self.input_object, ImageObject):
            input_object = self.input_object.to_dict()
        else:
            input_object = self.input_object

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if error is not UNSET:
            field_dict["error"] = error
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if input_object is not UNSET:
            field_dict["input_object"] = input_object

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_object import ImageObject  # noqa: PLC0415

        d = dict(src_dict)
        error = d.pop("error", UNSET)

        created_at = d.pop("created_at", UNSET)

        def _parse_input_object(data: object) -> ImageObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                input_object_type_0 = ImageObject.from_dict(data)

                return input_object_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImageObject | None | Unset, data)

        input_object = _parse_input_object(d.pop("input_object", UNSET))

        edit_error = cls(
            error=error,
            created_at=created_at,
            input_object=input_object,
        )

        edit_error.additional_properties = d
        return edit_error

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
