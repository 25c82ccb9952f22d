from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="VideoSource")


@_attrs_define(field_transformer=_quiet)
class VideoSource:
    """
    Attributes:
        ext (None | str | Unset): File extension.
        mps (float | None | Unset): Megapixels.
        mime (None | str | Unset): MIME type.
        format_ (None | str | Unset): File format.
        width (int | None | Unset): Pixels.
        height (int | None | Unset): Pixels.
        generated_prompt (None | str | Unset): The prompt that the vendor wrote.
    """

    ext: None | str | Unset = UNSET
    mps: float | None | Unset = UNSET
    mime: None | str | Unset = UNSET
    format_: None | str | Unset = UNSET
    width: int | None | Unset = UNSET
    height: int | None | Unset = UNSET
    generated_prompt: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ext: None | str | Unset
        if isinstance(self.ext, Unset):
            ext = UNSET
        else:
            ext = self.ext

        mps: float | None | Unset
        if isinstance(self.mps, Unset):
            mps = UNSET
        else:
            mps = self.mps

        mime: None | str | Unset
        if isinstance(self.mime, Unset):
            mime = UNSET
        else:
            mime = self.mime

        format_: None | str | Unset
        if isinstance(self.format_, Unset):
            format_ = UNSET
        else:
            format_ = self.format_

        width: int | None | Unset
        if isinstance(self.width, Unset):
            width = UNSET
        else:
            width = self.width

        height: int | None | Unset
        if isinstance(self.height, Unset):
            height = UNSET
        else:
            height = self.height

        generated_prompt: None | str | Unset
        if isinstance(self.generated_prompt, Unset):
            generated_prompt = UNSET
        else:
            generated_prompt = self.generated_prompt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if ext is not UNSET:
            field_dict["ext"] = ext
        if mps is not UNSET:
            field_dict["mps"] = mps
        if mime is not UNSET:
            field_dict["mime"] = mime
        if format_ is not UNSET:
            field_dict["format"] = format_
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if generated_prompt is not UNSET:
            field_dict["generated_prompt"] = generated_prompt

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ext = d.pop("ext", UNSET)

        mps = d.pop("mps", UNSET)

        mime = d.pop("mime", UNSET)

        format_ = d.pop("format", UNSET)

        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        generated_prompt = d.pop("generated_prompt", UNSET)

        video_source = cls(
            ext=ext,
            mps=mps,
            mime=mime,
            format_=format_,
            width=width,
            height=height,
            generated_prompt=generated_prompt,
        )

        video_source.additional_properties = d
        return video_source

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
