from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.cmyk_profile import CmykProfile
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CmykColorSpace")


@_attrs_define(field_transformer=_quiet)
class CmykColorSpace:
    """
    Attributes:
        type_ (Literal['CMYK']):
        color_profile (CmykProfile | Unset): The vendor takes USWeb_Coated if it is left out.
    """

    type_: Literal["CMYK"]
    color_profile: CmykProfile | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        color_profile: str | Unset = UNSET
        if not isinstance(self.color_profile, Unset):
            color_profile = self.color_profile.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if color_profile is not UNSET:
            field_dict["color_profile"] = color_profile

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["CMYK"], d.pop("type"))
        if type_ != "CMYK":
            raise ValueError(f"type must match const 'CMYK', got '{type_}'")

        _color_profile = d.pop("color_profile", UNSET)
        color_profile: CmykProfile | Unset
        if isinstance(_color_profile, Unset):
            color_profile = UNSET
        else:
            color_profile = CmykProfile(_color_profile)

        cmyk_color_space = cls(
            type_=type_,
            color_profile=color_profile,
        )

        return cmyk_color_space
