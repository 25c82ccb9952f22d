"""A folder of results that is kept in step with a folder of pictures: only content that is new is bought."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from batch_support import PHOTO, safelight, small_photo
from click.testing import Result
from PIL import Image
from safelight.batch import Batch, run, sync
from safelight.batch.cli_run import run_command
from safelight.errors import ConfigurationError, InvalidInput
from safelight.sandbox import Sandbox
from safelight.sandbox.faults import FaultKind
from safelight.sync.cli import sync_command

PILIO = "sync photos --vendor pilio --operation remove-background -o out"
MENDED = "sync photos --vendor picwish --operation remove-background -o out"


def photograph(path: Path, turn: int) -> bytes:
    """Write a picture with a content of its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(PHOTO) as photo:
        photo.rotate(turn).resize((96, 64)).save(path)
    return path.read_bytes()


@pytest.fixture
def photos(folder: Path) -> Path:
    """Three pictures: a, b and c."""
    for turn, name in enumerate("abc"):
        photograph(folder / "photos" / f"{name}.jpg", turn)
    return folder / "photos"


@pytest.fixture
def out(sandbox: Sandbox, photos: Path) -> Path:
    """The results of these pictures."""
    assert safelight(PILIO).exit_code == 0
    return photos.parent / "out"


def line(result: Result) -> str:
    """The line that says what there is to do."""
    return result.stdout.splitlines()[0]


def synced(*options: str) -> str:
    """Sync with success; the line."""
    result = safelight(" ".join((PILIO, *options)))
    assert result.exit_code == 0, result.output
    return line(result)


def bought(sandbox: Sandbox) -> int:
    return sandbox.ledger.count("pilio")


def pictures(out: Path) -> dict[str, bytes]:
    """All that is below a folder of results."""
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_a_week_is_told_in_one_line_and_only_what_is_new_is_paid(
    sandbox: Sandbox, photos: Path, out: Path
) -> None:
    assert bought(sandbox) == 3
    before = pictures(out)
    photograph(photos / "a.jpg", 90)
    (photos / "kept").mkdir()
    (photos / "b.jpg").rename(photos / "kept" / "portrait.jpg")
    photograph(photos / "new.jpg", 45)
    shutil.copy(photos / "new.jpg", photos / "copy.jpg")
    (photos / "c.jpg").unlink()
    (photos / "empty.jpg").touch()
    (photos / "cut.jpg").write_bytes(small_photo()[:700])
    (photos / "text.jpg").write_text("no picture")
    said = (
        "1 new, 1 re-shot, 1 renamed (free: moved), 1 duplicate (free: copied), 3 unreadable, 1 gone (result kept); "
        "2 credits (at most 6), "
    )
    dry = safelight(f"{PILIO} --dry-run")
    assert dry.exit_code == 0
    assert line(dry).startswith(said)
    assert pictures(out) == before
    done = safelight(PILIO)
    assert done.exit_code == 1  # for three pictures have no result
    assert line(done).startswith(said)
    for reason in ("empty.jpg: it is empty", "cut.jpg: it is cut off", "text.jpg: it is not a JPEG"):
        assert reason in done.stdout
    assert bought(sandbox) == 5
    after = pictures(out)
    assert after.keys() == {"a.png", "kept/portrait.png", "new.png", "copy.png", "c.png"}
    assert after["kept/portrait.png"] == before["b.png"]
    assert after["c.png"] == before["c.png"]
    assert after["a.png"] != before["a.png"]
    assert after["new.png"] == after["copy.png"]
    for name in ("empty", "cut", "text"):
        (photos / f"{name}.jpg").unlink()
    assert synced() == "1 gone (result kept), 4 unchanged; nothing to pay"


def test_a_dry_run_makes_nothing(sandbox: Sandbox, photos: Path) -> None:
    assert synced("--dry-run").startswith("3 new; 3 credits (at most 9), ")
    assert {path.name for path in photos.parent.iterdir()} == {"photos"}


