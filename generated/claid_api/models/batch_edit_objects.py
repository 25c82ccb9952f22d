from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.image_object import ImageObject
    from ..models.output_image_object import OutputImageObject


T = TypeVar("T", bound="BatchEditObjects")


@_attrs_define(field_transformer=_quiet)
class BatchEditObjects:
    """One image of a batch, and what was made of it.

    Attributes:
        input_object (ImageObject | None | Unset):
        output_object (None | OutputImageObject | Unset):
    """

    input_object: ImageObject | None | Unset = UNSET
    output_object: None | OutputImageObject | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_object import ImageObject  # noqa: PLC0415
        from ..models.output_image_object import OutputImageObject  # noqa: PLC0415

        input_object: dict[str, Any] | None | Unset
        if isinstance(self.input_object, Unset):
            input_object = UNSET
        elif isinstance(self.input_object, ImageObject):
            input_object = self.input_object.to_dict()
        else:
            input_object = self.input_object

        output_object: dict[str, Any] | None | Unset
        if isinstance(self.output_object, Unset):
            output_object = UNSET
        elif isinstance(self.output_object, OutputImageObject):
            output_object = self.output_object.to_dict()
        else:
            output_object = self.output_object

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if input_object is not UNSET:
            field_dict["input_object"] = input_object
        if output_object is not UNSET:
            field_dict["output_object"] = output_object

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_object import ImageObject  # noqa: PLC0415
        from ..models.output_image_object import OutputImageObject  # noqa: PLC0415

        d = dict(src_dict)

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

        def _parse_output_object(data: object) -> None | OutputImageObject | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                output_object_type_0 = OutputImageObject.from_dict(data)

                return output_object_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OutputImageObject | Unset, data)

        output_object = _parse_output_object(d.pop("output_object", UNSET))

        batch_edit_objects = cls(
            input_object=input_object,
            output_object=output_object,
        )

        batch_edit_objects.additional_properties = d
        return batch_edit_objects

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
