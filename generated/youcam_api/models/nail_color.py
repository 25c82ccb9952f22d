from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.finger import Finger
from ..models.nail_shape import NailShape
from ..models.nail_texture import NailTexture
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="NailColor")


@_attrs_define(field_transformer=_quiet)
class NailColor:
    """
    Attributes:
        sub_type (Literal['color']):
        finger (Finger): Which finger.
        color (str): As #rrggbb.
        texture (NailTexture): The finish. Press-on nails have the first three.
        reflection (int): How much light it throws back.
        contrast (int): Contrast of the light on it.
        roughness (int): How rough it is.
        transparency (int | Unset): Of polish, and needed there but for metallic.
        shimmer_opacity (int | Unset): Needed for pearl.
        shimmer_size (int | Unset): Needed for shimmer_coarse and shimmer_fine.
        textured_size (int | Unset): Needed for textured.
        shape (NailShape | Unset): Shape of tip and base.
        length (float | Unset): Of press-on nails, and needed there.
    """

    sub_type: Literal["color"]
    finger: Finger
    color: str
    texture: NailTexture
    reflection: int
    contrast: int
    roughness: int
    transparency: int | Unset = UNSET
    shimmer_opacity: int | Unset = UNSET
    shimmer_size: int | Unset = UNSET
    textured_size: int | Unset = UNSET
    shape: NailShape | Unset = UNSET
    length: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        sub_type = self.sub_type

        finger = self.finger.value

        color = self.color

        texture = self.texture.value

        reflection = self.reflection

        contrast = self.contrast

        roughness = self.roughness

        transparency = self.transparency

        shimmer_opacity = self.shimmer_opacity

        shimmer_size = self.shimmer_size

        textured_size = self.textured_size

        shape: str | Unset = UNSET
        if not isinstance(self.shape, Unset):
            shape = self.shape.value

        length = self.length

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sub_type": sub_type,
                "finger": finger,
                "color": color,
                "texture": texture,
                "reflection": reflection,
                "contrast": contrast,
                "roughness": roughness,
            }
        )
        if transparency is not UNSET:
            field_dict["transparency"] = transparency
        if shimmer_opacity is not UNSET:
            field_dict["shimmer_opacity"] = shimmer_opacity
        if shimmer_size is not UNSET:
            field_dict["shimmer_size"] = shimmer_size
        if textured_size is not UNSET:
            field_dict["textured_size"] = textured_size
        if shape is not UNSET:
            field_dict["shape"] = shape
        if length is not UNSET:
            field_dict["length"] = length

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sub_type = cast(Literal["color"], d.pop("sub_type"))
        if sub_type != "color":
            raise ValueError(f"sub_type must match const 'color', got '{sub_type}'")

        finger = Finger(d.pop("finger"))

        color = d.pop("color")

        texture = NailTexture(d.pop("texture"))

        reflection = d.pop("reflection")

        contrast = d.pop("contrast")

        roughness = d.pop("roughness")

        transparency = d.pop("transparency", UNSET)

        shimmer_opacity = d.pop("shimmer_opacity", UNSET)

        shimmer_size = d.pop("shimmer_size", UNSET)

        textured_size = d.pop("textured_size", UNSET)

        _shape = d.pop("shape", UNSET)
        shape: NailShape | Unset
        if isinstance(_shape, Unset):
            shape = UNSET
        else:
            shape = NailShape(_shape)

        length = d.pop("length", UNSET)

        nail_color = cls(
            sub_type=sub_type,
            finger=finger,
            color=color,
            texture=texture,
            reflection=reflection,
            contrast=contrast,
            roughness=roughness,
            transparency=transparency,
            shimmer_opacity=shimmer_opacity,
            shimmer_size=shimmer_size,
            textured_size=textured_size,
            shape=shape,
            length=length,
        )

        return nail_color
