"""What users do with a batch: run it again, retry, buy what is in doubt, cap it, cancel it, prune it."""

import asyncio
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from batch_support import small_photo
from PIL import Image
from safelight.batch import Batch, Counts, Record, catalogue, run
from safelight.batch.catalogue import Work
from safelight.batch.database import database_url, open_engine
from safelight.batch.file_lock import FileLock
from safelight.batch.orders import Orders
from safelight.batch.planning import Plan, list_items
from safelight.batch.processing import Processing
from safelight.batch.purchases import Purchases
from safelight.batch.records import Item
from safelight.batch.running import prepare
from safelight.batch.store import Store
from safelight.errors import ConfigurationError, InvalidInput
from safelight.sandbox import Sandbox
from safelight.sandbox.faults import FaultKind
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

Clients = Mapping[str, Mapping[str, str]]


pytestmark = pytest.mark.integration


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Start a sandbox without limits whose tasks are quick."""
    with Sandbox(limits=False, task_seconds=0.05) as running:
        yield running


@pytest.fixture
def clients(sandbox: Sandbox) -> Clients:
    """Arguments of clients that lead to the sandbox."""
    return {
        vendor: {"api_key": sandbox.api_key(vendor), "base_url": sandbox.base_url(vendor)}
        for vendor in ("pilio", "picwish", "claid")
    }


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Make a folder of four small photographs, one of them below a folder."""
    folder = tmp_path / "photos"
    (folder / "more").mkdir(parents=True)
    for name in ("a.jpg", "b.jpg", "c.jpg", "more/a.jpg"):
        (folder / name).write_bytes(small_photo())
    return folder


class Setting:
    """One folder with its database, and how to run batches there."""

    def __init__(self, folder: Path, clients: Clients) -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder}/batch.sqlite"
        self.clients = clients

    def run(self, sources: list[str] | list[Record], **given: object) -> Counts:
        arguments = {"vendor": "picwish", "operation": "remove_background", "batch": "b", **given}
        if arguments["vendor"] == "picwish":
            arguments = {"options": {"sync": True}, **arguments}
        return run(
            sources,
            out=self.folder / "out",
            database_url=self.url,
            rates=False,
            clients=self.clients,
            **arguments,  # type: ignore[arg-type]
        )

    def batch(self) -> Batch:
        return Batch.open("b", database_url=self.url)


@pytest.fixture
def setting(tmp_path: Path, clients: Clients) -> Setting:
    return Setting(tmp_path, clients)


def test_the_same_batch_again_buys_only_what_is_new(setting: Setting, sandbox: Sandbox, photos: Path) -> None:
    counts = setting.run([str(photos)])
    assert (counts.done, counts.total) == (4, 4)
    assert sorted(
        path.relative_to(setting.folder / "out").as_posix()
        for path in (setting.folder / "out").rglob("*.png")
    ) == [
        "a.png",
        "b.png",
        "c.png",
        "more/a.png",
    ]
    (photos / "d.jpg").write_bytes(small_photo())
    counts = setting.run([str(photos)])
    assert (counts.done, counts.total) == (5, 5)
    assert sandbox.ledger.count("picwish") == 5
    with setting.batch() as batch:
        assert batch.prune() == 5
        assert batch.status().done == 5
    setting.run([str(photos)])
    assert sandbox.ledger.count("picwish") == 5


