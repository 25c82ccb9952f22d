"""Tasks in flight, counted over all processes of a database: a task has a place from its create to its end."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import sqlalchemy as sa

from safelight.batch.database import ITEMS, is_sqlite
from safelight.batch.outages import patient
from safelight.batch.purchases import CalledOff
from safelight.batch.records import Item
from safelight.core.api.in_flight import InFlight
from safelight.core.base.outcome import Handle
from safelight.core.flow.effects import Blocking, Exclusive, Flow, Sleep

WITHIN = 3600.0
"""Seconds to wait for one task."""
RECHECK = 0.05
"""Seconds after which the first who waits for a place asks again."""


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
        ours = (
            ITEMS.c.id == item.id,
            ITEMS.c.attempt == item.attempt,
            ITEMS.c.state.in_(("waiting", "buying")),
        )
        mine = sa.update(ITEMS).where(*ours)
        with self._engine.begin() as connection:
            if self._limit is not None:
                if not is_sqlite(self._engine):
                    connection.execute(
                        sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:scope, 7305013))"),
                        {"scope": self._scope},
                    )
                others = flying(self._scope).where(ITEMS.c.id != item.id).scalar_subquery()
                mine = mine.where(others < self._limit)
            taken = connection.execute(mine.values(flight=self._scope)).rowcount == 1
            if not taken and connection.execute(sa.select(ITEMS.c.id).where(*ours)).first() is None:
                raise CalledOff("another process took this item over, or it was cancelled", held=False)
            return taken

    @patient
    def _free(self, item: Item) -> None:
        with self._engine.begin() as connection:
            connection.execute(
                sa.update(ITEMS)
                .where(ITEMS.c.id == item.id, ITEMS.c.attempt == item.attempt)
                .values(flight=None)
            )


def flying(scope: str) -> sa.Select[int]:
    """How many places of a scope are taken."""
    return sa.select(sa.func.count()).select_from(ITEMS).where(ITEMS.c.flight == scope)


def polled(scope: str) -> sa.Select[int]:
    """How many tasks of a scope have to be polled.

    An item that has its place and waits for its turn has no task yet, and nobody waits for one longer than `WITHIN`.
    """
    lately = ITEMS.c.bought > time.time() - WITHIN
    return flying(scope).where(sa.or_(ITEMS.c.state == "buying", sa.and_(ITEMS.c.state == "bought", lately)))
