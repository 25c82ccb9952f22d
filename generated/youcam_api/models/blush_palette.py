from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.blush_texture import BlushTexture
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="BlushPalette")


@_attrs_define(field_transformer=_quiet)
class BlushPalette:
    """
    Attributes:
        color (str): As #rrggbb.
        texture (BlushTexture): The finish.
        color_intensity (int): How strong the colour is.
        glow_strength (int | Unset): Needed for satin and shimmer.
        shimmer_color (str | Unset): Needed for shimmer, as #rrggbb.
        shimmer_density (int | Unset): Needed for shimmer.
    """

    color: str
    texture: BlushTexture
    color_intensity: int
    glow_strength: int | Unset = UNSET
    shimmer_color: str | Unset = UNSET
    shimmer_density: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        texture = self.texture.value

        color_intensity = self.color_intensity

        glow_strength = self.glow_strength

        shimmer_color = self.shimmer_color

        shimmer_density = self.shimmer_density

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "texture": texture,
                "colorIntensity": color_intensity,
            }
        )
        if glow_strength is not UNSET:
            field_dict["glowStrength"] = glow_strength
        if shimmer_color is not UNSET:
            field_dict["shimmerColor"] = shimmer_color
        if shimmer_density is not UNSET:
            field_dict["shimmerDensity"] = shimmer_density

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        texture = BlushTexture(d.pop("texture"))

        color_intensity = d.pop("colorIntensity")

        glow_strength = d.pop("glowStrength", UNSET)

        shimmer_color = d.pop("shimmerColor", UNSET)

        shimmer_density = d.pop("shimmerDensity", UNSET)

        blush_palette = cls(
            color=color,
            texture=texture,
            color_intensity=color_intensity,
            glow_strength=glow_strength,
            shimmer_color=shimmer_color,
            shimmer_density=shimmer_density,
        )

        return blush_palette
