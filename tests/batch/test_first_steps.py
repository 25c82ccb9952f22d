"""What people meet who run their first batch: a wrong word, a missing key, a hint to follow, a sandbox that ended."""

import json
import os
import shlex
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_support import environment, small_photo, wait_for
from click.testing import CliRunner, Result
from safelight.batch import Batch, Counts, Record, run
from safelight.batch.cli_run import _summary
from safelight.batch.database import database_url, open_engine
from safelight.batch.planning import Plan, _planned
from safelight.batch.running import places_of, prepare
from safelight.cli.app import cli
from safelight.cli.vendors import VENDORS
from safelight.core.outcome import Handle
from safelight.errors import InvalidInput
from safelight.sandbox import Sandbox
from safelight.sandbox.faults import FaultKind

SANDBOX_FILE = "safelight-batch-sandbox.sqlite"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two photographs, without any key."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(tuple(vendor.upper() for vendor in VENDORS)):
            monkeypatch.delenv(name)
    monkeypatch.delenv("SAFELIGHT_DATABASE_URL", raising=False)
    (tmp_path / "photos").mkdir()
    for name in ("a", "b"):
        (tmp_path / "photos" / f"{name}.jpg").write_bytes(small_photo())
    return tmp_path


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Sandbox]:
    """Start a sandbox without limits, which the environment names."""
    with Sandbox(limits=False, task_seconds=0.05) as running:
        for vendor in VENDORS:
            monkeypatch.setenv(f"{vendor.upper()}_API_KEY", running.api_key(vendor))
            monkeypatch.setenv(f"{vendor.upper()}_BASE_URL", running.base_url(vendor))
        monkeypatch.setenv("PERFECT_SECRET_KEY", running.secret_key)
        yield running


def safelight(command: str) -> Result:
    return CliRunner().invoke(cli, shlex.split(command))


PICWISH = "batch run photos --vendor picwish --operation remove-background -o out -q"


def test_hints_name_the_batch_and_its_database(folder: Path) -> None:
    counts = Counts(total=6, done=1, failed=1, held=1, doubt=3, credits=4)
    text = _summary("my batch", counts, "sqlite:///own.sqlite")
    for command in ("status --problems", "retry --failed", "doubt"):
        assert f"safelight batch {command} --batch 'my batch' --database-url sqlite:///own.sqlite" in text
    assert "higher --max-credits" in text
    assert "--database-url" not in _summary("b", counts, "postgresql://user:secret@host/b")


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
    assert "2 will be bought again, 6 credits" in said
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


def test_a_run_on_the_embedded_sandbox_goes_on_after_it_was_killed(folder: Path) -> None:
    for name in ("c", "d"):
        (folder / "photos" / f"{name}.jpg").write_bytes(small_photo())
    command = f"batch --sandbox {PICWISH.removeprefix('batch ')} --batch b"
    process = subprocess.Popen([sys.executable, "-m", "safelight", *shlex.split(command)], env=environment())
    try:
        wait_for(lambda: process.poll() is not None or _bought(folder), 60)
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
    with sqlite3.connect(SANDBOX_FILE) as connection:
        connection.execute("UPDATE items SET state = 'bought', token = ? WHERE id = ?", (token, lost.id))
        connection.execute("UPDATE items SET state = 'buying', intent = 'x' WHERE id = ?", (unclear.id,))
    connection.close()
    worker = safelight("batch --sandbox worker --until-done")
    assert worker.exit_code == 0, worker.output
    assert "2 items whose tasks ended with the last sandbox start again" in worker.stderr
    assert json.loads(safelight("batch --sandbox status --json").output)["done"] == 2
    assert not (folder / "safelight-batch.sqlite").exists()


def _bought(folder: Path) -> int:
    try:
        with sqlite3.connect(f"file:{folder / SANDBOX_FILE}?mode=ro", uri=True) as connection:
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
        with sqlite3.connect(folder / "own.sqlite") as connection:
            for item, token in tokens.items():
                connection.execute("UPDATE items SET state = 'bought', token = ? WHERE id = ?", (token, item))
        connection.close()
        assert batch.start_over(unclear=False) == 1
        assert [item.token for item in batch.items("bought")] == [tokens[paid.id]]
        with sqlite3.connect(folder / "own.sqlite") as connection:
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


