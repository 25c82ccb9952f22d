from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.output_image_object import OutputImageObject
    from ..models.video_source import VideoSource


T = TypeVar("T", bound="VideoResult")


@_attrs_define(field_transformer=_quiet)
class VideoResult:
    """Empty until the status is DONE.

    Attributes:
        input_object (None | Unset | VideoSource):
        output_object (None | OutputImageObject | Unset):
    """

    input_object: None | Unset | VideoSource = UNSET
    output_object: None | OutputImageObject | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.output_image_object import OutputImageObject  # noqa: PLC0415
        from ..models.video_source import VideoSource  # noqa: PLC0415

        input_object: dict[str, Any] | None | Unset
        if isinstance(self.input_object, Unset):
            input_object = UNSET
        elif isinstance(self.input_object, VideoSource):
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
        from ..models.output_image_object import OutputImageObject  # noqa: PLC0415
        from ..models.video_source import VideoSource  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_input_object(data: object) -> None | Unset | VideoSource:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                input_object_type_0 = VideoSource.from_dict(data)

                return input_object_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | VideoSource, data)

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

        video_result = cls(
            input_object=input_object,
            output_object=output_object,
        )

        video_result.additional_properties = d
        return video_result

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
