"""Pruning: the engine's records of what finished long ago, and whole batches."""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from batch_support import small_photo
from click.testing import CliRunner, Result
from safelight.batch import Batch, Counts, Record, run
from safelight.batch.engine import Enqueuer
from safelight.batch.tables import ITEMS
from safelight.cli.app import cli
from safelight.errors import ConfigurationError
from safelight.sandbox import Sandbox

DAY = 86_400.0


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Start a sandbox without limits whose tasks are quick."""
    with Sandbox(limits=False, task_seconds=0.05) as running:
        yield running


class Setting:
    """A database with batches of three photographs each."""

    def __init__(self, folder: Path, sandbox: Sandbox) -> None:
        self.folder = folder
        self.database = folder / "batch.sqlite"
        self.url = f"sqlite:///{self.database}"
        self.sandbox = sandbox
        (folder / "a.jpg").write_bytes(small_photo())

    def run(self, batch: str) -> Counts:
        return run(
            [Record(str(self.folder / "a.jpg"), target=str(number)) for number in range(3)],
            out=self.folder / batch,
            vendor="picwish",
            operation="remove_background",
            options={"sync": True},
            batch=batch,
            database_url=self.url,
            rates=False,
            clients={
                "picwish": {
                    "api_key": self.sandbox.api_key("picwish"),
                    "base_url": self.sandbox.base_url("picwish"),
                }
            },
        )

    def open(self, batch: str) -> Batch:
        return Batch.open(batch, database_url=self.url)

    def age(self, batch: str, days: float, *numbers: int) -> None:
        """Let items have finished earlier, and their batch have been made then."""
        with self.open(batch) as found, found.store.engine.begin() as connection:
            connection.execute(
                sa.text("UPDATE batches SET created = created - :s WHERE id = :b"),
                {"s": days * DAY, "b": batch},
            )
            connection.execute(
                sa.update(ITEMS)
                .where(ITEMS.c.batch == batch, ITEMS.c.number.in_(numbers or (1, 2, 3)))
                .values(finished=time.time() - days * DAY)
            )

    def records(self) -> int:
        """Workflows that the engine remembers."""
        with closing(sqlite3.connect(self.database)) as connection, connection:
            return connection.execute("SELECT count(*) FROM workflow_status").fetchone()[0]

    def prune(self, *arguments: str) -> Result:
        return CliRunner().invoke(cli, ["batch", "prune", *arguments, "--database", str(self.database)])


@pytest.fixture
def setting(tmp_path: Path, sandbox: Sandbox) -> Setting:
    return Setting(tmp_path, sandbox)


def test_only_records_of_what_finished_long_ago_are_removed(setting: Setting, sandbox: Sandbox) -> None:
    setting.run("b")
    setting.age("b", 2.0, 1, 2)
    with setting.open("b") as batch:
        assert batch.prune(older_than=3 * DAY) == 0
        assert setting.records() == 3
        assert batch.prune(older_than=1.5 * DAY) == 2
        assert setting.records() == 1
        assert batch.prune(older_than=1.5 * DAY, everything=True) == 2
        assert batch.status().done == 3, "one item is too young for its batch to go"
        assert batch.prune() == 3
        assert setting.records() == 0
    assert setting.run("b").done == 3
    assert sandbox.ledger.count("picwish") == 3


def test_whole_batches_go_by_the_age_of_their_last_item(setting: Setting) -> None:
    for name in ("old", "new"):
        setting.run(name)
    setting.age("old", 40)
    setting.age("new", 40, 1, 2)
    result = setting.prune("--everything", "--older-than", "30")
    assert result.exit_code == 0, result.output
    assert sorted(result.output.splitlines()) == [
        "records of 2 items of new removed",
        "records of 3 items of old removed, and the batch itself",
    ]
    assert setting.records() == 1
    with pytest.raises(ConfigurationError, match="no batch"):
        setting.open("old")
    with setting.open("new") as batch:
        assert batch.status().done == 3


def test_a_batch_that_is_named_is_the_only_one(setting: Setting) -> None:
    for name in ("one", "two"):
        setting.run(name)
        setting.age(name, 1)
    assert "of one removed" in setting.prune("--older-than", "0.5", "--batch", "one").output
    assert setting.records() == 3
    assert setting.prune("--older-than", "0.5").exit_code == 0
    assert setting.records() == 0
    status = CliRunner().invoke(cli, ["batch", "status", "--json", "--database", str(setting.database)])
    assert [json.loads(line)["done"] for line in status.output.splitlines()] == [3, 3]


@pytest.mark.parametrize("days", ["-1", "soon"])
def test_an_age_is_a_number_of_days(setting: Setting, days: str) -> None:
    assert setting.prune("--older-than", days).exit_code == 2


def test_what_is_not_finished_stays(setting: Setting) -> None:
    setting.run("b")
    setting.age("b", 9)
    with setting.open("b") as batch:
        with batch.store.engine.begin() as connection:
            connection.execute(
                sa.update(ITEMS).where(ITEMS.c.number == 1).values(state="bought", finished=None)
            )
        assert batch.prune(everything=True, older_than=DAY) == 2
        assert setting.records() == 1
        assert batch.status().total == 3


def test_records_are_removed_by_the_page(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    setting.run("b")
    setting.age("b", 9)
    monkeypatch.setattr("safelight.batch.store.PAGE", 2)
    pages: list[int] = []
    delete = Enqueuer.delete
    monkeypatch.setattr(
        Enqueuer, "delete", lambda self, items: (pages.append(len(items)), delete(self, items))[1]
    )
    with setting.open("b") as batch:
        assert batch.prune(older_than=DAY) == 3
    assert pages == [2, 1]
    assert setting.records() == 0
