from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.scene_aspect_ratio import SceneAspectRatio
from ..models.scene_model import SceneModel
from ..models.scene_preference import ScenePreference
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.guided_prompt import GuidedPrompt


T = TypeVar("T", bound="PromptScene")


@_attrs_define(field_transformer=_quiet)
class PromptScene:
    """
    Attributes:
        prompt (GuidedPrompt | str): The scene, as a text or with options.
        model (SceneModel | Unset): The vendor takes v1 if it is left out.
        negative_prompt (str | Unset): What not to show.
        steps (int | Unset): Steps of refinement.
        color (str | Unset): Hex colour to prefer.
        aspect_ratio (SceneAspectRatio | Unset): The vendor takes 1:1 if it is left out.
        preference (ScenePreference | Unset): Speed or quality. The vendor takes optimal if it is left out.
    """

    prompt: GuidedPrompt | str
    model: SceneModel | Unset = UNSET
    negative_prompt: str | Unset = UNSET
    steps: int | Unset = UNSET
    color: str | Unset = UNSET
    aspect_ratio: SceneAspectRatio | Unset = UNSET
    preference: ScenePreference | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.guided_prompt import GuidedPrompt  # noqa: PLC0415

        prompt: dict[str, Any] | str
        if isinstance(self.prompt, GuidedPrompt):
            prompt = self.prompt.to_dict()
        else:
            prompt = self.prompt

        model: str | Unset = UNSET
        if not isinstance(self.model, Unset):
            model = self.model.value

        negative_prompt = self.negative_prompt

        steps = self.steps

        color = self.color

        aspect_ratio: str | Unset = UNSET
        if not isinstance(self.aspect_ratio, Unset):
            aspect_ratio = self.aspect_ratio.value

        preference: str | Unset = UNSET
        if not isinstance(self.preference, Unset):
            preference = self.preference.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "prompt": prompt,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model
        if negative_prompt is not UNSET:
            field_dict["negative_prompt"] = negative_prompt
        if steps is not UNSET:
            field_dict["steps"] = steps
        if color is not UNSET:
            field_dict["color"] = color
        if aspect_ratio is not UNSET:
            field_dict["aspect_ratio"] = aspect_ratio
        if preference is not UNSET:
            field_dict["preference"] = preference

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.guided_prompt import GuidedPrompt  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_prompt(data: object) -> GuidedPrompt | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                prompt_type_1 = GuidedPrompt.from_dict(data)

                return prompt_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GuidedPrompt | str, data)

        prompt = _parse_prompt(d.pop("prompt"))

        _model = d.pop("model", UNSET)
        model: SceneModel | Unset
        if isinstance(_model, Unset):
            model = UNSET
        else:
            model = SceneModel(_model)

        negative_prompt = d.pop("negative_prompt", UNSET)

        steps = d.pop("steps", UNSET)

        color = d.pop("color", UNSET)

        _aspect_ratio = d.pop("aspect_ratio", UNSET)
        aspect_ratio: SceneAspectRatio | Unset
        if isinstance(_aspect_ratio, Unset):
            aspect_ratio = UNSET
        else:
            aspect_ratio = SceneAspectRatio(_aspect_ratio)

        _preference = d.pop("preference", UNSET)
        preference: ScenePreference | Unset
        if isinstance(_preference, Unset):
            preference = UNSET
        else:
            preference = ScenePreference(_preference)

        prompt_scene = cls(
            prompt=prompt,
            model=model,
            negative_prompt=negative_prompt,
            steps=steps,
            color=color,
            aspect_ratio=aspect_ratio,
            preference=preference,
        )

        return prompt_scene
