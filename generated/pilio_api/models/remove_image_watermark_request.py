from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.watermark_mode import WatermarkMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.watermark_box import WatermarkBox


T = TypeVar("T", bound="RemoveImageWatermarkRequest")


@_attrs_define(field_transformer=_quiet)
class RemoveImageWatermarkRequest:
    """
    Attributes:
        image_file_id (str):
        mode (WatermarkMode | Unset): Whether the vendor looks for watermarks or boxes name them. The vendor takes auto
            if it is left out.
        boxes (list[WatermarkBox] | Unset): Where the watermarks are. Required when mode is manual.
    """

    image_file_id: str
    mode: WatermarkMode | Unset = UNSET
    boxes: list[WatermarkBox] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_file_id = self.image_file_id

        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode.value

        boxes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.boxes, Unset):
            boxes = []
            for boxes_item_data in self.boxes:
                boxes_item = boxes_item_data.to_dict()
                boxes.append(boxes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "image_file_id": image_file_id,
            }
        )
        if mode is not UNSET:
            field_dict["mode"] = mode
        if boxes is not UNSET:
            field_dict["boxes"] = boxes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.watermark_box import WatermarkBox  # noqa: PLC0415

        d = dict(src_dict)
        image_file_id = d.pop("image_file_id")

        _mode = d.pop("mode", UNSET)
        mode: WatermarkMode | Unset
        if isinstance(_mode, Unset):
            mode = UNSET
        else:
            mode = WatermarkMode(_mode)

        _boxes = d.pop("boxes", UNSET)
        boxes: list[WatermarkBox] | Unset = UNSET
        if _boxes is not UNSET:
            boxes = []
            for boxes_item_data in _boxes:
                boxes_item = WatermarkBox.from_dict(boxes_item_data)

                boxes.append(boxes_item)

        remove_image_watermark_request = cls(
            image_file_id=image_file_id,
            mode=mode,
            boxes=boxes,
        )

        return remove_image_watermark_request
