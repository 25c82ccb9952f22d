from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.storage_type import StorageType
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.changed_parameters import ChangedParameters


T = TypeVar("T", bound="ChangeStorageRequest")


@_attrs_define(field_transformer=_quiet)
class ChangeStorageRequest:
    """
    Attributes:
        name (str | Unset): Name of the storage in addresses, as ``storage://name/path``.
        type_ (StorageType | Unset): Amazon S3, Google Cloud Storage, or a folder on the web.
        parameters (ChangedParameters | Unset):
    """

    name: str | Unset = UNSET
    type_: StorageType | Unset = UNSET
    parameters: ChangedParameters | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if type_ is not UNSET:
            field_dict["type"] = type_
        if parameters is not UNSET:
            field_dict["parameters"] = parameters

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.changed_parameters import ChangedParameters  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _type_ = d.pop("type", UNSET)
        type_: StorageType | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = StorageType(_type_)

        _parameters = d.pop("parameters", UNSET)
        parameters: ChangedParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = ChangedParameters.from_dict(_parameters)

        change_storage_request = cls(
            name=name,
            type_=type_,
            parameters=parameters,
        )

        return change_storage_request
