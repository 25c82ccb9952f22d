from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="MakeupPattern")


@_attrs_define(field_transformer=_quiet)
class MakeupPattern:
    """
    Attributes:
        name (str): A label of the vendor's catalogue of patterns for this effect.
    """

    name: str

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        makeup_pattern = cls(
            name=name,
        )

        return makeup_pattern
