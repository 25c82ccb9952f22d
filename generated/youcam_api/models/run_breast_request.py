from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.breast_intensity import BreastIntensity
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunBreastRequest")


@_attrs_define(field_transformer=_quiet)
class RunBreastRequest:
    """
    Attributes:
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        intensity (BreastIntensity | Unset): How strong, 2 if absent.
    """

    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    intensity: BreastIntensity | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        intensity: int | Unset = UNSET
        if not isinstance(self.intensity, Unset):
            intensity = self.intensity.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if intensity is not UNSET:
            field_dict["intensity"] = intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        _intensity = d.pop("intensity", UNSET)
        intensity: BreastIntensity | Unset
        if isinstance(_intensity, Unset):
            intensity = UNSET
        else:
            intensity = BreastIntensity(_intensity)

        run_breast_request = cls(
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            intensity=intensity,
        )

        return run_breast_request
