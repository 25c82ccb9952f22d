"""The purchases of batches, read from their databases; nothing is written there."""

from __future__ import annotations

from itertools import chain

from safelight.batch.catalogue import work_of
from safelight.batch.cli import SANDBOX_URL
from safelight.batch.database import database_url, opened_if_there
from safelight.batch.moves import Moves
from safelight.batch.reaching import place_of_database
from safelight.batch.records import Item
from safelight.batch.store import BatchRow, Store
from safelight.core.base.outcome import Handle
from safelight.core.base.texts import counted
from safelight.core.http.messages import is_loopback, without_query
from safelight.costs.caps import profile_name
from safelight.costs.entries import CENT, Entry, State
from safelight.errors import ConfigurationError


def batch_entries(url: str | None, *, sandbox: bool, named: bool) -> tuple[list[Entry], list[str]]:
    """The purchases of all batches of a database, of vendors or of a sandbox on this machine; and lines on their caps.

    Args:
        url: The database; by default as for a batch.
        named: Whether the user named it, so that it has to be there.

    Raises:
        ConfigurationError: It cannot be read, is not there though it was named, or is of another version.
    """
    place = database_url(url)
    with opened_if_there(place) as engine:
        if engine is None:
            if named:
                raise ConfigurationError(
                    f"there is no database of batches at {place_of_database(place)}", field="database_url"
                )
            return [], []
        store = Store(engine)
        entries: list[Entry] = []
        caps: list[str] = []
        for row in store.batches():
            found, is_local = _entries(store, row)
            if sandbox == (is_local or url == SANDBOX_URL):
                entries += found
                if row.cap is not None:
                    caps.append(
                        f"batch {row.id} may spend {counted(row.cap, 'credit')}, and has committed {row.spent:g}"
                    )
        return entries, caps


def _entries(store: Store, row: BatchRow) -> tuple[list[Entry], bool]:
    """The purchases of a batch, and whether a sandbox on this machine sold them."""
    found: list[Entry] = []
    earlier, is_local = row.spent, False
    for item in chain(store.items(row.id), Moves(store).paid(row)):
        if item.credits is not None:
            handle = Handle.from_token(item.token) if item.token else None
            is_local = is_local or (handle is not None and is_loopback(handle.address))
            earlier -= item.credits
            found.append(_entry(item, row, handle))
    if earlier > CENT and found:
        # An item holds its last purchase only; of what was bought before a retry, the batch knows the sum.
        last = found[-1]
        found.append(
            Entry(
                id=f"{row.id}#earlier",
                at=row.created,
                vendor=last.vendor,
                operation="bought_before_a_retry",
                profile=last.profile,
                expected=earlier,
                most=earlier,
                state="bought",
                batch=row.id,
            )
        )
    return found, is_local


def _entry(item: Item, row: BatchRow, handle: Handle | None) -> Entry:
    work = work_of(item.vendor, item.operation)
    stated = work.create.quote or work.dearest(item.options) is not None
    usual = work.price(item.options)
    task = (handle.id or None) if handle is not None else None
    state: State = "bought" if handle is not None or item.state == "done" else "doubt"
    source = without_query(item.source) if "://" in item.source else item.source
    return Entry(
        id=f"{item.id}#{task or item.attempt}",  # a retry that only fetches is another attempt
        at=item.bought or item.finished or row.created,
        vendor=item.vendor,
        operation=item.operation,
        profile=profile_name(item.profile),
        source=source or None,
        # Of a price that nobody states, the database holds what counts towards the cap.
        expected=(item.credits if usual is None else usual) if stated else None,
        most=item.credits if stated else None,
        key=item.request_key,
        state=state,
        task=task,
        batch=row.id,
    )
