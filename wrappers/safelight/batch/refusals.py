"""What follows where nothing was bought: the next vendor of the route, or the item's end. Blocks on the database."""

from __future__ import annotations

import time

from safelight.batch.catalogue import Work
from safelight.batch.item_uploads import ItemUploads
from safelight.batch.moves import Moves, is_ahead, place_of
from safelight.batch.purchases import Purchases
from safelight.batch.records import Item
from safelight.batch.states import State
from safelight.batch.store import BatchRow
from safelight.errors import (
    AuthenticationError,
    ConfigurationError,
    InsufficientCredits,
    SafelightError,
    Unavailable,
)
from safelight.routes.tried import Tried, reason_of, told_of

ACCOUNT_ERRORS = (AuthenticationError, InsufficientCredits, ConfigurationError)
"""Errors that every other item of the key would meet too."""
MOVED = "moved"
"""What `Refusals.refused` gives for an item that another vendor has now."""
TAKEN = "taken"
"""The same for one that another process has, or that has ended."""
AWAY_SECONDS = 60.0
"""Seconds after an outage in which items with a route go to the next vendor at once."""


class Refusals:
    """Remembers which keys are refused and which vendors are away, and ends or moves the items that meet this."""

    def __init__(self, moves: Moves, purchases: Purchases, uploads: ItemUploads) -> None:
        self._moves = moves
        self._purchases = purchases
        self._uploads = uploads
        self._held: dict[tuple[str, str | None], SafelightError] = {}
        self._away: dict[tuple[str, str | None], tuple[float, SafelightError]] = {}

    def known(self, row: BatchRow | None, item: Item) -> SafelightError | None:
        """Why an item's vendor need not be asked: what is wrong with the account, or an outage where there is a route."""
        key = (item.vendor, item.profile)
        until, outage = self._away.get(key, (0.0, None))
        return self._held.get(key) or (outage if time.monotonic() < until and is_ahead(row, item) else None)

    def refused(self, row: BatchRow | None, item: Item, work: Work, error: SafelightError) -> str:
        """Send an item that its vendor refused to the next one, or end it; the state after it, `MOVED` or `TAKEN`."""
        key = (item.vendor, item.profile)
        if isinstance(error, ACCOUNT_ERRORS):
            self._held[key] = error
        reason = reason_of(error, work.source)
        if row is None or reason is None or place_of(row, item) is None:
            return self.end(row, item, _state(error), type(error).__name__, str(error))
        tried = Tried(item.vendor, reason, error)
        if is_ahead(row, item):
            # An outage that is known already does not last longer for an item that was not sent because of it.
            if isinstance(error, Unavailable) and self.known(row, item) is None:
                self._away[key] = (time.monotonic() + AWAY_SECONDS, error)
            self._uploads.ended(item.id)
            if self._moves.on(row, item, tried):
                return MOVED
        every = [*self._moves.before(row, item), tried]
        told = told_of(every)
        said = "; ".join((str(told.error), *(f"also tried: {one}" for one in every if one is not told)))
        return self.end(row, item, _state(told.error), type(told.error).__name__, said, tried)

    def end(
        self,
        row: BatchRow | None,
        item: Item,
        state: State,
        kind: str,
        error: str,
        tried: Tried | None = None,
    ) -> str:
        """End an item for which nothing was bought; the state after it, or `TAKEN`."""
        route = None if place_of(row, item) is None else row
        if route is not None and self._moves.end(route, item, state, kind, error, tried):
            return state
        ended = self._purchases.finish(item, state, kind=kind, error=error, unbought=True)
        return state if ended else TAKEN


def _state(error: SafelightError | None) -> State:
    return "held" if isinstance(error, ACCOUNT_ERRORS) else "failed"
