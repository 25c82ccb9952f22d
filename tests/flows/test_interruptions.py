"""Cancellation, Ctrl-C and failing neighbours leave nothing behind: no file, no connection, no task, no thread."""

import asyncio
import gc
import os
import random
import signal
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from safelight import AsyncPicWish, AsyncPilio, OutcomeUnknown, PicWish, Pilio
from safelight.core.http.messages import HandleSink
from support.clients import KEY
from support.folders import names
from support.hostile import HostileServer, Pause, http
from support.real import hasty, serving
from support.scripted import Sent, reply
from support.vendors import PNG, RESULT, FakePilio
from support.waiting import HANG, until

NEVER = 3600.0
"""Seconds that outlast a test."""


class ManyFiles(FakePilio):
    """A result of six files, each slow enough to be interrupted."""

    pause = 0.002
    piece = 1024

    def result(self, sent: Sent):
        files = [
            {
                "id": f"f{n}",
                "name": f"{n}.png",
                "size": len(RESULT),
                "download_url": f"{self.store}/down/{n}.png",
            }
            for n in range(6)
        ]
        return reply(200, {"code": 200, "data": {"task_id": "t", "status": "Succeeded", "files": files}})

    def download(self, sent: Sent):
        head = http(200, b"", {"content-length": str(len(RESULT))})
        pieces = [RESULT[at : at + self.piece] for at in range(0, len(RESULT), self.piece)]
        return [head, *(action for piece in pieces for action in (piece, Pause(self.pause)))]

    def status(self, sent: Sent):
        return reply(200, {"code": 200, "data": {"task_id": "t", "status": "Succeeded"}})


async def whole_way(client: AsyncPilio, source: Path, folder: Path) -> None:
    task = await client.remove_background(source)
    result = await task.result(within=60)
    await result.save(folder)
    async for _ in result.files[0].stream():
        pass
    await result.bytes(1)


def debris(folder: Path) -> list[str]:
    """What is in a folder besides whole results."""
    return [path.name for path in folder.iterdir() if path.read_bytes() != RESULT]


@pytest.mark.integration
@pytest.mark.parametrize("seed", range(3))
def test_a_cancellation_at_any_moment_leaves_nothing(tmp_path, monkeypatch, seed):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    for name in ("tmp", "out", "src"):
        (tmp_path / name).mkdir()
    source = tmp_path / "src" / "a.png"
    source.write_bytes(PNG + bytes(3_000_000))
    draw = random.Random(seed)

    async def once(server: HostileServer, moment: float) -> None:
        async with hasty(AsyncPilio, server.url) as client:
            running = asyncio.create_task(whole_way(client, source, tmp_path / "out"))
            await asyncio.sleep(moment)
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        assert left == []

    with serving(ManyFiles()) as server:
        for _ in range(12):
            asyncio.run(once(server, draw.uniform(0, 0.25)))
            assert debris(tmp_path / "out") == []
            assert names(tmp_path / "tmp") == []
            for path in (tmp_path / "out").iterdir():
                path.unlink()
        server.wait_until_idle()
    gc.collect()
    with suppress(FileNotFoundError):  # not on every system, and the folder's own handle is gone by now
        held = [str(link.resolve()) for link in Path("/proc/self/fd").iterdir()]
        assert not [path for path in held if str(tmp_path) in path]


@pytest.mark.parametrize("moment", ["open", "write"])
def test_a_cancelled_write_ends_before_the_file_is_closed_and_removed(tmp_path, monkeypatch, moment):
    """A thread that is left alone would make the file again, or write to a number that is another file's by now."""
    original = getattr(HandleSink, moment)
    entered = threading.Event()

    def slow(self, *arguments):
        entered.set()
        time.sleep(0.2)
        return original(self, *arguments)

    monkeypatch.setattr(HandleSink, moment, slow)

    async def cancel() -> None:
        with serving(ManyFiles()) as server:
            async with hasty(AsyncPilio, server.url) as client:
                task = await client.remove_background(PNG, filename="a.png")
                result = await task.result(within=60)
                saving = asyncio.create_task(result.files[0].save(tmp_path))
                await asyncio.to_thread(entered.wait)
                saving.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await saving
                assert names(tmp_path) == []
                await asyncio.sleep(0.3)
                assert names(tmp_path) == []

    asyncio.run(cancel())


