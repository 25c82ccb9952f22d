"""The files of the items that come next, so that one call asks for the upload URLs of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from safelight.batch.catalogue import work_of
from safelight.batch.measuring import files_of, measured
from safelight.batch.records import Item
from safelight.batch.store import PAGE, Store
from safelight.core.transfers.prepared import Prepared
from safelight.errors import SafelightError

BEHIND = 50
"""Items before the one at hand that may be waiting too: those under way come to their upload in no certain order."""


class Lookahead:
    """Looks ahead in the batch of the item at hand; see `safelight.core.transfers.slots.SlotsAhead`.

    Workers that share a database look ahead over the same items, and some upload URLs are asked for in vain; they cost
    nothing.

    Args:
        at_hand: The item that the calling code works for.
    """

    def __init__(self, store: Store, at_hand: Callable[[], Item | None]) -> None:
        self._store = store
        self._at_hand = at_hand

    def upcoming(
        self, vendor: str, scope: str, known: Callable[[str], bool]
    ) -> Iterator[tuple[str, Prepared]]:
        """Files of the items that wait next to the one at hand, by the numbers that they are run by.

        One that cannot be used is left out: its item fails in its own turn.
        """
        current = self._at_hand()
        if current is None:
            return
        # A page of rows at the most: in a batch of which little is left, the next item may be millions of rows away.
        near = self._store.items(current.batch, after=max(0, current.number - BEHIND - 1), limit=PAGE)
        for item in near:
            if item.id == current.id or item.state != "waiting":
                continue
            others = (item.vendor, item.profile) != (vendor, current.profile)
            if others or (scope and item.operation != current.operation):
                continue
            yield from _files(item, known)


def _files(item: Item, known: Callable[[str], bool]) -> Iterator[tuple[str, Prepared]]:
    work = work_of(item.vendor, item.operation)
    for parameter, source in files_of(work, item.source, item.options):
        name = f"{item.id} {parameter}"
        if known(name):
            continue
        try:
            file = measured(work, parameter, source, item.options)
        except SafelightError:
            continue
        yield name, file
