from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.scene_aspect_ratio import SceneAspectRatio
from ..models.scene_model import SceneModel
from ..models.scene_view import SceneView
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="ShadowScene")


@_attrs_define(field_transformer=_quiet)
class ShadowScene:
    """
    Attributes:
        effect (Literal['shadows']):
        model (SceneModel | Unset): The vendor takes v1 if it is left out.
        color (str | Unset): Background as a hex colour, or transparent.
        view (SceneView | Unset): Where the object is seen from. The vendor takes auto if it is left out.
        aspect_ratio (SceneAspectRatio | Unset): The vendor takes 1:1 if it is left out.
    """

    effect: Literal["shadows"]
    model: SceneModel | Unset = UNSET
    color: str | Unset = UNSET
    view: SceneView | Unset = UNSET
    aspect_ratio: SceneAspectRatio | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        effect = self.effect

        model: str | Unset = UNSET
        if not isinstance(self.model, Unset):
            model = self.model.value

        color = self.color

        view: str | Unset = UNSET
        if not isinstance(self.view, Unset):
            view = self.view.value

        aspect_ratio: str | Unset = UNSET
        if not isinstance(self.aspect_ratio, Unset):
            aspect_ratio = self.aspect_ratio.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "effect": effect,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model
        if color is not UNSET:
            field_dict["color"] = color
        if view is not UNSET:
            field_dict["view"] = view
        if aspect_ratio is not UNSET:
            field_dict["aspect_ratio"] = aspect_ratio

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        effect = cast(Literal["shadows"], d.pop("effect"))
        if effect != "shadows":
            raise ValueError(f"effect must match const 'shadows', got '{effect}'")

        _model = d.pop("model", UNSET)
        model: SceneModel | Unset
        if isinstance(_model, Unset):
            model = UNSET
        else:
            model = SceneModel(_model)

        color = d.pop("color", UNSET)

        _view = d.pop("view", UNSET)
        view: SceneView | Unset
        if isinstance(_view, Unset):
            view = UNSET
        else:
            view = SceneView(_view)

        _aspect_ratio = d.pop("aspect_ratio", UNSET)
        aspect_ratio: SceneAspectRatio | Unset
        if isinstance(_aspect_ratio, Unset):
            aspect_ratio = UNSET
        else:
            aspect_ratio = SceneAspectRatio(_aspect_ratio)

        shadow_scene = cls(
            effect=effect,
            model=model,
            color=color,
            view=view,
            aspect_ratio=aspect_ratio,
        )

        return shadow_scene
