from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.lip_liner_texture import LipLinerTexture
from ..types import quiet as _quiet

T = TypeVar("T", bound="LipLinerPalette")


@_attrs_define(field_transformer=_quiet)
class LipLinerPalette:
    """
    Attributes:
        color (str): As #rrggbb.
        texture (LipLinerTexture): The finish.
        color_intensity (int): How strong the colour is.
        thickness (int):
        smoothness (int):
    """

    color: str
    texture: LipLinerTexture
    color_intensity: int
    thickness: int
    smoothness: int

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        texture = self.texture.value

        color_intensity = self.color_intensity

        thickness = self.thickness

        smoothness = self.smoothness

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "texture": texture,
                "colorIntensity": color_intensity,
                "thickness": thickness,
                "smoothness": smoothness,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        texture = LipLinerTexture(d.pop("texture"))

        color_intensity = d.pop("colorIntensity")

        thickness = d.pop("thickness")

        smoothness = d.pop("smoothness")

        lip_liner_palette = cls(
            color=color,
            texture=texture,
            color_intensity=color_intensity,
            thickness=thickness,
            smoothness=smoothness,
        )

        return lip_liner_palette
