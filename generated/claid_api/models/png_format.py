from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.png_compression import PngCompression
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="PngFormat")


@_attrs_define(field_transformer=_quiet)
class PngFormat:
    """
    Attributes:
        type_ (Literal['png']):
        compression (PngCompression | Unset): The vendor takes optimal if it is left out.
    """

    type_: Literal["png"]
    compression: PngCompression | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        compression: str | Unset = UNSET
        if not isinstance(self.compression, Unset):
            compression = self.compression.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if compression is not UNSET:
            field_dict["compression"] = compression

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["png"], d.pop("type"))
        if type_ != "png":
            raise ValueError(f"type must match const 'png', got '{type_}'")

        _compression = d.pop("compression", UNSET)
        compression: PngCompression | Unset
        if isinstance(_compression, Unset):
            compression = UNSET
        else:
            compression = PngCompression(_compression)

        png_format = cls(
            type_=type_,
            compression=compression,
        )

        return png_format
