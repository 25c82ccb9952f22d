from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.background_kind import BackgroundKind
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunBackgroundChangeRequest")


@_attrs_define(field_transformer=_quiet)
class RunBackgroundChangeRequest:
    """
    Attributes:
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        type_ (BackgroundKind | Unset): Whether prompt or template_id says what the background is.
        prompt (str | Unset): The background in words.
        template_id (str | Unset): Id of a template that the list of the feature has.
    """

    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    type_: BackgroundKind | Unset = UNSET
    prompt: str | Unset = UNSET
    template_id: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        prompt = self.prompt

        template_id = self.template_id

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if type_ is not UNSET:
            field_dict["type"] = type_
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if template_id is not UNSET:
            field_dict["template_id"] = template_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        _type_ = d.pop("type", UNSET)
        type_: BackgroundKind | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = BackgroundKind(_type_)

        prompt = d.pop("prompt", UNSET)

        template_id = d.pop("template_id", UNSET)

        run_background_change_request = cls(
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            type_=type_,
            prompt=prompt,
            template_id=template_id,
        )

        return run_background_change_request
