from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="ReferenceRequest")


@_attrs_define(field_transformer=_quiet)
class ReferenceRequest:
    """
    Attributes:
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        ref_file_id (str | Unset): File id of the reference.
        ref_file_url (str | Unset): Public URL of the reference; excludes ref_file_id.
    """

    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    ref_file_id: str | Unset = UNSET
    ref_file_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        ref_file_id = self.ref_file_id

        ref_file_url = self.ref_file_url

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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        ref_file_id = d.pop("ref_file_id", UNSET)

        ref_file_url = d.pop("ref_file_url", UNSET)

        reference_request = cls(
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            ref_file_id=ref_file_id,
            ref_file_url=ref_file_url,
        )

        return reference_request
