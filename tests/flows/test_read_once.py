"""Sources that can be read only once are read, kept, and can be sent twice; nothing waits for them for good."""

import asyncio
import gzip
import http.client
import io
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import zipfile
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from safelight import AsyncPilio, File, Pilio
from safelight.core.http.messages import MEBIBYTE
from safelight.core.transfers import read_once
from safelight.core.transfers.sources import prepare
from safelight.errors import InvalidInput, SafelightError, UploadFailed
from support.clients import KEY
from support.hostile import HostileServer
from support.hostile import http as answered
from support.scripted import reply
from support.vendors import PNG, FakePicWish, FakePilio
from support.worlds import play

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
LARGE = PNG + bytes(range(256)) * 20_000


@contextmanager
def written(target: object, content: bytes):
    """Write to a pipe beside the test; to a path once somebody reads it."""

    def write() -> None:
        with suppress(BrokenPipeError), open(target, "wb") as file:  # noqa: PTH123 - also of a descriptor
            file.write(content)

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    yield
    thread.join()


def sent_from(make, content: bytes = LARGE, fake=FakePilio, **options):
    """Send a source, made anew for each world; what arrived."""

    def scenario(client):
        with make(content) as source:
            try:
                return (yield client.remove_background(source, **options))
            except SafelightError as error:
                return error

    played = play("picwish" if fake is FakePicWish else "pilio", fake, scenario)
    if isinstance(played.outcome, SafelightError):
        return played.outcome
    return [sent.body for sent in played.sent if content in sent.body]


@contextmanager
def fifo(content: bytes):
    path = Path(os.environ["HERE"], "picture")
    os.mkfifo(path)
    with written(path, content):
        yield path
    path.unlink()


@contextmanager
def file_descriptor(content: bytes):
    reading, writing = os.pipe()
    with written(writing, content):
        yield f"/dev/fd/{reading}"
    os.close(reading)


@contextmanager
def pipe(content: bytes):
    reading, writing = os.pipe()
    with written(writing, content), os.fdopen(reading, "rb") as file:
        yield file


@contextmanager
def raw_pipe(content: bytes):
    reading, writing = os.pipe()
    with written(writing, content), os.fdopen(reading, "rb", buffering=0) as file:
        yield file


@contextmanager
def socket(content: bytes):
    import socket as sockets  # noqa: PLC0415 - its name is the function's

    ours, theirs = sockets.socketpair()
    with ours, theirs, written(os.dup(theirs.fileno()), content), ours.makefile("rb") as file:
        theirs.shutdown(sockets.SHUT_RD)
        theirs.close()
        yield file


@contextmanager
def gzip_of_pipe(content: bytes):
    with pipe(gzip.compress(content)) as file, gzip.open(file) as opened:
        yield opened


@contextmanager
def gzip_that_was_begun(content: bytes):
    with gzip.open(io.BytesIO(gzip.compress(content))) as opened:
        opened.read(10)
        yield opened


@contextmanager
def member_of_zip(content: bytes):
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/picture.png", content)
        with archive.open("folder/picture.png") as member:
            yield member


@contextmanager
def answer(content: bytes):
    with HostileServer(lambda sent: [answered(200, content)]) as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
        connection.request("GET", "/")
        with connection.getresponse() as response:
            yield response
        connection.close()


@contextmanager
def reader_alone(content: bytes):
    class Reader:
        def __init__(self):
            self.read = io.BytesIO(content).read

    yield Reader()


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("HERE", str(tmp_path))


@pytest.mark.parametrize(
    "make",
    [
        *(
            pytest.param(make, marks=posix)
            for make in (fifo, file_descriptor, pipe, raw_pipe, socket, gzip_of_pipe)
        ),
        gzip_that_was_begun,
        member_of_zip,
        answer,
        reader_alone,
    ],
)
@pytest.mark.parametrize("kept", [MEBIBYTE, read_once.IN_MEMORY], ids=["on disk", "in memory"])
def test_a_source_that_is_read_once_is_sent_whole(make, kept, monkeypatch):
    monkeypatch.setattr(read_once, "IN_MEMORY", kept)
    assert len(sent_from(make, filename="a.png")) == 1


@pytest.mark.parametrize("fake", [FakePilio, FakePicWish])
def test_it_is_sent_again_where_that_is_needed(fake):
    def failing():
        return fake({"put" if fake is FakePilio else "create": [reply(429, {}, retry_after="1")]})

    def scenario(client):
        with reader_alone(PNG) as source:
            return (yield client.remove_background(source))

    played = play("pilio" if fake is FakePilio else "picwish", failing, scenario)
    assert len([sent for sent in played.sent if PNG in sent.body]) == 2


