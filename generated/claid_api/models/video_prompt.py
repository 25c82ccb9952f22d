from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="VideoPrompt")


@_attrs_define(field_transformer=_quiet)
class VideoPrompt:
    """A text, or one that the vendor writes.

    Attributes:
        text (str | Unset): The text.
        generate (bool | Unset): Whether the vendor writes it. The vendor takes false if it is left out.
        guidelines (str | Unset): What the vendor should heed in writing it.
    """

    text: str | Unset = UNSET
    generate: bool | Unset = UNSET
    guidelines: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        generate = self.generate

        guidelines = self.guidelines

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if text is not UNSET:
            field_dict["text"] = text
        if generate is not UNSET:
            field_dict["generate"] = generate
        if guidelines is not UNSET:
            field_dict["guidelines"] = guidelines

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text", UNSET)

        generate = d.pop("generate", UNSET)

        guidelines = d.pop("guidelines", UNSET)

        video_prompt = cls(
            text=text,
            generate=generate,
            guidelines=guidelines,
        )

        video_prompt.additional_properties = d
        return video_prompt

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
