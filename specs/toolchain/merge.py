"""Taking a published document's differences over into our spec."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .compare import compare
from .document import request_schema_names, response_schema_names
from .taking import Left, Open, Step

if TYPE_CHECKING:
    from collections.abc import Collection

    from .compare import Difference
    from .document import Document


@dataclass
class Outcome:
    """What became of each difference.

    Attributes:
        taken: Is in our spec now.
        left: Stays by our rules for specs: answers are lenient, and nothing is removed unless that is asked for.
        open: A person must decide.
        known: Was there when the spec was held against a published document before.
    """

    taken: list[Difference] = field(default_factory=list)
    left: list[Difference] = field(default_factory=list)
    open: list[Difference] = field(default_factory=list)
    known: list[Difference] = field(default_factory=list)


def merge(
    published: Document, ours: Document, *, prune: bool = False, known: Collection[str] = ()
) -> Outcome:
    """Change our document to what a published one says: structure and facts.

    Args:
        published: The vendor's document.
        ours: Our document, which is changed.
        prune: Remove what only ours has.
        known: Keys of differences that a person has looked at before; they stay.
    """
    outcome = Outcome()
    done: set[str] = set()
    before = _used(ours)
    while True:  # what is taken brings its own differences, such as fields of a schema that both have
        step = Step(published, ours, prune=prune)
        outcome.left, outcome.open, outcome.known = [], [], []
        progress = False
        for difference in compare(published, ours):
            if difference.key in known:
                outcome.known.append(difference)
                continue
            if difference.key in done:  # it was taken, and still differs
                outcome.open.append(difference)
                continue
            try:
                step.take(difference)
            except Left:
                outcome.left.append(difference)
            except (Open, LookupError, TypeError):  # the last two: the place was changed in this step
                outcome.open.append(difference)
            else:
                done.add(difference.key)
                outcome.taken.append(difference)
                progress = True
        if not progress:
            for name in before - _used(ours):
                del ours["components"]["schemas"][name]
            return outcome


def _used(document: Document) -> set[str]:
    return {*request_schema_names(document), *response_schema_names(document)}
