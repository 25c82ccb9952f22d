"""What storage answers with status 200 is a result only where it can be the file that the vendor named."""

import gzip
import json
import zlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from PIL import Image
from safelight import Downloading, Options
from safelight.core.base.outcome import FileRef
from safelight.core.transfers.contents import why_not
from safelight.errors import DownloadFailed, SafelightError, UnexpectedResponse
from support.folders import names
from support.hostile import Pause, http
from support.real import FAST, serve
from support.scripted import Answer, Download, Sent, reply
from support.vendors import PNG, QUERY, RESULT, FakeClaid, FakePicWish, FakePilio, FakeYouCam
from support.worlds import Played, play

XML = b'<?xml version="1.0"?><Error><Code>InternalError</Code></Error>'
WRONG = {
    "empty": b"",
    "json": b'{"error": "try later"}',
    "xml": XML,
    "null": b"null",
    "words": "später wieder".encode(),
    "page": b"<!DOCTYPE html><p>Sign in</p>",
    "noise": bytes(range(256)),
}
WAYS = ["bytes", "save", "stream", "image"]


def taken(client: Any, way: str, folder: Path) -> Any:
    """A scenario: buys a result and takes it in one of the ways there are."""
    task = yield client.remove_background(PNG, filename="a.png")
    result = yield task.result(within=60)
    try:
        if way == "save":
            return (yield result.save(folder, overwrite=True))[0].read_bytes()
        if way != "stream":
            return (yield getattr(result.files[0], way)())
        chunks, content = result.files[0].stream(), b""
        while True:
            try:
                content += yield next(chunks) if hasattr(chunks, "__next__") else anext(chunks)
            except (StopIteration, StopAsyncIteration):
                return content
    except SafelightError as error:
        return error


def pilio(
    downloads: list[Answer | None], way: str, folder: Path, name: str = "r.png", **file: object
) -> Played:
    """A result of Pilio, which states a name and a size."""

    class Naming(FakePilio):
        def result(self, sent: Sent) -> Answer:
            url = f"https://store.test/down/{self.calls['result']}?{QUERY}"
            listed = {"id": "f", "name": name, "size": len(RESULT), "download_url": url, **file}
            data = {"task_id": "task-1", "status": "Succeeded", "files": [listed]}
            return reply(200, {"code": 200, "message": "ok", "data": data})

    return play("pilio", lambda: Naming({"download": downloads}), lambda client: taken(client, way, folder))


def got(content: bytes, kind: str = "application/octet-stream") -> Download:
    return Download(200, {"content-length": str(len(content)), "content-type": kind}, (content,))


def downloads(played: Played) -> list[Sent]:
    return [sent for sent in played.sent if "/down/" in sent.url]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("stated", [True, False], ids=["size stated", "no size"])
@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG)
def test_what_cannot_be_the_picture_is_not_the_result(tmp_path, way, stated, content):
    played = pilio([got(content)] * 9, way, tmp_path, size=len(RESULT) if stated else None)
    assert isinstance(played.outcome, DownloadFailed)
    assert played.outcome.token
    assert names(tmp_path) == []
    assert len({sent.url for sent in downloads(played)}) == 2, "a fresh URL was asked for, once"


