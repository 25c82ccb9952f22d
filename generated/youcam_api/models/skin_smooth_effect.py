from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="SkinSmoothEffect")


@_attrs_define(field_transformer=_quiet)
class SkinSmoothEffect:
    """
    Attributes:
        category (Literal['skin_smooth']):
        skin_smooth_strength (int | Unset): How smooth the skin becomes; 50 if absent, and without this effect.
        skin_smooth_color_intensity (int | Unset): How even its colour becomes; 50 if absent, and without this effect.
    """

    category: Literal["skin_smooth"]
    skin_smooth_strength: int | Unset = UNSET
    skin_smooth_color_intensity: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        skin_smooth_strength = self.skin_smooth_strength

        skin_smooth_color_intensity = self.skin_smooth_color_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "category": category,
            }
        )
        if skin_smooth_strength is not UNSET:
            field_dict["skinSmoothStrength"] = skin_smooth_strength
        if skin_smooth_color_intensity is not UNSET:
            field_dict["skinSmoothColorIntensity"] = skin_smooth_color_intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category = cast(Literal["skin_smooth"], d.pop("category"))
        if category != "skin_smooth":
            raise ValueError(f"category must match const 'skin_smooth', got '{category}'")

        skin_smooth_strength = d.pop("skinSmoothStrength", UNSET)

        skin_smooth_color_intensity = d.pop("skinSmoothColorIntensity", UNSET)

        skin_smooth_effect = cls(
            category=category,
            skin_smooth_strength=skin_smooth_strength,
            skin_smooth_color_intensity=skin_smooth_color_intensity,
        )

        return skin_smooth_effect
