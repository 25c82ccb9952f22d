from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="OriginalPlacement")


@_attrs_define(field_transformer=_quiet)
class OriginalPlacement:
    """
    Attributes:
        image_url (str): URL of the object's image.
        placement_type (Literal['original']): The object stays where it is in its image.
    """

    image_url: str
    placement_type: Literal["original"]

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        placement_type = self.placement_type

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "image_url": image_url,
                "placement_type": placement_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_url = d.pop("image_url")

        placement_type = cast(Literal["original"], d.pop("placement_type"))
        if placement_type != "original":
            raise ValueError(f"placement_type must match const 'original', got '{placement_type}'")

        original_placement = cls(
            image_url=image_url,
            placement_type=placement_type,
        )

        return original_placement