def test_pictures_that_change_names_change_results(sandbox: Sandbox, photos: Path, out: Path) -> None:
    before = pictures(out)
    (photos / "a.jpg").rename(photos / "x")
    (photos / "b.jpg").rename(photos / "a.jpg")
    (photos / "c.jpg").rename(photos / "b.jpg")
    (photos / "x").rename(photos / "c.jpg")
    assert synced() == "3 renamed (free: moved); nothing to pay"
    assert pictures(out) == {"a.png": before["b.png"], "b.png": before["c.png"], "c.png": before["a.png"]}
    assert bought(sandbox) == 3
    assert synced() == "3 unchanged; nothing to pay"


@pytest.mark.integration
def test_a_moved_folder_of_pictures_costs_nothing(sandbox: Sandbox, photos: Path, out: Path) -> None:
    photos.rename(photos.with_name("moved"))
    moved = safelight(PILIO.replace("photos", "moved"))
    assert line(moved) == "3 unchanged; nothing to pay"
    assert bought(sandbox) == 3


@pytest.mark.integration
def test_results_elsewhere_are_copied(sandbox: Sandbox, photos: Path, out: Path) -> None:
    other = safelight(PILIO.replace("-o out", "-o other"))
    assert "duplicate: photos/a.jpg of out/a.png" in other.stdout
    assert line(other) == "3 duplicates (free: copied); nothing to pay"
    assert pictures(photos.parent / "other") == pictures(out)
    scaled = safelight(f"{PILIO.replace('remove-background', 'upscale')} -O type=2X -o large --dry-run")
    assert "3 new" in line(scaled)  # for it is another operation


@pytest.mark.integration
def test_an_edited_result_is_never_replaced_unasked(sandbox: Sandbox, photos: Path, out: Path) -> None:
    (out / "a.png").write_bytes(b"mine")
    (out / "b.png").write_bytes(b"mine too")
    assert "2 with an edited result, 3 unchanged" in synced()
    photograph(photos / "a.jpg", 90)
    (photos / "b.jpg").rename(photos / "d.jpg")
    result = safelight(PILIO)
    assert result.exit_code == 1
    assert line(result).startswith("1 renamed (free: moved), 1 blocked, ")
    assert "out/a.png was changed since it was saved" in result.stdout
    assert (out / "a.png").read_bytes() == b"mine"
    assert (out / "d.png").read_bytes() == b"mine too"
    assert bought(sandbox) == 3
    assert "1 re-shot" in synced("--overwrite")
    assert (out / "a.png").read_bytes() != b"mine"
    assert (out / "d.png").read_bytes() == b"mine too"


@pytest.mark.integration
def test_an_edited_result_is_not_copied_for_a_duplicate(sandbox: Sandbox, photos: Path, out: Path) -> None:
    (out / "a.png").write_bytes(b"mine")
    shutil.copy(photos / "a.jpg", photos / "copy.jpg")
    assert "1 bought before (free: fetched)" in synced()  # by the vendor
    assert (out / "copy.png").read_bytes() != b"mine"
    assert bought(sandbox) == 3


def test_a_file_in_the_way_stops_only_its_own_picture(sandbox: Sandbox, photos: Path) -> None:
    out = photos.parent / "out"
    out.mkdir()
    (out / "a.png").write_bytes(b"mine")
    result = safelight(PILIO)
    assert result.exit_code == 1
    assert line(result).startswith("2 new, 1 blocked; ")
    assert "out/a.png exists and was not made by this sync" in result.stdout
    assert (out / "a.png").read_bytes() == b"mine"
    assert bought(sandbox) == 2


@pytest.mark.integration
def test_two_pictures_of_one_name_stop_nothing_else(sandbox: Sandbox, photos: Path) -> None:
    with Image.open(photos / "a.jpg") as photo:
        photo.rotate(90).save(photos / "a.png")
    result = safelight(PILIO)
    assert line(result).startswith("3 new, 1 blocked; ")
    assert "would have the name of that of photos/a.jpg" in result.stdout
    assert safelight(f"{PILIO} -o named --name {{folder}}/{{name}}").exit_code == 0
    assert bought(sandbox) == 4


