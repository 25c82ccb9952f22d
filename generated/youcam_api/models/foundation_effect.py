from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.foundation_palette import FoundationPalette


T = TypeVar("T", bound="FoundationEffect")


@_attrs_define(field_transformer=_quiet)
class FoundationEffect:
    """
    Attributes:
        category (Literal['foundation']):
        palettes (list[FoundationPalette]): One entry for each colour of the pattern.
    """

    category: Literal["foundation"]
    palettes: list[FoundationPalette]

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        palettes = []
        for palettes_item_data in self.palettes:
            palettes_item = palettes_item_data.to_dict()
            palettes.append(palettes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "category": category,
                "palettes": palettes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.foundation_palette import FoundationPalette  # noqa: PLC0415

        d = dict(src_dict)
        category = cast(Literal["foundation"], d.pop("category"))
        if category != "foundation":
            raise ValueError(f"category must match const 'foundation', got '{category}'")

        palettes = []
        _palettes = d.pop("palettes")
        for palettes_item_data in _palettes:
            palettes_item = FoundationPalette.from_dict(palettes_item_data)

            palettes.append(palettes_item)

        foundation_effect = cls(
            category=category,
            palettes=palettes,
        )

        return foundation_effect
