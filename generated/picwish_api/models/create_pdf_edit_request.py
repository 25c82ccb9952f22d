from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.pdf_edit_kind import PdfEditKind
from ..models.pdf_quality import PdfQuality
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreatePdfEditRequest")


@_attrs_define(field_transformer=_quiet)
class CreatePdfEditRequest:
    """
    Attributes:
        type_ (PdfEditKind): What is done.
        url (str | Unset): URL of the document. Excludes file.
        file (File | Unset): The document. Excludes url.
        quality (PdfQuality | Unset): How much is kept, for compress.
        pages (str | Unset): Which pages, such as 1,3,5-7, or all; for split, rotate and watermark.
        angle (int | Unset): Degrees, clockwise: 90, 180 or 270 for rotate, any for watermark.
        text (str | Unset): What is written, for watermark.
        opacity (float | Unset): How opaque it is, for watermark.
        password (str | Unset): Password that the document has.
        new_password (str | Unset): Password that it gets, for protect.
        owner_password (str | Unset): Password of its owner, for protect.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    type_: PdfEditKind
    url: str | Unset = UNSET
    file: File | Unset = UNSET
    quality: PdfQuality | Unset = UNSET
    pages: str | Unset = UNSET
    angle: int | Unset = UNSET
    text: str | Unset = UNSET
    opacity: float | Unset = UNSET
    password: str | Unset = UNSET
    new_password: str | Unset = UNSET
    owner_password: str | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_.value

        url = self.url

        file: FileTypes | Unset = UNSET
        if not isinstance(self.file, Unset):
            file = self.file.to_tuple()

        quality: str | Unset = UNSET
        if not isinstance(self.quality, Unset):
            quality = self.quality.value

        pages = self.pages

        angle = self.angle

        text = self.text

        opacity = self.opacity

        password = self.password

        new_password = self.new_password

        owner_password = self.owner_password

        callback_url = self.callback_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if url is not UNSET:
            field_dict["url"] = url
        if file is not UNSET:
            field_dict["file"] = file
        if quality is not UNSET:
            field_dict["quality"] = quality
        if pages is not UNSET:
            field_dict["pages"] = pages
        if angle is not UNSET:
            field_dict["angle"] = angle
        if text is not UNSET:
            field_dict["text"] = text
        if opacity is not UNSET:
            field_dict["opacity"] = opacity
        if password is not UNSET:
            field_dict["password"] = password
        if new_password is not UNSET:
            field_dict["new_password"] = new_password
        if owner_password is not UNSET:
            field_dict["owner_password"] = owner_password
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("type", (None, str(self.type_.value).encode(), "text/plain")))

        if not isinstance(self.url, Unset):
            files.append(("url", (None, str(self.url).encode(), "text/plain")))

        if not isinstance(self.file, Unset):
            files.append(("file", self.file.to_tuple()))

        if not isinstance(self.quality, Unset):
            files.append(("quality", (None, str(self.quality.value).encode(), "text/plain")))

        if not isinstance(self.pages, Unset):
            files.append(("pages", (None, str(self.pages).encode(), "text/plain")))

        if not isinstance(self.angle, Unset):
            files.append(("angle", (None, str(self.angle).encode(), "text/plain")))

        if not isinstance(self.text, Unset):
            files.append(("text", (None, str(self.text).encode(), "text/plain")))

        if not isinstance(self.opacity, Unset):
            files.append(("opacity", (None, str(self.opacity).encode(), "text/plain")))

        if not isinstance(self.password, Unset):
            files.append(("password", (None, str(self.password).encode(), "text/plain")))

        if not isinstance(self.new_password, Unset):
            files.append(("new_password", (None, str(self.new_password).encode(), "text/plain")))

        if not isinstance(self.owner_password, Unset):
            files.append(("owner_password", (None, str(self.owner_password).encode(), "text/plain")))

        if not isinstance(self.callback_url, Unset):
            files.append(("callback_url", (None, str(self.callback_url).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = PdfEditKind(d.pop("type"))

        url = d.pop("url", UNSET)

        _file = d.pop("file", UNSET)
        file: File | Unset
        if isinstance(_file, Unset):
            file = UNSET
        else:
            file = File(payload=BytesIO(_file))

        _quality = d.pop("quality", UNSET)
        quality: PdfQuality | Unset
        if isinstance(_quality, Unset):
            quality = UNSET
        else:
            quality = PdfQuality(_quality)

        pages = d.pop("pages", UNSET)

        angle = d.pop("angle", UNSET)

        text = d.pop("text", UNSET)

        opacity = d.pop("opacity", UNSET)

        password = d.pop("password", UNSET)

        new_password = d.pop("new_password", UNSET)

        owner_password = d.pop("owner_password", UNSET)

        callback_url = d.pop("callback_url", UNSET)

        create_pdf_edit_request = cls(
            type_=type_,
            url=url,
            file=file,
            quality=quality,
            pages=pages,
            angle=angle,
            text=text,
            opacity=opacity,
            password=password,
            new_password=new_password,
            owner_password=owner_password,
            callback_url=callback_url,
        )

        return create_pdf_edit_request
