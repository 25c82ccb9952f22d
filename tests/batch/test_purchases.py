"""What is written down of a purchase: one attempt at a time, and nothing that may have been paid is forgotten."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from batch_support import safelight
from safelight.batch import Batch, Record
from safelight.batch.database import database_url, open_engine
from safelight.batch.orders import Orders
from safelight.batch.planning import Plan, list_items
from safelight.batch.purchases import CalledOff, Purchases
from safelight.batch.records import Item
from safelight.batch.store import Store
from safelight.batch.tables import BATCHES, ITEMS
from safelight.batch.worker import Worker
from safelight.sandbox import FaultKind, Sandbox
from test_intents import batch_of

PERFECT = "batch run photos --vendor perfect --operation remove-background -o out --batch b"


class Book:
    """The purchases of one item, and the item as the database holds it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.purchases = Purchases(store.engine)

    @property
    def item(self) -> Item:
        (item,) = self.store.items("b")
        return item

    @property
    def spent(self) -> float:
        return self.store.chosen("b").spent


@pytest.fixture(params=["sqlite", "postgres"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """A batch of one item that nobody has bought."""
    url = (
        f"sqlite:///{tmp_path}/b.sqlite" if request.param == "sqlite" else request.getfixturevalue("database")
    )
    engine = open_engine(database_url(url))
    store = Store(engine)
    store.open_batch("b", {"out": "/nowhere"}, None)
    list_items(store, "b", [Record("/photos/a.jpg")], Plan("/nowhere", "perfect", "remove_background"))
    yield Book(store)
    engine.dispose()


@pytest.mark.parametrize("key", [None, "1"])
def test_only_one_attempt_may_buy(book: Book, key: str | None) -> None:
    """Two workers that have one item, as when one was frozen, must not both pay for it."""
    item = book.item
    book.purchases.intend(item, "mine", "create", key, 1.0)
    book.purchases.intend(item, "mine", "create", key, 1.0)  # a further call of the same purchase
    with pytest.raises(CalledOff):
        book.purchases.intend(item, "another", "create", None if key is None else "2", 1.0)
    assert (book.item.intent, book.item.request_key, book.item.credits) == ("mine", key, 1.0)
    book.purchases.refused(item, "another")
    assert (book.item.intent, book.item.state) == ("mine", "buying")
    assert book.spent == 1.0


def test_an_attempt_with_the_same_key_is_the_same_purchase(book: Book) -> None:
    book.purchases.intend(book.item, "first", "create", "7", 1.0)
    book.purchases.intend(book.item, "second", "create", "7", 1.0)
    assert (book.item.intent, book.spent) == ("second", 1.0)


def test_a_key_that_may_have_reached_the_vendor_outlives_a_refusal(book: Book) -> None:
    """The first attempt may have paid before the crash: only its key finds out, however often later ones are refused."""
    book.purchases.intend(book.item, "before the crash", "create", "7", 1.0)
    for attempt in ("second", "third"):
        item = book.item
        assert item.request_key == "7"
        book.purchases.intend(item, attempt, "create", item.request_key, 1.0)
        book.purchases.refused(item, attempt)
        assert (book.item.intent, book.item.request_key, book.item.credits) == (None, "7", 1.0)
    assert book.spent == 1.0


def test_a_key_of_a_purchase_that_was_refused_at_once_is_forgotten(book: Book) -> None:
    item = book.item
    book.purchases.intend(item, "only", "create", "7", 1.0)
    book.purchases.refused(item, "only")
    assert (book.item.intent, book.item.request_key, book.item.credits) == (None, None, None)
    assert book.spent == 0.0


def test_an_item_that_starts_again_belongs_to_its_new_attempt_alone(book: Book) -> None:
    stale = book.item
    book.purchases.intend(stale, "stale", "create", None, 1.0)
    book.purchases.finish(stale, "doubt", kind="Interrupted", error="the run ended")
    assert Orders(book.store).again("b", ("doubt",), lambda *_: None, buy_again=True) == 1
    with pytest.raises(CalledOff):
        book.purchases.intend(stale, "stale", "create", None, 1.0)
    book.purchases.bought(stale, "stale", "token")
    assert (book.item.state, book.item.token) == ("waiting", None)


def test_a_worker_looks_again_whether_it_lives_once_its_intent_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database may have been away while the intent was written, and the worker taken for dead meanwhile."""
    looked: list[str] = []

    def look(self: Worker) -> None:
        (item,) = Store(self._engine).items("b")
        looked.append(item.state)
        if item.state == "buying":
            self._taken_for_dead()
            raise CalledOff("this worker was taken for dead", held=False)

    monkeypatch.setattr(Worker, "check_alive", look)
    with Sandbox(limits=False, task_seconds=0.05) as sandbox:
        counts = batch_of(tmp_path, sandbox, "pilio", 1)
        assert sandbox.ledger.count() == 0
    assert looked == ["waiting", "buying"]
    assert (counts.waiting, counts.credits) == (1, 0.0)
    with Batch.open("b", database_url=f"sqlite:///{tmp_path}/batch.sqlite") as batch:
        (item,) = batch.items()
    assert item.intent is None


@pytest.fixture
def killed(sandbox: Sandbox, folder: Path) -> Sandbox:
    """A batch of one item that was killed when the vendor had its purchase, and the answer was not there."""
    (folder / "photos" / "b.jpg").unlink()
    sandbox.faults.add(FaultKind.RESET_AFTER, "perfect", "run_background_removal", times=None)
    assert safelight(PERFECT).exit_code == 3
    sandbox.faults.clear()
    engine = open_engine(database_url(None))
    with engine.begin() as connection:
        doubt = sa.update(ITEMS).where(ITEMS.c.state == "doubt", ITEMS.c.request_key.is_not(None))
        killed = doubt.values(state="buying", error_kind=None, error=None, finished=None)
        assert connection.execute(killed).rowcount == 1
        connection.execute(sa.text("DELETE FROM workflow_status"))
        connection.execute(sa.update(BATCHES).values(enqueued=0))
    engine.dispose()
    assert sandbox.ledger.count("perfect") == 1
    return sandbox


def test_a_key_outlives_a_run_whose_account_is_refused(
    killed: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next run buys with another key what the first one bought."""
    with monkeypatch.context() as wrong:
        wrong.setenv("PERFECT_API_KEY", "wrong")
        assert "held" in safelight(PERFECT).stderr
    ended = safelight(PERFECT)
    assert ended.exit_code == 0, ended.output
    assert killed.ledger.count("perfect") == 1


def test_a_cap_holds_nothing_back_that_its_credits_are_committed_for(killed: Sandbox) -> None:
    with Batch.open("b") as batch:
        spent = batch.status().credits
    ended = safelight(f"{PERFECT} --max-credits {spent:g}")
    assert ended.exit_code == 0, ended.output
    assert killed.ledger.count("perfect") == 1


def test_a_sync_does_not_buy_what_a_held_batch_may_have_bought(
    killed: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as wrong:
        wrong.setenv("PERFECT_API_KEY", "wrong")
        assert "held" in safelight(PERFECT).stderr
    synced = safelight("sync photos -o others --vendor perfect --operation remove-background")
    assert "batch b has it: let that batch finish first" in synced.stdout, synced.output
    assert killed.ledger.count("perfect") == 1


def test_a_purchase_that_is_answered_when_its_item_began_again_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Another worker took this one for dead, and the user had the item bought again."""
    intend = Purchases.intend

    def taken(self: Purchases, item: Item, *more: Any) -> None:
        intend(self, item, *more)
        with self.engine.begin() as connection:
            connection.execute(sa.update(ITEMS).values(attempt=item.attempt + 1, state="failed"))

    monkeypatch.setattr(Purchases, "intend", taken)
    with Sandbox(limits=False, task_seconds=0.05) as sandbox:
        batch_of(tmp_path, sandbox, "pilio", 1)
        assert sandbox.ledger.count("pilio") == 1
    assert "left running, to be resumed by its token" in caplog.text
