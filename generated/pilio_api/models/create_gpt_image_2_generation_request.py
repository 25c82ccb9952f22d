from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.aspect_ratio import AspectRatio
from ..models.output_count import OutputCount
from ..models.output_quality import OutputQuality
from ..models.output_resolution import OutputResolution
from ..models.preprocess_mode import PreprocessMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateGptImage2GenerationRequest")


@_attrs_define(field_transformer=_quiet)
class CreateGptImage2GenerationRequest:
    """
    Attributes:
        prompt (str): What to draw.
        aspect_ratio (AspectRatio): Width to height of the output. 7:4 is of newer documents alone.
        negative_prompt (str | Unset): What to keep out.
        output_count (OutputCount | Unset): Number of images to make.
        resolution (OutputResolution | Unset): Size class of the output. 0.5K is of older documents alone.
        quality (OutputQuality | Unset): Care taken over the output. auto is of newer documents alone, which take it if
            it is left out.
        preprocess_mode (PreprocessMode | Unset): Whether the input is prepared before the model sees it.
    """

    prompt: str
    aspect_ratio: AspectRatio
    negative_prompt: str | Unset = UNSET
    output_count: OutputCount | Unset = UNSET
    resolution: OutputResolution | Unset = UNSET
    quality: OutputQuality | Unset = UNSET
    preprocess_mode: PreprocessMode | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        prompt = self.prompt

        aspect_ratio = self.aspect_ratio.value

        negative_prompt = self.negative_prompt

        output_count: int | Unset = UNSET
        if not isinstance(self.output_count, Unset):
            output_count = self.output_count.value

        resolution: str | Unset = UNSET
        if not isinstance(self.resolution, Unset):
            resolution = self.resolution.value

        quality: str | Unset = UNSET
        if not isinstance(self.quality, Unset):
            quality = self.quality.value

        preprocess_mode: str | Unset = UNSET
        if not isinstance(self.preprocess_mode, Unset):
            preprocess_mode = self.preprocess_mode.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
            }
        )
        if negative_prompt is not UNSET:
            field_dict["negative_prompt"] = negative_prompt
        if output_count is not UNSET:
            field_dict["output_count"] = output_count
        if resolution is not UNSET:
            field_dict["resolution"] = resolution
        if quality is not UNSET:
            field_dict["quality"] = quality
        if preprocess_mode is not UNSET:
            field_dict["preprocess_mode"] = preprocess_mode

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        prompt = d.pop("prompt")

        aspect_ratio = AspectRatio(d.pop("aspect_ratio"))

        negative_prompt = d.pop("negative_prompt", UNSET)

        _output_count = d.pop("output_count", UNSET)
        output_count: OutputCount | Unset
        if isinstance(_output_count, Unset):
            output_count = UNSET
        else:
            output_count = OutputCount(_output_count)

        _resolution = d.pop("resolution", UNSET)
        resolution: OutputResolution | Unset
        if isinstance(_resolution, Unset):
            resolution = UNSET
        else:
            resolution = OutputResolution(_resolution)

        _quality = d.pop("quality", UNSET)
        quality: OutputQuality | Unset
        if isinstance(_quality, Unset):
            quality = UNSET
        else:
            quality = OutputQuality(_quality)

        _preprocess_mode = d.pop("preprocess_mode", UNSET)
        preprocess_mode: PreprocessMode | Unset
        if isinstance(_preprocess_mode, Unset):
            preprocess_mode = UNSET
        else:
            preprocess_mode = PreprocessMode(_preprocess_mode)

        create_gpt_image_2_generation_request = cls(
            prompt=prompt,
            aspect_ratio=aspect_ratio,
            negative_prompt=negative_prompt,
            output_count=output_count,
            resolution=resolution,
            quality=quality,
            preprocess_mode=preprocess_mode,
        )

        return create_gpt_image_2_generation_request
