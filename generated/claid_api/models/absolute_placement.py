from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.scene_position import ScenePosition


T = TypeVar("T", bound="AbsolutePlacement")


@_attrs_define(field_transformer=_quiet)
class AbsolutePlacement:
    """
    Attributes:
        image_url (str): URL of the object's image.
        placement_type (Literal['absolute'] | Unset): How the object is placed: absolute by scale, rotation and
            position, original where it is in its image, or
            padding within a border. The vendor takes absolute if it is left out.
        rotation_degree (float | Unset): Degrees to turn the object by. The vendor takes 0 if it is left out.
        scale (float | Unset): Size of the object as a share of the scene. The vendor takes 1 if it is left out.
        position (ScenePosition | Unset): Where the middle of the object is. The vendor takes 0.5 for what is left out.
    """

    image_url: str
    placement_type: Literal["absolute"] | Unset = UNSET
    rotation_degree: float | Unset = UNSET
    scale: float | Unset = UNSET
    position: ScenePosition | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        placement_type = self.placement_type

        rotation_degree = self.rotation_degree

        scale = self.scale

        position: dict[str, Any] | Unset = UNSET
        if not isinstance(self.position, Unset):
            position = self.position.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "image_url": image_url,
            }
        )
        if placement_type is not UNSET:
            field_dict["placement_type"] = placement_type
        if rotation_degree is not UNSET:
            field_dict["rotation_degree"] = rotation_degree
        if scale is not UNSET:
            field_dict["scale"] = scale
        if position is not UNSET:
            field_dict["position"] = position

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.scene_position import ScenePosition  # noqa: PLC0415

        d = dict(src_dict)
        image_url = d.pop("image_url")

        placement_type = cast(Literal["absolute"] | Unset, d.pop("placement_type", UNSET))
        if placement_type != "absolute" and not isinstance(placement_type, Unset):
            raise ValueError(f"placement_type must match const 'absolute', got '{placement_type}'")

        rotation_degree = d.pop("rotation_degree", UNSET)

        scale = d.pop("scale", UNSET)

        _position = d.pop("position", UNSET)
        position: ScenePosition | Unset
        if isinstance(_position, Unset):
            position = UNSET
        else:
            position = ScenePosition.from_dict(_position)

        absolute_placement = cls(
            image_url=image_url,
            placement_type=placement_type,
            rotation_degree=rotation_degree,
            scale=scale,
            position=position,
        )

        return absolute_placement
