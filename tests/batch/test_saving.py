"""Nothing is bought whose result cannot be saved, and a disk that fills holds the rest back until there is room."""

import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import fsspec
import pytest
from batch_support import safelight, small_photo
from safelight.batch import Counts
from safelight.batch.database import database_url, open_engine
from safelight.batch.planning import Plan
from safelight.batch.report import write_report
from safelight.batch.running import prepare
from safelight.batch.waits import Wait
from safelight.sandbox import Sandbox

COMMAND = "batch run photos --vendor pilio --operation remove-background -q"
COUNT = 60
MOUNT, UMOUNT = shutil.which("mount") or "false", shutil.which("umount") or "false"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of one mebibyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        [MOUNT, "-t", "tmpfs", "-o", "size=1m", "none", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    try:
        yield disk
    finally:
        subprocess.run([UMOUNT, str(disk)], check=True)


def spoil(out: str, folder: Path) -> str:
    """Make a place where nothing can be saved; how to call it."""
    there = folder / "there"
    match out:
        case "a file":
            there.write_text("x")
        case "below a file":
            there.write_text("x")
            return str(there / "deep")
        case "a dangling link":
            there.symlink_to("nowhere")
        case "below a dangling link":
            there.symlink_to("nowhere/deep")
            return str(there / "deep")
        case "an address":
            there.write_text("x")
            return f"file://{there}"
        case _:
            return "/proc/there/out"
    return str(there)


@pytest.mark.parametrize(
    "out", ["a file", "below a file", "a dangling link", "below a dangling link", "no path", "an address"]
)
def test_nothing_is_bought_for_a_place_that_takes_no_file(sandbox: Sandbox, folder: Path, out: str) -> None:
    place = spoil(out, folder)
    result = safelight(f"{COMMAND} -o '{place}'")
    assert result.exit_code == 2, result.output
    assert f"cannot write to {place}" in result.output
    assert "Nothing was bought" in result.output
    if "://" not in place:
        single = safelight(f"pilio remove-background photos/a.jpg -q -o '{place}/'")
        assert single.exit_code == 2, single.output
    assert sandbox.ledger.count("pilio") == 0


def test_nothing_is_bought_for_a_full_disk(sandbox: Sandbox, folder: Path, small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(1024 * 1024))
    for command in (COMMAND, "pilio remove-background photos/a.jpg -q"):
        result = safelight(f"{command} -o disk")
        assert result.exit_code == 2, result.output
        assert "No space left on device" in result.output
    assert sandbox.ledger.count("pilio") == 0


def test_trying_leaves_nothing_behind(sandbox: Sandbox, folder: Path) -> None:
    for out in ("out", "memory://tried/deep"):
        assert safelight(f"{COMMAND} -o {out}").exit_code == 0
    assert {path.name for path in (folder / "out").iterdir()} == {"a.png", "b.png"}
    names = fsspec.filesystem("memory").ls("/tried/deep", detail=False)
    assert {Path(name).name for name in names} == {"a.png", "b.png"}


def test_a_place_of_workers_alone_is_not_tried_where_work_is_enqueued(sandbox: Sandbox, folder: Path) -> None:
    (folder / "there").write_text("x")
    assert safelight(f"{COMMAND} -o there --enqueue-only").exit_code == 0


def test_a_worker_waits_for_a_place_before_it_buys(
    sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.waits.SHORT", 0.0)
    monkeypatch.setattr("safelight.batch.saving.PAUSE", 0.2)
    (folder / "there").write_text("x")
    seen: list[int] = []

    def waiting(waits: Sequence[Wait]) -> None:
        if waits and not seen:
            assert waits[0].name == str(folder / "there")
            seen.append(sandbox.ledger.count("pilio"))
            (folder / "there").unlink()

    plan = Plan(str(folder / "there"), "pilio", "remove_background")
    engine = open_engine(database_url(None))
    with prepare(engine, ["photos"], plan, batch="b", works_here=False) as batch:
        assert batch.work(on_wait=waiting, rates=False).done == 2
    assert seen == [0]


@pytest.mark.integration
@pytest.mark.parametrize("vendor", ["pilio", "picwish"])
def test_a_disk_that_fills_holds_back_what_is_not_bought(
    sandbox: Sandbox, folder: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch, vendor: str
) -> None:
    monkeypatch.setattr("safelight.batch.waits.SHORT", 0.0)
    monkeypatch.setattr("safelight.batch.saving.PAUSE", 0.2)
    monkeypatch.setattr("safelight.batch.saving.LONGEST", 0.2)
    for number in range(COUNT - 2):
        (folder / "photos" / f"{number}.jpg").write_bytes(small_photo())
    filler = small_disk / "filler"
    filler.write_bytes(bytes(1024 * 1024 - 5 * 4096))
    seen: list[str] = []
    bought: list[int] = []
    options = {"sync": True} if vendor == "picwish" else {}
    plan = Plan(str(small_disk), vendor, "remove_background", options)

    def waiting(waits: Sequence[Wait]) -> None:
        full = [wait for wait in waits if "No space left on device" in wait.reason]
        if not full or bought:
            return
        seen.append(str(full[0]))
        before = -1
        while before != sandbox.ledger.count(vendor):  # what was under way comes to its end
            before = sandbox.ledger.count(vendor)
            time.sleep(1.5)
        bought.append(before)
        write_report(batch, folder / "report.html", 0)
        filler.unlink()

    with prepare(open_engine(database_url(None)), ["photos"], plan, batch="b") as batch:
        counts: Counts = batch.work(on_wait=waiting, rates=False)
        assert all(item.error is None for item in batch.items())
    assert bought[0] < COUNT
    assert f"waiting for {small_disk}" in seen[0]
    assert "No space left on device" in (folder / "report.html").read_text()
    assert (counts.done, counts.total) == (COUNT, COUNT)
    assert sandbox.ledger.count(vendor) == COUNT
    assert len(list(small_disk.iterdir())) == COUNT
