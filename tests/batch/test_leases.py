"""Who is alive among workers: only who was seen a moment ago buys, and nobody alive is taken for dead."""

import threading
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa
from safelight.batch.database import database_url, open_engine
from safelight.batch.leases import DEAD, FRESH, Lease
from safelight.batch.purchases import CalledOff
from support.waiting import until


class Clock:
    """The clock by which leases grow old; it stands still."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Replace the clock that goes on while the machine sleeps."""
    clock = Clock()
    monkeypatch.setattr("safelight.batch.leases.boot_seconds", clock)
    return clock


@pytest.fixture
def engine(database: str) -> Iterator[sa.Engine]:
    """Open a database on a real server."""
    engine = open_engine(database_url(database))
    yield engine
    engine.dispose()


def nothing(*_: object) -> None:
    """Do nothing."""


def test_a_worker_that_was_not_seen_for_long_buys_nothing(engine: sa.Engine, clock: Clock) -> None:
    lease = Lease(engine, nothing, nothing)
    lease.check()
    clock.now += FRESH - 0.1
    lease.check()
    clock.now += 0.2
    lease.release()  # its end is the only thing that such a worker need not wait for
    with pytest.raises(CalledOff):
        lease.check()
    assert FRESH < DEAD


def test_a_worker_that_is_seen_again_goes_on(engine: sa.Engine, clock: Clock) -> None:
    lease = Lease(engine, nothing, nothing)
    clock.now += FRESH + 1
    passed = threading.Event()

    def buy() -> None:
        lease.check()
        passed.set()

    threading.Thread(target=buy, daemon=True).start()
    assert not passed.wait(0.5)
    lease.start()
    assert passed.wait(30)
    lease.release()


def test_a_worker_that_was_taken_for_dead_buys_nothing_any_more(
    engine: sa.Engine, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.leases.BEAT", 0.05)
    lost = threading.Event()
    lease = Lease(engine, nothing, lost.set)
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("UPDATE safelight.workers SET life = 'of another'")
    lease.start()
    assert lost.wait(30)
    with pytest.raises(CalledOff):
        lease.check()
    lease.release()


def test_workers_that_live_leave_each_other_alone(
    engine: sa.Engine, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.leases.BEAT", 0.05)
    taken: list[str] = []
    leases = [Lease(engine, taken.append, lambda: taken.append("lost")) for _ in range(2)]

    def workers() -> dict[str, tuple[int, float]]:
        with psycopg.connect(database) as connection:
            rows = connection.execute("SELECT name, session, beat FROM safelight.workers").fetchall()
        return {name: (session, beat) for name, session, beat in rows}

    before = workers()
    assert len(before) == 2
    for lease in leases:
        lease.start()
    for _ in range(5):  # each looks at the other between two of its own signs of life
        now = workers()
        until(lambda seen=now: all(workers()[name][1] > beat for name, (_, beat) in seen.items()))
    after, wrong = workers(), list(taken)
    for lease in leases:
        lease.release()
    assert {name: session for name, (session, _) in after.items()} == {
        name: session for name, (session, _) in before.items()
    }
    assert wrong == []


def test_a_worker_comes_back_whose_first_try_finds_the_database_still_away(
    engine: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.leases.BEAT", 0.0)
    lease = Lease(engine, nothing, nothing)
    connect, tries = lease._connect, []

    def away_at_first() -> sa.Connection:
        tries.append(1)
        if len(tries) < 3:
            raise sa.exc.OperationalError("SELECT 1", None, ConnectionError("no answer"))
        return connect()

    monkeypatch.setattr(lease, "_connect", away_at_first)
    assert lease._returned()
    assert len(tries) == 3
    lease.check()
    lease.release()
