from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="FeatureCost")


@_attrs_define(field_transformer=_quiet)
class FeatureCost:
    """
    Attributes:
        description (None | str | Unset):
        amount (float | None | Unset): Credits per `proc_unit`.
        unit (None | str | Unset): What is counted: result_image or second.
        proc_unit (int | None | Unset): How many of them one amount pays.
        run_task_url (None | str | Unset): Address of the run that costs it.
    """

    description: None | str | Unset = UNSET
    amount: float | None | Unset = UNSET
    unit: None | str | Unset = UNSET
    proc_unit: int | None | Unset = UNSET
    run_task_url: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        amount: float | None | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        else:
            amount = self.amount

        unit: None | str | Unset
        if isinstance(self.unit, Unset):
            unit = UNSET
        else:
            unit = self.unit

        proc_unit: int | None | Unset
        if isinstance(self.proc_unit, Unset):
            proc_unit = UNSET
        else:
            proc_unit = self.proc_unit

        run_task_url: None | str | Unset
        if isinstance(self.run_task_url, Unset):
            run_task_url = UNSET
        else:
            run_task_url = self.run_task_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if amount is not UNSET:
            field_dict["amount"] = amount
        if unit is not UNSET:
            field_dict["unit"] = unit
        if proc_unit is not UNSET:
            field_dict["proc_unit"] = proc_unit
        if run_task_url is not UNSET:
            field_dict["run_task_url"] = run_task_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        description = d.pop("description", UNSET)

        amount = d.pop("amount", UNSET)

        unit = d.pop("unit", UNSET)

        proc_unit = d.pop("proc_unit", UNSET)

        run_task_url = d.pop("run_task_url", UNSET)

        feature_cost = cls(
            description=description,
            amount=amount,
            unit=unit,
            proc_unit=proc_unit,
            run_task_url=run_task_url,
        )

        feature_cost.additional_properties = d
        return feature_cost

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
