from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateBackgroundRequest")


@_attrs_define(field_transformer=_quiet)
class CreateBackgroundRequest:
    """
    Attributes:
        image_url (str | Unset): URL of the source image. Excludes image_file; one of the two is needed.
        image_file (File | Unset): The source image. Excludes image_url; one of the two is needed.
        batch_size (int | Unset): How many pictures; 2 if it is left out.
        prompt (str | Unset): What the background shows; best in English.
        scene_type (int | Unset): The vendor's number of a template.
        negative_prompt (str | Unset): What the background does not show.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    image_url: str | Unset = UNSET
    image_file: File | Unset = UNSET
    batch_size: int | Unset = UNSET
    prompt: str | Unset = UNSET
    scene_type: int | Unset = UNSET
    negative_prompt: str | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        image_file: FileTypes | Unset = UNSET
        if not isinstance(self.image_file, Unset):
            image_file = self.image_file.to_tuple()

        batch_size = self.batch_size

        prompt = self.prompt

        scene_type = self.scene_type

        negative_prompt = self.negative_prompt

        callback_url = self.callback_url

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if image_file is not UNSET:
            field_dict["image_file"] = image_file
        if batch_size is not UNSET:
            field_dict["batch_size"] = batch_size
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if scene_type is not UNSET:
            field_dict["scene_type"] = scene_type
        if negative_prompt is not UNSET:
            field_dict["negative_prompt"] = negative_prompt
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if not isinstance(self.image_url, Unset):
            files.append(("image_url", (None, str(self.image_url).encode(), "text/plain")))

        if not isinstance(self.image_file, Unset):
            files.append(("image_file", self.image_file.to_tuple()))

        if not isinstance(self.batch_size, Unset):
            files.append(("batch_size", (None, str(self.batch_size).encode(), "text/plain")))

        if not isinstance(self.prompt, Unset):
            files.append(("prompt", (None, str(self.prompt).encode(), "text/plain")))

        if not isinstance(self.scene_type, Unset):
            files.append(("scene_type", (None, str(self.scene_type).encode(), "text/plain")))

        if not isinstance(self.negative_prompt, Unset):
            files.append(("negative_prompt", (None, str(self.negative_prompt).encode(), "text/plain")))

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

        batch_size = d.pop("batch_size", UNSET)

        prompt = d.pop("prompt", UNSET)

        scene_type = d.pop("scene_type", UNSET)

        negative_prompt = d.pop("negative_prompt", UNSET)

        callback_url = d.pop("callback_url", UNSET)

        create_background_request = cls(
            image_url=image_url,
            image_file=image_file,
            batch_size=batch_size,
            prompt=prompt,
            scene_type=scene_type,
            negative_prompt=negative_prompt,
            callback_url=callback_url,
        )

        return create_background_request
