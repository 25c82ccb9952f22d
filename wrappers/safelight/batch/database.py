"""The database of batches: one SQLite file, or a PostgreSQL server that several machines share."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from safelight.batch.outages import AWAY, GONE, PAUSE
from safelight.batch.reaching import ANOTHER, reaching, unusable
from safelight.batch.tables import ITEMS, METADATA, is_text
from safelight.core.base.homes import expanded
from safelight.errors import ConfigurationError

SQLITE = "sqlite:///"
DEFAULT_URL = f"{SQLITE}safelight-batch.sqlite"
VARIABLE = "SAFELIGHT_DATABASE_URL"
SCHEMA = "safelight"
"""Schema of our tables on PostgreSQL."""
ENGINE_SCHEMA = "safelight_engine"
"""Schema of the workflow engine's tables on PostgreSQL."""
BUSY_SECONDS = 30
IDLE_IN_TRANSACTION_MILLISECONDS = 10_000
"""After this, the server ends a session whose machine froze inside a transaction and so lets its row locks go."""
KEEPALIVE = {
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 11_000,
}
SERVER_KEEPALIVE = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
CONNECT_SECONDS = 10
"""After this, a server that does not answer at all is away."""
POOL = 12
OVERFLOW = 24


def database_url(given: str | os.PathLike[str] | None) -> URL:
    """Where the database is: as given, as the environment says, or the default.

    Raises:
        ConfigurationError: It is no address of SQLite or PostgreSQL.
    """
    text = os.fspath(given or os.environ.get(VARIABLE) or DEFAULT_URL)
    if "://" not in text:
        return _sqlite_url(expanded(text))
    if text.startswith(SQLITE):
        if "?" in text:
            raise ConfigurationError(
                f"{text}: an address of a SQLite file takes no options after '?': if the name itself holds one, pass the "
                f"path without {SQLITE}",
                field="database_url",
            )
        return _sqlite_url(expanded(unquote(text.removeprefix(SQLITE))))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):  # the second where the port is no number
        raise ConfigurationError("the database URL cannot be read", field="database_url") from None
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername != "postgresql+psycopg":
        raise ConfigurationError(
            f"batches live in SQLite ({SQLITE}FILE) or PostgreSQL (postgresql://...), not {url.drivername}://",
            field="database_url",
        )
    return url


def _sqlite_url(path: str) -> URL:
    if path in {"", ":memory:"}:
        raise ConfigurationError(
            "a batch needs a database that lasts: pass the path of a SQLite file", field="database_url"
        )
    if "\0" in path or not is_text(path):
        raise ConfigurationError(
            f"the path of the database, {path!r}, is not plain text: pass another", field="database_url"
        )
    # The parts of an address are not parsed out of a path, for it may hold '?', '#' and '%'.
    return URL.create("sqlite", database=path)


def is_sqlite(engine: sa.Engine) -> bool:
    return engine.dialect.name == "sqlite"


