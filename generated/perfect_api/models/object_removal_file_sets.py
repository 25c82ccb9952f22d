from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import quiet as _quiet

T = TypeVar("T", bound="ObjectRemovalFileSets")


@_attrs_define(field_transformer=_quiet)
class ObjectRemovalFileSets:
    """
    Attributes:
        src_ids (list[str]): Id of the source photo. The document states no upper count and speaks of one file.
        mask_ids (list[str]): Id of the mask, a grey image of exactly the photo's width and height: white is foreground,
            the object to remove, and black is background. The document prints this name; that it stands in `file_sets`
            follows from `src_ids` and `ref_ids`.
    """

    src_ids: list[str]
    mask_ids: list[str]

    def to_dict(self) -> dict[str, Any]:
        src_ids = self.src_ids

        mask_ids = self.mask_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "src_ids": src_ids,
                "mask_ids": mask_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_ids = cast(list[str], d.pop("src_ids"))

        mask_ids = cast(list[str], d.pop("mask_ids"))

        object_removal_file_sets = cls(
            src_ids=src_ids,
            mask_ids=mask_ids,
        )

        return object_removal_file_sets
