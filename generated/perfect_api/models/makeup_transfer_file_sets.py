from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="MakeupTransferFileSets")


@_attrs_define(field_transformer=_quiet)
class MakeupTransferFileSets:
    """
    Attributes:
        src_ids (list[str]): Id of the photo to put makeup on; exactly one is taken.
        ref_ids (list[str]): Id of the photo to take the makeup from; exactly one is taken.
    """

    src_ids: list[str]
    ref_ids: list[str]

    def to_dict(self) -> dict[str, Any]:
        src_ids = self.src_ids

        ref_ids = self.ref_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "src_ids": src_ids,
                "ref_ids": ref_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_ids = cast(list[str], d.pop("src_ids"))

        ref_ids = cast(list[str], d.pop("ref_ids"))

        makeup_transfer_file_sets = cls(
            src_ids=src_ids,
            ref_ids=ref_ids,
        )

        return makeup_transfer_file_sets
