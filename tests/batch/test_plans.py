"""What a command is told of its list, its words and its names before anything is bought, and what a dry run says."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from batch_support import PICWISH, safelight, small_photo
from safelight.batch.planning import Plan, planned_items
from safelight.batch.running import places_of
from safelight.sandbox import Sandbox
from safelight.sandbox.faults import FaultKind


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
        f"batch run photos --vendor {vendor} --operation remove-background {wrong} -o out -q {ending}"
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
    command = "batch run items.csv --vendor claid --operation remove-background -o . --name '{name}-{sku}'"
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
        for planned in planned_items("b", places_of(["items.csv"], plan), plan)
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
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
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
    assert "Cost: 3 credits for the other 1 by the documented prices, at most 9.\n" in result.output
    assert safelight(f"{command} -q --max-credits 0").exit_code == 1
    assert "3 credits for the other 1" in safelight(f"{command} --dry-run").output  # it is held
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
