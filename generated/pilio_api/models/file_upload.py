from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_status import FileStatus
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.upload_part import UploadPart


T = TypeVar("T", bound="FileUpload")


@_attrs_define(field_transformer=_quiet)
class FileUpload:
    """A file record. Either upload_url or upload_urls is set.

    Attributes:
        id (str): File id to name in a task.
        nanoid (None | str | Unset): The client's own id from the request.
        name (None | str | Unset):
        type_ (None | str | Unset):
        status (FileStatus | None | Unset):
        size (int | None | Unset): Size in bytes.
        upload_url (None | str | Unset): Presigned URL for one PUT, without the API key.
        upload_urls (list[str | UploadPart] | None | Unset): Presigned URLs of the parts in order, each for one PUT
            without the API key.
        upload_id (None | str | Unset): The object store's id of the multipart upload.
    """

    id: str
    nanoid: None | str | Unset = UNSET
    name: None | str | Unset = UNSET
    type_: None | str | Unset = UNSET
    status: FileStatus | None | Unset = UNSET
    size: int | None | Unset = UNSET
    upload_url: None | str | Unset = UNSET
    upload_urls: list[str | UploadPart] | None | Unset = UNSET
    upload_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.upload_part import UploadPart  # noqa: PLC0415

        id = self.id

        nanoid: None | str | Unset
        if isinstance(self.nanoid, Unset):
            nanoid = UNSET
        else:
            nanoid = self.nanoid

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        else:
            type_ = self.type_

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        elif isinstance(self.status, FileStatus):
            status = self.status.value
        else:
            status = self.status

        size: int | None | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        upload_url: None | str | Unset
        if isinstance(self.upload_url, Unset):
            upload_url = UNSET
        else:
            upload_url = self.upload_url

        upload_urls: list[dict[str, Any] | str] | None | Unset
        if isinstance(self.upload_urls, Unset):
            upload_urls = UNSET
        elif isinstance(self.upload_urls, list):
            upload_urls = []
            for upload_urls_type_0_item_data in self.upload_urls:
                upload_urls_type_0_item: dict[str, Any] | str
                if isinstance(upload_urls_type_0_item_data, UploadPart):
                    upload_urls_type_0_item = upload_urls_type_0_item_data.to_dict()
                else:
                    upload_urls_type_0_item = upload_urls_type_0_item_data
                upload_urls.append(upload_urls_type_0_item)

        else:
            upload_urls = self.upload_urls

        upload_id: None | str | Unset
        if isinstance(self.upload_id, Unset):
            upload_id = UNSET
        else:
            upload_id = self.upload_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if nanoid is not UNSET:
            field_dict["nanoid"] = nanoid
        if name is not UNSET:
            field_dict["name"] = name
        if type_ is not UNSET:
            field_dict["type"] = type_
        if status is not UNSET:
            field_dict["status"] = status
        if size is not UNSET:
            field_dict["size"] = size
        if upload_url is not UNSET:
            field_dict["upload_url"] = upload_url
        if upload_urls is not UNSET:
            field_dict["upload_urls"] = upload_urls
        if upload_id is not UNSET:
            field_dict["upload_id"] = upload_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.upload_part import UploadPart  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        nanoid = d.pop("nanoid", UNSET)

        name = d.pop("name", UNSET)

        type_ = d.pop("type", UNSET)

        def _parse_status(data: object) -> FileStatus | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = FileStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FileStatus | None | Unset, data)

        status = _parse_status(d.pop("status", UNSET))

        size = d.pop("size", UNSET)

        upload_url = d.pop("upload_url", UNSET)

        def _parse_upload_urls(data: object) -> list[str | UploadPart] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                upload_urls_type_0 = []
                _upload_urls_type_0 = data
                for upload_urls_type_0_item_data in _upload_urls_type_0:

                    def _parse_upload_urls_type_0_item(data: object) -> str | UploadPart:
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            upload_urls_type_0_item_type_0 = UploadPart.from_dict(data)

                            return upload_urls_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return cast(str | UploadPart, data)

                    upload_urls_type_0_item = _parse_upload_urls_type_0_item(upload_urls_type_0_item_data)

                    upload_urls_type_0.append(upload_urls_type_0_item)

                return upload_urls_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str | UploadPart] | None | Unset, data)

        upload_urls = _parse_upload_urls(d.pop("upload_urls", UNSET))

        upload_id = d.pop("upload_id", UNSET)

        file_upload = cls(
            id=id,
            nanoid=nanoid,
            name=name,
            type_=type_,
            status=status,
            size=size,
            upload_url=upload_url,
            upload_urls=upload_urls,
            upload_id=upload_id,
        )

        file_upload.additional_properties = d
        return file_upload

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
