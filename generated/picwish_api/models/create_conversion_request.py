from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.conversion_format import ConversionFormat
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateConversionRequest")


@_attrs_define(field_transformer=_quiet)
class CreateConversionRequest:
    """
    Attributes:
        format_ (ConversionFormat): What the document becomes; `doc-repair` is the same PDF without its watermarks.
        url (str | Unset): URL of the document. Excludes file.
        file (File | Unset): The document. Excludes url.
        password (str | Unset): Password of the document.
        page_range (str | Unset): Which pages, such as 1-5,8.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    format_: ConversionFormat
    url: str | Unset = UNSET
    file: File | Unset = UNSET
    password: str | Unset = UNSET
    page_range: str | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        format_ = self.format_.value

        url = self.url

        file: FileTypes | Unset = UNSET
        if not isinstance(self.file, Unset):
            file = self.file.to_tuple()

        password = self.password

        page_range = self.page_range

        callback_url = self.callback_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "format": format_,
            }
        )
        if url is not UNSET:
            field_dict["url"] = url
        if file is not UNSET:
            field_dict["file"] = file
        if password is not UNSET:
            field_dict["password"] = password
        if page_range is not UNSET:
            field_dict["page_range"] = page_range
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("format", (None, str(self.format_.value).encode(), "text/plain")))

        if not isinstance(self.url, Unset):
            files.append(("url", (None, str(self.url).encode(), "text/plain")))

        if not isinstance(self.file, Unset):
            files.append(("file", self.file.to_tuple()))

        if not isinstance(self.password, Unset):
            files.append(("password", (None, str(self.password).encode(), "text/plain")))

        if not isinstance(self.page_range, Unset):
            files.append(("page_range", (None, str(self.page_range).encode(), "text/plain")))

        if not isinstance(self.callback_url, Unset):
            files.append(("callback_url", (None, str(self.callback_url).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        format_ = ConversionFormat(d.pop("format"))

        url = d.pop("url", UNSET)

        _file = d.pop("file", UNSET)
        file: File | Unset
        if isinstance(_file, Unset):
            file = UNSET
        else:
            file = File(payload=BytesIO(_file))

        password = d.pop("password", UNSET)

        page_range = d.pop("page_range", UNSET)

        callback_url = d.pop("callback_url", UNSET)

        create_conversion_request = cls(
            format_=format_,
            url=url,
            file=file,
            password=password,
            page_range=page_range,
            callback_url=callback_url,
        )

        return create_conversion_request
