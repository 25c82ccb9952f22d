from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.hair_color_kind import HairColorKind
from ..models.hair_color_section import HairColorSection
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="HairColorPattern")


@_attrs_define(field_transformer=_quiet)
class HairColorPattern:
    """
    Attributes:
        name (HairColorKind): One colour, or two from the roots to the tips.
        blend_strength (int | Unset): How softly the colours of an ombre meet.
        line_offset (float | Unset): Where the colours of an ombre meet; 0 is the middle.
        coloring_section (HairColorSection | Unset): Where the second colour begins.
    """

    name: HairColorKind
    blend_strength: int | Unset = UNSET
    line_offset: float | Unset = UNSET
    coloring_section: HairColorSection | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name.value

        blend_strength = self.blend_strength

        line_offset = self.line_offset

        coloring_section: str | Unset = UNSET
        if not isinstance(self.coloring_section, Unset):
            coloring_section = self.coloring_section.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if blend_strength is not UNSET:
            field_dict["blend_strength"] = blend_strength
        if line_offset is not UNSET:
            field_dict["line_offset"] = line_offset
        if coloring_section is not UNSET:
            field_dict["coloring_section"] = coloring_section

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = HairColorKind(d.pop("name"))

        blend_strength = d.pop("blend_strength", UNSET)

        line_offset = d.pop("line_offset", UNSET)

        _coloring_section = d.pop("coloring_section", UNSET)
        coloring_section: HairColorSection | Unset
        if isinstance(_coloring_section, Unset):
            coloring_section = UNSET
        else:
            coloring_section = HairColorSection(_coloring_section)

        hair_color_pattern = cls(
            name=name,
            blend_strength=blend_strength,
            line_offset=line_offset,
            coloring_section=coloring_section,
        )

        return hair_color_pattern
