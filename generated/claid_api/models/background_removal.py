from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.object_category import ObjectCategory
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.selective_options import SelectiveOptions


T = TypeVar("T", bound="BackgroundRemoval")


@_attrs_define(field_transformer=_quiet)
class BackgroundRemoval:
    """selective and category exclude each other.

    Attributes:
        clipping (bool | Unset): Clip to the bounds of the subject. The vendor does not if it is left out.
        selective (SelectiveOptions | Unset):
        category (ObjectCategory | Unset): What the subject is.
    """

    clipping: bool | Unset = UNSET
    selective: SelectiveOptions | Unset = UNSET
    category: ObjectCategory | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        clipping = self.clipping

        selective: dict[str, Any] | Unset = UNSET
        if not isinstance(self.selective, Unset):
            selective = self.selective.to_dict()

        category: str | Unset = UNSET
        if not isinstance(self.category, Unset):
            category = self.category.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if clipping is not UNSET:
            field_dict["clipping"] = clipping
        if selective is not UNSET:
            field_dict["selective"] = selective
        if category is not UNSET:
            field_dict["category"] = category

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.selective_options import SelectiveOptions  # noqa: PLC0415

        d = dict(src_dict)
        clipping = d.pop("clipping", UNSET)

        _selective = d.pop("selective", UNSET)
        selective: SelectiveOptions | Unset
        if isinstance(_selective, Unset):
            selective = UNSET
        else:
            selective = SelectiveOptions.from_dict(_selective)

        _category = d.pop("category", UNSET)
        category: ObjectCategory | Unset
        if isinstance(_category, Unset):
            category = UNSET
        else:
            category = ObjectCategory(_category)

        background_removal = cls(
            clipping=clipping,
            selective=selective,
            category=category,
        )

        return background_removal
