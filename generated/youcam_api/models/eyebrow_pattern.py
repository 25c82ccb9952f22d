from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.eyebrow_mode import EyebrowMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="EyebrowPattern")


@_attrs_define(field_transformer=_quiet)
class EyebrowPattern:
    """
    Attributes:
        type_ (EyebrowMode): Shape and colour, or the colour alone.
        name (str | Unset): A label of the vendor's catalogue of eyebrows, needed for a shape.
        curvature (int | Unset): Straighter, or more curved.
        thickness (int | Unset): Thinner, or thicker.
        definition (int | Unset): How sharp the edge is.
    """

    type_: EyebrowMode
    name: str | Unset = UNSET
    curvature: int | Unset = UNSET
    thickness: int | Unset = UNSET
    definition: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_.value

        name = self.name

        curvature = self.curvature

        thickness = self.thickness

        definition = self.definition

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if curvature is not UNSET:
            field_dict["curvature"] = curvature
        if thickness is not UNSET:
            field_dict["thickness"] = thickness
        if definition is not UNSET:
            field_dict["definition"] = definition

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = EyebrowMode(d.pop("type"))

        name = d.pop("name", UNSET)

        curvature = d.pop("curvature", UNSET)

        thickness = d.pop("thickness", UNSET)

        definition = d.pop("definition", UNSET)

        eyebrow_pattern = cls(
            type_=type_,
            name=name,
            curvature=curvature,
            thickness=thickness,
            definition=definition,
        )

        return eyebrow_pattern
