"""Request rates that every process of a database keeps together, exactly, and that a restart does not forget."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from hashlib import blake2b

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from safelight.batch.database import is_sqlite
from safelight.batch.flights import Flights, polled
from safelight.batch.outages import is_away
from safelight.batch.records import Item
from safelight.batch.tables import REQUESTS
from safelight.core.api.limits import Limiter, LimiterFactory, Turn
from safelight.core.api.windows import Window
from safelight.core.base.events import Throttled
from safelight.core.base.facts import VendorFacts
from safelight.core.flow.effects import Blocking, Emit, Exclusive, Flow, Now, Sleep

LONGEST_LEAD = 0.25
"""Most seconds between a turn and its call that are foreseen."""
LEAD_WEIGHT = 0.2
"""How much the last of them counts."""
CLOCK_SET_BACK = 2.0
"""Seconds that no call can be ahead of the clock, unless that was set back: such a call counts as sent now."""
RECHECK = 1.0
"""Seconds after which a waiting call asks again at the latest, for another process may have died with its turn."""


class SharedLimiter(Limiter):
    """A key's limiter whose windows are rows of the database.

    Args:
        before_create: Called on a thread when the turn has come of a call other than a poll, right before it is sent;
            may call it off.
        item: The item at hand.
        address: Name of the IP address that calls leave from, for rates that are counted by address.
        kept: Whether request rates are kept; not, for tests against a sandbox without limits.
    """

    def __init__(
        self,
        facts: VendorFacts,
        key: str,
        engine: sa.Engine,
        *,
        before_create: Callable[[], None],
        item: Callable[[], Item | None],
        address: str,
        kept: bool,
    ) -> None:
        account = blake2b(key.encode(), digest_size=8).hexdigest()
        scopes = {"ip": f"{facts.vendor}:ip:{address}"}
        self._account = f"{facts.vendor}:{account}"
        # Polls of all keys of an address need their room in its windows.
        together = any(rate.scope == "ip" for rate in facts.limits.rates)
        self._flying = scopes["ip"] if together else self._account
        counted = facts.limits.in_flight is not None or facts.polling.lost_after_seconds is not None
        super().__init__(
            facts,
            rates=kept,
            in_flight=Flights(engine, self._flying, facts.limits.in_flight, item) if counted else None,
        )
        self._engine = engine
        self._before_create = before_create
        self._flown = 0
        self._leads = {True: 0.0, False: 0.0}
        self._late: list[tuple[float, float]] = []
        self._shared = {
            f"{scopes.get(rate.scope, self._account)}:{rate.scope}:{rate.seconds:g}": rate
            for rate in facts.limits.rates
            if kept
        }

    def acquire(self, *, new_work: bool) -> Flow[Turn]:
        """Wait for a turn; first come, first served within this process."""
        if new_work:
            turn = yield from Exclusive("rate of creates", self._turn_to_buy)
        else:
            turn = yield from Exclusive("rate", lambda: self._turn(new_work=False))
        # What comes between a turn and its call is learned, for a window that stood still meanwhile would not be full.
        now = (yield from Now()).monotonic
        self._leads[new_work] += LEAD_WEIGHT * (min(now - turn.given, LONGEST_LEAD) - self._leads[new_work])
        return turn

    def left(self, turn: Turn) -> Flow[Turn]:
        """As `Limiter.left`; one that is early waits."""
        early = turn.at - (yield from Now()).monotonic
        if early > 0:
            yield from Sleep(early)
        return (yield from super().left(turn))

    def delayed(self, turn: Turn, seconds: float) -> None:
        """A call leaves `seconds` after its turn, and counts from then on."""
        if not self._shared:
            return
        with self._lock:
            self._late.append((turn.counted, seconds))
        if not is_sqlite(self._engine):  # other processes must know at once
            # Where the database is away, the next turn tells them: the call itself is on its way and may be a purchase.
            with suppress(SQLAlchemyError), self._engine.begin() as connection:
                self._correct(connection)

    def _correct(self, connection: sa.Connection) -> None:
        with self._lock:
            late, self._late = self._late, []
        try:
            for counted, seconds in late:
                self._move(connection, counted, counted + seconds)
        except SQLAlchemyError:
            with self._lock:
                self._late = late + self._late
            raise

    def _move(self, connection: sa.Connection, at: float, later: float) -> None:
        """As `Window.move`."""
        moved = connection.execute(
            sa.update(REQUESTS)
            .where(REQUESTS.c.scope.in_(list(self._shared)), REQUESTS.c.at == at)
            .values(at=later)
            .returning(REQUESTS.c.scope)
        )
        forgotten = self._shared.keys() - set(moved.scalars())
        if forgotten:
            connection.execute(sa.insert(REQUESTS), [{"scope": scope, "at": later} for scope in forgotten])

    def _being_watched(self, now: float) -> int:
        """Tasks of all processes whose polls need room."""
        return max(super()._being_watched(now), self._flown)

    def _turn_to_buy(self) -> Flow[Turn]:
        """The next create must find this one's intent, to know of its polls."""
        turn = yield from self._turn(new_work=True)
        yield from Blocking(self._before_create)
        return turn

    def _turn(self, *, new_work: bool) -> Flow[Turn]:
        while True:
            given = (yield from Now()).monotonic
            leaving = given + self._leads[new_work]
            wait, counted = self._paused_until - leaving, leaving
            if wait <= 0 and self._shared:
                try:
                    wait, counted = yield from Blocking(
                        partial(self._ask, leaving, leaving - given, new_work=new_work)
                    )
                except DBAPIError as error:
                    if not is_away(error):
                        raise
                    wait = RECHECK
            if wait <= 0:
                self._margin.sent()
                return Turn(leaving, counted, given)
            yield from Emit(Throttled(self._vendor, wait))
            yield from Sleep(min(wait, RECHECK))

    def _ask(self, leaving: float, lead: float, *, new_work: bool) -> tuple[float, float]:
        """Count a call in all windows if it fits into each, in one transaction.

        Args:
            leaving: When it will leave, on this process's clock.
            lead: Seconds until then.

        Returns:
            Seconds until asking again is worth it, 0 where the call was counted; and when it leaves on the shared clock.
        """
        watched = self._lost_after is not None
        with self._engine.begin() as connection:
            now = _locked_now(connection, self._shared)
            shared = now + lead
            self._correct(connection)
            if watched:
                self._flown = connection.execute(polled(self._flying)).scalar_one()
            tasks = self._being_watched(leaving) + 1 if new_work and watched else None
            windows: list[Window] = []
            for scope, rate in self._shared.items():
                sent = _counting(connection, scope, now, self._margin.length(rate))
                windows.append(Window(rate, [at - shared + leaving for at in sent]))
            wait = max(0.0, *(self._wait(window, leaving, tasks, new_work=new_work) for window in windows))
            if wait <= 0:
                connection.execute(
                    sa.insert(REQUESTS), [{"scope": scope, "at": shared} for scope in self._shared]
                )
        self._windows = windows
        return wait, shared


