from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="PackageCredits")


@_attrs_define(field_transformer=_quiet)
class PackageCredits:
    """A package of credits. Known from one run against the live API; there are more fields.

    Attributes:
        remaining_credits (float | None | Unset): Credits that are left.
        used_credits (float | None | Unset): Credits that were used.
    """

    remaining_credits: float | None | Unset = UNSET
    used_credits: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        remaining_credits: float | None | Unset
        if isinstance(self.remaining_credits, Unset):
            remaining_credits = UNSET
        else:
            remaining_credits = self.remaining_credits

        used_credits: float | None | Unset
        if isinstance(self.used_credits, Unset):
            used_credits = UNSET
        else:
            used_credits = self.used_credits

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if remaining_credits is not UNSET:
            field_dict["remaining_credits"] = remaining_credits
        if used_credits is not UNSET:
            field_dict["used_credits"] = used_credits

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        remaining_credits = d.pop("remaining_credits", UNSET)

        used_credits = d.pop("used_credits", UNSET)

        package_credits = cls(
            remaining_credits=remaining_credits,
            used_credits=used_credits,
        )

        package_credits.additional_properties = d
        return package_credits

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
