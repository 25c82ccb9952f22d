"""The statements that move an item and its money: each changes what it expects to find, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import attrs
import pytest
import sqlalchemy as sa
from safelight.batch import Record
from safelight.batch.contents import Content, Contents
from safelight.batch.database import open_engine
from safelight.batch.outages import AWAY
from safelight.batch.planning import Plan, list_items
from safelight.batch.purchases import CalledOff, Purchases
from safelight.batch.records import Item
from safelight.batch.store import Store
from safelight.batch.tables import BATCHES, ITEMS
from sqlalchemy.exc import OperationalError

CONTENT = Content(7, 1, "digest")
UNFINISHED = ("waiting", "buying", "bought")
STATES = (*UNFINISHED, "done", "failed", "doubt", "held", "cancelled")


class Desk:
    """A batch of three items, of which the one with the middle id is moved."""

    def __init__(self, database: Path, cap: float | None) -> None:
        self.engine = open_engine(sa.make_url(f"sqlite:///{database}"))
        self.store = Store(self.engine)
        for batch in ("b", "other"):
            self.store.open_batch(batch, {}, cap)
        self.purchases = Purchases(self.engine)
        self._id = sorted(item.id for item in self.store.items("b"))[1]
        self.others = self.without_it()
        self.untouched = self.others

    def without_it(self) -> list[Item]:
        both = [item for batch in ("b", "other") for item in self.store.items(batch)]
        return [item for item in both if item.id != self._id]

    @property
    def item(self) -> Item:
        found = self.store.item(self._id)
        assert found is not None
        return found

    def put(self, **values: object) -> Item:
        """Bring the item into a state."""
        with self.engine.begin() as connection:
            connection.execute(sa.update(ITEMS).where(ITEMS.c.id == self.item.id).values(**values))
        return self.item

    def intend(
        self, attempt: str = "one", key: str | None = None, price: float = 2.0, content: Content | None = None
    ) -> None:
        self.purchases.intend(self.item, attempt, "create", key, price, content)

    def spent(self) -> float:
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(BATCHES.c.id, BATCHES.c.spent)).all()
        spent = {str(batch): float(amount) for batch, amount in rows}
        assert spent["other"] == 0.0
        return spent["b"]

    def check_the_others(self) -> None:
        assert self.without_it() == self.untouched


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a database of two batches once: that takes longer than any of these tests."""
    database = tmp_path_factory.mktemp("listed") / "b.sqlite"
    engine = open_engine(sa.make_url(f"sqlite:///{database}"))
    store = Store(engine)
    for batch in ("b", "other"):
        store.open_batch(batch, {}, None)
        records = (Record(f"/photos/{number}.jpg") for number in range(3))
        list_items(store, batch, records, Plan("/nowhere", "pilio", "remove_background"))
    engine.dispose()
    return database


@pytest.fixture
def cap() -> float | None:
    return None


@pytest.fixture
def desk(tmp_path: Path, listed: Path, cap: float | None) -> Iterator[Desk]:
    """Copy the database; whatever a test does must leave the other items alone."""
    made = Desk(Path(shutil.copy(listed, tmp_path)), cap)
    yield made
    made.check_the_others()
    made.engine.dispose()


@pytest.mark.parametrize("cap", [5.0])
def test_a_cap_has_room_for_a_price_up_to_itself(desk: Desk) -> None:
    assert desk.purchases.affords("b", 5.0)
    assert not desk.purchases.affords("b", 5.5)
    desk.intend(price=2.0)
    assert desk.purchases.affords("b", 3.0)
    assert not desk.purchases.affords("b", 3.5)
    assert desk.purchases.affords("other", 5.0)


def test_without_a_cap_or_a_batch_any_price_is_affordable(desk: Desk) -> None:
    assert desk.purchases.affords("b", 1e9)
    assert desk.purchases.affords("nonesuch", 1e9)


def test_an_intent_is_written_with_its_price_and_content(desk: Desk) -> None:
    desk.intend("one", "key", 2.5, CONTENT)
    item = desk.item
    assert (item.state, item.intent, item.intent_operation, item.request_key, item.credits) == (
        "buying",
        "one",
        "create",
        "key",
        2.5,
    )
    assert desk.spent() == 2.5
    assert Contents(desk.engine).of([item.id]) == {item.id: CONTENT}


def test_an_intent_without_content_writes_none(desk: Desk) -> None:
    desk.intend()
    assert Contents(desk.engine).of([desk.item.id]) == {}


