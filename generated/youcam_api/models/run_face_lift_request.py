from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.effect_version import EffectVersion
from ..models.face_lift_kind import FaceLiftKind
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.face_lift_features import FaceLiftFeatures
    from ..models.skin_smoothing import SkinSmoothing


T = TypeVar("T", bound="RunFaceLiftRequest")


@_attrs_define(field_transformer=_quiet)
class RunFaceLiftRequest:
    """
    Attributes:
        version (EffectVersion): Version of the effect.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        index (int | Unset): Which face, counted from 0 as the pre-process finds them; 0 if absent.
        type_ (FaceLiftKind | Unset): Whether the features say what is lifted (`custom`, if absent) or the vendor
            chooses.
        features (FaceLiftFeatures | Unset): How much of each.
        global_ (SkinSmoothing | Unset):
    """

    version: EffectVersion
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    index: int | Unset = UNSET
    type_: FaceLiftKind | Unset = UNSET
    features: FaceLiftFeatures | Unset = UNSET
    global_: SkinSmoothing | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version.value

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        index = self.index

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        features: dict[str, Any] | Unset = UNSET
        if not isinstance(self.features, Unset):
            features = self.features.to_dict()

        global_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.global_, Unset):
            global_ = self.global_.to_dict()

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
        if type_ is not UNSET:
            field_dict["type"] = type_
        if features is not UNSET:
            field_dict["features"] = features
        if global_ is not UNSET:
            field_dict["global"] = global_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.face_lift_features import FaceLiftFeatures  # noqa: PLC0415
        from ..models.skin_smoothing import SkinSmoothing  # noqa: PLC0415

        d = dict(src_dict)
        version = EffectVersion(d.pop("version"))

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        index = d.pop("index", UNSET)

        _type_ = d.pop("type", UNSET)
        type_: FaceLiftKind | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = FaceLiftKind(_type_)

        _features = d.pop("features", UNSET)
        features: FaceLiftFeatures | Unset
        if isinstance(_features, Unset):
            features = UNSET
        else:
            features = FaceLiftFeatures.from_dict(_features)

        _global_ = d.pop("global", UNSET)
        global_: SkinSmoothing | Unset
        if isinstance(_global_, Unset):
            global_ = UNSET
        else:
            global_ = SkinSmoothing.from_dict(_global_)

        run_face_lift_request = cls(
            version=version,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            index=index,
            type_=type_,
            features=features,
            global_=global_,
        )

        return run_face_lift_request