def test_a_failed_download_is_fetched_by_retry_and_a_failed_task_bought_again(
    setting: Setting, sandbox: Sandbox, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.processing.PAUSES", ())
    sandbox.faults.add(FaultKind.TASK_FAILURE, "pilio", "remove_background", times=1)
    counts = setting.run([str(photos / "a.jpg"), str(photos / "b.jpg")], vendor="pilio")
    assert (counts.done, counts.failed) == (1, 1)
    (setting.folder / "out" / "more").write_text("a file where a folder must be made")
    counts = setting.run([str(photos)], vendor="pilio")
    assert (counts.done, counts.failed) == (2, 2)
    with setting.batch() as batch:
        kinds = {kind for _, kind, _ in batch.store.errors("b")}
        assert kinds == {"TaskFailed", "FileExistsError"}
        (setting.folder / "out" / "more").unlink()
        assert batch.retry() == 2
    counts = setting.run([str(photos)], vendor="pilio")
    assert counts.done == 4
    assert sandbox.ledger.count("pilio") == 5


def test_an_unclear_answer_is_in_doubt_until_the_user_says_so(
    setting: Setting, sandbox: Sandbox, photos: Path
) -> None:
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "picwish", "create_segmentation", times=1)
    counts = setting.run([str(photos)])
    assert (counts.done, counts.doubt) == (3, 1)
    assert setting.run([str(photos)]).doubt == 1
    assert sandbox.ledger.count("picwish") == 4
    with setting.batch() as batch:
        assert batch.retry() == 0
        assert batch.buy_again() == 1
    counts = setting.run([str(photos)])
    assert (counts.done, counts.doubt, counts.credits) == (4, 0, 5.0)
    assert sandbox.ledger.count("picwish") == 5


def test_a_cap_holds_items_back_and_a_higher_one_lets_them_go(
    setting: Setting, sandbox: Sandbox, photos: Path
) -> None:
    counts = setting.run(
        [str(photos)], vendor="pilio", operation="upscale", options={"type": "2X"}, max_credits=21.0
    )
    assert (counts.done, counts.held, counts.credits) == (2, 2, 18.0)
    counts = setting.run(
        [str(photos)], vendor="pilio", operation="upscale", options={"type": "2X"}, max_credits=36.0
    )
    assert (counts.done, counts.held, counts.credits) == (4, 0, 36.0)
    assert sandbox.ledger.count("pilio") == 4


def test_a_cap_counts_what_the_vendor_quotes(setting: Setting, sandbox: Sandbox) -> None:
    records = [
        Record("", options={"prompt": f"a lighthouse, {number}", "aspect_ratio": "3:2"})
        for number in range(3)
    ]
    counts = setting.run(records, vendor="pilio", operation="generate_image", name="{number}", max_credits=4)
    assert (counts.done, counts.held, counts.credits) == (2, 1, 4.0), (
        "2 credits each, which no document promises"
    )
    asked = [request for request in sandbox.requests if request.operation == "quote_gpt_image_2"]
    assert len(asked) == 1, "the prompt is no choice"


def test_a_cap_holds_where_a_quote_is_refused(setting: Setting, sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.SERVER_ERROR, "pilio", "quote_gpt_image_2", status=400, times=None)
    records = [Record("", options={"prompt": "a lighthouse", "aspect_ratio": "3:2"})]
    counts = setting.run(records, vendor="pilio", operation="generate_image", name="{number}", max_credits=5)
    assert (counts.done, counts.held) == (0, 1)


def test_a_cap_lets_nothing_through_whose_price_is_not_known(setting: Setting, sandbox: Sandbox) -> None:
    fault = sandbox.faults.add(
        FaultKind.SERVER_ERROR, "pilio", "quote_gpt_image_25_flare", status=400, times=None
    )
    given = {"vendor": "pilio", "operation": "generate_with_flare", "name": "{number}"}
    records = [Record("", options={"prompt": "a lighthouse"})]
    counts = setting.run(records, max_credits=100, **given)
    assert (counts.done, counts.held) == (0, 1)
    with setting.batch() as batch:
        assert "not known before" in next(item.error or "" for item in batch.items("held"))
    sandbox.faults.remove(fault.number)
    counts = setting.run(records, max_credits=100, **given)
    assert (counts.done, counts.credits) == (1, 1.0)


