from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.style_transfer import StyleTransfer


T = TypeVar("T", bound="Generative")


@_attrs_define(field_transformer=_quiet)
class Generative:
    """Style transfer cannot be combined with removing or blurring the background.

    Attributes:
        style_transfer (StyleTransfer | Unset):
    """

    style_transfer: StyleTransfer | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        style_transfer: dict[str, Any] | Unset = UNSET
        if not isinstance(self.style_transfer, Unset):
            style_transfer = self.style_transfer.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if style_transfer is not UNSET:
            field_dict["style_transfer"] = style_transfer

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.style_transfer import StyleTransfer  # noqa: PLC0415

        d = dict(src_dict)
        _style_transfer = d.pop("style_transfer", UNSET)
        style_transfer: StyleTransfer | Unset
        if isinstance(_style_transfer, Unset):
            style_transfer = UNSET
        else:
            style_transfer = StyleTransfer.from_dict(_style_transfer)

        generative = cls(
            style_transfer=style_transfer,
        )

        return generative
