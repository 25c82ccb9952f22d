from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.industry_type import IndustryType
from ..models.quality_type import QualityType
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RemoveBackgroundRequest")


@_attrs_define(field_transformer=_quiet)
class RemoveBackgroundRequest:
    """
    Attributes:
        image_file_id (str): Id of a jpg, jpeg, png, webp or heic file.
        industry_type (IndustryType | Unset): What the subject is. The vendor's page names portrait, product and
            general; the aliases come from its published
            specification. The vendor takes portrait if it is left out.
        quality_type (QualityType | Unset): Quality against speed. The vendor's page names original and fast; the
            aliases come from its published
            specification. The vendor takes original if it is left out.
        trim_transparent_background (bool | Unset): Cut away the empty canvas around the subject. The vendor does not if
            it is left out.
    """

    image_file_id: str
    industry_type: IndustryType | Unset = UNSET
    quality_type: QualityType | Unset = UNSET
    trim_transparent_background: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_file_id = self.image_file_id

        industry_type: str | Unset = UNSET
        if not isinstance(self.industry_type, Unset):
            industry_type = self.industry_type.value

        quality_type: str | Unset = UNSET
        if not isinstance(self.quality_type, Unset):
            quality_type = self.quality_type.value

        trim_transparent_background = self.trim_transparent_background

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "image_file_id": image_file_id,
            }
        )
        if industry_type is not UNSET:
            field_dict["industry_type"] = industry_type
        if quality_type is not UNSET:
            field_dict["quality_type"] = quality_type
        if trim_transparent_background is not UNSET:
            field_dict["trim_transparent_background"] = trim_transparent_background

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_file_id = d.pop("image_file_id")

        _industry_type = d.pop("industry_type", UNSET)
        industry_type: IndustryType | Unset
        if isinstance(_industry_type, Unset):
            industry_type = UNSET
        else:
            industry_type = IndustryType(_industry_type)

        _quality_type = d.pop("quality_type", UNSET)
        quality_type: QualityType | Unset
        if isinstance(_quality_type, Unset):
            quality_type = UNSET
        else:
            quality_type = QualityType(_quality_type)

        trim_transparent_background = d.pop("trim_transparent_background", UNSET)

        remove_background_request = cls(
            image_file_id=image_file_id,
            industry_type=industry_type,
            quality_type=quality_type,
            trim_transparent_background=trim_transparent_background,
        )

        return remove_background_request
