"""Purchases as they are counted, and those that a ledger's lines tell of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, TypeAlias, cast

import attrs

State: TypeAlias = Literal["bought", "doubt", "refused", "charged", "not charged"]
"""``doubt``: nobody knows whether it was charged. The last two are what a vendor's statement says."""
STATES: tuple[State, ...] = ("bought", "doubt", "refused", "charged", "not charged")
UNPRICED = 1.0
"""Credits that a purchase counts towards a cap if no price is published, as in batches."""
DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError)
"""What reading a damaged line raises."""
CENT = 0.005
"""Credits that make no difference."""


@attrs.frozen
class Entry:
    """One purchase.

    Attributes:
        at: When it was made, in seconds since the epoch.
        source: Path or URL of what was sent; None where that was no file.
        expected: Its price in credits by the vendor's documents; None if it is unknown.
        most: The most that it may cost.
        key: The vendor's idempotency key: two purchases with one key are charged once.
        task: The vendor's id of the task.
        amount: What the vendor charged, by its statement.
        batch: The batch that bought it.
    """

    id: str
    at: float
    vendor: str
    operation: str
    profile: str = "default"
    source: str | None = None
    expected: float | None = None
    most: float | None = None
    key: str | None = None
    state: State = "doubt"
    task: str | None = None
    amount: float | None = None
    batch: str | None = None

    @property
    def committed(self) -> float:
        """Credits that it may have cost at most; 0 if it was certainly not charged."""
        if self.state in ("refused", "not charged"):
            return 0.0
        if self.amount is not None:
            return self.amount
        return UNPRICED if self.most is None else self.most

    def fits(self, amount: float) -> bool:
        """Whether its price may be this amount; if no price is published, any may."""
        low, high = self.expected, self.most
        return low is None or high is None or min(low, high) - CENT <= amount <= max(low, high) + CENT


@attrs.define
class Book:
    """What a ledger's file holds.

    Attributes:
        entries: In the order in which they were written.
        settled: Further lines of settlements, by the id of their purchase, such as of a batch.
        damaged: How many lines could not be read.
    """

    entries: dict[str, Entry] = attrs.field(factory=dict[str, Entry])
    settled: dict[str, Mapping[str, object]] = attrs.field(factory=dict[str, "Mapping[str, object]"])
    damaged: int = 0

    def counted(self) -> Iterator[Entry]:
        """The purchases; of several with one idempotency key, the one of which most is known."""
        rank = ("refused", "doubt", "bought", "not charged", "charged")
        by_key: dict[tuple[str, str], Entry] = {}
        for entry in self.entries.values():
            if entry.key is None:
                yield entry
                continue
            known = by_key.get((entry.vendor, entry.key))
            if known is None or rank.index(entry.state) >= rank.index(known.state):
                by_key[entry.vendor, entry.key] = attrs.evolve(entry, at=known.at) if known else entry
        yield from by_key.values()


def read_book(path: Path) -> Book:
    """Read a ledger's file; none is an empty book. Lines that cannot be read are counted and left out."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Book()
    return book_of(content.split(b"\n"))


def book_of(lines: Iterable[bytes]) -> Book:
    """Read a ledger's lines: a purchase when it begins, and what became of it in later ones."""
    book = Book()
    for line in lines:
        if not line.strip():
            continue
        try:
            add_line(book, cast("dict[str, object]", json.loads(line)))
        except DAMAGED:
            book.damaged += 1
    return book


def add_line(book: Book, line: Mapping[str, object]) -> None:
    """Add a purchase, or what became of one; raises one of `DAMAGED` for a line that says neither."""
    name, end = _text(line["id"]), line.get("end")
    if end is None:
        book.entries[name] = Entry(
            id=name,
            at=_number(line["at"]),
            vendor=_text(line["vendor"]),
            operation=_text(line["operation"]),
            profile=_text(line["profile"]),
            source=None if line.get("source") is None else _text(line["source"]),
            expected=None if line.get("expected") is None else _number(line["expected"]),
            most=None if line.get("most") is None else _number(line["most"]),
            key=None if line.get("key") is None else _text(line["key"]),
            batch=None if line.get("batch") is None else _text(line["batch"]),
        )
    elif end not in STATES:
        raise ValueError(end)
    elif name in book.entries:
        book.entries[name] = settled(book.entries[name], line)
    else:
        book.settled[name] = line


def settled(entry: Entry, line: Mapping[str, object]) -> Entry:
    """A purchase with what a later line says of it."""
    amount, task = line.get("amount"), line.get("task")
    return attrs.evolve(
        entry,
        state=cast("State", line["end"]),
        task=entry.task if task is None else _text(task),
        amount=None if amount is None else _number(amount),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(value)
    return float(value)
