"""What a connection does to an answer, and that threads and event loops make the same of it."""

import gzip
import json
from collections.abc import Callable

import attrs
import pytest
from safelight.errors import (
    DownloadFailed,
    InvalidInput,
    OutcomeUnknown,
    SafelightError,
    Unavailable,
    UploadFailed,
)
from support.hostile import Action, Close, Pause, Reset, http
from support.real import FAST, Served, serve
from support.scripted import Sent
from support.vendors import PNG, RESULT, FakeClaid, FakePicWish, FakePilio

BIG = PNG + bytes(18 * 1024 * 1024)
"""More than the buffers of both ends of a loopback connection take."""
OPTIONS = attrs.evolve(FAST, connection=attrs.evolve(FAST.connection, write_timeout=0.6))
JSON = {"content-type": "application/json"}
SAID = json.dumps({"status": 413, "code": 413, "message": "too large", "error_type": "x"}).encode()
TOO_LARGE = http(413, SAID, JSON)

CALLS = {
    "create": ("pilio", "POST", "/images/"),
    "form": ("picwish", "POST", "/segmentation"),
    "billed upload": ("claid", "POST", "/upload"),
    "put": ("pilio", "PUT", "/up/"),
    "part": ("pilio", "PUT", "/up/"),
    "status": ("pilio", "GET", "/status"),
    "download": ("pilio", "GET", "/down/"),
}
FAKES = {"pilio": FakePilio, "claid": FakeClaid, "picwish": FakePicWish}
BILLED = ("create", "form", "billed upload")
UPLOADS = ("form", "billed upload", "put", "part")


class InParts(FakePilio):
    parts = 3


def played(call: str, actions: list[Action], path, *, early: bool) -> tuple[Served, ...]:
    """Go from a picture to its result, where one kind of request is always answered in a certain way."""
    vendor, method, part = CALLS[call]

    def at(sent: Sent) -> bool:
        return sent.method == method and part in sent.url

    def fake(url: str) -> Callable[[Sent], object]:
        whole = (InParts if call == "part" else FAKES[vendor])(store=url)
        return lambda sent: actions if not early and at(sent) else whole(sent)

    def scenario(client):
        try:
            task = yield client.remove_background(path)
            if call == "status":
                yield task.status()
            return (yield (yield task.result(within=60)).bytes())
        except SafelightError as error:
            return error

    return serve(
        scenario, vendor, fake, options=OPTIONS, early=lambda sent: actions if early and at(sent) else None
    )


def alike(worlds: tuple[Served, ...], expected: object, status: int | None = None) -> None:
    for served in worlds:
        if isinstance(expected, type):
            assert type(served.outcome) is expected, served.outcome
            assert status in (None, served.outcome.http_status)
        else:
            assert served.outcome == expected
    if isinstance(expected, type):
        assert len({(served.outcome.http_status, served.outcome.attempts) for served in worlds}) == 1


def failing(call: str) -> type[SafelightError]:
    """What a call ends with that gets no answer."""
    return (
        OutcomeUnknown
        if call in BILLED
        else UploadFailed
        if call in UPLOADS
        else DownloadFailed
        if call == "download"
        else Unavailable
    )


def refused(call: str) -> type[SafelightError]:
    """What a call ends with that is refused for good."""
    return UploadFailed if call in ("put", "part") else DownloadFailed if call == "download" else InvalidInput


@pytest.fixture
def small(tmp_path):
    (tmp_path / "a.png").write_bytes(PNG)
    return tmp_path / "a.png"


@pytest.fixture
def big(tmp_path):
    (tmp_path / "big.png").write_bytes(BIG)
    return tmp_path / "big.png"


