"""What a check of a result found: whether it looks useless, why, and the figures behind that."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

NONE: Mapping[str, str] = MappingProxyType({})
SHORT: Mapping[str, str] = MappingProxyType(
    {
        "empty": "nothing kept",
        "full": "nothing cut out",
        "cut": "subject cut off",
        "small": "too small",
        "plain": "one colour",
    }
)
"""Kinds of reasons in two or three words, where the kind is not plain enough itself."""


@attrs.frozen
class Verdict:
    """What a check of a result found; printed, it says so in plain words.

    Attributes:
        reasons: Why the result is suspect, in words, by kind: ``"empty"``, ``"full"``, ``"cut"``, ``"small"``,
            ``"plain"``, ``"unchanged"`` or ``"damaged"``. Empty where nothing is wrong.
        figures: What was measured, by name; see the documentation for each.
        unchecked: Why the result could not be checked, such as a video; None where it was.
    """

    reasons: Mapping[str, str] = NONE
    figures: Mapping[str, float] = attrs.field(factory=dict[str, float])
    unchecked: str | None = None

    @property
    def suspect(self) -> bool:
        """Whether the result looks useless and a person should see it."""
        return bool(self.reasons)

    def __str__(self) -> str:
        if self.unchecked is not None:
            return f"not checked: {self.unchecked}"
        return f"suspect: {'; '.join(self.reasons.values())}" if self.suspect else "nothing suspect"

    @property
    def short(self) -> str:
        """The verdict in a few words, for a caption."""
        if self.unchecked is not None:
            return "not checked"
        return ", ".join(SHORT.get(kind, kind) for kind in self.reasons) or "nothing suspect"

    def as_dict(self) -> dict[str, object]:
        """The verdict as plain values, for JSON."""
        return {
            "suspect": self.suspect,
            "reasons": dict(self.reasons),
            "figures": dict(self.figures),
            "unchecked": self.unchecked,
        }
