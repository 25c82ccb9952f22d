from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.makeup_color import MakeupColor
    from ..models.makeup_pattern import MakeupPattern


T = TypeVar("T", bound="ContourEffect")


@_attrs_define(field_transformer=_quiet)
class ContourEffect:
    """
    Attributes:
        category (Literal['contour']):
        pattern (MakeupPattern):
        palettes (list[MakeupColor]): One entry for each colour of the pattern.
    """

    category: Literal["contour"]
    pattern: MakeupPattern
    palettes: list[MakeupColor]

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
        from ..models.makeup_color import MakeupColor  # noqa: PLC0415
        from ..models.makeup_pattern import MakeupPattern  # noqa: PLC0415

        d = dict(src_dict)
        category = cast(Literal["contour"], d.pop("category"))
        if category != "contour":
            raise ValueError(f"category must match const 'contour', got '{category}'")

        pattern = MakeupPattern.from_dict(d.pop("pattern"))

        palettes = []
        _palettes = d.pop("palettes")
        for palettes_item_data in _palettes:
            palettes_item = MakeupColor.from_dict(palettes_item_data)

            palettes.append(palettes_item)

        contour_effect = cls(
            category=category,
            pattern=pattern,
            palettes=palettes,
        )

        return contour_effect
