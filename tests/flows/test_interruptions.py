"""Cancellation, Ctrl-C and failing neighbours leave nothing behind: no file, no connection, no task, no thread."""

import asyncio
import gc
import io
import os
import random
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from support.hostile import HostileServer, Pause, Reset, http
from support.real import FAST
from support.scripted import Sent, reply
from support.vendors import PNG, RESULT, FakePilio
from support.virtual import VirtualClock
from support.worlds import KEY

from safelight import AsyncPilio, Pilio
from safelight.core.clock import Stop, SystemClock
from safelight.core.drivers import AsyncDriver, Stopped, SyncDriver
from safelight.core.flow import Blocking, Emit, Exclusive, Gather, Now, Sleep
from safelight.core.wire import FileSink, MemorySink
from safelight.errors import ConfigurationError, SafelightError, UploadFailed


class ManyFiles(FakePilio):
    """A result of six files, each slow enough to be interrupted."""

    pause = 0.02

    def result(self, sent: Sent):
        files = [
            {"id": f"f{n}", "name": f"{n}.png", "size": len(RESULT), "download_url": f"{self.store}/down/{n}.png"}
            for n in range(6)
        ]
        return reply(200, {"code": 200, "data": {"task_id": "t", "status": "Succeeded", "files": files}})

    def download(self, sent: Sent):
        head = http(200, b"", {"content-length": str(len(RESULT))})
        pieces = [RESULT[at : at + 1024] for at in range(0, len(RESULT), 1024)]
        return [head, *(action for piece in pieces for action in (piece, Pause(self.pause / 10)))]

    def status(self, sent: Sent):
        return reply(200, {"code": 200, "data": {"task_id": "t", "status": "Succeeded"}})


def serving(fake: FakePilio) -> HostileServer:
    server = HostileServer(fake)
    fake.store = server.url
    return server


class NoWait(SystemClock):
    def sleep(self, seconds: float, stop: Stop | None = None) -> None:
        super().sleep(min(seconds, 0.01), stop)

    async def sleep_async(self, seconds: float) -> None:
        await asyncio.sleep(min(seconds, 0.01))


async def whole_way(client: AsyncPilio, source: Path, folder: Path) -> None:
    client._driver._clock = NoWait()
    task = await client.remove_background(source)
    result = await task.result(within=60)
    await result.save(folder)
    async for _ in result.files[0].stream():
        pass
    await result.bytes(1)


def debris(folder: Path) -> list[str]:
    """What is in a folder besides whole results."""
    return [name for name in os.listdir(folder) if (folder / name).read_bytes() != RESULT]


