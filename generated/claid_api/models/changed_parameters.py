from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.changed_credentials import ChangedCredentials


T = TypeVar("T", bound="ChangedParameters")


@_attrs_define(field_transformer=_quiet)
class ChangedParameters:
    """
    Attributes:
        bucket (str | Unset): Name of the bucket.
        path (str | Unset): Folder in the bucket.
        credentials (ChangedCredentials | Unset):
        base_url (str | Unset): Address of a web folder.
    """

    bucket: str | Unset = UNSET
    path: str | Unset = UNSET
    credentials: ChangedCredentials | Unset = UNSET
    base_url: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bucket = self.bucket

        path = self.path

        credentials: dict[str, Any] | Unset = UNSET
        if not isinstance(self.credentials, Unset):
            credentials = self.credentials.to_dict()

        base_url = self.base_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if bucket is not UNSET:
            field_dict["bucket"] = bucket
        if path is not UNSET:
            field_dict["path"] = path
        if credentials is not UNSET:
            field_dict["credentials"] = credentials
        if base_url is not UNSET:
            field_dict["base_url"] = base_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.changed_credentials import ChangedCredentials  # noqa: PLC0415

        d = dict(src_dict)
        bucket = d.pop("bucket", UNSET)

        path = d.pop("path", UNSET)

        _credentials = d.pop("credentials", UNSET)
        credentials: ChangedCredentials | Unset
        if isinstance(_credentials, Unset):
            credentials = UNSET
        else:
            credentials = ChangedCredentials.from_dict(_credentials)

        base_url = d.pop("base_url", UNSET)

        changed_parameters = cls(
            bucket=bucket,
            path=path,
            credentials=credentials,
            base_url=base_url,
        )

        changed_parameters.additional_properties = d
        return changed_parameters

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
