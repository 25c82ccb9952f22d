from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="SelectiveOptions")


@_attrs_define(field_transformer=_quiet)
class SelectiveOptions:
    """
    Attributes:
        object_to_keep (str): The object in words, such as dog.
    """

    object_to_keep: str

    def to_dict(self) -> dict[str, Any]:
        object_to_keep = self.object_to_keep

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "object_to_keep": object_to_keep,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        object_to_keep = d.pop("object_to_keep")

        selective_options = cls(
            object_to_keep=object_to_keep,
        )

        return selective_options