def _counting(connection: sa.Connection, scope: str, now: float, length: float) -> list[float]:
    """When the calls left that still count, oldest first."""
    mine, ahead = REQUESTS.c.scope == scope, now + CLOCK_SET_BACK
    connection.execute(sa.delete(REQUESTS).where(mine, REQUESTS.c.at <= now - length))
    query = sa.select(REQUESTS.c.at).where(mine).order_by(REQUESTS.c.at)
    sent = [float(at) for at in connection.execute(query).scalars()]
    if not sent or sent[-1] <= ahead:
        return sent
    connection.execute(sa.update(REQUESTS).where(mine, REQUESTS.c.at > ahead).values(at=now))
    return sorted(now if at > ahead else at for at in sent)


def _locked_now(connection: sa.Connection, scopes: Iterable[str]) -> float:
    """The time of the clock that all processes share, once no other counts calls in these windows."""
    if is_sqlite(connection.engine):
        # A write, however small, takes the file's lock.
        connection.execute(sa.delete(REQUESTS).where(REQUESTS.c.scope == ""))
        return time.time()
    for scope in sorted(scopes):
        connection.execute(
            sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:scope, 7305012))"), {"scope": scope}
        )
    return float(connection.execute(sa.text("SELECT extract(epoch FROM clock_timestamp())")).scalar_one())


def factory(
    engine: sa.Engine,
    *,
    before_create: Callable[[], None],
    item: Callable[[], Item | None],
    address: str = "shared",
    kept: bool = True,
) -> LimiterFactory:
    """A maker of limiters for `Options`; see `SharedLimiter`."""
    return lambda facts, _base_url, key: SharedLimiter(
        facts, key, engine, before_create=before_create, item=item, address=address, kept=kept
    )
