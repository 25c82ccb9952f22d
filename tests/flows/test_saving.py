"""Where results are saved, under which names, and what is never replaced."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight import File, Pilio
from safelight.core.base.outcome import FileRef
from safelight.core.transfers.sources import stem_of
from safelight.core.transfers.targets import NAME_BYTES, safe_name, suffix_of
from safelight.errors import DownloadFailed, InvalidInput, SafelightError
from support.clients import make_client
from support.folders import names
from support.scripted import Script, ScriptedHttp, reply
from support.vendors import PNG, QUERY, RESULT, FakePilio
from support.virtual import VirtualClock
from support.worlds import enact


def saved(
    where: object,
    name: str = "r.png",
    *,
    overwrite: bool = False,
    source: str = "a.png",
    one: bool = False,
) -> object:
    """What saving a result returns, or with `one` saving its first file; or the error."""
    file = {
        "id": "f",
        "name": name,
        "size": len(RESULT),
        "download_url": f"https://store.test/down/1?{QUERY}",
    }
    answer = reply(200, {"code": 200, "data": {"task_id": "t", "status": "Succeeded", "files": [file]}})

    def scenario(client):
        task = yield client.remove_background(PNG, filename=source)
        result = yield task.result(within=60)
        try:
            return (yield (result.files[0] if one else result).save(where, overwrite=overwrite))
        except SafelightError as error:
            return error

    http = ScriptedHttp(Script(FakePilio({"result": [answer]})))
    return enact(make_client(Pilio, http=http, clock=VirtualClock()), scenario)


def test_a_result_is_named_after_its_source(tmp_path):
    assert saved(tmp_path / "new" / "folder", source="portrait.jpeg") == [
        tmp_path / "new" / "folder" / "portrait.png"
    ]


@pytest.mark.parametrize(
    ("source", "stem"),
    [
        (File("pictures/portrait.jpeg"), "portrait"),
        (File(Path("portrait.jpeg")), "portrait"),
        (File("portrait.jpeg", name="me.png"), "me"),
        (File("https://store.test/portrait.jpeg?name=x", fetch=True), "portrait"),
        (File(PNG), "image"),
        (File(PNG, name="me.png"), "me"),
    ],
)
def test_a_file_names_its_result_by_its_name_or_else_its_path(source, stem):
    assert stem_of(source, None, "image") == stem
    assert stem_of(source, "given.png", "image") == "given"


@pytest.mark.parametrize("slash", ["/", os.sep])
def test_a_name_with_a_slash_at_its_end_is_a_folder(tmp_path, slash):
    where = f"{tmp_path / 'out.v2'}{slash}"
    assert saved(where) == [tmp_path / "out.v2" / "a.png"]
    assert saved(where) == [tmp_path / "out.v2" / "a-2.png"]
    assert saved(f"{tmp_path / 'one.v2'}{slash}", one=True) == tmp_path / "one.v2" / "a.png"


def test_an_existing_file_is_not_replaced_unless_told(tmp_path):
    (tmp_path / "a.png").write_bytes(b"mine")
    assert isinstance(saved(tmp_path / "a.png"), InvalidInput)
    assert saved(tmp_path) == [tmp_path / "a-2.png"], "in a folder it gets a number: the task is paid for"
    assert saved(tmp_path) == [tmp_path / "a-3.png"]
    assert (tmp_path / "a.png").read_bytes() == b"mine"
    saved(tmp_path, overwrite=True)
    assert (tmp_path / "a.png").read_bytes() == RESULT
    assert names(tmp_path) == ["a-2.png", "a-3.png", "a.png"]


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    def appear(descriptor):
        (tmp_path / "a.png").write_bytes(b"mine")

    monkeypatch.setattr(os, "fsync", appear)
    assert saved(tmp_path) == [tmp_path / "a-2.png"]
    assert (tmp_path / "a.png").read_bytes() == b"mine"
    assert names(tmp_path) == ["a-2.png", "a.png"]


def test_a_symlink_is_not_followed(tmp_path):
    (tmp_path / "out").mkdir()
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    (tmp_path / "out" / "a.png").symlink_to(victim)
    assert saved(tmp_path / "out") == [tmp_path / "out" / "a-2.png"]
    saved(tmp_path / "out", overwrite=True)
    assert victim.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "where",
    ["nul\0byte.png", "nul\0byte", "a" * 300 + ".png", "file.txt/inside", "a" * 300, "file.txt/x.png"],
)
def test_an_unusable_target_is_refused_before_anything_is_fetched(tmp_path, where):
    (tmp_path / "file.txt").write_text("a file, no folder")
    assert isinstance(saved(tmp_path / where), (InvalidInput, DownloadFailed))
    assert names(tmp_path) == ["file.txt"]


def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    error = saved(tmp_path)
    assert isinstance(error, DownloadFailed)
    assert "No space left" in str(error)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.png",
        "/etc/passwd.png",
        "..\\..\\x.png",
        "a\0b.png",
        "\u202egnp.png",
        "a" * 5000 + ".png",
    ],
)
def test_a_servers_file_name_is_data(tmp_path, name):
    (path,) = saved(tmp_path, name)
    assert path.parent == tmp_path
    assert names(tmp_path) == [path.name] == ["a.png"]


@given(st.text())
def test_every_name_becomes_one_plain_file_name(name):
    safe = safe_name(name)
    assert safe
    assert safe == Path(safe).name
    assert safe[0] != "."
    assert safe[-1] not in ". "
    assert not set(safe) & set('/\\<>:"|?*\0')
    assert safe.isprintable()
    assert len(safe.encode()) <= NAME_BYTES + 1
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\con", "_con"),
        ("NUL", "_NUL"),
        ("com1.tar", "_com1.tar"),
        (".bashrc", "bashrc"),
        ("...", "result"),
        ("", "result"),
        ("写真" * 100, "写真" * 30),
        ("a\u202eb", "ab"),
        ("portrait 1", "portrait 1"),
    ],
)
def test_names_made_safe(name, safe):
    assert safe_name(name) == safe


@given(st.text(), st.text(), st.none() | st.text())
def test_a_suffix_is_short_and_plain(name, path, kind):
    suffix = suffix_of(FileRef(url=f"https://s.test/{path}", name=name), kind)
    assert suffix == "" or (suffix[0] == "." and "/" not in suffix and len(suffix) < 30)


def test_a_file_is_not_replaced_where_the_disk_has_no_hard_links(tmp_path, monkeypatch):
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    for name in ("a.png", "a-2.png"):
        (tmp_path / name).write_bytes(b"mine")
    assert saved(tmp_path) == [tmp_path / "a-3.png"]
    assert (tmp_path / "a-3.png").read_bytes() == RESULT
    assert {(tmp_path / name).read_bytes() for name in ("a.png", "a-2.png")} == {b"mine"}
    assert names(tmp_path) == ["a-2.png", "a-3.png", "a.png"]
