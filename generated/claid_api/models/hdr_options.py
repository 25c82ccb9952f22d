from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="HdrOptions")


@_attrs_define(field_transformer=_quiet)
class HdrOptions:
    """
    Attributes:
        intensity (int | Unset): The vendor takes 100 if it is left out.
        stitching (bool | Unset): The vendor takes false if it is left out.
    """

    intensity: int | Unset = UNSET
    stitching: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        intensity = self.intensity

        stitching = self.stitching

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if intensity is not UNSET:
            field_dict["intensity"] = intensity
        if stitching is not UNSET:
            field_dict["stitching"] = stitching

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        intensity = d.pop("intensity", UNSET)

        stitching = d.pop("stitching", UNSET)

        hdr_options = cls(
            intensity=intensity,
            stitching=stitching,
        )

        return hdr_options
