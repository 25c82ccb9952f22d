from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.ai_edit_aspect_ratio import AiEditAspectRatio
from ..models.ai_edit_model import AiEditModel
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="AiEditOptions")


@_attrs_define(field_transformer=_quiet)
class AiEditOptions:
    """
    Attributes:
        prompt (str): What to change.
        model (AiEditModel | Unset): The vendor takes v2 if it is left out.
        aspect_ratio (AiEditAspectRatio | Unset):
        inference_steps (int | Unset): Steps of refinement.
        guidance_scale (float | Unset): How closely to follow the prompt.
    """

    prompt: str
    model: AiEditModel | Unset = UNSET
    aspect_ratio: AiEditAspectRatio | Unset = UNSET
    inference_steps: int | Unset = UNSET
    guidance_scale: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        prompt = self.prompt

        model: str | Unset = UNSET
        if not isinstance(self.model, Unset):
            model = self.model.value

        aspect_ratio: str | Unset = UNSET
        if not isinstance(self.aspect_ratio, Unset):
            aspect_ratio = self.aspect_ratio.value

        inference_steps = self.inference_steps

        guidance_scale = self.guidance_scale

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "prompt": prompt,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model
        if aspect_ratio is not UNSET:
            field_dict["aspect_ratio"] = aspect_ratio
        if inference_steps is not UNSET:
            field_dict["inference_steps"] = inference_steps
        if guidance_scale is not UNSET:
            field_dict["guidance_scale"] = guidance_scale

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        prompt = d.pop("prompt")

        _model = d.pop("model", UNSET)
        model: AiEditModel | Unset
        if isinstance(_model, Unset):
            model = UNSET
        else:
            model = AiEditModel(_model)

        _aspect_ratio = d.pop("aspect_ratio", UNSET)
        aspect_ratio: AiEditAspectRatio | Unset
        if isinstance(_aspect_ratio, Unset):
            aspect_ratio = UNSET
        else:
            aspect_ratio = AiEditAspectRatio(_aspect_ratio)

        inference_steps = d.pop("inference_steps", UNSET)

        guidance_scale = d.pop("guidance_scale", UNSET)

        ai_edit_options = cls(
            prompt=prompt,
            model=model,
            aspect_ratio=aspect_ratio,
            inference_steps=inference_steps,
            guidance_scale=guidance_scale,
        )

        return ai_edit_options
