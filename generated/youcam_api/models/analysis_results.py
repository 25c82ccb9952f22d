from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.hair_length import HairLength
    from ..models.skin_score import SkinScore


T = TypeVar("T", bound="AnalysisResults")


@_attrs_define(field_transformer=_quiet)
class AnalysisResults:
    """What an analysis found. The fields differ by feature and request, and most are in `additional_properties`.

    Attributes:
        url (None | str | Unset): Where an archive of the results is; good for 2 hours.
        output (list[SkinScore] | None | Unset): The scores of a skin analysis.
        hair_length (HairLength | None | Unset):
    """

    url: None | str | Unset = UNSET
    output: list[SkinScore] | None | Unset = UNSET
    hair_length: HairLength | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.hair_length import HairLength  # noqa: PLC0415

        url: None | str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        else:
            url = self.url

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

        hair_length: dict[str, Any] | None | Unset
        if isinstance(self.hair_length, Unset):
            hair_length = UNSET
        elif isinstance(self.hair_length, HairLength):
            hair_length = self.hair_length.to_dict()
        else:
            hair_length = self.hair_length

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if output is not UNSET:
            field_dict["output"] = output
        if hair_length is not UNSET:
            field_dict["hair_length"] = hair_length

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hair_length import HairLength  # noqa: PLC0415
        from ..models.skin_score import SkinScore  # noqa: PLC0415

        d = dict(src_dict)
        url = d.pop("url", UNSET)

        def _parse_output(data: object) -> list[SkinScore] | None | Unset:
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
                    output_type_0_item = SkinScore.from_dict(output_type_0_item_data)

                    output_type_0.append(output_type_0_item)

                return output_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[SkinScore] | None | Unset, data)

        output = _parse_output(d.pop("output", UNSET))

        def _parse_hair_length(data: object) -> HairLength | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                hair_length_type_0 = HairLength.from_dict(data)

                return hair_length_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HairLength | None | Unset, data)

        hair_length = _parse_hair_length(d.pop("hair_length", UNSET))

        analysis_results = cls(
            url=url,
            output=output,
            hair_length=hair_length,
        )

        analysis_results.additional_properties = d
        return analysis_results

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
