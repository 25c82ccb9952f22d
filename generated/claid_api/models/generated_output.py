from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.generated_format import GeneratedFormat
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="GeneratedOutput")


@_attrs_define(field_transformer=_quiet)
class GeneratedOutput:
    """
    Attributes:
        number_of_images (int | Unset): The vendor makes 1 if it is left out.
        destination (str | Unset):
        format_ (GeneratedFormat | Unset): The vendor makes png if it is left out.
    """

    number_of_images: int | Unset = UNSET
    destination: str | Unset = UNSET
    format_: GeneratedFormat | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        number_of_images = self.number_of_images

        destination = self.destination

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if number_of_images is not UNSET:
            field_dict["number_of_images"] = number_of_images
        if destination is not UNSET:
            field_dict["destination"] = destination
        if format_ is not UNSET:
            field_dict["format"] = format_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number_of_images = d.pop("number_of_images", UNSET)

        destination = d.pop("destination", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: GeneratedFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = GeneratedFormat(_format_)

        generated_output = cls(
            number_of_images=number_of_images,
            destination=destination,
            format_=format_,
        )

        return generated_output
