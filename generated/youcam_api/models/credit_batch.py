from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreditBatch")


@_attrs_define(field_transformer=_quiet)
class CreditBatch:
    """
    Attributes:
        id (int | None | Unset):
        type_ (None | str | Unset): Only batches whose type begins with `Api` pay for calls.
        amount (float | None | Unset): Credits left; the vendor calls this field outdated.
        amount_dec (float | None | Unset): Credits left, to two decimal places.
        expiry (int | None | Unset): When they expire, in milliseconds since the epoch.
    """

    id: int | None | Unset = UNSET
    type_: None | str | Unset = UNSET
    amount: float | None | Unset = UNSET
    amount_dec: float | None | Unset = UNSET
    expiry: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id: int | None | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        else:
            id = self.id

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        else:
            type_ = self.type_

        amount: float | None | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        else:
            amount = self.amount

        amount_dec: float | None | Unset
        if isinstance(self.amount_dec, Unset):
            amount_dec = UNSET
        else:
            amount_dec = self.amount_dec

        expiry: int | None | Unset
        if isinstance(self.expiry, Unset):
            expiry = UNSET
        else:
            expiry = self.expiry

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if type_ is not UNSET:
            field_dict["type"] = type_
        if amount is not UNSET:
            field_dict["amount"] = amount
        if amount_dec is not UNSET:
            field_dict["amount_dec"] = amount_dec
        if expiry is not UNSET:
            field_dict["expiry"] = expiry

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id", UNSET)

        type_ = d.pop("type", UNSET)

        amount = d.pop("amount", UNSET)

        amount_dec = d.pop("amount_dec", UNSET)

        expiry = d.pop("expiry", UNSET)

        credit_batch = cls(
            id=id,
            type_=type_,
            amount=amount,
            amount_dec=amount_dec,
            expiry=expiry,
        )

        credit_batch.additional_properties = d
        return credit_batch

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
