from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.json_return_type import JsonReturnType
from ..models.sync_mode import SyncMode
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.rectangle import Rectangle


T = TypeVar("T", bound="CreateInpaintingRequest")


@_attrs_define(field_transformer=_quiet)
class CreateInpaintingRequest:
    """
    Attributes:
        image_url (str | Unset): URL of the source image. Excludes image_file; one of the two is needed.
        image_file (File | Unset): The source image. Excludes image_url; one of the two is needed.
        mask_url (str | Unset): URL of the mask.
        mask_file (File | Unset): The mask.
        rectangles (list[Rectangle] | Unset): What is to be removed. It goes as one field with the list in JSON.
        sync (SyncMode | Unset): 0 answers with a task id, 1 waits for the result.
        return_type (JsonReturnType | Unset): How the image comes back. 1, as when left out, is a URL, 2 is bare base64
            without a data prefix.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    image_url: str | Unset = UNSET
    image_file: File | Unset = UNSET
    mask_url: str | Unset = UNSET
    mask_file: File | Unset = UNSET
    rectangles: list[Rectangle] | Unset = UNSET
    sync: SyncMode | Unset = UNSET
    return_type: JsonReturnType | Unset = UNSET
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

        rectangles: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.rectangles, Unset):
            rectangles = []
            for rectangles_item_data in self.rectangles:
                rectangles_item = rectangles_item_data.to_dict()
                rectangles.append(rectangles_item)

        sync: int | Unset = UNSET
        if not isinstance(self.sync, Unset):
            sync = self.sync.value

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
        if mask_url is not UNSET:
            field_dict["mask_url"] = mask_url
        if mask_file is not UNSET:
            field_dict["mask_file"] = mask_file
        if rectangles is not UNSET:
            field_dict["rectangles"] = rectangles
        if sync is not UNSET:
            field_dict["sync"] = sync
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

        if not isinstance(self.mask_url, Unset):
            files.append(("mask_url", (None, str(self.mask_url).encode(), "text/plain")))

        if not isinstance(self.mask_file, Unset):
            files.append(("mask_file", self.mask_file.to_tuple()))

        if not isinstance(self.rectangles, Unset):
            for rectangles_item_element in self.rectangles:
                files.append(
                    (
                        "rectangles",
                        (None, json.dumps(rectangles_item_element.to_dict()).encode(), "application/json"),
                    )
                )

        if not isinstance(self.sync, Unset):
            files.append(("sync", (None, str(self.sync.value).encode(), "text/plain")))

        if not isinstance(self.return_type, Unset):
            files.append(("return_type", (None, str(self.return_type.value).encode(), "text/plain")))

        if not isinstance(self.callback_url, Unset):
            files.append(("callback_url", (None, str(self.callback_url).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rectangle import Rectangle  # noqa: PLC0415

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

        _rectangles = d.pop("rectangles", UNSET)
        rectangles: list[Rectangle] | Unset = UNSET
        if _rectangles is not UNSET:
            rectangles = []
            for rectangles_item_data in _rectangles:
                rectangles_item = Rectangle.from_dict(rectangles_item_data)

                rectangles.append(rectangles_item)

        _sync = d.pop("sync", UNSET)
        sync: SyncMode | Unset
        if isinstance(_sync, Unset):
            sync = UNSET
        else:
            sync = SyncMode(_sync)

        _return_type = d.pop("return_type", UNSET)
        return_type: JsonReturnType | Unset
        if isinstance(_return_type, Unset):
            return_type = UNSET
        else:
            return_type = JsonReturnType(_return_type)

        callback_url = d.pop("callback_url", UNSET)

        create_inpainting_request = cls(
            image_url=image_url,
            image_file=image_file,
            mask_url=mask_url,
            mask_file=mask_file,
            rectangles=rectangles,
            sync=sync,
            return_type=return_type,
            callback_url=callback_url,
        )

        return create_inpainting_request
