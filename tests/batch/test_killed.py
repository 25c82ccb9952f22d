"""A batch that is killed again and again: every picture is there, and each is paid once or is in doubt."""

import random
import signal
import sqlite3
import time
from collections import Counter
from pathlib import Path

import pytest
from batch_support import RunningSandbox, kill, sandbox_process, start_life, write_items
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
    for life in range(kills):
        process = start_life(sandbox, url, log, items=listed, out=folder / "out")
        goal = begun * life * 0.8
        while process.poll() is None and _touched(database) <= goal:
            time.sleep(0.02)
        time.sleep(draw.uniform(0.0, 0.7))
        kill(process)
    last = start_life(sandbox, url, log, items=listed, out=folder / "out")
    assert last.wait(timeout=600) == 0, log.read_text()[-3000:]
    return Batch.open("killed", database_url=url)


def _touched(database: Path) -> int:
    if not database.exists():
        return -1
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=HANG) as connection:
        try:
            return connection.execute("SELECT count(*) FROM items WHERE intent IS NOT NULL").fetchone()[0]
        except sqlite3.OperationalError:
            return -1


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
    for item in items:
        if item.state == "done":
            assert all(Path(file).stat().st_size for file in item.files)
    assert counts.done + counts.doubt == len(items)
    assert not list((folder / "out").rglob("*.part")) or counts.done
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
