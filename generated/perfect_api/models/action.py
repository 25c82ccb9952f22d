from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="Action")


@_attrs_define(field_transformer=_quiet)
class Action:
    """
    Attributes:
        id (int): Number of the action, chosen by the client, from 0. The result repeats it.
    """

    id: int

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        action = cls(
            id=id,
        )

        return action
