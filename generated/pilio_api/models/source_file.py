from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="SourceFile")


@_attrs_define(field_transformer=_quiet)
class SourceFile:
    """
    Attributes:
        nanoid (str): An id made by the client, which the answer repeats, to tell the records apart.
        name (str): File name; its extension must match type.
        type_ (str): Extension without the dot, such as jpg, jpeg, png, webp, heic or pdf. The list is open.
        size (int | Unset): Size in bytes; upload_mode auto decides by it.
    """

    nanoid: str
    name: str
    type_: str
    size: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        nanoid = self.nanoid

        name = self.name

        type_ = self.type_

        size = self.size

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "nanoid": nanoid,
                "name": name,
                "type": type_,
            }
        )
        if size is not UNSET:
            field_dict["size"] = size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        nanoid = d.pop("nanoid")

        name = d.pop("name")

        type_ = d.pop("type")

        size = d.pop("size", UNSET)

        source_file = cls(
            nanoid=nanoid,
            name=name,
            type_=type_,
            size=size,
        )

        return source_file
