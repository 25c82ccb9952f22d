"""What users order of items that exist: start again, buy again, cancel, forget."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import attrs
import sqlalchemy as sa

from safelight.batch.records import Item
from safelight.batch.states import RETRIED, UNBOUGHT
from safelight.batch.store import PAGE, Store, pages
from safelight.batch.tables import BATCHES, CHECKS, CONTENTS, DECISIONS, ITEMS, OTHERS, TRIED

Enqueue: TypeAlias = Callable[[sa.Connection, Sequence[Item]], None]


def paid_again(item: Item) -> bool:
    """Whether starting an item again buys what was bought before: the vendor gave its task up, or its result is lost."""
    if item.token is None:
        return item.credits is not None and item.request_key is None
    return item.credits is not None and _given_up(item)


def _given_up(item: Item) -> bool:
    return item.error_kind in {"TaskFailed", "TaskExpired"}


class Orders:
    """Changes the items of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def again(
        self,
        batch: str,
        states: Sequence[str],
        enqueue: Enqueue,
        *,
        only: Callable[[Item], bool] | None = None,
        buy_again: bool = False,
        anew: bool = False,
    ) -> int:
        """Let items of some states start anew; returns how many.

        A token is kept, so what was bought is fetched and not bought again, except where the vendor gave it up.

        Args:
            enqueue: Makes their workflows, in the same transaction.
            only: Says which, where not all are meant.
            buy_again: Forget the intent, which is the user's own word; an idempotency key without an answer is kept.
            anew: The same, and the key is forgotten too, for something else is bought.
        """
        chosen = (item for item in self._store.items(batch, states) if only is None or only(item))
        return sum(self._restart(page, enqueue, buy_again=buy_again, anew=anew) for page in pages(chosen))

    def _restart(
        self,
        items: Sequence[Item],
        enqueue: Enqueue,
        *,
        buy_again: bool,
        anew: bool,
    ) -> int:
        fresh: list[Item] = []
        with self._store.engine.begin() as connection:
            for item in items:
                gone = _given_up(item)
                token = None if gone or buy_again or anew else item.token
                bought_anew = token is None and (gone or buy_again or anew)
                values: dict[str, object] = {
                    "state": "bought" if token else "waiting",
                    "attempt": item.attempt + 1,
                    "token": token,
                    "error_kind": None,
                    "error": None,
                    "finished": None,
                }
                if token is None:
                    values["flight"] = None
                if bought_anew or (item.state in RETRIED and token is None):
                    values |= {"intent": None, "intent_operation": None}
                    # The vendor may have a purchase under a key that was never answered: another key would pay again.
                    if anew or item.token is not None or item.request_key is None:
                        values |= {"credits": None, "request_key": None}
                changed = connection.execute(
                    sa.update(ITEMS)
                    .where(
                        ITEMS.c.id == item.id, ITEMS.c.attempt == item.attempt, ITEMS.c.state == item.state
                    )
                    .values(**values)
                )
                if changed.rowcount:  # else another process was here first
                    fresh.append(attrs.evolve(item, attempt=item.attempt + 1))
            enqueue(connection, fresh)
        return len(fresh)

    def cancel(self, batch: str) -> Iterator[list[Item]]:
        """Cancel what is not bought yet, a page at a time; yields the items whose workflows are to be cancelled."""

        def waiting(after: int) -> list[Item]:
            return list(self._store.items(batch, UNBOUGHT, after=after, limit=PAGE))

        page = waiting(0)
        while page:
            with self._store.engine.begin() as connection:
                connection.execute(
                    sa.update(ITEMS)
                    .where(ITEMS.c.id.in_([item.id for item in page]), ITEMS.c.state.in_(UNBOUGHT))
                    .values(state="cancelled", finished=time.time(), flight=None)
                )
            yield page
            # At the end once more from the start, for what could not be bought waits again.
            page = waiting(page[-1].number) or waiting(0)

    def unlist(self, batch: str) -> None:
        """Remove what was listed and not enqueued; a batch that is empty then is gone."""
        with self._store.engine.begin() as connection:
            enqueued = sa.select(BATCHES.c.enqueued).where(BATCHES.c.id == batch).scalar_subquery()
            connection.execute(sa.delete(ITEMS).where(ITEMS.c.batch == batch, ITEMS.c.number > enqueued))
            connection.execute(
                sa.update(BATCHES).where(BATCHES.c.id == batch).values(total=BATCHES.c.enqueued)
            )
            connection.execute(sa.delete(BATCHES).where(BATCHES.c.id == batch, BATCHES.c.total == 0))

    def forget(self, batch: str) -> None:
        """Remove a batch and its items."""
        with self._store.engine.begin() as connection:
            items = sa.select(ITEMS.c.id).where(ITEMS.c.batch == batch)
            connection.execute(sa.delete(CONTENTS).where(CONTENTS.c.item.in_(items)))
            connection.execute(sa.delete(OTHERS).where(OTHERS.c.item.in_(items)))
            for table in (CHECKS, DECISIONS, TRIED, ITEMS):
                connection.execute(sa.delete(table).where(table.c.batch == batch))
            connection.execute(sa.delete(BATCHES).where(BATCHES.c.id == batch))
