from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.aging_custom_info import AgingCustomInfo
    from ..models.aging_result_file import AgingResultFile


T = TypeVar("T", bound="AgingResult")


@_attrs_define(field_transformer=_quiet)
class AgingResult:
    """
    Attributes:
        id (int | Unset): Number of the action in the request.
        data (list[AgingResultFile] | None | Unset): The uploaded photo among the generated ones, ordered by rising
            `res_age`.
        custom_info (AgingCustomInfo | None | Unset): Ages and places in `data`. The document uses this name in its
            text; that it stands beside `data` is known from one written specification.
    """

    id: int | Unset = UNSET
    data: list[AgingResultFile] | None | Unset = UNSET
    custom_info: AgingCustomInfo | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.aging_custom_info import AgingCustomInfo  # noqa: PLC0415

        id = self.id

        data: list[dict[str, Any]] | None | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        elif isinstance(self.data, list):
            data = []
            for data_type_0_item_data in self.data:
                data_type_0_item = data_type_0_item_data.to_dict()
                data.append(data_type_0_item)

        else:
            data = self.data

        custom_info: dict[str, Any] | None | Unset
        if isinstance(self.custom_info, Unset):
            custom_info = UNSET
        elif isinstance(self.custom_info, AgingCustomInfo):
            custom_info = self.custom_info.to_dict()
        else:
            custom_info = self.custom_info

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if data is not UNSET:
            field_dict["data"] = data
        if custom_info is not UNSET:
            field_dict["custom_info"] = custom_info

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.aging_custom_info import AgingCustomInfo  # noqa: PLC0415
        from ..models.aging_result_file import AgingResultFile  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id", UNSET)

        def _parse_data(data: object) -> list[AgingResultFile] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                data_type_0 = []
                _data_type_0 = data
                for data_type_0_item_data in _data_type_0:
                    data_type_0_item = AgingResultFile.from_dict(data_type_0_item_data)

                    data_type_0.append(data_type_0_item)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[AgingResultFile] | None | Unset, data)

        data = _parse_data(d.pop("data", UNSET))

        def _parse_custom_info(data: object) -> AgingCustomInfo | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                custom_info_type_0 = AgingCustomInfo.from_dict(data)

                return custom_info_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AgingCustomInfo | None | Unset, data)

        custom_info = _parse_custom_info(d.pop("custom_info", UNSET))

        aging_result = cls(
            id=id,
            data=data,
            custom_info=custom_info,
        )

        aging_result.additional_properties = d
        return aging_result

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
