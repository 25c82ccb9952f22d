from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.garment_category import GarmentCategory
from ..models.person_filter import PersonFilter
from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="RunClothesRequest")


@_attrs_define(field_transformer=_quiet)
class RunClothesRequest:
    """
    Attributes:
        garment_category (GarmentCategory): What kind of garment the reference shows.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
        ref_file_id (str | Unset): File id of the reference.
        ref_file_url (str | Unset): Public URL of the reference; excludes ref_file_id.
        change_shoes (bool | Unset): Whether the shoes may change too; true if absent.
        filter_multi_person (PersonFilter | Unset): Whether pictures of several people are refused; `off` if absent.
    """

    garment_category: GarmentCategory
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET
    ref_file_id: str | Unset = UNSET
    ref_file_url: str | Unset = UNSET
    change_shoes: bool | Unset = UNSET
    filter_multi_person: PersonFilter | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        garment_category = self.garment_category.value

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        ref_file_id = self.ref_file_id

        ref_file_url = self.ref_file_url

        change_shoes = self.change_shoes

        filter_multi_person: str | Unset = UNSET
        if not isinstance(self.filter_multi_person, Unset):
            filter_multi_person = self.filter_multi_person.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "garment_category": garment_category,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url
        if ref_file_id is not UNSET:
            field_dict["ref_file_id"] = ref_file_id
        if ref_file_url is not UNSET:
            field_dict["ref_file_url"] = ref_file_url
        if change_shoes is not UNSET:
            field_dict["change_shoes"] = change_shoes
        if filter_multi_person is not UNSET:
            field_dict["filter_multi_person"] = filter_multi_person

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        garment_category = GarmentCategory(d.pop("garment_category"))

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        ref_file_id = d.pop("ref_file_id", UNSET)

        ref_file_url = d.pop("ref_file_url", UNSET)

        change_shoes = d.pop("change_shoes", UNSET)

        _filter_multi_person = d.pop("filter_multi_person", UNSET)
        filter_multi_person: PersonFilter | Unset
        if isinstance(_filter_multi_person, Unset):
            filter_multi_person = UNSET
        else:
            filter_multi_person = PersonFilter(_filter_multi_person)

        run_clothes_request = cls(
            garment_category=garment_category,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
            ref_file_id=ref_file_id,
            ref_file_url=ref_file_url,
            change_shoes=change_shoes,
            filter_multi_person=filter_multi_person,
        )

        return run_clothes_request