@pytest.mark.parametrize("ending", ["--dry-run", "--sandbox"])
@pytest.mark.parametrize(
    ("vendor", "wrong"),
    [
        ("pilio", "-O quality_type=orignal"),
        ("picwish", "-O type=peson"),
        ("picwish", "-O format=7"),
        ("claid", "-O category=animals"),
    ],
)
def test_a_word_that_is_none_of_the_parameters_is_refused_while_listing(
    folder: Path, vendor: str, wrong: str, ending: str
) -> None:
    result = safelight(
        f"batch run photos --vendor {vendor} --operation remove-background {wrong} -q {ending}"
    )
    assert result.exit_code == 2
    assert "item 1 (" in result.output
    assert wrong.partition("=")[2] in result.output


def test_numbers_and_other_kinds_of_value_are_taken_as_they_are(folder: Path) -> None:
    for command in (
        "--vendor perfect --operation enhance -O scale=2",
        '--vendor claid --operation upscale -O \'model={"name": "photo"}\'',
        "--vendor picwish --operation remove-background -O 'type=\"\"'",
        "--vendor picwish --operation remove-background -O format=null",
    ):
        result = safelight(f"batch run photos {command} --dry-run")
        assert result.exit_code == 0, result.output


def test_an_unknown_field_of_a_name_is_told_with_those_there_are(folder: Path) -> None:
    Path("items.csv").write_text("source,article\nphotos/a.jpg,17\n")
    command = "batch run items.csv --vendor picwish --operation remove-background --dry-run --name"
    result = safelight(f"{command} '{{sku}}'")
    assert result.exit_code == 2
    assert "no field {sku}" in result.output
    assert "operation, article" in result.output
    assert safelight(f"{command} '{{article}}'").exit_code == 0


def test_a_mistyped_operation_is_answered_with_the_right_one(folder: Path) -> None:
    result = safelight("batch run photos --vendor pilio --operation upscal --dry-run")
    assert result.exit_code == 2
    assert "Did you mean 'upscale'?" in result.output
    assert result.output.count("pilio") == 1


@pytest.mark.parametrize(
    ("column", "meant"),
    [("colour", "color"), ("categry", "category"), ("Color", "color"), ("vendors", "vendor")],
)
@pytest.mark.parametrize("given", ["option", "cell"])
def test_a_mistyped_column_is_refused_unless_names_use_it(
    folder: Path, column: str, meant: str, given: str
) -> None:
    command = "batch run items.csv --vendor claid --dry-run"
    if given == "option":
        Path("items.csv").write_text(f"source,sku,{column}\nphotos/a.jpg,17,x\n")
        command += " --operation remove-background"
    else:
        Path("items.csv").write_text(f"source,sku,{column},operation\nphotos/a.jpg,17,x,remove-background\n")
    result = safelight(command)
    assert result.exit_code == 2, result.output
    assert f"items.csv:2: column {column!r}" in result.output
    assert f"Did you mean {meant!r}?" in result.output
    result = safelight(f"{command} --name '{{stem}}-{{{column}}}'")
    assert result.exit_code == 0, result.output
    assert "not used, neither as arguments nor by --name: sku" in result.output


def test_a_run_names_the_columns_that_nothing_uses(sandbox: Sandbox) -> None:
    Path("items.csv").write_text("source,sku,brand,name\nphotos/a.jpg,17,x,y\n")
    command = "batch run items.csv --vendor claid --operation remove-background --name '{name}-{sku}'"
    result = safelight(command)
    assert result.exit_code == 0, result.output
    assert "not used, neither as arguments nor by --name: brand, name\n" in result.stderr


