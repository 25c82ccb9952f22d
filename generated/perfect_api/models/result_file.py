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
        dst_id (None | str | Unset): File id of the result, usable as input of another task without an upload.
        url (None | str | Unset): Download URL, valid for 2 hours. The file itself is kept for 30 days.
    """

    dst_id: None | str | Unset = UNSET
    url: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        dst_id: None | str | Unset
        if isinstance(self.dst_id, Unset):
            dst_id = UNSET
        else:
            dst_id = self.dst_id

        url: None | str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        else:
            url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if dst_id is not UNSET:
            field_dict["dst_id"] = dst_id
        if url is not UNSET:
            field_dict["url"] = url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        dst_id = d.pop("dst_id", UNSET)

        url = d.pop("url", UNSET)

        result_file = cls(
            dst_id=dst_id,
            url=url,
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