@posix
def test_a_file_of_the_system_has_content_although_its_size_is_nought():
    for source in (Path("/proc/version"), "/proc/version"):
        if os.path.exists(source):  # noqa: PTH110 - Linux alone
            found = sent_from(
                lambda _, source=source: _given(source), Path(source).read_bytes(), filename="a.heic"
            )
            assert len(found) == 1
    error = sent_from(lambda _: _given("/dev/null"))
    assert "null is empty" in error.message


@contextmanager
def _given(source):
    yield source


@pytest.mark.integration
@posix
@pytest.mark.parametrize("filename", [None, "a.png", "a.heic"])
def test_what_never_ends_is_refused(filename, monkeypatch):
    monkeypatch.setattr(read_once, "LONGEST", MEBIBYTE)
    options = {} if filename is None else {"filename": filename}
    for source in ("/dev/zero", File("/dev/zero")):
        refused = sent_from(lambda _, source=source: _given(source), **options)
        assert isinstance(refused, InvalidInput)
        assert refused.message


@posix
def test_one_that_is_longer_than_the_vendor_takes_is_not_read_to_its_end(monkeypatch):
    refused = sent_from(pipe, PNG + bytes(25 * MEBIBYTE), FakePicWish)
    assert isinstance(refused, InvalidInput)
    assert "is longer than" in refused.message


@posix
def test_a_full_disk_buys_nothing(monkeypatch):
    class Full(io.BytesIO):
        def write(self, chunk, /):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda *_, **__: Full())
    error = sent_from(pipe)
    assert isinstance(error, UploadFailed)
    assert "No space left on device. Nothing was bought" in error.message


@posix
def test_nothing_of_a_pipe_is_taken_by_a_mere_look_at_it(tmp_path):
    path = tmp_path / "picture"
    os.mkfifo(path)
    with pytest.raises(InvalidInput, match="picture can be read only once"):
        prepare(path)


class Waiting:
    """A named pipe that nobody writes to, and whether somebody waits for it."""

    def __init__(self, folder: Path, monkeypatch) -> None:
        self.path = folder / "picture"
        self.waiting = threading.Event()
        os.mkfifo(self.path)
        poll = select.poll

        def told():
            self.waiting.set()
            return poll()

        monkeypatch.setattr(select, "poll", told)


@posix
def test_a_pipe_that_nobody_writes_to_ends_with_its_task(tmp_path, monkeypatch):
    pipe = Waiting(tmp_path, monkeypatch)

    async def use() -> None:
        async with AsyncPilio(KEY, base_url="http://127.0.0.1:9") as client:
            sending = asyncio.create_task(client.remove_background(pipe.path))
            await asyncio.to_thread(pipe.waiting.wait)
            sending.cancel()
            with pytest.raises(asyncio.CancelledError):
                await sending

    asyncio.run(use())


@posix
def test_a_map_over_a_pipe_that_nobody_writes_to_can_be_left(tmp_path, monkeypatch):
    pipe = Waiting(tmp_path, monkeypatch)
    with Pilio(KEY, base_url="http://127.0.0.1:9") as client:
        outcomes = client.map(client.remove_background, [pipe.path, tmp_path / "missing.png"], at_once=2)
        assert isinstance(next(outcomes)[1], InvalidInput)
        assert pipe.waiting.wait(30)
        outcomes.close()


SENDER = """
import asyncio, pathlib, select, sys
from safelight import AsyncPilio, Pilio
poll = select.poll
def told():
    print("waiting", flush=True)
    return poll()
select.poll = told
source = sys.stdin.buffer if sys.argv[2] == "-" else sys.argv[2]
def run():
    with Pilio("k" * 20, base_url="http://127.0.0.1:9") as client:
        client.remove_background(source)
async def run_async():
    async with AsyncPilio("k" * 20, base_url="http://127.0.0.1:9") as client:
        await client.remove_background(source)
asyncio.run(run_async()) if sys.argv[1] == "async" else run()
"""


@pytest.mark.integration
@posix
@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("source", ["pipe", "-", "/dev/stdin"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_end_a_wait_for_a_writer(tmp_path, kind, source, number):
    os.mkfifo(tmp_path / "pipe")
    words = [sys.executable, "-c", SENDER, kind, source]
    with subprocess.Popen(
        words, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout.readline() == b"waiting\n", process.stderr.read()
            process.send_signal(number)
            assert process.wait(30) == -number
            told = process.stderr.read()
        finally:
            process.kill()
    assert b"Fatal" not in told, "no thread holds stdin"
