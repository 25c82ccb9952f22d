from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.hair_color_source import HairColorSource
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunHairstyleRequest")


@_attrs_define(field_transformer=_quiet)
class RunHairstyleRequest:
    """
    Attributes:
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        ref_file_id (str | Unset): File id of the reference.
        ref_file_url (str | Unset): Public URL of the reference; excludes ref_file_id.
        template_id (str | Unset): Id of a template that the list of the feature has.
        hair_color (HairColorSource | Unset): Whose colour the hair has: the reference's (`ref`, if absent) or the
            picture's.
    """

    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    ref_file_id: str | Unset = UNSET
    ref_file_url: str | Unset = UNSET
    template_id: str | Unset = UNSET
    hair_color: HairColorSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        ref_file_id = self.ref_file_id

        ref_file_url = self.ref_file_url

        template_id = self.template_id

        hair_color: str | Unset = UNSET
        if not isinstance(self.hair_color, Unset):
            hair_color = self.hair_color.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if ref_file_id is not UNSET:
            field_dict["ref_file_id"] = ref_file_id
        if ref_file_url is not UNSET:
            field_dict["ref_file_url"] = ref_file_url
        if template_id is not UNSET:
            field_dict["template_id"] = template_id
        if hair_color is not UNSET:
            field_dict["hair_color"] = hair_color

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        ref_file_id = d.pop("ref_file_id", UNSET)

        ref_file_url = d.pop("ref_file_url", UNSET)

        template_id = d.pop("template_id", UNSET)

        _hair_color = d.pop("hair_color", UNSET)
        hair_color: HairColorSource | Unset
        if isinstance(_hair_color, Unset):
            hair_color = UNSET
        else:
            hair_color = HairColorSource(_hair_color)

        run_hairstyle_request = cls(
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            ref_file_id=ref_file_id,
            ref_file_url=ref_file_url,
            template_id=template_id,
            hair_color=hair_color,
        )

        return run_hairstyle_request
