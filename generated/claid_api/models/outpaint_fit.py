from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="OutpaintFit")


@_attrs_define(field_transformer=_quiet)
class OutpaintFit:
    """
    Attributes:
        type_ (Literal['outpaint']):
        feathering (str | Unset): Width of the transition in percent. The vendor takes 15% if it is left out.
        outpaint_by (str | Unset): How far to extend the image, in percent or pixels: one value for all sides or one
            each for width and height,
            such as 10%, 5% 15%, 1024px or 0px 1024px. If it is left out, the image is extended in one direction, to
            the width and height given.
    """

    type_: Literal["outpaint"]
    feathering: str | Unset = UNSET
    outpaint_by: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        feathering = self.feathering

        outpaint_by = self.outpaint_by

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if feathering is not UNSET:
            field_dict["feathering"] = feathering
        if outpaint_by is not UNSET:
            field_dict["outpaint_by"] = outpaint_by

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["outpaint"], d.pop("type"))
        if type_ != "outpaint":
            raise ValueError(f"type must match const 'outpaint', got '{type_}'")

        feathering = d.pop("feathering", UNSET)

        outpaint_by = d.pop("outpaint_by", UNSET)

        outpaint_fit = cls(
            type_=type_,
            feathering=feathering,
            outpaint_by=outpaint_by,
        )

        return outpaint_fit
