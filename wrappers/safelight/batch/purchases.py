"""What happens to an item and its money. Every change is one statement that says what it expects to find."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from functools import cache

import sqlalchemy as sa

from safelight.batch.contents import Content, keep
from safelight.batch.outages import patient
from safelight.batch.records import Item
from safelight.batch.states import State
from safelight.batch.tables import BATCHES, ITEMS, OTHERS

Row = Mapping[str, object]


# Every item runs these, and building a statement takes longer than running it: so they are built once.
_OURS = (ITEMS.c.id == sa.bindparam("of"), ITEMS.c.attempt == sa.bindparam("now"))
_INTEND = (
    sa.update(ITEMS)
    .where(*_OURS, sa.or_(ITEMS.c.state == "waiting", ITEMS.c.state == "buying"))
    .where(
        sa.or_(
            ITEMS.c.intent.is_(None),
            ITEMS.c.intent == sa.bindparam("by"),
            ITEMS.c.request_key == sa.bindparam("key"),  # the vendor makes the same key the same purchase
        )
    )
    .values(
        intent=sa.bindparam("by"),
        intent_operation=sa.bindparam("for"),
        request_key=sa.bindparam("key"),
        state="buying",
    )
    .returning(ITEMS.c.credits)
)
_COMMIT = (
    sa.update(BATCHES)
    .where(BATCHES.c.id == sa.bindparam("of"))
    .where(sa.or_(BATCHES.c.cap.is_(None), BATCHES.c.spent + sa.bindparam("price") <= BATCHES.c.cap))
    .values(spent=BATCHES.c.spent + sa.bindparam("price"))
)
_PRICE = sa.update(ITEMS).where(ITEMS.c.id == sa.bindparam("of")).values(credits=sa.bindparam("price"))


@cache
def _changing(states: tuple[str, ...], names: tuple[str, ...]) -> sa.Update:
    """Change columns of an item that is in one of some states."""
    state = sa.or_(*(ITEMS.c.state == state for state in states))
    return sa.update(ITEMS).where(*_OURS, state).values({name: sa.bindparam(f"new_{name}") for name in names})


class CalledOff(Exception):
    """A purchase that must not happen: its item is no longer ours, or the cap would be passed."""

    def __init__(self, reason: str, *, held: bool) -> None:
        super().__init__(reason)
        self.held = held


class Purchases:
    """The purchases of a database's items."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine

    @patient
    def affords(self, batch: str, price: float) -> bool:
        """Whether a batch's cap has room for a price; the purchase itself asks again."""
        query = sa.select(BATCHES.c.cap, BATCHES.c.spent).where(BATCHES.c.id == batch)
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        return row is None or row.cap is None or float(row.spent) + price <= float(row.cap)

    @patient
    def intend(
        self,
        item: Item,
        attempt: str,
        operation: str,
        key: str | None,
        price: float,
        content: Content | None = None,
        others: Content | None = None,
    ) -> None:
        """Write down that a purchase is about to be made.

        Args:
            content: The file that is sent for it.
            others: All other files that are sent for it.

        Raises:
            CalledOff: Another attempt was here before, or the price would pass the batch's cap.
        """
        given = {"of": item.id, "now": item.attempt, "by": attempt, "for": operation, "key": key}
        with self.engine.begin() as connection:
            row = connection.execute(_INTEND, given).first()
            if row is None:
                raise CalledOff("another process took this item over, or it was cancelled", held=False)
            if (
                row.credits is not None
            ):  # its credits are committed: by the same key, or an earlier call of this attempt
                return
            if content is not None:
                keep(connection, item.id, content)
            if others is not None:
                keep(connection, item.id, others, OTHERS)
            committed = connection.execute(_COMMIT, {"of": item.batch, "price": price})
            if not committed.rowcount:
                raise CalledOff("the cap of credits is reached", held=True)
            connection.execute(_PRICE, {"of": item.id, "price": price})

    def bought(self, item: Item, attempt: str, token: str) -> bool:
        """Write down a purchase; whether the item is still to be fetched by this attempt.

        One that was answered after another process had put the item in doubt is failed with its token, so that a
        retry fetches what was paid for.
        """
        values: Row = {"token": token, "bought": time.time()}
        if self._change(item, ("waiting", "buying"), {"state": "bought", **values}):
            return True
        late = "bought by a worker that was taken for dead; safelight batch retry --failed fetches it"
        found: Row = {"state": "failed", "error_kind": "Late", "error": late, **values}
        self._change(item, ("doubt",), found, ITEMS.c.intent == attempt)
        return False

    @patient
    def refused(self, item: Item, attempt: str) -> None:
        """The purchase was certainly not made by this attempt: take its intent back.

        An idempotency key of an earlier attempt stays: that one may have reached the vendor.
        """
        earlier = item.request_key is not None
        values: Row = {"intent": None, "intent_operation": None, "state": "waiting", "flight": None}
        with self.engine.begin() as connection:
            row = connection.execute(
                sa.update(ITEMS)
                .where(ITEMS.c.id == item.id, ITEMS.c.intent == attempt, ITEMS.c.state == "buying")
                .values(**values if earlier else {**values, "request_key": None})
                .returning(ITEMS.c.credits)
            ).first()
            if row is not None and row.credits is not None and not earlier:
                connection.execute(sa.update(ITEMS).where(ITEMS.c.id == item.id).values(credits=None))
                connection.execute(
                    sa.update(BATCHES)
                    .where(BATCHES.c.id == item.batch)
                    .values(spent=BATCHES.c.spent - row.credits)
                )

    def finish(
        self,
        item: Item,
        state: State,
        *,
        kind: str | None = None,
        error: str | None = None,
        files: Sequence[str] = (),
        unbought: bool = False,
    ) -> bool:
        """Write down how an item ended; one that is not done keeps the files of an earlier result.

        Args:
            unbought: This process bought nothing, so that an item that another one is buying meanwhile stays as it is.

        Returns:
            Whether it had not ended, and was not another's.
        """
        values: dict[str, object] = {
            "state": state,
            "finished": time.time(),
            "flight": None,
            "error_kind": kind,
            "error": error,
        }
        if state == "done":
            values["files"] = json.dumps(list(files)) if files else None
        ours = (sa.or_(ITEMS.c.intent.is_(None), ITEMS.c.intent == item.intent),) if unbought else ()
        return self._change(item, ("waiting", "buying", "bought"), values, *ours)

    def unsaved(self, item: Item, error: str) -> None:
        """Write down why the result of a purchase is not saved yet."""
        self._change(item, ("buying", "bought"), {"error_kind": "CannotSave", "error": error})

    @patient
    def _change(
        self, item: Item, states: Sequence[str], values: Row, *expected: sa.ColumnElement[bool]
    ) -> bool:
        given = {
            "of": item.id,
            "now": item.attempt,
            **{f"new_{name}": value for name, value in values.items()},
        }
        with self.engine.begin() as connection:
            changed = connection.execute(_changing(tuple(states), tuple(values)).where(*expected), given)
        return bool(changed.rowcount)
