from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.crop_mode import CropMode
from ..models.foreground_type import ForegroundType
from ..models.output_format import OutputFormat
from ..models.output_type import OutputType
from ..models.return_type import ReturnType
from ..models.sync_mode import SyncMode
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateSegmentationRequest")


@_attrs_define(field_transformer=_quiet)
class CreateSegmentationRequest:
    """
    Attributes:
        image_url (str | Unset): URL of the source image. Excludes image_file; one of the two is needed.
        image_file (File | Unset): The source image. Excludes image_url; one of the two is needed.
        sync (SyncMode | Unset): 0 answers with a task id, 1 waits for the result.
        type_ (ForegroundType | Unset): What the subject is; empty, as when left out, lets the vendor find out.
        return_type (ReturnType | Unset): How the image comes back. 1 is a URL, 2 is bare base64 without a data prefix,
            3 is the image itself and needs sync 1.
        output_type (OutputType | Unset): What comes back. The vendor takes 2, the image alone, if it is left out.
        crop (CropMode | Unset): 0 keeps the size of the source, as when left out; 1 crops to the edge of the subject.
        format_ (OutputFormat | Unset): png is transparent and is taken if it is left out; jpg has a white background,
            or bg_color's.
        bg_color (str | Unset): Solid background as six hexadecimal digits, such as 81d4fa. Needs format jpg; excludes
            the other bg_ fields.
        bg_image_file (File | Unset): Background image, centred and scaled to fill. Excludes the other bg_ fields.
        bg_image_url (str | Unset): URL of a background image, used like bg_image_file. Excludes the other bg_ fields.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    image_url: str | Unset = UNSET
    image_file: File | Unset = UNSET
    sync: SyncMode | Unset = UNSET
    type_: ForegroundType | Unset = UNSET
    return_type: ReturnType | Unset = UNSET
    output_type: OutputType | Unset = UNSET
    crop: CropMode | Unset = UNSET
    format_: OutputFormat | Unset = UNSET
    bg_color: str | Unset = UNSET
    bg_image_file: File | Unset = UNSET
    bg_image_url: str | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        image_file: FileTypes | Unset = UNSET
        if not isinstance(self.image_file, Unset):
            image_file = self.image_file.to_tuple()

        sync: int | Unset = UNSET
        if not isinstance(self.sync, Unset):
            sync = self.sync.value

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        return_type: int | Unset = UNSET
        if not isinstance(self.return_type, Unset):
            return_type = self.return_type.value

        output_type: int | Unset = UNSET
        if not isinstance(self.output_type, Unset):
            output_type = self.output_type.value

        crop: int | Unset = UNSET
        if not isinstance(self.crop, Unset):
            crop = self.crop.value

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        bg_color = self.bg_color

        bg_image_file: FileTypes | Unset = UNSET
        if not isinstance(self.bg_image_file, Unset):
            bg_image_file = self.bg_image_file.to_tuple()

        bg_image_url = self.bg_image_url

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
        if output_type is not UNSET:
            field_dict["output_type"] = output_type
        if crop is not UNSET:
            field_dict["crop"] = crop
        if format_ is not UNSET:
            field_dict["format"] = format_
        if bg_color is not UNSET:
            field_dict["bg_color"] = bg_color
        if bg_image_file is not UNSET:
            field_dict["bg_image_file"] = bg_image_file
        if bg_image_url is not UNSET:
            field_dict["bg_image_url"] = bg_image_url
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

        if not isinstance(self.output_type, Unset):
            files.append(("output_type", (None, str(self.output_type.value).encode(), "text/plain")))

        if not isinstance(self.crop, Unset):
            files.append(("crop", (None, str(self.crop.value).encode(), "text/plain")))

        if not isinstance(self.format_, Unset):
            files.append(("format", (None, str(self.format_.value).encode(), "text/plain")))

        if not isinstance(self.bg_color, Unset):
            files.append(("bg_color", (None, str(self.bg_color).encode(), "text/plain")))

        if not isinstance(self.bg_image_file, Unset):
            files.append(("bg_image_file", self.bg_image_file.to_tuple()))

        if not isinstance(self.bg_image_url, Unset):
            files.append(("bg_image_url", (None, str(self.bg_image_url).encode(), "text/plain")))

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
        type_: ForegroundType | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = ForegroundType(_type_)

        _return_type = d.pop("return_type", UNSET)
        return_type: ReturnType | Unset
        if isinstance(_return_type, Unset):
            return_type = UNSET
        else:
            return_type = ReturnType(_return_type)

        _output_type = d.pop("output_type", UNSET)
        output_type: OutputType | Unset
        if isinstance(_output_type, Unset):
            output_type = UNSET
        else:
            output_type = OutputType(_output_type)

        _crop = d.pop("crop", UNSET)
        crop: CropMode | Unset
        if isinstance(_crop, Unset):
            crop = UNSET
        else:
            crop = CropMode(_crop)

        _format_ = d.pop("format", UNSET)
        format_: OutputFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = OutputFormat(_format_)

        bg_color = d.pop("bg_color", UNSET)

        _bg_image_file = d.pop("bg_image_file", UNSET)
        bg_image_file: File | Unset
        if isinstance(_bg_image_file, Unset):
            bg_image_file = UNSET
        else:
            bg_image_file = File(payload=BytesIO(_bg_image_file))

        bg_image_url = d.pop("bg_image_url", UNSET)

        callback_url = d.pop("callback_url", UNSET)

        create_segmentation_request = cls(
            image_url=image_url,
            image_file=image_file,
            sync=sync,
            type_=type_,
            return_type=return_type,
            output_type=output_type,
            crop=crop,
            format_=format_,
            bg_color=bg_color,
            bg_image_file=bg_image_file,
            bg_image_url=bg_image_url,
            callback_url=callback_url,
        )

        return create_segmentation_request
