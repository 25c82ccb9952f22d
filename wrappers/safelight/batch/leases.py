"""Who is alive: each worker on PostgreSQL holds an advisory lock, and whoever can take it inherits its items."""

from __future__ import annotations

import secrets
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from safelight.batch.purchases import CalledOff
from safelight.batch.tables import WORKERS

LOCKS = 7305012
"""First half of the advisory locks of workers, to keep them apart from other programs' locks."""
BEAT = 0.5
"""Seconds between two signs of life."""
FRESH = 3.0
"""Seconds after its last sign of life in which a worker may buy."""
DEAD = 8.0
"""Seconds without a sign of life after which a worker's lock is taken from it; well above `FRESH`."""
AWAY = 300.0
"""Seconds for which a database may be away before its workers give up."""
SLOTS = 1000


def boot_seconds() -> float:
    """A clock that goes on while the machine sleeps, where the system has one."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class Lease:
    """One worker's place among those of a database.

    Its name is the machine's and a number, so that a worker that starts again inherits its own items at once.

    Args:
        inherit: Called on the lease's thread with the name of a worker that is gone.
        lost: Called once where this worker was taken for dead.
    """

    def __init__(self, engine: sa.Engine, inherit: Callable[[str], None], lost: Callable[[], None]) -> None:
        self._engine = engine
        self._inherit = inherit
        self._lost = lost
        self._life = secrets.token_hex(8)
        self._end = threading.Event()
        self._gone = False
        self._connection = self._connect()
        self.name = self._take_slot()
        self._seen = boot_seconds()
        self._thread = threading.Thread(target=self._run, name="safelight-lease", daemon=True)

    def start(self) -> None:
        """Begin to look after the others, and to be looked after."""
        self._thread.start()

    def check(self) -> None:
        """Wait until this worker was seen alive a moment ago; raise `CalledOff` where it was taken for dead.

        A worker that was frozen finds its lease old and buys nothing, whatever it was about to do: others take its
        items only `DEAD` seconds after its last sign of life, and it stops buying after `FRESH`.
        """
        while boot_seconds() - self._seen > FRESH and not self._gone and not self._end.is_set():
            self._end.wait(BEAT / 5)
        if self._gone or boot_seconds() - self._seen > FRESH:
            raise CalledOff("this worker was taken for dead", held=False)

    def release(self) -> None:
        """Give the place up. Its row stays: whoever takes the lock next inherits what is under way."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        with suppress(SQLAlchemyError):
            self._connection.invalidate()
            self._connection.close()
        if self._gone:  # what was taken since others had its items is inherited by the next that looks
            with suppress(SQLAlchemyError), self._connect() as connection:
                row = {"name": self.name, "life": self._life, "session": 0, "beat": 0.0}
                connection.execute(postgresql.insert(WORKERS).values(row).on_conflict_do_nothing())

    def _connect(self) -> sa.Connection:
        return self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    def _take_slot(self) -> str:
        for slot in range(1, SLOTS):
            name = f"{socket.gethostname()}-{slot}"
            if self._lock(name):
                self._sign(name)
                return name
        message = f"more than {SLOTS} workers on one machine"
        raise RuntimeError(message)

    def _lock(self, name: str) -> bool:
        query = sa.text("SELECT pg_try_advisory_lock(:group, hashtext(:name))")
        return bool(self._connection.execute(query, {"group": LOCKS, "name": name}).scalar())

    def _unlock(self, name: str) -> None:
        query = sa.text("SELECT pg_advisory_unlock(:group, hashtext(:name))")
        self._connection.execute(query, {"group": LOCKS, "name": name})

    def _sign(self, name: str) -> None:
        session = self._connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        values = {
            "life": self._life,
            "session": session,
            "beat": sa.func.extract("epoch", sa.func.clock_timestamp()),
        }
        self._connection.execute(
            postgresql.insert(WORKERS)
            .values(name=name, **values)
            .on_conflict_do_update(index_elements=["name"], set_=values)
        )

    def _run(self) -> None:
        while not self._end.wait(BEAT):
            try:
                self._beat()
            except SQLAlchemyError:
                if self._end.is_set():
                    return
                if not self._returned():
                    self._gone = True
                    self._lost()
                    return

    def _beat(self) -> None:
        began = boot_seconds()
        alive = self._connection.execute(
            sa.update(WORKERS)
            .where(WORKERS.c.name == self.name, WORKERS.c.life == self._life)
            .values(beat=sa.func.extract("epoch", sa.func.clock_timestamp()))
        )
        if alive.rowcount == 0:
            raise OperationalError("another worker has this one's place", None, Exception())
        self._seen = began
        others = self._connection.execute(
            sa.select(
                WORKERS.c.name,
                WORKERS.c.session,
                sa.func.extract("epoch", sa.func.clock_timestamp()) - WORKERS.c.beat,
            ).where(WORKERS.c.name != self.name)
        ).all()
        for name, session, age in others:
            if self._lock(name):
                try:
                    self._inherit(name)
                    self._connection.execute(sa.delete(WORKERS).where(WORKERS.c.name == name))
                finally:
                    self._unlock(name)
            elif float(age) > DEAD:  # frozen: end its session, so that its lock is free at the next look
                self._connection.execute(
                    sa.text("SELECT pg_terminate_backend(:session)"), {"session": session}
                )

    def _returned(self) -> bool:
        """Whether the place could be had again after the database was away, unless someone else took it."""
        while boot_seconds() - self._seen < AWAY and not self._end.is_set():
            with suppress(SQLAlchemyError):  # it is closed already where the last try found the database away
                self._connection.invalidate()
                self._connection.close()
            try:
                self._connection = self._connect()
                held = self._connection.execute(
                    sa.select(WORKERS.c.life).where(WORKERS.c.name == self.name)
                ).scalar()
                if held != self._life:
                    return False
                if self._lock(self.name):
                    self._sign(self.name)
                    return True
            except SQLAlchemyError:
                pass
            self._end.wait(BEAT)
        return False
