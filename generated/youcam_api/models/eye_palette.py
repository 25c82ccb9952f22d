from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.eye_texture import EyeTexture
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="EyePalette")


@_attrs_define(field_transformer=_quiet)
class EyePalette:
    """
    Attributes:
        color (str): As #rrggbb.
        texture (EyeTexture): The finish.
        color_intensity (int): How strong the colour is.
        shimmer_color (str | Unset): Needed for shimmer and metallic, as #rrggbb.
        shimmer_intensity (int | Unset): Needed for shimmer and metallic.
        metallic_intensity (int | Unset): Needed for metallic.
    """

    color: str
    texture: EyeTexture
    color_intensity: int
    shimmer_color: str | Unset = UNSET
    shimmer_intensity: int | Unset = UNSET
    metallic_intensity: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        texture = self.texture.value

        color_intensity = self.color_intensity

        shimmer_color = self.shimmer_color

        shimmer_intensity = self.shimmer_intensity

        metallic_intensity = self.metallic_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "texture": texture,
                "colorIntensity": color_intensity,
            }
        )
        if shimmer_color is not UNSET:
            field_dict["shimmerColor"] = shimmer_color
        if shimmer_intensity is not UNSET:
            field_dict["shimmerIntensity"] = shimmer_intensity
        if metallic_intensity is not UNSET:
            field_dict["metallicIntensity"] = metallic_intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        texture = EyeTexture(d.pop("texture"))

        color_intensity = d.pop("colorIntensity")

        shimmer_color = d.pop("shimmerColor", UNSET)

        shimmer_intensity = d.pop("shimmerIntensity", UNSET)

        metallic_intensity = d.pop("metallicIntensity", UNSET)

        eye_palette = cls(
            color=color,
            texture=texture,
            color_intensity=color_intensity,
            shimmer_color=shimmer_color,
            shimmer_intensity=shimmer_intensity,
            metallic_intensity=metallic_intensity,
        )

        return eye_palette
