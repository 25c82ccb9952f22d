from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.skin_concern import SkinConcern
from ..models.skin_format import SkinFormat
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.skin_masks import SkinMasks


T = TypeVar("T", bound="RunSkinAnalysisRequest")


@_attrs_define(field_transformer=_quiet)
class RunSkinAnalysisRequest:
    """
    Attributes:
        dst_actions (list[SkinConcern]): What to score.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        format_ (SkinFormat | Unset): Masks and scores as a zip archive (if absent), or the scores as JSON with the URLs
            of the masks.
        miniserver_args (SkinMasks | Unset): How the masks look.
        pf_camera_kit (bool | Unset): Whether the picture comes from the vendor's camera kit.
    """

    dst_actions: list[SkinConcern]
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    format_: SkinFormat | Unset = UNSET
    miniserver_args: SkinMasks | Unset = UNSET
    pf_camera_kit: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        dst_actions = []
        for dst_actions_item_data in self.dst_actions:
            dst_actions_item = dst_actions_item_data.value
            dst_actions.append(dst_actions_item)

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        miniserver_args: dict[str, Any] | Unset = UNSET
        if not isinstance(self.miniserver_args, Unset):
            miniserver_args = self.miniserver_args.to_dict()

        pf_camera_kit = self.pf_camera_kit

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dst_actions": dst_actions,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if format_ is not UNSET:
            field_dict["format"] = format_
        if miniserver_args is not UNSET:
            field_dict["miniserver_args"] = miniserver_args
        if pf_camera_kit is not UNSET:
            field_dict["pf_camera_kit"] = pf_camera_kit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.skin_masks import SkinMasks  # noqa: PLC0415

        d = dict(src_dict)
        dst_actions = []
        _dst_actions = d.pop("dst_actions")
        for dst_actions_item_data in _dst_actions:
            dst_actions_item = SkinConcern(dst_actions_item_data)

            dst_actions.append(dst_actions_item)

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: SkinFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = SkinFormat(_format_)

        _miniserver_args = d.pop("miniserver_args", UNSET)
        miniserver_args: SkinMasks | Unset
        if isinstance(_miniserver_args, Unset):
            miniserver_args = UNSET
        else:
            miniserver_args = SkinMasks.from_dict(_miniserver_args)

        pf_camera_kit = d.pop("pf_camera_kit", UNSET)

        run_skin_analysis_request = cls(
            dst_actions=dst_actions,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            format_=format_,
            miniserver_args=miniserver_args,
            pf_camera_kit=pf_camera_kit,
        )

        return run_skin_analysis_request
