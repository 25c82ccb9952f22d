from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="JpegFormat")


@_attrs_define(field_transformer=_quiet)
class JpegFormat:
    """
    Attributes:
        type_ (Literal['jpeg']):
        quality (int | Unset): The vendor takes 85 if it is left out.
        progressive (bool | Unset): The vendor takes true if it is left out.
    """

    type_: Literal["jpeg"]
    quality: int | Unset = UNSET
    progressive: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        quality = self.quality

        progressive = self.progressive

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if quality is not UNSET:
            field_dict["quality"] = quality
        if progressive is not UNSET:
            field_dict["progressive"] = progressive

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["jpeg"], d.pop("type"))
        if type_ != "jpeg":
            raise ValueError(f"type must match const 'jpeg', got '{type_}'")

        quality = d.pop("quality", UNSET)

        progressive = d.pop("progressive", UNSET)

        jpeg_format = cls(
            type_=type_,
            quality=quality,
            progressive=progressive,
        )

        return jpeg_format
