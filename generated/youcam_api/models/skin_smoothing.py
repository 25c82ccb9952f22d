from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="SkinSmoothing")


@_attrs_define(field_transformer=_quiet)
class SkinSmoothing:
    """
    Attributes:
        skin_smooth_strength (int | Unset): How smooth the skin becomes.
        skin_smooth_color_intensity (int | Unset): How even the skin's colour becomes.
    """

    skin_smooth_strength: int | Unset = UNSET
    skin_smooth_color_intensity: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        skin_smooth_strength = self.skin_smooth_strength

        skin_smooth_color_intensity = self.skin_smooth_color_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if skin_smooth_strength is not UNSET:
            field_dict["skin_smooth_strength"] = skin_smooth_strength
        if skin_smooth_color_intensity is not UNSET:
            field_dict["skin_smooth_color_intensity"] = skin_smooth_color_intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        skin_smooth_strength = d.pop("skin_smooth_strength", UNSET)

        skin_smooth_color_intensity = d.pop("skin_smooth_color_intensity", UNSET)

        skin_smoothing = cls(
            skin_smooth_strength=skin_smooth_strength,
            skin_smooth_color_intensity=skin_smooth_color_intensity,
        )

        return skin_smoothing
