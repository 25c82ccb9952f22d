from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="AgingCustomInfo")


@_attrs_define(field_transformer=_quiet)
class AgingCustomInfo:
    """
    Attributes:
        age (int | None | Unset): Age the engine estimates for the uploaded photo.
        age_idx (int | None | Unset): Place of the uploaded photo in `data`, counted from 0.
        age_min (int | None | Unset): Smallest age in `data`.
        age_max (int | None | Unset): Largest age in `data`.
        num_of_photos (int | None | Unset): Number of photos in `data`.
    """

    age: int | None | Unset = UNSET
    age_idx: int | None | Unset = UNSET
    age_min: int | None | Unset = UNSET
    age_max: int | None | Unset = UNSET
    num_of_photos: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        age: int | None | Unset
        if isinstance(self.age, Unset):
            age = UNSET
        else:
            age = self.age

        age_idx: int | None | Unset
        if isinstance(self.age_idx, Unset):
            age_idx = UNSET
        else:
            age_idx = self.age_idx

        age_min: int | None | Unset
        if isinstance(self.age_min, Unset):
            age_min = UNSET
        else:
            age_min = self.age_min

        age_max: int | None | Unset
        if isinstance(self.age_max, Unset):
            age_max = UNSET
        else:
            age_max = self.age_max

        num_of_photos: int | None | Unset
        if isinstance(self.num_of_photos, Unset):
            num_of_photos = UNSET
        else:
            num_of_photos = self.num_of_photos

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if age is not UNSET:
            field_dict["age"] = age
        if age_idx is not UNSET:
            field_dict["age_idx"] = age_idx
        if age_min is not UNSET:
            field_dict["age_min"] = age_min
        if age_max is not UNSET:
            field_dict["age_max"] = age_max
        if num_of_photos is not UNSET:
            field_dict["num_of_photos"] = num_of_photos

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        age = d.pop("age", UNSET)

        age_idx = d.pop("age_idx", UNSET)

        age_min = d.pop("age_min", UNSET)

        age_max = d.pop("age_max", UNSET)

        num_of_photos = d.pop("num_of_photos", UNSET)

        aging_custom_info = cls(
            age=age,
            age_idx=age_idx,
            age_min=age_min,
            age_max=age_max,
            num_of_photos=num_of_photos,
        )

        aging_custom_info.additional_properties = d
        return aging_custom_info

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
