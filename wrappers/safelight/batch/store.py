"""Reads and writes batches and items. Every change of an item is one statement that says what it expects."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import cast

import attrs
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from safelight.batch.database import BATCHES, ITEMS, is_sqlite
from safelight.batch.records import Item
from safelight.batch.states import RETRIED, State
from safelight.errors import ConfigurationError

Row = Mapping[str, object]
PAGE = 500
"""Items that are read or written in one transaction."""


class CalledOff(Exception):
    """A purchase that must not happen: its item is no longer ours, or the cap would be passed."""

    def __init__(self, reason: str, *, held: bool) -> None:
        super().__init__(reason)
        self.held = held


@attrs.frozen
class Counts:
    """How a batch stands.

    Attributes:
        total: Items, as far as they are listed.
        waiting: Nothing happened yet, or all that did can be repeated for free.
        in_flight: About to be bought or bought, and not finished.
        done: Their files are saved.
        failed: Gave up; see `safelight.batch.Batch.problems`.
        doubt: May have been charged without a result; only the user can tell.
        held: Stopped before the purchase by the cap or by the account.
        cancelled: Cancelled before they were bought.
        credits: Credits committed, by the documented prices.
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
        insert = sqlite.insert(ITEMS) if is_sqlite(self.engine) else postgresql.insert(ITEMS)
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
                connection.execute(insert, numbered)
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

    def item(self, item: str) -> Item | None:
        with self.engine.connect() as connection:
            row = connection.execute(sa.select(ITEMS).where(ITEMS.c.id == item)).mappings().first()
        return None if row is None else _item(row)

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
            spent = (
                connection.execute(sa.select(BATCHES.c.spent).where(BATCHES.c.id == batch)).scalar() or 0.0
            )
        found = by_state.get
        return Counts(
            total=sum(by_state.values()),
            waiting=found("waiting", 0),
            in_flight=found("buying", 0) + found("bought", 0),
            done=found("done", 0),
            failed=found("failed", 0),
            doubt=found("doubt", 0),
            held=found("held", 0),
            cancelled=found("cancelled", 0),
            credits=spent,
        )

    def kinds(self, batch: str) -> list[tuple[str, str, str | None]]:
        """The (vendor, operation, profile) that a batch's items have."""
        query = (
            sa.select(ITEMS.c.vendor, ITEMS.c.operation, ITEMS.c.profile)
            .where(ITEMS.c.batch == batch)
            .distinct()
        )
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

    # Money

    def intend(self, item: Item, attempt: str, operation: str, key: str | None, price: float) -> None:
        """Write down that a purchase is about to be made.

        Raises:
            CalledOff: Another attempt was here before, or the price would pass the batch's cap.
        """
        free = sa.or_(ITEMS.c.intent.is_(None), ITEMS.c.intent == attempt)
        if key is not None:  # the vendor makes the same key the same purchase
            free = sa.or_(free, ITEMS.c.request_key == key)
        with self.engine.begin() as connection:
            row = connection.execute(
                sa.update(ITEMS)
                .where(ITEMS.c.id == item.id, ITEMS.c.attempt == item.attempt)
                .where(ITEMS.c.state.in_(("waiting", "buying")), free)
                .values(intent=attempt, intent_operation=operation, request_key=key, state="buying")
                .returning(ITEMS.c.credits)
            ).first()
            if row is None:
                raise CalledOff("another process took this item over, or it was cancelled", held=False)
            if (
                row[0] is not None
            ):  # its credits are committed: by the same key, or an earlier call of this attempt
                return
            within = sa.or_(BATCHES.c.cap.is_(None), BATCHES.c.spent + price <= BATCHES.c.cap)
            committed = connection.execute(
                sa.update(BATCHES)
                .where(BATCHES.c.id == item.batch, within)
                .values(spent=BATCHES.c.spent + price)
            )
            if committed.rowcount == 0:
                raise CalledOff("the cap of credits is reached", held=True)
            connection.execute(sa.update(ITEMS).where(ITEMS.c.id == item.id).values(credits=price))

    def bought(self, item: Item, token: str) -> bool:
        """Write down a purchase; False where the item was not about to be bought."""
        return self._change(item, ("waiting", "buying"), state="bought", token=token, bought=time.time())

    def refused(self, item: Item, attempt: str) -> None:
        """The purchase was certainly not made: take the intent back."""
        with self.engine.begin() as connection:
            row = connection.execute(
                sa.update(ITEMS)
                .where(ITEMS.c.id == item.id, ITEMS.c.intent == attempt, ITEMS.c.state == "buying")
                .values(intent=None, intent_operation=None, request_key=None, state="waiting")
                .returning(ITEMS.c.credits)
            ).first()
            if row is not None and row[0] is not None:
                connection.execute(sa.update(ITEMS).where(ITEMS.c.id == item.id).values(credits=None))
                connection.execute(
                    sa.update(BATCHES)
                    .where(BATCHES.c.id == item.batch)
                    .values(spent=BATCHES.c.spent - row[0])
                )

    def finish(
        self,
        item: Item,
        state: State,
        *,
        kind: str | None = None,
        error: str | None = None,
        files: Sequence[str] = (),
    ) -> None:
        """Write down how an item ended."""
        self._change(
            item,
            ("waiting", "buying", "bought"),
            state=state,
            finished=time.time(),
            error_kind=kind,
            error=error,
            files=json.dumps(list(files)) if files else None,
        )

    def _change(self, item: Item, states: Sequence[str], **values: object) -> bool:
        with self.engine.begin() as connection:
            done = connection.execute(
                sa.update(ITEMS)
                .where(ITEMS.c.id == item.id, ITEMS.c.attempt == item.attempt, ITEMS.c.state.in_(states))
                .values(**values)
            )
        return done.rowcount == 1

    # What users order

    def again(
        self,
        batch: str,
        states: Sequence[str],
        enqueue: Callable[[sa.Connection, Sequence[Item]], None],
        *,
        only: Sequence[str] = (),
        buy_again: bool = False,
    ) -> int:
        """Let items of some states start anew; returns how many.

        A token is kept, so what was bought is fetched and not bought again, except where the vendor gave it up.

        Args:
            enqueue: Makes their workflows, in the same transaction.
            only: Ids, where not all are meant.
            buy_again: Forget the intent, which is the user's own word; an idempotency key is kept.
        """
        count = 0
        page: list[Item] = []
        for item in self.items(batch, states):
            if only and item.id not in only:
                continue
            page.append(item)
            if len(page) == PAGE:
                count += self._restart(page, enqueue, buy_again=buy_again)
                page = []
        return count + self._restart(page, enqueue, buy_again=buy_again)

    def _restart(
        self,
        items: Sequence[Item],
        enqueue: Callable[[sa.Connection, Sequence[Item]], None],
        *,
        buy_again: bool,
    ) -> int:
        if not items:
            return 0
        fresh: list[Item] = []
        with self.engine.begin() as connection:
            for item in items:
                gone = item.error_kind in {"TaskFailed", "TaskExpired"}
                token = None if gone or buy_again else item.token
                bought_anew = token is None and (gone or buy_again)
                values: dict[str, object] = {
                    "state": "bought" if token else "waiting",
                    "attempt": item.attempt + 1,
                    "token": token,
                    "error_kind": None,
                    "error": None,
                    "finished": None,
                }
                if bought_anew or (item.state in RETRIED and token is None):
                    values |= {"intent": None, "intent_operation": None}
                    if not (buy_again and item.request_key):
                        values |= {"credits": None, "request_key": None}
                connection.execute(
                    sa.update(ITEMS)
                    .where(
                        ITEMS.c.id == item.id, ITEMS.c.attempt == item.attempt, ITEMS.c.state == item.state
                    )
                    .values(**values)
                )
                fresh.append(attrs.evolve(item, attempt=item.attempt + 1))
            enqueue(connection, fresh)
        return len(fresh)

    def cancel(self, batch: str) -> Iterator[list[Item]]:
        """Cancel what is not bought yet, a page at a time; yields the items whose workflows are to be cancelled."""
        while True:
            page = list(self.items(batch, ("waiting",), limit=PAGE))
            if not page:
                return
            with self.engine.begin() as connection:
                connection.execute(
                    sa.update(ITEMS)
                    .where(ITEMS.c.id.in_([item.id for item in page]), ITEMS.c.state == "waiting")
                    .values(state="cancelled", finished=time.time())
                )
            yield page

    def unlist(self, batch: str) -> None:
        """Remove what was listed and not enqueued; a batch that is empty then is gone."""
        with self.engine.begin() as connection:
            enqueued = sa.select(BATCHES.c.enqueued).where(BATCHES.c.id == batch).scalar_subquery()
            connection.execute(sa.delete(ITEMS).where(ITEMS.c.batch == batch, ITEMS.c.number > enqueued))
            connection.execute(
                sa.update(BATCHES).where(BATCHES.c.id == batch).values(total=BATCHES.c.enqueued)
            )
            connection.execute(sa.delete(BATCHES).where(BATCHES.c.id == batch, BATCHES.c.total == 0))

    def forget(self, batch: str) -> None:
        """Remove a batch and its items."""
        with self.engine.begin() as connection:
            connection.execute(sa.delete(ITEMS).where(ITEMS.c.batch == batch))
            connection.execute(sa.delete(BATCHES).where(BATCHES.c.id == batch))


def _batch(row: sa.RowMapping) -> BatchRow:
    values = cast("Row", row)
    settings = cast("Row", json.loads(cast("str", values["settings"])))
    return cast("Callable[..., BatchRow]", BatchRow)(**{**values, "settings": settings})


def _item(row: sa.RowMapping) -> Item:
    values = cast("Row", row)
    files = tuple(cast("list[str]", json.loads(cast("str", values["files"] or "[]"))))
    options = cast("Row", json.loads(cast("str", values["options"])))
    return cast("Callable[..., Item]", Item)(**{**values, "options": options, "files": files})
