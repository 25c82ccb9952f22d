from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.upscale_method import UpscaleMethod
from ..models.upscale_preset import UpscalePreset
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="UpscaleImageRequest")


@_attrs_define(field_transformer=_quiet)
class UpscaleImageRequest:
    """
    Attributes:
        image_file_id (str): Id of a heic, jpg, png or webp file.
        method (UpscaleMethod | Unset): The vendor takes ai_super_resolution if it is left out.
        preset (UpscalePreset | Unset): The vendor takes auto if it is left out.
        type_ (str | Unset): Factor, such as 2X, which the vendor takes if it is left out. No list of factors is
            published.
        enhance_face (bool | Unset):
        enhance_quality (bool | Unset):
        enhance_text (bool | Unset):
    """

    image_file_id: str
    method: UpscaleMethod | Unset = UNSET
    preset: UpscalePreset | Unset = UNSET
    type_: str | Unset = UNSET
    enhance_face: bool | Unset = UNSET
    enhance_quality: bool | Unset = UNSET
    enhance_text: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_file_id = self.image_file_id

        method: str | Unset = UNSET
        if not isinstance(self.method, Unset):
            method = self.method.value

        preset: str | Unset = UNSET
        if not isinstance(self.preset, Unset):
            preset = self.preset.value

        type_ = self.type_

        enhance_face = self.enhance_face

        enhance_quality = self.enhance_quality

        enhance_text = self.enhance_text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "image_file_id": image_file_id,
            }
        )
        if method is not UNSET:
            field_dict["method"] = method
        if preset is not UNSET:
            field_dict["preset"] = preset
        if type_ is not UNSET:
            field_dict["type"] = type_
        if enhance_face is not UNSET:
            field_dict["enhance_face"] = enhance_face
        if enhance_quality is not UNSET:
            field_dict["enhance_quality"] = enhance_quality
        if enhance_text is not UNSET:
            field_dict["enhance_text"] = enhance_text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_file_id = d.pop("image_file_id")

        _method = d.pop("method", UNSET)
        method: UpscaleMethod | Unset
        if isinstance(_method, Unset):
            method = UNSET
        else:
            method = UpscaleMethod(_method)

        _preset = d.pop("preset", UNSET)
        preset: UpscalePreset | Unset
        if isinstance(_preset, Unset):
            preset = UNSET
        else:
            preset = UpscalePreset(_preset)

        type_ = d.pop("type", UNSET)

        enhance_face = d.pop("enhance_face", UNSET)

        enhance_quality = d.pop("enhance_quality", UNSET)

        enhance_text = d.pop("enhance_text", UNSET)

        upscale_image_request = cls(
            image_file_id=image_file_id,
            method=method,
            preset=preset,
            type_=type_,
            enhance_face=enhance_face,
            enhance_quality=enhance_quality,
            enhance_text=enhance_text,
        )

        return upscale_image_request
