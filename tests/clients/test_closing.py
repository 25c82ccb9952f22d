"""What becomes of requests that are under way when their client is closed: here, on another loop, in a forked process."""

import asyncio
import os
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from safelight.core.http.files import AsyncHttp
from safelight.core.http.messages import MemorySink, Request, TransportFailure
from safelight.core.http.transport import SyncHttpx
from safelight.errors import ConfigurationError
from support.asked import CONNECTION, in_world, named, of_world
from support.forks import in_a_fork
from support.hostile import Action, HostileServer, Pause, http
from support.scripted import Sent
from support.waiting import HANG, until

PATIENT = attrs.evolve(CONNECTION, connect_timeout=HANG, read_timeout=HANG, write_timeout=HANG, connections=1)
NEVER = 2 * HANG
ENOUGH = HANG / 3
HALF = http(200, b"", {"content-length": "1000"}) + bytes(500)
ENDED = (ConfigurationError, TransportFailure)


@pytest.mark.parametrize("world", ["async", "fast"])
@pytest.mark.parametrize("stage", [[], [HALF]], ids=["head", "body"])
def test_requests_that_wait_when_their_client_is_closed_fail(world: str, stage: list[bytes]) -> None:
    """They are not cancelled, for nobody cancelled them; and those that wait for a connection open no other."""

    async def run(url: str) -> list[Any]:
        client = AsyncHttp(of_world(world, PATIENT))
        running = [asyncio.create_task(client.send(Request("GET", url))) for _ in range(3)]
        await asyncio.to_thread(server.wait_until_asked)
        await asyncio.sleep(0.1)
        async with asyncio.timeout(ENOUGH):
            await client.close()
            return await asyncio.gather(*running, return_exceptions=True)

    with HostileServer(lambda sent: [*stage, Pause(NEVER)]) as server:
        failures = asyncio.run(run(server.url))
        assert [type(failure) for failure in failures if not isinstance(failure, ENDED)] == []
        assert server.connections == 1


@pytest.mark.parametrize("world", ["async", "fast"])
def test_a_request_that_is_cancelled_while_its_client_is_closed_is_cancelled(world: str) -> None:
    async def run(url: str) -> list[Any]:
        client = AsyncHttp(of_world(world, PATIENT))
        running = [asyncio.create_task(client.send(Request("GET", url))) for _ in range(3)]
        await asyncio.to_thread(server.wait_until_asked)
        await asyncio.sleep(0.1)
        for each in running:
            each.cancel()
        await client.close()
        return await asyncio.gather(*running, return_exceptions=True)

    with HostileServer(lambda sent: [Pause(NEVER)]) as server:
        assert [type(failure) for failure in asyncio.run(run(server.url))] == [asyncio.CancelledError] * 3


class Stuck(MemorySink):
    """A file that takes as long to write as the test says: its transfer cannot end before."""

    def __init__(self) -> None:
        super().__init__(1000)
        self.begun, self.over = threading.Event(), threading.Event()

    def write(self, content: Any) -> None:
        self.begun.set()
        self.over.wait(HANG)
        super().write(content)


def test_a_file_that_is_begun_while_its_client_is_being_closed_is_refused() -> None:
    async def run(url: str) -> None:
        client = AsyncHttp(attrs.evolve(PATIENT, connections=2))
        stuck = [Stuck(), Stuck()]
        running = [asyncio.create_task(client.send(Request("GET", url), sink)) for sink in stuck]
        for sink in stuck:
            await asyncio.to_thread(sink.begun.wait)
        waiting = asyncio.create_task(client.send(Request("GET", url), MemorySink(1000)))
        await asyncio.sleep(0)  # it waits for one of the two to end
        closing = asyncio.create_task(client.close())
        await asyncio.sleep(0)  # it waits for both to end
        with pytest.raises(ConfigurationError, match="closed"):
            await client.send(Request("GET", url), MemorySink(1000))
        stuck[0].over.set()
        with pytest.raises(ConfigurationError, match="closed"):
            await waiting
        assert not closing.done()
        stuck[1].over.set()
        await closing
        assert all(reply.failure for reply in await asyncio.gather(*running))

    with HostileServer(lambda sent: [HALF, Pause(NEVER)]) as server:
        asyncio.run(run(server.url))
        assert len(server.seen) == 2


