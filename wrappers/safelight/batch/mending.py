"""Lets items start again whose workflows the machinery itself broke off, such as on a full disk."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from safelight.batch.engine import Enqueuer, workflow_id
from safelight.batch.orders import Orders
from safelight.batch.records import Item
from safelight.batch.states import UNFINISHED
from safelight.batch.store import BatchRow, Store


def mend(store: Store, enqueuer: Enqueuer, row: BatchRow) -> int:
    """Start again what is broken in a batch; how many. What may have been bought meanwhile comes to be in doubt."""
    broken = frozenset(enqueuer.broken(row.id))
    if not broken:
        return 0

    def enqueue(connection: sa.Connection, items: Sequence[Item]) -> None:
        enqueuer.enqueue(connection, items, row.first)

    return Orders(store).again(
        row.id, UNFINISHED, enqueue, only=lambda item: workflow_id(item.id, item.attempt) in broken
    )
