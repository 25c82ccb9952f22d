"""What had arrived before a crash is not sent again, and nothing is left behind."""

import json
import logging
import os
import stat
import time
from pathlib import Path

import pytest
from batch_support import PHOTO, RunningSandbox, kill, sandbox_process, start_life, write_items
from safelight.batch import Batch
from safelight.batch.item_uploads import FOLDER, ItemUploads
from safelight.batch.records import Item
from safelight.core.api.credentials import profiles_path
from safelight.core.transfers.upload_memory import UNKNOWN_LIFE, UploadFolder
from support.waiting import HANG, until

MEBIBYTE = 1024 * 1024
PARTS = 7
ARRIVING = 4
NEVER = 600.0
"""Seconds that outlast a test."""


@pytest.fixture
def folder() -> Path:
    """Return where workers of this test remember uploads."""
    return profiles_path().with_name(FOLDER)


def requests(sandbox: RunningSandbox, operation: str) -> int:
    return sum(record["operation"] == operation for record in sandbox.requests())


def arrived(folder: Path) -> int:
    """How many parts are remembered."""
    return sum(len(json.loads(path.read_bytes()).get("etags", {})) for path in folder.glob("*.json"))


@pytest.mark.integration
def test_only_the_missing_parts_are_sent_after_a_kill(tmp_path: Path, folder: Path) -> None:
    listed = write_items(tmp_path, 1, ("pilio",))
    large = tmp_path / "photos" / "0000.jpg"
    large.write_bytes(PHOTO.read_bytes() + os.urandom(31 * MEBIBYTE))
    url, log, out = f"sqlite:///{tmp_path / 'batch.sqlite'}", tmp_path / "log.txt", tmp_path / "out"
    with sandbox_process(0.1, 0.2) as sandbox:
        late = {
            "kind": "latency",
            "operation": "upload_part",
            "skip": ARRIVING,
            "times": PARTS - ARRIVING,
            "seconds": NEVER,
        }
        sandbox.post("/sandbox/faults", late)
        life = start_life(sandbox, url, log, items=listed, out=out)
        until(lambda: arrived(folder) == ARRIVING or life.poll() is not None)
        until(lambda: requests(sandbox, "upload_part") == PARTS or life.poll() is not None)
        assert life.poll() is None, log.read_text()[-3000:]
        kill(life)
        again = start_life(sandbox, url, log, items=listed, out=out)
        assert again.wait(timeout=HANG) == 0, log.read_text()[-3000:]
        assert requests(sandbox, "upload_part") == PARTS + (PARTS - ARRIVING)
        assert requests(sandbox, "create_files") == 1
        assert sandbox.ledger()["pilio"] == 1
    with Batch.open("killed", database_url=url) as batch:
        assert batch.status().done == 1
    assert list(folder.iterdir()) == []


@pytest.mark.integration
def test_a_file_that_had_arrived_is_not_sent_again_after_a_kill(tmp_path: Path, folder: Path) -> None:
    listed = write_items(tmp_path, 1, ("perfect",))
    url, log, out = f"sqlite:///{tmp_path / 'batch.sqlite'}", tmp_path / "log.txt", tmp_path / "out"
    with sandbox_process(0.1, 0.2) as sandbox:
        late = {"kind": "latency", "operation": "run_background_removal", "seconds": NEVER}
        sandbox.post("/sandbox/faults", late)
        life = start_life(sandbox, url, log, items=listed, out=out)
        until(lambda: requests(sandbox, "run_background_removal") == 1 or life.poll() is not None)
        assert [path.suffix for path in folder.iterdir()] == [".json"]
        kill(life)
        again = start_life(sandbox, url, log, items=listed, out=out)
        assert again.wait(timeout=HANG) == 0, log.read_text()[-3000:]
        assert requests(sandbox, "put_object") == 1
        assert sandbox.ledger()["perfect"] == 1
    assert list(folder.iterdir()) == []


