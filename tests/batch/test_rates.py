"""Windows in the database: what becomes of them when clocks jump, calls leave late, or the database is away."""

import threading
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from safelight.batch.database import database_url, open_engine
from safelight.batch.rates import SharedLimiter
from safelight.batch.tables import REQUESTS
from safelight.core.api.limits import Turn
from safelight.core.base.facts import load
from safelight.core.flow.clock import Clock
from safelight.core.flow.drivers import SyncDriver
from safelight.core.flow.effects import Flow
from support.waiting import HANG

HOUR = 3600.0


def limiter(engine: sa.Engine) -> SharedLimiter:
    """PicWish's limiter: two calls a second."""
    return SharedLimiter(
        load("picwish_api"),
        "key",
        engine,
        before_create=lambda: None,
        item=lambda: None,
        address="shared",
        kept=True,
    )


@pytest.fixture
def engine(tmp_path: Path) -> sa.Engine:
    return open_engine(database_url(f"sqlite:///{tmp_path}/b.sqlite"))


@pytest.fixture
def limits(engine: sa.Engine) -> SharedLimiter:
    return limiter(engine)


def run(flow: Flow[Turn]) -> Turn:
    return SyncDriver(None, Clock()).run(flow)  # type: ignore[arg-type]


def stamps(engine: sa.Engine) -> list[float]:
    with engine.connect() as connection:
        return [float(at) for at in connection.execute(sa.select(REQUESTS.c.at)).scalars()]


def test_a_clock_that_was_set_back_holds_calls_up_for_a_window_and_no_longer(
    limits: SharedLimiter, engine: sa.Engine
) -> None:
    for _ in range(2):
        run(limits.acquire(new_work=False))
    with engine.begin() as connection:
        connection.execute(sa.update(REQUESTS).values(at=REQUESTS.c.at + HOUR))
    passed = threading.Event()

    def call() -> None:
        run(limits.acquire(new_work=False))
        passed.set()

    threading.Thread(target=call, daemon=True).start()
    assert passed.wait(HANG)
    assert max(stamps(engine)) < time.time() + HOUR / 2


def test_a_call_that_leaves_after_its_turn_was_forgotten_counts_all_the_same(
    limits: SharedLimiter, engine: sa.Engine
) -> None:
    turn = run(limits.acquire(new_work=False))
    with engine.begin() as connection:
        connection.execute(sa.delete(REQUESTS))
    limits.delayed(turn, 0.1)
    run(limits.acquire(new_work=False))
    assert turn.counted + 0.1 in stamps(engine)


def test_a_call_on_its_way_is_not_stopped_by_a_database_that_is_away(
    limits: SharedLimiter, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where other processes must know at once."""

    def away(*_: object) -> None:
        raise sa.exc.OperationalError("BEGIN", None, ConnectionError("no answer"))

    turn = run(limits.acquire(new_work=False))
    sa.event.listen(engine, "before_cursor_execute", away)
    with monkeypatch.context() as patched:
        patched.setattr("safelight.batch.rates.is_sqlite", lambda _: False)
        limits.delayed(turn, 0.5)
    sa.event.remove(engine, "before_cursor_execute", away)
    assert turn.counted + 0.5 not in stamps(engine)
    run(limits.acquire(new_work=False))
    assert turn.counted + 0.5 in stamps(engine), "told at the next turn"
