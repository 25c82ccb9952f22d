from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="WhiteningEffect")


@_attrs_define(field_transformer=_quiet)
class WhiteningEffect:
    """
    Attributes:
        whitening_intensity (int): How white.
        skin_smooth_strength (int | Unset): How smooth the skin becomes; 50 if absent.
        skin_smooth_color_intensity (int | Unset): How even the skin's colour becomes; 50 if absent.
    """

    whitening_intensity: int
    skin_smooth_strength: int | Unset = UNSET
    skin_smooth_color_intensity: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        whitening_intensity = self.whitening_intensity

        skin_smooth_strength = self.skin_smooth_strength

        skin_smooth_color_intensity = self.skin_smooth_color_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "whitening_intensity": whitening_intensity,
            }
        )
        if skin_smooth_strength is not UNSET:
            field_dict["skin_smooth_strength"] = skin_smooth_strength
        if skin_smooth_color_intensity is not UNSET:
            field_dict["skin_smooth_color_intensity"] = skin_smooth_color_intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        whitening_intensity = d.pop("whitening_intensity")

        skin_smooth_strength = d.pop("skin_smooth_strength", UNSET)

        skin_smooth_color_intensity = d.pop("skin_smooth_color_intensity", UNSET)

        whitening_effect = cls(
            whitening_intensity=whitening_intensity,
            skin_smooth_strength=skin_smooth_strength,
            skin_smooth_color_intensity=skin_smooth_color_intensity,
        )

        return whitening_effect
