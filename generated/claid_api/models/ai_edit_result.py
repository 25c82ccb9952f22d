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


T = TypeVar("T", bound="AiEditResult")


@_attrs_define(field_transformer=_quiet)
class AiEditResult:
    """Empty until the status is DONE.

    Attributes:
        input_object (ImageObject | None | Unset):
        output_objects (list[OutputImageObject] | None | Unset):
    """

    input_object: ImageObject | None | Unset = UNSET
    output_objects: list[OutputImageObject] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_object import ImageObject  # noqa: PLC0415

        input_object: dict[str, Any] | None | Unset
        if isinstance(self.input_object, Unset):
            input_object = UNSET
        elif isinstance(self.input_object, ImageObject):
            input_object = self.input_object.to_dict()
        else:
            input_object = self.input_object

        output_objects: list[dict[str, Any]] | None | Unset
        if isinstance(self.output_objects, Unset):
            output_objects = UNSET
        elif isinstance(self.output_objects, list):
            output_objects = []
            for output_objects_type_0_item_data in self.output_objects:
                output_objects_type_0_item = output_objects_type_0_item_data.to_dict()
                output_objects.append(output_objects_type_0_item)

        else:
            output_objects = self.output_objects

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if input_object is not UNSET:
            field_dict["input_object"] = input_object
        if output_objects is not UNSET:
            field_dict["output_objects"] = output_objects

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

        def _parse_output_objects(data: object) -> list[OutputImageObject] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                output_objects_type_0 = []
                _output_objects_type_0 = data
                for output_objects_type_0_item_data in _output_objects_type_0:
                    output_objects_type_0_item = OutputImageObject.from_dict(output_objects_type_0_item_data)

                    output_objects_type_0.append(output_objects_type_0_item)

                return output_objects_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[OutputImageObject] | None | Unset, data)

        output_objects = _parse_output_objects(d.pop("output_objects", UNSET))

        ai_edit_result = cls(
            input_object=input_object,
            output_objects=output_objects,
        )

        ai_edit_result.additional_properties = d
        return ai_edit_result

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
