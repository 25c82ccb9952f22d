from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.effect_version import EffectVersion
from ..models.nail_effect_kind import NailEffectKind
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.nail_color import NailColor
    from ..models.nail_design import NailDesign


T = TypeVar("T", bound="RunNailsRequest")


@_attrs_define(field_transformer=_quiet)
class RunNailsRequest:
    """
    Attributes:
        version (EffectVersion): Version of the effect.
        effect_type (NailEffectKind): Polish, or nails to be put on.
        effects (list[NailColor | NailDesign]): What each finger wears.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        ref_file_ids (list[str] | Unset): File ids of designs.
    """

    version: EffectVersion
    effect_type: NailEffectKind
    effects: list[NailColor | NailDesign]
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    ref_file_ids: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.nail_color import NailColor  # noqa: PLC0415

        version = self.version.value

        effect_type = self.effect_type.value

        effects = []
        for effects_item_data in self.effects:
            effects_item: dict[str, Any]
            if isinstance(effects_item_data, NailColor):
                effects_item = effects_item_data.to_dict()
            else:
                effects_item = effects_item_data.to_dict()

            effects.append(effects_item)

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        ref_file_ids: list[str] | Unset = UNSET
        if not isinstance(self.ref_file_ids, Unset):
            ref_file_ids = self.ref_file_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
                "effect_type": effect_type,
                "effects": effects,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if ref_file_ids is not UNSET:
            field_dict["ref_file_ids"] = ref_file_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.nail_color import NailColor  # noqa: PLC0415
        from ..models.nail_design import NailDesign  # noqa: PLC0415

        d = dict(src_dict)
        version = EffectVersion(d.pop("version"))

        effect_type = NailEffectKind(d.pop("effect_type"))

        effects = []
        _effects = d.pop("effects")
        for effects_item_data in _effects:

            def _parse_effects_item(data: object) -> NailColor | NailDesign:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_0 = NailColor.from_dict(data)

                    return effects_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                effects_item_type_1 = NailDesign.from_dict(data)

                return effects_item_type_1

            effects_item = _parse_effects_item(effects_item_data)

            effects.append(effects_item)

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        ref_file_ids = cast(list[str], d.pop("ref_file_ids", UNSET))

        run_nails_request = cls(
            version=version,
            effect_type=effect_type,
            effects=effects,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            ref_file_ids=ref_file_ids,
        )

        return run_nails_request
