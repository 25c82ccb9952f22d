"""What a sync found and is about to do: one line in plain words, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import attrs

from safelight.batch.progress import bytes_text
from safelight.core.base.texts import counted

Kind: TypeAlias = Literal[
    "unreadable",
    "refused",
    "arriving",
    "blocked",
    "edited",
    "lost",
    "under way",
    "failed",
    "doubt",
    "gone",
    "deleted",
]
WORDS: dict[Kind, str] = {
    "unreadable": "unreadable",
    "refused": "outside the vendor's limits",
    "arriving": "still being written",
    "blocked": "blocked",
    "edited": "with an edited result",
    "lost": "with a lost result",
    "under way": "under way",
    "failed": "failed before",
    "doubt": "in doubt",
    "gone": "gone (result kept)",
    "deleted": "gone (result deleted)",
}
SERIOUS = frozenset[Kind]({"unreadable", "refused", "blocked", "lost", "failed", "doubt", "under way"})
"""What leaves a picture without its result."""


@attrs.frozen
class Note:
    """What the user should know of one picture.

    Attributes:
        kind: What it is about.
        path: The picture.
        message: What is the matter, and what to do about it.
    """

    kind: Kind
    path: str
    message: str


@attrs.define
class Changes:
    """What a sync found.

    Attributes:
        new: Pictures whose content was not bought yet.
        reshot: Pictures with other content than before under the same path; bought, and the result is replaced.
        renamed: Pictures with a known content under another path: old and new one. Their results are moved.
        duplicates: Pictures with the content of another one: its path and the other one's. Results are copied.
        restored: Pictures whose result was removed: it is copied from a duplicate, or fetched from the vendor again.
        before: Pictures whose content was bought before, and whose results are fetched, for none is there to be copied.
        paid: Pictures that were bought when a sync broke off, and whose results are fetched now.
        unchanged: How many pictures are as they were, with their results.
        notes: What else there is to know; see `Note`.
        credits: Credits by the documented prices, or by the vendor's quotes.
        most: The most credits that any document or account allows.
        unpriced: Pictures to buy whose price nobody states.
        seconds: About how long it takes.
        bytes: Bytes to send.
    """

    new: list[str] = attrs.field(factory=list[str])
    reshot: list[str] = attrs.field(factory=list[str])
    renamed: list[tuple[str, str]] = attrs.field(factory=list[tuple[str, str]])
    duplicates: list[tuple[str, str]] = attrs.field(factory=list[tuple[str, str]])
    restored: list[str] = attrs.field(factory=list[str])
    before: list[str] = attrs.field(factory=list[str])
    paid: list[str] = attrs.field(factory=list[str])
    unchanged: int = 0
    notes: list[Note] = attrs.field(factory=list[Note])
    credits: float = 0.0
    most: float = 0.0
    unpriced: int = 0
    seconds: float = 0.0
    bytes: int = 0

    @property
    def bought(self) -> int:
        """How many pictures are to be bought."""
        return len(self.new) + len(self.reshot)

    @property
    def complete(self) -> bool:
        """Whether every picture has its result, or gets it now."""
        return not any(note.kind in SERIOUS for note in self.notes)

    def of(self, kind: Kind) -> Sequence[Note]:
        """The notes of a kind."""
        return [note for note in self.notes if note.kind == kind]

    def __str__(self) -> str:
        """The line."""
        parts = [
            _count(len(self.new), "new"),
            _count(len(self.reshot), "re-shot"),
            _count(len(self.renamed), "renamed (free: moved)"),
            _count(len(self.duplicates), "duplicate (free: copied)", "duplicates (free: copied)"),
            _count(len(self.restored), "with its result removed (free: restored)"),
            _count(len(self.before), "bought before (free: fetched)"),
            _count(len(self.paid), "bought already (fetched now)"),
            *(_count(len(self.of(kind)), word) for kind, word in WORDS.items()),
            _count(self.unchanged, "unchanged"),
        ]
        return f"{', '.join(filter(None, parts)) or 'no pictures'}; {self._cost}"

    @property
    def _cost(self) -> str:
        if not self.bought:
            return "nothing to pay"
        dearest = f" (at most {self.most:g})" if self.most > self.credits else ""
        price = f"{counted(self.credits, 'credit')}{dearest}"
        if self.unpriced:
            unknown = "the vendor publishes no price"
            price = (
                f"cost unknown, {unknown}"
                if self.unpriced == self.bought
                else f"{price} and the unknown cost of {self.unpriced}, for which {unknown}"
            )
        return f"{price}, {bytes_text(self.bytes)} to send, about {_duration(self.seconds)}"

    def details(self, most: int, *, serious: bool = False) -> list[str]:
        """A line for each picture that there is more to say of.

        Args:
            most: Lines of each kind, at the most.
            serious: Only of pictures that stay without their result.
        """
        kinds: list[list[str]] = []
        if not serious:
            kinds += [
                [f"re-shot: {path}" for path in self.reshot],
                [f"renamed: {old} to {new}" for old, new in self.renamed],
                [f"duplicate: {path} of {other}" for path, other in self.duplicates],
                [f"result restored: {path}" for path in self.restored],
                [f"bought before: {path}" for path in self.before],
            ]
        for kind, word in WORDS.items():
            if kind in SERIOUS or not serious:
                kinds.append([f"{word}: {note.path}: {note.message}" for note in self.of(kind)])
        lines: list[str] = []
        for found in kinds:
            lines += found[:most]
            if len(found) > most:
                lines.append(f"... and {len(found) - most} more of these")
        return lines

    def as_dict(self) -> dict[str, object]:
        """The same for JSON."""
        return {
            "new": self.new,
            "reshot": self.reshot,
            "renamed": [{"from": old, "to": new} for old, new in self.renamed],
            "duplicates": [{"path": path, "of": other} for path, other in self.duplicates],
            "restored": self.restored,
            "before": self.before,
            "paid": self.paid,
            "unchanged": self.unchanged,
            "gone": [note.path for note in self.of("gone")],
            "deleted": [note.path for note in self.of("deleted")],
            "credits": None if self.bought and self.unpriced == self.bought else self.credits,
            "credits_at_most": None if self.unpriced else self.most,
            "unpriced": self.unpriced,
            "seconds": round(self.seconds),
            "bytes": self.bytes,
            "notes": [attrs.asdict(note) for note in self.notes if note.kind not in {"gone", "deleted"}],
        }


def _count(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 or many is None else many}" if count else ""


def _duration(seconds: float) -> str:
    for unit, size in (("hour", 3600.0), ("minute", 60.0)):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.0f} {unit}s"
    whole = max(1, round(seconds))
    return f"{whole} second{'' if whole == 1 else 's'}"
