from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="ResultFile")


@_attrs_define(field_transformer=_quiet)
class ResultFile:
    """
    Attributes:
        url (None | str | Unset): Good for 2 hours.
        dst_id (None | str | Unset): The result as a file id, for another run.
        res_age (int | None | Unset): The age that a picture of a series shows.
    """

    url: None | str | Unset = UNSET
    dst_id: None | str | Unset = UNSET
    res_age: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        url: None | str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        else:
            url = self.url

        dst_id: None | str | Unset
        if isinstance(self.dst_id, Unset):
            dst_id = UNSET
        else:
            dst_id = self.dst_id

        res_age: int | None | Unset
        if isinstance(self.res_age, Unset):
            res_age = UNSET
        else:
            res_age = self.res_age

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if dst_id is not UNSET:
            field_dict["dst_id"] = dst_id
        if res_age is not UNSET:
            field_dict["res_age"] = res_age

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url", UNSET)

        dst_id = d.pop("dst_id", UNSET)

        res_age = d.pop("res_age", UNSET)

        result_file = cls(
            url=url,
            dst_id=dst_id,
            res_age=res_age,
        )

        result_file.additional_properties = d
        return result_file

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
