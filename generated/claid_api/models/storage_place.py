from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.storage_access import StorageAccess


T = TypeVar("T", bound="StoragePlace")


@_attrs_define(field_transformer=_quiet)
class StoragePlace:
    """
    Attributes:
        bucket (None | str | Unset): Name of the bucket.
        path (None | str | Unset): Folder in the bucket.
        base_url (None | str | Unset): Address of a web folder.
        credentials (None | StorageAccess | Unset):
    """

    bucket: None | str | Unset = UNSET
    path: None | str | Unset = UNSET
    base_url: None | str | Unset = UNSET
    credentials: None | StorageAccess | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.storage_access import StorageAccess  # noqa: PLC0415

        bucket: None | str | Unset
        if isinstance(self.bucket, Unset):
            bucket = UNSET
        else:
            bucket = self.bucket

        path: None | str | Unset
        if isinstance(self.path, Unset):
            path = UNSET
        else:
            path = self.path

        base_url: None | str | Unset
        if isinstance(self.base_url, Unset):
            base_url = UNSET
        else:
            base_url = self.base_url

        credentials: dict[str, Any] | None | Unset
        if isinstance(self.credentials, Unset):
            credentials = UNSET
        elif isinstance(self.credentials, StorageAccess):
            credentials = self.credentials.to_dict()
        else:
            credentials = self.credentials

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if bucket is not UNSET:
            field_dict["bucket"] = bucket
        if path is not UNSET:
            field_dict["path"] = path
        if base_url is not UNSET:
            field_dict["base_url"] = base_url
        if credentials is not UNSET:
            field_dict["credentials"] = credentials

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.storage_access import StorageAccess  # noqa: PLC0415

        d = dict(src_dict)
        bucket = d.pop("bucket", UNSET)

        path = d.pop("path", UNSET)

        base_url = d.pop("base_url", UNSET)

        def _parse_credentials(data: object) -> None | StorageAccess | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                credentials_type_0 = StorageAccess.from_dict(data)

                return credentials_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StorageAccess | Unset, data)

        credentials = _parse_credentials(d.pop("credentials", UNSET))

        storage_place = cls(
            bucket=bucket,
            path=path,
            base_url=base_url,
            credentials=credentials,
        )

        storage_place.additional_properties = d
        return storage_place

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
