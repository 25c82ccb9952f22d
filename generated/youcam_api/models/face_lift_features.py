from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="FaceLiftFeatures")


@_attrs_define(field_transformer=_quiet)
class FaceLiftFeatures:
    """How much of each.

    Attributes:
        eye_bag (int | Unset): How much less of the bags under the eyes.
        cheek (int | Unset): How much the cheeks are lifted.
        forehead (int | Unset): How much the forehead is smoothed.
        shape (int | Unset): How much the outline is refined.
        mouth (int | Unset): How much the corners of the mouth are lifted.
    """

    eye_bag: int | Unset = UNSET
    cheek: int | Unset = UNSET
    forehead: int | Unset = UNSET
    shape: int | Unset = UNSET
    mouth: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        eye_bag = self.eye_bag

        cheek = self.cheek

        forehead = self.forehead

        shape = self.shape

        mouth = self.mouth

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if eye_bag is not UNSET:
            field_dict["eye_bag"] = eye_bag
        if cheek is not UNSET:
            field_dict["cheek"] = cheek
        if forehead is not UNSET:
            field_dict["forehead"] = forehead
        if shape is not UNSET:
            field_dict["shape"] = shape
        if mouth is not UNSET:
            field_dict["mouth"] = mouth

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        eye_bag = d.pop("eye_bag", UNSET)

        cheek = d.pop("cheek", UNSET)

        forehead = d.pop("forehead", UNSET)

        shape = d.pop("shape", UNSET)

        mouth = d.pop("mouth", UNSET)

        face_lift_features = cls(
            eye_bag=eye_bag,
            cheek=cheek,
            forehead=forehead,
            shape=shape,
            mouth=mouth,
        )

        return face_lift_features
