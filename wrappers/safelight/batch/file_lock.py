"""Keeps a second process off a SQLite file."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import IO

import sqlalchemy as sa

from safelight.batch.database import is_sqlite
from safelight.batch.reaching import WRITABLE, unusable
from safelight.errors import ConfigurationError

LOCKED_BYTE = 1024


class FileLock:
    """Keeps a second process off a SQLite file for as long as this one lives; the system lifts it after a crash.

    Raises:
        ConfigurationError: Another process works on the file, or its folder cannot be written.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._file: IO[str] | None = None
        if not is_sqlite(engine):
            return
        # Resolved, for the same file by another path is the same database.
        database = Path(engine.url.database or "").resolve()
        path = database.with_name(f"{database.name}.lock")
        try:
            file = path.open("a+")
            locked = _lock(file)
        except OSError as error:
            raise unusable(engine.url, f"{path} cannot be locked: {error.strerror}", WRITABLE) from None
        if not locked:
            file.seek(0)
            holder = file.read().strip()
            file.close()
            raise ConfigurationError(
                f"{database} is in use by process {holder or 'unknown'}: end that one first (Ctrl-C loses nothing), "
                "or use PostgreSQL, which many processes may share",
                field="database_url",
            )
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(file: IO[str]) -> bool:
    try:
        fcntl = import_module("fcntl")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # Windows
        msvcrt = import_module("msvcrt")
        try:
            file.seek(LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
    except BlockingIOError:
        return False
    return True
