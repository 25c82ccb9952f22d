from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.object_removal_payload import ObjectRemovalPayload


T = TypeVar("T", bound="RunObjectRemovalRequest")


@_attrs_define(field_transformer=_quiet)
class RunObjectRemovalRequest:
    """
    Attributes:
        request_id (int): Idempotency number, from 0. A retry keeps it; a new task takes a new one.
        payload (ObjectRemovalPayload):
    """

    request_id: int
    payload: ObjectRemovalPayload

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
        from ..models.object_removal_payload import ObjectRemovalPayload  # noqa: PLC0415

        d = dict(src_dict)
        request_id = d.pop("request_id")

        payload = ObjectRemovalPayload.from_dict(d.pop("payload"))

        run_object_removal_request = cls(
            request_id=request_id,
            payload=payload,
        )

        return run_object_removal_request
