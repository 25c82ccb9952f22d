from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="LossyCompression")


@_attrs_define(field_transformer=_quiet)
class LossyCompression:
    """
    Attributes:
        type_ (Literal['lossy']):
        quality (int | Unset): Left out, the vendor takes 75 for webp and tiff and 50 for avif.
    """

    type_: Literal["lossy"]
    quality: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        quality = self.quality

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if quality is not UNSET:
            field_dict["quality"] = quality

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["lossy"], d.pop("type"))
        if type_ != "lossy":
            raise ValueError(f"type must match const 'lossy', got '{type_}'")

        quality = d.pop("quality", UNSET)

        lossy_compression = cls(
            type_=type_,
            quality=quality,
        )

        return lossy_compression
