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
    from ..models.png_format import PngFormat
    from ..models.webp_format import WebpFormat


T = TypeVar("T", bound="SceneOutput")


@_attrs_define(field_transformer=_quiet)
class SceneOutput:
    """
    Attributes:
        number_of_images (int | Unset): The vendor makes 4 if it is left out.
        destination (str | Unset):
        format_ (AvifFormat | JpegFormat | OutputFormat | PngFormat | Unset | WebpFormat): A format, or a format with
            its options. The vendor takes png if it is left out.
    """

    number_of_images: int | Unset = UNSET
    destination: str | Unset = UNSET
    format_: AvifFormat | JpegFormat | OutputFormat | PngFormat | Unset | WebpFormat = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.jpeg_format import JpegFormat  # noqa: PLC0415
        from ..models.png_format import PngFormat  # noqa: PLC0415
        from ..models.webp_format import WebpFormat  # noqa: PLC0415

        number_of_images = self.number_of_images

        destination = self.destination

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
        else:
            format_ = self.format_.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if number_of_images is not UNSET:
            field_dict["number_of_images"] = number_of_images
        if destination is not UNSET:
            field_dict["destination"] = destination
        if format_ is not UNSET:
            field_dict["format"] = format_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.avif_format import AvifFormat  # noqa: PLC0415
        from ..models.jpeg_format import JpegFormat  # noqa: PLC0415
        from ..models.png_format import PngFormat  # noqa: PLC0415
        from ..models.webp_format import WebpFormat  # noqa: PLC0415

        d = dict(src_dict)
        number_of_images = d.pop("number_of_images", UNSET)

        destination = d.pop("destination", UNSET)

        def _parse_format_(
            data: object,
        ) -> AvifFormat | JpegFormat | OutputFormat | PngFormat | Unset | WebpFormat:
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
            if not isinstance(data, dict):
                raise TypeError()
            format_type_4 = AvifFormat.from_dict(data)

            return format_type_4

        format_ = _parse_format_(d.pop("format", UNSET))

        scene_output = cls(
            number_of_images=number_of_images,
            destination=destination,
            format_=format_,
        )

        return scene_output
