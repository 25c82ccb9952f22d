from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="ChangedCredentials")


@_attrs_define(field_transformer=_quiet)
class ChangedCredentials:
    """
    Attributes:
        access_key (str | Unset): Id of the access key.
        secret_access_key (str | Unset): The secret of the access key.
    """

    access_key: str | Unset = UNSET
    secret_access_key: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        access_key = self.access_key

        secret_access_key = self.secret_access_key

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if access_key is not UNSET:
            field_dict["access_key"] = access_key
        if secret_access_key is not UNSET:
            field_dict["secret_access_key"] = secret_access_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_key = d.pop("access_key", UNSET)

        secret_access_key = d.pop("secret_access_key", UNSET)

        changed_credentials = cls(
            access_key=access_key,
            secret_access_key=secret_access_key,
        )

        return changed_credentials