@pytest.mark.parametrize("call", UPLOADS)
@pytest.mark.parametrize(
    "end",
    [
        [Reset()],
        [Close()],
        [Pause(0.2), Reset()],
        [Pause(0.2), Close()],
        pytest.param([Pause(2), Close()], marks=pytest.mark.integration),
    ],
    ids=["reset", "close", "late reset", "late close", "reads no more"],
)
@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 103 Hints\r\nlink: <x>\r\n\r\n"], ids=["", "after hints"])
def test_a_refusal_that_comes_while_the_body_is_sent_is_the_answer(call, end, head, big):
    actions = [head + http(413, SAID, {"connection": "close", **JSON}), *end]
    alike(played(call, actions, big, early=True), refused(call), 413)


@pytest.mark.parametrize("call", UPLOADS)
@pytest.mark.parametrize("end", [Reset(), Close()], ids=["reset", "close"])
@pytest.mark.parametrize("said", [b"", TOO_LARGE[:20], TOO_LARGE[:-5]], ids=["nothing", "half a head", "cut"])
def test_a_connection_that_ends_while_the_body_is_sent_is_no_answer(call, end, said, big):
    alike(played(call, [said, end] if said else [end], big, early=True), failing(call))


CHUNKED = (
    b"HTTP/1.1 413 X\r\ncontent-type: application/json\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n"
    + f"{len(SAID):x}".encode()
    + b"\r\n"
    + SAID
    + b"\r\n0\r\n\r\n"
)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "actions",
    [
        [TOO_LARGE],
        [TOO_LARGE, Reset()],
        [TOO_LARGE, Close()],
        [CHUNKED],
        [CHUNKED, Reset()],
        [http(413, gzip.compress(SAID), {"content-encoding": "gzip", **JSON})],
        [TOO_LARGE.replace(b"HTTP/1.1", b"HTTP/1.0"), Close()],
        [http(413, SAID, {"content-length": "absent", **JSON}).replace(b"HTTP/1.1", b"HTTP/1.0"), Close()],
        [b"HTTP/1.1 100 Continue\r\n\r\n" * 5 + TOO_LARGE],
        [b"HTTP/1.1 103 Hints\r\nlink: <x>\r\n\r\n", Pause(0.05), TOO_LARGE],
        [TOO_LARGE.replace(b"\r\n", b"\n")],
        [TOO_LARGE[at : at + 1] for at in range(len(TOO_LARGE))],
    ],
    ids=[
        "plain",
        "reset",
        "close",
        "chunked-and-length",
        "same-and-reset",
        "gzip",
        "1.0",
        "1.0-to-the-end",
        "continue",
        "hints",
        "lf",
        "drip",
    ],
)
def test_a_refusal_is_the_same_however_it_travels(call, actions, small):
    worlds = played(call, actions, small, early=False)
    if call == "status" and actions[0] is CHUNKED:
        worlds = worlds[:2]  # an answer with two lengths is none to aiohttp
    alike(worlds, refused(call), 413)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "actions",
    [
        [Close()],
        [Reset()],
        [b"HTTP/1.1 200", Close()],
        [b"HTTP/1.1 200 OK\r\ncontent-le", Reset()],
        [b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", Close()],
        [b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n", Reset()],
        [b"HTTP/1.1 100 Continue\r\n\r\n", Close()],
        [b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\ntransfer-encoding: gzip\r\n\r\n{", Close()],
        [http(200, b"not gzip", {"content-encoding": "gzip"})],
        [http(200, b"not br", {"content-encoding": "br"})],
    ],
    ids=[
        "close",
        "reset",
        "half-a-line",
        "half-a-head",
        "cut",
        "cut-chunk",
        "continue-and-close",
        "odd-coding",
        "no-gzip",
        "br",
    ],
)
def test_what_is_no_answer_is_the_same_in_both_worlds(call, actions, small):
    alike(played(call, actions, small, early=False), failing(call))


@pytest.mark.parametrize("call", ["status", "download"])
def test_what_is_packed_unasked_is_read_where_it_is_json(call, small):
    content = json.dumps({"code": 200, "data": {"task_id": "task-1", "status": "Succeeded"}}).encode()
    packed = [http(200, gzip.compress(content), {"content-encoding": "gzip", **JSON})]
    alike(played(call, packed, small, early=False), RESULT if call == "status" else DownloadFailed)
