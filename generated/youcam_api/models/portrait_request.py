from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="PortraitRequest")


@_attrs_define(field_transformer=_quiet)
class PortraitRequest:
    """
    Attributes:
        template_id (str): Id of a template that the list of the feature has.
        output_count (int): How many pictures to make.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
    """

    template_id: str
    output_count: int
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        template_id = self.template_id

        output_count = self.output_count

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "template_id": template_id,
                "output_count": output_count,
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
        template_id = d.pop("template_id")

        output_count = d.pop("output_count")

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        portrait_request = cls(
            template_id=template_id,
            output_count=output_count,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
        )

        return portrait_request
