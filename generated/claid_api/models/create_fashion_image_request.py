from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.fashion_input import FashionInput
    from ..models.fashion_options import FashionOptions
    from ..models.generated_output import GeneratedOutput


T = TypeVar("T", bound="CreateFashionImageRequest")


@_attrs_define(field_transformer=_quiet)
class CreateFashionImageRequest:
    """
    Attributes:
        input_ (FashionInput):
        options (FashionOptions):
        output (GeneratedOutput | str | Unset):
    """

    input_: FashionInput
    options: FashionOptions
    output: GeneratedOutput | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.generated_output import GeneratedOutput  # noqa: PLC0415

        input_ = self.input_.to_dict()

        options = self.options.to_dict()

        output: dict[str, Any] | str | Unset
        if isinstance(self.output, Unset):
            output = UNSET
        elif isinstance(self.output, GeneratedOutput):
            output = self.output.to_dict()
        else:
            output = self.output

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input": input_,
                "options": options,
            }
        )
        if output is not UNSET:
            field_dict["output"] = output

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fashion_input import FashionInput  # noqa: PLC0415
        from ..models.fashion_options import FashionOptions  # noqa: PLC0415
        from ..models.generated_output import GeneratedOutput  # noqa: PLC0415

        d = dict(src_dict)
        input_ = FashionInput.from_dict(d.pop("input"))

        options = FashionOptions.from_dict(d.pop("options"))

        def _parse_output(data: object) -> GeneratedOutput | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                output_type_0 = GeneratedOutput.from_dict(data)

                return output_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GeneratedOutput | str | Unset, data)

        output = _parse_output(d.pop("output", UNSET))

        create_fashion_image_request = cls(
            input_=input_,
            options=options,
            output=output,
        )

        return create_fashion_image_request
