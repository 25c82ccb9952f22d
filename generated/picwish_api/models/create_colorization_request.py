from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.colorization_format import ColorizationFormat
from ..models.return_type import ReturnType
from ..models.sync_mode import SyncMode
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateColorizationRequest")


@_attrs_define(field_transformer=_quiet)
class CreateColorizationRequest:
    """
    Attributes:
        image_url (str | Unset): URL of the source image. Excludes image_file; one of the two is needed.
        image_file (File | Unset): The source image. Excludes image_url; one of the two is needed.
        sync (SyncMode | Unset): 0 answers with a task id, 1 waits for the result.
        format_ (ColorizationFormat | Unset): Format of the result; jpg is taken if it is left out.
        return_type (ReturnType | Unset): How the image comes back. 1 is a URL, 2 is bare base64 without a data prefix,
            3 is the image itself and needs sync 1.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    image_url: str | Unset = UNSET
    image_file: File | Unset = UNSET
    sync: SyncMode | Unset = UNSET
    format_: ColorizationFormat | Unset = UNSET
    return_type: ReturnType | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        image_file: FileTypes | Unset = UNSET
        if not isinstance(self.image_file, Unset):
            image_file = self.image_file.to_tuple()

        sync: int | Unset = UNSET
        if not isinstance(self.sync, Unset):
            sync = self.sync.value

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        return_type: int | Unset = UNSET
        if not isinstance(self.return_type, Unset):
            return_type = self.return_type.value

        callback_url = self.callback_url

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if image_file is not UNSET:
            field_dict["image_file"] = image_file
        if sync is not UNSET:
            field_dict["sync"] = sync
        if format_ is not UNSET:
            field_dict["format"] = format_
        if return_type is not UNSET:
            field_dict["return_type"] = return_type
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if not isinstance(self.image_url, Unset):
            files.append(("image_url", (None, str(self.image_url).encode(), "text/plain")))

        if not isinstance(self.image_file, Unset):
            files.append(("image_file", self.image_file.to_tuple()))

        if not isinstance(self.sync, Unset):
            files.append(("sync", (None, str(self.sync.value).encode(), "text/plain")))

        if not isinstance(self.format_, Unset):
            files.append(("format", (None, str(self.format_.value).encode(), "text/plain")))

        if not isinstance(self.return_type, Unset):
            files.append(("return_type", (None, str(self.return_type.value).encode(), "text/plain")))

        if not isinstance(self.callback_url, Unset):
            files.append(("callback_url", (None, str(self.callback_url).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_url = d.pop("image_url", UNSET)

        _image_file = d.pop("image_file", UNSET)
        image_file: File | Unset
        if isinstance(_image_file, Unset):
            image_file = UNSET
        else:
            image_file = File(payload=BytesIO(_image_file))

        _sync = d.pop("sync", UNSET)
        sync: SyncMode | Unset
        if isinstance(_sync, Unset):
            sync = UNSET
        else:
            sync = SyncMode(_sync)

        _format_ = d.pop("format", UNSET)
        format_: ColorizationFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = ColorizationFormat(_format_)

        _return_type = d.pop("return_type", UNSET)
        return_type: ReturnType | Unset
        if isinstance(_return_type, Unset):
            return_type = UNSET
        else:
            return_type = ReturnType(_return_type)

        callback_url = d.pop("callback_url", UNSET)

        create_colorization_request = cls(
            image_url=image_url,
            image_file=image_file,
            sync=sync,
            format_=format_,
            return_type=return_type,
            callback_url=callback_url,
        )

        return create_colorization_request
