from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.eye_palette import EyePalette
    from ..models.makeup_pattern import MakeupPattern


T = TypeVar("T", bound="EyeshadowEffect")


@_attrs_define(field_transformer=_quiet)
class EyeshadowEffect:
    """
    Attributes:
        category (Literal['eye_shadow']):
        pattern (MakeupPattern):
        palettes (list[EyePalette]): One entry for each colour of the pattern.
    """

    category: Literal["eye_shadow"]
    pattern: MakeupPattern
    palettes: list[EyePalette]

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
        from ..models.eye_palette import EyePalette  # noqa: PLC0415
        from ..models.makeup_pattern import MakeupPattern  # noqa: PLC0415

        d = dict(src_dict)
        category = cast(Literal["eye_shadow"], d.pop("category"))
        if category != "eye_shadow":
            raise ValueError(f"category must match const 'eye_shadow', got '{category}'")

        pattern = MakeupPattern.from_dict(d.pop("pattern"))

        palettes = []
        _palettes = d.pop("palettes")
        for palettes_item_data in _palettes:
            palettes_item = EyePalette.from_dict(palettes_item_data)

            palettes.append(palettes_item)

        eyeshadow_effect = cls(
            category=category,
            pattern=pattern,
            palettes=palettes,
        )

        return eyeshadow_effect
