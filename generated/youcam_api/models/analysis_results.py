from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.detected_face import DetectedFace
    from ..models.detected_region import DetectedRegion
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
        fitzpatrick_scale (None | str | Unset): The type of the skin, from I to VI.
        result (list[DetectedRegion] | None | Unset): What a pre-process found; the place in this list is the `index` to
            choose one by.
        faces (list[DetectedFace] | None | Unset): What the pre-process of a face swap found.
        timed (float | None | Unset): Seconds that the engine worked.
    """

    url: None | str | Unset = UNSET
    output: list[SkinScore] | None | Unset = UNSET
    hair_length: HairLength | None | Unset = UNSET
    fitzpatrick_scale: None | str | Unset = UNSET
    result: list[DetectedRegion] | None | Unset = UNSET
    faces: list[DetectedFace] | None | Unset = UNSET
    timed: float | None | Unset = UNSET
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

        fitzpatrick_scale: None | str | Unset
        if isinstance(self.fitzpatrick_scale, Unset):
            fitzpatrick_scale = UNSET
        else:
            fitzpatrick_scale = self.fitzpatrick_scale

        result: list[dict[str, Any]] | None | Unset
        if isinstance(self.result, Unset):
            result = UNSET
        elif isinstance(self.result, list):
            result = []
            for result_type_0_item_data in self.result:
                result_type_0_item = result_type_0_item_data.to_dict()
                result.append(result_type_0_item)

        else:
            result = self.result

        faces: list[dict[str, Any]] | None | Unset
        if isinstance(self.faces, Unset):
            faces = UNSET
        elif isinstance(self.faces, list):
            faces = []
            for faces_type_0_item_data in self.faces:
                faces_type_0_item = faces_type_0_item_data.to_dict()
                faces.append(faces_type_0_item)

        else:
            faces = self.faces

        timed: float | None | Unset
        if isinstance(self.timed, Unset):
            timed = UNSET
        else:
            timed = self.timed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if output is not UNSET:
            field_dict["output"] = output
        if hair_length is not UNSET:
            field_dict["hair_length"] = hair_length
        if fitzpatrick_scale is not UNSET:
            field_dict["fitzpatrick_scale"] = fitzpatrick_scale
        if result is not UNSET:
            field_dict["result"] = result
        if faces is not UNSET:
            field_dict["faces"] = faces
        if timed is not UNSET:
            field_dict["timed"] = timed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.detected_face import DetectedFace  # noqa: PLC0415
        from ..models.detected_region import DetectedRegion  # noqa: PLC0415
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

        fitzpatrick_scale = d.pop("fitzpatrick_scale", UNSET)

        def _parse_result(data: object) -> list[DetectedRegion] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                result_type_0 = []
                _result_type_0 = data
                for result_type_0_item_data in _result_type_0:
                    result_type_0_item = DetectedRegion.from_dict(result_type_0_item_data)

                    result_type_0.append(result_type_0_item)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[DetectedRegion] | None | Unset, data)

        result = _parse_result(d.pop("result", UNSET))

        def _parse_faces(data: object) -> list[DetectedFace] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                faces_type_0 = []
                _faces_type_0 = data
                for faces_type_0_item_data in _faces_type_0:
                    faces_type_0_item = DetectedFace.from_dict(faces_type_0_item_data)

                    faces_type_0.append(faces_type_0_item)

                return faces_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[DetectedFace] | None | Unset, data)

        faces = _parse_faces(d.pop("faces", UNSET))

        timed = d.pop("timed", UNSET)

        analysis_results = cls(
            url=url,
            output=output,
            hair_length=hair_length,
            fitzpatrick_scale=fitzpatrick_scale,
            result=result,
            faces=faces,
            timed=timed,
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
