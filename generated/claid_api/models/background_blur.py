from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.blur_level import BlurLevel
from ..models.blur_type import BlurType
from ..models.object_category import ObjectCategory
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.selective_options import SelectiveOptions


T = TypeVar("T", bound="BackgroundBlur")


@_attrs_define(field_transformer=_quiet)
class BackgroundBlur:
    """selective and category exclude each other.

    Attributes:
        selective (SelectiveOptions | Unset):
        category (ObjectCategory | Unset): What the subject is.
        type_ (BlurType | Unset): The vendor takes regular if it is left out.
        level (BlurLevel | Unset): The vendor takes medium if it is left out.
    """

    selective: SelectiveOptions | Unset = UNSET
    category: ObjectCategory | Unset = UNSET
    type_: BlurType | Unset = UNSET
    level: BlurLevel | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        selective: dict[str, Any] | Unset = UNSET
        if not isinstance(self.selective, Unset):
            selective = self.selective.to_dict()

        category: str | Unset = UNSET
        if not isinstance(self.category, Unset):
            category = self.category.value

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        level: str | Unset = UNSET
        if not isinstance(self.level, Unset):
            level = self.level.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if selective is not UNSET:
            field_dict["selective"] = selective
        if category is not UNSET:
            field_dict["category"] = category
        if type_ is not UNSET:
            field_dict["type"] = type_
        if level is not UNSET:
            field_dict["level"] = level

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.selective_options import SelectiveOptions  # noqa: PLC0415

        d = dict(src_dict)
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

        _type_ = d.pop("type", UNSET)
        type_: BlurType | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = BlurType(_type_)

        _level = d.pop("level", UNSET)
        level: BlurLevel | Unset
        if isinstance(_level, Unset):
            level = UNSET
        else:
            level = BlurLevel(_level)

        background_blur = cls(
            selective=selective,
            category=category,
            type_=type_,
            level=level,
        )

        return background_blur