def test_a_row_that_names_its_operation_may_hold_its_arguments(folder: Path) -> None:
    Path("items.csv").write_text(
        "source,vendor,operation,type,color\n"
        "photos/a.jpg,pilio,upscale,4X,\n"
        "photos/b.jpg,claid,remove_background,,#ffffff\n"
    )
    plan = Plan("out")
    found = {
        name: value
        for planned in _planned("b", places_of(["items.csv"], plan), plan)
        for name, value in planned.options.items()
    }
    assert found == {"type": "4X", "color": "#ffffff"}
    Path("items.csv").write_text("source,vendor,operation,type\nphotos/a.jpg,claid,remove_background,4X\n")
    result = safelight("batch run items.csv --vendor pilio --operation upscale --dry-run")
    assert result.exit_code == 2
    assert "claid remove_background has no parameter 'type'" in result.output


def test_another_naming_for_a_batch_that_exists_is_refused(sandbox: Sandbox, folder: Path) -> None:
    assert safelight(f"{PICWISH} -O sync=true").exit_code == 0
    for more in ("", " --dry-run"):
        result = safelight(f"{PICWISH} -O sync=true --name '{{name}}-cut'{more}")
        assert result.exit_code == 2
        assert "'{folder}/{stem}'" in result.output
        assert "'{name}-cut'" in result.output
        assert "--batch" in result.output
    assert safelight(f"{PICWISH} -O sync=true").exit_code == 0
    assert safelight(f"{PICWISH} -O sync=true --name '{{name}}-cut' --batch other").exit_code == 0
    assert {path.name for path in (folder / "out").iterdir()} == {
        "a.png",
        "b.png",
        "a.jpg-cut.png",
        "b.jpg-cut.png",
    }


def test_a_batch_whose_naming_is_not_known_takes_what_it_is_given(sandbox: Sandbox, folder: Path) -> None:
    """As those of earlier releases."""
    assert safelight(f"{PICWISH} -O sync=true --batch b").exit_code == 0
    with sqlite3.connect("safelight-batch.sqlite") as connection:
        connection.execute("UPDATE batches SET settings = ?", (json.dumps({"out": str(folder / "out")}),))
    connection.close()
    assert safelight(f"{PICWISH} -O sync=true --batch b --name '{{stem}}'").exit_code == 0
    assert safelight(f"{PICWISH} -O sync=true --batch b").exit_code == 2


def test_a_name_that_is_taken_by_what_is_done_is_told_with_what_helps(sandbox: Sandbox, folder: Path) -> None:
    assert safelight(f"{PICWISH} -O sync=true").exit_code == 0
    (folder / "photos" / "a.png").write_bytes(small_photo())
    result = safelight(f"{PICWISH} -O sync=true")
    assert result.exit_code == 2
    assert "rename one of them" in result.output
    assert "pass another --name" not in result.output


def test_a_dry_run_knows_what_is_done_already(sandbox: Sandbox, folder: Path) -> None:
    command = "batch run photos --vendor pilio --operation upscale -O type=2X -o out"
    sandbox.faults.add(FaultKind.TASK_FAILURE, "pilio", "upscale_image", times=1)
    assert safelight(f"{command} -q").exit_code == 1
    (folder / "photos" / "c.jpg").write_bytes(small_photo())
    result = safelight(f"{command} --dry-run")
    assert "3 items, 1 done already, 1 failed, " in result.output
    assert "credits: at most 3 for the other 1 by the documented prices" in result.output
    assert safelight(f"{command} -q --max-credits 0").exit_code == 1
    assert "at most 3 for the other 1" in safelight(f"{command} --dry-run").output  # it is held
    safelight(f"{command} -q")
    assert "nothing is left to buy" in safelight(f"{command} --dry-run").output
    assert "3 items, " in safelight(f"{command} --dry-run --batch other").output


def test_a_dry_run_makes_no_database(folder: Path) -> None:
    Path("empty.sqlite").touch()
    for url in ("empty.sqlite", "none.sqlite"):
        result = safelight(f"{PICWISH.removesuffix(' -q')} --dry-run --database-url {url}")
        assert result.exit_code == 0, result.output
    assert {path.name for path in folder.iterdir()} == {"photos", "empty.sqlite"}
    assert not Path("empty.sqlite").stat().st_size


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