def test_a_removed_result_is_copied_or_fetched_again(sandbox: Sandbox, photos: Path, out: Path) -> None:
    before = pictures(out)
    shutil.copy(photos / "a.jpg", photos / "copy.jpg")
    assert "1 duplicate" in synced()
    (out / "a.png").unlink()
    (out / "b.png").unlink()
    assert synced() == "2 with its result removed (free: restored), 2 unchanged; nothing to pay"
    assert pictures(out) == {**before, "copy.png": before["a.png"]}
    assert bought(sandbox) == 3
    assert synced() == "4 unchanged; nothing to pay"


@pytest.mark.integration
def test_what_the_vendor_does_not_keep_is_bought_again_only_when_told(
    sandbox: Sandbox, photos: Path, out: Path
) -> None:
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
        for name, token in connection.execute("SELECT id, token FROM items").fetchall():
            lost = json.dumps({**json.loads(token), "id": "1"})
            connection.execute("UPDATE items SET token = ? WHERE id = ?", (lost, name))
    (out / "a.png").unlink()
    assert safelight(PILIO).exit_code == 1
    again = safelight(PILIO)
    assert again.exit_code == 1
    assert line(again) == "1 with a lost result, 2 unchanged; nothing to pay"
    assert "--buy-missing buys it again" in again.stdout
    assert bought(sandbox) == 3
    assert "1 new, 2 unchanged; 1 credit" in synced("--buy-missing")
    assert (out / "a.png").exists()
    assert bought(sandbox) == 4
    assert synced() == "3 unchanged; nothing to pay"


@pytest.mark.integration
def test_results_of_gone_pictures_are_deleted_only_when_told(
    sandbox: Sandbox, photos: Path, out: Path
) -> None:
    (photos / "a.jpg").unlink()
    (photos / "b.jpg").unlink()
    (out / "b.png").write_bytes(b"mine")
    assert "2 gone (result kept)" in synced()
    assert pictures(out).keys() == {"a.png", "b.png", "c.png"}
    assert "1 gone (result kept), 1 gone (result deleted), 1 unchanged" in synced("--delete-gone")
    assert pictures(out).keys() == {"b.png", "c.png"}
    (photos / "c.jpg").unlink()
    assert (
        safelight(f"{PILIO} --delete-gone").exit_code == 2
    )  # an empty folder may be one that is not mounted
    assert (out / "c.png").exists()


@pytest.mark.integration
def test_a_picture_that_comes_back_is_free(sandbox: Sandbox, photos: Path, out: Path) -> None:
    content = (photos / "a.jpg").read_bytes()
    (photos / "a.jpg").unlink()
    synced()
    (photos / "back.jpg").write_bytes(content)
    assert synced() == "1 renamed (free: moved), 2 unchanged; nothing to pay"
    photograph(photos / "back.jpg", 90)
    assert "1 re-shot" in synced()
    (photos / "back.jpg").write_bytes(content)
    assert "1 bought before (free: fetched)" in synced()
    assert bought(sandbox) == 4


@pytest.mark.integration
def test_an_earlier_batch_run_is_taken_over(sandbox: Sandbox, photos: Path) -> None:
    assert safelight(PILIO.replace("sync", "batch run")).exit_code == 0
    out = photos.parent / "out"
    before = pictures(out)
    (photos / "a.jpg").rename(photos / "d.jpg")
    photograph(photos / "b.jpg", 90)
    os.utime(photos / "c.jpg", ns=(1, 1))
    for how in ("--dry-run", ""):
        assert synced(how).startswith("1 re-shot, 1 renamed (free: moved), 1 unchanged; 1 credit")
    assert bought(sandbox) == 4
    assert pictures(out).keys() == {"b.png", "c.png", "d.png"}
    assert pictures(out)["d.png"] == before["a.png"]
    assert synced() == "3 unchanged; nothing to pay"


@pytest.mark.integration
def test_a_removed_result_of_an_earlier_batch_run_is_fetched(sandbox: Sandbox, photos: Path) -> None:
    assert safelight(PILIO.replace("sync", "batch run")).exit_code == 0
    (photos.parent / "out" / "a.png").unlink()
    assert synced() == "1 bought before (free: fetched), 2 unchanged; nothing to pay"
    assert synced() == "3 unchanged; nothing to pay"
    assert bought(sandbox) == 3


