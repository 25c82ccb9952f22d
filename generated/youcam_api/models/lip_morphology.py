from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="LipMorphology")


@_attrs_define(field_transformer=_quiet)
class LipMorphology:
    """
    Attributes:
        fullness (int | Unset): How much fuller the lips become; 0 if absent.
        wrinkless (int | Unset): How much smoother they become; 0 if absent.
    """

    fullness: int | Unset = UNSET
    wrinkless: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        fullness = self.fullness

        wrinkless = self.wrinkless

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if fullness is not UNSET:
            field_dict["fullness"] = fullness
        if wrinkless is not UNSET:
            field_dict["wrinkless"] = wrinkless

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        fullness = d.pop("fullness", UNSET)

        wrinkless = d.pop("wrinkless", UNSET)

        lip_morphology = cls(
            fullness=fullness,
            wrinkless=wrinkless,
        )

        return lip_morphology
