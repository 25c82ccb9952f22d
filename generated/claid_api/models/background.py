from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.background_blur import BackgroundBlur
    from ..models.background_removal import BackgroundRemoval


T = TypeVar("T", bound="Background")


@_attrs_define(field_transformer=_quiet)
class Background:
    """
    Attributes:
        remove (BackgroundRemoval | bool | Unset): Whether to remove the background, or how.
        color (str | Unset): Hexadecimal colour, such as #ffffff, or transparent. A format without transparency shows
            white instead.
        blur (BackgroundBlur | bool | Unset): Whether to blur the background, or how.
    """

    remove: BackgroundRemoval | bool | Unset = UNSET
    color: str | Unset = UNSET
    blur: BackgroundBlur | bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.background_blur import BackgroundBlur  # noqa: PLC0415
        from ..models.background_removal import BackgroundRemoval  # noqa: PLC0415

        remove: bool | dict[str, Any] | Unset
        if isinstance(self.remove, Unset):
            remove = UNSET
        elif isinstance(self.remove, BackgroundRemoval):
            remove = self.remove.to_dict()
        else:
            remove = self.remove

        color = self.color

        blur: bool | dict[str, Any] | Unset
        if isinstance(self.blur, Unset):
            blur = UNSET
        elif isinstance(self.blur, BackgroundBlur):
            blur = self.blur.to_dict()
        else:
            blur = self.blur

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if remove is not UNSET:
            field_dict["remove"] = remove
        if color is not UNSET:
            field_dict["color"] = color
        if blur is not UNSET:
            field_dict["blur"] = blur

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.background_blur import BackgroundBlur  # noqa: PLC0415
        from ..models.background_removal import BackgroundRemoval  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_remove(data: object) -> BackgroundRemoval | bool | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                remove_type_1 = BackgroundRemoval.from_dict(data)

                return remove_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BackgroundRemoval | bool | Unset, data)

        remove = _parse_remove(d.pop("remove", UNSET))

        color = d.pop("color", UNSET)

        def _parse_blur(data: object) -> BackgroundBlur | bool | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                blur_type_1 = BackgroundBlur.from_dict(data)

                return blur_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BackgroundBlur | bool | Unset, data)

        blur = _parse_blur(d.pop("blur", UNSET))

        background = cls(
            remove=remove,
            color=color,
            blur=blur,
        )

        return background
