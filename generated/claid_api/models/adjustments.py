from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.hdr_options import HdrOptions


T = TypeVar("T", bound="Adjustments")


@_attrs_define(field_transformer=_quiet)
class Adjustments:
    """Colour and light. What is left out stays as it is, which 0 does too.

    Attributes:
        hdr (HdrOptions | int | Unset): Intensity from 0 to 100, or options.
        exposure (int | Unset):
        saturation (int | Unset):
        contrast (int | Unset):
        sharpness (int | Unset):
    """

    hdr: HdrOptions | int | Unset = UNSET
    exposure: int | Unset = UNSET
    saturation: int | Unset = UNSET
    contrast: int | Unset = UNSET
    sharpness: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.hdr_options import HdrOptions  # noqa: PLC0415

        hdr: dict[str, Any] | int | Unset
        if isinstance(self.hdr, Unset):
            hdr = UNSET
        elif isinstance(self.hdr, HdrOptions):
            hdr = self.hdr.to_dict()
        else:
            hdr = self.hdr

        exposure = self.exposure

        saturation = self.saturation

        contrast = self.contrast

        sharpness = self.sharpness

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if hdr is not UNSET:
            field_dict["hdr"] = hdr
        if exposure is not UNSET:
            field_dict["exposure"] = exposure
        if saturation is not UNSET:
            field_dict["saturation"] = saturation
        if contrast is not UNSET:
            field_dict["contrast"] = contrast
        if sharpness is not UNSET:
            field_dict["sharpness"] = sharpness

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hdr_options import HdrOptions  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_hdr(data: object) -> HdrOptions | int | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                hdr_type_1 = HdrOptions.from_dict(data)

                return hdr_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HdrOptions | int | Unset, data)

        hdr = _parse_hdr(d.pop("hdr", UNSET))

        exposure = d.pop("exposure", UNSET)

        saturation = d.pop("saturation", UNSET)

        contrast = d.pop("contrast", UNSET)

        sharpness = d.pop("sharpness", UNSET)

        adjustments = cls(
            hdr=hdr,
            exposure=exposure,
            saturation=saturation,
            contrast=contrast,
            sharpness=sharpness,
        )

        return adjustments
