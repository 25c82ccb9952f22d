from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.output_format import OutputFormat
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.avif_format import AvifFormat
    from ..models.jpeg_format import JpegFormat
    from ..models.output_metadata import OutputMetadata
    from ..models.png_format import PngFormat
    from ..models.tiff_format import TiffFormat
    from ..models.webp_format import WebpFormat


T = TypeVar("T", bound="ImageOutputOptions")


@_attrs_define(field_transformer=_quiet)
class ImageOutputOptions:
    """
    Attributes:
        format_ (AvifFormat | JpegFormat | OutputFormat | PngFormat | TiffFormat | Unset | WebpFormat): A format, or a
            format with its options.
        destination (str | Unset): Storage URI to write to. Without one the result is kept for a day at a temporary URL.
        metadata (OutputMetadata | Unset):
    """

    format_: AvifFormat | JpegFormat | OutputFormat | PngFormat | TiffFormat | Unset | WebpFormat = UNSET
    destination: str | Unset = UNSET
    metadata: OutputMetadata | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.avif_format import AvifFormat  # noqa: PLC0415
        from ..models.jpeg_format import JpegFormat  # noqa: PLC0415
        from ..models.png_format import PngFormat  # noqa: PLC0415
        from ..models.webp_format import WebpFormat  # noqa: PLC0415

        format_: dict[str, Any] | str | Unset
        if isinstance(self.format_, Unset):
            format_ = UNSET
        elif isinstance(self.format_, OutputFormat):
            format_ = self.format_.value
        elif isinstance(self.format_, JpegFormat):
            format_ = self.format_.to_dict()
        elif isinstance(self.format_, PngFormat):
            format_ = self.format_.to_dict()
        elif isinstance(self.format_, WebpFormat):
            format_ = self.format_.to_dict()
        elif isinstance(self.format_, AvifFormat):
            format_ = self.format_.to_dict()
        else:
            format_ = self.format_.to_dict()

        destination = self.destination

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if format_ is not UNSET:
            field_dict["format"] = format_
        if destination is not UNSET:
            field_dict["destination"] = destination
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.avif_format import AvifFormat  # noqa: PLC0415
        from ..models.jpeg_format import JpegFormat  # noqa: PLC0415
        from ..models.output_metadata import OutputMetadata  # noqa: PLC0415
        from ..models.png_format import PngFormat  # noqa: PLC0415
        from ..models.tiff_format import TiffFormat  # noqa: PLC0415
        from ..models.webp_format import WebpFormat  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_format_(
            data: object,
        ) -> AvifFormat | JpegFormat | OutputFormat | PngFormat | TiffFormat | Unset | WebpFormat:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                format_type_0 = OutputFormat(data)

                return format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                format_type_1 = JpegFormat.from_dict(data)

                return format_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                format_type_2 = PngFormat.from_dict(data)

                return format_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                format_type_3 = WebpFormat.from_dict(data)

                return format_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                format_type_4 = AvifFormat.from_dict(data)

                return format_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            format_type_5 = TiffFormat.from_dict(data)

            return format_type_5

        format_ = _parse_format_(d.pop("format", UNSET))

        destination = d.pop("destination", UNSET)

        _metadata = d.pop("metadata", UNSET)
        metadata: OutputMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = OutputMetadata.from_dict(_metadata)

        image_output_options = cls(
            format_=format_,
            destination=destination,
            metadata=metadata,
        )

        return image_output_options
