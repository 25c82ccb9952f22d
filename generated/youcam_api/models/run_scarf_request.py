from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.gender import Gender
from ..models.scarf_style import ScarfStyle
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunScarfRequest")


@_attrs_define(field_transformer=_quiet)
class RunScarfRequest:
    """
    Attributes:
        gender (Gender): Gender of the person in the picture.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        ref_file_id (str | Unset): File id of the reference.
        ref_file_url (str | Unset): Public URL of the reference; excludes ref_file_id.
        style (ScarfStyle | Unset): Outfit and background of the result; `random` if absent.
    """

    gender: Gender
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    ref_file_id: str | Unset = UNSET
    ref_file_url: str | Unset = UNSET
    style: ScarfStyle | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        gender = self.gender.value

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        ref_file_id = self.ref_file_id

        ref_file_url = self.ref_file_url

        style: str | Unset = UNSET
        if not isinstance(self.style, Unset):
            style = self.style.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "gender": gender,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if ref_file_id is not UNSET:
            field_dict["ref_file_id"] = ref_file_id
        if ref_file_url is not UNSET:
            field_dict["ref_file_url"] = ref_file_url
        if style is not UNSET:
            field_dict["style"] = style

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        gender = Gender(d.pop("gender"))

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        ref_file_id = d.pop("ref_file_id", UNSET)

        ref_file_url = d.pop("ref_file_url", UNSET)

        _style = d.pop("style", UNSET)
        style: ScarfStyle | Unset
        if isinstance(_style, Unset):
            style = UNSET
        else:
            style = ScarfStyle(_style)

        run_scarf_request = cls(
            gender=gender,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            ref_file_id=ref_file_id,
            ref_file_url=ref_file_url,
            style=style,
        )

        return run_scarf_request
