from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.crop_position import CropPosition
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CropFit")


@_attrs_define(field_transformer=_quiet)
class CropFit:
    """
    Attributes:
        type_ (Literal['crop']):
        crop (CropPosition | Unset): Which part of the image is kept.
    """

    type_: Literal["crop"]
    crop: CropPosition | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        crop: str | Unset = UNSET
        if not isinstance(self.crop, Unset):
            crop = self.crop.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if crop is not UNSET:
            field_dict["crop"] = crop

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["crop"], d.pop("type"))
        if type_ != "crop":
            raise ValueError(f"type must match const 'crop', got '{type_}'")

        _crop = d.pop("crop", UNSET)
        crop: CropPosition | Unset
        if isinstance(_crop, Unset):
            crop = UNSET
        else:
            crop = CropPosition(_crop)

        crop_fit = cls(
            type_=type_,
            crop=crop,
        )

        return crop_fit
