from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.video_duration import VideoDuration
from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.video_prompt import VideoPrompt


T = TypeVar("T", bound="VideoOptions")


@_attrs_define(field_transformer=_quiet)
class VideoOptions:
    """
    Attributes:
        prompt (str | VideoPrompt): What happens, as a text or with options.
        negative_prompt (str | Unset): What not to show.
        duration (VideoDuration | Unset): Seconds, as a text. The vendor takes 5 if it is left out.
        guidance_scale (float | Unset): How closely to follow the prompt. The vendor takes 0.5 if it is left out.
    """

    prompt: str | VideoPrompt
    negative_prompt: str | Unset = UNSET
    duration: VideoDuration | Unset = UNSET
    guidance_scale: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.video_prompt import VideoPrompt  # noqa: PLC0415

        prompt: dict[str, Any] | str
        if isinstance(self.prompt, VideoPrompt):
            prompt = self.prompt.to_dict()
        else:
            prompt = self.prompt

        negative_prompt = self.negative_prompt

        duration: str | Unset = UNSET
        if not isinstance(self.duration, Unset):
            duration = self.duration.value

        guidance_scale = self.guidance_scale

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "prompt": prompt,
            }
        )
        if negative_prompt is not UNSET:
            field_dict["negative_prompt"] = negative_prompt
        if duration is not UNSET:
            field_dict["duration"] = duration
        if guidance_scale is not UNSET:
            field_dict["guidance_scale"] = guidance_scale

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.video_prompt import VideoPrompt  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_prompt(data: object) -> str | VideoPrompt:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                prompt_type_1 = VideoPrompt.from_dict(data)

                return prompt_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | VideoPrompt, data)

        prompt = _parse_prompt(d.pop("prompt"))

        negative_prompt = d.pop("negative_prompt", UNSET)

        _duration = d.pop("duration", UNSET)
        duration: VideoDuration | Unset
        if isinstance(_duration, Unset):
            duration = UNSET
        else:
            duration = VideoDuration(_duration)

        guidance_scale = d.pop("guidance_scale", UNSET)

        video_options = cls(
            prompt=prompt,
            negative_prompt=negative_prompt,
            duration=duration,
            guidance_scale=guidance_scale,
        )

        return video_options
