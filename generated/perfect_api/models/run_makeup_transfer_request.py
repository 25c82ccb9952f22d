from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.makeup_transfer_payload import MakeupTransferPayload


T = TypeVar("T", bound="RunMakeupTransferRequest")


@_attrs_define(field_transformer=_quiet)
class RunMakeupTransferRequest:
    """
    Attributes:
        request_id (int): Idempotency number, from 0. A retry keeps it; a new task takes a new one.
        payload (MakeupTransferPayload):
    """

    request_id: int
    payload: MakeupTransferPayload

    def to_dict(self) -> dict[str, Any]:
        request_id = self.request_id

        payload = self.payload.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "request_id": request_id,
                "payload": payload,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.makeup_transfer_payload import MakeupTransferPayload  # noqa: PLC0415

        d = dict(src_dict)
        request_id = d.pop("request_id")

        payload = MakeupTransferPayload.from_dict(d.pop("payload"))

        run_makeup_transfer_request = cls(
            request_id=request_id,
            payload=payload,
        )

        return run_makeup_transfer_request
