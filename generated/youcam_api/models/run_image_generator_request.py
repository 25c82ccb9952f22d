from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.image_model import ImageModel
from ..models.image_size import ImageSize
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunImageGeneratorRequest")


@_attrs_define(field_transformer=_quiet)
class RunImageGeneratorRequest:
    """
    Attributes:
        model (ImageModel): The model.
        prompt (str): What the image shows.
        negative_prompt (str | Unset): What it does not show.
        size (ImageSize | Unset): Width and height in pixels; 1664*928 if absent.
        prompt_extend (bool | Unset): Whether the vendor may write the prompt out; true if absent.
    """

    model: ImageModel
    prompt: str
    negative_prompt: str | Unset = UNSET
    size: ImageSize | Unset = UNSET
    prompt_extend: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        model = self.model.value

        prompt = self.prompt

        negative_prompt = self.negative_prompt

        size: str | Unset = UNSET
        if not isinstance(self.size, Unset):
            size = self.size.value

        prompt_extend = self.prompt_extend

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
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
        model = ImageModel(d.pop("model"))

        prompt = d.pop("prompt")

        negative_prompt = d.pop("negative_prompt", UNSET)

        _size = d.pop("size", UNSET)
        size: ImageSize | Unset
        if isinstance(_size, Unset):
            size = UNSET
        else:
            size = ImageSize(_size)

        prompt_extend = d.pop("prompt_extend", UNSET)

        run_image_generator_request = cls(
            model=model,
            prompt=prompt,
            negative_prompt=negative_prompt,
            size=size,
            prompt_extend=prompt_extend,
        )

        return run_image_generator_request
