"""Part files: made anew, and removed once their writer is gone."""

import os
import secrets
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path

import pytest
from safelight.core.transfers import part_files as parts
from safelight.core.transfers.part_files import PartFile, sweep
from safelight.core.transfers.targets import finish
from safelight.errors import DownloadFailed, SafelightError
from support.folders import names
from support.scripted import reply
from support.vendors import PNG, RESULT, FakePicWish, FakePilio
from support.worlds import play

WRITER = """
import sys, time
from pathlib import Path
from safelight.core.transfers.part_files import PartFile
part = PartFile(Path(sys.argv[1]))
part.begin()
part.file.write(b"half a picture")
part.file.flush()
print(part.path.name, flush=True)
time.sleep(600)
"""


@pytest.fixture(autouse=True)
def _unswept(monkeypatch):
    monkeypatch.setattr(parts, "SWEPT", set())


def save(folder: Path) -> object:
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        return (yield (yield task.result(within=60)).save(folder))

    return play("pilio", FakePilio, scenario).outcome


@pytest.mark.skipif(sys.platform == "win32", reason="it has no locks that end with a process")
def test_what_a_killed_writer_left_is_removed_and_what_a_living_one_writes_stays(tmp_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    try:
        dead, living = (writer.stdout.readline().strip() for writer in writers)
        assert names(tmp_path) == sorted([dead, living])
        writers[0].kill()
        writers[0].wait()
        save(tmp_path)
        assert names(tmp_path) == sorted([living, "a.png", "a-2.png"])
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()
            writer.stdout.close()


def test_part_files_of_other_hosts_and_earlier_releases_are_removed_once_they_are_old(tmp_path):
    """Not every network's disk tells one host of another's locks."""
    left = [tmp_path / f".safelight-{host}{'0' * 16}.part" for host in ("", "00000000-")]
    for path in left:
        path.write_bytes(b"half")
    sweep(tmp_path)
    assert len(names(tmp_path)) == 2
    parts.SWEPT.clear()
    for path in left:
        os.utime(path, (time.time() - 7200,) * 2)
    sweep(tmp_path)
    assert names(tmp_path) == []


def test_nothing_else_is_swept(tmp_path):
    kept = [
        ".safelight-notes.part",
        "safelight-0000000000000000.part",
        ".safelight-0000000000000000.png",
        "a.part",
    ]
    for name in kept:
        (tmp_path / name).write_bytes(b"mine")
        os.utime(tmp_path / name, (0, 0))
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    (tmp_path / f".safelight-{'0' * 16}.part").symlink_to(victim)
    sweep(tmp_path)
    assert sorted({*kept, "victim"}) == [name for name in names(tmp_path) if name in {*kept, "victim"}]
    assert victim.read_bytes() == b"mine"


def test_a_folder_is_swept_once_in_the_life_of_a_process(tmp_path, monkeypatch):
    looked = []
    original = os.scandir
    monkeypatch.setattr(parts.os, "scandir", lambda path: looked.append(path) or original(path))
    save(tmp_path)
    save(tmp_path)
    assert looked == [tmp_path]


@pytest.mark.parametrize("inline", [True, False], ids=["inside the answer", "fetched"])
def test_a_part_file_follows_no_link(tmp_path, monkeypatch, inline):
    """Its name cannot be known; where it were, nothing would be written through it."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    monkeypatch.setattr(secrets, "token_hex", lambda count: "0" * 2 * count)
    data = {"task_id": "p-1", "state": 1, "image": b64encode(PNG).decode()} if inline else None
    answer = reply(200, {"status": 200, "message": "success", "data": data})

    def saved_in(folder):
        def scenario(client):
            task = yield client.remove_background(PNG, filename="a.png")
            try:
                return (yield (yield task.result(within=60)).save(folder, overwrite=True))
            except SafelightError as error:
                return error

        return play("picwish", lambda: FakePicWish({"status": [answer] * 2 if inline else []}), scenario)

    opened, real = set(), os.open
    with monkeypatch.context() as watched:
        watched.setattr(os, "open", lambda path, *how, **more: opened.add(path) or real(path, *how, **more))
        saved_in(tmp_path / "elsewhere")
    links = [tmp_path / Path(path).name for path in opened if str(path).endswith(".part")]
    for link in links:
        link.symlink_to(victim)
    assert isinstance(saved_in(tmp_path).outcome, DownloadFailed)
    assert victim.read_bytes() == b"mine"
    assert links
    assert all(link.is_symlink() for link in links), "what is not ours stays"


def test_a_name_is_looked_for_only_as_far_as_it_is_needed(tmp_path, monkeypatch):
    """Ten thousand paths cost 70 ms."""
    made = []
    original = Path.with_stem
    monkeypatch.setattr(Path, "with_stem", lambda self, stem: made.append(stem) or original(self, stem))
    (tmp_path / "a.png").write_bytes(b"mine")
    part = PartFile(tmp_path)
    part.begin()
    part.file.write(b"new")
    assert finish(part, tmp_path / "a.png", overwrite=False, number=True) == (tmp_path / "a-2.png", 3)
    part.discard()
    assert made == ["a-2"]
    assert names(tmp_path) == ["a-2.png", "a.png"]


def test_a_part_file_is_as_readable_as_any_other(tmp_path):
    (path,) = save(tmp_path)
    (tmp_path / "other").write_bytes(b"")
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode
    assert path.read_bytes() == RESULT


def test_nothing_is_left_where_it_cannot_be_moved(tmp_path):
    part = PartFile(tmp_path)
    part.discard()
    part.begin()
    part.discard()
    part.discard()
    assert names(tmp_path) == []
