from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.fashion_aspect_ratio import FashionAspectRatio
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="FashionOptions")


@_attrs_define(field_transformer=_quiet)
class FashionOptions:
    """
    Attributes:
        pose (str | Unset): The vendor takes "full body, front view, neutral stance, arms relaxed" if it is left out.
        background (str | Unset): The vendor takes "minimalistic studio background" if it is left out.
        aspect_ratio (FashionAspectRatio | Unset):
    """

    pose: str | Unset = UNSET
    background: str | Unset = UNSET
    aspect_ratio: FashionAspectRatio | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        pose = self.pose

        background = self.background

        aspect_ratio: str | Unset = UNSET
        if not isinstance(self.aspect_ratio, Unset):
            aspect_ratio = self.aspect_ratio.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if pose is not UNSET:
            field_dict["pose"] = pose
        if background is not UNSET:
            field_dict["background"] = background
        if aspect_ratio is not UNSET:
            field_dict["aspect_ratio"] = aspect_ratio

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pose = d.pop("pose", UNSET)

        background = d.pop("background", UNSET)

        _aspect_ratio = d.pop("aspect_ratio", UNSET)
        aspect_ratio: FashionAspectRatio | Unset
        if isinstance(_aspect_ratio, Unset):
            aspect_ratio = UNSET
        else:
            aspect_ratio = FashionAspectRatio(_aspect_ratio)

        fashion_options = cls(
            pose=pose,
            background=background,
            aspect_ratio=aspect_ratio,
        )

        return fashion_options
