"""A file that is another photograph since its item was done is bought again, and one that was only touched is not."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import fsspec
import pytest
from batch_support import PHOTO, safelight, small_photo
from PIL import Image
from safelight.batch import Batch, run
from safelight.sandbox import Sandbox

PILIO = "batch run photos --vendor pilio --operation remove-background -o out"
OTHER = PHOTO.parent / "astronaut.jpg"


def reshoot(path: Path) -> None:
    """Write another picture of the same length under a name."""
    before = path.read_bytes()
    with Image.open(OTHER) as photo:
        photo.resize((96, 64)).save(path, "JPEG", quality=30)
    new = path.read_bytes()
    assert len(new) < len(before)
    path.write_bytes(new + bytes(len(before) - len(new)))
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("vendor", ["pilio", "perfect"])
def test_a_re_shot_photograph_is_bought_again(sandbox: Sandbox, folder: Path, vendor: str) -> None:
    command = PILIO.replace("pilio", vendor)
    assert safelight(command).exit_code == 0
    before = (folder / "out" / "a.png").read_bytes()
    reshoot(folder / "photos" / "a.jpg")
    said = safelight(f"{command} --dry-run").stdout
    assert "2 items, 1 done already, 1 file changed since it was done, " in said
    assert sandbox.ledger.count(vendor) == 2
    again = safelight(command)
    assert again.exit_code == 0, again.output
    assert "1 file changed since it was done: bought again" in again.stderr
    assert sandbox.ledger.count(vendor) == 3
    assert (folder / "out" / "a.png").read_bytes() != before
    assert "nothing is left to buy" in safelight(f"{command} --dry-run").stdout
    assert safelight(command).exit_code == 0
    assert sandbox.ledger.count(vendor) == 3
    assert {path.name for path in (folder / "out").iterdir()} == {"a.png", "b.png"}


def test_a_shared_database_knows_odd_names_and_what_was_re_shot(
    sandbox: Sandbox, folder: Path, database: str
) -> None:
    for name in (b"\xff.jpg", b"c.jpg"):
        (folder / "photos" / os.fsdecode(name)).write_bytes(small_photo())
    for bought in (4, 5, 5):
        counts = run(
            ["photos"],
            out="out",
            vendor="pilio",
            operation="remove_background",
            database_url=database,
            rates=False,
        )
        assert (counts.done, sandbox.ledger.count("pilio")) == (4, bought)
        if bought == 4:
            reshoot(folder / "photos" / os.fsdecode(b"\xff.jpg"))


def test_another_picture_behind_the_subject_is_bought_again(sandbox: Sandbox, folder: Path) -> None:
    behind = folder / "behind.jpg"
    behind.write_bytes(small_photo())
    command = f"{PILIO.replace('pilio', 'picwish')} -O bg_image={behind}"
    assert safelight(command).exit_code == 0
    before = (folder / "out" / "a.png").read_bytes()
    os.utime(behind, ns=(2, 2))
    assert "nothing is left to buy" in safelight(f"{command} --dry-run").stdout
    assert "changed" not in safelight(command).output, "it was only touched"
    reshoot(behind)
    assert "2 files changed since they were done" in safelight(f"{command} --dry-run").stdout
    assert sandbox.ledger.count("picwish") == 2
    assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("picwish") == 4
    assert (folder / "out" / "a.png").read_bytes() != before
    assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("picwish") == 4
    with Batch.open() as batch:
        batch.prune(everything=True)
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
        assert connection.execute("SELECT count(*) FROM other_contents").fetchone() == (0,)


def test_a_photograph_that_was_only_touched_stays_done(sandbox: Sandbox, folder: Path) -> None:
    assert safelight(PILIO).exit_code == 0
    for time in (1, 2):
        os.utime(folder / "photos" / "a.jpg", ns=(time, time))
        assert "nothing is left to buy" in safelight(f"{PILIO} --dry-run").stdout
        again = safelight(PILIO)
        assert "changed" not in again.output
    assert sandbox.ledger.count("pilio") == 2
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
        assert connection.execute("SELECT min(modified) FROM contents").fetchone() == (2,)


def test_items_of_earlier_releases_stay_done(sandbox: Sandbox, folder: Path) -> None:
    assert safelight(PILIO).exit_code == 0
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
        connection.execute("DROP TABLE contents")
    reshoot(folder / "photos" / "a.jpg")
    assert "nothing is left to buy" in safelight(f"{PILIO} --dry-run").stdout
    assert safelight(PILIO).exit_code == 0
    assert sandbox.ledger.count("pilio") == 2


def test_an_object_of_another_size_is_bought_again(sandbox: Sandbox, folder: Path) -> None:
    there = fsspec.filesystem("memory")
    there.pipe("/changed/a.jpg", small_photo())
    command = PILIO.replace("photos", "memory://changed")
    assert safelight(command).exit_code == 0
    assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("pilio") == 1
    there.pipe("/changed/a.jpg", small_photo() + b"\0")
    assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("pilio") == 2


def test_a_source_that_its_own_result_replaced_stays_done(sandbox: Sandbox, folder: Path) -> None:
    for name in ("a", "b"):
        with Image.open(folder / "photos" / f"{name}.jpg") as photo:
            photo.save(folder / "photos" / f"{name}.png")
        (folder / "photos" / f"{name}.jpg").unlink()
    command = f"{PILIO.replace('-o out', '-o photos')} --overwrite"
    for _ in range(2):
        assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("pilio") == 2


def test_a_removed_batch_leaves_nothing_behind(sandbox: Sandbox, folder: Path) -> None:
    assert safelight(PILIO).exit_code == 0
    with Batch.open() as batch:
        batch.prune(everything=True)
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
        assert connection.execute("SELECT count(*) FROM contents").fetchone() == (0,)
