from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="FacePair")


@_attrs_define(field_transformer=_quiet)
class FacePair:
    """
    Attributes:
        index (int): Which of the new faces, counted from 0; -1 leaves the face as it is.
        position (int): Which face of the picture, counted from 0 as the pre-process finds them; -1 to leave one as it
            is.
    """

    index: int
    position: int

    def to_dict(self) -> dict[str, Any]:
        index = self.index

        position = self.position

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "index": index,
                "position": position,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        index = d.pop("index")

        position = d.pop("position")

        face_pair = cls(
            index=index,
            position=position,
        )

        return face_pair
