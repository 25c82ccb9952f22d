"""Fetching a result: what is asked, what is taken for the file, and what is told of it, however it is read."""

import gzip
import hashlib
import io
from base64 import b64encode

import pytest
from safelight import Downloaded, Downloading, Options
from safelight.core.http.messages import MEBIBYTE
from safelight.core.transfers import downloads
from safelight.errors import DownloadFailed, InvalidInput, SafelightError
from support.fetched import asked, reading, taken, whole
from support.folders import names
from support.scripted import Download, lost, reply
from support.vendors import PNG, RESULT, FakePicWish, FakePilio
from support.worlds import play

WAYS = ["bytes", "save", "stream"]


@pytest.mark.parametrize("way", WAYS)
def test_a_result_is_fetched_once_and_told_of(way, tmp_path):
    played = taken([whole()], way, tmp_path)
    assert played.outcome == RESULT
    assert len(asked(played)) == 1
    told = [event for event in played.events if isinstance(event, Downloaded)]
    if way != "stream":
        (event,) = told
        assert (event.vendor, event.name, event.size) == (
            "pilio",
            "r.png" if way == "bytes" else "a.png",
            len(RESULT),
        )


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("content", [RESULT[:-1], RESULT + b"x"], ids=["less", "more"])
def test_a_result_has_the_size_that_the_vendor_states(way, content, tmp_path):
    for answer in (whole(content), Download(200, {}, (content,))):
        played = taken([answer] * 9, way, tmp_path)
        assert isinstance(played.outcome, DownloadFailed)
        assert str(len(RESULT)) in str(played.outcome)
        assert names(tmp_path) == []


@pytest.mark.parametrize("size", [0, -1, None])
def test_a_size_of_nothing_states_none(size):
    assert taken([whole(RESULT[:-1])], size=size).outcome == RESULT[:-1]


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_file_is_replaced_only_where_that_was_asked_for(named, overwrite, tmp_path):
    """A name that was made is numbered instead."""
    (tmp_path / "a.png").write_bytes(b"mine")
    where = tmp_path / "a.png" if named else tmp_path

    def scenario(client):
        result = yield (yield client.remove_background(PNG, filename="a.png")).result(within=60)
        try:
            return (yield result.files[0].save(where, overwrite=overwrite))
        except SafelightError as error:
            return error
        finally:
            found.append({path.name: path.read_bytes() for path in tmp_path.iterdir()})

    found: list[dict[str, bytes]] = []
    played = play("pilio", FakePilio, scenario)
    if overwrite:
        assert found[0] == {"a.png": RESULT}
    elif named:
        assert isinstance(played.outcome, InvalidInput)
        assert asked(played) == [], "nothing is fetched that cannot be saved"
        assert found[0] == {"a.png": b"mine"}
    else:
        assert found[0] == {"a.png": b"mine", "a-2.png": RESULT}


