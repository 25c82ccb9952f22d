from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.storage_type import StorageType
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.bucket_parameters import BucketParameters
    from ..models.web_folder_parameters import WebFolderParameters


T = TypeVar("T", bound="CreateStorageRequest")


@_attrs_define(field_transformer=_quiet)
class CreateStorageRequest:
    """
    Attributes:
        name (str): Name of the storage in addresses, as ``storage://name/path``.
        type_ (StorageType): Amazon S3, Google Cloud Storage, or a folder on the web.
        parameters (BucketParameters | WebFolderParameters): Where the storage is.
    """

    name: str
    type_: StorageType
    parameters: BucketParameters | WebFolderParameters

    def to_dict(self) -> dict[str, Any]:
        from ..models.web_folder_parameters import WebFolderParameters  # noqa: PLC0415

        name = self.name

        type_ = self.type_.value

        parameters: dict[str, Any]
        if isinstance(self.parameters, WebFolderParameters):
            parameters = self.parameters.to_dict()
        else:
            parameters = self.parameters.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "type": type_,
                "parameters": parameters,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bucket_parameters import BucketParameters  # noqa: PLC0415
        from ..models.web_folder_parameters import WebFolderParameters  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        type_ = StorageType(d.pop("type"))

        def _parse_parameters(data: object) -> BucketParameters | WebFolderParameters:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                parameters_type_0 = WebFolderParameters.from_dict(data)

                return parameters_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            parameters_type_1 = BucketParameters.from_dict(data)

            return parameters_type_1

        parameters = _parse_parameters(d.pop("parameters"))

        create_storage_request = cls(
            name=name,
            type_=type_,
            parameters=parameters,
        )

        return create_storage_request
