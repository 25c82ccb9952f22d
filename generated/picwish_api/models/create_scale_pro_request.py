from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.json_return_type import JsonReturnType
from ..models.scale_pro_type import ScaleProType
from ..models.sync_mode import SyncMode
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateScaleProRequest")


@_attrs_define(field_transformer=_quiet)
class CreateScaleProRequest:
    """
    Attributes:
        image_url (str | Unset): URL of the image; a file beside it comes first.
        image_file (File | Unset): The source image. Excludes image_url; one of the two is needed.
        sync (SyncMode | Unset): 0 answers with a task id, 1 waits for the result.
        type_ (ScaleProType | Unset): 0, as when left out, is ultra HD, 1 is HD.
        return_type (JsonReturnType | Unset): How the image comes back. 1, as when left out, is a URL, 2 is bare base64
            without a data prefix.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    image_url: str | Unset = UNSET
    image_file: File | Unset = UNSET
    sync: SyncMode | Unset = UNSET
    type_: ScaleProType | Unset = UNSET
    return_type: JsonReturnType | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        image_file: FileTypes | Unset = UNSET
        if not isinstance(self.image_file, Unset):
            image_file = self.image_file.to_tuple()

        sync: int | Unset = UNSET
        if not isinstance(self.sync, Unset):
            sync = self.sync.value

        type_: int | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

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
        if type_ is not UNSET:
            field_dict["type"] = type_
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

        if not isinstance(self.type_, Unset):
            files.append(("type", (None, str(self.type_.value).encode(), "text/plain")))

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

        _type_ = d.pop("type", UNSET)
        type_: ScaleProType | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = ScaleProType(_type_)

        _return_type = d.pop("return_type", UNSET)
        return_type: JsonReturnType | Unset
        if isinstance(_return_type, Unset):
            return_type = UNSET
        else:
            return_type = JsonReturnType(_return_type)

        callback_url = d.pop("callback_url", UNSET)

        create_scale_pro_request = cls(
            image_url=image_url,
            image_file=image_file,
            sync=sync,
            type_=type_,
            return_type=return_type,
            callback_url=callback_url,
        )

        return create_scale_pro_request
