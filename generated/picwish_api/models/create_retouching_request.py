from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.sync_mode import SyncMode
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateRetouchingRequest")


@_attrs_define(field_transformer=_quiet)
class CreateRetouchingRequest:
    """
    Attributes:
        image_url (str | Unset): URL of the image; a file beside it comes first.
        image_file (File | Unset): The source image. Excludes image_url; one of the two is needed.
        mask_url (str | Unset): URL of the image; a file beside it comes first.
        mask_file (File | Unset): The mask.
        retain_mask_url (str | Unset): URL of the image; a file beside it comes first.
        retain_mask_file (File | Unset): A mask of what stays as it is.
        sync (SyncMode | Unset): 0 answers with a task id, 1 waits for the result.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    image_url: str | Unset = UNSET
    image_file: File | Unset = UNSET
    mask_url: str | Unset = UNSET
    mask_file: File | Unset = UNSET
    retain_mask_url: str | Unset = UNSET
    retain_mask_file: File | Unset = UNSET
    sync: SyncMode | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        image_file: FileTypes | Unset = UNSET
        if not isinstance(self.image_file, Unset):
            image_file = self.image_file.to_tuple()

        mask_url = self.mask_url

        mask_file: FileTypes | Unset = UNSET
        if not isinstance(self.mask_file, Unset):
            mask_file = self.mask_file.to_tuple()

        retain_mask_url = self.retain_mask_url

        retain_mask_file: FileTypes | Unset = UNSET
        if not isinstance(self.retain_mask_file, Unset):
            retain_mask_file = self.retain_mask_file.to_tuple()

        sync: int | Unset = UNSET
        if not isinstance(self.sync, Unset):
            sync = self.sync.value

        callback_url = self.callback_url

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if image_file is not UNSET:
            field_dict["image_file"] = image_file
        if mask_url is not UNSET:
            field_dict["mask_url"] = mask_url
        if mask_file is not UNSET:
            field_dict["mask_file"] = mask_file
        if retain_mask_url is not UNSET:
            field_dict["retain_mask_url"] = retain_mask_url
        if retain_mask_file is not UNSET:
            field_dict["retain_mask_file"] = retain_mask_file
        if sync is not UNSET:
            field_dict["sync"] = sync
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if not isinstance(self.image_url, Unset):
            files.append(("image_url", (None, str(self.image_url).encode(), "text/plain")))

        if not isinstance(self.image_file, Unset):
            files.append(("image_file", self.image_file.to_tuple()))

        if not isinstance(self.mask_url, Unset):
            files.append(("mask_url", (None, str(self.mask_url).encode(), "text/plain")))

        if not isinstance(self.mask_file, Unset):
            files.append(("mask_file", self.mask_file.to_tuple()))

        if not isinstance(self.retain_mask_url, Unset):
            files.append(("retain_mask_url", (None, str(self.retain_mask_url).encode(), "text/plain")))

        if not isinstance(self.retain_mask_file, Unset):
            files.append(("retain_mask_file", self.retain_mask_file.to_tuple()))

        if not isinstance(self.sync, Unset):
            files.append(("sync", (None, str(self.sync.value).encode(), "text/plain")))

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

        mask_url = d.pop("mask_url", UNSET)

        _mask_file = d.pop("mask_file", UNSET)
        mask_file: File | Unset
        if isinstance(_mask_file, Unset):
            mask_file = UNSET
        else:
            mask_file = File(payload=BytesIO(_mask_file))

        retain_mask_url = d.pop("retain_mask_url", UNSET)

        _retain_mask_file = d.pop("retain_mask_file", UNSET)
        retain_mask_file: File | Unset
        if isinstance(_retain_mask_file, Unset):
            retain_mask_file = UNSET
        else:
            retain_mask_file = File(payload=BytesIO(_retain_mask_file))

        _sync = d.pop("sync", UNSET)
        sync: SyncMode | Unset
        if isinstance(_sync, Unset):
            sync = UNSET
        else:
            sync = SyncMode(_sync)

        callback_url = d.pop("callback_url", UNSET)

        create_retouching_request = cls(
            image_url=image_url,
            image_file=image_file,
            mask_url=mask_url,
            mask_file=mask_file,
            retain_mask_url=retain_mask_url,
            retain_mask_file=retain_mask_file,
            sync=sync,
            callback_url=callback_url,
        )

        return create_retouching_request
