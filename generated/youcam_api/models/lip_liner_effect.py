from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.lip_liner_palette import LipLinerPalette
    from ..models.makeup_pattern import MakeupPattern


T = TypeVar("T", bound="LipLinerEffect")


@_attrs_define(field_transformer=_quiet)
class LipLinerEffect:
    """
    Attributes:
        category (Literal['lip_liner']):
        pattern (MakeupPattern):
        palettes (list[LipLinerPalette]): One entry for each colour of the pattern.
    """

    category: Literal["lip_liner"]
    pattern: MakeupPattern
    palettes: list[LipLinerPalette]

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
        from ..models.lip_liner_palette import LipLinerPalette  # noqa: PLC0415
        from ..models.makeup_pattern import MakeupPattern  # noqa: PLC0415

        d = dict(src_dict)
        category = cast(Literal["lip_liner"], d.pop("category"))
        if category != "lip_liner":
            raise ValueError(f"category must match const 'lip_liner', got '{category}'")

        pattern = MakeupPattern.from_dict(d.pop("pattern"))

        palettes = []
        _palettes = d.pop("palettes")
        for palettes_item_data in _palettes:
            palettes_item = LipLinerPalette.from_dict(palettes_item_data)

            palettes.append(palettes_item)

        lip_liner_effect = cls(
            category=category,
            pattern=pattern,
            palettes=palettes,
        )

        return lip_liner_effect
