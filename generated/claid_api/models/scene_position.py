from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="ScenePosition")


@_attrs_define(field_transformer=_quiet)
class ScenePosition:
    """Where the middle of the object is. The vendor takes 0.5 for what is left out.

    Attributes:
        x (float | Unset): 0 is the left edge, 1 the right one.
        y (float | Unset): 0 is the lower edge, 1 the upper one.
    """

    x: float | Unset = UNSET
    y: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        x = self.x

        y = self.y

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if x is not UNSET:
            field_dict["x"] = x
        if y is not UNSET:
            field_dict["y"] = y

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        x = d.pop("x", UNSET)

        y = d.pop("y", UNSET)

        scene_position = cls(
            x=x,
            y=y,
        )

        return scene_position
