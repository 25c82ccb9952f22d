from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="ThreeSidesRequest")


@_attrs_define(field_transformer=_quiet)
class ThreeSidesRequest:
    """
    Attributes:
        src_file_ids (list[str]): File ids of the front, the right and the left side of the head.
    """

    src_file_ids: list[str]

    def to_dict(self) -> dict[str, Any]:
        src_file_ids = self.src_file_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "src_file_ids": src_file_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_ids = cast(list[str], d.pop("src_file_ids"))

        three_sides_request = cls(
            src_file_ids=src_file_ids,
        )

        return three_sides_request
