"""Says in words why a database cannot be used, and what to do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from safelight.errors import ConfigurationError

ANOTHER = "pass another --database-url"
WRITABLE = "check that you may write the file and its folder, for SQLite keeps two more files beside it"
ADVICE = {
    sqlite3.SQLITE_NOTADB: ANOTHER,
    sqlite3.SQLITE_CORRUPT: "restore a copy of it, for it alone knows what is paid; another --database-url pays again",
    sqlite3.SQLITE_READONLY: WRITABLE,
    sqlite3.SQLITE_CANTOPEN: WRITABLE,
    sqlite3.SQLITE_PERM: WRITABLE,
    sqlite3.SQLITE_BUSY: "another program holds it: close that one, then run the same command again",
    sqlite3.SQLITE_FULL: "free some space, then run the same command again",
}
"""What to do, by SQLite's primary error codes."""
PRIMARY = 0xFF


def place_of_database(url: URL) -> str:
    """A database as a message names it, without its password and whatever else its options hold."""
    if url.drivername == "sqlite":
        return str(url.database)
    return url.set(query={}).render_as_string(hide_password=True)


def unusable(url: URL, reason: str, advice: str | None = None) -> ConfigurationError:
    """The error for a database that cannot be used."""
    said = "; ".join(filter(None, (reason, advice)))
    return ConfigurationError(
        f"cannot use the database {place_of_database(url)}: {said}", field="database_url"
    )


@contextmanager
def reaching(url: URL) -> Generator[None, None, None]:
    """Raise `ConfigurationError` where what is done with a database fails."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().splitlines()
        code = getattr(error.orig, "sqlite_errorcode", None)
        raise unusable(
            url, said[0] if said else "no answer", None if code is None else ADVICE.get(code & PRIMARY)
        ) from error
