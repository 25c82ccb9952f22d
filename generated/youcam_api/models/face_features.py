from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="FaceFeatures")


@_attrs_define(field_transformer=_quiet)
class FaceFeatures:
    """Less (below 0) and more of each; left and right are the person's, and a value for one side goes before that for
    both.

        Attributes:
            cheekbones (int | Unset): Tucks them in.
            jaw (int | Unset): Tucks it in.
            face_reshape (int | Unset):
            face_reshape_left (int | Unset):
            face_reshape_right (int | Unset):
            face_width (int | Unset):
            chin_reshape (int | Unset):
            chin_reshape_left (int | Unset):
            chin_reshape_right (int | Unset):
            chin_length (int | Unset):
            eye_size (int | Unset):
            eye_size_left (int | Unset):
            eye_size_right (int | Unset):
            eye_distance (int | Unset):
            eye_angle (int | Unset):
            eye_height (int | Unset):
            eye_width (int | Unset):
            nose_bridge_width (int | Unset):
            nose_lift (int | Unset):
            nose_size (int | Unset):
            nose_tip (int | Unset):
            nose_tip_width (int | Unset):
            nose_wing (int | Unset):
            lip_size (int | Unset):
            lip_width (int | Unset):
            lip_peak (int | Unset):
            lip_height_top (int | Unset):
            lip_height_bottom (int | Unset):
    """

    cheekbones: int | Unset = UNSET
    jaw: int | Unset = UNSET
    face_reshape: int | Unset = UNSET
    face_reshape_left: int | Unset = UNSET
    face_reshape_right: int | Unset = UNSET
    face_width: int | Unset = UNSET
    chin_reshape: int | Unset = UNSET
    chin_reshape_left: int | Unset = UNSET
    chin_reshape_right: int | Unset = UNSET
    chin_length: int | Unset = UNSET
    eye_size: int | Unset = UNSET
    eye_size_left: int | Unset = UNSET
    eye_size_right: int | Unset = UNSET
    eye_distance: int | Unset = UNSET
    eye_angle: int | Unset = UNSET
    eye_height: int | Unset = UNSET
    eye_width: int | Unset = UNSET
    nose_bridge_width: int | Unset = UNSET
    nose_lift: int | Unset = UNSET
    nose_size: int | Unset = UNSET
    nose_tip: int | Unset = UNSET
    nose_tip_width: int | Unset = UNSET
    nose_wing: int | Unset = UNSET
    lip_size: int | Unset = UNSET
    lip_width: int | Unset = UNSET
    lip_peak: int | Unset = UNSET
    lip_height_top: int | Unset = UNSET
    lip_height_bottom: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        cheekbones = self.cheekbones

        jaw = self.jaw

        face_reshape = self.face_reshape

        face_reshape_left = self.face_reshape_left

        face_reshape_right = self.face_reshape_right

        face_width = self.face_width

        chin_reshape = self.chin_reshape

        chin_reshape_left = self.chin_reshape_left

        chin_reshape_right = self.chin_reshape_right

        chin_length = self.chin_length

        eye_size = self.eye_size

        eye_size_left = self.eye_size_left

        eye_size_right = self.eye_size_right

        eye_distance = self.eye_distance

        eye_angle = self.eye_angle

        eye_height = self.eye_height

        eye_width = self.eye_width

        nose_bridge_width = self.nose_bridge_width

        nose_lift = self.nose_lift

        nose_size = self.nose_size

        nose_tip = self.nose_tip

        nose_tip_width = self.nose_tip_width

        nose_wing = self.nose_wing

        lip_size = self.lip_size

        lip_width = self.lip_width

        lip_peak = self.lip_peak

        lip_height_top = self.lip_height_top

        lip_height_bottom = self.lip_height_bottom

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if cheekbones is not UNSET:
            field_dict["cheekbones"] = cheekbones
        if jaw is not UNSET:
            field_dict["jaw"] = jaw
        if face_reshape is not UNSET:
            field_dict["face_reshape"] = face_reshape
        if face_reshape_left is not UNSET:
            field_dict["face_reshape_left"] = face_reshape_left
        if face_reshape_right is not UNSET:
            field_dict["face_reshape_right"] = face_reshape_right
        if face_width is not UNSET:
            field_dict["face_width"] = face_width
        if chin_reshape is not UNSET:
            field_dict["chin_reshape"] = chin_reshape
        if chin_reshape_left is not UNSET:
            field_dict["chin_reshape_left"] = chin_reshape_left
        if chin_reshape_right is not UNSET:
            field_dict["chin_reshape_right"] = chin_reshape_right
        if chin_length is not UNSET:
            field_dict["chin_length"] = chin_length
        if eye_size is not UNSET:
            field_dict["eye_size"] = eye_size
        if eye_size_left is not UNSET:
            field_dict["eye_size_left"] = eye_size_left
        if eye_size_right is not UNSET:
            field_dict["eye_size_right"] = eye_size_right
        if eye_distance is not UNSET:
            field_dict["eye_distance"] = eye_distance
        if eye_angle is not UNSET:
            field_dict["eye_angle"] = eye_angle
        if eye_height is not UNSET:
            field_dict["eye_height"] = eye_height
        if eye_width is not UNSET:
            field_dict["eye_width"] = eye_width
        if nose_bridge_width is not UNSET:
            field_dict["nose_bridge_width"] = nose_bridge_width
        if nose_lift is not UNSET:
            field_dict["nose_lift"] = nose_lift
        if nose_size is not UNSET:
            field_dict["nose_size"] = nose_size
        if nose_tip is not UNSET:
            field_dict["nose_tip"] = nose_tip
        if nose_tip_width is not UNSET:
            field_dict["nose_tip_width"] = nose_tip_width
        if nose_wing is not UNSET:
            field_dict["nose_wing"] = nose_wing
        if lip_size is not UNSET:
            field_dict["lip_size"] = lip_size
        if lip_width is not UNSET:
            field_dict["lip_width"] = lip_width
        if lip_peak is not UNSET:
            field_dict["lip_peak"] = lip_peak
        if lip_height_top is not UNSET:
            field_dict["lip_height_top"] = lip_height_top
        if lip_height_bottom is not UNSET:
            field_dict["lip_height_bottom"] = lip_height_bottom

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cheekbones = d.pop("cheekbones", UNSET)

        jaw = d.pop("jaw", UNSET)

        face_reshape = d.pop("face_reshape", UNSET)

        face_reshape_left = d.pop("face_reshape_left", UNSET)

        face_reshape_right = d.pop("face_reshape_right", UNSET)

        face_width = d.pop("face_width", UNSET)

        chin_reshape = d.pop("chin_reshape", UNSET)

        chin_reshape_left = d.pop("chin_reshape_left", UNSET)

        chin_reshape_right = d.pop("chin_reshape_right", UNSET)

        chin_length = d.pop("chin_length", UNSET)

        eye_size = d.pop("eye_size", UNSET)

        eye_size_left = d.pop("eye_size_left", UNSET)

        eye_size_right = d.pop("eye_size_right", UNSET)

        eye_distance = d.pop("eye_distance", UNSET)

        eye_angle = d.pop("eye_angle", UNSET)

        eye_height = d.pop("eye_height", UNSET)

        eye_width = d.pop("eye_width", UNSET)

        nose_bridge_width = d.pop("nose_bridge_width", UNSET)

        nose_lift = d.pop("nose_lift", UNSET)

        nose_size = d.pop("nose_size", UNSET)

        nose_tip = d.pop("nose_tip", UNSET)

        nose_tip_width = d.pop("nose_tip_width", UNSET)

        nose_wing = d.pop("nose_wing", UNSET)

        lip_size = d.pop("lip_size", UNSET)

        lip_width = d.pop("lip_width", UNSET)

        lip_peak = d.pop("lip_peak", UNSET)

        lip_height_top = d.pop("lip_height_top", UNSET)

        lip_height_bottom = d.pop("lip_height_bottom", UNSET)

        face_features = cls(
            cheekbones=cheekbones,
            jaw=jaw,
            face_reshape=face_reshape,
            face_reshape_left=face_reshape_left,
            face_reshape_right=face_reshape_right,
            face_width=face_width,
            chin_reshape=chin_reshape,
            chin_reshape_left=chin_reshape_left,
            chin_reshape_right=chin_reshape_right,
            chin_length=chin_length,
            eye_size=eye_size,
            eye_size_left=eye_size_left,
            eye_size_right=eye_size_right,
            eye_distance=eye_distance,
            eye_angle=eye_angle,
            eye_height=eye_height,
            eye_width=eye_width,
            nose_bridge_width=nose_bridge_width,
            nose_lift=nose_lift,
            nose_size=nose_size,
            nose_tip=nose_tip,
            nose_tip_width=nose_tip_width,
            nose_wing=nose_wing,
            lip_size=lip_size,
            lip_width=lip_width,
            lip_peak=lip_peak,
            lip_height_top=lip_height_top,
            lip_height_bottom=lip_height_bottom,
        )

        return face_features
