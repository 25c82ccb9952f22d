from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.color_space import ColorSpace
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.cmyk_color_space import CmykColorSpace
    from ..models.rgb_color_space import RgbColorSpace


T = TypeVar("T", bound="OutputMetadata")


@_attrs_define(field_transformer=_quiet)
class OutputMetadata:
    """
    Attributes:
        dpi (int | Unset): Dots per inch.
        color_space (CmykColorSpace | ColorSpace | RgbColorSpace | Unset):
    """

    dpi: int | Unset = UNSET
    color_space: CmykColorSpace | ColorSpace | RgbColorSpace | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.rgb_color_space import RgbColorSpace  # noqa: PLC0415

        dpi = self.dpi

        color_space: dict[str, Any] | str | Unset
        if isinstance(self.color_space, Unset):
            color_space = UNSET
        elif isinstance(self.color_space, ColorSpace):
            color_space = self.color_space.value
        elif isinstance(self.color_space, RgbColorSpace):
            color_space = self.color_space.to_dict()
        else:
            color_space = self.color_space.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if dpi is not UNSET:
            field_dict["dpi"] = dpi
        if color_space is not UNSET:
            field_dict["color_space"] = color_space

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cmyk_color_space import CmykColorSpace  # noqa: PLC0415
        from ..models.rgb_color_space import RgbColorSpace  # noqa: PLC0415

        d = dict(src_dict)
        dpi = d.pop("dpi", UNSET)

        def _parse_color_space(data: object) -> CmykColorSpace | ColorSpace | RgbColorSpace | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                color_space_type_0 = ColorSpace(data)

                return color_space_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                color_space_type_1 = RgbColorSpace.from_dict(data)

                return color_space_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            color_space_type_2 = CmykColorSpace.from_dict(data)

            return color_space_type_2

        color_space = _parse_color_space(d.pop("color_space", UNSET))

        output_metadata = cls(
            dpi=dpi,
            color_space=color_space,
        )

        return output_metadata
