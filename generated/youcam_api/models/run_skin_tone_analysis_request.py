from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.face_angle_strictness import FaceAngleStrictness
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunSkinToneAnalysisRequest")


@_attrs_define(field_transformer=_quiet)
class RunSkinToneAnalysisRequest:
    """
    Attributes:
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        face_angle_strictness_level (FaceAngleStrictness | Unset): How straight the face must look; `high` if absent.
    """

    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    face_angle_strictness_level: FaceAngleStrictness | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        face_angle_strictness_level: str | Unset = UNSET
        if not isinstance(self.face_angle_strictness_level, Unset):
            face_angle_strictness_level = self.face_angle_strictness_level.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if face_angle_strictness_level is not UNSET:
            field_dict["face_angle_strictness_level"] = face_angle_strictness_level

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        _face_angle_strictness_level = d.pop("face_angle_strictness_level", UNSET)
        face_angle_strictness_level: FaceAngleStrictness | Unset
        if isinstance(_face_angle_strictness_level, Unset):
            face_angle_strictness_level = UNSET
        else:
            face_angle_strictness_level = FaceAngleStrictness(_face_angle_strictness_level)

        run_skin_tone_analysis_request = cls(
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            face_angle_strictness_level=face_angle_strictness_level,
        )

        return run_skin_tone_analysis_request
