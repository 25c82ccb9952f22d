from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.smile_kind import SmileKind
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunSmileRequest")


@_attrs_define(field_transformer=_quiet)
class RunSmileRequest:
    """
    Attributes:
        expression_type (SmileKind): How to smile.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
    """

    expression_type: SmileKind
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        expression_type = self.expression_type.value

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "expression_type": expression_type,
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
        expression_type = SmileKind(d.pop("expression_type"))

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        run_smile_request = cls(
            expression_type=expression_type,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
        )

        return run_smile_request
