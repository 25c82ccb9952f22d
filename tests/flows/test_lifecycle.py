"""The life of a client: event loops, threads, forks, and what comes after `close`."""

import asyncio
import gc
import io
import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from typing import Any

import pytest
from safelight import AsyncPilio, Pilio
from safelight.core.api import limits
from safelight.core.base.locks import Lock
from safelight.core.flow.drivers import SyncDriver
from safelight.core.flow.effects import Exclusive
from safelight.core.http.messages import MemorySink
from safelight.errors import ConfigurationError, SafelightError
from support.clients import KEY
from support.forks import in_a_fork
from support.hostile import Reset
from support.real import hasty, serving
from support.scripted import Script, ScriptedHttp, reply
from support.vendors import PNG, FakePilio
from support.waiting import HANG


class SlowFile(io.BytesIO):
    """A disk that takes for each read as long as the event loop needs to turn once more."""

    threads: set[int]
    turned: threading.Event

    def read(self, size=-1, /):
        self.threads.add(threading.get_ident())
        self.turned.clear()
        assert self.turned.wait(HANG), "the event loop is blocked"
        return super().read(size)

    def seek(self, offset, whence=0, /):
        self.threads.add(threading.get_ident())
        return super().seek(offset, whence)


@pytest.mark.parametrize("way", ["put", "form"])
def test_the_event_loop_is_never_blocked_by_a_file(way):
    from safelight import AsyncPicWish  # noqa: PLC0415
    from support.vendors import FakePicWish  # noqa: PLC0415

    file = SlowFile(PNG + bytes(2_000_000))
    file.threads, file.turned = set(), threading.Event()
    kind, fake = (AsyncPilio, FakePilio()) if way == "put" else (AsyncPicWish, FakePicWish())

    async def upload() -> None:
        async def turn() -> None:
            while True:
                await asyncio.sleep(0.005)
                file.turned.set()

        turning = asyncio.create_task(turn())
        with serving(fake) as server:
            async with hasty(kind, server.url) as client:
                await client.remove_background(file, filename="a.png")
        turning.cancel()

    asyncio.run(upload())
    assert file.threads
    assert threading.get_ident() not in file.threads


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # the first loop took its sockets along
def test_two_event_loops_are_told_apart():
    with serving(FakePilio()) as server:
        client = hasty(AsyncPilio, server.url)

        async def create() -> None:
            await client.remove_background(PNG, filename="a.png")

        async def close() -> None:
            await client.close()

        asyncio.run(create())
        with pytest.raises(ConfigurationError, match="one client per loop"):
            asyncio.run(create())
        asyncio.run(close())
        gc.collect()


def test_a_closed_client_says_so():
    with serving(FakePilio()) as server:
        client = hasty(Pilio, server.url)
        with client:
            task = client.remove_background(PNG, filename="a.png")
            result = task.result(within=60)
        client.close()
        client.close()
        for use in (
            lambda: client.remove_background(PNG, filename="a.png"),
            result.bytes,
            lambda: client.resume(task.token).status(),
        ):
            with pytest.raises(ConfigurationError, match="closed"):
                use()


def test_a_closed_async_client_says_so():
    async def use() -> None:
        with serving(FakePilio()) as server:
            async with hasty(AsyncPilio, server.url) as client:
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
    with serving(FakePilio()) as server, hasty(Pilio, server.url) as client:
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
        assert sorted(map(str, results)) == sorted(f"task-{number}" for number in range(1, 13))


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_process_uses_connections_of_its_own():
    with serving(FakePilio()) as server, hasty(Pilio, server.url) as client:
        client.remove_background(PNG, filename="a.png")
        before = server.connections
        code = in_a_fork(lambda: client.remove_background(PNG, filename="a.png").id == "task-2")
        assert code == 0
        assert server.connections > before
        seen = server.connections
        client.remove_background(PNG, filename="a.png")
        assert server.connections == seen


@contextmanager
def held(*locks: AbstractContextManager[object]) -> Iterator[None]:
    """Another thread holds some locks."""
    assert locks
    taken, over = threading.Event(), threading.Event()

    def hold() -> None:
        with ExitStack() as stack:
            for lock in locks:
                stack.enter_context(lock)
            taken.set()
            over.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    taken.wait()
    try:
        yield
    finally:
        over.set()
        holder.join()


def locks_of(*things: object) -> list[Any]:
    """All locks that things of ours hold, whether they are of a kind that a fork leaves free or not."""
    found, seen, waiting = list[Any](), set[int](), list[object](things)
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, Lock | type(threading.Lock()) | type(threading.RLock())):
            found.append(thing)
        elif type(thing).__module__.startswith("safelight") or isinstance(thing, dict | list | tuple | deque):
            waiting += gc.get_referents(thing)
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows forks no process")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_does_not_wait_for_what_another_thread_held():
    with serving(FakePilio()) as server, hasty(Pilio, server.url) as client:
        result = partial(client.remove_background, PNG, filename="a.png")
        assert result().result().files  # so that what is made at first use is there
        locks = locks_of(client, vars(limits))
        assert len(locks) >= 6, "windows, limiter, margin, tasks in flight, retry budget, durations"
        with held(*locks):
            code = in_a_fork(lambda: result().result().files)
    assert code == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows forks no process")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_does_not_wait_for_another_threads_flow():
    driver = SyncDriver(ScriptedHttp(Script(lambda sent: reply(200))))

    def nothing():
        return True
        yield

    def alone():
        return (yield from Exclusive("token", nothing))

    assert driver.run(alone())
    with held(*locks_of(driver)):
        code = in_a_fork(lambda: driver.run(alone()))
    assert code == 0


def test_a_sink_of_limited_size_takes_no_more():
    sink = MemorySink(10)
    sink.open(200, {})
    sink.write(b"12345")
    with pytest.raises(OverflowError):
        sink.write(b"123456")


def test_a_reset_upload_is_repeated_from_its_beginning():
    body = PNG + bytes(1_000_000)
    with serving(FakePilio({"put": [[Reset()]]})) as server:
        with hasty(Pilio, server.url) as client:
            client.remove_background(io.BytesIO(body), filename="a.png")
        assert [sent.body for sent in server.seen if sent.method == "PUT"] == [body, body]