async def close_in_time(client: AsyncHttp) -> None:
    async with asyncio.timeout(ENOUGH):
        await client.close()


@pytest.mark.parametrize("world", ["async", "thread", "fast"])
@pytest.mark.parametrize("going", [True, False], ids=["going on", "standing still"])
def test_a_client_is_closed_on_another_event_loop(world: str, *, going: bool) -> None:
    """While one of its requests is under way on its own."""
    own = asyncio.new_event_loop()
    with HostileServer(lambda sent: [HALF, Pause(NEVER)]) as server:
        client = AsyncHttp(of_world(world, PATIENT))
        sending = own.create_task(client.send(in_world(world, Request("GET", server.url))))
        own.run_until_complete(asyncio.sleep(0))
        thread = threading.Thread(target=own.run_until_complete, args=(asyncio.wait([sending]),))
        if going:
            thread.start()
        else:
            own.run_until_complete(asyncio.to_thread(server.wait_until_asked))
        server.wait_until_asked()
        asyncio.run(close_in_time(client))
        own.call_soon_threadsafe(sending.cancel)
        if not going:
            thread.start()
        thread.join(ENOUGH)
        assert not thread.is_alive()
        assert sending.done()
    own.run_until_complete(own.shutdown_default_executor())
    own.close()


forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows forks no process")


@forking
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("world", ["sync", "async", "thread", "fast"])
def test_a_client_that_a_forked_process_closes_goes_on_in_the_first(
    world: str, tls: ssl.SSLContext, trusting: Any
) -> None:
    """With the connection that it has, and with the answer that is on its way."""
    forked = threading.Event()

    def behave(sent: Sent) -> Iterator[Action]:
        if sent.path != "/file":
            yield named(sent)
            return
        yield HALF
        forked.wait(HANG)
        yield bytes(500)

    def in_the_child(close: Callable[[], object]) -> int:
        code = in_a_fork(lambda: close() is None)
        forked.set()
        return code

    def sync(client: SyncHttpx, url: str) -> None:
        request, sink = Request("GET", f"{url}/a"), MemorySink(1000)
        receiving = threading.Thread(target=client.send, args=(Request("GET", f"{url}/file"), sink))
        receiving.start()
        until(lambda: len(sink.data) == 500)
        client.send(request)
        before = server.connections
        assert in_the_child(client.close) == 0
        receiving.join()
        assert len(sink.data) == 1000
        assert client.send(request).content == b"/a"
        assert server.connections == before
        client.close()

    async def run(url: str) -> None:
        client, sink = AsyncHttp(of_world(world, connection)), MemorySink(1000)
        request = Request("GET", f"{url}/a")
        kind = in_world(world, Request("GET", f"{url}/file"))
        receiving = asyncio.create_task(client.send(kind, sink if world == "thread" else None))
        await asyncio.to_thread(server.wait_until_asked)
        await client.send(request)
        before = server.connections
        assert in_the_child(lambda: asyncio.run(client.close())) == 0
        async with asyncio.timeout(ENOUGH):
            reply = await receiving
            assert len(reply.content or sink.data) == 1000
            assert (await client.send(request)).content == b"/a"
        assert server.connections == before
        await client.close()

    connection = attrs.evolve(PATIENT, verify=trusting.verify, connections=5)
    with HostileServer(behave, tls=tls) as server:
        if world == "sync":
            sync(SyncHttpx(connection), server.url)
        else:
            asyncio.run(run(server.url))