@pytest.mark.integration
def test_nothing_is_left_behind_whatever_became_of_the_items(tmp_path: Path, folder: Path) -> None:
    listed = write_items(tmp_path, 6, ("pilio", "perfect"))
    with sandbox_process(0.1, 0.2) as sandbox:
        for operation in ("remove_background", "run_background_removal"):
            refusal = {"kind": "server_error", "operation": operation, "status": 400}
            sandbox.post("/sandbox/faults", refusal)
        url, log = f"sqlite:///{tmp_path / 'batch.sqlite'}", tmp_path / "log.txt"
        life = start_life(sandbox, url, log, items=listed, out=tmp_path / "out")
        assert life.wait(timeout=HANG) == 0, log.read_text()[-3000:]
    with Batch.open("killed", database_url=url) as batch:
        counts = batch.status()
        assert counts.finished
        assert 0 < counts.done < 6
    assert list(folder.iterdir()) == []


# --- the folder ---------------------------------------------------------------------------------------------------

KEY, OTHER = "a" * 64, "b" * 64
ENTRY = {"id": "file", "until": time.time() + 7200, "sent": True}


class Working:
    """Says which item is at hand."""

    def __init__(self) -> None:
        self.item: Item | None = None

    def on(self, name: str | None) -> None:
        self.item = name and Item(name, "b", 1, "pilio", "upscale", None, "a.jpg", {}, "a", "waiting", 0)

    def __call__(self) -> Item | None:
        return self.item


def names(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir()}


def test_entries_last_as_long_as_an_item_needs_them(folder: Path) -> None:
    working = Working()
    uploads = ItemUploads(working)
    for item, key in (("one", KEY), ("one", OTHER), ("two", KEY)):
        working.on(item)
        uploads.save(key, ENTRY)
    assert names(folder) == {KEY, OTHER}
    uploads.ended("one")
    assert names(folder) == {KEY}
    assert uploads.load(KEY) == ENTRY
    uploads.ended("two")
    assert names(folder) == set()
    if os.name != "nt":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_entry_of_an_earlier_process_goes_with_the_item_that_uses_it(folder: Path) -> None:
    working = Working()
    working.on("one")
    ItemUploads(working).save(KEY, ENTRY)
    later = ItemUploads(working)
    assert later.load(KEY) == ENTRY
    later.ended("one")
    assert names(folder) == set()


def test_nothing_is_remembered_for_nobody(folder: Path) -> None:
    ItemUploads(Working()).save(KEY, ENTRY)
    assert names(folder) == set()


def test_a_start_sweeps_what_can_be_of_no_use(folder: Path) -> None:
    kept = UploadFolder(folder)
    kept.save(KEY, ENTRY)
    kept.save(OTHER, {**ENTRY, "until": time.time() + 10})
    damaged, broken_off, being_written = (
        folder / f"{name}" for name in ("c" * 64 + ".json", "d" * 64 + ".1-1", "e" * 64 + ".1-1")
    )
    for path in (damaged, broken_off, being_written, folder / "mine.json"):
        path.write_text("{")
    os.utime(broken_off, (0, time.time() - UNKNOWN_LIFE - 60))
    ItemUploads(Working())
    assert {path.name for path in folder.iterdir()} == {f"{KEY}.json", being_written.name, "mine.json"}


def test_batches_do_without_a_folder_and_say_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "file" / "profiles.toml"))
    working = Working()
    working.on("one")
    with caplog.at_level(logging.WARNING, "safelight.batch"):
        uploads = ItemUploads(working)
        uploads.save(KEY, ENTRY)
        assert uploads.load(KEY) is None
        uploads.ended("one")
    assert len(caplog.records) == 1
    assert "begins anew" in caplog.text


def test_a_disk_that_takes_no_more_stops_no_item(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    working = Working()
    working.on("one")
    uploads = ItemUploads(working)
    folder.rmdir()
    uploads.save(KEY, ENTRY)
    uploads.save(KEY, ENTRY)
    uploads.ended("one")
    assert len(caplog.records) == 1
