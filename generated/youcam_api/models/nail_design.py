from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.finger import Finger
from ..models.nail_texture import NailTexture
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="NailDesign")


@_attrs_define(field_transformer=_quiet)
class NailDesign:
    """
    Attributes:
        sub_type (Literal['design']):
        finger (Finger): Which finger.
        texture (NailTexture): The finish. Press-on nails have the first three.
        reflection (int): How much light it throws back.
        contrast (int): Contrast of the light on it.
        roughness (int): How rough it is.
        ref_file_url (str | Unset): Public URL of the design; excludes ref_file_index.
        ref_file_index (int | Unset): Which of ref_file_ids has the design, counted from 0.
        transparency (int | Unset): Of polish, and needed there but for metallic.
        shimmer_opacity (int | Unset): Needed for pearl.
        shimmer_size (int | Unset): Needed for shimmer_coarse and shimmer_fine.
        textured_size (int | Unset): Needed for textured.
    """

    sub_type: Literal["design"]
    finger: Finger
    texture: NailTexture
    reflection: int
    contrast: int
    roughness: int
    ref_file_url: str | Unset = UNSET
    ref_file_index: int | Unset = UNSET
    transparency: int | Unset = UNSET
    shimmer_opacity: int | Unset = UNSET
    shimmer_size: int | Unset = UNSET
    textured_size: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        sub_type = self.sub_type

        finger = self.finger.value

        texture = self.texture.value

        reflection = self.reflection

        contrast = self.contrast

        roughness = self.roughness

        ref_file_url = self.ref_file_url

        ref_file_index = self.ref_file_index

        transparency = self.transparency

        shimmer_opacity = self.shimmer_opacity

        shimmer_size = self.shimmer_size

        textured_size = self.textured_size

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sub_type": sub_type,
                "finger": finger,
                "texture": texture,
                "reflection": reflection,
                "contrast": contrast,
                "roughness": roughness,
            }
        )
        if ref_file_url is not UNSET:
            field_dict["ref_file_url"] = ref_file_url
        if ref_file_index is not UNSET:
            field_dict["ref_file_index"] = ref_file_index
        if transparency is not UNSET:
            field_dict["transparency"] = transparency
        if shimmer_opacity is not UNSET:
            field_dict["shimmer_opacity"] = shimmer_opacity
        if shimmer_size is not UNSET:
            field_dict["shimmer_size"] = shimmer_size
        if textured_size is not UNSET:
            field_dict["textured_size"] = textured_size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sub_type = cast(Literal["design"], d.pop("sub_type"))
        if sub_type != "design":
            raise ValueError(f"sub_type must match const 'design', got '{sub_type}'")

        finger = Finger(d.pop("finger"))

        texture = NailTexture(d.pop("texture"))

        reflection = d.pop("reflection")

        contrast = d.pop("contrast")

        roughness = d.pop("roughness")

        ref_file_url = d.pop("ref_file_url", UNSET)

        ref_file_index = d.pop("ref_file_index", UNSET)

        transparency = d.pop("transparency", UNSET)

        shimmer_opacity = d.pop("shimmer_opacity", UNSET)

        shimmer_size = d.pop("shimmer_size", UNSET)

        textured_size = d.pop("textured_size", UNSET)

        nail_design = cls(
            sub_type=sub_type,
            finger=finger,
            texture=texture,
            reflection=reflection,
            contrast=contrast,
            roughness=roughness,
            ref_file_url=ref_file_url,
            ref_file_index=ref_file_index,
            transparency=transparency,
            shimmer_opacity=shimmer_opacity,
            shimmer_size=shimmer_size,
            textured_size=textured_size,
        )

        return nail_design
