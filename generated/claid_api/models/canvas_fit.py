from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="CanvasFit")


@_attrs_define(field_transformer=_quiet)
class CanvasFit:
    """
    Attributes:
        type_ (Literal['canvas']):
    """

    type_: Literal["canvas"]

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
        type_ = cast(Literal["canvas"], d.pop("type"))
        if type_ != "canvas":
            raise ValueError(f"type must match const 'canvas', got '{type_}'")

        canvas_fit = cls(
            type_=type_,
        )

        return canvas_fit
