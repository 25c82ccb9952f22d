from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.face_angle_strictness import FaceAngleStrictness
from ..models.face_feature import FaceFeature
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunFaceAnalysisRequest")


@_attrs_define(field_transformer=_quiet)
class RunFaceAnalysisRequest:
    """
    Attributes:
        features (list[FaceFeature]): What to tell: up to 5 cost 10 credits, 6 to 14 cost 20, and more of them 30.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        face_angle_strictness_level (FaceAngleStrictness | Unset): How straight the face must look; `high` if absent.
    """

    features: list[FaceFeature]
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    face_angle_strictness_level: FaceAngleStrictness | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        features = []
        for features_item_data in self.features:
            features_item = features_item_data.value
            features.append(features_item)

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        face_angle_strictness_level: str | Unset = UNSET
        if not isinstance(self.face_angle_strictness_level, Unset):
            face_angle_strictness_level = self.face_angle_strictness_level.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "features": features,
            }
        )
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
        features = []
        _features = d.pop("features")
        for features_item_data in _features:
            features_item = FaceFeature(features_item_data)

            features.append(features_item)

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        _face_angle_strictness_level = d.pop("face_angle_strictness_level", UNSET)
        face_angle_strictness_level: FaceAngleStrictness | Unset
        if isinstance(_face_angle_strictness_level, Unset):
            face_angle_strictness_level = UNSET
        else:
            face_angle_strictness_level = FaceAngleStrictness(_face_angle_strictness_level)

        run_face_analysis_request = cls(
            features=features,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            face_angle_strictness_level=face_angle_strictness_level,
        )

        return run_face_analysis_request
