from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunObjectReplacementRequest")


@_attrs_define(field_transformer=_quiet)
class RunObjectReplacementRequest:
    """
    Attributes:
        prompt (str): What to put there.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        msk_file_id (str | Unset): File id of the mask.
        msk_file_url (str | Unset): Public URL of the mask; excludes msk_file_id.
    """

    prompt: str
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    msk_file_id: str | Unset = UNSET
    msk_file_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        prompt = self.prompt

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        msk_file_id = self.msk_file_id

        msk_file_url = self.msk_file_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "prompt": prompt,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if msk_file_id is not UNSET:
            field_dict["msk_file_id"] = msk_file_id
        if msk_file_url is not UNSET:
            field_dict["msk_file_url"] = msk_file_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        prompt = d.pop("prompt")

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        msk_file_id = d.pop("msk_file_id", UNSET)

        msk_file_url = d.pop("msk_file_url", UNSET)

        run_object_replacement_request = cls(
            prompt=prompt,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            msk_file_id=msk_file_id,
            msk_file_url=msk_file_url,
        )

        return run_object_replacement_request
