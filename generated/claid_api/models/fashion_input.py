from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="FashionInput")


@_attrs_define(field_transformer=_quiet)
class FashionInput:
    """
    Attributes:
        clothing (list[str]): URLs or storage URIs of the clothes.
        model (str | Unset): URL or storage URI of who wears them.
    """

    clothing: list[str]
    model: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        clothing = self.clothing

        model = self.model

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "clothing": clothing,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clothing = cast(list[str], d.pop("clothing"))

        model = d.pop("model", UNSET)

        fashion_input = cls(
            clothing=clothing,
            model=model,
        )

        return fashion_input
