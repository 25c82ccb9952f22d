from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.text_format import TextFormat
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateTextRecognitionRequest")


@_attrs_define(field_transformer=_quiet)
class CreateTextRecognitionRequest:
    """
    Attributes:
        image_url (str | Unset): URL of the source image. Excludes image_file; one of the two is needed.
        image_file (File | Unset): The source image. Excludes image_url; one of the two is needed.
        language (str | Unset): Up to 10 languages with commas and no blanks between, such as English,Digits. If it is
            left out, ChinesePRC, English and Digits.
        password (str | Unset): Password of the document.
        format_ (TextFormat | Unset): Format of the result. What is taken if it is left out is not documented.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    image_url: str | Unset = UNSET
    image_file: File | Unset = UNSET
    language: str | Unset = UNSET
    password: str | Unset = UNSET
    format_: TextFormat | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        image_file: FileTypes | Unset = UNSET
        if not isinstance(self.image_file, Unset):
            image_file = self.image_file.to_tuple()

        language = self.language

        password = self.password

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        callback_url = self.callback_url

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if image_file is not UNSET:
            field_dict["image_file"] = image_file
        if language is not UNSET:
            field_dict["language"] = language
        if password is not UNSET:
            field_dict["password"] = password
        if format_ is not UNSET:
            field_dict["format"] = format_
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if not isinstance(self.image_url, Unset):
            files.append(("image_url", (None, str(self.image_url).encode(), "text/plain")))

        if not isinstance(self.image_file, Unset):
            files.append(("image_file", self.image_file.to_tuple()))

        if not isinstance(self.language, Unset):
            files.append(("language", (None, str(self.language).encode(), "text/plain")))

        if not isinstance(self.password, Unset):
            files.append(("password", (None, str(self.password).encode(), "text/plain")))

        if not isinstance(self.format_, Unset):
            files.append(("format", (None, str(self.format_.value).encode(), "text/plain")))

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

        language = d.pop("language", UNSET)

        password = d.pop("password", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: TextFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = TextFormat(_format_)

        callback_url = d.pop("callback_url", UNSET)

        create_text_recognition_request = cls(
            image_url=image_url,
            image_file=image_file,
            language=language,
            password=password,
            format_=format_,
            callback_url=callback_url,
        )

        return create_text_recognition_request