@pytest.mark.integration
def test_what_another_batch_is_about_to_buy_is_not_bought_twice(sandbox: Sandbox, photos: Path) -> None:
    assert safelight(f"{PILIO.replace('sync', 'batch run')} --enqueue-only --batch first").exit_code == 0
    result = safelight(PILIO)
    assert result.exit_code == 1
    assert line(result) == "3 under way; nothing to pay"
    assert "let that batch finish first" in result.stdout
    assert bought(sandbox) == 0


@pytest.mark.integration
def test_a_doubt_stays_one_under_another_name(sandbox: Sandbox, photos: Path) -> None:
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "picwish", "create_segmentation", times=1)
    (photos / "b.jpg").unlink()
    (photos / "c.jpg").unlink()
    assert safelight(f"{MENDED} -O sync=true").exit_code == 3
    (photos / "a.jpg").rename(photos / "d.jpg")
    again = safelight(f"{MENDED} -O sync=true")
    assert again.exit_code == 3
    assert line(again) == "1 in doubt; nothing to pay"
    assert sandbox.ledger.count("picwish") == 1


@pytest.mark.integration
def test_what_was_enqueued_and_is_no_longer_wanted_is_not_bought(sandbox: Sandbox, photos: Path) -> None:
    synced("--enqueue-only")
    content = (photos / "a.jpg").read_bytes()
    photograph(photos / "a.jpg", 90)
    (photos / "b.jpg").unlink()
    (photos / "c.jpg").rename(photos / "d.jpg")
    assert synced().startswith("2 new; ")
    assert bought(sandbox) == 2
    assert pictures(photos.parent / "out").keys() == {"a.png", "d.png"}
    (photos / "b.jpg").write_bytes(content)
    assert synced().startswith("1 new, 2 unchanged; ")
    assert bought(sandbox) == 3


@pytest.mark.integration
def test_a_cap_counts_this_sync_alone(sandbox: Sandbox, photos: Path) -> None:
    held = safelight(f"{PILIO} --max-credits 6")
    assert held.exit_code == 1
    assert bought(sandbox) == 2
    assert "1 new, 2 unchanged" in synced("--max-credits 3")
    assert bought(sandbox) == 3


def test_an_unknown_price_is_told_as_such(sandbox: Sandbox, photos: Path) -> None:
    said = line(safelight(f"{MENDED.replace('remove-background', 'remove-watermark')} --dry-run"))
    assert said.startswith("3 new; cost unknown, the vendor publishes no price, ")


@pytest.mark.integration
def test_json_says_the_same(sandbox: Sandbox, photos: Path) -> None:
    result = safelight(f"{PILIO} --json -q")
    changes, counts = map(json.loads, result.stdout.splitlines())
    assert changes["new"] == [str(photos / f"{name}.jpg") for name in "abc"]
    assert (changes["credits"], changes["credits_at_most"], changes["unpriced"]) == (3, 9, 0)
    assert counts["done"] == 3
    (photos / "a.jpg").rename(photos / "d.jpg")
    (idle,) = map(json.loads, safelight(f"{PILIO} --json -q").stdout.splitlines())
    assert idle["renamed"] == [{"from": str(photos / "a.jpg"), "to": str(photos / "d.jpg")}]
    assert idle["unchanged"] == 2


@pytest.mark.integration
def test_quiet_says_only_what_is_left_without_result(sandbox: Sandbox, photos: Path) -> None:
    (photos / "empty.jpg").touch()
    assert safelight(f"{PILIO} -q").stdout == "  unreadable: photos/empty.jpg: it is empty\n"


def test_options_of_batch_run_are_passed_on() -> None:
    own = {one.name for one in sync_command().params}
    assert {one.name for one in run_command().params} - own == {"sources", "batch"}


