from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.adjustments import Adjustments
    from ..models.background import Background
    from ..models.generative import Generative
    from ..models.privacy import Privacy
    from ..models.resizing import Resizing
    from ..models.restorations import Restorations


T = TypeVar("T", bound="ImageOperations")


@_attrs_define(field_transformer=_quiet)
class ImageOperations:
    """
    Attributes:
        restorations (Restorations | Unset):
        adjustments (Adjustments | Unset): Colour and light. What is left out stays as it is, which 0 does too.
        background (Background | Unset):
        resizing (Resizing | Unset): Width and height cannot both be auto; leaving both out keeps the size.
        padding (str | Unset): Space around the subject: one value for all sides, two for the horizontal and vertical
            ones, or four in
            pixels; such as 10%, 5% 25% or 0px 400px 0px 0px. At most half of the width or height.
        privacy (Privacy | Unset):
        generative (Generative | Unset): Style transfer cannot be combined with removing or blurring the background.
    """

    restorations: Restorations | Unset = UNSET
    adjustments: Adjustments | Unset = UNSET
    background: Background | Unset = UNSET
    resizing: Resizing | Unset = UNSET
    padding: str | Unset = UNSET
    privacy: Privacy | Unset = UNSET
    generative: Generative | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        restorations: dict[str, Any] | Unset = UNSET
        if not isinstance(self.restorations, Unset):
            restorations = self.restorations.to_dict()

        adjustments: dict[str, Any] | Unset = UNSET
        if not isinstance(self.adjustments, Unset):
            adjustments = self.adjustments.to_dict()

        background: dict[str, Any] | Unset = UNSET
        if not isinstance(self.background, Unset):
            background = self.background.to_dict()

        resizing: dict[str, Any] | Unset = UNSET
        if not isinstance(self.resizing, Unset):
            resizing = self.resizing.to_dict()

        padding = self.padding

        privacy: dict[str, Any] | Unset = UNSET
        if not isinstance(self.privacy, Unset):
            privacy = self.privacy.to_dict()

        generative: dict[str, Any] | Unset = UNSET
        if not isinstance(self.generative, Unset):
            generative = self.generative.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if restorations is not UNSET:
            field_dict["restorations"] = restorations
        if adjustments is not UNSET:
            field_dict["adjustments"] = adjustments
        if background is not UNSET:
            field_dict["background"] = background
        if resizing is not UNSET:
            field_dict["resizing"] = resizing
        if padding is not UNSET:
            field_dict["padding"] = padding
        if privacy is not UNSET:
            field_dict["privacy"] = privacy
        if generative is not UNSET:
            field_dict["generative"] = generative

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.adjustments import Adjustments  # noqa: PLC0415
        from ..models.background import Background  # noqa: PLC0415
        from ..models.generative import Generative  # noqa: PLC0415
        from ..models.privacy import Privacy  # noqa: PLC0415
        from ..models.resizing import Resizing  # noqa: PLC0415
        from ..models.restorations import Restorations  # noqa: PLC0415

        d = dict(src_dict)
        _restorations = d.pop("restorations", UNSET)
        restorations: Restorations | Unset
        if isinstance(_restorations, Unset):
            restorations = UNSET
        else:
            restorations = Restorations.from_dict(_restorations)

        _adjustments = d.pop("adjustments", UNSET)
        adjustments: Adjustments | Unset
        if isinstance(_adjustments, Unset):
            adjustments = UNSET
        else:
            adjustments = Adjustments.from_dict(_adjustments)

        _background = d.pop("background", UNSET)
        background: Background | Unset
        if isinstance(_background, Unset):
            background = UNSET
        else:
            background = Background.from_dict(_background)

        _resizing = d.pop("resizing", UNSET)
        resizing: Resizing | Unset
        if isinstance(_resizing, Unset):
            resizing = UNSET
        else:
            resizing = Resizing.from_dict(_resizing)

        padding = d.pop("padding", UNSET)

        _privacy = d.pop("privacy", UNSET)
        privacy: Privacy | Unset
        if isinstance(_privacy, Unset):
            privacy = UNSET
        else:
            privacy = Privacy.from_dict(_privacy)

        _generative = d.pop("generative", UNSET)
        generative: Generative | Unset
        if isinstance(_generative, Unset):
            generative = UNSET
        else:
            generative = Generative.from_dict(_generative)

        image_operations = cls(
            restorations=restorations,
            adjustments=adjustments,
            background=background,
            resizing=resizing,
            padding=padding,
            privacy=privacy,
            generative=generative,
        )

        return image_operations
