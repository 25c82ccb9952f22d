"""Files that a vendor takes together are registered together, by the item whose turn comes first."""

import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from batch_support import kill, sandbox_process, small_photo, start_life, write_items
from safelight.batch import Batch, Record, run
from safelight.batch.database import database_url, open_engine
from safelight.batch.lookahead import BEHIND, Lookahead
from safelight.batch.planning import Plan, list_items
from safelight.batch.records import Item
from safelight.batch.store import Store
from safelight.sandbox import Sandbox
from support.waiting import HANG, until
from test_killed import check_paid_once

pytestmark = pytest.mark.integration


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Start a sandbox without limits whose tasks are quick."""
    with Sandbox(limits=False, task_seconds=0.05) as running:
        yield running


def clients(sandbox: Sandbox) -> Mapping[str, Mapping[str, str]]:
    variables = sandbox.environment()
    return {
        vendor: {
            name: variables[f"{vendor.upper()}_{name.upper()}"]
            for name in ("api_key", "secret_key", "base_url")
            if f"{vendor.upper()}_{name.upper()}" in variables
        }
        for vendor in ("pilio", "perfect", "claid")
    }


def made(folder: Path, count: int) -> list[Path]:
    photos = folder / "photos"
    photos.mkdir()
    paths = [photos / f"{number:04d}.jpg" for number in range(count)]
    for path in paths:
        path.write_bytes(small_photo())
    return paths


@pytest.mark.parametrize(
    ("vendor", "count", "operation"),
    [("pilio", 60, "create_files"), ("perfect", 30, "create_background_removal_file")],
)
def test_a_batch_registers_its_files_by_one_call_or_two(
    sandbox: Sandbox, tmp_path: Path, vendor: str, count: int, operation: str
) -> None:
    paths = made(tmp_path, count)
    paths[7].write_bytes(b"no picture at all")
    counts = run(
        [str(path) for path in paths],
        out=tmp_path / "out",
        vendor=vendor,
        operation="remove_background",
        batch="b",
        database_url=f"sqlite:///{tmp_path}/batch.sqlite",
        rates=False,
        clients=clients(sandbox),
    )
    assert (counts.done, counts.failed) == (count - 1, 1)
    registered = [record for record in sandbox.requests if record.operation == operation]
    assert len(registered) in {1, 2}
    sent = [record for record in sandbox.requests if record.operation == "put_object"]
    assert len({record.path for record in sent}) == len(sent) == count - 1


def test_pictures_for_several_operations_and_their_references_are_registered_together(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    paths = made(tmp_path, 9)
    reference = str(paths.pop())
    records = [
        *(Record(str(path), operation="transfer_makeup", options={"reference": reference}) for path in paths),
        *(Record(str(path), operation="colorize", target=f"{path.stem}-colour") for path in paths),
    ]
    counts = run(
        records,
        out=tmp_path / "out",
        vendor="perfect",
        batch="b",
        database_url=f"sqlite:///{tmp_path}/batch.sqlite",
        rates=False,
        clients=clients(sandbox),
    )
    assert counts.done == 16
    registered = [record.operation for record in sandbox.requests if record.operation.endswith("_file")]
    assert set(registered) == {"create_makeup_transfer_file", "create_colorize_file"}
    assert len(registered) <= 4


def test_a_run_that_was_killed_goes_on_with_slots_of_its_own(tmp_path: Path) -> None:
    with sandbox_process(0.1, 0.3) as sandbox:
        url, log = f"sqlite:///{tmp_path / 'batch.sqlite'}", tmp_path / "log.txt"
        listed = write_items(tmp_path, 60, ("pilio",))
        life = start_life(sandbox, url, log, items=listed, out=tmp_path / "out")
        until(lambda: sandbox.ledger()["pilio"] >= 15 or life.poll() is not None)
        kill(life)
        assert life.returncode == -signal.SIGKILL, log.read_text()[-3000:]
        again = start_life(sandbox, url, log, items=listed, out=tmp_path / "out")
        assert again.wait(timeout=HANG) == 0, log.read_text()[-3000:]
        with Batch.open("killed", database_url=url) as batch:
            check_paid_once(batch, sandbox, tmp_path)
        registered = [record for record in sandbox.requests() if record["operation"] == "create_files"]
        assert len(registered) <= 4


# --- what is looked at --------------------------------------------------------------------------------------------


class Listed:
    """A batch in a database, of which an item is at hand."""

    def __init__(self, folder: Path, records: list[Record]) -> None:
        self.store = Store(open_engine(database_url(f"sqlite:///{folder}/batch.sqlite")))
        self.store.open_batch("b", {"out": str(folder)}, None)
        plan = Plan(str(folder), "perfect", "remove_background", name="{number}", overwrite=True)
        list_items(self.store, "b", records, plan)
        self.items = list(self.store.items("b"))

    def near(
        self,
        item: Item | None,
        scope: str = "background_removal",
        known: Callable[[str], bool] = lambda _: False,
    ) -> list[str]:
        ahead = Lookahead(self.store, lambda: item)
        return [file.name for _, file in ahead.upcoming("perfect", scope, known)]


def test_only_files_that_can_be_sent_are_looked_at(tmp_path: Path) -> None:
    first, second, third, fourth = (str(path) for path in made(tmp_path, 4))
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture at all")
    listed = Listed(
        tmp_path,
        [
            Record(first),
            Record(second, options={"filename": "another.jpg"}),
            Record("https://example.test/a.jpg"),
            Record("s3://bucket/a.jpg"),
            Record(str(tmp_path / "missing.jpg")),
            Record(str(broken)),
            Record(third, operation="colorize"),
            Record(third, vendor="pilio", operation="remove_background"),
            Record(fourth),
        ],
    )
    assert listed.near(listed.items[0]) == ["another.jpg", "0003.jpg"]
    assert listed.near(listed.items[0], scope="") == ["another.jpg", "0002.jpg", "0003.jpg"]
    assert listed.near(listed.items[0], known=lambda name: listed.items[1].id in name) == ["0003.jpg"]
    assert listed.near(listed.items[-1]) == ["0000.jpg", "another.jpg"], "what is under way comes in no order"
    assert listed.near(None) == []


def test_items_that_are_bought_or_far_away_are_left_alone(tmp_path: Path) -> None:
    (path,) = made(tmp_path, 1)
    listed = Listed(
        tmp_path, [Record(str(path), options={"filename": f"{number}.jpg"}) for number in range(700)]
    )
    with listed.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE items SET state = 'bought' WHERE number = 302")
    near = listed.near(listed.items[300])
    assert near[0] == f"{300 - BEHIND}.jpg"
    assert "300.jpg" not in near
    assert near[BEHIND : BEHIND + 2] == ["302.jpg", "303.jpg"]
    assert len(near) == 700 - (300 - BEHIND) - 2
