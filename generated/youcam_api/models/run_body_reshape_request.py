from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.effect_version import EffectVersion
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.body_features import BodyFeatures


T = TypeVar("T", bound="RunBodyReshapeRequest")


@_attrs_define(field_transformer=_quiet)
class RunBodyReshapeRequest:
    """
    Attributes:
        version (EffectVersion): Version of the effect.
        features (BodyFeatures): Less (below 0) and more of each; left and right are the person's, and a value for one
            side goes before that for both.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        index (int | Unset): Which person, counted from 0 as the pre-process finds them; 0 if absent.
    """

    version: EffectVersion
    features: BodyFeatures
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    index: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version.value

        features = self.features.to_dict()

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        index = self.index

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
                "features": features,
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
        from ..models.body_features import BodyFeatures  # noqa: PLC0415

        d = dict(src_dict)
        version = EffectVersion(d.pop("version"))

        features = BodyFeatures.from_dict(d.pop("features"))

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        index = d.pop("index", UNSET)

        run_body_reshape_request = cls(
            version=version,
            features=features,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            index=index,
        )

        return run_body_reshape_request