def test_a_cancelled_request_leaves_no_connection_in_use():
    async def cancel() -> None:
        stalled = FakePilio({"register": [[Pause(NEVER)]] * 60})
        with serving(stalled) as server:
            async with hasty(AsyncPilio, server.url) as client:
                calls = [
                    asyncio.create_task(client.remove_background(PNG, filename="a.png")) for _ in range(60)
                ]
                await asyncio.to_thread(until, lambda: len(server.seen) == 50)
                for call in calls:
                    call.cancel()
                await asyncio.gather(*calls, return_exceptions=True)
                stalled.faults.clear()  # 60 calls, 50 connections: a leak would block the next one
                async with asyncio.timeout(HANG):
                    await client.remove_background(PNG, filename="a.png")

    asyncio.run(cancel())


def save_and_linger(folder: Path, result) -> None:
    """The signal may come a moment after the last file is saved."""
    result.save(folder)
    time.sleep(HANG)


@pytest.mark.parametrize("after", [0.0, 0.01, 0.1])
def test_ctrl_c_while_files_are_saved_leaves_nothing_and_comes_at_once(tmp_path, monkeypatch, after):
    """The interrupt reaches the main thread while four others download slowly."""
    others = set(threading.enumerate())
    fake = ManyFiles()
    fake.piece, fake.pause = 1, 0.1

    timer = threading.Timer(after, lambda: os.kill(os.getpid(), 2))
    submit = ThreadPoolExecutor.submit

    def struck(*arguments):
        """The first of the downloads begins."""
        if not timer.ident:
            timer.start()
        return submit(*arguments)

    with serving(fake) as server, hasty(Pilio, server.url) as client:
        task = client.remove_background(PNG, filename="a.png")
        result = task.result(within=60)
        monkeypatch.setattr(ThreadPoolExecutor, "submit", struck)
        with pytest.raises(KeyboardInterrupt):
            save_and_linger(tmp_path, result)
        assert names(tmp_path) == []
    begun = set(threading.enumerate()) - others
    assert [thread for thread in begun if thread.name.startswith("safelight")] == []


def test_ctrl_c_while_a_download_is_being_started_leaves_nothing(tmp_path, monkeypatch):
    """The thread runs already, and those who wait for the others do not know of it yet."""
    fake = ManyFiles()
    fake.piece, fake.pause = 1, 0.1
    start = threading.Thread.start

    def struck(thread):
        start(thread)
        if thread.name.startswith("safelight"):
            monkeypatch.undo()
            until(lambda: names(tmp_path))
            signal.raise_signal(signal.SIGINT)

    with serving(fake) as server, hasty(Pilio, server.url) as client:
        result = client.remove_background(PNG, filename="a.png").result(within=60)
        monkeypatch.setattr(threading.Thread, "start", struck)
        with pytest.raises(KeyboardInterrupt):
            result.save(tmp_path)
        assert names(tmp_path) == []


def test_ctrl_c_in_the_middle_of_a_download_leaves_nothing(tmp_path, monkeypatch):
    def interrupted(self, chunk):
        raise KeyboardInterrupt

    with serving(FakePilio()) as server, hasty(Pilio, server.url) as client:
        result = client.remove_background(PNG, filename="a.png").result(within=60)
        monkeypatch.setattr(HandleSink, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            result.save(tmp_path)
        assert names(tmp_path) == []
        monkeypatch.undo()
        assert result.save(tmp_path) == [tmp_path / "a.png"]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not list open files")
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_file_that_was_not_sent_to_its_end_is_closed_at_once(tmp_path, kind):
    """Also where somebody holds on to it, as tracebacks in a ring do until the garbage collector comes."""
    source = tmp_path / "a.png"
    source.write_bytes(PNG + bytes(3_000_000))
    held: list[object] = []

    class Begun(httpx.BaseTransport, httpx.AsyncBaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            held.append(chunks := iter(request.stream))
            while len(next(chunks)) < 100_000:  # what stands before the file
                pass
            raise httpx.ReadError("gone", request=request)

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            held.append(chunks := aiter(request.stream))
            while len(await anext(chunks)) < 100_000:
                pass
            raise httpx.ReadError("gone", request=request)

    def is_open() -> bool:
        return str(source) in [str(link.resolve()) for link in Path("/proc/self/fd").iterdir()]

    async def create() -> None:
        async with httpx.AsyncClient(transport=Begun()) as http:
            with pytest.raises(OutcomeUnknown):
                await AsyncPicWish(KEY, http_client=http).remove_background(source)
            assert held
            assert not is_open()

    if kind == "async":
        asyncio.run(create())
        return
    with httpx.Client(transport=Begun()) as http:
        with pytest.raises(OutcomeUnknown):
            PicWish(KEY, http_client=http).remove_background(source)
        assert held
        assert not is_open()
