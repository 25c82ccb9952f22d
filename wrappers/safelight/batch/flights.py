"""Tasks in flight, counted over all processes of a database: a task has a place from its create to its end."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import sqlalchemy as sa

from safelight.batch.database import is_sqlite
from safelight.batch.outages import patient
from safelight.batch.purchases import CalledOff
from safelight.batch.records import Item
from safelight.batch.tables import ITEMS
from safelight.core.api.in_flight import InFlight
from safelight.core.base.outcome import Handle
from safelight.core.flow.effects import Blocking, Exclusive, Flow, Sleep

WITHIN = 3600.0
"""Seconds to wait for one task."""
RECHECK = 0.05
"""Seconds after which the first who waits for a place asks again."""


def flying(scope: str | sa.BindParameter[str]) -> sa.Select[int]:
    """How many places of a scope are taken."""
    return sa.select(sa.func.count()).select_from(ITEMS).where(ITEMS.c.flight == scope)


# Every item runs these, and building a statement takes longer than running it: so they are built once.
_MINE = (ITEMS.c.id == sa.bindparam("of"), ITEMS.c.attempt == sa.bindparam("now"))
_OPEN = sa.or_(ITEMS.c.state == "waiting", ITEMS.c.state == "buying")
_OURS = sa.select(ITEMS.c.id).where(*_MINE, _OPEN)
_FREE = sa.update(ITEMS).where(*_MINE).values(flight=None)
_TAKE_ANY = sa.update(ITEMS).where(*_MINE, _OPEN).values(flight=sa.bindparam("scope"))
_OTHERS = flying(sa.bindparam("scope")).where(ITEMS.c.id != sa.bindparam("of")).scalar_subquery()
_TAKE = _TAKE_ANY.where(sa.bindparam("most", type_=sa.BigInteger) > _OTHERS)


class Flights(InFlight):
    """Places in flight as marks on items, so that a restart does not forget them, and a crash keeps them taken.

    Args:
        scope: Tasks of one scope are counted together.
        most: The vendor's limit; None where they are counted and not limited.
        item: The item at hand.
    """

    def __init__(
        self, engine: sa.Engine, scope: str, most: int | None, item: Callable[[], Item | None]
    ) -> None:
        super().__init__(None)
        self._engine = engine
        self._scope = scope
        self._limit = most
        self._item = item

    def enter(self) -> Flow[bool]:
        """Wait for a place, first come, first served within this process.

        Raises:
            CalledOff: The item is no longer to be bought, or not by this process.
        """
        item = self._item()
        # An item that had its place before a restart must not stand behind those that wait for one to come free.
        if item is not None and not (item.flight and (yield from Blocking(partial(self._taken, item)))):
            yield from Exclusive("place in flight", lambda: self._wait(item))
        return True

    def leave(self, handle: Handle) -> Flow[None]:
        """The item's task is finished: its place is free, while its files are still being saved."""
        item = self._item()
        if item is not None:
            yield from Blocking(partial(self._free, item))

    def _wait(self, item: Item) -> Flow[None]:
        while not (yield from Blocking(partial(self._taken, item))):
            yield from Sleep(RECHECK)

    @patient
    def _taken(self, item: Item) -> bool:
        mine: dict[str, object] = {"of": item.id, "now": item.attempt}
        given = {**mine, "scope": self._scope}
        with self._engine.begin() as connection:
            if self._limit is not None:
                if not is_sqlite(self._engine):
                    connection.execute(
                        sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:scope, 7305013))"),
                        {"scope": self._scope},
                    )
                taken = connection.execute(_TAKE, {**given, "most": self._limit}).rowcount == 1
            else:
                taken = connection.execute(_TAKE_ANY, given).rowcount == 1
            if not taken and connection.execute(_OURS, mine).first() is None:
                raise CalledOff("another process took this item over, or it was cancelled", held=False)
            return taken

    @patient
    def _free(self, item: Item) -> None:
        with self._engine.begin() as connection:
            connection.execute(_FREE, {"of": item.id, "now": item.attempt})


def polled(scope: str) -> sa.Select[int]:
    """How many tasks of a scope have to be polled.

    An item that has its place and waits for its turn has no task yet, and nobody waits for one longer than `WITHIN`.
    """
    lately = ITEMS.c.bought > time.time() - WITHIN
    return flying(scope).where(sa.or_(ITEMS.c.state == "buying", sa.and_(ITEMS.c.state == "bought", lately)))
