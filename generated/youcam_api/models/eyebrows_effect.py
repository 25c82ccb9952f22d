from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.eyebrow_palette import EyebrowPalette
    from ..models.eyebrow_pattern import EyebrowPattern


T = TypeVar("T", bound="EyebrowsEffect")


@_attrs_define(field_transformer=_quiet)
class EyebrowsEffect:
    """
    Attributes:
        category (Literal['eyebrows']):
        pattern (EyebrowPattern):
        palettes (list[EyebrowPalette]): One entry for each colour of the pattern.
    """

    category: Literal["eyebrows"]
    pattern: EyebrowPattern
    palettes: list[EyebrowPalette]

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
        from ..models.eyebrow_palette import EyebrowPalette  # noqa: PLC0415
        from ..models.eyebrow_pattern import EyebrowPattern  # noqa: PLC0415

        d = dict(src_dict)
        category = cast(Literal["eyebrows"], d.pop("category"))
        if category != "eyebrows":
            raise ValueError(f"category must match const 'eyebrows', got '{category}'")

        pattern = EyebrowPattern.from_dict(d.pop("pattern"))

        palettes = []
        _palettes = d.pop("palettes")
        for palettes_item_data in _palettes:
            palettes_item = EyebrowPalette.from_dict(palettes_item_data)

            palettes.append(palettes_item)

        eyebrows_effect = cls(
            category=category,
            pattern=pattern,
            palettes=palettes,
        )

        return eyebrows_effect
