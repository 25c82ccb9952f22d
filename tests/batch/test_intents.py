"""An intent is written right before what it stands for is sent, and for nothing else."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from safelight.batch import Batch, Counts, run
from safelight.batch.catalogue import purchases_open, tasks_at_once, work_of
from safelight.batch.contents import Content, Contents, content_of
from safelight.batch.database import database_url, open_engine
from safelight.batch.intents import Intents
from safelight.batch.processing import Processing
from safelight.batch.purchases import CalledOff, Purchases
from safelight.batch.rates import SharedLimiter
from safelight.batch.records import Item
from safelight.batch.saving import Saving
from safelight.batch.store import Store
from safelight.batch.waits import Waits
from safelight.core.api.limits import Turn
from safelight.core.base.events import Purchase
from safelight.core.flow.effects import Flow
from safelight.sandbox import Sandbox
from safelight.sandbox.faults import FaultKind
from support.clients import api_of
from test_together import clients, made

DATA = Path(__file__).parents[1] / "data"


def batch_of(folder: Path, sandbox: Sandbox, vendor: str, count: int, scheme: str = "") -> Counts:
    return run(
        [f"{scheme}{path}" for path in made(folder, count)],
        out=folder / "out",
        vendor=vendor,
        operation="remove_background",
        batch="b",
        database_url=f"sqlite:///{folder}/batch.sqlite",
        rates=False,
        clients=clients(sandbox),
    )


def test_signing_in_again_while_tasks_are_watched_is_no_purchase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collect = Processing.collect

    async def after_two_hours(self: Processing, item: str, attempt: int) -> str:
        for client in self._clients.values():
            auth = api_of(client).auth
            for token in auth.secrets:
                auth.discard({"authorization": f"Bearer {token}"})
        return await collect(self, item, attempt)

    monkeypatch.setattr(Processing, "collect", after_two_hours)
    with Sandbox(limits=False, task_seconds=0.05) as sandbox:
        counts = batch_of(tmp_path, sandbox, "perfect", 3)
        signed_in = [record for record in sandbox.requests if record.operation == "authenticate"]
    assert (counts.done, counts.failed) == (3, 0)
    assert len(signed_in) > 1


def test_a_second_try_writes_its_intent_after_its_upload(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.processing.PAUSES", (0.1,))
    intend = Purchases.intend
    before: list[str] = []
    with Sandbox(limits=False, task_seconds=0.05) as sandbox:

        def noted(
            self: Purchases, item: Item, attempt: str, operation: str, key: str | None, *more: Any
        ) -> None:
            before.append(sandbox.requests[-1].operation)
            intend(self, item, attempt, operation, key, *more)

        monkeypatch.setattr(Purchases, "intend", noted)
        sandbox.faults.add(FaultKind.RATE_LIMITED, "pilio", "remove_background", times=5, retry_after="0")
        # From an address, for a file on disk would be remembered as sent.
        counts = batch_of(tmp_path, sandbox, "pilio", 1, "file://")
        calls = [record.operation for record in sandbox.requests]
    assert counts.done == 1
    assert calls.count("create_files") == 2
    assert before.count("put_object") == 2
    assert len(before) == calls.count("remove_background")


class Ending:
    """A worker that is ending: whoever does not pass a gate at once is called off."""

    stopping = True

    def check_alive(self) -> None: ...


@pytest.mark.parametrize(
    ("vendor", "operation", "options", "held"),
    [
        ("claid", "generate_image", {}, True),
        ("claid", "edit", {}, False),
        ("picwish", "remove_background", {"sync": True}, True),
        ("picwish", "remove_background", {"sync": False}, False),
    ],
)
def test_as_many_purchases_are_open_as_last_as_long_as_their_tasks(
    tmp_path: Path, vendor: str, operation: str, options: Mapping[str, object], *, held: bool
) -> None:
    """Else as few as may be, for a crash leaves them in doubt."""
    work = work_of(vendor, operation)
    purchases = Purchases(open_engine(database_url(f"sqlite:///{tmp_path}/b.sqlite")))
    intents = Intents(purchases, Ending(), Saving(purchases, Waits()))
    item = Item("i", "b", 1, vendor, operation, None, "a.jpg", options, "a", "waiting", 0)
    most = tasks_at_once(work.facts) if held else purchases_open(work.facts)
    for _ in range(most):
        intents.begin(item, work, 1.0)
        intents.announce(Purchase(vendor, work.create.id, None))
    intents.begin(item, work, 1.0)
    with pytest.raises(CalledOff):
        intents.announce(Purchase(vendor, work.create.id, None))


class Dying:
    """A worker that is taken for dead after a while."""

    stopping = False
    dead = False

    def check_alive(self) -> None:
        if self.dead:
            raise CalledOff("this worker was taken for dead", held=False)


@pytest.mark.parametrize(("key", "kept"), [("7", "7"), (None, None)])
def test_a_key_that_the_vendor_may_have_stays_where_sending_it_again_is_called_off(
    tmp_path: Path, key: str | None, kept: str | None
) -> None:
    """Else the next worker would buy with another one."""
    engine = open_engine(database_url(f"sqlite:///{tmp_path}/b.sqlite"))
    store, purchases, host = Store(engine), Purchases(engine), Dying()
    store.open_batch("b", {"out": "out"}, None)
    row = attrs.asdict(
        Item("i", "b", 1, "perfect", "remove_background", None, "a.jpg", {}, "a", "waiting", 0)
    )
    store.add("b", [{**row, "options": "{}", "files": None}])
    item = store.known(["i"])["i"]
    work = work_of(item.vendor, item.operation)
    intents = Intents(purchases, host, Saving(purchases, Waits()))
    buying = intents.begin(item, work, 1.0)
    intents.announce(Purchase(item.vendor, work.create.id, key))
    intents.write()
    host.dead = True
    with pytest.raises(CalledOff):  # no answer came, and the client would send it again
        intents.write()
    intents.take_back(buying)
    assert store.known(["i"])["i"].request_key == kept
    assert store.known(["i"])["i"].state == ("waiting" if key is None else "buying")


def test_a_billed_upload_is_intended_when_its_turn_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = SharedLimiter._turn
    states: list[str] = []

    def noted(self: SharedLimiter, *, new_work: bool) -> Flow[Turn]:
        with Batch.open("b", database_url=f"sqlite:///{tmp_path}/batch.sqlite") as batch:
            states.extend(item.state for item in batch.items())
        return (yield from turn(self, new_work=new_work))

    monkeypatch.setattr(SharedLimiter, "_turn", noted)
    with Sandbox(limits=False, task_seconds=0.05) as sandbox:
        assert batch_of(tmp_path, sandbox, "claid", 1).done == 1
    assert states[0] == "waiting"
    assert set(states[1:]) == {"buying", "bought"}


def test_a_file_that_changes_before_it_is_sent_is_remembered_by_what_was_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.processing.PAUSES", (0.1,))
    found: list[Content | None] = []

    def read(path: str, *, lasting: bool = True) -> Content | None:
        found.append(content_of(path, lasting=lasting))
        if len(found) == 1:
            Path(path).write_bytes((DATA / "chelsea.jpg").read_bytes())
        return found[-1]

    monkeypatch.setattr("safelight.batch.processing.content_of", read)
    with Sandbox(limits=False, task_seconds=0.05) as sandbox:
        assert batch_of(tmp_path, sandbox, "pilio", 1).done == 1
        assert sandbox.ledger.count("pilio") == 1
    engine = open_engine(database_url(f"sqlite:///{tmp_path}/batch.sqlite"))
    with Batch.open("b", database_url=f"sqlite:///{tmp_path}/batch.sqlite") as batch:
        (item,) = batch.items()
    assert Contents(engine).of([item.id]) == {item.id: content_of(item.source)}
