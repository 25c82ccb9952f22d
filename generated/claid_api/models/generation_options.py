from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="GenerationOptions")


@_attrs_define(field_transformer=_quiet)
class GenerationOptions:
    """
    Attributes:
        number_of_images (int | Unset): The vendor makes 4 if it is left out.
        guidance_scale (float | Unset): How closely to follow the text. The vendor takes 5 if it is left out.
    """

    number_of_images: int | Unset = UNSET
    guidance_scale: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        number_of_images = self.number_of_images

        guidance_scale = self.guidance_scale

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if number_of_images is not UNSET:
            field_dict["number_of_images"] = number_of_images
        if guidance_scale is not UNSET:
            field_dict["guidance_scale"] = guidance_scale

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number_of_images = d.pop("number_of_images", UNSET)

        guidance_scale = d.pop("guidance_scale", UNSET)

        generation_options = cls(
            number_of_images=number_of_images,
            guidance_scale=guidance_scale,
        )

        return generation_options
