from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.ring_parameter import RingParameter


T = TypeVar("T", bound="RingInfo")


@_attrs_define(field_transformer=_quiet)
class RingInfo:
    """
    Attributes:
        name (str): The file id of the ring's picture once more.
        parameter (RingParameter | Unset):
    """

    name: str
    parameter: RingParameter | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        parameter: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameter, Unset):
            parameter = self.parameter.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if parameter is not UNSET:
            field_dict["parameter"] = parameter

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ring_parameter import RingParameter  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        _parameter = d.pop("parameter", UNSET)
        parameter: RingParameter | Unset
        if isinstance(_parameter, Unset):
            parameter = UNSET
        else:
            parameter = RingParameter.from_dict(_parameter)

        ring_info = cls(
            name=name,
            parameter=parameter,
        )

        return ring_info
