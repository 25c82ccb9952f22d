from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.eyebrow_texture import EyebrowTexture
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="EyebrowPalette")


@_attrs_define(field_transformer=_quiet)
class EyebrowPalette:
    """
    Attributes:
        color (str): As #rrggbb.
        color_intensity (int): How strong the colour is.
        texture (EyebrowTexture): The finish.
        shimmer_color (str | Unset): Needed for shimmer, as #rrggbb.
        shimmer_intensity (int | Unset): Needed for shimmer.
        shimmer_size (int | Unset): Needed for shimmer.
        shimmer_density (int | Unset): Needed for shimmer.
    """

    color: str
    color_intensity: int
    texture: EyebrowTexture
    shimmer_color: str | Unset = UNSET
    shimmer_intensity: int | Unset = UNSET
    shimmer_size: int | Unset = UNSET
    shimmer_density: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        color_intensity = self.color_intensity

        texture = self.texture.value

        shimmer_color = self.shimmer_color

        shimmer_intensity = self.shimmer_intensity

        shimmer_size = self.shimmer_size

        shimmer_density = self.shimmer_density

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "colorIntensity": color_intensity,
                "texture": texture,
            }
        )
        if shimmer_color is not UNSET:
            field_dict["shimmerColor"] = shimmer_color
        if shimmer_intensity is not UNSET:
            field_dict["shimmerIntensity"] = shimmer_intensity
        if shimmer_size is not UNSET:
            field_dict["shimmerSize"] = shimmer_size
        if shimmer_density is not UNSET:
            field_dict["shimmerDensity"] = shimmer_density

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        color_intensity = d.pop("colorIntensity")

        texture = EyebrowTexture(d.pop("texture"))

        shimmer_color = d.pop("shimmerColor", UNSET)

        shimmer_intensity = d.pop("shimmerIntensity", UNSET)

        shimmer_size = d.pop("shimmerSize", UNSET)

        shimmer_density = d.pop("shimmerDensity", UNSET)

        eyebrow_palette = cls(
            color=color,
            color_intensity=color_intensity,
            texture=texture,
            shimmer_color=shimmer_color,
            shimmer_intensity=shimmer_intensity,
            shimmer_size=shimmer_size,
            shimmer_density=shimmer_density,
        )

        return eyebrow_palette
