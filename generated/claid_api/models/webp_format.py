from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.compression_mode import CompressionMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.lossless_compression import LosslessCompression
    from ..models.lossy_compression import LossyCompression


T = TypeVar("T", bound="WebpFormat")


@_attrs_define(field_transformer=_quiet)
class WebpFormat:
    """
    Attributes:
        type_ (Literal['webp']):
        compression (CompressionMode | LosslessCompression | LossyCompression | Unset):
    """

    type_: Literal["webp"]
    compression: CompressionMode | LosslessCompression | LossyCompression | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.lossy_compression import LossyCompression  # noqa: PLC0415

        type_ = self.type_

        compression: dict[str, Any] | str | Unset
        if isinstance(self.compression, Unset):
            compression = UNSET
        elif isinstance(self.compression, CompressionMode):
            compression = self.compression.value
        elif isinstance(self.compression, LossyCompression):
            compression = self.compression.to_dict()
        else:
            compression = self.compression.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if compression is not UNSET:
            field_dict["compression"] = compression

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lossless_compression import LosslessCompression  # noqa: PLC0415
        from ..models.lossy_compression import LossyCompression  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["webp"], d.pop("type"))
        if type_ != "webp":
            raise ValueError(f"type must match const 'webp', got '{type_}'")

        def _parse_compression(
            data: object,
        ) -> CompressionMode | LosslessCompression | LossyCompression | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                compression_type_0 = CompressionMode(data)

                return compression_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                compression_type_1 = LossyCompression.from_dict(data)

                return compression_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            compression_type_2 = LosslessCompression.from_dict(data)

            return compression_type_2

        compression = _parse_compression(d.pop("compression", UNSET))

        webp_format = cls(
            type_=type_,
            compression=compression,
        )

        return webp_format
