from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.effect_version import EffectVersion
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.blush_effect import BlushEffect
    from ..models.bronzer_effect import BronzerEffect
    from ..models.concealer_effect import ConcealerEffect
    from ..models.contour_effect import ContourEffect
    from ..models.eyebrows_effect import EyebrowsEffect
    from ..models.eyelashes_effect import EyelashesEffect
    from ..models.eyeliner_effect import EyelinerEffect
    from ..models.eyeshadow_effect import EyeshadowEffect
    from ..models.foundation_effect import FoundationEffect
    from ..models.highlighter_effect import HighlighterEffect
    from ..models.lip_color_effect import LipColorEffect
    from ..models.lip_liner_effect import LipLinerEffect
    from ..models.skin_smooth_effect import SkinSmoothEffect


T = TypeVar("T", bound="RunMakeupRequest")


@_attrs_define(field_transformer=_quiet)
class RunMakeupRequest:
    """
    Attributes:
        version (EffectVersion): Version of the effect.
        effects (list[BlushEffect | BronzerEffect | ConcealerEffect | ContourEffect | EyebrowsEffect | EyelashesEffect |
            EyelinerEffect | EyeshadowEffect | FoundationEffect | HighlighterEffect | LipColorEffect | LipLinerEffect |
            SkinSmoothEffect]): The effects, told apart by their category. Patterns are those of the vendor's catalogues.
        src_file_id (str | Unset): File id of the picture.
        src_file_url (str | Unset): Public URL of the picture; excludes src_file_id.
    """

    version: EffectVersion
    effects: list[
        BlushEffect
        | BronzerEffect
        | ConcealerEffect
        | ContourEffect
        | EyebrowsEffect
        | EyelashesEffect
        | EyelinerEffect
        | EyeshadowEffect
        | FoundationEffect
        | HighlighterEffect
        | LipColorEffect
        | LipLinerEffect
        | SkinSmoothEffect
    ]
    src_file_id: str | Unset = UNSET
    src_file_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.blush_effect import BlushEffect  # noqa: PLC0415
        from ..models.bronzer_effect import BronzerEffect  # noqa: PLC0415
        from ..models.concealer_effect import ConcealerEffect  # noqa: PLC0415
        from ..models.contour_effect import ContourEffect  # noqa: PLC0415
        from ..models.eyebrows_effect import EyebrowsEffect  # noqa: PLC0415
        from ..models.eyelashes_effect import EyelashesEffect  # noqa: PLC0415
        from ..models.eyeliner_effect import EyelinerEffect  # noqa: PLC0415
        from ..models.eyeshadow_effect import EyeshadowEffect  # noqa: PLC0415
        from ..models.foundation_effect import FoundationEffect  # noqa: PLC0415
        from ..models.highlighter_effect import HighlighterEffect  # noqa: PLC0415
        from ..models.lip_color_effect import LipColorEffect  # noqa: PLC0415
        from ..models.skin_smooth_effect import SkinSmoothEffect  # noqa: PLC0415

        version = self.version.value

        effects = []
        for effects_item_data in self.effects:
            effects_item: dict[str, Any]
            if isinstance(effects_item_data, SkinSmoothEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, BlushEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, BronzerEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, ConcealerEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, ContourEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, EyebrowsEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, EyelinerEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, EyeshadowEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, EyelashesEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, FoundationEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, HighlighterEffect):
                effects_item = effects_item_data.to_dict()
            elif isinstance(effects_item_data, LipColorEffect):
                effects_item = effects_item_data.to_dict()
            else:
                effects_item = effects_item_data.to_dict()

            effects.append(effects_item)

        src_file_id = self.src_file_id

        src_file_url = self.src_file_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
                "effects": effects,
            }
        )
        if src_file_id is not UNSET:
            field_dict["src_file_id"] = src_file_id
        if src_file_url is not UNSET:
            field_dict["src_file_url"] = src_file_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.blush_effect import BlushEffect  # noqa: PLC0415
        from ..models.bronzer_effect import BronzerEffect  # noqa: PLC0415
        from ..models.concealer_effect import ConcealerEffect  # noqa: PLC0415
        from ..models.contour_effect import ContourEffect  # noqa: PLC0415
        from ..models.eyebrows_effect import EyebrowsEffect  # noqa: PLC0415
        from ..models.eyelashes_effect import EyelashesEffect  # noqa: PLC0415
        from ..models.eyeliner_effect import EyelinerEffect  # noqa: PLC0415
        from ..models.eyeshadow_effect import EyeshadowEffect  # noqa: PLC0415
        from ..models.foundation_effect import FoundationEffect  # noqa: PLC0415
        from ..models.highlighter_effect import HighlighterEffect  # noqa: PLC0415
        from ..models.lip_color_effect import LipColorEffect  # noqa: PLC0415
        from ..models.lip_liner_effect import LipLinerEffect  # noqa: PLC0415
        from ..models.skin_smooth_effect import SkinSmoothEffect  # noqa: PLC0415

        d = dict(src_dict)
        version = EffectVersion(d.pop("version"))

        effects = []
        _effects = d.pop("effects")
        for effects_item_data in _effects:

            def _parse_effects_item(
                data: object,
            ) -> (
                BlushEffect
                | BronzerEffect
                | ConcealerEffect
                | ContourEffect
                | EyebrowsEffect
                | EyelashesEffect
                | EyelinerEffect
                | EyeshadowEffect
                | FoundationEffect
                | HighlighterEffect
                | LipColorEffect
                | LipLinerEffect
                | SkinSmoothEffect
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_0 = SkinSmoothEffect.from_dict(data)

                    return effects_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_1 = BlushEffect.from_dict(data)

                    return effects_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_2 = BronzerEffect.from_dict(data)

                    return effects_item_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_3 = ConcealerEffect.from_dict(data)

                    return effects_item_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_4 = ContourEffect.from_dict(data)

                    return effects_item_type_4
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_5 = EyebrowsEffect.from_dict(data)

                    return effects_item_type_5
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_6 = EyelinerEffect.from_dict(data)

                    return effects_item_type_6
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_7 = EyeshadowEffect.from_dict(data)

                    return effects_item_type_7
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_8 = EyelashesEffect.from_dict(data)

                    return effects_item_type_8
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_9 = FoundationEffect.from_dict(data)

                    return effects_item_type_9
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_10 = HighlighterEffect.from_dict(data)

                    return effects_item_type_10
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    effects_item_type_11 = LipColorEffect.from_dict(data)

                    return effects_item_type_11
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                effects_item_type_12 = LipLinerEffect.from_dict(data)

                return effects_item_type_12

            effects_item = _parse_effects_item(effects_item_data)

            effects.append(effects_item)

        src_file_id = d.pop("src_file_id", UNSET)

        src_file_url = d.pop("src_file_url", UNSET)

        run_makeup_request = cls(
            version=version,
            effects=effects,
            src_file_id=src_file_id,
            src_file_url=src_file_url,
        )

        return run_makeup_request
