from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.fit_mode import FitMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.bounds_fit import BoundsFit
    from ..models.canvas_fit import CanvasFit
    from ..models.cover_fit import CoverFit
    from ..models.crop_fit import CropFit
    from ..models.outpaint_fit import OutpaintFit


T = TypeVar("T", bound="Resizing")


@_attrs_define(field_transformer=_quiet)
class Resizing:
    """Width and height cannot both be auto; leaving both out keeps the size.

    Attributes:
        width (int | str | Unset): Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
        height (int | str | Unset): Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
        fit (BoundsFit | CanvasFit | CoverFit | CropFit | FitMode | OutpaintFit | Unset): How the image is fitted to the
            size.
    """

    width: int | str | Unset = UNSET
    height: int | str | Unset = UNSET
    fit: BoundsFit | CanvasFit | CoverFit | CropFit | FitMode | OutpaintFit | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.bounds_fit import BoundsFit  # noqa: PLC0415
        from ..models.canvas_fit import CanvasFit  # noqa: PLC0415
        from ..models.cover_fit import CoverFit  # noqa: PLC0415
        from ..models.crop_fit import CropFit  # noqa: PLC0415

        width: int | str | Unset
        if isinstance(self.width, Unset):
            width = UNSET
        else:
            width = self.width

        height: int | str | Unset
        if isinstance(self.height, Unset):
            height = UNSET
        else:
            height = self.height

        fit: dict[str, Any] | str | Unset
        if isinstance(self.fit, Unset):
            fit = UNSET
        elif isinstance(self.fit, FitMode):
            fit = self.fit.value
        elif isinstance(self.fit, CropFit):
            fit = self.fit.to_dict()
        elif isinstance(self.fit, CoverFit):
            fit = self.fit.to_dict()
        elif isinstance(self.fit, BoundsFit):
            fit = self.fit.to_dict()
        elif isinstance(self.fit, CanvasFit):
            fit = self.fit.to_dict()
        else:
            fit = self.fit.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if fit is not UNSET:
            field_dict["fit"] = fit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bounds_fit import BoundsFit  # noqa: PLC0415
        from ..models.canvas_fit import CanvasFit  # noqa: PLC0415
        from ..models.cover_fit import CoverFit  # noqa: PLC0415
        from ..models.crop_fit import CropFit  # noqa: PLC0415
        from ..models.outpaint_fit import OutpaintFit  # noqa: PLC0415

        d = dict(src_dict)
        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        def _parse_fit(
            data: object,
        ) -> BoundsFit | CanvasFit | CoverFit | CropFit | FitMode | OutpaintFit | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fit_type_0 = FitMode(data)

                return fit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fit_type_1 = CropFit.from_dict(data)

                return fit_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fit_type_2 = CoverFit.from_dict(data)

                return fit_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fit_type_3 = BoundsFit.from_dict(data)

                return fit_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fit_type_4 = CanvasFit.from_dict(data)

                return fit_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            fit_type_5 = OutpaintFit.from_dict(data)

            return fit_type_5

        fit = _parse_fit(d.pop("fit", UNSET))

        resizing = cls(
            width=width,
            height=height,
            fit=fit,
        )

        return resizing