@pytest.mark.integration
def test_from_python(sandbox: Sandbox, photos: Path) -> None:
    seen = []
    for _ in range(2):
        found = sync(
            photos,
            out="out",
            vendor="pilio",
            operation="remove_background",
            on_changes=lambda changes: seen.append(str(changes)),
            rates=False,
        )
    assert seen[0].startswith("3 new; 3 credits (at most 9), ")
    assert str(found.changes) == seen[1] == "3 unchanged; nothing to pay"
    assert found.counts is None
    with Batch.open(found.batch) as batch:
        assert batch.status().done == 3


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"rate": False}, "rate"),
        ({"out": "photos"}, "out"),
        ({"out": "."}, "out"),
        ({"out": "s3://bucket/results"}, "source"),
        ({"source": "items.jsonl"}, "source"),
        ({"operation": "generate_image"}, "operation"),
        ({"name": "{number}"}, "name"),
        ({"options": {"colour": 1}}, "colour"),
    ],
)
def test_wrong_arguments_are_refused(photos: Path, changed: dict[str, object], field: str) -> None:
    given = {"source": "photos", "out": "out", "vendor": "pilio", "operation": "remove_background", **changed}
    with pytest.raises((InvalidInput, ConfigurationError)) as caught:
        sync(given.pop("source"), **given)
    assert caught.value.field == field
    assert not (photos.parent / "safelight-batch.sqlite").exists()


@pytest.mark.integration
def test_a_shared_database_syncs_too(sandbox: Sandbox, photos: Path, database: str) -> None:
    (photos / "a.jpg").rename(photos / os.fsdecode(b"\xff.jpg"))
    for expected in ("3 new; ", "3 unchanged; ", "1 renamed (free: moved), 2 unchanged; "):
        found = sync(
            photos,
            out="out",
            vendor="pilio",
            operation="remove_background",
            database_url=database,
            rates=False,
        )
        assert str(found.changes).startswith(expected)
        if expected.startswith("3 unchanged"):
            (photos / "b.jpg").rename(photos / "d.jpg")
    assert bought(sandbox) == 3


@pytest.mark.integration
def test_a_batch_run_afterwards_replaces_nothing(sandbox: Sandbox, photos: Path, out: Path) -> None:
    with pytest.raises(InvalidInput, match="results exist already"):
        run(["photos"], out="out", vendor="pilio", operation="remove_background")
    assert bought(sandbox) == 3


@pytest.mark.parametrize("name", ["p", "out", "a.b"])
@pytest.mark.integration
def test_a_result_keeps_its_suffix_under_another_name(sandbox: Sandbox, photos: Path, name: str) -> None:
    (photos / "a.jpg").rename(photos / f"{name}.jpg")
    synced()
    (photos / f"{name}.jpg").rename(photos / "q.jpg")
    assert "1 renamed" in synced()
    assert pictures(photos.parent / "out").keys() == {"b.png", "c.png", "q.png"}


@pytest.mark.integration
def test_a_re_shot_picture_is_not_in_doubt_for_its_old_content(sandbox: Sandbox, photos: Path) -> None:
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "picwish", "create_segmentation", times=1)
    (photos / "b.jpg").unlink()
    (photos / "c.jpg").unlink()
    command = f"{MENDED} -O sync=true"
    assert safelight(command.replace("sync photos", "batch run photos")).exit_code == 3
    assert line(safelight(f"{command} --dry-run")) == "1 in doubt; nothing to pay"
    photograph(photos / "a.jpg", 90)
    assert line(safelight(command)).startswith("1 new; ")


@pytest.mark.integration
def test_a_folder_may_have_wild_characters_or_be_a_glob(sandbox: Sandbox, photos: Path) -> None:
    photos.rename(photos.with_name("set [1]"))
    command = PILIO.replace("sync photos", "sync 'set [1]'")
    assert line(safelight(command)).startswith("3 new; ")
    assert line(safelight(command)) == "3 unchanged; nothing to pay"
    assert line(safelight(command.replace("[1]", "*/*.jpg").replace("-o out", "-o other"))).startswith(
        "3 dup"
    )


@pytest.mark.integration
def test_an_edited_result_is_not_replaced_by_one_that_is_fetched(
    sandbox: Sandbox, photos: Path, out: Path
) -> None:
    content = (photos / "a.jpg").read_bytes()
    photograph(photos / "a.jpg", 90)
    synced()
    (out / "a.png").write_bytes(b"mine")
    (photos / "a.jpg").write_bytes(content)
    assert line(safelight(PILIO)).startswith("1 blocked, ")
    assert (out / "a.png").read_bytes() == b"mine"
    assert "1 bought before (free: fetched)" in synced("--overwrite")
    assert (out / "a.png").read_bytes() != b"mine"
    assert bought(sandbox) == 4


