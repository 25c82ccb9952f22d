from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.abs_intensity import AbsIntensity
from ..models.abs_mode import AbsMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunAbsRequest")


@_attrs_define(field_transformer=_quiet)
class RunAbsRequest:
    """
    Attributes:
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        mode (AbsMode | Unset): Which muscles; `Six-pack` if absent.
        intensity (AbsIntensity | Unset): How strong, 1 if absent.
    """

    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    mode: AbsMode | Unset = UNSET
    intensity: AbsIntensity | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode.value

        intensity: int | Unset = UNSET
        if not isinstance(self.intensity, Unset):
            intensity = self.intensity.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if mode is not UNSET:
            field_dict["mode"] = mode
        if intensity is not UNSET:
            field_dict["intensity"] = intensity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        _mode = d.pop("mode", UNSET)
        mode: AbsMode | Unset
        if isinstance(_mode, Unset):
            mode = UNSET
        else:
            mode = AbsMode(_mode)

        _intensity = d.pop("intensity", UNSET)
        intensity: AbsIntensity | Unset
        if isinstance(_intensity, Unset):
            intensity = UNSET
        else:
            intensity = AbsIntensity(_intensity)

        run_abs_request = cls(
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            mode=mode,
            intensity=intensity,
        )

        return run_abs_request
