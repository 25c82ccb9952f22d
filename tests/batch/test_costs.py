"""What batches bought, as ``safelight costs`` reads it from their databases, compared with what the sandbox charged."""

import hashlib
import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from batch_support import safelight, small_photo
from click.testing import CliRunner
from safelight.batch import Batch, run
from safelight.cli.app import cli
from safelight.sandbox import Sandbox
from safelight.sandbox.faults import FaultKind

pytestmark = pytest.mark.integration


@pytest.fixture
def sandbox():
    with Sandbox(limits=False, task_seconds=0.05) as running:
        yield running


@pytest.fixture
def database(tmp_path):
    """Where the batch is; not a server's."""
    return tmp_path / "batch.sqlite"


@pytest.fixture
def bought(sandbox, tmp_path, database):
    """A batch of three pictures, of which one got no answer."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        (folder / name).write_bytes(small_photo())
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "picwish", "create_segmentation")
    access = {"api_key": sandbox.api_key("picwish"), "base_url": sandbox.base_url("picwish")}

    def go_on():
        return run(
            [str(folder)],
            vendor="picwish",
            operation="remove_background",
            out=tmp_path / "out",
            database_url=str(database),
            clients={"picwish": access},
        )

    counts = go_on()
    assert (counts.done, counts.doubt) == (2, 1)
    return go_on


def costs(*arguments):
    return CliRunner().invoke(cli, ["costs", *map(str, arguments)])


def rows(database):
    result = costs("--sandbox", "--database-url", database, "--json")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def statement(sandbox, path, charged=lambda _: True):
    lines = [
        f"{entry.time:.0f},{entry.task_id},{entry.credits}"
        for entry in sandbox.ledger.entries
        if charged(entry)
    ]
    path.write_text("\n".join(["time,task,credits", *lines]))
    return path


def test_purchases_of_a_batch_are_counted_and_nothing_is_written(bought, database):
    before = hashlib.sha256(database.read_bytes()).digest()
    (row,) = rows(database)
    assert (row["vendor"], row["purchases"], row["expected"], row["doubt"], row["doubt_most"]) == (
        "picwish",
        2,
        2,
        1,
        1,
    )
    assert hashlib.sha256(database.read_bytes()).digest() == before
    assert costs("--database-url", database).stderr == "nothing was bought yet\n", "a sandbox is no vendor"


def test_a_doubt_that_was_charged_is_settled_in_the_ledger(bought, database, sandbox, tmp_path):
    name = statement(sandbox, tmp_path / "s.csv")
    result = costs("--sandbox", "--database-url", database, "reconcile", name, "--settle")
    assert "were in doubt, and charged: 1" in result.stdout, result.stderr
    (row,) = rows(database)
    assert (row["purchases"], row["charged"], row["doubt"]) == (3, sandbox.ledger.spent("picwish"), 0)
    with Batch.open(database_url=str(database)) as batch:
        assert batch.status().doubt == 1, "the batch decides on its own items"


def test_a_doubt_that_was_not_charged_names_the_order_and_buys_nothing(bought, database, sandbox, tmp_path):
    with Batch.open(database_url=str(database)) as batch:
        (doubt,) = batch.items("doubt")
        known = {json.loads(item.token)["id"] for item in batch.items("done")}
    name = statement(sandbox, tmp_path / "s.csv", lambda entry: entry.task_id in known)
    period = [
        f"--{key}={time.strftime('%Y-%m-%dT%H:%M:%S', time.localtime(time.time() + shift))}"
        for key, shift in (("from", -3600), ("to", 3600))
    ]
    result = costs("reconcile", name, "--sandbox", "--database-url", database, "--settle", *period)
    assert "were in doubt, and not charged: 1" in result.stdout, result.stderr
    assert f"safelight batch doubt --buy-again --batch {doubt.batch} --item {doubt.id}" in result.stdout
    (row,) = rows(database)
    assert (row["purchases"], row["doubt"]) == (2, 0)
    assert sandbox.ledger.count("picwish") == 3


def test_what_was_bought_before_a_retry_is_not_forgotten(bought, database, sandbox):
    with Batch.open(database_url=str(database)) as batch:
        assert batch.buy_again() == 1
    assert bought().done == 3
    (row,) = rows(database)
    assert row["expected"] == sandbox.ledger.spent("picwish") == 4


def test_a_database_of_another_version_and_one_that_is_missing_are_refused(tmp_path):
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as connection, connection:
        connection.execute("CREATE TABLE items (id TEXT PRIMARY KEY)")
    result = costs("--database-url", tmp_path / "old.sqlite")
    assert (result.exit_code, "another version of Safelight" in result.stderr) == (2, True)
    result = costs("--database-url", tmp_path / "none.sqlite")
    assert (result.exit_code, "there is no database of batches" in result.stderr) == (2, True)
    assert not Path(tmp_path / "none.sqlite").exists()


RUN = "batch run photos --vendor picwish --operation remove-background -o out --batch b -q"
REMOVE = "picwish remove-background"


@pytest.fixture
def capped(sandbox, tmp_path, monkeypatch):
    """Three photographs, and a cap of two credits a day."""
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "home" / "profiles.toml"))
    for name, value in sandbox.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SAFELIGHT_MAX_CREDITS_DAY", "2")
    monkeypatch.chdir(tmp_path)
    Path("photos").mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        Path("photos", name).write_bytes(small_photo())
    return tmp_path / "home" / "purchases-sandbox.jsonl"


def test_a_batch_keeps_the_caps_by_day_and_month(sandbox, capped, monkeypatch):
    ran = safelight(RUN)
    assert ran.exit_code == 1
    assert "the cap of 2 credits a day at PicWish could be passed: up to 2 are spent" in ran.stderr
    assert "1 held back: the same command with a higher cap" in ran.stderr
    for period in ("DAY", "MONTH"):
        monkeypatch.delenv("SAFELIGHT_MAX_CREDITS_DAY", raising=False)
        monkeypatch.setenv(f"SAFELIGHT_MAX_CREDITS_{period}", "2")
        with Batch.open("b") as batch:
            assert (batch.status().done, batch.status().held, batch.status().credits) == (2, 1, 2)
        assert safelight(RUN).exit_code == 1
        assert sandbox.ledger.count("picwish") == 2
    monkeypatch.setenv("SAFELIGHT_MAX_CREDITS_MONTH", "3")
    assert safelight(RUN).exit_code == 0
    assert sandbox.ledger.count("picwish") == 3


def test_batches_and_single_commands_count_for_each_other(sandbox, capped):
    assert safelight(f"{REMOVE} photos/a.jpg -o one/").exit_code == 0
    assert safelight(RUN).exit_code == 1
    with Batch.open("b") as batch:
        assert (batch.status().done, batch.status().held) == (1, 2)
    refused = safelight(f"{REMOVE} photos/b.jpg -o one/")
    assert (refused.exit_code, "cap of 2 credits a day" in refused.stderr) == (1, True)
    assert sandbox.ledger.count("picwish") == 2
    rows_ = [json.loads(line) for line in costs("--sandbox", "--json").stdout.splitlines()]
    assert [(row["purchases"], row["most"]) for row in rows_] == [(2, 2)]


def test_a_cap_is_of_one_vendor_and_one_profile(sandbox, capped, monkeypatch):
    assert safelight(RUN.replace("photos", "photos/a.jpg")).exit_code == 0
    key = f"api_key = '{sandbox.api_key('picwish')}'"
    capped.parent.mkdir(exist_ok=True)
    path = capped.with_name("profiles.toml")
    path.write_text(
        f"[work.caps]\nday = 1\n[work.picwish]\n{key}\nbase_url = '{sandbox.base_url('picwish')}'\n"
    )
    path.chmod(0o600)
    monkeypatch.delenv("PICWISH_API_KEY")
    ran = safelight(f"{RUN.replace('out --batch b', 'work --batch w')} --profile work")
    assert "the cap of 1 credit a day" in ran.stderr, ran.stderr
    with Batch.open("w") as batch:
        assert (batch.status().done, batch.status().held) == (1, 2)


def test_what_a_vendor_refused_counts_for_nothing(sandbox, capped):
    sandbox.ledger.set_balance("picwish", 0)
    assert safelight(RUN).exit_code == 1
    sandbox.ledger.set_balance("picwish", 100)
    assert safelight(RUN).exit_code == 1
    assert sandbox.ledger.count("picwish") == 2


def test_what_is_in_doubt_counts(sandbox, capped):
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "picwish", "create_segmentation", times=2)
    assert safelight(RUN).exit_code == 3
    with Batch.open("b") as batch:
        assert (batch.status().doubt, batch.status().held) == (2, 1)


def test_nothing_is_sent_for_items_that_a_cap_holds(sandbox, capped, monkeypatch):
    monkeypatch.setenv("SAFELIGHT_MAX_CREDITS_DAY", "3")  # of one picture at Pilio
    for number in range(40):
        Path("photos", f"{number}.jpg").write_bytes(small_photo())
    assert safelight(RUN.replace("picwish", "pilio")).exit_code == 1
    assert sandbox.ledger.count("pilio") == 1
    sent = [record for record in sandbox.requests if record.operation == "put_object"]
    assert len(sent) < 43


def test_a_batch_without_a_cap_writes_nothing_to_the_ledger(sandbox, capped, monkeypatch):
    monkeypatch.delenv("SAFELIGHT_MAX_CREDITS_DAY")
    assert safelight(RUN).exit_code == 0
    assert not capped.exists()


def test_a_cap_that_is_no_number_is_told_before_anything_is_listed(sandbox, capped, monkeypatch):
    monkeypatch.setenv("SAFELIGHT_MAX_CREDITS_DAY", "many")
    ran = safelight(RUN)
    assert (ran.exit_code, "SAFELIGHT_MAX_CREDITS_DAY must be a number" in ran.stderr) == (2, True)
    assert sandbox.ledger.count() == 0