@pytest.mark.integration
def test_the_name_of_a_deleted_result_is_free_for_another(sandbox: Sandbox, photos: Path, out: Path) -> None:
    before = pictures(out)
    (photos / "a.jpg").unlink()
    (photos / "b.jpg").rename(photos / "a.jpeg")
    blocked = safelight(PILIO)
    assert blocked.exit_code == 1
    assert "is the result of photos/a.jpg, which is gone (--delete-gone deletes it)" in blocked.stdout
    assert pictures(out) == before
    assert "1 renamed (free: moved), 1 gone (result deleted), 1 unchanged" in synced("--delete-gone")
    assert pictures(out) == {"a.png": before["b.png"], "c.png": before["c.png"]}
    assert synced() == "2 unchanged; nothing to pay"


@pytest.mark.integration
def test_what_another_batch_bought_meanwhile_is_fetched(sandbox: Sandbox, photos: Path) -> None:
    synced("--enqueue-only")
    with Batch.open() as batch:
        batch.cancel()
    assert safelight(PILIO.replace("sync", "batch run").replace("-o out", "-o other")).exit_code == 0
    shutil.rmtree(photos.parent / "other")
    assert synced() == "3 bought before (free: fetched); nothing to pay"
    assert pictures(photos.parent / "out").keys() == {"a.png", "b.png", "c.png"}
    assert synced() == "3 unchanged; nothing to pay"
    assert bought(sandbox) == 3


def test_a_result_that_is_needed_for_another_picture_is_not_deleted(
    sandbox: Sandbox, photos: Path, out: Path
) -> None:
    shutil.copy(photos / "a.jpg", photos / "same.jpg")
    synced()
    result = (out / "a.png").read_bytes()
    (out / "a.png").unlink()
    (photos / "same.jpg").unlink()
    assert "1 with its result removed (free: restored)" in synced("--delete-gone")
    assert (out / "a.png").read_bytes() == result
    assert synced("--delete-gone").startswith("1 gone (result deleted), 3 unchanged")
    assert not (out / "same.png").exists()
    assert bought(sandbox) == 3


def test_a_suspect_result_is_forgotten_once_its_picture_is_re_shot(sandbox: Sandbox, photos: Path) -> None:
    Image.new("RGB", (96, 64), (200, 30, 30)).save(photos / "a.jpg")
    held = safelight(f"{PILIO} --on-suspect hold")
    assert held.exit_code == 4, held.output
    with Batch.open() as batch:
        assert batch.status().review == 1
    photograph(photos / "a.jpg", 30)
    mended = safelight(f"{PILIO} --on-suspect hold")
    assert mended.exit_code == 0, mended.output
    assert "suspect" not in mended.output
    with Batch.open() as batch:
        assert (batch.status().suspect, batch.status().review) == (0, 0)
        assert len(list(batch.verdicts())) == len(list(batch.reviewed())) == 3


def test_results_held_before_are_told_where_nothing_is_new(sandbox: Sandbox, photos: Path) -> None:
    Image.new("RGB", (96, 64), (200, 30, 30)).save(photos / "a.jpg")
    held = safelight(f"{PILIO} --on-suspect hold")
    told = next(one for one in held.stderr.splitlines() if "held for review" in one)
    for more in ("", " -q"):
        again = safelight(f"{PILIO} --on-suspect hold{more}")
        assert (again.exit_code, again.stderr) == (4, f"{told}\n")
    kept = safelight(PILIO)
    assert (kept.exit_code, kept.stderr) == (
        0,
        f"{told.replace('held for review', 'look at these results')}\n",
    )
    assert safelight(f"{PILIO} -q").stderr == ""
    with Batch.open() as batch:
        batch.decide(next(batch.reviewed()).item.id, "accept")
    done = safelight(f"{PILIO} --on-suspect hold")
    assert (done.exit_code, done.stderr) == (0, "")


