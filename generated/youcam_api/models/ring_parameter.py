from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RingParameter")


@_attrs_define(field_transformer=_quiet)
class RingParameter:
    """
    Attributes:
        ring_need_remove_background (bool | Unset): Whether to cut the ring out of its picture; true if absent.
        ring_anchor_point (list[list[int]] | Unset): The two points of the ring's inner edge that are furthest apart,
            each as x and y in pixels.
        ring_wearing_finger (int | Unset): The finger, from 0 for the thumb to 4 for the little one.
        ring_wearing_location (float | Unset): Where on the finger: 0 is its base, 1 the first knuckle.
        ring_shadow_intensity (float | Unset): How dark the shadow is; 0.15 if absent.
        ring_ambient_light_intensity (float | Unset): How much of the picture's light the ring takes; 1 if absent.
    """

    ring_need_remove_background: bool | Unset = UNSET
    ring_anchor_point: list[list[int]] | Unset = UNSET
    ring_wearing_finger: int | Unset = UNSET
    ring_wearing_location: float | Unset = UNSET
    ring_shadow_intensity: float | Unset = UNSET
    ring_ambient_light_intensity: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ring_need_remove_background = self.ring_need_remove_background

        ring_anchor_point: list[list[int]] | Unset = UNSET
        if not isinstance(self.ring_anchor_point, Unset):
            ring_anchor_point = []
            for ring_anchor_point_item_data in self.ring_anchor_point:
                ring_anchor_point_item = ring_anchor_point_item_data

                ring_anchor_point.append(ring_anchor_point_item)

        ring_wearing_finger = self.ring_wearing_finger

        ring_wearing_location = self.ring_wearing_location

        ring_shadow_intensity = self.ring_shadow_intensity

        ring_ambient_light_intensity = self.ring_ambient_light_intensity

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if ring_need_remove_background is not UNSET:
            field_dict["ring_need_remove_background"] = ring_need_remove_background
        if ring_anchor_point is not UNSET:
            field_dict["ring_anchor_point"] = ring_anchor_point
        if ring_wearing_finger is not UNSET:
            field_dict["ring_wearing_finger"] = ring_wearing_finger
        if ring_wearing_location is not UNSET:
            field_dict["ring_wearing_location"] = ring_wearing_location
        if ring_shadow_intensity is not UNSET:
            field_dict["ring_shadow_intensity"] = ring_shadow_intensity
        if ring_ambient_light_intensity is not UNSET:
            field_dict["ring_ambient_light_intensity"] = ring_ambient_light_intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ring_need_remove_background = d.pop("ring_need_remove_background", UNSET)

        _ring_anchor_point = d.pop("ring_anchor_point", UNSET)
        ring_anchor_point: list[list[int]] | Unset = UNSET
        if _ring_anchor_point is not UNSET:
            ring_anchor_point = []
            for ring_anchor_point_item_data in _ring_anchor_point:
                ring_anchor_point_item = cast(list[int], ring_anchor_point_item_data)

                ring_anchor_point.append(ring_anchor_point_item)

        ring_wearing_finger = d.pop("ring_wearing_finger", UNSET)

        ring_wearing_location = d.pop("ring_wearing_location", UNSET)

        ring_shadow_intensity = d.pop("ring_shadow_intensity", UNSET)

        ring_ambient_light_intensity = d.pop("ring_ambient_light_intensity", UNSET)

        ring_parameter = cls(
            ring_need_remove_background=ring_need_remove_background,
            ring_anchor_point=ring_anchor_point,
            ring_wearing_finger=ring_wearing_finger,
            ring_wearing_location=ring_wearing_location,
            ring_shadow_intensity=ring_shadow_intensity,
            ring_ambient_light_intensity=ring_ambient_light_intensity,
        )

        return ring_parameter
