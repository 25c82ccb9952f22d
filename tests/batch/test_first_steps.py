"""What people meet who run their first batch: a wrong word, a missing key, a hint to follow, a sandbox that ended."""

import json
import shlex
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from batch_support import PICWISH, environment, safelight, small_photo
from safelight.batch import Batch, Counts, Record, run
from safelight.batch.cli_run import _summary
from safelight.batch.database import database_url, open_engine
from safelight.batch.planning import Plan
from safelight.batch.running import prepare
from safelight.cli.vendors import VENDORS
from safelight.core.base.outcome import Handle
from safelight.errors import ConfigurationError, InvalidInput
from safelight.sandbox import Sandbox
from safelight.sandbox.faults import FaultKind
from support.waiting import until

pytestmark = pytest.mark.integration

SANDBOX_FILE = "safelight-batch-sandbox.sqlite"


def test_hints_name_the_batch_and_its_database(folder: Path) -> None:
    counts = Counts(total=6, done=1, failed=1, held=1, doubt=3, credits=4)
    text = _summary("my batch", counts, "sqlite:///own.sqlite", "large/")
    assert "1 of 6 done, at most 4 credits; results are in large/\n" in text
    for command in ("retry --failed", "doubt"):
        assert f"safelight batch {command} --batch 'my batch' --database-url sqlite:///own.sqlite" in text
    assert "higher cap" in text
    assert "--database-url" not in _summary("b", counts, "postgresql://user:secret@host/b", ".")


def test_the_hint_leads_to_the_older_batch(sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "picwish", "create_segmentation", times=1)
    command = f"{PICWISH.removesuffix(' -q')} -O sync=true --batch first"
    first = safelight(command)
    assert first.exit_code == 3, first.output
    assert safelight(f"{PICWISH} -O sync=true -o other --batch second").exit_code == 0
    hint = first.output.partition("charged: safelight ")[2].splitlines()[0]
    listed = safelight(hint)
    assert "first-" in listed.stdout
    advice = listed.stderr.partition("to pay again: safelight ")[2].splitlines()[0]
    assert "1 item is bought again" in safelight(advice).output


