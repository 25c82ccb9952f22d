from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.generation_options import GenerationOptions


T = TypeVar("T", bound="GenerateRequest")


@_attrs_define(field_transformer=_quiet)
class GenerateRequest:
    """
    Attributes:
        input_ (str): What to show.
        options (GenerationOptions | Unset):
        output (str | Unset):
    """

    input_: str
    options: GenerationOptions | Unset = UNSET
    output: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        input_ = self.input_

        options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options.to_dict()

        output = self.output

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input": input_,
            }
        )
        if options is not UNSET:
            field_dict["options"] = options
        if output is not UNSET:
            field_dict["output"] = output

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.generation_options import GenerationOptions  # noqa: PLC0415

        d = dict(src_dict)
        input_ = d.pop("input")

        _options = d.pop("options", UNSET)
        options: GenerationOptions | Unset
        if isinstance(_options, Unset):
            options = UNSET
        else:
            options = GenerationOptions.from_dict(_options)

        output = d.pop("output", UNSET)

        generate_request = cls(
            input_=input_,
            options=options,
            output=output,
        )

        return generate_request
