from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.effect_version import EffectVersion
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.face_features import FaceFeatures
    from ..models.skin_smoothing import SkinSmoothing


T = TypeVar("T", bound="RunFaceReshapeRequest")


@_attrs_define(field_transformer=_quiet)
class RunFaceReshapeRequest:
    """
    Attributes:
        version (EffectVersion): Version of the effect.
        features (FaceFeatures): Less (below 0) and more of each; left and right are the person's, and a value for one
            side goes before that for both.
        global_ (SkinSmoothing):
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        index (int | Unset): Which face, counted from 0 as the pre-process finds them; 0 if absent.
    """

    version: EffectVersion
    features: FaceFeatures
    global_: SkinSmoothing
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    index: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version.value

        features = self.features.to_dict()

        global_ = self.global_.to_dict()

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        index = self.index

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
                "features": features,
                "global": global_,
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
        from ..models.face_features import FaceFeatures  # noqa: PLC0415
        from ..models.skin_smoothing import SkinSmoothing  # noqa: PLC0415

        d = dict(src_dict)
        version = EffectVersion(d.pop("version"))

        features = FaceFeatures.from_dict(d.pop("features"))

        global_ = SkinSmoothing.from_dict(d.pop("global"))

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        index = d.pop("index", UNSET)

        run_face_reshape_request = cls(
            version=version,
            features=features,
            global_=global_,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            index=index,
        )

        return run_face_reshape_request
