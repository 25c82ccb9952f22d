"""How two OpenAPI documents of the same API differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from .extensions import brief, extensions
from .surface import SETS, Place, Spot, surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Document
    from .surface import Facts

# Only ours has these by our own rules: requests are strict, rules between fields have a message, and any field of an
# answer may be null.
_OUR_RULES = {"closed", "if", "then", "else", "not", "dependentRequired"}


class Difference(NamedTuple):
    """One fact that differs.

    Attributes:
        kind: ``operation``, ``status``, ``request``, ``parameter``, ``field`` or ``schema`` for what only one document
            has; otherwise the name of the fact, such as ``type``, ``enum value`` or ``maximum``.
        ours: The value in our spec; None where it has none.
        published: The value in the published document; None where it has none.
    """

    kind: str
    place: Place
    ours: Any = None
    published: Any = None

    def __str__(self) -> str:
        return f"{self.kind} {self.place}: {_show(self.ours)} -> {_show(self.published)}"

    @property
    def key(self) -> str:
        """The difference as a text that tells it from all others."""
        return json.dumps(self.to_json(), sort_keys=True)

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "place": str(self.place),
            "ours": brief(self.ours),
            "published": brief(self.published),
        }


def compare(published: Document, ours: Document) -> list[Difference]:
    """Every difference in what goes over the wire, sorted by place.

    Names of schemas and the order of things do not matter. What lies inside an operation, field or schema that one
    document lacks is not listed by itself.
    """
    theirs, mine = surface(published), surface(ours)
    found: list[Difference] = []
    for place in sorted({*theirs, *mine}):
        one, other = mine.get(place), theirs.get(place)
        if one is not None and other is not None:
            found += _facts(place, one, other)
        elif place.operation.startswith("schema ") and not place.path:
            name, other_document = place.operation.removeprefix("schema "), ours if one is None else published
            if name not in other_document.get("components", {}).get(
                "schemas", {}
            ):  # where an operation may use it
                found.append(Difference("schema", place, _summary(one), _summary(other)))
        elif place.parent() == place or (place.parent() in mine and place.parent() in theirs):
            found.append(Difference(_kind(place), place, _summary(one), _summary(other)))
    known = dict(extensions(ours))
    for name, value in extensions(published):
        if known.get(name) != value:
            found.append(Difference("extension", Place("document", name), known.get(name), value))
    return found


def describe(differences: list[Difference]) -> str:
    """The differences in lines for people: in our spec, and in the published document."""
    if not differences:
        return "Our spec and the published document agree.\n"
    return "".join(f"  {difference}\n" for difference in differences)


def _kind(place: Place) -> str:
    if place.path:
        return "parameter" if place.is_parameter else "field"
    if place.part:
        return "request" if place.part == "request" else "status"
    return "operation"


def _summary(spot: Spot | None) -> Facts | None:
    if spot is None:
        return None
    return {key: sorted(value) if key in SETS else value for key, value in spot.facts.items() if value}


def _facts(place: Place, ours: Spot, published: Spot) -> Iterator[Difference]:
    for kind in sorted(ours.facts.keys() | published.facts.keys()):
        one, other = ours.facts.get(kind), published.facts.get(kind)
        if one == other or (
            other is None and (kind in _OUR_RULES or (kind == "nullable" and not place.is_sent))
        ):
            continue
        if kind not in SETS:
            yield Difference(kind, place, one, other)
            continue
        if kind == "enum value":
            one, other = _unexplained(one, published), _unexplained(other, ours)
            if not (ours.facts.get(kind) and published.facts.get(kind)):
                if one or other:  # one is a free value
                    yield Difference("enum", place, sorted(one) or None, sorted(other) or None)
                continue
        one, other = one or set(), other or set()
        yield from (Difference(kind, place, value) for value in sorted(one - other))
        yield from (Difference(kind, place, None, value) for value in sorted(other - one))


def _unexplained(values: set[str] | None, other: Spot) -> set[str]:
    return {value for value in values or () if not other.admits(json.loads(value))}


def _show(value: object) -> str:
    return "nothing" if value is None else json.dumps(value)
