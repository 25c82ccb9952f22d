from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunImageExtenderRequest")


@_attrs_define(field_transformer=_quiet)
class RunImageExtenderRequest:
    """
    Attributes:
        output_width (int): Width of the result in pixels.
        output_height (int): Height of the result in pixels.
        input_x (int): Pixels of the result to the left of the picture.
        input_y (int): Pixels of the result above the picture.
        input_width (int): Width that the picture has in the result.
        input_height (int): Height that the picture has in the result.
        crop_input_x (int): Pixels of the picture to leave out on its left.
        crop_input_y (int): Pixels of the picture to leave out at its top.
        crop_input_width (int): Width of the part of the picture to take.
        crop_input_height (int): Height of the part of the picture to take.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
    """

    output_width: int
    output_height: int
    input_x: int
    input_y: int
    input_width: int
    input_height: int
    crop_input_x: int
    crop_input_y: int
    crop_input_width: int
    crop_input_height: int
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        output_width = self.output_width

        output_height = self.output_height

        input_x = self.input_x

        input_y = self.input_y

        input_width = self.input_width

        input_height = self.input_height

        crop_input_x = self.crop_input_x

        crop_input_y = self.crop_input_y

        crop_input_width = self.crop_input_width

        crop_input_height = self.crop_input_height

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "output_width": output_width,
                "output_height": output_height,
                "input_x": input_x,
                "input_y": input_y,
                "input_width": input_width,
                "input_height": input_height,
                "crop_input_x": crop_input_x,
                "crop_input_y": crop_input_y,
                "crop_input_width": crop_input_width,
                "crop_input_height": crop_input_height,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        output_width = d.pop("output_width")

        output_height = d.pop("output_height")

        input_x = d.pop("input_x")

        input_y = d.pop("input_y")

        input_width = d.pop("input_width")

        input_height = d.pop("input_height")

        crop_input_x = d.pop("crop_input_x")

        crop_input_y = d.pop("crop_input_y")

        crop_input_width = d.pop("crop_input_width")

        crop_input_height = d.pop("crop_input_height")

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        run_image_extender_request = cls(
            output_width=output_width,
            output_height=output_height,
            input_x=input_x,
            input_y=input_y,
            input_width=input_width,
            input_height=input_height,
            crop_input_x=crop_input_x,
            crop_input_y=crop_input_y,
            crop_input_width=crop_input_width,
            crop_input_height=crop_input_height,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
        )

        return run_image_extender_request
