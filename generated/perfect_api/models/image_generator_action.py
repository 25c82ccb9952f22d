from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.image_generator_params import ImageGeneratorParams


T = TypeVar("T", bound="ImageGeneratorAction")


@_attrs_define(field_transformer=_quiet)
class ImageGeneratorAction:
    """
    Attributes:
        id (int): Number of the action, chosen by the client, from 0. The result repeats it.
        params (ImageGeneratorParams):
    """

    id: int
    params: ImageGeneratorParams

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        params = self.params.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "params": params,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_generator_params import ImageGeneratorParams  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        params = ImageGeneratorParams.from_dict(d.pop("params"))

        image_generator_action = cls(
            id=id,
            params=params,
        )

        return image_generator_action
