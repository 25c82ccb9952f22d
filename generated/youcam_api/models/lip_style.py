from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.lip_style_kind import LipStyleKind
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="LipStyle")


@_attrs_define(field_transformer=_quiet)
class LipStyle:
    """
    Attributes:
        type_ (LipStyleKind): One colour, two that blend, or two.
        inner_color_ratio (int | Unset): How far the inner colour reaches; needed for ombre.
        blend_strength (int | Unset): How softly the colours meet; needed for ombre.
    """

    type_: LipStyleKind
    inner_color_ratio: int | Unset = UNSET
    blend_strength: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_.value

        inner_color_ratio = self.inner_color_ratio

        blend_strength = self.blend_strength

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if inner_color_ratio is not UNSET:
            field_dict["innerColorRatio"] = inner_color_ratio
        if blend_strength is not UNSET:
            field_dict["blendStrength"] = blend_strength

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = LipStyleKind(d.pop("type"))

        inner_color_ratio = d.pop("innerColorRatio", UNSET)

        blend_strength = d.pop("blendStrength", UNSET)

        lip_style = cls(
            type_=type_,
            inner_color_ratio=inner_color_ratio,
            blend_strength=blend_strength,
        )

        return lip_style
