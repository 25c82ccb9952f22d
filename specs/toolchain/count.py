"""How much of the vendors' published documents our specs have."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, TypeAlias

from .errors import ToolchainError
from .surface import Place, surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Document
    from .layout import Layout
    from .surface import Spot

Counts: TypeAlias = dict[str, list[int]]

KINDS = ("operations", "request fields", "answer fields", "enum values", "required flags")


def count(published: Document, ours: Document) -> Counts:
    """For each kind, how many our spec has and how many the published document has."""
    counts: Counts = {kind: [0, 0] for kind in KINDS}
    mine = surface(ours)
    for place, spot in surface(published).items():
        for kind, is_ours in _counted(place, spot, mine.get(place)):
            counts[kind][0] += is_ours
            counts[kind][1] += 1
    return counts


def _counted(place: Place, published: Spot, ours: Spot | None) -> Iterator[tuple[str, bool]]:
    if not place.part:
        if place.operation.partition(" ")[0].isupper():
            yield "operations", ours is not None
        return
    if place.path and place.path[-1] not in ("[]", "*") and place.part != "path":
        yield "request fields" if place.is_sent else "answer fields", ours is not None
    for value in published.facts.get("enum value", ()):
        yield (
            "enum values",
            ours is not None
            and (value in ours.facts.get("enum value", ()) or ours.admits(json.loads(value))),
        )
    if place.is_sent and published.facts.get("required") is True and place.part != "path":
        yield "required flags", ours is not None and ours.facts.get("required") is True


def report_counts(layout: Layout) -> int:
    """Print the counts of all vendors, as they were when each spec was last held against a published document.

    Raises:
        ToolchainError: No spec was.
    """
    rows = []
    for path in sorted(layout.specs.glob("*/published.json")):
        kept = json.loads(path.read_text(encoding="utf-8"))
        cells = [f"{held} of {total}" for held, total in (kept["counts"][kind] for kind in KINDS)]
        rows.append([path.parent.name, *cells, kept["date"], f"<{kept['address']}>"])
    if not rows:
        raise ToolchainError(
            "no spec was held against a published document; `fetch VENDOR --record` does that"
        )
    header = ["vendor", *KINDS, "date", "document"]
    for row in (header, ["---"] * len(header), *rows):
        sys.stdout.write(f"| {' | '.join(row)} |\n")
    return 0
