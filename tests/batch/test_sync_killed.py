"""A sync that is killed, interrupted, or that watches: nothing is lost, and nothing is paid twice."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_support import HERE, environment, kill, safelight
from safelight.batch import Batch
from safelight.sandbox import Sandbox
from safelight.sync.looking import Resting
from safelight.sync.table import Mark
from support.waiting import HANG, until
from test_sync import PILIO, bought, line, photograph, pictures

pytestmark = pytest.mark.integration


@pytest.fixture
def photos(folder: Path) -> Path:
    for turn, name in enumerate("abcd"):
        photograph(folder / "photos" / f"{name}.jpg", turn)
    return folder / "photos"


def killed_at(step: int, folder: Path) -> bool:
    """Sync in a process that is killed at a step; whether it came so far."""
    done = subprocess.run(
        [sys.executable, str(HERE / "sync_process.py"), str(step)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=HANG,
        check=False,
    )
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr.decode()
    return done.returncode != 0


def test_moves_and_copies_that_are_killed_at_every_step_are_made_by_the_next_sync(
    sandbox: Sandbox, photos: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, kept = photos.parent, tmp_path_factory.mktemp("kept") / "all"
    assert safelight(PILIO).exit_code == 0
    before = pictures(folder / "out")
    (photos / "a.jpg").rename(photos / "x")
    (photos / "b.jpg").rename(photos / "a.jpg")
    (photos / "x").rename(photos / "b.jpg")
    (photos / "deep").mkdir()
    (photos / "c.jpg").rename(photos / "deep" / "e.jpg")
    shutil.copy(photos / "a.jpg", photos / "f.jpg")
    (photos / "d.jpg").unlink()
    shutil.copytree(folder, kept)
    wanted = {
        "a.png": before["b.png"],
        "b.png": before["a.png"],
        "deep/e.png": before["c.png"],
        "f.png": before["b.png"],
    }
    step = 0
    while killed_at(step := step + 1, folder):
        again = safelight(f"{PILIO} --delete-gone")
        assert again.exit_code == 0, (step, again.output)
        assert pictures(folder / "out") == wanted, step
        assert "4 unchanged; nothing to pay" in line(safelight(PILIO))
        for entry in folder.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        shutil.copytree(kept, folder, dirs_exist_ok=True)
    assert step > 10
    assert pictures(folder / "out") == wanted
    assert bought(sandbox) == 4


def test_purchases_that_are_killed_are_not_paid_twice(sandbox: Sandbox, photos: Path) -> None:
    draw = random.Random(7)
    for number in range(12):
        photograph(photos / f"{number}.jpg", 10 + number)
    shutil.copy(photos / "a.jpg", photos / "copy.jpg")
    command = [sys.executable, "-m", "safelight", *PILIO.split(), "-q"]
    for _ in range(4):
        before = bought(sandbox)
        process = subprocess.Popen(command, env=environment(), stderr=subprocess.DEVNULL)
        while process.poll() is None and bought(sandbox) < before + 3:
            time.sleep(0.01)
        time.sleep(draw.uniform(0.0, 0.3))
        kill(process)
        (photos / "b.jpg").rename(photos / "r.jpg")
        (photos / "r.jpg").rename(photos / "b.jpg")
    last = safelight(PILIO)
    with Batch.open() as batch:
        counts = batch.status()
        doubtful = {Path(item.source).stem for item in batch.items("doubt")}
    assert last.exit_code == (3 if counts.doubt else 0), last.output
    assert counts.done + counts.doubt == 16
    assert counts.done <= bought(sandbox) <= 16
    results = {Path(name).stem for name in pictures(photos.parent / "out")}
    if "a" in doubtful or "copy" in doubtful:
        doubtful |= {"a", "copy"}
    assert results == {path.stem for path in photos.iterdir()} - doubtful


def test_a_watching_sync_takes_what_arrives_and_ends_with_an_interrupt(
    sandbox: Sandbox, photos: Path, tmp_path: Path
) -> None:
    out, log = photos.parent / "out", tmp_path / "log.txt"
    with log.open("w") as file:
        command = [sys.executable, "-m", "safelight", *PILIO.split(), "--watch"]
        process = subprocess.Popen(command, env=environment(), stdout=file, stderr=file)
    try:
        until(lambda: len(pictures(out)) == 4)
        content = photograph(tmp_path / "new.jpg", 45)
        with (photos / "new.jpg").open("wb") as arriving:
            for byte in content[:-1]:
                arriving.write(bytes([byte]))
                arriving.flush()
                if arriving.tell() % 500 == 0:
                    time.sleep(0.5)
            arriving.write(content[-1:])
        until((out / "new.png").exists)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=HANG) == 130
    finally:
        kill(process)
    said = log.read_text()
    assert "cut off" not in said
    assert "Traceback" not in said
    assert "the same command goes on" in said.splitlines()[-1]
    assert bought(sandbox) == 5


def test_a_file_rests_once_it_has_looked_the_same_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("safelight.sync.looking.time.time", lambda: now)
    monkeypatch.setattr("safelight.sync.looking.time.monotonic", lambda: now)
    resting = Resting()
    assert resting.is_whole("old", Mark(1, int(990e9)))
    assert not resting.is_whole("new", Mark(1, int(999e9)))
    now = 1003.0
    assert not resting.is_whole("new", Mark(2, int(999e9)))  # it grew, and keeps its time
    now = 1007.0
    assert not resting.is_whole("new", Mark(2, int(999e9)))
    now = 1008.0
    assert resting.is_whole("new", Mark(2, int(999e9)))
