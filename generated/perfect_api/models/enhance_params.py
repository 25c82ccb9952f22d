from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.enhance_scale import EnhanceScale
from ..types import quiet as _quiet

T = TypeVar("T", bound="EnhanceParams")


@_attrs_define(field_transformer=_quiet)
class EnhanceParams:
    """
    Attributes:
        scale (EnhanceScale): Factor by which width and height grow.
    """

    scale: EnhanceScale

    def to_dict(self) -> dict[str, Any]:
        scale = self.scale.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "scale": scale,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        scale = EnhanceScale(d.pop("scale"))

        enhance_params = cls(
            scale=scale,
        )

        return enhance_params
