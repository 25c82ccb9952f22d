from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.credit_info import CreditInfo


T = TypeVar("T", bound="CreditHistoryItem")


@_attrs_define(field_transformer=_quiet)
class CreditHistoryItem:
    """
    Attributes:
        id (int | None | Unset):
        timestamp (int | None | Unset): Milliseconds since the epoch.
        action (None | str | Unset): Such as api_photo_enhance, sign_up_gift or expire.
        target_id (None | str | Unset): The task or the order.
        info (CreditInfo | None | Unset):
    """

    id: int | None | Unset = UNSET
    timestamp: int | None | Unset = UNSET
    action: None | str | Unset = UNSET
    target_id: None | str | Unset = UNSET
    info: CreditInfo | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.credit_info import CreditInfo  # noqa: PLC0415

        id: int | None | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        else:
            id = self.id

        timestamp: int | None | Unset
        if isinstance(self.timestamp, Unset):
            timestamp = UNSET
        else:
            timestamp = self.timestamp

        action: None | str | Unset
        if isinstance(self.action, Unset):
            action = UNSET
        else:
            action = self.action

        target_id: None | str | Unset
        if isinstance(self.target_id, Unset):
            target_id = UNSET
        else:
            target_id = self.target_id

        info: dict[str, Any] | None | Unset
        if isinstance(self.info, Unset):
            info = UNSET
        elif isinstance(self.info, CreditInfo):
            info = self.info.to_dict()
        else:
            info = self.info

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if timestamp is not UNSET:
            field_dict["timestamp"] = timestamp
        if action is not UNSET:
            field_dict["action"] = action
        if target_id is not UNSET:
            field_dict["target_id"] = target_id
        if info is not UNSET:
            field_dict["info"] = info

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.credit_info import CreditInfo  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id", UNSET)

        timestamp = d.pop("timestamp", UNSET)

        action = d.pop("action", UNSET)

        target_id = d.pop("target_id", UNSET)

        def _parse_info(data: object) -> CreditInfo | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                info_type_0 = CreditInfo.from_dict(data)

                return info_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CreditInfo | None | Unset, data)

        info = _parse_info(d.pop("info", UNSET))

        credit_history_item = cls(
            id=id,
            timestamp=timestamp,
            action=action,
            target_id=target_id,
            info=info,
        )

        credit_history_item.additional_properties = d
        return credit_history_item

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
