from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.pdf_watermark_mode import PdfWatermarkMode
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RemovePdfWatermarkRequest")


@_attrs_define(field_transformer=_quiet)
class RemovePdfWatermarkRequest:
    """
    Attributes:
        pdf_file_id (str):
        mode (PdfWatermarkMode | Unset): editable takes watermarks out of the document's structure; ai redraws each page
            as an image. The vendor takes
            editable if it is left out.
    """

    pdf_file_id: str
    mode: PdfWatermarkMode | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        pdf_file_id = self.pdf_file_id

        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pdf_file_id": pdf_file_id,
            }
        )
        if mode is not UNSET:
            field_dict["mode"] = mode

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pdf_file_id = d.pop("pdf_file_id")

        _mode = d.pop("mode", UNSET)
        mode: PdfWatermarkMode | Unset
        if isinstance(_mode, Unset):
            mode = UNSET
        else:
            mode = PdfWatermarkMode(_mode)

        remove_pdf_watermark_request = cls(
            pdf_file_id=pdf_file_id,
            mode=mode,
        )

        return remove_pdf_watermark_request
