from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.credit_change import CreditChange


T = TypeVar("T", bound="CreditInfo")


@_attrs_define(field_transformer=_quiet)
class CreditInfo:
    """
    Attributes:
        credits_ (list[CreditChange] | None | Unset):
        dst_actions (list[str] | None | Unset): The concerns of a skin analysis.
    """

    credits_: list[CreditChange] | None | Unset = UNSET
    dst_actions: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        credits_: list[dict[str, Any]] | None | Unset
        if isinstance(self.credits_, Unset):
            credits_ = UNSET
        elif isinstance(self.credits_, list):
            credits_ = []
            for credits_type_0_item_data in self.credits_:
                credits_type_0_item = credits_type_0_item_data.to_dict()
                credits_.append(credits_type_0_item)

        else:
            credits_ = self.credits_

        dst_actions: list[str] | None | Unset
        if isinstance(self.dst_actions, Unset):
            dst_actions = UNSET
        elif isinstance(self.dst_actions, list):
            dst_actions = self.dst_actions

        else:
            dst_actions = self.dst_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if credits_ is not UNSET:
            field_dict["credits"] = credits_
        if dst_actions is not UNSET:
            field_dict["dst_actions"] = dst_actions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.credit_change import CreditChange  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_credits_(data: object) -> list[CreditChange] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                credits_type_0 = []
                _credits_type_0 = data
                for credits_type_0_item_data in _credits_type_0:
                    credits_type_0_item = CreditChange.from_dict(credits_type_0_item_data)

                    credits_type_0.append(credits_type_0_item)

                return credits_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[CreditChange] | None | Unset, data)

        credits_ = _parse_credits_(d.pop("credits", UNSET))

        def _parse_dst_actions(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                dst_actions_type_0 = cast(list[str], data)

                return dst_actions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        dst_actions = _parse_dst_actions(d.pop("dst_actions", UNSET))

        credit_info = cls(
            credits_=credits_,
            dst_actions=dst_actions,
        )

        credit_info.additional_properties = d
        return credit_info

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