def test_progress_is_told_at_every_mebibyte():
    content = PNG + bytes(2 * MEBIBYTE)
    chunks = tuple(content[at : at + MEBIBYTE // 2] for at in range(0, len(content), MEBIBYTE // 2))
    told: list[object] = []
    played = taken([Download(200, {}, chunks)], size=len(content), options=Options(listener=told.append))
    assert played.outcome == content
    progress = [(event.name, event.received, event.size) for event in told if isinstance(event, Downloading)]
    both_worlds = [("r.png", MEBIBYTE, len(content)), ("r.png", 2 * MEBIBYTE, len(content))] * 2
    assert progress == both_worlds


def test_a_stream_gives_mebibytes_from_the_beginning(tmp_path):
    content = PNG + bytes(2 * MEBIBYTE)
    played = taken([whole(content)], "chunks", size=len(content))
    assert [len(chunk) for chunk in played.outcome] == [MEBIBYTE, MEBIBYTE, len(PNG)]
    assert b"".join(played.outcome) == content


def test_memory_holds_a_gibibyte_at_most(monkeypatch):
    assert downloads.MEMORY_LIMIT == 2**30
    monkeypatch.setattr(downloads, "MEMORY_LIMIT", len(RESULT) - 1)
    played = taken([whole()])
    assert isinstance(played.outcome, DownloadFailed)
    assert f"limit of {len(RESULT) - 1} bytes" in str(played.outcome)
    assert played.outcome.vendor == "pilio"
    assert len(asked(played)) == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_checksum_is_compared_with_all_of_the_content(way, tmp_path):
    content = PNG + bytes(2 * MEBIBYTE)
    right = f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'
    assert taken([whole(content, etag=right)], way, tmp_path, len(content)).outcome == content
    for digit in "0f":
        wrong = whole(content, etag=f'"{digit * 32}"')
        played = taken([wrong] * 9, way, tmp_path, len(content))
        assert isinstance(played.outcome, DownloadFailed)
        assert "differs from its ETag" in str(played.outcome)


def test_the_checksum_of_a_packed_answer_is_that_of_the_packed_bytes():

    packed = gzip.compress(RESULT)
    etag = f'"{hashlib.md5(packed, usedforsecurity=False).hexdigest()}"'
    answer = Download(200, {"content-encoding": "gzip", "etag": etag}, (packed,))
    assert taken([answer]).outcome == RESULT


def test_a_failure_names_file_place_and_answer():
    played = taken([Download(400)])
    error = played.outcome
    assert isinstance(error, DownloadFailed)
    assert "r.png could not be fetched from https://store.test/down/1" in str(error)
    assert "HTTP 400" in str(error)
    assert (error.http_status, error.attempts, error.vendor) == (400, None, "pilio")
    error = taken([Download(0, {}, (), lost())] * 9, name=None).outcome
    assert "the result could not be fetched" in str(error)
    assert (error.http_status, error.attempts) == (None, 5)


@pytest.mark.parametrize("way", ["save", "stream"])
def test_a_full_disk_is_a_failed_download(way, tmp_path, monkeypatch):
    class Full(io.BytesIO):
        def write(self, chunk):
            raise OSError(28, "No space left on device")

        def fileno(self):
            raise OSError(9, "no file")

    monkeypatch.setattr(downloads, "temporary_file", Full)
    monkeypatch.setattr("safelight.core.transfers.part_files.PartFile.file", property(lambda self: Full()))
    played = taken([whole()] * 9, way, tmp_path)
    assert isinstance(played.outcome, DownloadFailed)
    assert "No space left on device" in str(played.outcome)
    assert ("cannot keep the file" if way == "stream" else f"cannot write {tmp_path}") in str(played.outcome)
    assert played.outcome.vendor == "pilio"
    assert names(tmp_path) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("content", [PNG, b"text in place of a picture"])
def test_what_came_inside_the_answer_is_looked_at_and_kept(way, content, tmp_path):

    data = {"task_id": "p-1", "state": 1, "image": b64encode(content).decode()}
    answer = reply(200, {"status": 200, "message": "success", "data": data})
    played = play(
        "picwish", lambda: FakePicWish({"status": [answer]}), lambda client: reading(client, way, tmp_path)
    )
    if content == PNG:
        assert played.outcome == PNG
    else:
        assert isinstance(played.outcome, DownloadFailed)
        assert "the answer holds no result" in str(played.outcome)
    assert asked(played) == []


@pytest.mark.parametrize(
    ("name", "kind", "saved"),
    [("r", "image/jpeg; q=1", "a.jpg"), ("r", "image/webp", "a.webp"), ("r.png", "image/webp", "a.png")],
)
def test_a_saved_file_is_named_by_what_storage_says_where_nothing_else_does(name, kind, saved, tmp_path):
    content = b"\xff\xd8\xff\xe0" + bytes(50)
    taken([whole(content, content_type=kind)], "save", tmp_path, len(content), name)
    assert names(tmp_path) == [saved]
