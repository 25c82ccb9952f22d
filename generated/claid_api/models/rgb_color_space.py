from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="RgbColorSpace")


@_attrs_define(field_transformer=_quiet)
class RgbColorSpace:
    """
    Attributes:
        type_ (Literal['RGB']):
    """

    type_: Literal["RGB"]

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["RGB"], d.pop("type"))
        if type_ != "RGB":
            raise ValueError(f"type must match const 'RGB', got '{type_}'")

        rgb_color_space = cls(
            type_=type_,
        )

        return rgb_color_space
