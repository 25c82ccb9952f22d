from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.batch_input import BatchInput
    from ..models.image_operations import ImageOperations
    from ..models.image_output_options import ImageOutputOptions


T = TypeVar("T", bound="CreateBatchEditRequest")


@_attrs_define(field_transformer=_quiet)
class CreateBatchEditRequest:
    """
    Attributes:
        input_ (BatchInput | list[str] | str): URI of a file or a folder, a list of URIs, or a folder with options.
        operations (ImageOperations):
        output (ImageOutputOptions | str | Unset): Storage URI of the folder of the results, or options. The vendor
            makes jpegs if it is left out.
    """

    input_: BatchInput | list[str] | str
    operations: ImageOperations
    output: ImageOutputOptions | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.batch_input import BatchInput  # noqa: PLC0415
        from ..models.image_output_options import ImageOutputOptions  # noqa: PLC0415

        input_: dict[str, Any] | list[str] | str
        if isinstance(self.input_, list):
            input_ = self.input_

        elif isinstance(self.input_, BatchInput):
            input_ = self.input_.to_dict()
        else:
            input_ = self.input_

        operations = self.operations.to_dict()

        output: dict[str, Any] | str | Unset
        if isinstance(self.output, Unset):
            output = UNSET
        elif isinstance(self.output, ImageOutputOptions):
            output = self.output.to_dict()
        else:
            output = self.output

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input": input_,
                "operations": operations,
            }
        )
        if output is not UNSET:
            field_dict["output"] = output

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.batch_input import BatchInput  # noqa: PLC0415
        from ..models.image_operations import ImageOperations  # noqa: PLC0415
        from ..models.image_output_options import ImageOutputOptions  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_input_(data: object) -> BatchInput | list[str] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                input_type_1 = cast(list[str], data)

                return input_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                input_type_2 = BatchInput.from_dict(data)

                return input_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BatchInput | list[str] | str, data)

        input_ = _parse_input_(d.pop("input"))

        operations = ImageOperations.from_dict(d.pop("operations"))

        def _parse_output(data: object) -> ImageOutputOptions | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                output_type_0 = ImageOutputOptions.from_dict(data)

                return output_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImageOutputOptions | str | Unset, data)

        output = _parse_output(d.pop("output", UNSET))

        create_batch_edit_request = cls(
            input_=input_,
            operations=operations,
            output=output,
        )

        return create_batch_edit_request
