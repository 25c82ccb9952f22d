from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="AuthenticateRequest")


@_attrs_define(field_transformer=_quiet)
class AuthenticateRequest:
    """
    Attributes:
        client_id (str): The API key.
        id_token (str): Base64 of the RSA PKCS#1 v1.5 ciphertext of `client_id=<client_id>&timestamp=<epoch
            milliseconds>`.
    """

    client_id: str
    id_token: str

    def to_dict(self) -> dict[str, Any]:
        client_id = self.client_id

        id_token = self.id_token

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
                "id_token": id_token,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = d.pop("client_id")

        id_token = d.pop("id_token")

        authenticate_request = cls(
            client_id=client_id,
            id_token=id_token,
        )

        return authenticate_request