def test_the_same_attempt_commits_its_price_once(desk: Desk) -> None:
    desk.intend()
    desk.intend(price=9.0, content=CONTENT)
    assert (desk.item.credits, desk.spent()) == (2.0, 2.0)
    assert Contents(desk.engine).of([desk.item.id]) == {}


def test_a_purchase_that_costs_nothing_is_committed_too(desk: Desk) -> None:
    desk.intend(price=0.0)
    desk.intend(price=9.0)
    assert (desk.item.credits, desk.spent()) == (0.0, 0.0)


def test_another_attempt_may_buy_with_the_same_key_alone(desk: Desk) -> None:
    desk.intend("one", "key")
    desk.intend("two", "key", 9.0)
    assert (desk.item.intent, desk.spent()) == ("two", 2.0)
    for key in ("another key", None):
        with pytest.raises(CalledOff, match="took this item over") as caught:
            desk.intend("three", key)
        assert caught.value.held is False
    assert (desk.item.intent, desk.item.request_key, desk.spent()) == ("two", "key", 2.0)


def test_an_attempt_without_a_key_is_not_followed_by_another_one(desk: Desk) -> None:
    desk.intend("one")
    with pytest.raises(CalledOff):
        desk.intend("two")
    assert desk.item.intent == "one"


@pytest.mark.parametrize("state", STATES)
def test_only_an_item_that_is_not_bought_yet_is_intended(desk: Desk, state: str) -> None:
    desk.put(state=state)
    if state in ("waiting", "buying"):
        desk.intend()
        assert desk.item.state == "buying"
    else:
        with pytest.raises(CalledOff):
            desk.intend()
        assert (desk.item.state, desk.item.intent, desk.spent()) == (state, None, 0.0)


@pytest.mark.parametrize("off", [-1, 1])
def test_an_item_of_another_attempt_is_neither_intended_nor_changed(desk: Desk, off: int) -> None:
    """A batch that retries an item counts its attempt up: what an old worker still does must not touch it."""
    item = attrs.evolve(desk.item, attempt=desk.item.attempt + off)
    with pytest.raises(CalledOff):
        desk.purchases.intend(item, "one", "create", None, 2.0)
    desk.intend("one")
    before = desk.item
    desk.purchases.bought(item, "one", "token")
    desk.purchases.finish(item, "done")
    desk.purchases.unsaved(item, "the disk is full")
    assert desk.item == before


@pytest.mark.parametrize("cap", [5.0])
def test_a_purchase_may_reach_the_cap_and_not_pass_it(desk: Desk) -> None:
    with pytest.raises(CalledOff, match="cap") as caught:
        desk.intend(price=5.5, content=CONTENT)
    assert caught.value.held is True
    assert (desk.item.state, desk.item.intent, desk.item.credits, desk.spent()) == (
        "waiting",
        None,
        None,
        0.0,
    )
    assert Contents(desk.engine).of([desk.item.id]) == {}
    desk.intend(price=5.0)
    assert (desk.item.credits, desk.spent()) == (5.0, 5.0)


@pytest.mark.parametrize("state", STATES)
def test_a_purchase_is_written_down_once(desk: Desk, state: str) -> None:
    desk.intend("one")
    desk.put(state=state)
    desk.purchases.bought(desk.item, "one", "token")
    item = desk.item
    if state in ("waiting", "buying"):
        assert (item.state, item.token, item.error_kind) == ("bought", "token", None)
    elif state == "doubt":
        assert (item.state, item.token, item.error_kind) == ("failed", "token", "Late")
        assert "taken for dead" in (item.error or "")
    else:
        assert (item.state, item.token, item.bought) == (state, None, None)
    assert (item.bought is not None) == (item.token is not None)
    assert (item.credits, desk.spent()) == (2.0, 2.0)


@pytest.mark.parametrize("another", ["another", "the second"])
def test_a_purchase_of_another_attempt_leaves_an_item_in_doubt(desk: Desk, another: str) -> None:
    desk.intend("one")
    before = desk.put(state="doubt")
    desk.purchases.bought(before, another, "token")
    assert desk.item == before


def test_a_refused_purchase_gives_its_credits_back(desk: Desk) -> None:
    for item in desk.others[:2]:
        desk.purchases.intend(item, "one", "create", None, 1.0)
    desk.untouched = desk.without_it()
    before = desk.item
    desk.intend("one", "key")
    desk.put(flight="pilio:key")
    desk.purchases.refused(before, "one")
    assert desk.item == before
    assert desk.spent() == 2.0


