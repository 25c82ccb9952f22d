from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="MakeupColor")


@_attrs_define(field_transformer=_quiet)
class MakeupColor:
    """
    Attributes:
        color (str): As #rrggbb.
        color_intensity (int): How strong the colour is.
    """

    color: str
    color_intensity: int

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        color_intensity = self.color_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "colorIntensity": color_intensity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        color_intensity = d.pop("colorIntensity")

        makeup_color = cls(
            color=color,
            color_intensity=color_intensity,
        )

        return makeup_color
