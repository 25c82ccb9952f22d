from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.image_resolution import ImageResolution
from ..models.nano_banana_ratio import NanoBananaRatio
from ..models.preprocess_mode import PreprocessMode
from ..models.single_output import SingleOutput
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateNanoBanana21Request")


@_attrs_define(field_transformer=_quiet)
class CreateNanoBanana21Request:
    """
    Attributes:
        prompt (str): What to draw, or to make of the references.
        negative_prompt (str | Unset): What to keep out.
        image_file_ids (list[str] | Unset): Ids of the reference images; jpg, jpeg, png or webp.
        aspect_ratio (NanoBananaRatio | Unset): Width to height of the output.
        resolution (ImageResolution | Unset): Size class of the output. The vendor takes 1K if it is left out.
        output_count (SingleOutput | Unset): One image is made.
        preprocess_mode (PreprocessMode | Unset): Whether the input is prepared before the model sees it.
    """

    prompt: str
    negative_prompt: str | Unset = UNSET
    image_file_ids: list[str] | Unset = UNSET
    aspect_ratio: NanoBananaRatio | Unset = UNSET
    resolution: ImageResolution | Unset = UNSET
    output_count: SingleOutput | Unset = UNSET
    preprocess_mode: PreprocessMode | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        prompt = self.prompt

        negative_prompt = self.negative_prompt

        image_file_ids: list[str] | Unset = UNSET
        if not isinstance(self.image_file_ids, Unset):
            image_file_ids = self.image_file_ids

        aspect_ratio: str | Unset = UNSET
        if not isinstance(self.aspect_ratio, Unset):
            aspect_ratio = self.aspect_ratio.value

        resolution: str | Unset = UNSET
        if not isinstance(self.resolution, Unset):
            resolution = self.resolution.value

        output_count: int | Unset = UNSET
        if not isinstance(self.output_count, Unset):
            output_count = self.output_count.value

        preprocess_mode: str | Unset = UNSET
        if not isinstance(self.preprocess_mode, Unset):
            preprocess_mode = self.preprocess_mode.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "prompt": prompt,
            }
        )
        if negative_prompt is not UNSET:
            field_dict["negative_prompt"] = negative_prompt
        if image_file_ids is not UNSET:
            field_dict["image_file_ids"] = image_file_ids
        if aspect_ratio is not UNSET:
            field_dict["aspect_ratio"] = aspect_ratio
        if resolution is not UNSET:
            field_dict["resolution"] = resolution
        if output_count is not UNSET:
            field_dict["output_count"] = output_count
        if preprocess_mode is not UNSET:
            field_dict["preprocess_mode"] = preprocess_mode

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        prompt = d.pop("prompt")

        negative_prompt = d.pop("negative_prompt", UNSET)

        image_file_ids = cast(list[str], d.pop("image_file_ids", UNSET))

        _aspect_ratio = d.pop("aspect_ratio", UNSET)
        aspect_ratio: NanoBananaRatio | Unset
        if isinstance(_aspect_ratio, Unset):
            aspect_ratio = UNSET
        else:
            aspect_ratio = NanoBananaRatio(_aspect_ratio)

        _resolution = d.pop("resolution", UNSET)
        resolution: ImageResolution | Unset
        if isinstance(_resolution, Unset):
            resolution = UNSET
        else:
            resolution = ImageResolution(_resolution)

        _output_count = d.pop("output_count", UNSET)
        output_count: SingleOutput | Unset
        if isinstance(_output_count, Unset):
            output_count = UNSET
        else:
            output_count = SingleOutput(_output_count)

        _preprocess_mode = d.pop("preprocess_mode", UNSET)
        preprocess_mode: PreprocessMode | Unset
        if isinstance(_preprocess_mode, Unset):
            preprocess_mode = UNSET
        else:
            preprocess_mode = PreprocessMode(_preprocess_mode)

        create_nano_banana_21_request = cls(
            prompt=prompt,
            negative_prompt=negative_prompt,
            image_file_ids=image_file_ids,
            aspect_ratio=aspect_ratio,
            resolution=resolution,
            output_count=output_count,
            preprocess_mode=preprocess_mode,
        )

        return create_nano_banana_21_request
