"""Keeps what a person decided about results; the next run acts on it. Nothing is bought or moved before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeAlias, cast

import attrs
import sqlalchemy as sa

from safelight.batch.aside import REJECTED, Move, make, moves_of, now, written
from safelight.batch.catalogue import Work, work_of
from safelight.batch.database import has_table
from safelight.batch.planning import Plan
from safelight.batch.records import Item, Record
from safelight.batch.remote import real_place
from safelight.batch.store import PAGE, BatchRow, Store
from safelight.batch.tables import CHECKS, DECISIONS, ITEMS, REPLACED
from safelight.batch.verdicts import CHECKED, DECIDED, read_verdict
from safelight.core.base.texts import counted
from safelight.core.base.verdict import Verdict
from safelight.errors import InvalidInput

Choice: TypeAlias = Literal["accept", "reject", "redo"]
FIRST = (-1, 0)
"""A place before all others."""
CHOICES: tuple[Choice, ...] = ("accept", "reject", "redo")


@attrs.frozen
class Decision:
    """What a person decided about a result.

    Attributes:
        choice: ``"accept"``, ``"reject"`` or ``"redo"``.
        vendor, options: What it is bought with again, for ``"redo"``.
    """

    choice: Choice
    vendor: str | None = None
    options: Mapping[str, object] | None = None


@attrs.frozen
class Reviewed:
    """An item that is done, with the verdict of its check and with the decision about it, if there are any."""

    item: Item
    verdict: Verdict | None
    decision: Decision | None

    @property
    def suspect(self) -> bool:
        return self.verdict is not None and self.verdict.suspect

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the order of the review."""
        return int(not self.suspect), self.item.number


class Decisions:
    """The decisions about a database's items. Each holds for one attempt: a new result is to be decided anew."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def decide(
        self,
        batch: str,
        name: str,
        choice: Choice | None,
        *,
        vendor: str | None = None,
        options: Mapping[str, object] | None = None,
    ) -> Decision | None:
        """Keep a decision, or with None take one back; see `Batch.decide`."""
        item = self._store.item(name)
        if item is None or item.batch != batch:
            raise InvalidInput(f"there is no item {name!r} in batch {batch}", field="item")
        if item.state != "done":
            raise InvalidInput(
                f"item {name!r} is {item.state}: only results that are done can be decided about",
                field="item",
            )
        made = None if choice is None else checked(item, choice, vendor, options)
        with self._store.engine.begin() as connection:
            connection.execute(sa.delete(DECISIONS).where(DECISIONS.c.item == name))
            if made is not None:
                kept = None if made.options is None else json.dumps(made.options)
                connection.execute(
                    sa.insert(DECISIONS).values(
                        item=name,
                        batch=batch,
                        attempt=item.attempt,
                        choice=made.choice,
                        vendor=made.vendor,
                        options=kept,
                    )
                )
        return made

    def reviewed(
        self, batch: str, *, suspect: bool = False, decided: bool = True, after: tuple[int, int] = FIRST
    ) -> Iterator[Reviewed]:
        """A batch's done items, suspect ones first; see `Batch.reviewed`."""
        rank = sa.case((CHECKS.c.suspect, 0), else_=1)
        last = after
        while True:
            query = (
                sa.select(ITEMS.c.id, ITEMS.c.number, rank.label("rank"), CHECKS.c.verdict, DECISIONS)
                .outerjoin(CHECKS, CHECKED)
                .outerjoin(DECISIONS, DECIDED)
                .where(ITEMS.c.batch == batch, ITEMS.c.state == "done", sa.not_(REPLACED))
                .where(sa.or_(rank > last[0], sa.and_(rank == last[0], ITEMS.c.number > last[1])))
                .order_by(rank, ITEMS.c.number)
                .limit(PAGE)
            )
            if suspect:
                query = query.where(CHECKS.c.suspect)
            if not decided:
                query = query.where(DECISIONS.c.item.is_(None))
            with self._store.engine.connect() as connection:
                rows = connection.execute(query).all()
            items = self._store.known([row.id for row in rows])
            for row in rows:
                last = (row.rank, row.number)
                if row.id in items:
                    verdict = None if row.verdict is None else read_verdict(row.verdict)
                    yield Reviewed(items[row.id], verdict, _decision(row))
            if len(rows) < PAGE:
                return

    def left(self, batch: str) -> Iterator[tuple[Item, Decision]]:
        """What the next run is to act on: the decisions to reject and to redo."""
        query = (
            sa.select(ITEMS.c.id, DECISIONS)
            .join(DECISIONS, DECIDED)
            .where(ITEMS.c.batch == batch, ITEMS.c.state == "done", DECISIONS.c.choice != "accept")
            .order_by(ITEMS.c.number)
        )
        if not has_table(self._store.engine, DECISIONS):
            return
        with self._store.engine.connect() as connection:
            rows = connection.execute(query).all()
        for start in range(0, len(rows), PAGE):
            page = rows[start : start + PAGE]
            items = self._store.known([row.id for row in page])
            for row in page:
                decision = _decision(row)
                if row.id in items and decision is not None:
                    yield items[row.id], decision

    def settle(
        self,
        row: BatchRow,
        check_key: Callable[[str, str | None], object] | None,
        say: Callable[[str], object],
    ) -> dict[str, int]:
        """Set rejected results aside, and prepare what is to be bought again; returns the attempts of that by id.

        Done once more after a crash, it goes on: it is written down where a file goes before it is moved.

        Args:
            check_key: Raises where the key of a vendor and profile is missing; then nothing is changed.
            say: Takes what is done, and what it costs.
        """
        left = list(self.left(row.id))
        if not left:
            return {}
        out = str(row.settings["out"])
        redo = [(item, decision) for item, decision in left if decision.choice == "redo"]
        if check_key is not None:
            for vendor, profile in {
                (decision.vendor or item.vendor, item.profile) for item, decision in redo
            }:
                check_key(vendor, profile)
        for line in lines(left, out):
            say(line)
        redone: dict[str, int] = {}
        for item, decision in left:
            try:
                moves = set_aside(self._store, item, out)
            except OSError as error:
                say(f"{item.shown}: its result cannot be moved to {REJECTED}/, and stays: {error.strerror}")
                continue
            if moves is None:  # another run was here first
                continue
            values: dict[str, object] = {"files": json.dumps([place for _, place in moves])}
            if decision.choice == "reject":
                values["state"] = "rejected"
            else:
                options = item.options if decision.options is None else decision.options
                values |= {"vendor": decision.vendor or item.vendor, "options": json.dumps(options)}
            changed = _write(self._store, item, written(moves), values)
            if changed and decision.choice == "redo":
                redone[item.id] = item.attempt
        return redone


