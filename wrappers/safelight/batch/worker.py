"""A worker: takes items from the queues of a database until it is told to stop."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import ExitStack, closing
from functools import partial
from typing import Self

import sqlalchemy as sa

from safelight.batch import engine as workflows
from safelight.batch.access import Access
from safelight.batch.database import is_sqlite
from safelight.batch.file_lock import FileLock
from safelight.batch.leases import Lease
from safelight.batch.moves import Moves
from safelight.batch.outages import AWAY
from safelight.batch.processing import Processing
from safelight.batch.rates import factory
from safelight.batch.store import Store
from safelight.batch.waits import Wait

DRAIN = 60.0
"""Seconds to wait at the most for purchases under way, when a worker stops."""
DRAIN_AWAY = 10.0
"""The same where the database is away: whoever ends a service waits little longer. What is not written is in doubt."""
DRAIN_LOST = 5.0
"""The same where others have this worker's items already: an answer that comes by then is still told of."""
ALONE = "local"
"""Name of the one process that works on a SQLite file."""


class Worker:
    """Works on all batches of a database. One a process.

    Args:
        engine: The database.
        address: Name of the IP address that calls leave from: machines of one name share the limits by address.
        rates: Keep the documented request rates; false is for tests against a sandbox without limits.
        clients: Arguments of a client's class, by vendor; by default keys and addresses of the environment.
        access: Opens sources, and says where results may be saved; by default everywhere.

    Raises:
        ConfigurationError: Another process works on the same SQLite file.
    """

    def __init__(
        self,
        engine: sa.Engine,
        *,
        address: str = "shared",
        rates: bool = True,
        clients: Mapping[str, Mapping[str, str]] | None = None,
        access: Access | None = None,
    ) -> None:
        self._engine = engine
        self._stop_reason: str | None = None
        self.lost = False
        self._lease: Lease | None = None
        with ExitStack() as held:
            held.enter_context(workflows.only_worker())
            held.callback(FileLock(engine).release)
            enqueuer = held.enter_context(closing(workflows.Enqueuer(engine)))  # makes the engine's tables
            if not is_sqlite(engine):
                self._lease = Lease(engine, workflows.recover, self._taken_for_dead)
                held.callback(self._lease.release)
            limiter = partial(factory, engine, address=address, kept=rates)
            store = Store(engine)
            moves = Moves(store, enqueuer.enqueue)
            self._processing = Processing(store, self, limiter, clients, access, moves)
            self._held = held.pop_all()

    @property
    def name(self) -> str:
        return ALONE if self._lease is None else self._lease.name

    @property
    def stopping(self) -> bool:
        return self._stop_reason is not None

    @property
    def stop_reason(self) -> str | None:
        """Why nothing new is begun; None while all is well."""
        return self._stop_reason

    @property
    def checking(self) -> bool:
        """Whether results are being checked."""
        return self._processing.checking > 0

    @property
    def waits(self) -> list[Wait]:
        """What the work waits for that is away."""
        since = AWAY.since
        database = [] if since is None else [Wait("the database", "it cannot be reached", since)]
        return [*database, *self._processing.waits.now()]

    def start(self) -> None:
        """Begin; what this worker left unfinished in an earlier life comes first."""
        AWAY.begin()
        self._held.enter_context(workflows.running(self._processing, self._engine, self.name))
        if self._lease is not None:
            self._lease.start()

    def stop(self, reason: str) -> None:
        """Begin nothing new."""
        self._stop_reason = self._stop_reason or reason

    def check_alive(self) -> None:
        """Raise `CalledOff` where this process may no longer buy."""
        if self._lease is not None:
            self._lease.check()

    def close(self) -> None:
        """Let purchases under way be written down, then stop. All the rest is resumed by the next worker."""
        with self._held:  # given up whatever happens
            self.stop("closed")
            began = time.monotonic()
            while self._processing.intents.open:
                longest = DRAIN_LOST if self.lost else DRAIN if AWAY.since is None else DRAIN_AWAY
                if time.monotonic() - began > longest:
                    break
                time.sleep(0.05)
            AWAY.end()

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _taken_for_dead(self) -> None:
        self.lost = True
        self.stop("another worker took this one for dead and has its items; start it again")
