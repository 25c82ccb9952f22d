from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.style_group_info import StyleGroupInfo


T = TypeVar("T", bound="StyleGroup")


@_attrs_define(field_transformer=_quiet)
class StyleGroup:
    """
    Attributes:
        id (int): Id of the group. It exceeds 2^53.
        info (None | StyleGroupInfo | Unset): What a person sees of the group. The name `info` rests on one working
            client.
    """

    id: int
    info: None | StyleGroupInfo | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.style_group_info import StyleGroupInfo  # noqa: PLC0415

        id = self.id

        info: dict[str, Any] | None | Unset
        if isinstance(self.info, Unset):
            info = UNSET
        elif isinstance(self.info, StyleGroupInfo):
            info = self.info.to_dict()
        else:
            info = self.info

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if info is not UNSET:
            field_dict["info"] = info

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.style_group_info import StyleGroupInfo  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        def _parse_info(data: object) -> None | StyleGroupInfo | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                info_type_0 = StyleGroupInfo.from_dict(data)

                return info_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StyleGroupInfo | Unset, data)

        info = _parse_info(d.pop("info", UNSET))

        style_group = cls(
            id=id,
            info=info,
        )

        style_group.additional_properties = d
        return style_group

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
