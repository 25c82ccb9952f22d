from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.decompress_mode import DecompressMode
from ..models.upscale_model import UpscaleModel
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.photo_upscale import PhotoUpscale


T = TypeVar("T", bound="Restorations")


@_attrs_define(field_transformer=_quiet)
class Restorations:
    """
    Attributes:
        decompress (DecompressMode | Unset): How much of the traces of JPEG compression to remove.
        upscale (PhotoUpscale | Unset | UpscaleModel): A model, or the photo model in a given version.
        polish (bool | Unset): Refine details. The vendor does not if it is left out.
    """

    decompress: DecompressMode | Unset = UNSET
    upscale: PhotoUpscale | Unset | UpscaleModel = UNSET
    polish: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        decompress: str | Unset = UNSET
        if not isinstance(self.decompress, Unset):
            decompress = self.decompress.value

        upscale: dict[str, Any] | str | Unset
        if isinstance(self.upscale, Unset):
            upscale = UNSET
        elif isinstance(self.upscale, UpscaleModel):
            upscale = self.upscale.value
        else:
            upscale = self.upscale.to_dict()

        polish = self.polish

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if decompress is not UNSET:
            field_dict["decompress"] = decompress
        if upscale is not UNSET:
            field_dict["upscale"] = upscale
        if polish is not UNSET:
            field_dict["polish"] = polish

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.photo_upscale import PhotoUpscale  # noqa: PLC0415

        d = dict(src_dict)
        _decompress = d.pop("decompress", UNSET)
        decompress: DecompressMode | Unset
        if isinstance(_decompress, Unset):
            decompress = UNSET
        else:
            decompress = DecompressMode(_decompress)

        def _parse_upscale(data: object) -> PhotoUpscale | Unset | UpscaleModel:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                upscale_type_0 = UpscaleModel(data)

                return upscale_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            upscale_type_1 = PhotoUpscale.from_dict(data)

            return upscale_type_1

        upscale = _parse_upscale(d.pop("upscale", UNSET))

        polish = d.pop("polish", UNSET)

        restorations = cls(
            decompress=decompress,
            upscale=upscale,
            polish=polish,
        )

        return restorations
