from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.blush_palette import BlushPalette
    from ..models.makeup_pattern import MakeupPattern


T = TypeVar("T", bound="BlushEffect")


@_attrs_define(field_transformer=_quiet)
class BlushEffect:
    """
    Attributes:
        category (Literal['blush']):
        pattern (MakeupPattern):
        palettes (list[BlushPalette]): One entry for each colour of the pattern.
    """

    category: Literal["blush"]
    pattern: MakeupPattern
    palettes: list[BlushPalette]

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        pattern = self.pattern.to_dict()

        palettes = []
        for palettes_item_data in self.palettes:
            palettes_item = palettes_item_data.to_dict()
            palettes.append(palettes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "category": category,
                "pattern": pattern,
                "palettes": palettes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.blush_palette import BlushPalette  # noqa: PLC0415
        from ..models.makeup_pattern import MakeupPattern  # noqa: PLC0415

        d = dict(src_dict)
        category = cast(Literal["blush"], d.pop("category"))
        if category != "blush":
            raise ValueError(f"category must match const 'blush', got '{category}'")

        pattern = MakeupPattern.from_dict(d.pop("pattern"))

        palettes = []
        _palettes = d.pop("palettes")
        for palettes_item_data in _palettes:
            palettes_item = BlushPalette.from_dict(palettes_item_data)

            palettes.append(palettes_item)

        blush_effect = cls(
            category=category,
            pattern=pattern,
            palettes=palettes,
        )

        return blush_effect
