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
    from ..models.profiling import Profiling


T = TypeVar("T", bound="FinishedEdit")


@_attrs_define(field_transformer=_quiet)
class FinishedEdit:
    """
    Attributes:
        output (OutputImageObject):
        input_ (ImageObject | None | Unset):
        profiling (None | Profiling | Unset):
    """

    output: OutputImageObject
    input_: ImageObject | None | Unset = UNSET
    profiling: None | Profiling | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_object import ImageObject  # noqa: PLC0415
        from ..models.profiling import Profiling  # noqa: PLC0415

        output = self.output.to_dict()

        input_: dict[str, Any] | None | Unset
        if isinstance(self.input_, Unset):
            input_ = UNSET
        elif isinstance(self.input_, ImageObject):
            input_ = self.input_.to_dict()
        else:
            input_ = self.input_

        profiling: dict[str, Any] | None | Unset
        if isinstance(self.profiling, Unset):
            profiling = UNSET
        elif isinstance(self.profiling, Profiling):
            profiling = self.profiling.to_dict()
        else:
            profiling = self.profiling

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "output": output,
            }
        )
        if input_ is not UNSET:
            field_dict["input"] = input_
        if profiling is not UNSET:
            field_dict["profiling"] = profiling

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_object import ImageObject  # noqa: PLC0415
        from ..models.output_image_object import OutputImageObject  # noqa: PLC0415
        from ..models.profiling import Profiling  # noqa: PLC0415

        d = dict(src_dict)
        output = OutputImageObject.from_dict(d.pop("output"))

        def _parse_input_(data: object) -> ImageObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                input_type_0 = ImageObject.from_dict(data)

                return input_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImageObject | None | Unset, data)

        input_ = _parse_input_(d.pop("input", UNSET))

        def _parse_profiling(data: object) -> None | Profiling | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                profiling_type_0 = Profiling.from_dict(data)

                return profiling_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Profiling | Unset, data)

        profiling = _parse_profiling(d.pop("profiling", UNSET))

        finished_edit = cls(
            output=output,
            input_=input_,
            profiling=profiling,
        )

        finished_edit.additional_properties = d
        return finished_edit

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
