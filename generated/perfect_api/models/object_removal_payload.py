from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.output_ext_jpg_or_webp import OutputExtJpgOrWebp
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.action import Action
    from ..models.object_removal_file_sets import ObjectRemovalFileSets


T = TypeVar("T", bound="ObjectRemovalPayload")


@_attrs_define(field_transformer=_quiet)
class ObjectRemovalPayload:
    """
    Attributes:
        file_sets (ObjectRemovalFileSets):
        actions (list[Action]):
        output_ext (OutputExtJpgOrWebp | Unset): Format of the output file.
    """

    file_sets: ObjectRemovalFileSets
    actions: list[Action]
    output_ext: OutputExtJpgOrWebp | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file_sets = self.file_sets.to_dict()

        actions = []
        for actions_item_data in self.actions:
            actions_item = actions_item_data.to_dict()
            actions.append(actions_item)

        output_ext: str | Unset = UNSET
        if not isinstance(self.output_ext, Unset):
            output_ext = self.output_ext.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "file_sets": file_sets,
                "actions": actions,
            }
        )
        if output_ext is not UNSET:
            field_dict["output_ext"] = output_ext

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.action import Action  # noqa: PLC0415
        from ..models.object_removal_file_sets import ObjectRemovalFileSets  # noqa: PLC0415

        d = dict(src_dict)
        file_sets = ObjectRemovalFileSets.from_dict(d.pop("file_sets"))

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = Action.from_dict(actions_item_data)

            actions.append(actions_item)

        _output_ext = d.pop("output_ext", UNSET)
        output_ext: OutputExtJpgOrWebp | Unset
        if isinstance(_output_ext, Unset):
            output_ext = UNSET
        else:
            output_ext = OutputExtJpgOrWebp(_output_ext)

        object_removal_payload = cls(
            file_sets=file_sets,
            actions=actions,
            output_ext=output_ext,
        )

        return object_removal_payload
