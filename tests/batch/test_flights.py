"""Places in flight: never more than the vendor's limit, over threads, processes and crashes."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from batch_support import kill, sandbox_process, start_life, write_items
from safelight.batch import Batch, Record
from safelight.batch.database import database_url, open_engine
from safelight.batch.flights import Flights, flying, polled
from safelight.batch.orders import Orders
from safelight.batch.planning import Plan, list_items
from safelight.batch.purchases import CalledOff, Purchases
from safelight.batch.records import Item
from safelight.batch.store import Store
from safelight.batch.tables import ITEMS
from safelight.core.base.outcome import Handle
from safelight.core.flow.clock import Clock
from safelight.core.flow.drivers import SyncDriver
from safelight.core.flow.stopping import Stop
from support.waiting import HANG, until
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
        SyncDriver(None, Clock()).run(self.of(item).enter())  # type: ignore[arg-type]

    def leave(self, item: Item) -> None:
        SyncDriver(None, Clock()).run(self.of(item).leave(DONE))  # type: ignore[arg-type]

    def taken(self) -> int:
        with self.engine.connect() as connection:
            return connection.execute(flying("pilio:key")).scalar_one()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.integration)])
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
        thread.join(timeout=HANG)
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
    assert entered.wait(HANG)
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
    purchases.bought(places.items[2], "attempt", "token")
    assert places.taken() == 1
    with places.engine.connect() as connection:
        row = connection.execute(sa.select(ITEMS.c.id).where(ITEMS.c.flight.is_not(None))).scalar_one()
    assert row == places.items[2].id


def test_an_answer_that_comes_after_its_item_was_put_in_doubt_is_fetched_by_retry(places: Places) -> None:
    purchases, store = Purchases(places.engine), Store(places.engine)
    late, other = places.items[:2]
    for item in (late, other):
        purchases.intend(item, f"attempt of {item.number}", "create", None, 1.0)
        purchases.finish(item, "doubt", kind="Interrupted", error="the run ended")
    purchases.bought(late, f"attempt of {late.number}", "token")
    purchases.bought(other, "another attempt", "token of nobody")
    states = {item.id: (item.state, item.token) for item in store.items("b")}
    assert states[late.id] == ("failed", "token")
    assert states[other.id] == ("doubt", None)
    assert Orders(store).again("b", ("failed",), lambda *_: None) == 1
    assert next(item for item in store.items("b") if item.id == late.id).state == "bought"


def test_an_item_that_was_cancelled_or_is_gone_takes_no_place_and_holds_nobody_up(places: Places) -> None:
    orders = Orders(Store(places.engine))
    for _ in orders.cancel("b"):
        pass
    with pytest.raises(CalledOff):
        places.enter(places.items[0])
    assert places.taken() == 0
    orders.forget("b")
    with pytest.raises(CalledOff):
        places.enter(places.items[0])


def test_an_item_with_a_place_does_not_stand_behind_those_without(places: Places) -> None:
    """After a restart, whoever comes first would wait for places that others keep behind it."""
    for item in places.items[:LIMIT]:
        places.enter(item)
    store, clock = Store(places.engine), TellingClock()
    driver = SyncDriver(None, clock)  # type: ignore[arg-type]
    entered = {number: threading.Event() for number in (LIMIT, 0)}

    def enter(number: int) -> None:
        item = store.item(places.items[number].id)
        assert item is not None
        driver.run(places.of(item).enter())
        entered[number].set()

    threads = [threading.Thread(target=enter, args=(number,), daemon=True) for number in entered]
    threads[0].start()
    assert clock.slept.wait(HANG)
    threads[1].start()
    assert entered[0].wait(HANG)
    assert not entered[LIMIT].is_set()
    places.leave(places.items[0])
    assert entered[LIMIT].wait(HANG)
    for thread in threads:
        thread.join()


class TellingClock(Clock):
    """Tells of the first wait."""

    def __init__(self) -> None:
        self.slept = threading.Event()

    def sleep(self, seconds: float, stop: Stop | None = None) -> None:
        self.slept.set()
        super().sleep(seconds, stop)


@pytest.mark.integration
def test_items_that_wait_for_their_turn_leave_each_other_room(tmp_path: Path) -> None:
    """Perfect's creates leave the polls of all running tasks their room, and of those alone."""
    with sandbox_process(0.2, 0.4, limits=True) as sandbox:
        listed = write_items(tmp_path, 9, ("perfect",))
        url, log = f"sqlite:///{tmp_path}/batch.sqlite", tmp_path / "log"
        first = start_life(sandbox, url, log, items=listed, out=tmp_path / "out", rates=True)
        until(lambda: sandbox.ledger()["perfect"] > 0)
        kill(first)
        again = start_life(sandbox, url, log, items=listed, out=tmp_path / "out", rates=True)
        assert again.wait(timeout=HANG) == 0, log.read_text()[-3000:]
        assert sandbox.ledger()["perfect"] == 9
    with Batch.open("killed", database_url=url) as batch:
        assert batch.status().done == 9


def test_marks_of_items_that_only_wait_do_not_count_as_tasks_to_poll(places: Places) -> None:
    for item in places.items[:LIMIT]:
        places.enter(item)
    purchases = Purchases(places.engine)
    purchases.intend(places.items[0], "attempt", "create", None, 1.0)
    purchases.intend(places.items[1], "attempt", "create", None, 1.0)
    purchases.bought(places.items[1], "attempt", "token")
    with places.engine.connect() as connection:
        assert connection.execute(flying("pilio:key")).scalar_one() == 3
        assert connection.execute(polled("pilio:key")).scalar_one() == 2


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
