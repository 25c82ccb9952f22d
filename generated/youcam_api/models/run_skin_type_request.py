from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.effect_version import EffectVersion
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunSkinTypeRequest")


@_attrs_define(field_transformer=_quiet)
class RunSkinTypeRequest:
    """
    Attributes:
        version (EffectVersion): Version of the effect.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        index (int | Unset): Which face, counted from 0 as the pre-process finds them; 0 if absent.
    """

    version: EffectVersion
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    index: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version.value

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        index = self.index

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if index is not UNSET:
            field_dict["index"] = index

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = EffectVersion(d.pop("version"))

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        index = d.pop("index", UNSET)

        run_skin_type_request = cls(
            version=version,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            index=index,
        )

        return run_skin_type_request