def test_a_refusal_keeps_key_and_credits_of_an_attempt_that_may_have_arrived(desk: Desk) -> None:
    desk.intend("one", "key")
    earlier = desk.item
    desk.intend("two", "key")
    desk.put(flight="pilio:key")
    desk.purchases.refused(earlier, "two")
    item = desk.item
    assert (item.state, item.intent, item.intent_operation, item.flight) == ("waiting", None, None, None)
    assert (item.request_key, item.credits, desk.spent()) == ("key", 2.0, 2.0)


def test_a_refusal_of_another_attempt_changes_nothing(desk: Desk) -> None:
    before = desk.item
    desk.intend("one")
    intended = desk.item
    desk.purchases.refused(before, "two")
    assert (desk.item, desk.spent()) == (intended, 2.0)


@pytest.mark.parametrize("state", [state for state in STATES if state != "buying"])
def test_a_refusal_that_comes_late_changes_nothing(desk: Desk, state: str) -> None:
    before = desk.item
    desk.intend("one")
    later = desk.put(state=state)
    desk.purchases.refused(before, "one")
    assert (desk.item, desk.spent()) == (later, 2.0)


def test_a_refusal_without_credits_takes_the_intent_back(desk: Desk) -> None:
    before = desk.item
    desk.put(state="buying", intent="one")
    desk.purchases.refused(before, "one")
    assert (desk.item, desk.spent()) == (before, 0.0)


@pytest.mark.parametrize("state", STATES)
def test_only_an_unfinished_item_ends(desk: Desk, state: str) -> None:
    before = desk.put(state=state, flight="pilio:key", error_kind="CannotSave", error="no room")
    desk.purchases.finish(before, "done", files=("a.png", "b.png"))
    item = desk.item
    if state in UNFINISHED:
        assert (item.state, item.flight, item.error_kind, item.error) == ("done", None, None, None)
        assert item.files == ("a.png", "b.png")
        assert item.finished is not None
    else:
        assert item == before


def test_an_item_ends_with_its_error_and_without_files(desk: Desk) -> None:
    desk.purchases.finish(desk.item, "failed", kind="TaskFailed", error="no face")
    item = desk.item
    assert (item.state, item.error_kind, item.error, item.files) == ("failed", "TaskFailed", "no face", ())
    with desk.engine.connect() as connection:
        assert connection.execute(sa.select(ITEMS.c.files).where(ITEMS.c.id == item.id)).scalar() is None


@pytest.mark.parametrize("state", STATES)
def test_why_a_result_is_not_saved_is_noted_while_it_may_still_be(desk: Desk, state: str) -> None:
    before = desk.put(state=state)
    desk.purchases.unsaved(before, "the disk is full")
    if state in ("buying", "bought"):
        assert desk.item == attrs.evolve(before, error_kind="CannotSave", error="the disk is full")
    else:
        assert desk.item == before


class Away:
    """An engine whose server cannot be reached at first, by the words of a PostgreSQL driver."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self.asked = 0

    def _found(self) -> sa.Engine:
        self.asked += 1
        if self.asked == 1:
            no_answer = ConnectionError("no answer")
            no_answer.sqlstate = None  # type: ignore[attr-defined]
            raise OperationalError("SELECT 1", None, no_answer)
        return self._engine

    def connect(self) -> sa.Connection:
        return self._found().connect()

    def begin(self) -> AbstractContextManager[sa.Connection]:
        return self._found().begin()


CALLS: dict[str, Callable[[Purchases, Item], object]] = {
    "affords": lambda purchases, item: purchases.affords("b", 1.0),
    "intend": lambda purchases, item: purchases.intend(item, "one", "create", None, 2.0),
    "refused": lambda purchases, item: purchases.refused(item, "one"),
    "bought": lambda purchases, item: purchases.bought(item, "one", "token"),
    "finish": lambda purchases, item: purchases.finish(item, "done"),
    "unsaved": lambda purchases, item: purchases.unsaved(item, "no room"),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_database_that_is_away_for_a_moment_is_asked_again(
    desk: Desk, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.outages.PAUSE", 0.0)
    AWAY.begin()  # a worker of an earlier test may have ended its waits
    away = Away(desk.engine)
    CALLS[name](Purchases(away), desk.item)  # type: ignore[arg-type]
    assert away.asked == 2


def test_a_purchase_that_is_called_off_says_why() -> None:
    error = CalledOff("the cap of credits is reached", held=True)
    assert (str(error), error.held) == ("the cap of credits is reached", True)
