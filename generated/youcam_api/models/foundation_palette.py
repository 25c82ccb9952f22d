from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="FoundationPalette")


@_attrs_define(field_transformer=_quiet)
class FoundationPalette:
    """
    Attributes:
        color (str): As #rrggbb.
        color_intensity (int): How strong the colour is.
        glow_intensity (int): How much the skin glows.
        coverage_intensity (int): How much it hides.
    """

    color: str
    color_intensity: int
    glow_intensity: int
    coverage_intensity: int

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        color_intensity = self.color_intensity

        glow_intensity = self.glow_intensity

        coverage_intensity = self.coverage_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "colorIntensity": color_intensity,
                "glowIntensity": glow_intensity,
                "coverageIntensity": coverage_intensity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        color_intensity = d.pop("colorIntensity")

        glow_intensity = d.pop("glowIntensity")

        coverage_intensity = d.pop("coverageIntensity")

        foundation_palette = cls(
            color=color,
            color_intensity=color_intensity,
            glow_intensity=glow_intensity,
            coverage_intensity=coverage_intensity,
        )

        return foundation_palette
