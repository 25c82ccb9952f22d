from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.output_ext_jpg import OutputExtJpg
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.source_file_sets import SourceFileSets
    from ..models.style_action import StyleAction


T = TypeVar("T", bound="HairEffectPayload")


@_attrs_define(field_transformer=_quiet)
class HairEffectPayload:
    """
    Attributes:
        actions (list[StyleAction]):
        file_sets (SourceFileSets):
        output_ext (OutputExtJpg | Unset): Format of the output file.
    """

    actions: list[StyleAction]
    file_sets: SourceFileSets
    output_ext: OutputExtJpg | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        actions = []
        for actions_item_data in self.actions:
            actions_item = actions_item_data.to_dict()
            actions.append(actions_item)

        file_sets = self.file_sets.to_dict()

        output_ext: str | Unset = UNSET
        if not isinstance(self.output_ext, Unset):
            output_ext = self.output_ext.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "actions": actions,
                "file_sets": file_sets,
            }
        )
        if output_ext is not UNSET:
            field_dict["output_ext"] = output_ext

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.source_file_sets import SourceFileSets  # noqa: PLC0415
        from ..models.style_action import StyleAction  # noqa: PLC0415

        d = dict(src_dict)
        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = StyleAction.from_dict(actions_item_data)

            actions.append(actions_item)

        file_sets = SourceFileSets.from_dict(d.pop("file_sets"))

        _output_ext = d.pop("output_ext", UNSET)
        output_ext: OutputExtJpg | Unset
        if isinstance(_output_ext, Unset):
            output_ext = UNSET
        else:
            output_ext = OutputExtJpg(_output_ext)

        hair_effect_payload = cls(
            actions=actions,
            file_sets=file_sets,
            output_ext=output_ext,
        )

        return hair_effect_payload
