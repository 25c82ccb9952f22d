from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.feature_cost import FeatureCost


T = TypeVar("T", bound="FeatureCostPage")


@_attrs_define(field_transformer=_quiet)
class FeatureCostPage:
    """
    Attributes:
        skus (list[FeatureCost] | None | Unset):
        next_token (None | str | Unset): Token of the next page; null after the last.
    """

    skus: list[FeatureCost] | None | Unset = UNSET
    next_token: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        skus: list[dict[str, Any]] | None | Unset
        if isinstance(self.skus, Unset):
            skus = UNSET
        elif isinstance(self.skus, list):
            skus = []
            for skus_type_0_item_data in self.skus:
                skus_type_0_item = skus_type_0_item_data.to_dict()
                skus.append(skus_type_0_item)

        else:
            skus = self.skus

        next_token: None | str | Unset
        if isinstance(self.next_token, Unset):
            next_token = UNSET
        else:
            next_token = self.next_token

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if skus is not UNSET:
            field_dict["skus"] = skus
        if next_token is not UNSET:
            field_dict["next_token"] = next_token

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feature_cost import FeatureCost  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_skus(data: object) -> list[FeatureCost] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                skus_type_0 = []
                _skus_type_0 = data
                for skus_type_0_item_data in _skus_type_0:
                    skus_type_0_item = FeatureCost.from_dict(skus_type_0_item_data)

                    skus_type_0.append(skus_type_0_item)

                return skus_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[FeatureCost] | None | Unset, data)

        skus = _parse_skus(d.pop("skus", UNSET))

        next_token = d.pop("next_token", UNSET)

        feature_cost_page = cls(
            skus=skus,
            next_token=next_token,
        )

        feature_cost_page.additional_properties = d
        return feature_cost_page

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
