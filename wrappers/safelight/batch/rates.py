"""Request rates that every process of a database keeps together, exactly, and that a restart does not forget."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2b

import attrs
import sqlalchemy as sa

from safelight.batch.database import REQUESTS, is_sqlite
from safelight.core.events import Throttled
from safelight.core.facts import Rate, VendorFacts
from safelight.core.flow import Blocking, Emit, Exclusive, Flow, Now, Sleep
from safelight.core.limits import MARGIN, PLENTY, Limiter, LimiterFactory

MARGIN_SHARE = 0.06
"""Most of a window's length that its margin may take: a second needs no 0.15."""
RECHECK = 1.0
"""Seconds after which a waiting call asks again at the latest, for another process may have died with its turn."""


@attrs.frozen
class Window:
    """One rate, and the name under which its calls are counted."""

    scope: str
    rate: Rate


class SharedLimiter(Limiter):
    """A key's limiter whose windows are rows of the database.

    Args:
        before_create: Called on a thread when the turn has come of a call other than a poll, right before it is sent;
            may call it off.
        address: Name of the IP address that calls leave from, for rates that are counted by address.
    """

    def __init__(
        self,
        facts: VendorFacts,
        key: str,
        engine: sa.Engine,
        *,
        before_create: Callable[[], None],
        address: str,
        kept: bool,
    ) -> None:
        super().__init__(facts)
        self._in_flight = None  # the queue holds that limit, across processes
        self._engine = engine
        self._before_create = before_create
        self._used = 0.0
        account = blake2b(key.encode(), digest_size=8).hexdigest()
        self._shared = [
            Window(
                f"{facts.vendor}:{rate.scope}:{rate.seconds:g}:{address if rate.scope == 'ip' else account}",
                rate,
            )
            for rate in facts.limits.rates
            if kept
        ]

    def acquire(self, *, create: bool) -> Flow[None]:
        """Wait for a turn; first come, first served within this process."""
        yield from Exclusive("rate of creates" if create else "rate", lambda: self._turn(create=create))
        if create:
            yield from Blocking(self._before_create)

    def spacing(self, now: float) -> float:
        """As `Limiter.spacing`, by what all processes have sent."""
        if self._patience is None or self._used <= PLENTY:
            return 0.0
        with self._lock:
            tasks = self._being_watched(now)
            return max(
                (tasks * window.rate.seconds / window.rate.requests for window in self._shared), default=0.0
            )

    def _turn(self, *, create: bool) -> Flow[None]:
        while True:
            now = (yield from Now()).monotonic
            wait = self._paused_until - now
            if wait <= 0 and self._shared:
                rooms = [self.room(window.rate, now, create=create) for window in self._shared]
                wait, self._used = yield from Blocking(partial(take, self._engine, self._shared, rooms))
            if wait <= 0:
                return
            yield from Emit(Throttled(self._vendor, wait))
            yield from Sleep(min(wait, RECHECK))


def take(engine: sa.Engine, windows: Sequence[Window], rooms: Sequence[int]) -> tuple[float, float]:
    """Count a call in all windows if none holds more than its room, in one transaction.

    Returns:
        Seconds to wait before asking again, 0 where the call was counted; and how full the fullest window is.
    """
    with engine.begin() as connection:
        now = _locked_now(connection, windows)
        wait = used = 0.0
        for window, room in zip(windows, rooms, strict=True):
            length = window.rate.seconds + min(MARGIN, MARGIN_SHARE * window.rate.seconds)
            mine = REQUESTS.c.scope == window.scope
            connection.execute(sa.delete(REQUESTS).where(mine, REQUESTS.c.at <= now - length))
            sent = connection.execute(
                sa.select(sa.func.count()).select_from(REQUESTS).where(mine)
            ).scalar_one()
            used = max(used, sent / window.rate.requests)
            if sent >= room:
                newest = sa.select(REQUESTS.c.at).where(mine).order_by(REQUESTS.c.at.desc())
                blocking = connection.execute(newest.offset(room - 1).limit(1)).scalar_one()
                wait = max(wait, float(blocking) + length - now)
        if wait <= 0:
            connection.execute(
                sa.insert(REQUESTS), [{"scope": window.scope, "at": now} for window in windows]
            )
        return wait, used


def _locked_now(connection: sa.Connection, windows: Sequence[Window]) -> float:
    """The time of the clock that all processes share, once no other counts calls in these windows."""
    if is_sqlite(connection.engine):
        # A write, however small, takes the file's lock.
        connection.execute(sa.delete(REQUESTS).where(REQUESTS.c.scope == ""))
        return time.time()
    for scope in sorted(window.scope for window in windows):
        connection.execute(
            sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:scope, 7305012))"), {"scope": scope}
        )
    return float(connection.execute(sa.text("SELECT extract(epoch FROM clock_timestamp())")).scalar_one())


def factory(
    engine: sa.Engine, *, before_create: Callable[[], None], address: str = "shared", kept: bool = True
) -> LimiterFactory:
    """A maker of limiters for `Options`; with `kept` false, no request rate is kept, for tests alone."""

    def make(facts: VendorFacts, _base_url: str, key: str) -> Limiter:
        return SharedLimiter(facts, key, engine, before_create=before_create, address=address, kept=kept)

    return make
