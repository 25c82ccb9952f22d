from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="HighlighterPalette")


@_attrs_define(field_transformer=_quiet)
class HighlighterPalette:
    """
    Attributes:
        color (str): As #rrggbb.
        glow_intensity (int):
        shimmer_intensity (int):
        shimmer_density (int):
        shimmer_size (int):
        color_intensity (int):
    """

    color: str
    glow_intensity: int
    shimmer_intensity: int
    shimmer_density: int
    shimmer_size: int
    color_intensity: int

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        glow_intensity = self.glow_intensity

        shimmer_intensity = self.shimmer_intensity

        shimmer_density = self.shimmer_density

        shimmer_size = self.shimmer_size

        color_intensity = self.color_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "glowIntensity": glow_intensity,
                "shimmerIntensity": shimmer_intensity,
                "shimmerDensity": shimmer_density,
                "shimmerSize": shimmer_size,
                "colorIntensity": color_intensity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        glow_intensity = d.pop("glowIntensity")

        shimmer_intensity = d.pop("shimmerIntensity")

        shimmer_density = d.pop("shimmerDensity")

        shimmer_size = d.pop("shimmerSize")

        color_intensity = d.pop("colorIntensity")

        highlighter_palette = cls(
            color=color,
            glow_intensity=glow_intensity,
            shimmer_intensity=shimmer_intensity,
            shimmer_density=shimmer_density,
            shimmer_size=shimmer_size,
            color_intensity=color_intensity,
        )

        return highlighter_palette
