from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="Privacy")


@_attrs_define(field_transformer=_quiet)
class Privacy:
    """
    Attributes:
        blur_car_plate (bool | Unset): The vendor takes false if it is left out.
        identity_crop (bool | Unset): The vendor takes false if it is left out.
    """

    blur_car_plate: bool | Unset = UNSET
    identity_crop: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        blur_car_plate = self.blur_car_plate

        identity_crop = self.identity_crop

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if blur_car_plate is not UNSET:
            field_dict["blur_car_plate"] = blur_car_plate
        if identity_crop is not UNSET:
            field_dict["identity_crop"] = identity_crop

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        blur_car_plate = d.pop("blur_car_plate", UNSET)

        identity_crop = d.pop("identity_crop", UNSET)

        privacy = cls(
            blur_car_plate=blur_car_plate,
            identity_crop=identity_crop,
        )

        return privacy