def open_engine(url: URL) -> sa.Engine:
    """Connect to a database and make our tables where they are missing.

    Raises:
        ConfigurationError: It cannot be reached or written, or holds other tables than this version's.
    """
    engine = _sqlite(url) if url.drivername == "sqlite" else _postgres(url)
    with ExitStack() as failed:
        failed.callback(engine.dispose)
        with reaching(url), engine.begin() as connection:
            # One process after another, for two may find a new database at the same moment.
            if is_sqlite(engine):
                connection.execute(sa.text("BEGIN IMMEDIATE"))
            else:
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(7305012)"))
                connection.execute(sa.text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
            _check_columns(connection)
            METADATA.create_all(connection)
        failed.pop_all()
    return engine


@contextmanager
def opened(url: URL) -> Generator[sa.Engine, None, None]:
    """`open_engine` for a while, in which whatever fails with the database is told in words, too."""
    engine = open_engine(url)
    try:
        with reaching(url):
            yield engine
    finally:
        engine.dispose()


@contextmanager
def opened_if_there(url: URL) -> Generator[sa.Engine | None, None, None]:
    """As `opened`, where a database holds our tables; else gives None. Makes nothing.

    Raises:
        ConfigurationError: It cannot be reached, or holds other tables than this version's.
    """
    path = Path(url.database or "")
    if url.drivername == "sqlite" and (not path.exists() or not path.stat().st_size):
        yield None
        return
    engine = _sqlite(url) if url.drivername == "sqlite" else _postgres(url)
    try:
        with reaching(url):
            with engine.connect() as connection:
                found = ITEMS.name in _check_columns(connection)
            yield engine if found else None
    finally:
        engine.dispose()


def has_table(engine: sa.Engine, table: sa.Table) -> bool:
    """Whether one of our tables is there: a dry run makes none in a database of an earlier release."""
    with engine.connect() as connection:
        schema = connection.get_execution_options().get("schema_translate_map", {}).get(table.schema)
        return sa.inspect(connection).has_table(table.name, schema=schema)


def _check_columns(connection: sa.Connection) -> list[str]:
    """Those of our tables that exist.

    Raises:
        ConfigurationError: One has other columns than this version knows.
    """
    inspector = sa.inspect(connection)
    schema = SCHEMA if connection.dialect.name == "postgresql" else None
    found = [table for table in METADATA.tables.values() if inspector.has_table(table.name, schema=schema)]
    for table in found:
        names = {column["name"] for column in inspector.get_columns(table.name, schema=schema)}
        if names != set(table.columns.keys()):
            odd = ", ".join(sorted(names ^ set(table.columns.keys())))
            raise unusable(
                connection.engine.url,
                f"its table {table.name} is that of another version of Safelight, or of another program ({odd})",
                f"run the version that made it, or {ANOTHER}",
            )
    return [table.name for table in found]


def _sqlite(url: URL) -> sa.Engine:
    path = Path(url.database or "")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise unusable(url, "it is a folder", "pass the path of a file")
    except OSError as error:
        raise unusable(url, f"its folder cannot be used: {error.strerror}", ANOTHER) from None
    engine = sa.create_engine(
        url,
        pool_size=POOL,
        max_overflow=OVERFLOW,
        execution_options={"schema_translate_map": {"batch": None}},
    )

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = "IMMEDIATE"
        connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA foreign_keys=ON")
        _keep_log(connection)
        # What was written about money must be on the disk, also when the power goes.
        connection.execute("PRAGMA synchronous=FULL")
        if sqlite3.sqlite_version_info < (
            3,
            42,
        ):  # the engine asks for unixepoch('subsec') on Python 3.12 and later
            connection.create_function("unixepoch", -1, lambda *_: time.time())

    event.listen(engine, "connect", prepare)
    return engine


def _keep_log(connection: sqlite3.Connection) -> None:
    """Turn SQLite's write-ahead log on; it fails at once, without a wait, where another process does so too."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


def _postgres(url: URL) -> sa.Engine:
    return sa.create_engine(
        url,
        pool_size=POOL,
        max_overflow=OVERFLOW,
        pool_pre_ping=True,
        connect_args={
            "application_name": "safelight",
            "options": f"-c idle_in_transaction_session_timeout={IDLE_IN_TRANSACTION_MILLISECONDS} {SERVER_KEEPALIVE}",
            "connect_timeout": CONNECT_SECONDS,
            **KEEPALIVE,
        },
        execution_options={"schema_translate_map": {"batch": SCHEMA}},
    )


def waiting_engine(url: URL, waits: Callable[[], bool]) -> sa.Engine:
    """Connect to a server on behalf of the workflow engine, which asks for one that is away without end.

    So its calls wait here, until the server is back or this process ends; where it `waits` already.
    """
    engine = _postgres(url)

    def connect(
        dialect: sa.Dialect, _record: object, arguments: Sequence[Any], options: dict[str, Any]
    ) -> object:
        while True:
            try:
                return dialect.connect(*arguments, **options)
            except dialect.loaded_dbapi.Error as error:
                code = getattr(error, "sqlstate", None)
                if not waits() or not (code is None or code.startswith(GONE)):
                    raise
                AWAY.found(away=True)
                if not AWAY.waited(PAUSE):  # no error of the database, after which the engine would try again
                    raise RuntimeError("this process is ending") from error

    event.listen(engine, "do_connect", connect)
    return engine
