from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="LensEffect")


@_attrs_define(field_transformer=_quiet)
class LensEffect:
    """
    Attributes:
        intensity (int): How strong the lens's colour is.
        enlargement (int | Unset): How much larger the iris becomes; 0 if absent.
        skin_smooth_strength (int | Unset): How smooth the skin becomes; 50 if absent.
        skin_smooth_color_intensity (int | Unset): How even the skin's colour becomes; 50 if absent.
    """

    intensity: int
    enlargement: int | Unset = UNSET
    skin_smooth_strength: int | Unset = UNSET
    skin_smooth_color_intensity: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        intensity = self.intensity

        enlargement = self.enlargement

        skin_smooth_strength = self.skin_smooth_strength

        skin_smooth_color_intensity = self.skin_smooth_color_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "intensity": intensity,
            }
        )
        if enlargement is not UNSET:
            field_dict["enlargement"] = enlargement
        if skin_smooth_strength is not UNSET:
            field_dict["skin_smooth_strength"] = skin_smooth_strength
        if skin_smooth_color_intensity is not UNSET:
            field_dict["skin_smooth_color_intensity"] = skin_smooth_color_intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        intensity = d.pop("intensity")

        enlargement = d.pop("enlargement", UNSET)

        skin_smooth_strength = d.pop("skin_smooth_strength", UNSET)

        skin_smooth_color_intensity = d.pop("skin_smooth_color_intensity", UNSET)

        lens_effect = cls(
            intensity=intensity,
            enlargement=enlargement,
            skin_smooth_strength=skin_smooth_strength,
            skin_smooth_color_intensity=skin_smooth_color_intensity,
        )

        return lens_effect
