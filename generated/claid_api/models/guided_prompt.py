from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="GuidedPrompt")


@_attrs_define(field_transformer=_quiet)
class GuidedPrompt:
    """A text, or one that the vendor writes, which costs 0.5 credits a request more.

    Attributes:
        text (str | Unset): The text.
        generate (bool | Unset): Whether the vendor writes it. The vendor takes false if it is left out.
        guidelines (str | Unset): What the vendor should heed in writing it.
    """

    text: str | Unset = UNSET
    generate: bool | Unset = UNSET
    guidelines: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        generate = self.generate

        guidelines = self.guidelines

        field_dict: dict[str, Any] = {}

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

        guided_prompt = cls(
            text=text,
            generate=generate,
            guidelines=guidelines,
        )

        return guided_prompt
