from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="StyleTransfer")


@_attrs_define(field_transformer=_quiet)
class StyleTransfer:
    """
    Attributes:
        style_reference_image (str): URL or storage URI of the image whose style is taken.
        prompt (str | Unset): The style in words.
        depth_strength (float | Unset): How far composition and shapes stay. The vendor takes 1 if it is left out.
        denoising_strength (float | Unset): How far colours and textures may change. The vendor takes 0.75 if it is left
            out.
        style_strength (float | Unset): How much of the style is taken. The vendor takes 0.75 if it is left out.
    """

    style_reference_image: str
    prompt: str | Unset = UNSET
    depth_strength: float | Unset = UNSET
    denoising_strength: float | Unset = UNSET
    style_strength: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        style_reference_image = self.style_reference_image

        prompt = self.prompt

        depth_strength = self.depth_strength

        denoising_strength = self.denoising_strength

        style_strength = self.style_strength

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "style_reference_image": style_reference_image,
            }
        )
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if depth_strength is not UNSET:
            field_dict["depth_strength"] = depth_strength
        if denoising_strength is not UNSET:
            field_dict["denoising_strength"] = denoising_strength
        if style_strength is not UNSET:
            field_dict["style_strength"] = style_strength

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        style_reference_image = d.pop("style_reference_image")

        prompt = d.pop("prompt", UNSET)

        depth_strength = d.pop("depth_strength", UNSET)

        denoising_strength = d.pop("denoising_strength", UNSET)

        style_strength = d.pop("style_strength", UNSET)

        style_transfer = cls(
            style_reference_image=style_reference_image,
            prompt=prompt,
            depth_strength=depth_strength,
            denoising_strength=denoising_strength,
            style_strength=style_strength,
        )

        return style_transfer
