from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.ring_info import RingInfo
    from ..models.source_info import SourceInfo


T = TypeVar("T", bound="RunRingRequest")


@_attrs_define(field_transformer=_quiet)
class RunRingRequest:
    """
    Attributes:
        src_file_id (str): File id of the person's picture.
        ref_file_ids (list[str]): File id of the product's picture.
        source_info (SourceInfo):
        object_infos (list[RingInfo]):
    """

    src_file_id: str
    ref_file_ids: list[str]
    source_info: SourceInfo
    object_infos: list[RingInfo]

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        ref_file_ids = self.ref_file_ids

        source_info = self.source_info.to_dict()

        object_infos = []
        for object_infos_item_data in self.object_infos:
            object_infos_item = object_infos_item_data.to_dict()
            object_infos.append(object_infos_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "src_file_id": src_file_id,
                "ref_file_ids": ref_file_ids,
                "source_info": source_info,
                "object_infos": object_infos,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ring_info import RingInfo  # noqa: PLC0415
        from ..models.source_info import SourceInfo  # noqa: PLC0415

        d = dict(src_dict)
        src_file_id = d.pop("src_file_id")

        ref_file_ids = cast(list[str], d.pop("ref_file_ids"))

        source_info = SourceInfo.from_dict(d.pop("source_info"))

        object_infos = []
        _object_infos = d.pop("object_infos")
        for object_infos_item_data in _object_infos:
            object_infos_item = RingInfo.from_dict(object_infos_item_data)

            object_infos.append(object_infos_item)

        run_ring_request = cls(
            src_file_id=src_file_id,
            ref_file_ids=ref_file_ids,
            source_info=source_info,
            object_infos=object_infos,
        )

        return run_ring_request
