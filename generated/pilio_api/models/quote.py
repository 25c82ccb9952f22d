from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="Quote")


@_attrs_define(field_transformer=_quiet)
class Quote:
    """What a request would cost. The amounts are decimal numbers as text, so that they stay exact.

    Attributes:
        charged_credits (str): What is charged; the amount to hold against a budget.
        base_credits (None | str | Unset): The price before the account's multiplier.
        available_credits (None | str | Unset): What the account has.
        affordable (bool | None | Unset): Whether the account has enough.
        estimate_kind (None | str | Unset): estimated, or final_estimate.
        may_change_after_worker_preflight (bool | None | Unset): Whether the price may change once a worker has looked
            at the request.
        credits_multiplier_bps (int | None | Unset): The account's multiplier in ten-thousandths; 10000 is once the
            price.
        blocking_code (int | None | Unset): Code of what stands against the request.
        blocking_reason (None | str | Unset): What stands against the request.
    """

    charged_credits: str
    base_credits: None | str | Unset = UNSET
    available_credits: None | str | Unset = UNSET
    affordable: bool | None | Unset = UNSET
    estimate_kind: None | str | Unset = UNSET
    may_change_after_worker_preflight: bool | None | Unset = UNSET
    credits_multiplier_bps: int | None | Unset = UNSET
    blocking_code: int | None | Unset = UNSET
    blocking_reason: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        charged_credits = self.charged_credits

        base_credits: None | str | Unset
        if isinstance(self.base_credits, Unset):
            base_credits = UNSET
        else:
            base_credits = self.base_credits

        available_credits: None | str | Unset
        if isinstance(self.available_credits, Unset):
            available_credits = UNSET
        else:
            available_credits = self.available_credits

        affordable: bool | None | Unset
        if isinstance(self.affordable, Unset):
            affordable = UNSET
        else:
            affordable = self.affordable

        estimate_kind: None | str | Unset
        if isinstance(self.estimate_kind, Unset):
            estimate_kind = UNSET
        else:
            estimate_kind = self.estimate_kind

        may_change_after_worker_preflight: bool | None | Unset
        if isinstance(self.may_change_after_worker_preflight, Unset):
            may_change_after_worker_preflight = UNSET
        else:
            may_change_after_worker_preflight = self.may_change_after_worker_preflight

        credits_multiplier_bps: int | None | Unset
        if isinstance(self.credits_multiplier_bps, Unset):
            credits_multiplier_bps = UNSET
        else:
            credits_multiplier_bps = self.credits_multiplier_bps

        blocking_code: int | None | Unset
        if isinstance(self.blocking_code, Unset):
            blocking_code = UNSET
        else:
            blocking_code = self.blocking_code

        blocking_reason: None | str | Unset
        if isinstance(self.blocking_reason, Unset):
            blocking_reason = UNSET
        else:
            blocking_reason = self.blocking_reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "charged_credits": charged_credits,
            }
        )
        if base_credits is not UNSET:
            field_dict["base_credits"] = base_credits
        if available_credits is not UNSET:
            field_dict["available_credits"] = available_credits
        if affordable is not UNSET:
            field_dict["affordable"] = affordable
        if estimate_kind is not UNSET:
            field_dict["estimate_kind"] = estimate_kind
        if may_change_after_worker_preflight is not UNSET:
            field_dict["may_change_after_worker_preflight"] = may_change_after_worker_preflight
        if credits_multiplier_bps is not UNSET:
            field_dict["credits_multiplier_bps"] = credits_multiplier_bps
        if blocking_code is not UNSET:
            field_dict["blocking_code"] = blocking_code
        if blocking_reason is not UNSET:
            field_dict["blocking_reason"] = blocking_reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        charged_credits = d.pop("charged_credits")

        base_credits = d.pop("base_credits", UNSET)

        available_credits = d.pop("available_credits", UNSET)

        affordable = d.pop("affordable", UNSET)

        estimate_kind = d.pop("estimate_kind", UNSET)

        may_change_after_worker_preflight = d.pop("may_change_after_worker_preflight", UNSET)

        credits_multiplier_bps = d.pop("credits_multiplier_bps", UNSET)

        blocking_code = d.pop("blocking_code", UNSET)

        blocking_reason = d.pop("blocking_reason", UNSET)

        quote = cls(
            charged_credits=charged_credits,
            base_credits=base_credits,
            available_credits=available_credits,
            affordable=affordable,
            estimate_kind=estimate_kind,
            may_change_after_worker_preflight=may_change_after_worker_preflight,
            credits_multiplier_bps=credits_multiplier_bps,
            blocking_code=blocking_code,
            blocking_reason=blocking_reason,
        )

        quote.additional_properties = d
        return quote

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