def lines(left: Sequence[tuple[Item, Decision]], out: str) -> Iterator[str]:
    """What a run does about decisions, and what it costs, for a person."""
    rejected = sum(decision.choice == "reject" for _, decision in left)
    if rejected:
        yield f"review: {rejected} rejected, kept in {Path(out, REJECTED)}"
    prices = [price_of(item, decision) for item, decision in left if decision.choice == "redo"]
    known = [price for price in prices if price is not None]
    if prices:
        cost = (
            f"at most {counted(sum(known), 'credit')} by the documented prices"
            if known
            else "credits unknown"
        )
        if known and len(known) < len(prices):
            cost += f", unknown for {len(prices) - len(known)} of them"
        yield f"review: {len(prices)} bought again: {cost}; the old results are kept in {Path(out, REJECTED)}"


def price_of(item: Item, decision: Decision) -> float | None:
    """The most credits that buying an item again costs by the documents; None where none states a price."""
    work = work_of(decision.vendor or item.vendor, item.operation)
    return work.dearest(item.options if decision.options is None else decision.options)


def checked(item: Item, choice: Choice, vendor: str | None, options: Mapping[str, object] | None) -> Decision:
    """A decision about an item that can be made; raises `InvalidInput` or `ConfigurationError` otherwise."""
    if choice not in CHOICES:
        raise InvalidInput(
            f"choice must be {', '.join(map(repr, CHOICES))} or None, not {choice!r}", field="choice"
        )
    if choice != "redo":
        if vendor is not None or options is not None:
            raise InvalidInput(
                "vendor and options go with 'redo' only", field="vendor" if vendor else "options"
            )
        if choice == "reject":
            _check_movable(item)
        return Decision(choice)
    _check_movable(item)
    work: Work = work_of(vendor or item.vendor, item.operation)
    given = item.options if options is None else options
    plan = Plan(".", work.vendor, work.operation)
    arguments = plan.arguments(Record(item.source, options=given), work, item.number)
    return Decision(choice, work.vendor, arguments)


def accepts_only(batch: str) -> bool:
    """Whether results of a batch can be accepted only, for a sync keeps its folder complete."""
    return batch.startswith("sync-")


def _check_movable(item: Item) -> None:
    if accepts_only(item.batch):
        raise InvalidInput(
            "the results of safelight sync can be accepted only: it keeps its folder as it is, and would fetch a result "
            "again that is moved away",
            field="choice",
        )
    if replaces_source(item):
        raise InvalidInput(
            f"{item.shown} was replaced by its result: put the photograph back and run the batch again",
            field="choice",
        )


def replaces_source(item: Item) -> bool:
    """Whether an item's result took the place of its source."""
    return any(real_place(file) == real_place(item.source) for file in item.files)


def _decision(row: sa.Row[tuple[object, ...]]) -> Decision | None:
    values = cast("Mapping[str, str | None]", row._mapping)
    if values["choice"] is None:
        return None
    options = values["options"]
    return Decision(
        cast("Choice", values["choice"]), values["vendor"], None if options is None else json.loads(options)
    )


def set_aside(store: Store, item: Item, out: str) -> list[Move] | None:
    """Move an item's files to the folder of rejected ones; None where another run was here first.

    Raises:
        OSError: One cannot be moved. All stay then.
    """
    moves = moves_of(item, out)
    if not _write(store, item, item.files, {"files": json.dumps(written(moves))}):
        return None
    if error := make(moves):
        _write(store, item, written(moves), {"files": json.dumps(now(moves))})
        raise error
    return moves


def _write(store: Store, item: Item, files: Sequence[str], values: Mapping[str, object]) -> bool:
    """Change an item that is done and has these files; whether it was there to change."""
    same = ITEMS.c.files == json.dumps(list(files)) if files else ITEMS.c.files.is_(None)
    with store.engine.begin() as connection:
        changed = connection.execute(
            sa.update(ITEMS)
            .where(ITEMS.c.id == item.id, ITEMS.c.attempt == item.attempt, ITEMS.c.state == "done", same)
            .values(**values)
        )
    return bool(changed.rowcount)
