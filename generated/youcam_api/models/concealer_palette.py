from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="ConcealerPalette")


@_attrs_define(field_transformer=_quiet)
class ConcealerPalette:
    """
    Attributes:
        color (str): As #rrggbb.
        color_intensity (int): How strong the colour is.
        color_under_eye_intensity (int): How strong it is under the eyes.
        coverage_level (int): How much it hides.
    """

    color: str
    color_intensity: int
    color_under_eye_intensity: int
    coverage_level: int

    def to_dict(self) -> dict[str, Any]:
        color = self.color

        color_intensity = self.color_intensity

        color_under_eye_intensity = self.color_under_eye_intensity

        coverage_level = self.coverage_level

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "color": color,
                "colorIntensity": color_intensity,
                "colorUnderEyeIntensity": color_under_eye_intensity,
                "coverageLevel": coverage_level,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        color = d.pop("color")

        color_intensity = d.pop("colorIntensity")

        color_under_eye_intensity = d.pop("colorUnderEyeIntensity")

        coverage_level = d.pop("coverageLevel")

        concealer_palette = cls(
            color=color,
            color_intensity=color_intensity,
            color_under_eye_intensity=color_under_eye_intensity,
            coverage_level=coverage_level,
        )

        return concealer_palette
