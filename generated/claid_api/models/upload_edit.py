from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.image_operations import ImageOperations
    from ..models.image_output_options import ImageOutputOptions


T = TypeVar("T", bound="UploadEdit")


@_attrs_define(field_transformer=_quiet)
class UploadEdit:
    """An edit without its input. It may be empty.

    Attributes:
        operations (ImageOperations | Unset):
        output (ImageOutputOptions | str | Unset): Storage URI of the result, or options. The vendor makes a jpeg if it
            is left out.
    """

    operations: ImageOperations | Unset = UNSET
    output: ImageOutputOptions | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_output_options import ImageOutputOptions  # noqa: PLC0415

        operations: dict[str, Any] | Unset = UNSET
        if not isinstance(self.operations, Unset):
            operations = self.operations.to_dict()

        output: dict[str, Any] | str | Unset
        if isinstance(self.output, Unset):
            output = UNSET
        elif isinstance(self.output, ImageOutputOptions):
            output = self.output.to_dict()
        else:
            output = self.output

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if operations is not UNSET:
            field_dict["operations"] = operations
        if output is not UNSET:
            field_dict["output"] = output

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_operations import ImageOperations  # noqa: PLC0415
        from ..models.image_output_options import ImageOutputOptions  # noqa: PLC0415

        d = dict(src_dict)
        _operations = d.pop("operations", UNSET)
        operations: ImageOperations | Unset
        if isinstance(_operations, Unset):
            operations = UNSET
        else:
            operations = ImageOperations.from_dict(_operations)

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

        upload_edit = cls(
            operations=operations,
            output=output,
        )

        return upload_edit
