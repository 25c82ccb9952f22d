from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.absolute_placement import AbsolutePlacement
    from ..models.original_placement import OriginalPlacement
    from ..models.padded_placement import PaddedPlacement
    from ..models.prompt_scene import PromptScene
    from ..models.scene_output import SceneOutput
    from ..models.shadow_scene import ShadowScene
    from ..models.template_scene import TemplateScene


T = TypeVar("T", bound="CreateSceneRequest")


@_attrs_define(field_transformer=_quiet)
class CreateSceneRequest:
    """
    Attributes:
        object_ (AbsolutePlacement | OriginalPlacement | PaddedPlacement): The object, and where it goes.
        scene (PromptScene | ShadowScene | TemplateScene): A plain background with a shadow, a template, or a text.
        output (SceneOutput | str | Unset):
    """

    object_: AbsolutePlacement | OriginalPlacement | PaddedPlacement
    scene: PromptScene | ShadowScene | TemplateScene
    output: SceneOutput | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.original_placement import OriginalPlacement  # noqa: PLC0415
        from ..models.padded_placement import PaddedPlacement  # noqa: PLC0415
        from ..models.scene_output import SceneOutput  # noqa: PLC0415
        from ..models.shadow_scene import ShadowScene  # noqa: PLC0415
        from ..models.template_scene import TemplateScene  # noqa: PLC0415

        object_: dict[str, Any]
        if isinstance(self.object_, OriginalPlacement):
            object_ = self.object_.to_dict()
        elif isinstance(self.object_, PaddedPlacement):
            object_ = self.object_.to_dict()
        else:
            object_ = self.object_.to_dict()

        scene: dict[str, Any]
        if isinstance(self.scene, ShadowScene):
            scene = self.scene.to_dict()
        elif isinstance(self.scene, TemplateScene):
            scene = self.scene.to_dict()
        else:
            scene = self.scene.to_dict()

        output: dict[str, Any] | str | Unset
        if isinstance(self.output, Unset):
            output = UNSET
        elif isinstance(self.output, SceneOutput):
            output = self.output.to_dict()
        else:
            output = self.output

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "object": object_,
                "scene": scene,
            }
        )
        if output is not UNSET:
            field_dict["output"] = output

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.absolute_placement import AbsolutePlacement  # noqa: PLC0415
        from ..models.original_placement import OriginalPlacement  # noqa: PLC0415
        from ..models.padded_placement import PaddedPlacement  # noqa: PLC0415
        from ..models.prompt_scene import PromptScene  # noqa: PLC0415
        from ..models.scene_output import SceneOutput  # noqa: PLC0415
        from ..models.shadow_scene import ShadowScene  # noqa: PLC0415
        from ..models.template_scene import TemplateScene  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_object_(data: object) -> AbsolutePlacement | OriginalPlacement | PaddedPlacement:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                object_type_0 = OriginalPlacement.from_dict(data)

                return object_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                object_type_1 = PaddedPlacement.from_dict(data)

                return object_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            object_type_2 = AbsolutePlacement.from_dict(data)

            return object_type_2

        object_ = _parse_object_(d.pop("object"))

        def _parse_scene(data: object) -> PromptScene | ShadowScene | TemplateScene:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scene_type_0 = ShadowScene.from_dict(data)

                return scene_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scene_type_1 = TemplateScene.from_dict(data)

                return scene_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            scene_type_2 = PromptScene.from_dict(data)

            return scene_type_2

        scene = _parse_scene(d.pop("scene"))

        def _parse_output(data: object) -> SceneOutput | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                output_type_0 = SceneOutput.from_dict(data)

                return output_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(SceneOutput | str | Unset, data)

        output = _parse_output(d.pop("output", UNSET))

        create_scene_request = cls(
            object_=object_,
            scene=scene,
            output=output,
        )

        return create_scene_request
