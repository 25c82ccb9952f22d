"""A batch that is killed again and again: every picture is there, and each is paid once or is in doubt."""

import json
import random
import shutil
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from batch_support import RunningSandbox, kill, sandbox_process, start_life, write_items
from PIL import Image
from safelight.batch import Batch
from safelight.batch.catalogue import purchases_open, work_of
from support.waiting import HANG

pytestmark = pytest.mark.integration


def killed_run(sandbox: RunningSandbox, folder: Path, items: int, kills: int, seed: int) -> Batch:
    """Run items to their end through `kills` kills at random moments of work."""
    draw = random.Random(seed)
    database = folder / "batch.sqlite"
    url = f"sqlite:///{database}"
    listed = write_items(folder, items)
    log = folder / "log.txt"
    begun = items / (kills + 1)
    killed = 0
    for life in range(kills):
        process = start_life(sandbox, url, log, items=listed, out=folder / "out")
        goal = begun * life * 0.8
        while process.poll() is None and _touched(database) <= goal:
            time.sleep(0.02)
        time.sleep(draw.uniform(0.0, 0.7))
        kill(process)
        killed += process.returncode == -signal.SIGKILL
        check_killed(sandbox, database, folder / "out", folder / f"after-{life}")
    assert killed, log.read_text()[-3000:]
    last = start_life(sandbox, url, log, items=listed, out=folder / "out")
    assert last.wait(timeout=600) == 0, log.read_text()[-3000:]
    return Batch.open("killed", database_url=url)


def _touched(database: Path) -> int:
    if not database.exists():
        return -1
    # Closed before the file is copied: closing a copy's handle lifts the locks that SQLite holds for this process, and the
    # next life would then shorten the memory that this connection maps.
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=HANG)) as connection:
        try:
            return connection.execute("SELECT count(*) FROM items WHERE intent IS NOT NULL").fetchone()[0]
        except sqlite3.OperationalError:
            return -1


def check_killed(sandbox: RunningSandbox, database: Path, out: Path, copy: Path) -> None:
    """What holds right after a kill, by a copy, for whoever opens the database itself tidies it up."""
    for picture in results(out):
        is_whole(picture)
    copy.mkdir()
    for file in database.parent.glob(f"{database.name}*"):
        shutil.copy(file, copy)
    charged = sandbox.ledger()
    with closing(sqlite3.connect(copy / database.name)) as connection:
        rows = connection.execute(
            "SELECT vendor, state, coalesce(intent, request_key), files FROM items"
        ).fetchall()
    for vendor, charges in charged.items():
        intended = sum(row[0] == vendor and row[2] is not None for row in rows)
        assert charges <= intended, f"{vendor} charged {charges}, and {intended} have an intent"
    for vendor, state, _, files in rows:
        if state == "done":
            assert charged[vendor]
            assert json.loads(files)
            for file in json.loads(files):
                is_whole(Path(file))


def results(out: Path) -> set[Path]:
    """Files with a name of their own; those under way are hidden, and a kill leaves them behind."""
    return {path for path in out.rglob("*") if path.is_file() and not path.name.startswith(".safelight-")}


def is_whole(picture: Path) -> None:
    with Image.open(picture) as opened:
        opened.load()


def check_paid_once(batch: Batch, sandbox: RunningSandbox, folder: Path) -> dict[str, int]:
    counts = batch.status()
    items = list(batch.items())
    charged = sandbox.ledger()
    assert counts.finished
    assert counts.failed == counts.held == 0, [item for item in items if item.state in {"failed", "held"}]
    for vendor in {item.vendor for item in items}:
        mine = [item for item in items if item.vendor == vendor]
        done = sum(item.state == "done" for item in mine)
        doubtful = sum(item.state == "doubt" for item in mine)
        assert done <= charged[vendor] <= done + doubtful, (vendor, done, doubtful, charged)
        assert vendor != "perfect" or not doubtful, "its request_id makes a repeated create the same purchase"
    saved = [item.files for item in items if item.state == "done"]
    assert all(saved)
    assert {Path(file) for files in saved for file in files} == results(folder / "out")
    for picture in results(folder / "out"):
        is_whole(picture)
    assert counts.done + counts.doubt == len(items)
    by_vendor = Counter(item.vendor for item in items if item.state == "doubt")
    return {"done": counts.done, "doubt": counts.doubt, "charged": sum(charged.values()), **by_vendor}


def test_thirty_photographs_killed_five_times(tmp_path: Path) -> None:
    with sandbox_process(0.1, 0.4) as sandbox:
        batch = killed_run(sandbox, tmp_path, items=30, kills=5, seed=5)
        figures = check_paid_once(batch, sandbox, tmp_path)
    # Purchases open at one time, of vendors without idempotency keys.
    assert figures["doubt"] <= 5 * sum(
        purchases_open(work_of(vendor, "remove_background").facts) for vendor in ("pilio", "claid", "picwish")
    )


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_five_hundred_photographs_killed_twenty_times(tmp_path: Path) -> None:
    with sandbox_process(0.3, 1.5) as sandbox:
        batch = killed_run(sandbox, tmp_path, items=500, kills=20, seed=20)
        figures = check_paid_once(batch, sandbox, tmp_path)
    print(figures)  # noqa: T201 - the figures of docs/scale.md


def test_a_run_that_is_told_to_end_ends_soon_and_goes_on_later(tmp_path: Path) -> None:
    with sandbox_process(1.0, 2.0) as sandbox:
        url, log = f"sqlite:///{tmp_path / 'batch.sqlite'}", tmp_path / "log.txt"
        listed = write_items(tmp_path, 30, ("picwish",))
        process = start_life(sandbox, url, log, items=listed, out=tmp_path / "out")
        while process.poll() is None and _touched(tmp_path / "batch.sqlite") < 5:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=HANG) != 0
        with Batch.open("killed", database_url=url) as batch:
            assert batch.status().doubt == 0
            assert not batch.status().finished
        again = start_life(sandbox, url, log, items=listed, out=tmp_path / "out")
        assert again.wait(timeout=HANG) == 0, log.read_text()[-3000:]
        with Batch.open("killed", database_url=url) as batch:
            assert batch.status().done == 30
        assert sandbox.ledger()["picwish"] == 30
