from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="BucketCredentials")


@_attrs_define(field_transformer=_quiet)
class BucketCredentials:
    """
    Attributes:
        access_key (str): Id of the access key.
        secret_access_key (str): The secret of the access key.
    """

    access_key: str
    secret_access_key: str

    def to_dict(self) -> dict[str, Any]:
        access_key = self.access_key

        secret_access_key = self.secret_access_key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "access_key": access_key,
                "secret_access_key": secret_access_key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_key = d.pop("access_key")

        secret_access_key = d.pop("secret_access_key")

        bucket_credentials = cls(
            access_key=access_key,
            secret_access_key=secret_access_key,
        )

        return bucket_credentials
