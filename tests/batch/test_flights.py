"""Places in flight: never more than the vendor's limit, over threads, processes and crashes."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from batch_support import kill, sandbox_process, start_life
from safelight.batch import Record
from safelight.batch.database import ITEMS, database_url, open_engine
from safelight.batch.flights import Flights, flying
from safelight.batch.planning import Plan, list_items
from safelight.batch.purchases import Purchases
from safelight.batch.records import Item
from safelight.batch.store import Store
from safelight.core.clock import SystemClock
from safelight.core.drivers import SyncDriver
from safelight.core.outcome import Handle
from test_postgres import enqueued, finished

LIMIT = 3
DONE = Handle("pilio", "remove_background", "task", 0.0, "https://api.test", "a")


class Places:
    """The places of a database with some items."""

    def __init__(self, engine: sa.Engine, items: list[Item]) -> None:
        self.engine = engine
        self.items = items

    def of(self, item: Item) -> Flights:
        return Flights(self.engine, "pilio:key", LIMIT, lambda: item)

    def enter(self, item: Item) -> None:
        SyncDriver(None, SystemClock()).run(self.of(item).enter())  # type: ignore[arg-type]

    def leave(self, item: Item) -> None:
        SyncDriver(None, SystemClock()).run(self.of(item).leave(DONE))  # type: ignore[arg-type]

    def taken(self) -> int:
        with self.engine.connect() as connection:
            return connection.execute(flying("pilio:key")).scalar_one()


@pytest.fixture(params=["sqlite", "postgres"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """Ten items of a batch, none in flight."""
    url = (
        f"sqlite:///{tmp_path}/b.sqlite" if request.param == "sqlite" else request.getfixturevalue("database")
    )
    engine = open_engine(database_url(url))
    store = Store(engine)
    store.open_batch("b", {"out": "/nowhere"}, None)
    records = (Record(f"/photos/{number}.jpg") for number in range(10))
    list_items(store, "b", records, Plan("/nowhere", "pilio", "remove_background"))
    yield Places(engine, list(store.items("b")))
    engine.dispose()


def test_no_more_than_the_limit_enter_and_all_do_in_the_end(places: Places) -> None:
    seen: list[int] = []

    def life(item: Item) -> None:
        places.enter(item)
        seen.append(places.taken())
        places.leave(item)

    threads = [threading.Thread(target=life, args=(item,)) for item in places.items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(seen) == len(places.items)
    assert max(seen) <= LIMIT
    assert places.taken() == 0


def test_a_place_is_taken_until_its_task_ends_whoever_counts(places: Places) -> None:
    for item in places.items[:LIMIT]:
        places.enter(item)
    entered = threading.Event()

    def late() -> None:
        places.enter(places.items[LIMIT])
        entered.set()

    thread = threading.Thread(target=late)
    thread.start()
    assert not entered.wait(0.4)
    places.leave(places.items[0])
    assert entered.wait(20)
    thread.join()


def test_an_item_that_has_its_place_keeps_it_when_it_begins_anew(places: Places) -> None:
    for item in places.items[:LIMIT]:
        places.enter(item)
    places.enter(places.items[0])  # after a crash, say
    assert places.taken() == LIMIT


def test_what_ends_or_was_not_bought_gives_its_place_back(places: Places) -> None:
    purchases = Purchases(places.engine)
    for item in places.items[:LIMIT]:
        places.enter(item)
    purchases.finish(places.items[0], "failed", kind="TaskFailed", error="no")
    purchases.intend(places.items[1], "attempt", "create", None, 1.0)
    purchases.refused(places.items[1], "attempt")
    purchases.intend(places.items[2], "attempt", "create", None, 1.0)
    assert purchases.bought(places.items[2], "token")
    assert places.taken() == 1
    with places.engine.connect() as connection:
        row = connection.execute(sa.select(ITEMS.c.id).where(ITEMS.c.flight.is_not(None))).scalar_one()
    assert row == places.items[2].id


def test_two_workers_fill_twenty_places_and_are_never_refused(database: str, tmp_path: Path) -> None:
    with (
        sandbox_process(1.0, 1.5, limits=True) as sandbox,
        enqueued(database, tmp_path, 60, ("pilio",)) as batch,
    ):
        workers = [
            start_life(sandbox, database, tmp_path / f"log{number}", rates=True) for number in range(2)
        ]
        try:
            finished(batch)
        finally:
            for worker in workers:
                kill(worker)
        statuses = [record["status"] for record in sandbox.requests() if record["vendor"] == "pilio"]
        assert batch.status().done == 60
    assert statuses.count(429) == 0
