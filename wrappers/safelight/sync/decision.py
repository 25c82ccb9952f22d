"""What a user allows a sync to do, and what it decides to do."""

from __future__ import annotations

import attrs

from safelight.batch.records import Item, Record
from safelight.sync.changes import Changes
from safelight.sync.placing import Placement
from safelight.sync.table import Result, Row


@attrs.frozen
class Rules:
    """What the user allows.

    Attributes:
        overwrite: Replace files that this sync did not make, or that somebody edited since.
        delete_gone: Delete results of pictures that are gone.
        buy_missing: Buy results again that were removed and that the vendor does not keep any more.
    """

    overwrite: bool = False
    delete_gone: bool = False
    buy_missing: bool = False


@attrs.define
class Decision:
    """What to do.

    Attributes:
        changes: What the user is told.
        buys: What to buy.
        placements: Results to move and to copy.
        fetch: Items whose results are to be fetched again, and for what.
        buy_again: Own items to buy again, by id.
        rows: What is known anew of pictures whose results are at their place.
        dropped: Pictures to forget.
        deleted: Results to delete.
    """

    changes: Changes = attrs.field(factory=Changes)
    buys: list[Record] = attrs.field(factory=list[Record])
    placements: list[Placement] = attrs.field(factory=list[Placement])
    fetch: list[tuple[Item, Record]] = attrs.field(factory=list[tuple[Item, Record]])
    buy_again: set[str] = attrs.field(factory=set[str])
    rows: dict[str, Row] = attrs.field(factory=dict[str, Row])
    dropped: set[str] = attrs.field(factory=set[str])
    deleted: list[Result] = attrs.field(factory=list[Result])

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do or to write down."""
        return not any(
            getattr(self, field.name) for field in attrs.fields(Decision) if field.name != "changes"
        )