@pytest.mark.parametrize("way", WAYS[:3])
@pytest.mark.parametrize("content", [*WRONG.values(), RESULT[: len(RESULT) // 2], RESULT + b"x"])
def test_it_is_asked_for_again_at_a_fresh_url(tmp_path, way, content):
    played = pilio([got(content)], way, tmp_path)
    assert played.outcome == RESULT
    assert len({sent.url for sent in downloads(played)}) == len(downloads(played)) == 2


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("content", [RESULT[: len(RESULT) // 2], RESULT + b"x"], ids=["half", "more"])
def test_the_vendors_size_counts_and_not_that_of_whoever_answers(tmp_path, way, content):
    played = pilio([got(content, "image/png")] * 9, way, tmp_path)
    assert isinstance(played.outcome, DownloadFailed)
    assert f"the vendor states {len(RESULT)}" in str(played.outcome)
    assert names(tmp_path) == []


@pytest.mark.parametrize("size", [None, 0, -1])
def test_a_size_that_is_none_states_nothing(tmp_path, size):
    assert pilio([got(RESULT)], "bytes", tmp_path, size=size).outcome == RESULT


def test_of_a_vendor_that_states_a_type_alone(tmp_path):
    played = play(
        "claid",
        lambda: FakeClaid({"download": [got(b'{"a": 1}'), got(b"")]}),
        lambda client: taken(client, "save", tmp_path),
    )
    assert played.outcome == RESULT


FINE = {
    "another picture than named": ("r.png", b"\xff\xd8\xff\xe0" + bytes(50)),
    "a picture of a rare brand": ("r.heic", b"\x00\x00\x00\x18ftyphevc" + bytes(50)),
    "a film": ("r.mp4", b"\x00\x00\x00\x18ftypisom" + bytes(50)),
    "a zip": ("r.zip", b"PK\x03\x04" + bytes(50)),
    "unknown bytes of no name": ("r", bytes(range(256))),
    "unknown bytes of a strange name": ("r.xyz", bytes(range(256))),
    "unknown bytes that are named a document": ("r.pdf", bytes(range(256))),
    "text of no name": ("r", b"hello"),
    "json": ("r.json", b'{"faces": []}'),
    "svg": ("r.svg", b"<svg/>"),
    "a page that is named one": ("r.html", b"<html>"),
}


@pytest.mark.parametrize(("name", "content"), FINE.values(), ids=FINE)
def test_what_may_be_the_file_is_taken(tmp_path, name, content):
    assert pilio([got(content)], "bytes", tmp_path, name, size=len(content)).outcome == content


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "image/png", ""])
def test_bytes_count_more_than_the_type_that_storage_says(tmp_path, kind):
    assert pilio([got(RESULT, kind)], "bytes", tmp_path).outcome == RESULT


@pytest.mark.parametrize(
    ("file", "head", "fine"),
    [
        (FileRef(type="image/png"), b"null", False),
        (FileRef(type="image/png; charset=binary"), b"null", False),
        (FileRef(type="image/svg+xml"), b"<svg/>", True),
        (FileRef(type="image/x-unheard-of"), b"\x00\x01\x02", True),
        (FileRef(type="image/x-unheard-of"), b"{}", False),
        (FileRef(type="video/mp4"), b"{}", False),
        (FileRef(type="application/octet-stream"), b"{}", True),
        (FileRef(url="https://s.test/a.webp?x=1"), b"{}", False),
        (FileRef(url="https://s.test/a.webp?x=1"), b"RIFF\x01\x00\x00\x00WEBP", True),
        (FileRef(url="https://s.test/a%2Ejpeg"), b"\xff\xfe{\x00}\x00", False),
        (FileRef(name="a.png"), b"x" * 510 + "ä".encode()[:1], False),
        (FileRef(), b"", False),
    ],
)
def test_what_is_known_of_a_file_says_what_it_may_be(file, head, fine):
    assert (why_not(file, head, len(head)) is None) is fine


# --- bounds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["bytes", "save", "stream"])
def test_no_more_comes_than_the_vendor_states(tmp_path, way):
    """Without a Content-Length it would go on until the disk is full."""
    mebibyte = PNG[:8] + bytes(1024 * 1024 - 8)
    endless = [http(200, b"", {"transfer-encoding": "chunked", "content-length": "absent"})]
    endless += [b"100000\r\n" + mebibyte + b"\r\n"] * 200
    faults = {"download": [endless] * 9}
    events: list[object] = []
    for served in serve(
        lambda client: taken(client, way, tmp_path),
        fake=lambda url: FakePilio(faults, store=url),
        options=attrs.evolve(FAST, listener=events.append),
    ):
        assert isinstance(served.outcome, DownloadFailed)
        assert names(tmp_path) == []
    assert not [event for event in events if isinstance(event, Downloading)], "a mebibyte was taken"


@pytest.mark.parametrize("way", ["bytes", "save", "stream"])
def test_a_largest_download_bounds_what_has_no_stated_size(tmp_path, way):
    options = Options(largest_download=len(RESULT) - 1)
    played = play(
        "claid",
        lambda: FakeClaid({"download": [Download(200, {}, (RESULT,))]}),
        lambda client: taken(client, way, tmp_path),
        options=options,
    )
    assert isinstance(played.outcome, DownloadFailed)
    assert "largest_download" in str(played.outcome)
    assert len(downloads(played)) == 1
    assert names(tmp_path) == []


@pytest.mark.integration
def test_a_download_that_drips_for_ever_is_given_up(tmp_path):
    """Each byte comes in time, and each try gets on a little; the vendor states kilobytes."""

    class Dripping(FakePilio):
        def download(self, sent: Sent):
            start = int(sent.headers.get("range", "bytes=0-")[6:-1])
            headers = {"etag": '"v1"', "content-length": str(len(RESULT) - start)}
            if start:
                headers["content-range"] = f"bytes {start}-{len(RESULT) - 1}/{len(RESULT)}"
            drip = [part for at in range(start, start + 40) for part in (RESULT[at : at + 1], Pause(0.1))]
            return [http(206 if start else 200, b"", headers), *drip]

    hasty = attrs.evolve(FAST, connection=attrs.evolve(FAST.connection, read_timeout=1.0))
    for served in serve(
        lambda client: taken(client, "save", tmp_path), fake=lambda url: Dripping(store=url), options=hasty
    ):
        assert isinstance(served.outcome, DownloadFailed)
        assert "bytes came in" in str(served.outcome)
        assert served.outcome.attempts == 5
        assert served.calls("/down/")[1].headers["range"].startswith("bytes=")
        assert names(tmp_path) == []


# --- packed -------------------------------------------------------------------------------------------------------


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


PACKED = {
    "gzip": ("gzip", gzip.compress(RESULT)),
    "x-gzip": ("x-gzip", gzip.compress(RESULT)),
    "deflate": ("deflate", zlib.compress(RESULT)),
    "deflate without a header": ("deflate", raw_deflate(RESULT)),
}


@pytest.mark.parametrize("way", ["bytes", "save", "stream"])
@pytest.mark.parametrize(("coding", "content"), PACKED.values(), ids=PACKED)
def test_a_result_that_storage_keeps_packed_is_unpacked(tmp_path, way, coding, content):
    packed = [http(200, content, {"content-encoding": coding, "etag": '"v1"'})]
    cut = [http(200, content[:-20], {"content-encoding": coding, "etag": '"v1"'})]
    for served in serve(
        lambda client: taken(client, way, tmp_path),
        fake=lambda url: FakePilio({"download": [cut, packed]}, store=url),
    ):
        assert served.outcome == RESULT
        assert [sent.headers.get("range") for sent in served.calls("/down/")] == [None, None]


@pytest.mark.parametrize("more", [0, 1, 8])
@pytest.mark.parametrize("whole", [True, False], ids=["at once", "byte by byte"])
def test_a_large_packed_result_is_unpacked_to_its_end(tmp_path, more, whole):
    """It is unpacked a mebibyte at a time, and may end at the edge of one."""
    content = PNG[:8] + bytes(2 * 1024 * 1024 - 8 + more)
    for coding, packed in (("deflate", raw_deflate(content)), ("gzip", gzip.compress(content))):
        chunks = (packed,) if whole else tuple(packed[at : at + 1] for at in range(len(packed)))
        answer = Download(200, {"content-encoding": coding}, chunks)
        assert pilio([answer], "bytes", tmp_path, size=len(content)).outcome == content


def test_the_vendor_may_state_the_size_of_the_packed_object(tmp_path):
    content = gzip.compress(RESULT)
    packed = Download(200, {"content-encoding": "gzip"}, (content,))
    assert pilio([packed], "bytes", tmp_path, size=len(content)).outcome == RESULT
    played = pilio([packed] * 9, "bytes", tmp_path, size=len(content) + 1)
    assert isinstance(played.outcome, DownloadFailed)


@cache
def bomb() -> Download:
    return Download(200, {"content-encoding": "gzip"}, (gzip.compress(PNG[:8] + bytes(200_000_000)),))


@pytest.mark.parametrize("way", ["bytes", "save", "stream"])
def test_a_bomb_is_not_unpacked(tmp_path, way):
    for size in (len(RESULT), None):
        played = pilio([bomb()] * 9, way, tmp_path, size=size)
        assert isinstance(played.outcome, DownloadFailed)
        assert "grows beyond" in str(played.outcome)
        assert names(tmp_path) == []


# --- what storage says --------------------------------------------------------------------------------------------


def error(status: int, code: str, **headers: str) -> Download:
    content = f"<Error><Code>{code}</Code><Message>m</Message></Error>".encode()
    return Download(status, {"content-type": "application/xml", **headers}, (content,))


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "ExpiredToken"),
        (400, "TokenRefreshRequired"),
        (403, "AccessDenied"),
        (403, "AuthenticationFailed"),
    ],
)
def test_a_store_says_in_its_own_words_that_a_url_is_over(tmp_path, status, code):
    played = pilio([error(status, code)], "bytes", tmp_path)
    assert played.outcome == RESULT
    assert len({sent.url for sent in downloads(played)}) == 2


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "RequestTimeout"),
        (503, "SlowDown"),
        (409, "OperationAborted"),
        (503, "ServerBusy"),
        (500, "OperationTimedOut"),
    ],
)
def test_a_store_says_in_its_own_words_that_it_passes(tmp_path, status, code):
    played = pilio([error(status, code)], "bytes", tmp_path)
    assert played.outcome == RESULT
    assert len({sent.url for sent in downloads(played)}) == 1


