from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.lip_morphology import LipMorphology
    from ..models.lip_palette import LipPalette
    from ..models.lip_style import LipStyle
    from ..models.makeup_pattern import MakeupPattern


T = TypeVar("T", bound="LipColorEffect")


@_attrs_define(field_transformer=_quiet)
class LipColorEffect:
    """
    Attributes:
        category (Literal['lip_color']):
        shape (MakeupPattern):
        style (LipStyle):
        palettes (list[LipPalette]): One entry for each colour of the pattern.
        morphology (LipMorphology | Unset):
    """

    category: Literal["lip_color"]
    shape: MakeupPattern
    style: LipStyle
    palettes: list[LipPalette]
    morphology: LipMorphology | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        shape = self.shape.to_dict()

        style = self.style.to_dict()

        palettes = []
        for palettes_item_data in self.palettes:
            palettes_item = palettes_item_data.to_dict()
            palettes.append(palettes_item)

        morphology: dict[str, Any] | Unset = UNSET
        if not isinstance(self.morphology, Unset):
            morphology = self.morphology.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "category": category,
                "shape": shape,
                "style": style,
                "palettes": palettes,
            }
        )
        if morphology is not UNSET:
            field_dict["morphology"] = morphology

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lip_morphology import LipMorphology  # noqa: PLC0415
        from ..models.lip_palette import LipPalette  # noqa: PLC0415
        from ..models.lip_style import LipStyle  # noqa: PLC0415
        from ..models.makeup_pattern import MakeupPattern  # noqa: PLC0415

        d = dict(src_dict)
        category = cast(Literal["lip_color"], d.pop("category"))
        if category != "lip_color":
            raise ValueError(f"category must match const 'lip_color', got '{category}'")

        shape = MakeupPattern.from_dict(d.pop("shape"))

        style = LipStyle.from_dict(d.pop("style"))

        palettes = []
        _palettes = d.pop("palettes")
        for palettes_item_data in _palettes:
            palettes_item = LipPalette.from_dict(palettes_item_data)

            palettes.append(palettes_item)

        _morphology = d.pop("morphology", UNSET)
        morphology: LipMorphology | Unset
        if isinstance(_morphology, Unset):
            morphology = UNSET
        else:
            morphology = LipMorphology.from_dict(_morphology)

        lip_color_effect = cls(
            category=category,
            shape=shape,
            style=style,
            palettes=palettes,
            morphology=morphology,
        )

        return lip_color_effect
