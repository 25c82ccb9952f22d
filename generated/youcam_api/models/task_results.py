from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.result_file import ResultFile


T = TypeVar("T", bound="TaskResults")


@_attrs_define(field_transformer=_quiet)
class TaskResults:
    """What a picture feature made. Features may add fields of their own.

    Attributes:
        url (None | str | Unset): Where the only picture is; good for 2 hours.
        dst_id (None | str | Unset): The only picture as a file id, for another run.
        output (list[ResultFile] | None | Unset): The pictures, where there are several.
        age (int | None | Unset): The age that the vendor sees in the picture of a series.
        agd_idx (int | None | Unset): Which of the series the picture itself is, from 0.
        age_min (int | None | Unset):
        age_max (int | None | Unset):
        num_of_photos (int | None | Unset):
        timed (float | None | Unset): Seconds that the engine worked.
        timed_apply (float | None | Unset): Seconds that it applied the effect.
    """

    url: None | str | Unset = UNSET
    dst_id: None | str | Unset = UNSET
    output: list[ResultFile] | None | Unset = UNSET
    age: int | None | Unset = UNSET
    agd_idx: int | None | Unset = UNSET
    age_min: int | None | Unset = UNSET
    age_max: int | None | Unset = UNSET
    num_of_photos: int | None | Unset = UNSET
    timed: float | None | Unset = UNSET
    timed_apply: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        url: None | str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        else:
            url = self.url

        dst_id: None | str | Unset
        if isinstance(self.dst_id, Unset):
            dst_id = UNSET
        else:
            dst_id = self.dst_id

        output: list[dict[str, Any]] | None | Unset
        if isinstance(self.output, Unset):
            output = UNSET
        elif isinstance(self.output, list):
            output = []
            for output_type_0_item_data in self.output:
                output_type_0_item = output_type_0_item_data.to_dict()
                output.append(output_type_0_item)

        else:
            output = self.output

        age: int | None | Unset
        if isinstance(self.age, Unset):
            age = UNSET
        else:
            age = self.age

        agd_idx: int | None | Unset
        if isinstance(self.agd_idx, Unset):
            agd_idx = UNSET
        else:
            agd_idx = self.agd_idx

        age_min: int | None | Unset
        if isinstance(self.age_min, Unset):
            age_min = UNSET
        else:
            age_min = self.age_min

        age_max: int | None | Unset
        if isinstance(self.age_max, Unset):
            age_max = UNSET
        else:
            age_max = self.age_max

        num_of_photos: int | None | Unset
        if isinstance(self.num_of_photos, Unset):
            num_of_photos = UNSET
        else:
            num_of_photos = self.num_of_photos

        timed: float | None | Unset
        if isinstance(self.timed, Unset):
            timed = UNSET
        else:
            timed = self.timed

        timed_apply: float | None | Unset
        if isinstance(self.timed_apply, Unset):
            timed_apply = UNSET
        else:
            timed_apply = self.timed_apply

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if dst_id is not UNSET:
            field_dict["dst_id"] = dst_id
        if output is not UNSET:
            field_dict["output"] = output
        if age is not UNSET:
            field_dict["age"] = age
        if agd_idx is not UNSET:
            field_dict["agd_idx"] = agd_idx
        if age_min is not UNSET:
            field_dict["age_min"] = age_min
        if age_max is not UNSET:
            field_dict["age_max"] = age_max
        if num_of_photos is not UNSET:
            field_dict["num_of_photos"] = num_of_photos
        if timed is not UNSET:
            field_dict["timed"] = timed
        if timed_apply is not UNSET:
            field_dict["timed_apply"] = timed_apply

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.result_file import ResultFile  # noqa: PLC0415

        d = dict(src_dict)
        url = d.pop("url", UNSET)

        dst_id = d.pop("dst_id", UNSET)

        def _parse_output(data: object) -> list[ResultFile] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                output_type_0 = []
                _output_type_0 = data
                for output_type_0_item_data in _output_type_0:
                    output_type_0_item = ResultFile.from_dict(output_type_0_item_data)

                    output_type_0.append(output_type_0_item)

                return output_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ResultFile] | None | Unset, data)

        output = _parse_output(d.pop("output", UNSET))

        age = d.pop("age", UNSET)

        agd_idx = d.pop("agd_idx", UNSET)

        age_min = d.pop("age_min", UNSET)

        age_max = d.pop("age_max", UNSET)

        num_of_photos = d.pop("num_of_photos", UNSET)

        timed = d.pop("timed", UNSET)

        timed_apply = d.pop("timed_apply", UNSET)

        task_results = cls(
            url=url,
            dst_id=dst_id,
            output=output,
            age=age,
            agd_idx=agd_idx,
            age_min=age_min,
            age_max=age_max,
            num_of_photos=num_of_photos,
            timed=timed,
            timed_apply=timed_apply,
        )

        task_results.additional_properties = d
        return task_results

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
