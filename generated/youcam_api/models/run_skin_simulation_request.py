from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunSkinSimulationRequest")


@_attrs_define(field_transformer=_quiet)
class RunSkinSimulationRequest:
    """
    Attributes:
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        wrinkle (float | Unset): Wrinkles: 0 leaves it, 1 takes the most away.
        radiance (float | Unset): Dullness: 0 leaves it, 1 takes the most away.
        oiliness (float | Unset): Shine (of this one a part of the document says that 1 adds the most): 0 leaves it, 1
            takes the most away.
        acne (float | Unset): Acne: 0 leaves it, 1 takes the most away.
        eye_bags (float | Unset): Bags under the eyes: 0 leaves it, 1 takes the most away.
        dark_circle (float | Unset): Dark circles: 0 leaves it, 1 takes the most away.
        spots (float | Unset): Age spots: 0 leaves it, 1 takes the most away.
        pores (float | Unset): Pores: 0 leaves it, 1 takes the most away.
        texture (float | Unset): Uneven texture: 0 leaves it, 1 takes the most away.
        redness (float | Unset): Redness: 0 leaves it, 1 takes the most away.
    """

    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    wrinkle: float | Unset = UNSET
    radiance: float | Unset = UNSET
    oiliness: float | Unset = UNSET
    acne: float | Unset = UNSET
    eye_bags: float | Unset = UNSET
    dark_circle: float | Unset = UNSET
    spots: float | Unset = UNSET
    pores: float | Unset = UNSET
    texture: float | Unset = UNSET
    redness: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        wrinkle = self.wrinkle

        radiance = self.radiance

        oiliness = self.oiliness

        acne = self.acne

        eye_bags = self.eye_bags

        dark_circle = self.dark_circle

        spots = self.spots

        pores = self.pores

        texture = self.texture

        redness = self.redness

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if wrinkle is not UNSET:
            field_dict["wrinkle"] = wrinkle
        if radiance is not UNSET:
            field_dict["radiance"] = radiance
        if oiliness is not UNSET:
            field_dict["oiliness"] = oiliness
        if acne is not UNSET:
            field_dict["acne"] = acne
        if eye_bags is not UNSET:
            field_dict["eye_bags"] = eye_bags
        if dark_circle is not UNSET:
            field_dict["dark_circle"] = dark_circle
        if spots is not UNSET:
            field_dict["spots"] = spots
        if pores is not UNSET:
            field_dict["pores"] = pores
        if texture is not UNSET:
            field_dict["texture"] = texture
        if redness is not UNSET:
            field_dict["redness"] = redness

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        wrinkle = d.pop("wrinkle", UNSET)

        radiance = d.pop("radiance", UNSET)

        oiliness = d.pop("oiliness", UNSET)

        acne = d.pop("acne", UNSET)

        eye_bags = d.pop("eye_bags", UNSET)

        dark_circle = d.pop("dark_circle", UNSET)

        spots = d.pop("spots", UNSET)

        pores = d.pop("pores", UNSET)

        texture = d.pop("texture", UNSET)

        redness = d.pop("redness", UNSET)

        run_skin_simulation_request = cls(
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            wrinkle=wrinkle,
            radiance=radiance,
            oiliness=oiliness,
            acne=acne,
            eye_bags=eye_bags,
            dark_circle=dark_circle,
            spots=spots,
            pores=pores,
            texture=texture,
            redness=redness,
        )

        return run_skin_simulation_request
