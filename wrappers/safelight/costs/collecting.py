"""All known purchases: those of the ledger, and those of batches with what the ledger says of their settlement."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

import attrs

from safelight.costs.entries import Entry, read_book, settled
from safelight.costs.ledger import ledger_path
from safelight.errors import ConfigurationError
from safelight.extras import install_hint


@attrs.frozen
class Purchases:
    """The purchases of a user, oldest first; `notes` has what could not be read, and the caps of batches."""

    entries: Sequence[Entry]
    notes: Sequence[str]


def collect(database_urls: Sequence[str], *, sandbox: bool) -> Purchases:
    """Read the ledger and the databases of batches.

    Args:
        database_urls: By default the one that a batch takes, if it is there.
        sandbox: Take the purchases from a sandbox, and no others.

    Raises:
        ConfigurationError: A file cannot be read.
    """
    path = ledger_path(sandbox=sandbox)
    try:
        book = read_book(path)
    except OSError as error:
        raise ConfigurationError(f"cannot read the ledger {path}: {error.strerror}", field="caps") from None
    notes = [f"{path}: {book.damaged} damaged lines were left out"] if book.damaged else []
    entries = [one for one in book.counted() if one.batch is None]  # those of batches are in their databases
    if find_spec("sqlalchemy") is not None:
        from safelight.batch.cli import SANDBOX_URL  # noqa: PLC0415 - the packages of an extra
        from safelight.costs.batches import batch_entries  # noqa: PLC0415 - same

        found: dict[str, Entry] = {}
        for url in database_urls or ((None, SANDBOX_URL) if sandbox else (None,)):
            bought, caps = batch_entries(url, sandbox=sandbox, named=bool(database_urls))
            found |= {entry.id: entry for entry in bought}
            notes += caps
        entries += [
            settled(entry, book.settled[name]) if name in book.settled else entry
            for name, entry in found.items()
        ]
    elif database_urls:
        raise ConfigurationError(f"batches need sqlalchemy: {install_hint('batch')}", field="database_url")
    return Purchases(sorted(entries, key=lambda entry: entry.at), notes)