def test_the_code_of_a_refusal_is_told(tmp_path):
    played = pilio([error(400, "InvalidArgument")], "bytes", tmp_path)
    assert "HTTP 400 InvalidArgument" in str(played.outcome)
    assert len(downloads(played)) == 1
    azure = Download(409, {"x-ms-error-code": "ServerBusy"})
    assert pilio([azure], "bytes", tmp_path).outcome == RESULT


@pytest.mark.parametrize("way", WAYS)
def test_a_picture_inside_the_answer_is_looked_at_too(tmp_path, way):
    """It cannot come again, but it is not saved as a picture."""
    data = {"task_id": "p-1", "state": 1, "progress": 100, "image": b64encode(b'{"error": 1}' * 20).decode()}
    answer = reply(200, {"status": 200, "message": "success", "data": data})
    played = play(
        "picwish",
        lambda: FakePicWish({"status": [answer] * 3}),
        lambda client: taken(client, way, tmp_path),
    )
    assert isinstance(played.outcome, DownloadFailed)
    assert names(tmp_path) == []


def test_what_the_vendors_description_lacks_costs_no_file():
    """The model is read when it is asked for; the files do not need it."""
    data = {"state": 1, "progress": 100, "image": f"https://store.test/down/x.png?{QUERY}"}
    answer = reply(200, {"status": 200, "message": "success", "data": data})

    def scenario(client):
        task = yield client.remove_background(PNG)
        result = yield task.result(within=60)
        content = yield result.bytes()
        with pytest.raises(UnexpectedResponse, match="no field 'task_id'") as raised:
            assert result.raw
        assert raised.value.token == task.token
        return content

    assert play("picwish", lambda: FakePicWish({"status": [answer]}), scenario).outcome == RESULT


