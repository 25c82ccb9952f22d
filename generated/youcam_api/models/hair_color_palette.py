from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="HairColorPalette")


@_attrs_define(field_transformer=_quiet)
class HairColorPalette:
    """
    Attributes:
        color (str): As #rrggbb.
        color_intensity (int | Unset): How strong the colour is.
        shine_intensity (int | Unset): How much the hair shines.
    """

    color: str
    color_intensity: int | Unset = UNSET
    shine_intensity: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        color_intensity = self.color_intensity

        shine_intensity = self.shine_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
            }
        )
        if color_intensity is not UNSET:
            field_dict["color_intensity"] = color_intensity
        if shine_intensity is not UNSET:
            field_dict["shine_intensity"] = shine_intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        color_intensity = d.pop("color_intensity", UNSET)

        shine_intensity = d.pop("shine_intensity", UNSET)

        hair_color_palette = cls(
            color=color,
            color_intensity=color_intensity,
            shine_intensity=shine_intensity,
        )

        return hair_color_palette
