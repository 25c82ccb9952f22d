from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.video_options import VideoOptions


T = TypeVar("T", bound="CreateVideoRequest")


@_attrs_define(field_transformer=_quiet)
class CreateVideoRequest:
    """
    Attributes:
        input_ (str): URL or storage URI of the image.
        options (VideoOptions):
        output (str | Unset):
    """

    input_: str
    options: VideoOptions
    output: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        input_ = self.input_

        options = self.options.to_dict()

        output = self.output

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input": input_,
                "options": options,
            }
        )
        if output is not UNSET:
            field_dict["output"] = output

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.video_options import VideoOptions  # noqa: PLC0415

        d = dict(src_dict)
        input_ = d.pop("input")

        options = VideoOptions.from_dict(d.pop("options"))

        output = d.pop("output", UNSET)

        create_video_request = cls(
            input_=input_,
            options=options,
            output=output,
        )

        return create_video_request