def test_the_vendors_description_is_read_once_and_keeps_what_no_schema_knows():
    file = {"name": "r.png", "download_url": "https://store.test/down/x.png", "new": [1]}
    data = {"task_id": "t", "status": "Succeeded", "files": [file], "new": {"a": None}}

    def scenario(client):
        task = yield client.remove_background(PNG)
        result = yield task.result(within=60)
        assert result.raw is result.raw
        return result.raw

    raw = play(
        "pilio", lambda: FakePilio({"result": [reply(200, {"code": 200, "data": data})]}), scenario
    ).outcome
    assert (raw["new"], raw.files[0]["new"]) == ({"a": None}, [1])
    assert raw.to_dict() == data


# --- pictures -----------------------------------------------------------------------------------------------------


def picture(content: bytes, folder: Path) -> object:
    return pilio([got(content)], "image", folder, size=len(content)).outcome


def test_what_pillow_cannot_open_is_a_failed_download(tmp_path):
    for content in (RESULT, PNG[:-20], b"\xff\xd8\xff\xe0" + bytes(50)):
        failed = picture(content, tmp_path)
        assert isinstance(failed, DownloadFailed)
        assert failed.token
        assert "cannot be opened as a picture" in failed.message


def test_a_picture_that_pillow_takes_for_a_bomb_is_a_failed_download(tmp_path, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1)
    failed = picture(PNG, tmp_path)
    assert isinstance(failed, DownloadFailed)
    assert failed.token


FOUND = {"hair_length": {"term": "above chest"}, "ratios": [1, 1.62]}


class Analysing(FakeYouCam):
    steps = tuple(
        (method, part.replace("/task/sod", "/task/hair-length-detection"), step)
        for method, part, step in FakeYouCam.steps
    )
    results: object = FOUND

    def status(self, sent: Sent) -> Answer:
        return reply(200, {"status": 200, "data": {"task_status": "success", "results": self.results}})


@pytest.mark.parametrize("way", ["bytes", "save"])
def test_what_an_analysis_found_is_a_json_file(way: str, tmp_path: Path) -> None:
    def scenario(client: Any) -> Any:
        task = yield client.measure_hair_length(PNG, filename="a.png")
        result = yield task.result(within=60)
        assert result.raw.results.hair_length.term == "above chest"
        file = result.files[0]
        assert (file.type, file.url, file.expires) == ("application/json", None, None)
        if way == "save":
            (path,) = yield result.save(tmp_path, overwrite=True)
            assert path.name == "a.json"
            return path.read_bytes()
        return (yield file.bytes())

    assert json.loads(play("youcam", Analysing, scenario).outcome) == FOUND


@pytest.mark.parametrize("results", [None, {}, [], "none"])
def test_an_analysis_that_found_nothing_readable_keeps_its_token(results: object) -> None:
    class Empty(Analysing):
        pass

    Empty.results = results

    def scenario(client: Any) -> Any:
        task = yield client.measure_hair_length(PNG, filename="a.png")
        try:
            yield task.result(within=60)
        except UnexpectedResponse as error:
            return error.token == task.token

    assert play("youcam", Empty, scenario).outcome is True


def test_a_picture_that_is_missing_is_not_taken_for_data() -> None:
    class Wordy(FakeYouCam):
        def status(self, sent: Sent) -> Answer:
            return reply(200, {"status": 200, "data": {"task_status": "success", "results": FOUND}})

    def scenario(client: Any) -> Any:
        task = yield client.remove_background(PNG, filename="a.png")
        try:
            yield task.result(within=60)
        except UnexpectedResponse as error:
            return str(error)

    assert "lists no file" in play("youcam", Wordy, scenario).outcome
