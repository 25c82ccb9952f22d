from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.hair_color_palette import HairColorPalette
    from ..models.hair_color_pattern import HairColorPattern


T = TypeVar("T", bound="RunHairColorRequest")


@_attrs_define(field_transformer=_quiet)
class RunHairColorRequest:
    """
    Attributes:
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        preset (str | Unset): One of the vendor's colours, such as Jet Black; excludes pattern and palettes.
        pattern (HairColorPattern | Unset):
        palettes (list[HairColorPalette] | Unset): One colour for a full pattern, two for an ombre.
    """

    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    preset: str | Unset = UNSET
    pattern: HairColorPattern | Unset = UNSET
    palettes: list[HairColorPalette] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        preset = self.preset

        pattern: dict[str, Any] | Unset = UNSET
        if not isinstance(self.pattern, Unset):
            pattern = self.pattern.to_dict()

        palettes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.palettes, Unset):
            palettes = []
            for palettes_item_data in self.palettes:
                palettes_item = palettes_item_data.to_dict()
                palettes.append(palettes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if preset is not UNSET:
            field_dict["preset"] = preset
        if pattern is not UNSET:
            field_dict["pattern"] = pattern
        if palettes is not UNSET:
            field_dict["palettes"] = palettes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hair_color_palette import HairColorPalette  # noqa: PLC0415
        from ..models.hair_color_pattern import HairColorPattern  # noqa: PLC0415

        d = dict(src_dict)
        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        preset = d.pop("preset", UNSET)

        _pattern = d.pop("pattern", UNSET)
        pattern: HairColorPattern | Unset
        if isinstance(_pattern, Unset):
            pattern = UNSET
        else:
            pattern = HairColorPattern.from_dict(_pattern)

        _palettes = d.pop("palettes", UNSET)
        palettes: list[HairColorPalette] | Unset = UNSET
        if _palettes is not UNSET:
            palettes = []
            for palettes_item_data in _palettes:
                palettes_item = HairColorPalette.from_dict(palettes_item_data)

                palettes.append(palettes_item)

        run_hair_color_request = cls(
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            preset=preset,
            pattern=pattern,
            palettes=palettes,
        )

        return run_hair_color_request
