from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="StyleParams")


@_attrs_define(field_transformer=_quiet)
class StyleParams:
    """
    Attributes:
        style_group_id (int): Id of the style's group.
        style_ids (list[int]): Id of the style; exactly one is taken.
    """

    style_group_id: int
    style_ids: list[int]

    def to_dict(self) -> dict[str, Any]:
        style_group_id = self.style_group_id

        style_ids = self.style_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "style_group_id": style_group_id,
                "style_ids": style_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        style_group_id = d.pop("style_group_id")

        style_ids = cast(list[int], d.pop("style_ids"))

        style_params = cls(
            style_group_id=style_group_id,
            style_ids=style_ids,
        )

        return style_params
