from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.style import Style


T = TypeVar("T", bound="StylePage")


@_attrs_define(field_transformer=_quiet)
class StylePage:
    """
    Attributes:
        next_token (None | str | Unset): Token of the next page; null or absent on the last.
        styles (list[Style] | None | Unset):
    """

    next_token: None | str | Unset = UNSET
    styles: list[Style] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        next_token: None | str | Unset
        if isinstance(self.next_token, Unset):
            next_token = UNSET
        else:
            next_token = self.next_token

        styles: list[dict[str, Any]] | None | Unset
        if isinstance(self.styles, Unset):
            styles = UNSET
        elif isinstance(self.styles, list):
            styles = []
            for styles_type_0_item_data in self.styles:
                styles_type_0_item = styles_type_0_item_data.to_dict()
                styles.append(styles_type_0_item)

        else:
            styles = self.styles

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if next_token is not UNSET:
            field_dict["next_token"] = next_token
        if styles is not UNSET:
            field_dict["styles"] = styles

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.style import Style  # noqa: PLC0415

        d = dict(src_dict)
        next_token = d.pop("next_token", UNSET)

        def _parse_styles(data: object) -> list[Style] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                styles_type_0 = []
                _styles_type_0 = data
                for styles_type_0_item_data in _styles_type_0:
                    styles_type_0_item = Style.from_dict(styles_type_0_item_data)

                    styles_type_0.append(styles_type_0_item)

                return styles_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Style] | None | Unset, data)

        styles = _parse_styles(d.pop("styles", UNSET))

        style_page = cls(
            next_token=next_token,
            styles=styles,
        )

        style_page.additional_properties = d
        return style_page

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
