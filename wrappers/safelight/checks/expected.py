"""What an operation promises of a result, from its facts and its arguments: without that, nothing is suspect."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import cast

import attrs

from safelight.core.base.methods import Facts, MethodFacts

CHANGING = frozenset(
    {
        *("add", "blur", "brighten", "color", "colorize", "correct", "curl", "enhance", "extend", "remove"),
        *("replace", "retouch", "transfer", "try", "whiten"),
    }
)
"""First words of operations whose result must differ from its source."""
KEEPING = frozenset(
    {
        *("blur_background", "brighten", "colorize", "enhance", "remove_background", "remove_object"),
        *("remove_watermark", "retouch", "whiten_teeth"),
    }
)
"""Operations whose result has the size of its source."""
NOTHING: Facts = MappingProxyType({})
KEPT_SCALE = 0.5
"""The least share of the source's size that a result may have where its operation keeps the size; vendors may reduce."""
ASKED_SCALE = 0.75
"""The least share of the size that was asked for."""


@attrs.frozen
class Expected:
    """What is expected of one file.

    Attributes:
        transparent: It shows its subject on a transparent background; None where nobody knows.
        trimmed: It may be cropped to its subject.
        scale: Its least size, as a multiple of the source's; 0 where any will do.
        asked: The size that was asked for, as a multiple of the source's; None where none was.
        changed: It differs from its source.
        mask: It is a mask, in which white and black say what is kept.
    """

    transparent: bool | None = False
    trimmed: bool = False
    scale: float = 0.0
    asked: float | None = None
    changed: bool = False
    mask: bool = False


def expected_of(
    method: MethodFacts, arguments: Mapping[str, object] | None, label: str | None = None
) -> Expected:
    """What a method promises of one of its files.

    Args:
        arguments: Those of the call; None where nobody knows them, such as of a task that was resumed.
        label: What sets the file apart from the others, such as ``"mask"``.
    """
    kind = next((kind for kind in method.makes if kind.get("label") == label), NOTHING)
    given = {name for name, value in (arguments or {}).items() if _says(method, name, value)}
    unsure = arguments is None
    opaque_with = cast("Sequence[str]", kind.get("opaque_with", ()))
    resized_by = cast("Sequence[str]", kind.get("resized_by", ()))
    transparent: bool | None = bool(kind.get("transparent")) and not given.intersection(opaque_with)
    if transparent and unsure and opaque_with:
        transparent = None
    resized = bool(given.intersection(resized_by)) or (unsure and bool(resized_by))
    asked = None if arguments is None else _asked(method, kind, arguments)
    scale = KEPT_SCALE if method.name in KEEPING and not resized else 0.0
    if "enlarged_by" in kind:
        scale = ASKED_SCALE * (asked or 1.0)
    return Expected(
        transparent=transparent,
        trimmed=resized,
        scale=0.0 if label else scale,
        asked=asked,
        changed=not label and method.source is not None and method.name.partition("_")[0] in CHANGING,
        mask=label == "mask",
    )


def _says(method: MethodFacts, name: str, value: object) -> bool:
    """Whether an argument says something else than leaving it out does."""
    parameter = method.parameters.get(name)
    return value not in (None, False, "") and (parameter is None or value != parameter.default)


def _asked(method: MethodFacts, kind: Mapping[str, object], arguments: Mapping[str, object]) -> float | None:
    """The factor by which the sides were to grow; None where the vendor chooses it."""
    if "enlarged_by" not in kind:
        return None
    rule = cast("Mapping[str, object]", kind["enlarged_by"])
    name, one = cast("str", rule["parameter"]), cast("float", rule["one"])
    value = arguments.get(name, method.parameters[name].default)
    number = re.match(r"\d+(\.\d+)?", str(value))
    return float(number[0]) / one if number else None
