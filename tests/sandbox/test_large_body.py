"""Bodies that a thread takes from their connection itself: whole, in pieces, broken off, and with the sandbox gone."""

import contextlib
import gzip
import os
import socket
import threading
import time
from urllib.parse import urlsplit

import httpx
import pytest
from safelight.sandbox import Sandbox, large_body
from safelight.sandbox.receiving import MD5_BYTES
from support.waiting import HANG, until

KEY = "pilio/uploads/large.bin"
DATA = os.urandom(MD5_BYTES + 12_345)


@pytest.fixture
def url(sandbox: Sandbox) -> str:
    return sandbox.world.storage.presign("PUT", KEY, 3600)


def begin(url: str, body: bytes = b"") -> socket.socket:
    """Send the head of an upload of `DATA`, and at once with it the beginning of its body."""
    parts = urlsplit(url)
    connection = socket.create_connection((parts.hostname, parts.port), timeout=HANG)
    head = (
        f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(DATA)}\r\n\r\n"
    )
    connection.sendall(head.encode() + body)
    return connection


def answer(connection: socket.socket) -> bytes:
    """All that comes until the connection ends."""
    received = bytearray()
    while piece := connection.recv(65536):
        received += piece
    return bytes(received)


def stored(sandbox: Sandbox) -> bytes:
    found = sandbox.world.storage.find(KEY)
    assert found is not None
    assert found.size == len(DATA)
    return found.path.read_bytes()


@pytest.mark.parametrize("with_head", [0, 1, 100_000, 3_000_000, len(DATA)])
def test_arrives_whole_however_much_comes_with_the_head(sandbox, url, with_head):
    with begin(url, DATA[:with_head]) as connection:
        connection.sendall(DATA[with_head:])
        assert answer(connection).startswith(b"HTTP/1.1 200")
    assert stored(sandbox) == DATA


def test_arrives_whole_in_pieces_with_pauses(sandbox, url):
    step = len(DATA) // 7
    with begin(url) as connection:
        for start in range(0, len(DATA), step):
            connection.sendall(DATA[start : start + step])
            time.sleep(0.02)
        assert answer(connection).startswith(b"HTTP/1.1 200")
    assert stored(sandbox) == DATA


def test_connection_ends_with_the_answer_and_says_so(sandbox, url):
    with begin(url, DATA) as connection:
        assert b"\r\nConnection: close\r\n" in answer(connection)


def test_upload_that_breaks_off_leaves_nothing(sandbox, url):
    with begin(url, DATA[:-1]):
        until(lambda: files(sandbox) == 1)
    until(lambda: files(sandbox) == 0)
    assert sandbox.world.storage.find(KEY) is None


def test_stalled_upload_does_not_keep_a_sandbox_from_stopping():
    others = set(threading.enumerate())
    with Sandbox() as sandbox:
        connection = begin(sandbox.world.storage.presign("PUT", KEY, 3600), DATA[:-1])
        until(lambda: files(sandbox) == 1)
    with connection:
        assert not any(thread.name.startswith("sandbox-") for thread in set(threading.enumerate()) - others)
    assert not sandbox.world.storage.root.exists()


@pytest.mark.parametrize("trickle", [False, True])
def test_stalled_uploads_keep_no_other_from_being_stored(
    sandbox: Sandbox, url: str, monkeypatch: pytest.MonkeyPatch, trickle
):
    monkeypatch.setattr(large_body, "_SILENCE_SECONDS", 3600.0)
    monkeypatch.setattr(large_body, "_TURN_SECONDS", 0.1)
    others = 100  # more than there are threads
    over = threading.Event()

    def send_byte_by_byte() -> None:
        while not over.wait(0.02):
            for connection in stalled:
                connection.send(b"1")

    with contextlib.ExitStack() as stack:
        stalled = [
            stack.enter_context(
                begin(sandbox.world.storage.presign("PUT", f"{KEY}{number}", 3600), DATA[:1000])
            )
            for number in range(others)
        ]
        until(lambda: files(sandbox) == others)
        sender = threading.Thread(target=send_byte_by_byte if trickle else over.wait)
        sender.start()
        stack.callback(sender.join)
        stack.callback(over.set)
        with begin(url, DATA) as connection:
            assert answer(connection).startswith(b"HTTP/1.1 200")
        assert stored(sandbox) == DATA
        assert files(sandbox) == others + 1, "the others are still under way"


def test_upload_that_falls_silent_is_given_up(sandbox: Sandbox, url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(large_body, "_SILENCE_SECONDS", 1.0)
    with begin(url, DATA[:-1]) as connection:
        assert answer(connection).startswith(b"HTTP/1.1 400")
    assert files(sandbox) == 0
    monkeypatch.undo()
    with begin(url, DATA) as connection:
        assert answer(connection).startswith(b"HTTP/1.1 200")
    assert stored(sandbox) == DATA


@pytest.mark.parametrize("length", [10, len(DATA)])
def test_who_asks_before_sending_is_told_no_before_sending(sandbox: Sandbox, url: str, length: int):
    parts = urlsplit(url)

    def ask(query: str) -> socket.socket:
        connection = socket.create_connection((parts.hostname, parts.port), timeout=HANG)
        head = f"PUT {parts.path}?{query} HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
        connection.sendall(f"{head}Content-Length: {length}\r\n\r\n".encode())
        return connection

    with ask(parts.query.replace("Signature=", "Signature=0")) as connection:
        refused = connection.recv(65536)
        assert refused.startswith(b"HTTP/1.1 403")
        assert b"SignatureDoesNotMatch" in refused
    with ask(parts.query) as connection:
        assert connection.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(DATA[:length])
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
    found = sandbox.world.storage.find(KEY)
    assert found is not None
    assert found.path.read_bytes() == DATA[:length]


@pytest.mark.parametrize("length", [1000, 20 << 20])
def test_what_is_coded_is_stored_as_it_came(sandbox: Sandbox, http: httpx.Client, url: str, length: int):
    coded = gzip.compress(os.urandom(length), 0)
    answered = http.put(url, content=coded, headers={"Content-Encoding": "gzip"})
    assert answered.status_code == 200
    found = sandbox.world.storage.find(KEY)
    assert found is not None
    assert (found.size, found.path.read_bytes()) == (len(coded), coded)


def test_large_part_of_an_upload_that_is_not_open_is_refused(sandbox):
    url = sandbox.world.storage.presign("PUT", KEY, 3600, upload_id="gone", part_number=1)
    with begin(url) as connection:
        connection.sendall(DATA)
        assert b"NoSuchUpload" in connection.recv(65536)


def files(sandbox: Sandbox) -> int:
    return sum(path.is_file() for path in sandbox.world.storage.root.iterdir())
