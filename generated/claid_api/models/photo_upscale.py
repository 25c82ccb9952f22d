from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.photo_upscale_version import PhotoUpscaleVersion
from ..types import quiet as _quiet

T = TypeVar("T", bound="PhotoUpscale")


@_attrs_define(field_transformer=_quiet)
class PhotoUpscale:
    """
    Attributes:
        type_ (Literal['photo']):
        version (PhotoUpscaleVersion): Version of the photo model.
    """

    type_: Literal["photo"]
    version: PhotoUpscaleVersion

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        version = self.version.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["photo"], d.pop("type"))
        if type_ != "photo":
            raise ValueError(f"type must match const 'photo', got '{type_}'")

        version = PhotoUpscaleVersion(d.pop("version"))

        photo_upscale = cls(
            type_=type_,
            version=version,
        )

        return photo_upscale
