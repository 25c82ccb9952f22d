"""Reads batches and items, and lists new ones."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

import attrs
import sqlalchemy as sa

from safelight.batch.outages import patient
from safelight.batch.records import Item
from safelight.batch.states import FINAL
from safelight.batch.tables import BATCHES, CHECKS, DECISIONS, ITEMS, REPLACED
from safelight.errors import ConfigurationError

Row = Mapping[str, object]
T = TypeVar("T")
PAGE = 500
"""Items that are read or written in one transaction."""


_ONE = sa.select(ITEMS).where(ITEMS.c.id == sa.bindparam("of"))

_SPENT = sa.select(BATCHES.c.spent, BATCHES.c.settings).where(BATCHES.c.id == sa.bindparam("of"))
_SUSPECT = (
    sa.select(sa.func.count())
    .select_from(CHECKS)
    .join(ITEMS, sa.and_(ITEMS.c.id == CHECKS.c.item, ITEMS.c.attempt == CHECKS.c.attempt))
    .outerjoin(DECISIONS, sa.and_(ITEMS.c.id == DECISIONS.c.item, ITEMS.c.attempt == DECISIONS.c.attempt))
    .where(CHECKS.c.batch == sa.bindparam("of"), CHECKS.c.suspect, ITEMS.c.state == "done")
    .where(DECISIONS.c.item.is_(None), sa.not_(REPLACED))
)
_DECIDED = (
    sa.select(DECISIONS.c.choice, sa.func.count())
    .join(ITEMS, sa.and_(ITEMS.c.id == DECISIONS.c.item, ITEMS.c.attempt == DECISIONS.c.attempt))
    .where(DECISIONS.c.batch == sa.bindparam("of"), ITEMS.c.state == "done")
    .group_by(DECISIONS.c.choice)
)


def pages(things: Iterable[T]) -> Iterator[list[T]]:
    """A stream as lists of `PAGE` things."""
    page: list[T] = []
    for thing in things:
        page.append(thing)
        if len(page) == PAGE:
            yield page
            page = []
    if page:
        yield page


@attrs.frozen
class Counts:
    """How many items of a batch are in each state.

    Attributes:
        total: All items listed so far.
        waiting: Not started, or everything done so far can be repeated for free.
        in_flight: About to be bought, or bought and not finished.
        done: Results are saved.
        failed: Failed; ``batch.items("failed")`` says why.
        doubt: May have been charged without a result; check the vendor's records.
        held: Stopped before the purchase, by the cap or by the account.
        cancelled: Cancelled before they were bought.
        credits: Credits committed: the most that documents or quotes allow.
        suspect: Done, a check of the result found something, and nobody has decided about it.
        review: Those of them that are held for review.
        rejected: A person rejected the result; it is kept apart from the others.
        accepted: Done, and a person accepted the result.
        to_reject: Done, and the next run sets the result aside, as a person decided.
        to_redo: Done, and the next run buys the result again, as a person decided.
    """

    total: int = 0
    waiting: int = 0
    in_flight: int = 0
    done: int = 0
    failed: int = 0
    doubt: int = 0
    held: int = 0
    cancelled: int = 0
    credits: float = 0.0
    suspect: int = 0
    review: int = 0
    rejected: int = 0
    accepted: int = 0
    to_reject: int = 0
    to_redo: int = 0

    @property
    def finished(self) -> bool:
        return self.waiting + self.in_flight == 0


@attrs.frozen
class BatchRow:
    """A batch as the database holds it."""

    id: str
    created: float
    settings: Mapping[str, object]
    first: int
    listed: bool
    total: int
    enqueued: int
    cap: float | None
    spent: float


class Store:
    """The tables of batches."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine

    # Batches

    @patient
    def batch(self, batch: str) -> BatchRow | None:
        with self.engine.connect() as connection:
            row = connection.execute(sa.select(BATCHES).where(BATCHES.c.id == batch)).mappings().first()
        return None if row is None else _batch(row)

    def batches(self) -> list[BatchRow]:
        """All batches, newest first."""
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(BATCHES).order_by(BATCHES.c.created.desc())).mappings().all()
        return [_batch(row) for row in rows]

    def chosen(self, batch: str | None) -> BatchRow:
        """The batch of a name, or the newest.

        Raises:
            ConfigurationError: There is none.
        """
        if batch is not None:
            found = self.batch(batch)
            if found is None:
                known = ", ".join(row.id for row in self.batches()[:10])
                raise ConfigurationError(f"there is no batch {batch!r}; there are: {known or 'none'}")
            return found
        rows = self.batches()
        if not rows:
            raise ConfigurationError("this database holds no batch: safelight batch run makes one")
        return rows[0]

    def open_batch(self, batch: str, settings: Mapping[str, object], cap: float | None) -> BatchRow:
        """Make a batch, or find the one of that name; a new cap replaces the old one."""
        with self.engine.begin() as connection:
            known = connection.execute(
                sa.update(BATCHES).where(BATCHES.c.id == batch).values(cap=cap, settings=json.dumps(settings))
            )
            if known.rowcount == 0:
                first = (
                    connection.execute(sa.select(sa.func.max(BATCHES.c.first + BATCHES.c.total))).scalar()
                    or 0
                )
                connection.execute(
                    sa.insert(BATCHES).values(
                        id=batch,
                        created=time.time(),
                        settings=json.dumps(settings),
                        first=first,
                        listed=False,
                        total=0,
                        enqueued=0,
                        cap=cap,
                        spent=0.0,
                    )
                )
        return self.chosen(batch)

    def set_listed(self, batch: str, *, listed: bool) -> None:
        with self.engine.begin() as connection:
            connection.execute(sa.update(BATCHES).where(BATCHES.c.id == batch).values(listed=listed))

    def set_enqueued(self, connection: sa.Connection, batch: str, number: int) -> None:
        """Note in a caller's transaction that all items up to a number have their workflow."""
        connection.execute(sa.update(BATCHES).where(BATCHES.c.id == batch).values(enqueued=number))

    # Items

    def add(self, batch: str, rows: Sequence[Row]) -> list[str]:
        """Insert items in one transaction, numbered on from the last; gives the ids of those that are new.

        Rows lack `number`. One whose id is known is left alone. Raises `sqlalchemy.exc.IntegrityError` where two
        different items have one target.
        """
        if not rows:
            return []
        with self.engine.begin() as connection:
            connection.execute(sa.update(BATCHES).where(BATCHES.c.id == batch).values(total=BATCHES.c.total))
            total = cast(
                "int",
                connection.execute(sa.select(BATCHES.c.total).where(BATCHES.c.id == batch)).scalar_one(),
            )
            known = set(
                connection.execute(
                    sa.select(ITEMS.c.id).where(ITEMS.c.id.in_([row["id"] for row in rows]))
                ).scalars()
            )
            fresh = {cast("str", row["id"]): row for row in rows if row["id"] not in known}
            numbered = [{**row, "number": total + place} for place, row in enumerate(fresh.values(), 1)]
            if numbered:
                connection.execute(sa.insert(ITEMS), numbered)
                connection.execute(
                    sa.update(BATCHES).where(BATCHES.c.id == batch).values(total=total + len(numbered))
                )
        return list(fresh)

    def by_target(self, batch: str, targets: Iterable[str]) -> dict[str, str]:
        """Sources of a batch's items by their target."""
        query = sa.select(ITEMS.c.target, ITEMS.c.source).where(
            ITEMS.c.batch == batch, ITEMS.c.target.in_(list(targets))
        )
        with self.engine.connect() as connection:
            return dict(cast("Sequence[tuple[str, str]]", connection.execute(query).all()))

    def at_targets(self, batches: Sequence[str], targets: Iterable[str]) -> Iterator[Item]:
        """The items of some batches that have one of a page of targets."""
        query = sa.select(ITEMS).where(ITEMS.c.batch.in_(batches), ITEMS.c.target.in_(list(targets)))
        with self.engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return map(_item, rows)

    @patient
    def item(self, item: str) -> Item | None:
        with self.engine.connect() as connection:
            row = connection.execute(_ONE, {"of": item}).mappings().first()
        return None if row is None else _item(row)

    def known(self, items: Sequence[str]) -> dict[str, Item]:
        """A page of items by their id; those that are not known are left out."""
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(ITEMS).where(ITEMS.c.id.in_(items))).mappings().all()
        return {item.id: item for item in map(_item, rows)}

    def items(
        self, batch: str, states: Sequence[str] = (), *, after: int = 0, limit: int | None = None
    ) -> Iterator[Item]:
        """A batch's items by number, in constant memory."""
        left = limit
        while left is None or left > 0:
            query = sa.select(ITEMS).where(ITEMS.c.batch == batch, ITEMS.c.number > after)
            if states:
                query = query.where(ITEMS.c.state.in_(states))
            page = PAGE if left is None else min(PAGE, left)
            with self.engine.connect() as connection:
                rows = connection.execute(query.order_by(ITEMS.c.number).limit(page)).mappings().all()
            for row in rows:
                item = _item(row)
                after = item.number
                yield item
            if len(rows) < page:
                return
            left = None if left is None else left - len(rows)

    def counts(self, batch: str) -> Counts:
        """How a batch stands, by one query over an index."""
        query = (
            sa.select(ITEMS.c.state, sa.func.count()).where(ITEMS.c.batch == batch).group_by(ITEMS.c.state)
        )
        with self.engine.connect() as connection:
            by_state = {str(state): int(count) for state, count in connection.execute(query).all()}
            row = connection.execute(_SPENT, {"of": batch}).first()
            suspect = int(connection.execute(_SUSPECT, {"of": batch}).scalar_one())
            decided = {
                str(choice): int(count) for choice, count in connection.execute(_DECIDED, {"of": batch})
            }
        spent, settings = (0.0, "{}") if row is None else (float(row.spent), str(row.settings))
        return Counts(
            total=sum(by_state.values()),
            in_flight=by_state.get("buying", 0) + by_state.get("bought", 0),
            credits=spent,
            suspect=suspect,
            review=suspect if json.loads(settings).get("on_suspect") == "hold" else 0,
            accepted=decided.get("accept", 0),
            to_reject=decided.get("reject", 0),
            to_redo=decided.get("redo", 0),
            **{state: by_state.get(state, 0) for state in ("waiting", *FINAL)},
        )

    def kinds(self, batch: str, states: Sequence[str] = ()) -> list[tuple[str, str, str | None]]:
        """The (vendor, operation, profile) that a batch's items have, all or those of some states."""
        query = (
            sa.select(ITEMS.c.vendor, ITEMS.c.operation, ITEMS.c.profile)
            .where(ITEMS.c.batch == batch)
            .distinct()
        )
        if states:
            query = query.where(ITEMS.c.state.in_(states))
        with self.engine.connect() as connection:
            return [
                (vendor, operation, profile) for vendor, operation, profile in connection.execute(query).all()
            ]

    def errors(self, batch: str) -> list[tuple[str, str, int]]:
        """How often each kind of error ended an item, by state."""
        query = (
            sa.select(ITEMS.c.state, ITEMS.c.error_kind, sa.func.count())
            .where(ITEMS.c.batch == batch, ITEMS.c.error_kind.is_not(None))
            .group_by(ITEMS.c.state, ITEMS.c.error_kind)
            .order_by(sa.func.count().desc())
        )
        with self.engine.connect() as connection:
            return [
                (str(state), str(kind), int(count)) for state, kind, count in connection.execute(query).all()
            ]


def _batch(row: sa.RowMapping) -> BatchRow:
    values = cast("Row", row)
    settings = cast("Row", json.loads(cast("str", values["settings"])))
    return cast("Callable[..., BatchRow]", BatchRow)(**{**values, "settings": settings})


def _item(row: sa.RowMapping) -> Item:
    values = cast("Row", row)
    files = tuple(cast("list[str]", json.loads(cast("str", values["files"] or "[]"))))
    options = cast("Row", json.loads(cast("str", values["options"])))
    return cast("Callable[..., Item]", Item)(**{**values, "options": options, "files": files})