def test_a_retry_says_what_it_will_pay_again(
    sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.processing.PAUSES", ())
    command = "batch run photos --vendor pilio --operation upscale -O type=2X -o out --batch b -q"
    sandbox.faults.add(FaultKind.TASK_FAILURE, "pilio", "upscale_image", times=2)
    assert safelight(command).exit_code == 1
    (folder / "photos" / "deep").mkdir()
    (folder / "photos" / "deep" / "c.jpg").write_bytes(small_photo())
    (folder / "out").mkdir(exist_ok=True)
    (folder / "out" / "deep").write_text("a file where a folder must be made")
    assert safelight(command).exit_code == 1
    said = safelight("batch retry --failed").output
    assert "3 items of b start again" in said
    assert "1 is bought already, and will only be fetched" in said
    assert "2 will be bought again, at most 18 credits" in said
    assert f"  {folder}/photos/a.jpg: " in said
    (folder / "out" / "deep").unlink()
    assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("pilio") == 5
    assert "bought" not in safelight("batch retry").output


def test_to_buy_an_unknown_item_again_is_wrong_use_and_changes_nothing(sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "picwish", "create_segmentation", times=1)
    safelight(f"{PICWISH} -O sync=true --batch b")
    with Batch.open("b") as batch:
        doubtful = next(batch.items("doubt")).id
        done = next(batch.items("done")).id
    for wrong in ("b-nonsense", done):
        for buying in ("--buy-again ", ""):
            result = safelight(f"batch doubt {buying}--item {doubtful} --item {wrong}")
            assert result.exit_code == 2
            assert wrong in result.output
    with Batch.open("b") as batch:
        assert batch.status().doubt == 1


@pytest.mark.integration
def test_a_run_on_the_embedded_sandbox_goes_on_after_it_was_killed(folder: Path) -> None:
    for name in ("c", "d"):
        (folder / "photos" / f"{name}.jpg").write_bytes(small_photo())
    command = f"batch --sandbox {PICWISH.removeprefix('batch ')} --batch b"
    process = subprocess.Popen([sys.executable, "-m", "safelight", *shlex.split(command)], env=environment())
    try:
        until(lambda: process.poll() is not None or _bought(folder))
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    lost = _bought(folder)
    assert lost
    again = safelight(command.replace(" -q ", " "))
    assert again.exit_code == 0, again.output
    assert "ended with the last sandbox" in again.stderr
    assert json.loads(safelight("batch --sandbox status --json").output)["done"] == 4


def test_a_worker_on_the_embedded_sandbox_starts_over_what_ended_with_the_last(folder: Path) -> None:
    command = PICWISH.removeprefix("batch ")
    assert safelight(f"batch --sandbox {command} --enqueue-only --batch b").exit_code == 0
    with Batch.open("b", database_url=SANDBOX_FILE) as batch:
        lost, unclear = batch.items()
    token = Handle("picwish", "remove_background", "2", 0.0, "http://127.0.0.1:9", "b").token
    with closing(sqlite3.connect(SANDBOX_FILE)) as connection, connection:
        connection.execute("UPDATE items SET state = 'bought', token = ? WHERE id = ?", (token, lost.id))
        connection.execute("UPDATE items SET state = 'buying', intent = 'x' WHERE id = ?", (unclear.id,))
    connection.close()
    worker = safelight("batch --sandbox worker --until-done")
    assert worker.exit_code == 0, worker.output
    assert "2 items whose tasks ended with the last sandbox start again" in worker.stderr
    assert json.loads(safelight("batch --sandbox status --json").output)["done"] == 2
    assert not (folder / "safelight-batch.sqlite").exists()


def test_a_worker_that_ends_when_all_is_finished_tells_by_its_code_how(folder: Path) -> None:
    Path("items.csv").write_text(f"source\n{folder}/photos/a.jpg\n{folder}/gone.jpg\n", "utf-8")
    command = "run items.csv --vendor picwish --operation remove-background -o out -q --enqueue-only"
    assert safelight(f"batch --sandbox {command}").exit_code == 0
    assert safelight("batch --sandbox worker --until-done -q").exit_code == 1
    with closing(sqlite3.connect(SANDBOX_FILE)) as connection, connection:
        connection.execute("UPDATE items SET state = 'doubt' WHERE state = 'failed'")
    connection.close()
    assert safelight("batch --sandbox worker --until-done -q").exit_code == 3


def _bought(folder: Path) -> int:
    try:
        with (
            closing(sqlite3.connect(f"file:{folder / SANDBOX_FILE}?mode=ro", uri=True)) as connection,
            connection,
        ):
            found = connection.execute("SELECT count(*) FROM items WHERE state = 'bought'").fetchone()
        connection.close()
    except sqlite3.OperationalError:
        return 0
    return int(found[0])


def test_a_sandbox_gives_up_no_task_that_lives_at_the_vendor(folder: Path) -> None:
    plan = Plan(str(folder / "out"), "picwish", "remove_background")
    with prepare(open_engine(database_url("own.sqlite")), ["photos"], plan, batch="b") as batch:
        paid, local = batch.items()
        tokens = {
            paid.id: Handle("picwish", "remove_background", "1", 0.0, "https://techsz.aoscdn.com", "a").token,
            local.id: Handle("picwish", "remove_background", "2", 0.0, "http://127.0.0.1:9", "b").token,
        }
        with closing(sqlite3.connect(folder / "own.sqlite")) as connection, connection:
            for item, token in tokens.items():
                connection.execute("UPDATE items SET state = 'bought', token = ? WHERE id = ?", (token, item))
        connection.close()
        assert batch.start_over(unclear=False) == 1
        assert [item.token for item in batch.items("bought")] == [tokens[paid.id]]
        with closing(sqlite3.connect(folder / "own.sqlite")) as connection, connection:
            connection.execute("UPDATE items SET state = 'buying', token = NULL WHERE id = ?", (local.id,))
        connection.close()
        assert batch.start_over(unclear=False) == 0
        assert batch.start_over(unclear=True) == 1


def test_the_sandbox_has_its_own_database_for_every_command(sandbox: Sandbox, folder: Path) -> None:
    assert safelight(f"batch --sandbox {PICWISH.removeprefix('batch ')} -O sync=true").exit_code == 0
    plain = safelight("batch status")
    assert plain.exit_code == 2
    assert SANDBOX_FILE in plain.output
    for command in ("status", "retry --failed", "doubt", "cancel", "report", "prune"):
        result = safelight(f"batch --sandbox {command}")
        assert result.exit_code == 0, result.output
    assert safelight("batch status --sandbox").output.count("2/2 done") == 1
    assert not (folder / "safelight-batch.sqlite").exists()


def test_problems_as_json(sandbox: Sandbox) -> None:
    sandbox.ledger.set_balance("picwish", 1)
    safelight(f"{PICWISH} -O sync=true")
    found = json.loads(safelight("batch status --problems --json").output)
    [problem] = found["problems"]
    assert (problem["state"], problem["error_kind"]) == ("held", "InsufficientCredits")
    assert problem["source"].endswith(".jpg")
    assert problem["error"]
    assert "problems" not in json.loads(safelight("batch status --json").output)


def test_records_need_a_name_and_no_second_one_is_read(folder: Path) -> None:
    read: list[str] = []

    def records() -> Iterator[Record]:
        for name in ("a", "b"):
            read.append(name)
            yield Record(f"photos/{name}.jpg")

    with pytest.raises(InvalidInput, match="pass batch="):
        run(records(), out="out", vendor="picwish", operation="remove_background")
    assert read == ["a"]


def test_a_missing_key_ends_a_program_before_anything_is_enqueued(folder: Path) -> None:
    for clients in (None, {"picwish": {"base_url": "http://127.0.0.1:9"}}):
        with pytest.raises(ConfigurationError, match="PICWISH_API_KEY"):
            run(
                ["photos"],
                out="out",
                vendor="picwish",
                operation="remove_background",
                batch="b",
                clients=clients,
            )
        with pytest.raises(ConfigurationError, match="no batch"):
            Batch.open("b")


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_missing_key_is_named_before_anything_is_made(folder: Path, vendor: str) -> None:
    command = f"batch run photos --vendor {vendor} --operation remove-background -o out"
    result = safelight(command)
    assert result.exit_code == 2
    assert f"{vendor.upper()}_API_KEY" in result.output
    assert [path.name for path in folder.iterdir()] == ["photos"]
    assert safelight(f"{command} --dry-run").exit_code == 0
    Path("items.csv").write_text(f"source,vendor\nphotos/a.jpg,{vendor}\n")
    result = safelight("batch run items.csv --operation remove-background -o out")
    assert result.exit_code == 2
    assert f"{vendor.upper()}_API_KEY" in result.output
    assert "holds no batch" in safelight("batch status").output
    assert safelight(f"{command} --enqueue-only").exit_code == 0


def test_only_keys_that_are_needed_are_asked_for(
    sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PILIO_API_KEY")
    command = "batch run items.csv --vendor pilio --operation remove-background -o out -q --batch b"
    Path("items.csv").write_text("source,vendor\nphotos/a.jpg,picwish\n")
    result = safelight(command)
    assert result.exit_code == 0, result.output
    monkeypatch.delenv("PICWISH_API_KEY")
    Path("items.csv").write_text("source,vendor\nphotos/a.jpg,picwish\nphotos/b.jpg,claid\n")
    result = safelight(command)
    assert result.exit_code == 0, result.output
    Path("items.csv").write_text("source,vendor,target\nphotos/b.jpg,,other\n")
    result = safelight(command)
    assert result.exit_code == 2
    assert "PILIO_API_KEY" in result.output


def test_a_run_with_nothing_to_do_says_which_results_are_gone(sandbox: Sandbox, folder: Path) -> None:
    command = f"{PICWISH.removesuffix(' -q')}"
    assert "no longer there" not in safelight(command).stderr
    assert "no longer there" not in safelight(command).stderr
    (folder / "out" / "a.png").unlink()
    said = safelight(command).stderr
    assert "1 result that was saved is no longer there, such as" in said
    assert (
        "missing results of 1 item are fetched"
        in safelight(said.partition("a.png: safelight ")[2].partition(",")[0]).output
    )
    assert safelight(command).exit_code == 0
    assert (folder / "out" / "a.png").exists()
    assert sandbox.ledger.count("picwish") == 2