def test_a_cap_that_another_process_sets_meanwhile_holds_back_what_has_no_known_price(
    setting: Setting, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker keeps what it read of a batch, which had no cap when its first item began."""
    sandbox.faults.add(FaultKind.SERVER_ERROR, "pilio", "quote_gpt_image_25_flare", status=400, times=None)
    buy, first = Processing.buy, asyncio.Event()
    begun: list[str] = []

    async def one_after_the_other(self: Processing, item: str, attempt: int) -> str:
        begun.append(item)
        if item != begun[0]:
            await first.wait()
            return await buy(self, item, attempt)
        state = await buy(self, item, attempt)
        with setting.batch() as batch:
            batch.store.open_batch("b", batch.store.chosen("b").settings, 1000.0)
        first.set()
        return state

    monkeypatch.setattr(Processing, "buy", one_after_the_other)
    records = [Record("", options={"prompt": f"a lighthouse, {number}"}) for number in range(3)]
    counts = setting.run(records, vendor="pilio", operation="generate_with_flare", name="{number}")
    assert (counts.done, counts.held) == (1, 2)
    assert sandbox.ledger.count("pilio") == 1


def test_items_whose_workflow_ended_with_an_error_start_again(
    setting: Setting, sandbox: Sandbox, photos: Path
) -> None:
    """As one of another release may; an item of which a purchase is open comes to be in doubt."""
    plan = Plan(str(setting.folder / "out"), "picwish", "remove_background", {"sync": True})
    engine = open_engine(database_url(setting.url))
    with prepare(engine, [str(photos)], plan, batch="b") as batch, engine.begin() as connection:
        connection.execute(text("UPDATE workflow_status SET status = 'ERROR'"))
        bought = next(batch.items())
        connection.execute(
            text("UPDATE items SET state = 'buying', intent = 'x' WHERE id = :id"), {"id": bought.id}
        )
    counts = setting.run([str(photos)])
    assert (counts.done, counts.doubt) == (3, 1)
    assert sandbox.ledger.count("picwish") == 3


def test_a_cap_lets_no_price_for_each_page_through(setting: Setting, sandbox: Sandbox) -> None:
    document = setting.folder / "a.pdf"
    Image.new("RGB", (40, 40)).save(document)
    given = {"vendor": "pilio", "operation": "remove_pdf_watermark"}
    counts = setting.run([str(document)], options={"mode": "ai"}, max_credits=100, **given)
    assert (counts.done, counts.held) == (0, 1)
    assert sandbox.ledger.count("pilio") == 0
    counts = setting.run([str(document)], options={"mode": "editable"}, max_credits=100, batch="c", **given)
    assert (counts.done, counts.credits) == (1, 6.0)


def test_an_operation_that_has_a_quote_needs_none_without_a_cap(setting: Setting, sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.SERVER_ERROR, "pilio", "quote_gpt_image_25_flare", status=400, times=None)
    records = [Record("", options={"prompt": "a lighthouse"})]
    counts = setting.run(records, vendor="pilio", operation="generate_with_flare", name="{number}")
    assert (counts.done, counts.credits) == (1, 1.0)


def test_empty_account_holds_items_back(setting: Setting, sandbox: Sandbox, photos: Path) -> None:
    sandbox.ledger.set_balance("picwish", 2)
    counts = setting.run([str(photos)])
    assert (counts.done, counts.held, counts.failed) == (2, 2, 0)
    sandbox.ledger.set_balance("picwish", 100)
    assert setting.run([str(photos)]).done == 4


def test_a_result_inside_the_answer_needs_no_token(setting: Setting, sandbox: Sandbox, photos: Path) -> None:
    counts = setting.run([str(photos)], options={"sync": True, "returns": "binary"})
    assert counts.done == 4
    assert sandbox.ledger.count("picwish") == 4


def test_two_items_of_one_name_are_refused_before_anything_is_bought(
    setting: Setting, sandbox: Sandbox, photos: Path
) -> None:
    (photos / "a.png").write_bytes(small_photo())
    with pytest.raises(InvalidInput, match="both be saved as"):
        setting.run([str(photos)])
    assert sandbox.ledger.count() == 0
    with pytest.raises(ConfigurationError, match="no batch"):
        setting.batch()
    assert setting.run([str(photos)], name="{folder}/{name}").done == 5


def test_results_that_exist_are_not_replaced_unasked(
    setting: Setting, sandbox: Sandbox, photos: Path
) -> None:
    (setting.folder / "out").mkdir()
    (setting.folder / "out" / "b.jpg").write_bytes(b"mine")
    with pytest.raises(InvalidInput, match="exist already"):
        setting.run([str(photos)])
    assert sandbox.ledger.count() == 0
    assert setting.run([str(photos)], overwrite=True).done == 4


@pytest.mark.parametrize(
    ("given", "files"),
    [
        ({"options": {"sync": True, "output": "both"}}, ["a.png", "a-mask.png"]),
        ({"options": {"sync": True, "output": "mask"}}, ["a-mask.png"]),
        (
            {
                "vendor": "pilio",
                "operation": "edit_image",
                "options": {"prompt": "a cat", "output_count": 2},
            },
            ["a-1.png", "a-2.png", "a-all.zip"],
        ),
    ],
)
def test_none_of_several_results_is_replaced_unasked(
    setting: Setting, sandbox: Sandbox, photos: Path, given: dict[str, object], files: list[str]
) -> None:
    source = str(photos / "a.jpg")
    assert setting.run([source], **given).done == 1
    out = setting.folder / "out"
    assert {path.name for path in out.iterdir()} == set(files)
    for kept in files:
        for path in out.iterdir():
            path.unlink()
        (out / kept).write_bytes(b"mine")
        with pytest.raises(InvalidInput, match=f"exist already .*: {Path(kept).stem}[.]"):
            setting.run([source], **given, batch="other")
        assert (out / kept).read_bytes() == b"mine"


def test_a_source_with_a_number_is_no_further_result(setting: Setting, photos: Path) -> None:
    (photos / "a-1.jpg").write_bytes(small_photo())
    assert setting.run([str(photos / "a-1.jpg")]).done == 1
    assert setting.run([str(photos / "a.jpg")]).done == 2


def test_results_that_were_removed_are_fetched_and_not_bought_again(
    setting: Setting, sandbox: Sandbox, photos: Path
) -> None:
    assert setting.run([str(photos)], vendor="pilio").done == 4
    (gone,) = (setting.folder / "out" / "more").iterdir()
    gone.unlink()
    assert setting.run([str(photos)], vendor="pilio").done == 4
    assert not gone.exists()
    with setting.batch() as batch:
        assert list(batch.missing()) == [str(gone)]
        assert list(batch.missing(1)) == []
        assert batch.fetch_missing() == 1
    counts = setting.run([str(photos)], vendor="pilio")
    assert (counts.done, counts.credits) == (4, 12.0)
    assert gone.exists()
    assert sandbox.ledger.count("pilio") == 4
    with setting.batch() as batch:
        assert not any(batch.missing())


def test_a_removed_result_that_came_inside_the_answer_is_not_bought_again(
    setting: Setting, sandbox: Sandbox, photos: Path
) -> None:
    setting.run([str(photos)], options={"sync": True, "returns": "binary"})
    (setting.folder / "out" / "a.png").unlink()
    with setting.batch() as batch:
        assert len(list(batch.missing())) == 1
        assert batch.fetch_missing() == 0


@pytest.mark.parametrize("after", ["buying", "bought"])
def test_what_a_full_disk_broke_off_goes_on_in_the_same_worker(
    setting: Setting, sandbox: Sandbox, photos: Path, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    monkeypatch.setattr("safelight.batch.processing.REPAIR_SECONDS", 0.2)
    change = Purchases._change
    full = [2]

    def refuse(purchases: Purchases, item: Item, states: Sequence[str], *given: Any) -> bool:
        written = purchases_state(item)
        if full[0] and (written == "bought") == (after == "bought"):
            full[0] -= 1
            raise OperationalError("UPDATE items", None, sqlite3.OperationalError("database or disk is full"))
        return change(purchases, item, states, *given)

    def purchases_state(item: Item) -> str:
        with setting.batch() as batch:
            found = batch.store.item(item.id)
            return "" if found is None else found.state

    monkeypatch.setattr(Purchases, "_change", refuse)
    counts = setting.run([str(photos / "a.jpg")], vendor="pilio")
    assert not full[0]
    assert (counts.doubt, counts.done) == (0, 1)
    assert sandbox.ledger.count("pilio") == 1


def test_wrong_arguments_are_refused_before_anything_is_bought(setting: Setting, photos: Path) -> None:
    with pytest.raises(InvalidInput, match="no parameter 'colour'"):
        setting.run([str(photos)], options={"colour": "red"})
    with pytest.raises(InvalidInput, match="needs 'prompt'"):
        setting.run([str(photos)], vendor="claid", operation="animate", options={"duration": "5"})
    with pytest.raises(ConfigurationError, match="no operation"):
        setting.run([str(photos)], operation="paint")


def test_cancelled_items_are_not_bought(setting: Setting, sandbox: Sandbox, photos: Path) -> None:
    plan = Plan(str(setting.folder / "out"), "pilio", "remove_background")
    with prepare(open_engine(database_url(setting.url)), [str(photos)], plan, batch="b") as batch:
        assert batch.status().waiting == 4
        assert batch.cancel() == 4
    counts = setting.run([str(photos)], vendor="pilio")
    assert (counts.cancelled, counts.done) == (4, 0)
    assert sandbox.ledger.count() == 0


def test_what_a_cap_held_back_is_cancelled_too(setting: Setting, sandbox: Sandbox, photos: Path) -> None:
    assert setting.run([str(photos)], vendor="pilio", max_credits=3).held == 3
    with Batch.open("b", database_url=setting.url) as batch:
        assert batch.cancel() == 3
    assert setting.run([str(photos)], vendor="pilio").cancelled == 3
    assert sandbox.ledger.count() == 1


def test_to_cancel_twice_as_many_items_is_twice_the_work(
    setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.orders.PAGE", 50)
    plan = Plan("/nowhere", "picwish", "remove_background")
    engine = open_engine(database_url(setting.url))
    store = Store(engine)
    work = {"first": 1000, "second": 2000}
    for batch, count in work.items():
        store.open_batch(batch, {"out": "/nowhere"}, None)
        list_items(store, batch, (Record(f"/photos/{number}.jpg") for number in range(count)), plan)

    def step() -> int:
        work[batch] += 1
        return 0

    def watch(connection: sqlite3.Connection, *_: object) -> None:
        connection.set_progress_handler(step, 1000)

    event.listen(engine, "checkout", watch)
    for batch, count in work.items():
        work[batch] = 0
        assert sum(map(len, Orders(store).cancel(batch))) == count
    engine.dispose()
    assert work["second"] < 2.5 * work["first"]


def test_records_may_differ_in_vendor_operation_and_target(
    setting: Setting, sandbox: Sandbox, photos: Path
) -> None:
    source = str(photos / "a.jpg")
    counts = setting.run(
        [
            Record(source, {"sync": True}, target="cut"),
            Record(source, vendor="claid", operation="upscale", target="large/it"),
            Record(source, vendor="claid", operation="upscale", target="large/it"),
        ],
        options={},
    )
    assert (counts.done, counts.total) == (2, 2)
    assert len(list((setting.folder / "out").rglob("*.*"))) == 2


def test_a_second_process_is_kept_off_a_sqlite_file(setting: Setting) -> None:
    engine = open_engine(database_url(setting.url))
    lock = FileLock(engine)
    with pytest.raises(ConfigurationError, match="in use by process"):
        FileLock(engine)
    lock.release()
    FileLock(engine).release()
    engine.dispose()


def test_no_key_reaches_the_database(setting: Setting, sandbox: Sandbox, photos: Path) -> None:
    setting.run([str(photos)])
    with closing(sqlite3.connect(setting.folder / "batch.sqlite")) as connection, connection:
        dumped = "\n".join(connection.iterdump())
    connection.close()
    assert sandbox.api_key("picwish") not in dumped


def test_an_item_that_this_release_cannot_work_on_fails_and_holds_up_no_other(
    setting: Setting, sandbox: Sandbox, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where another worker, of a newer release, enqueued it."""
    unknown = ConfigurationError("there is no operation 'newer'")
    found = iter([unknown])

    def work_of(vendor: str, operation: str) -> Work:
        for error in found:
            raise error
        return known(vendor, operation)

    known = catalogue.work_of
    monkeypatch.setattr("safelight.batch.processing.work_of", work_of)
    counts = setting.run([str(photos)])
    assert (counts.done, counts.failed) == (3, 1)
    with setting.batch() as batch:
        assert [kind for _, kind, _ in batch.store.errors("b")] == ["ConfigurationError"]
