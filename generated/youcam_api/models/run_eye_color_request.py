from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.effect_version import EffectVersion
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.lens_effect import LensEffect


T = TypeVar("T", bound="RunEyeColorRequest")


@_attrs_define(field_transformer=_quiet)
class RunEyeColorRequest:
    """
    Attributes:
        version (EffectVersion): Version of the effect.
        effect (LensEffect):
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        ref_file_id (str | Unset): File id of the reference.
        ref_file_url (str | Unset): Public URL of the reference; excludes ref_file_id.
    """

    version: EffectVersion
    effect: LensEffect
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    ref_file_id: str | Unset = UNSET
    ref_file_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version.value

        effect = self.effect.to_dict()

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        ref_file_id = self.ref_file_id

        ref_file_url = self.ref_file_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
                "effect": effect,
            }
        )
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
        from ..models.lens_effect import LensEffect  # noqa: PLC0415

        d = dict(src_dict)
        version = EffectVersion(d.pop("version"))

        effect = LensEffect.from_dict(d.pop("effect"))

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        ref_file_id = d.pop("ref_file_id", UNSET)

        ref_file_url = d.pop("ref_file_url", UNSET)

        run_eye_color_request = cls(
            version=version,
            effect=effect,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            ref_file_id=ref_file_id,
            ref_file_url=ref_file_url,
        )

        return run_eye_color_request
