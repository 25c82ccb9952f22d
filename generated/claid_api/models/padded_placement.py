from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="PaddedPlacement")


@_attrs_define(field_transformer=_quiet)
class PaddedPlacement:
    """
    Attributes:
        image_url (str): URL of the object's image.
        placement_type (Literal['padding']): The object fills the scene but for a border.
        padding (str): Border around the object, such as 10%; at most half of the size.
    """

    image_url: str
    placement_type: Literal["padding"]
    padding: str

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        placement_type = self.placement_type

        padding = self.padding

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "image_url": image_url,
                "placement_type": placement_type,
                "padding": padding,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_url = d.pop("image_url")

        placement_type = cast(Literal["padding"], d.pop("placement_type"))
        if placement_type != "padding":
            raise ValueError(f"placement_type must match const 'padding', got '{placement_type}'")

        padding = d.pop("padding")

        padded_placement = cls(
            image_url=image_url,
            placement_type=placement_type,
            padding=padding,
        )

        return padded_placement
