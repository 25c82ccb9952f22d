from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.hair_effect_payload import HairEffectPayload


T = TypeVar("T", bound="RunHairEffectRequest")


@_attrs_define(field_transformer=_quiet)
class RunHairEffectRequest:
    """Unlike the other features these three do not mark `request_id` as required. They do not mark `payload` either, but
    no task can be run without it.

        Attributes:
            payload (HairEffectPayload):
            request_id (int | Unset): Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """

    payload: HairEffectPayload
    request_id: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        payload = self.payload.to_dict()

        request_id = self.request_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "payload": payload,
            }
        )
        if request_id is not UNSET:
            field_dict["request_id"] = request_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hair_effect_payload import HairEffectPayload  # noqa: PLC0415

        d = dict(src_dict)
        payload = HairEffectPayload.from_dict(d.pop("payload"))

        request_id = d.pop("request_id", UNSET)

        run_hair_effect_request = cls(
            payload=payload,
            request_id=request_id,
        )

        return run_hair_effect_request