def test_one_file_that_was_bought_before_is_fetched(sandbox: Sandbox, photos: Path, out: Path) -> None:
    out.rename(photos.parent / "away")
    said = safelight(PILIO.replace("photos", "photos/a.jpg").replace("-o out", "-o new"))
    assert said.exit_code == 0, said.output
    assert said.stdout == "1 bought before (free: fetched); nothing to pay\n  bought before: photos/a.jpg\n"
    assert pictures(photos.parent / "new").keys() == {"a.png"}
    assert bought(sandbox) == 3


def test_held_results_do_not_hide_what_is_left(sandbox: Sandbox, photos: Path) -> None:
    Image.new("RGB", (96, 64), (200, 30, 30)).save(photos / "a.jpg")
    (photos / "empty.jpg").touch()
    assert safelight(f"{PILIO} --on-suspect hold").exit_code == 1
    again = safelight(f"{PILIO} --on-suspect hold")
    assert again.exit_code == 1
    assert "1 suspect, held for review" in again.stderr


def test_results_of_pictures_in_a_folder_that_is_empty_now_are_not_deleted(
    sandbox: Sandbox, photos: Path, out: Path
) -> None:
    photograph(photos / "disk" / "deep" / "d.jpg", 45)
    synced()
    before = pictures(out)
    shutil.rmtree(photos / "disk" / "deep")
    kept = safelight(f"{PILIO} --delete-gone")
    assert line(kept).startswith("1 gone (result kept), 3 unchanged")
    assert "its result is kept (its folder may be on a disk that is not mounted)" in kept.stdout
    assert pictures(out) == before
    (photos / "disk").rmdir()
    assert synced("--delete-gone").startswith("1 gone (result deleted), 3 unchanged")


def test_results_of_pictures_behind_a_link_that_leads_nowhere_are_not_deleted(
    sandbox: Sandbox, photos: Path, out: Path
) -> None:
    disk = photos.parent / "disk"
    photograph(disk / "d.jpg", 45)
    (photos / "linked").symlink_to(disk)
    synced()
    before = pictures(out)
    disk.rename(photos.parent / "unmounted")
    assert synced("--delete-gone").startswith("1 gone (result kept), 3 unchanged")
    assert pictures(out) == before


def test_what_failed_before_names_commands_that_work_as_they_stand(folder: Path) -> None:
    Image.new("RGB", (420, 200)).save(folder / "photos" / "bad.webp")
    whole = (folder / "photos" / "bad.webp").read_bytes()
    (folder / "photos" / "bad.webp").write_bytes(whole[: len(whole) // 2])
    assert safelight(f"{MENDED} --sandbox").exit_code == 1
    told = safelight(f"{MENDED} --sandbox --dry-run").stdout
    assert "picwish gave up task" in told
    command = told.partition("to start it again: safelight ")[2].partition(", then")[0]
    assert safelight(command).exit_code == 0, command


def test_what_the_vendor_would_refuse_is_told_and_not_counted(sandbox: Sandbox, photos: Path) -> None:
    Image.new("RGB", (4200, 20)).save(photos / "wide.jpg")
    (photos / "notes.jpg").write_text("no picture")
    said = "3 new, 1 unreadable, 1 outside the vendor's limits; 3 credits, "
    for ending, code in ((" --dry-run", 0), ("", 1)):
        ended = safelight(f"{MENDED}{ending}")
        assert (ended.exit_code, line(ended)[: len(said)]) == (code, said)
        assert (
            "limits: photos/wide.jpg: image: it is 4200 x 20 pixels large; at most 4096 pixels wide are allowed: "
            "--prepare auto sends a copy that fits\n"
        ) in ended.stdout
    assert sandbox.ledger.count("picwish") == 3
    assert line(safelight(f"{MENDED} --prepare auto --dry-run")).startswith(
        "1 new, 1 unreadable, 3 unchanged; 1 credit, "
    )
    photograph(photos / "wide.jpg", 50)
    assert line(safelight(MENDED)).startswith("1 new, 1 unreadable, 3 unchanged; 1 credit, ")
