from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.lip_texture import LipTexture
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="LipPalette")


@_attrs_define(field_transformer=_quiet)
class LipPalette:
    """
    Attributes:
        color (str): As #rrggbb.
        texture (LipTexture): The finish.
        color_intensity (int): How strong the colour is.
        gloss (int | Unset): Of all but matte and satin.
        shimmer_color (str | Unset): Of shimmer, metallic and holographic, as #rrggbb.
        shimmer_intensity (int | Unset): Of shimmer, metallic and holographic.
        shimmer_density (int | Unset): Of shimmer, metallic and holographic.
        shimmer_size (int | Unset): Of shimmer, metallic and holographic.
        transparency_intensity (int | Unset): Of gloss, sheer and shimmer.
    """

    color: str
    texture: LipTexture
    color_intensity: int
    gloss: int | Unset = UNSET
    shimmer_color: str | Unset = UNSET
    shimmer_intensity: int | Unset = UNSET
    shimmer_density: int | Unset = UNSET
    shimmer_size: int | Unset = UNSET
    transparency_intensity: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        texture = self.texture.value

        color_intensity = self.color_intensity

        gloss = self.gloss

        shimmer_color = self.shimmer_color

        shimmer_intensity = self.shimmer_intensity

        shimmer_density = self.shimmer_density

        shimmer_size = self.shimmer_size

        transparency_intensity = self.transparency_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "texture": texture,
                "colorIntensity": color_intensity,
            }
        )
        if gloss is not UNSET:
            field_dict["gloss"] = gloss
        if shimmer_color is not UNSET:
            field_dict["shimmerColor"] = shimmer_color
        if shimmer_intensity is not UNSET:
            field_dict["shimmerIntensity"] = shimmer_intensity
        if shimmer_density is not UNSET:
            field_dict["shimmerDensity"] = shimmer_density
        if shimmer_size is not UNSET:
            field_dict["shimmerSize"] = shimmer_size
        if transparency_intensity is not UNSET:
            field_dict["transparencyIntensity"] = transparency_intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        texture = LipTexture(d.pop("texture"))

        color_intensity = d.pop("colorIntensity")

        gloss = d.pop("gloss", UNSET)

        shimmer_color = d.pop("shimmerColor", UNSET)

        shimmer_intensity = d.pop("shimmerIntensity", UNSET)

        shimmer_density = d.pop("shimmerDensity", UNSET)

        shimmer_size = d.pop("shimmerSize", UNSET)

        transparency_intensity = d.pop("transparencyIntensity", UNSET)

        lip_palette = cls(
            color=color,
            texture=texture,
            color_intensity=color_intensity,
            gloss=gloss,
            shimmer_color=shimmer_color,
            shimmer_intensity=shimmer_intensity,
            shimmer_density=shimmer_density,
            shimmer_size=shimmer_size,
            transparency_intensity=transparency_intensity,
        )

        return lip_palette
