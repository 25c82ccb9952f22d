from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="BodyFeatures")


@_attrs_define(field_transformer=_quiet)
class BodyFeatures:
    """Less (below 0) and more of each; left and right are the person's, and a value for one side goes before that for
    both.

        Attributes:
            arm (float | Unset):
            breast (float | Unset):
            breast_left (float | Unset):
            breast_right (float | Unset):
            hip (float | Unset):
            hip_lift (float | Unset):
            leg (float | Unset):
            neck (float | Unset):
            neck_left (float | Unset):
            neck_right (float | Unset):
            shoulder (float | Unset):
            shoulder_left (float | Unset):
            shoulder_right (float | Unset):
            squared_shoulder (float | Unset):
            squared_shoulder_left (float | Unset):
            squared_shoulder_right (float | Unset):
            slim (float | Unset):
            taller (float | Unset):
            waist (float | Unset):
            belly (float | Unset):
    """

    arm: float | Unset = UNSET
    breast: float | Unset = UNSET
    breast_left: float | Unset = UNSET
    breast_right: float | Unset = UNSET
    hip: float | Unset = UNSET
    hip_lift: float | Unset = UNSET
    leg: float | Unset = UNSET
    neck: float | Unset = UNSET
    neck_left: float | Unset = UNSET
    neck_right: float | Unset = UNSET
    shoulder: float | Unset = UNSET
    shoulder_left: float | Unset = UNSET
    shoulder_right: float | Unset = UNSET
    squared_shoulder: float | Unset = UNSET
    squared_shoulder_left: float | Unset = UNSET
    squared_shoulder_right: float | Unset = UNSET
    slim: float | Unset = UNSET
    taller: float | Unset = UNSET
    waist: float | Unset = UNSET
    belly: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        arm = self.arm

        breast = self.breast

        breast_left = self.breast_left

        breast_right = self.breast_right

        hip = self.hip

        hip_lift = self.hip_lift

        leg = self.leg

        neck = self.neck

        neck_left = self.neck_left

        neck_right = self.neck_right

        shoulder = self.shoulder

        shoulder_left = self.shoulder_left

        shoulder_right = self.shoulder_right

        squared_shoulder = self.squared_shoulder

        squared_shoulder_left = self.squared_shoulder_left

        squared_shoulder_right = self.squared_shoulder_right

        slim = self.slim

        taller = self.taller

        waist = self.waist

        belly = self.belly

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if arm is not UNSET:
            field_dict["arm"] = arm
        if breast is not UNSET:
            field_dict["breast"] = breast
        if breast_left is not UNSET:
            field_dict["breast_left"] = breast_left
        if breast_right is not UNSET:
            field_dict["breast_right"] = breast_right
        if hip is not UNSET:
            field_dict["hip"] = hip
        if hip_lift is not UNSET:
            field_dict["hip_lift"] = hip_lift
        if leg is not UNSET:
            field_dict["leg"] = leg
        if neck is not UNSET:
            field_dict["neck"] = neck
        if neck_left is not UNSET:
            field_dict["neck_left"] = neck_left
        if neck_right is not UNSET:
            field_dict["neck_right"] = neck_right
        if shoulder is not UNSET:
            field_dict["shoulder"] = shoulder
        if shoulder_left is not UNSET:
            field_dict["shoulder_left"] = shoulder_left
        if shoulder_right is not UNSET:
            field_dict["shoulder_right"] = shoulder_right
        if squared_shoulder is not UNSET:
            field_dict["squared_shoulder"] = squared_shoulder
        if squared_shoulder_left is not UNSET:
            field_dict["squared_shoulder_left"] = squared_shoulder_left
        if squared_shoulder_right is not UNSET:
            field_dict["squared_shoulder_right"] = squared_shoulder_right
        if slim is not UNSET:
            field_dict["slim"] = slim
        if taller is not UNSET:
            field_dict["taller"] = taller
        if waist is not UNSET:
            field_dict["waist"] = waist
        if belly is not UNSET:
            field_dict["belly"] = belly

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        arm = d.pop("arm", UNSET)

        breast = d.pop("breast", UNSET)

        breast_left = d.pop("breast_left", UNSET)

        breast_right = d.pop("breast_right", UNSET)

        hip = d.pop("hip", UNSET)

        hip_lift = d.pop("hip_lift", UNSET)

        leg = d.pop("leg", UNSET)

        neck = d.pop("neck", UNSET)

        neck_left = d.pop("neck_left", UNSET)

        neck_right = d.pop("neck_right", UNSET)

        shoulder = d.pop("shoulder", UNSET)

        shoulder_left = d.pop("shoulder_left", UNSET)

        shoulder_right = d.pop("shoulder_right", UNSET)

        squared_shoulder = d.pop("squared_shoulder", UNSET)

        squared_shoulder_left = d.pop("squared_shoulder_left", UNSET)

        squared_shoulder_right = d.pop("squared_shoulder_right", UNSET)

        slim = d.pop("slim", UNSET)

        taller = d.pop("taller", UNSET)

        waist = d.pop("waist", UNSET)

        belly = d.pop("belly", UNSET)

        body_features = cls(
            arm=arm,
            breast=breast,
            breast_left=breast_left,
            breast_right=breast_right,
            hip=hip,
            hip_lift=hip_lift,
            leg=leg,
            neck=neck,
            neck_left=neck_left,
            neck_right=neck_right,
            shoulder=shoulder,
            shoulder_left=shoulder_left,
            shoulder_right=shoulder_right,
            squared_shoulder=squared_shoulder,
            squared_shoulder_left=squared_shoulder_left,
            squared_shoulder_right=squared_shoulder_right,
            slim=slim,
            taller=taller,
            waist=waist,
            belly=belly,
        )

        return body_features