@pytest.mark.parametrize("seed", range(3))
def test_a_cancellation_at_any_moment_leaves_nothing(tmp_path, monkeypatch, seed):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    for name in ("tmp", "out", "src"):
        (tmp_path / name).mkdir()
    source = tmp_path / "src" / "a.png"
    source.write_bytes(PNG + bytes(3_000_000))
    draw = random.Random(seed)

    async def once(server: HostileServer, moment: float) -> None:
        async with AsyncPilio(KEY, base_url=server.url, options=FAST) as client:
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
            assert os.listdir(tmp_path / "tmp") == []
            for path in (tmp_path / "out").iterdir():
                path.unlink()
        assert server.wait_until_idle()
    gc.collect()
    opened = [os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{fd}")]
    assert not [path for path in opened if str(tmp_path) in path]


@pytest.mark.parametrize("moment", ["open", "write"])
def test_a_cancelled_write_ends_before_the_file_is_closed_and_removed(tmp_path, monkeypatch, moment):
    """A thread that is left alone would make the file again, or write to a number that is another file's by now."""
    original = getattr(FileSink, moment)
    entered = threading.Event()

    def slow(self, *arguments):
        entered.set()
        time.sleep(0.2)
        return original(self, *arguments)

    monkeypatch.setattr(FileSink, moment, slow)

    async def cancel() -> None:
        with serving(ManyFiles()) as server:
            async with AsyncPilio(KEY, base_url=server.url, options=FAST) as client:
                client._driver._clock = NoWait()
                task = await client.remove_background(PNG, filename="a.png")
                result = await task.result(within=60)
                saving = asyncio.create_task(result.files[0].save(tmp_path))
                while not entered.is_set():
                    await asyncio.sleep(0.01)
                saving.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await saving
                assert os.listdir(tmp_path) == []
                await asyncio.sleep(0.3)
                assert os.listdir(tmp_path) == []

    asyncio.run(cancel())


def test_a_cancelled_request_leaves_no_connection_in_use():
    async def cancel() -> None:
        with serving(FakePilio({"register": [[Pause(1)]] * 60})) as server:
            async with AsyncPilio(KEY, base_url=server.url, options=FAST) as client:
                calls = [asyncio.create_task(client.remove_background(PNG, filename="a.png")) for _ in range(60)]
                await asyncio.sleep(0.1)
                for call in calls:
                    call.cancel()
                await asyncio.gather(*calls, return_exceptions=True)
                server._behave.faults.clear()  # 60 calls, 50 connections: a leak would block the next one
                async with asyncio.timeout(3):
                    await client.remove_background(PNG, filename="a.png")

    asyncio.run(cancel())


@pytest.mark.parametrize("after", [0.0, 0.01, 0.1])
def test_ctrl_c_while_files_are_saved_leaves_nothing_and_comes_at_once(tmp_path, after):
    """The interrupt reaches the main thread while four others download slowly."""
    fake = ManyFiles()
    fake.pause = 1.5

    class Interrupted(SyncDriver):
        def _gather(self, effect):
            timer = threading.Timer(after, lambda: os.kill(os.getpid(), 2))
            timer.start()
            return super()._gather(effect)

    with serving(fake) as server, Pilio(KEY, base_url=server.url, options=FAST) as client:
        client._driver._clock = NoWait()
        task = client.remove_background(PNG, filename="a.png")
        result = task.result(within=60)
        result._driver = Interrupted(client._http, NoWait())
        began = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            result.save(tmp_path)
            time.sleep(1)
        assert time.monotonic() - began < 1.2
        assert os.listdir(tmp_path) == []
    assert [thread for thread in threading.enumerate() if thread.name.startswith("safelight")] == []


def test_ctrl_c_in_the_middle_of_a_download_leaves_nothing(tmp_path, monkeypatch):
    def interrupted(self, chunk):
        raise KeyboardInterrupt

    with serving(FakePilio()) as server, Pilio(KEY, base_url=server.url, options=FAST) as client:
        client._driver._clock = NoWait()
        result = client.remove_background(PNG, filename="a.png").result(within=60)
        monkeypatch.setattr(FileSink, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            result.save(tmp_path)
        assert os.listdir(tmp_path) == []
        monkeypatch.undo()
        assert result.save(tmp_path) == [tmp_path / "a.png"]


# --- Gather -----------------------------------------------------------------------------------------------------


class Silent:
    """No HTTP at all."""

    def send(self, request):
        raise AssertionError

    fetch = send


WORLDS = [
    SyncDriver(Silent(), VirtualClock()).run,
    lambda flow: asyncio.run(AsyncDriver(Silent(), VirtualClock()).run(flow)),
]


def value(number):
    yield from Sleep(1)
    return number


def failing(error):
    yield from Sleep(0)
    raise error


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
def test_gather_keeps_the_order(run):
    def flow():
        return (yield from Gather([lambda n=n: value(n) for n in range(9)], 3))

    assert run(flow()) == list(range(9))


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_gather_of_nothing_and_of_one(run, at_once):
    def flow():
        nothing = yield from Gather([], at_once)
        one = yield from Gather([lambda: value(7)], at_once)
        return nothing + one

    assert run(flow()) == [7]


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
@pytest.mark.parametrize("error", [UploadFailed("no"), ValueError("no"), KeyError(1)])
def test_a_failing_member_is_raised_and_the_flow_may_catch_it(run, error):
    def flow():
        try:
            yield from Gather([lambda: value(1), lambda: failing(error), lambda: value(2)], 3)
        except type(error) as caught:
            assert caught is error
            return "caught"

    assert run(flow()) == "caught"


def test_a_failing_member_stops_the_others_at_once():
    """The other members sleep for a minute, in threads, some of them one level deeper."""
    began, ended = [], []

    def sleeper():
        began.append(1)
        try:
            yield from Sleep(60)
        finally:
            ended.append(1)

    def nested():
        return (yield from Gather([sleeper, sleeper], 2))

    def failing_late():
        while len(began) < 3:
            yield from Sleep(0.01)
        raise UploadFailed("no")

    def flow():
        yield from Gather([nested, sleeper, failing_late], 3)

    start = time.monotonic()
    with pytest.raises(UploadFailed):
        SyncDriver(Silent()).run(flow())
    assert time.monotonic() - start < 2
    assert len(ended) == 3


def test_members_that_have_not_begun_never_do():
    begun = []

    def member(number):
        begun.append(number)
        if number == 0:
            raise UploadFailed("no")
        yield from Sleep(0.2)

    def flow():
        yield from Gather([lambda n=n: member(n) for n in range(50)], 2)

    with pytest.raises(UploadFailed):
        SyncDriver(Silent()).run(flow())
    assert len(begun) <= 4


def test_no_flow_sees_stopped_as_an_ordinary_error():
    assert not issubclass(Stopped, Exception)


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
def test_exclusive_lets_one_in_at_a_time(run):
    inside = []

    def guarded():
        inside.append(1)
        yield from Now()
        assert len(inside) == 1
        inside.pop()

    def flow():
        yield from Gather([lambda: (yield from Exclusive("x", guarded)) for _ in range(8)], 8)

    run(flow())


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
def test_what_is_no_effect_is_refused(run):
    def flow():
        yield "nothing"

    with pytest.raises(TypeError, match="no effect"):
        run(flow())


@pytest.mark.parametrize("run", WORLDS, ids=["sync", "async"])
def test_a_failed_effect_is_thrown_into_the_flow(run):
    def flow():
        try:
            yield from Blocking(lambda: 1 / 0)
        except ZeroDivisionError:
            yield from Emit("went wrong")
            return "mended"

    assert run(flow()) == "mended"


# --- the event loop ---------------------------------------------------------------------------------------------


class SlowFile(io.BytesIO):
    """A disk that takes a tenth of a second for everything."""

    threads: set[int]

    def read(self, size=-1, /):
        self.threads.add(threading.get_ident())
        time.sleep(0.1)
        return super().read(size)

    def seek(self, offset, whence=0, /):
        self.threads.add(threading.get_ident())
        return super().seek(offset, whence)


@pytest.mark.parametrize("way", ["put", "form"])
def test_the_event_loop_is_never_blocked_by_a_file(way):
    from safelight import AsyncPicWish  # noqa: PLC0415
    from support.vendors import FakePicWish  # noqa: PLC0415

    file = SlowFile(PNG + bytes(2_000_000))
    file.threads = set()
    kind, fake = (AsyncPilio, FakePilio()) if way == "put" else (AsyncPicWish, FakePicWish())

    async def upload() -> list[float]:
        gaps = []

        async def tick() -> None:
            while True:
                before = time.monotonic()
                await asyncio.sleep(0.005)
                gaps.append(time.monotonic() - before)

        ticking = asyncio.create_task(tick())
        with serving(fake) as server:
            async with kind(KEY, base_url=server.url, options=FAST) as client:
                await client.remove_background(file, filename="a.png")
        ticking.cancel()
        return gaps

    gaps = asyncio.run(upload())
    assert threading.get_ident() not in file.threads
    assert len(gaps) > 20


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the first loop took its sockets along
def test_two_event_loops_are_told_apart():
    with serving(FakePilio()) as server:
        client = AsyncPilio(KEY, base_url=server.url, options=FAST)

        async def create() -> None:
            await client.remove_background(PNG, filename="a.png")

        async def close() -> None:
            await client.close()

        asyncio.run(create())
        with pytest.raises(ConfigurationError, match="one client per loop"):
            asyncio.run(create())
        asyncio.run(close())
        gc.collect()


# --- the life of a client ---------------------------------------------------------------------------------------


def test_a_closed_client_says_so():
    with serving(FakePilio()) as server:
        client = Pilio(KEY, base_url=server.url, options=FAST)
        with client:
            client._driver._clock = NoWait()
            task = client.remove_background(PNG, filename="a.png")
            result = task.result(within=60)
        client.close()
        client.close()
        for use in (
            lambda: client.remove_background(PNG, filename="a.png"),
            lambda: result.bytes(),
            lambda: client.resume(task.token).status(),
        ):
            with pytest.raises(ConfigurationError, match="closed"):
                use()


def test_a_closed_async_client_says_so():
    async def use() -> None:
        with serving(FakePilio()) as server:
            async with AsyncPilio(KEY, base_url=server.url, options=FAST) as client:
                task = await client.remove_background(PNG, filename="a.png")
            await client.close()
            await client.close()
            with pytest.raises(ConfigurationError, match="closed"):
                await client.remove_background(PNG, filename="a.png")
            with pytest.raises(ConfigurationError, match="closed"):
                await task.status()

    asyncio.run(use())


def test_closing_an_unused_client_is_fine():
    Pilio(KEY).close()
    asyncio.run(AsyncPilio(KEY).close())


def test_a_client_of_ones_own_is_not_closed():
    import httpx  # noqa: PLC0415

    with serving(FakePilio()) as server, httpx.Client() as mine:
        with Pilio(KEY, base_url=server.url, http_client=mine) as client:
            client.remove_background(PNG, filename="a.png")
        assert not mine.is_closed
        mine.close()
        with pytest.raises(ConfigurationError, match="closed"):
            client.remove_background(PNG, filename="a.png")


def test_threads_share_a_client():
    with serving(FakePilio()) as server, Pilio(KEY, base_url=server.url, options=FAST) as client:
        client._driver._clock = NoWait()
        client._api.limiter._in_flight = None
        results: list[object] = []

        def work() -> None:
            try:
                results.append(client.remove_background(PNG, filename="a.png").id)
            except SafelightError as error:
                results.append(error)

        threads = [threading.Thread(target=work) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert results == ["task-1"] * 12


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_process_uses_connections_of_its_own():
    with serving(FakePilio()) as server, Pilio(KEY, base_url=server.url, options=FAST) as client:
        client.remove_background(PNG, filename="a.png")
        before = server.connections
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = 0 if client.remove_background(PNG, filename="a.png").id == "task-1" else 2
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        assert server.connections > before
        seen = server.connections
        client.remove_background(PNG, filename="a.png")
        assert server.connections == seen


def test_a_sink_of_limited_size_takes_no_more():
    sink = MemorySink(10)
    sink.open(200, {})
    sink.write(b"12345")
    with pytest.raises(OverflowError):
        sink.write(b"123456")


def test_a_reset_upload_is_repeated_from_its_beginning():
    body = PNG + bytes(1_000_000)
    with serving(FakePilio({"put": [[Reset()]]})) as server:
        with Pilio(KEY, base_url=server.url, options=FAST) as client:
            client.remove_background(io.BytesIO(body), filename="a.png")
        assert [sent.body for sent in server.seen if sent.method == "PUT"] == [body, body]


