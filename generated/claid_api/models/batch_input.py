from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="BatchInput")


@_attrs_define(field_transformer=_quiet)
class BatchInput:
    """
    Attributes:
        source (str): URI of a file or of a folder in a connected storage.
        recursive (bool | Unset): Whether folders inside the folder count too. The vendor takes false if it is left out.
    """

    source: str
    recursive: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        source = self.source

        recursive = self.recursive

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "source": source,
            }
        )
        if recursive is not UNSET:
            field_dict["recursive"] = recursive

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        source = d.pop("source")

        recursive = d.pop("recursive", UNSET)

        batch_input = cls(
            source=source,
            recursive=recursive,
        )

        return batch_input
