from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="SkinScore")


@_attrs_define(field_transformer=_quiet)
class SkinScore:
    """
    Attributes:
        type_ (None | str | Unset): The concern; `all` and `skin_age` sum up.
        ui_score (float | None | Unset): From 1 to 100, higher is better, to be shown.
        raw_score (float | None | Unset): As measured.
        region (None | str | Unset): The part of the face, such as whole, forehead or t_zone.
        score (float | None | Unset): Of `all`, from 1 to 100, and of `skin_age`, in years.
        skin_type (None | str | Unset): Of the skin type, such as Oily.
        mask_urls (list[str] | None | Unset): Pictures of where it was found.
    """

    type_: None | str | Unset = UNSET
    ui_score: float | None | Unset = UNSET
    raw_score: float | None | Unset = UNSET
    region: None | str | Unset = UNSET
    score: float | None | Unset = UNSET
    skin_type: None | str | Unset = UNSET
    mask_urls: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        else:
            type_ = self.type_

        ui_score: float | None | Unset
        if isinstance(self.ui_score, Unset):
            ui_score = UNSET
        else:
            ui_score = self.ui_score

        raw_score: float | None | Unset
        if isinstance(self.raw_score, Unset):
            raw_score = UNSET
        else:
            raw_score = self.raw_score

        region: None | str | Unset
        if isinstance(self.region, Unset):
            region = UNSET
        else:
            region = self.region

        score: float | None | Unset
        if isinstance(self.score, Unset):
            score = UNSET
        else:
            score = self.score

        skin_type: None | str | Unset
        if isinstance(self.skin_type, Unset):
            skin_type = UNSET
        else:
            skin_type = self.skin_type

        mask_urls: list[str] | None | Unset
        if isinstance(self.mask_urls, Unset):
            mask_urls = UNSET
        elif isinstance(self.mask_urls, list):
            mask_urls = self.mask_urls

        else:
            mask_urls = self.mask_urls

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if ui_score is not UNSET:
            field_dict["ui_score"] = ui_score
        if raw_score is not UNSET:
            field_dict["raw_score"] = raw_score
        if region is not UNSET:
            field_dict["region"] = region
        if score is not UNSET:
            field_dict["score"] = score
        if skin_type is not UNSET:
            field_dict["skin_type"] = skin_type
        if mask_urls is not UNSET:
            field_dict["mask_urls"] = mask_urls

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = d.pop("type", UNSET)

        ui_score = d.pop("ui_score", UNSET)

        raw_score = d.pop("raw_score", UNSET)

        region = d.pop("region", UNSET)

        score = d.pop("score", UNSET)

        skin_type = d.pop("skin_type", UNSET)

        def _parse_mask_urls(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                mask_urls_type_0 = cast(list[str], data)

                return mask_urls_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        mask_urls = _parse_mask_urls(d.pop("mask_urls", UNSET))

        skin_score = cls(
            type_=type_,
            ui_score=ui_score,
            raw_score=raw_score,
            region=region,
            score=score,
            skin_type=skin_type,
            mask_urls=mask_urls,
        )

        skin_score.additional_properties = d
        return skin_score

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
