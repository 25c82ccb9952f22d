from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="SkinMasks")


@_attrs_define(field_transformer=_quiet)
class SkinMasks:
    """How the masks look.

    Attributes:
        enable_mask_overlay (bool | Unset): Whether they are laid over the picture, as jpg, or alone, as png (if
            absent).
        enable_dark_background_hd_pore (bool | Unset): Whether pores are shown on dark ground.
        color_dark_background_hd_pore (str | Unset): Its colour, such as 3D3D3D.
        opacity_dark_background_hd_pore (float | Unset): How opaque it is.
        enable_dark_background_hd_wrinkle (bool | Unset): Whether wrinkles are shown on dark ground.
        color_dark_background_hd_wrinkle (str | Unset): Its colour, such as 3D3D3D.
        opacity_dark_background_hd_wrinkle (float | Unset): How opaque it is.
    """

    enable_mask_overlay: bool | Unset = UNSET
    enable_dark_background_hd_pore: bool | Unset = UNSET
    color_dark_background_hd_pore: str | Unset = UNSET
    opacity_dark_background_hd_pore: float | Unset = UNSET
    enable_dark_background_hd_wrinkle: bool | Unset = UNSET
    color_dark_background_hd_wrinkle: str | Unset = UNSET
    opacity_dark_background_hd_wrinkle: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        enable_mask_overlay = self.enable_mask_overlay

        enable_dark_background_hd_pore = self.enable_dark_background_hd_pore

        color_dark_background_hd_pore = self.color_dark_background_hd_pore

        opacity_dark_background_hd_pore = self.opacity_dark_background_hd_pore

        enable_dark_background_hd_wrinkle = self.enable_dark_background_hd_wrinkle

        color_dark_background_hd_wrinkle = self.color_dark_background_hd_wrinkle

        opacity_dark_background_hd_wrinkle = self.opacity_dark_background_hd_wrinkle

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if enable_mask_overlay is not UNSET:
            field_dict["enable_mask_overlay"] = enable_mask_overlay
        if enable_dark_background_hd_pore is not UNSET:
            field_dict["enable_dark_background_hd_pore"] = enable_dark_background_hd_pore
        if color_dark_background_hd_pore is not UNSET:
            field_dict["color_dark_background_hd_pore"] = color_dark_background_hd_pore
        if opacity_dark_background_hd_pore is not UNSET:
            field_dict["opacity_dark_background_hd_pore"] = opacity_dark_background_hd_pore
        if enable_dark_background_hd_wrinkle is not UNSET:
            field_dict["enable_dark_background_hd_wrinkle"] = enable_dark_background_hd_wrinkle
        if color_dark_background_hd_wrinkle is not UNSET:
            field_dict["color_dark_background_hd_wrinkle"] = color_dark_background_hd_wrinkle
        if opacity_dark_background_hd_wrinkle is not UNSET:
            field_dict["opacity_dark_background_hd_wrinkle"] = opacity_dark_background_hd_wrinkle

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        enable_mask_overlay = d.pop("enable_mask_overlay", UNSET)

        enable_dark_background_hd_pore = d.pop("enable_dark_background_hd_pore", UNSET)

        color_dark_background_hd_pore = d.pop("color_dark_background_hd_pore", UNSET)

        opacity_dark_background_hd_pore = d.pop("opacity_dark_background_hd_pore", UNSET)

        enable_dark_background_hd_wrinkle = d.pop("enable_dark_background_hd_wrinkle", UNSET)

        color_dark_background_hd_wrinkle = d.pop("color_dark_background_hd_wrinkle", UNSET)

        opacity_dark_background_hd_wrinkle = d.pop("opacity_dark_background_hd_wrinkle", UNSET)

        skin_masks = cls(
            enable_mask_overlay=enable_mask_overlay,
            enable_dark_background_hd_pore=enable_dark_background_hd_pore,
            color_dark_background_hd_pore=color_dark_background_hd_pore,
            opacity_dark_background_hd_pore=opacity_dark_background_hd_pore,
            enable_dark_background_hd_wrinkle=enable_dark_background_hd_wrinkle,
            color_dark_background_hd_wrinkle=color_dark_background_hd_wrinkle,
            opacity_dark_background_hd_wrinkle=opacity_dark_background_hd_wrinkle,
        )

        return skin_masks
