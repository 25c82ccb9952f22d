"""Decisions about results: kept for the next run, which acts on them; nothing is bought, moved or lost before."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from batch_support import safelight, small_photo
from PIL import Image
from safelight import ConfigurationError, InvalidInput
from safelight.batch import Batch, run
from safelight.sandbox import Sandbox

pytestmark = pytest.mark.integration

RUN = "batch run photos --vendor pilio --operation remove-background -o out --batch b --on-suspect hold"


@pytest.fixture
def batch(sandbox: Sandbox, blank: Path):
    """A batch that is done, one of whose results is suspect."""
    assert safelight(RUN).exit_code == 4
    with Batch.open("b") as found:
        yield found


def item_of(batch: Batch, name: str) -> str:
    return next(item.id for item in batch.items() if Path(item.source).stem == name)


def files(folder: str = "out") -> set[str]:
    return {path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file()}


def test_an_accepted_result_is_no_longer_held(sandbox: Sandbox, batch: Batch) -> None:
    batch.decide(item_of(batch, "blank"), "accept")
    assert (batch.status().accepted, batch.status().suspect, batch.status().review) == (1, 0, 0)
    ended = safelight(RUN)
    assert ended.exit_code == 0, ended.output
    assert "suspect" not in ended.stderr
    assert "suspect" not in safelight("batch status --problems").stdout
    assert "1 accepted" in safelight("batch status").stdout
    assert files() == {"a.png", "b.png", "blank.png"}
    assert sandbox.ledger.count("pilio") == 3


def test_a_rejected_result_is_set_aside_by_the_next_run_and_never_deleted(
    sandbox: Sandbox, batch: Batch
) -> None:
    Path("out/rejected").mkdir()
    Path("out/rejected/blank.png").write_text("of somebody else")
    picture = Path("out/blank.png").read_bytes()
    batch.decide(item_of(batch, "blank"), "reject")
    assert "1 to reject" in safelight("batch status").stdout
    assert Path("out/blank.png").exists(), "only a run moves it"
    ended = safelight(RUN)
    assert ended.exit_code == 0, ended.output
    assert "review: 1 rejected, kept in" in ended.stderr
    assert files() == {"a.png", "b.png", "rejected/blank.png", "rejected/blank-1.png"}
    assert Path("out/rejected/blank-1.png").read_bytes() == picture
    assert (batch.status().rejected, batch.status().to_reject, batch.status().done) == (1, 0, 2)
    again = safelight(RUN)
    assert again.exit_code == 0
    assert "review:" not in again.stderr
    assert list(batch.missing()) == []
    assert sandbox.ledger.count("pilio") == 3


def test_what_is_redone_is_bought_by_the_next_run_after_its_price_is_said(
    sandbox: Sandbox, batch: Batch
) -> None:
    old = Path("out/blank.png").read_bytes()
    batch.decide(item_of(batch, "blank"), "redo", vendor="picwish", options={"type": "object"})
    batch.decide(item_of(batch, "a"), "redo", options={"industry_type": "portrait"})
    assert sandbox.ledger.count("picwish") == 0
    dry = safelight(f"{RUN} --dry-run").stdout
    assert "review: 2 bought again: at most 4 credits by the documented prices" in dry
    assert "nothing else is left to buy" in dry
    assert (batch.status().to_redo, files()) == (2, {"a.png", "b.png", "blank.png"})
    ended = safelight(RUN)
    assert "review: 2 bought again: at most 4 credits by the documented prices" in ended.stderr
    assert (sandbox.ledger.count("pilio"), sandbox.ledger.count("picwish")) == (4, 1)
    assert files() == {"a.png", "b.png", "blank.png", "rejected/a.png", "rejected/blank.png"}
    assert Path("out/rejected/blank.png").read_bytes() == old
    made = {Path(item.source).stem: (item.vendor, dict(item.options)) for item in batch.items("done")}
    assert made["blank"] == ("picwish", {"type": "object"})
    assert made["a"] == ("pilio", {"industry_type": "portrait"})
    assert all(one.decision is None for one in batch.reviewed()), "a new result is decided anew"
    safelight(RUN)
    assert (sandbox.ledger.count("pilio"), sandbox.ledger.count("picwish")) == (4, 1)


def test_no_rejected_result_takes_the_place_of_another(sandbox: Sandbox, batch: Batch) -> None:
    for _ in range(2):
        batch.decide(item_of(batch, "blank"), "redo")
        safelight(RUN)
    batch.decide(item_of(batch, "blank"), "reject")
    safelight(RUN)
    assert files() == {
        "a.png",
        "b.png",
        "rejected/blank.png",
        "rejected/blank-1.png",
        "rejected/blank-2.png",
    }
    assert sandbox.ledger.count("pilio") == 5


def test_a_cap_holds_for_what_is_redone(sandbox: Sandbox, batch: Batch) -> None:
    batch.decide(item_of(batch, "blank"), "redo")
    ended = safelight(f"{RUN} --max-credits 10")
    assert ended.exit_code == 1
    assert "1 held back" in ended.stderr
    assert sandbox.ledger.count("pilio") == 3
    (held,) = batch.items("held")
    assert held.files == (str(Path("out/rejected/blank.png").absolute()),), "the old result is not forgotten"


def test_without_the_key_of_the_other_vendor_nothing_changes(
    sandbox: Sandbox, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PICWISH_API_KEY")
    batch.decide(item_of(batch, "blank"), "redo", vendor="picwish")
    batch.decide(item_of(batch, "a"), "reject")
    ended = safelight(RUN)
    assert ended.exit_code == 2
    assert "PICWISH_API_KEY" in ended.stderr
    assert files() == {"a.png", "b.png", "blank.png"}
    assert (batch.status().to_redo, batch.status().to_reject) == (1, 1)
    batch.decide(item_of(batch, "blank"), None)
    assert safelight(RUN).exit_code == 4, "blank is suspect again, and nobody decided about it"


def test_what_cannot_be_done_is_refused_and_not_kept(batch: Batch) -> None:
    item = item_of(batch, "a")
    with pytest.raises(InvalidInput, match="there is no item 'x' in batch b"):
        batch.decide("x", "accept")
    with pytest.raises(ConfigurationError, match="there is no vendor 'nobody'"):
        batch.decide(item, "redo", vendor="nobody")
    with pytest.raises(InvalidInput, match=r"has no parameter 'typ'\. Did you mean 'type'"):
        batch.decide(item, "redo", vendor="picwish", options={"typ": "person"})
    with pytest.raises(InvalidInput, match="type is one of '', 'person', 'object'"):
        batch.decide(item, "redo", vendor="picwish", options={"type": "dog"})
    with pytest.raises(InvalidInput, match="choice must be 'accept', 'reject', 'redo' or None, not 'keep'"):
        batch.decide(item, "keep")  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="go with 'redo' only"):
        batch.decide(item, "accept", vendor="picwish")
    assert all(one.decision is None for one in batch.reviewed())
    batch.decide(item, "reject")
    safelight(RUN)
    with pytest.raises(InvalidInput, match="is rejected: only results that are done"):
        batch.decide(item, "accept")


def test_a_rejected_photograph_that_is_shot_again_is_bought(
    sandbox: Sandbox, batch: Batch, blank: Path
) -> None:
    batch.decide(item_of(batch, "blank"), "reject")
    safelight(RUN)
    blank.write_bytes(small_photo())
    ended = safelight(RUN)
    assert ended.exit_code == 0, ended.output
    assert files() == {"a.png", "b.png", "blank.png", "rejected/blank.png"}
    assert sandbox.ledger.count("pilio") == 4


def test_rejected_results_among_the_sources_are_not_bought(sandbox: Sandbox, blank: Path) -> None:
    command = f"{RUN.replace('-o out', '-o photos/out')} --overwrite"
    safelight(command)
    with Batch.open("b") as batch:
        for choice in ("redo", "reject"):
            batch.decide(item_of(batch, "blank"), choice)
            ended = safelight(command)
            assert ended.exit_code == 0 or choice == "redo", ended.output
            other = safelight("batch run photos --vendor picwish --operation upscale -o large --dry-run")
            assert "4 files are left out, for earlier runs saved them as results" in other.stderr
            assert other.stdout.startswith("3 items, ")
            if choice == "redo":
                Path("photos/out/blank.jpg").write_bytes(small_photo())  # of somebody else
                other = safelight("batch run photos --vendor picwish --operation upscale -o large --dry-run")
                assert other.stdout.startswith("4 items, ")
                Path("photos/out/blank.jpg").unlink()
    safelight(command)
    assert files("photos/out") == {"a.png", "b.png", "rejected/blank.png", "rejected/blank-1.png"}
    assert sandbox.ledger.count("pilio") == 4


def test_rejected_results_of_several_files_among_the_sources_are_not_bought(
    sandbox: Sandbox, folder: Path
) -> None:
    for photo in (folder / "photos").iterdir():
        with Image.open(photo) as picture:
            picture.save(photo.with_suffix(".png"))
        photo.unlink()
    command = "batch run photos --vendor picwish --operation generate-background -O scene_type=1 -o photos/out --batch b"
    assert safelight(command).exit_code == 0
    for _ in range(2):
        with Batch.open("b") as batch:
            batch.decide(item_of(batch, "a"), "redo")
        assert safelight(command).exit_code == 0
    assert {name for name in files("photos/out") if "rejected" in name} == {
        "rejected/a-1.png",
        "rejected/a-2.png",
        "rejected/a-1-1.png",
        "rejected/a-2-1.png",
    }
    other = safelight("batch run photos --vendor picwish --operation upscale -o large --dry-run")
    assert "8 files are left out" in other.stderr
    assert other.stdout.startswith("2 items, ")


def end_a_run(at: str) -> None:
    """End a run before or after the first result is moved."""
    rename = Path.rename

    def broken(self: Path, target: str | Path) -> Path:
        if "rejected" not in Path(target).parts:
            return rename(self, target)
        if at == "after":
            rename(self, target)
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rename", broken)
        assert safelight(RUN).exit_code not in (0, 4)


@pytest.mark.parametrize("at", ["before", "after"])
def test_a_run_goes_on_where_one_ended_between_the_file_and_the_database(
    sandbox: Sandbox, batch: Batch, at: str
) -> None:
    Path("out/rejected").mkdir()
    older = Path("out/rejected/blank.png")
    older.write_text("of another batch")
    picture = Path("out/blank.png").read_bytes()
    batch.decide(item_of(batch, "blank"), "reject")
    end_a_run(at)
    assert [item.state for item in batch.items()] == ["done"] * 3
    assert safelight(RUN).exit_code == 0
    (item,) = batch.items("rejected")
    moved = Path("out/rejected/blank-1.png").absolute()
    assert item.files == (str(moved),)
    assert (moved.read_bytes(), older.read_text()) == (picture, "of another batch")
    assert files() == {"a.png", "b.png", "rejected/blank.png", "rejected/blank-1.png"}


def test_a_result_that_is_gone_takes_no_other_rejected_file(sandbox: Sandbox, batch: Batch) -> None:
    Path("out/rejected").mkdir()
    Path("out/rejected/blank.png").write_text("of another batch")
    batch.decide(item_of(batch, "blank"), "reject")
    Path("out/blank.png").unlink()
    assert safelight(RUN).exit_code == 0
    (item,) = batch.items("rejected")
    assert item.files == (str(Path("out/blank.png").absolute()),)


def test_a_result_that_cannot_be_moved_stays_where_it_is(sandbox: Sandbox, batch: Batch) -> None:
    Path("out/rejected").write_text("no folder")
    batch.decide(item_of(batch, "blank"), "reject")
    run = safelight(RUN)
    assert "cannot be moved to rejected/, and stays" in run.stderr
    assert list(batch.missing()) == []
    Path("out/rejected").unlink()
    assert safelight(RUN).exit_code == 0
    assert files() == {"a.png", "b.png", "rejected/blank.png"}


def test_suspect_ones_come_first_and_a_look_goes_on_where_one_ended(batch: Batch) -> None:
    names = [Path(one.item.source).stem for one in batch.reviewed()]
    assert names == ["blank", "a", "b"]
    first = next(batch.reviewed())
    assert first.verdict is not None
    assert list(first.verdict.reasons) == ["full"]
    assert [Path(one.item.source).stem for one in batch.reviewed(after=first.place)] == ["a", "b"]
    assert [Path(one.item.source).stem for one in batch.reviewed(suspect=True)] == ["blank"]
    batch.decide(item_of(batch, "a"), "accept")
    assert [Path(one.item.source).stem for one in batch.reviewed(decided=False)] == ["blank", "b"]


def test_results_of_a_sync_can_be_accepted_only(sandbox: Sandbox, blank: Path) -> None:
    synced = safelight("sync photos -o out --vendor pilio --operation remove-background --on-suspect hold")
    assert synced.exit_code == 4, synced.output
    with Batch.open() as batch:
        item = item_of(batch, "blank")
        with pytest.raises(InvalidInput, match="can be accepted only"):
            batch.decide(item, "reject")
        batch.decide(item, "accept")
        assert batch.status().review == 0


def test_a_batch_that_is_removed_takes_its_decisions_along(batch: Batch) -> None:
    batch.decide(item_of(batch, "a"), "accept")
    assert json.loads(safelight("batch status --json").stdout)["accepted"] == 1
    assert safelight("batch prune --everything").exit_code == 0
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
        assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (0,)
    connection.close()


def test_decisions_on_a_server(sandbox: Sandbox, blank: Path, database: str) -> None:
    def go() -> None:
        run(
            ["photos"],
            out="out",
            vendor="pilio",
            operation="remove_background",
            batch="b",
            database_url=database,
            on_suspect="hold",
        )

    go()
    with Batch.open("b", database_url=database) as batch:
        assert Path(next(batch.reviewed()).item.source).stem == "blank"
        batch.decide(item_of(batch, "blank"), "redo", vendor="picwish")
        batch.decide(item_of(batch, "a"), "reject")
        go()
        assert (batch.status().done, batch.status().rejected) == (2, 1)
    assert files() == {"b.png", "blank.png", "rejected/a.png", "rejected/blank.png"}
    assert sandbox.ledger.count("picwish") == 1


def test_a_folder_of_sources_may_be_called_rejected(sandbox: Sandbox, folder: Path) -> None:
    (folder / "photos" / "rejected").mkdir()
    (folder / "photos" / "rejected" / "a.jpg").write_bytes(small_photo())
    command = RUN.replace("-o out", "-o photos --name {folder}/{stem}-cut")
    for _ in range(2):
        ended = safelight(command)
        assert ended.exit_code == 0, ended.output
    assert files("photos") == {
        "a.jpg",
        "a-cut.png",
        "b.jpg",
        "b-cut.png",
        "rejected/a.jpg",
        "rejected/a-cut.png",
    }
    assert sandbox.ledger.count("pilio") == 3
