from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="WatermarkBox")


@_attrs_define(field_transformer=_quiet)
class WatermarkBox:
    """A rectangle in whole percent of the image's width and height.

    Attributes:
        x1 (int): Left edge.
        y1 (int): Top edge.
        x2 (int): Right edge.
        y2 (int): Bottom edge.
    """

    x1: int
    y1: int
    x2: int
    y2: int

    def to_dict(self) -> dict[str, Any]:
        x1 = self.x1

        y1 = self.y1

        x2 = self.x2

        y2 = self.y2

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "x1": x1,
                "y1": y1,
                "x2": x2,
                "y2": y2,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        x1 = d.pop("x1")

        y1 = d.pop("y1")

        x2 = d.pop("x2")

        y2 = d.pop("y2")

        watermark_box = cls(
            x1=x1,
            y1=y1,
            x2=x2,
            y2=y2,
        )

        return watermark_box
