from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.scene_model import SceneModel
from ..models.template_mode import TemplateMode
from ..models.template_view import TemplateView
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.guided_prompt import GuidedPrompt


T = TypeVar("T", bound="TemplateScene")


@_attrs_define(field_transformer=_quiet)
class TemplateScene:
    """
    Attributes:
        template_url (str): URL of the template.
        view (TemplateView): Where the template is seen from.
        template_mode (TemplateMode | Unset): How far the template may change. The vendor takes transform if it is left
            out.
        prompt (GuidedPrompt | str | Unset): What to change, as a text or with options.
        negative_prompt (str | Unset): What not to show.
        steps (int | Unset): Steps of refinement.
        color (str | Unset): Hex colour to prefer.
        model (SceneModel | Unset): The vendor takes v1 if it is left out.
    """

    template_url: str
    view: TemplateView
    template_mode: TemplateMode | Unset = UNSET
    prompt: GuidedPrompt | str | Unset = UNSET
    negative_prompt: str | Unset = UNSET
    steps: int | Unset = UNSET
    color: str | Unset = UNSET
    model: SceneModel | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.guided_prompt import GuidedPrompt  # noqa: PLC0415

        template_url = self.template_url

        view = self.view.value

        template_mode: str | Unset = UNSET
        if not isinstance(self.template_mode, Unset):
            template_mode = self.template_mode.value

        prompt: dict[str, Any] | str | Unset
        if isinstance(self.prompt, Unset):
            prompt = UNSET
        elif isinstance(self.prompt, GuidedPrompt):
            prompt = self.prompt.to_dict()
        else:
            prompt = self.prompt

        negative_prompt = self.negative_prompt

        steps = self.steps

        color = self.color

        model: str | Unset = UNSET
        if not isinstance(self.model, Unset):
            model = self.model.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "template_url": template_url,
                "view": view,
            }
        )
        if template_mode is not UNSET:
            field_dict["template_mode"] = template_mode
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if negative_prompt is not UNSET:
            field_dict["negative_prompt"] = negative_prompt
        if steps is not UNSET:
            field_dict["steps"] = steps
        if color is not UNSET:
            field_dict["color"] = color
        if model is not UNSET:
            field_dict["model"] = model

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.guided_prompt import GuidedPrompt  # noqa: PLC0415

        d = dict(src_dict)
        template_url = d.pop("template_url")

        view = TemplateView(d.pop("view"))

        _template_mode = d.pop("template_mode", UNSET)
        template_mode: TemplateMode | Unset
        if isinstance(_template_mode, Unset):
            template_mode = UNSET
        else:
            template_mode = TemplateMode(_template_mode)

        def _parse_prompt(data: object) -> GuidedPrompt | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                prompt_type_1 = GuidedPrompt.from_dict(data)

                return prompt_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GuidedPrompt | str | Unset, data)

        prompt = _parse_prompt(d.pop("prompt", UNSET))

        negative_prompt = d.pop("negative_prompt", UNSET)

        steps = d.pop("steps", UNSET)

        color = d.pop("color", UNSET)

        _model = d.pop("model", UNSET)
        model: SceneModel | Unset
        if isinstance(_model, Unset):
            model = UNSET
        else:
            model = SceneModel(_model)

        template_scene = cls(
            template_url=template_url,
            view=view,
            template_mode=template_mode,
            prompt=prompt,
            negative_prompt=negative_prompt,
            steps=steps,
            color=color,
            model=model,
        )

        return template_scene
