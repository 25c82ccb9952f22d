from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.image_model import ImageModel
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunImageEditorRequest")


@_attrs_define(field_transformer=_quiet)
class RunImageEditorRequest:
    """
    Attributes:
        src_file_ids (list[str]): File ids of the pictures, in the order in which the prompt counts them.
        model (ImageModel): The model.
        prompt (str): What to change.
        negative_prompt (str | Unset): What the result does not show.
        size (str | Unset): Width and height, each from 512 to 2048 pixels, such as 1024*1536; made a multiple of 16. If
            absent, about 1024*1024 pixels in the ratio of the last picture.
        prompt_extend (bool | Unset): Whether the vendor may write the prompt out; true if absent.
    """

    src_file_ids: list[str]
    model: ImageModel
    prompt: str
    negative_prompt: str | Unset = UNSET
    size: str | Unset = UNSET
    prompt_extend: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_ids = self.src_file_ids

        model = self.model.value

        prompt = self.prompt

        negative_prompt = self.negative_prompt

        size = self.size

        prompt_extend = self.prompt_extend

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "src_file_ids": src_file_ids,
                "model": model,
                "prompt": prompt,
            }
        )
        if negative_prompt is not UNSET:
            field_dict["negative_prompt"] = negative_prompt
        if size is not UNSET:
            field_dict["size"] = size
        if prompt_extend is not UNSET:
            field_dict["prompt_extend"] = prompt_extend

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_ids = cast(list[str], d.pop("src_file_ids"))

        model = ImageModel(d.pop("model"))

        prompt = d.pop("prompt")

        negative_prompt = d.pop("negative_prompt", UNSET)

        size = d.pop("size", UNSET)

        prompt_extend = d.pop("prompt_extend", UNSET)

        run_image_editor_request = cls(
            src_file_ids=src_file_ids,
            model=model,
            prompt=prompt,
            negative_prompt=negative_prompt,
            size=size,
            prompt_extend=prompt_extend,
        )

        return run_image_editor_request
