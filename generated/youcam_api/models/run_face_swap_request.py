from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.face_pair import FacePair


T = TypeVar("T", bound="RunFaceSwapRequest")


@_attrs_define(field_transformer=_quiet)
class RunFaceSwapRequest:
    """
    Attributes:
        ref_file_ids (list[str]): File ids of the new faces.
        face_mapping (list[FacePair]): Which new face goes where, in the order of the faces of the picture.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
    """

    ref_file_ids: list[str]
    face_mapping: list[FacePair]
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ref_file_ids = self.ref_file_ids

        face_mapping = []
        for face_mapping_item_data in self.face_mapping:
            face_mapping_item = face_mapping_item_data.to_dict()
            face_mapping.append(face_mapping_item)

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ref_file_ids": ref_file_ids,
                "face_mapping": face_mapping,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.face_pair import FacePair  # noqa: PLC0415

        d = dict(src_dict)
        ref_file_ids = cast(list[str], d.pop("ref_file_ids"))

        face_mapping = []
        _face_mapping = d.pop("face_mapping")
        for face_mapping_item_data in _face_mapping:
            face_mapping_item = FacePair.from_dict(face_mapping_item_data)

            face_mapping.append(face_mapping_item)

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        run_face_swap_request = cls(
            ref_file_ids=ref_file_ids,
            face_mapping=face_mapping,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
        )

        return run_face_swap_request
