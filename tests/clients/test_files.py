"""Large files, and those of event loops, which threads send and receive: whole, in time, and ended with their task."""

import asyncio
import random
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from safelight import ConfigurationError
from safelight.core.http.connection import Connection
from safelight.core.http.direct import pieces
from safelight.core.http.files import AsyncHttp
from safelight.core.http.messages import Json, MemorySink, Request, Slow, TransportFailure
from safelight.core.http.transport import SyncHttpx
from support.asked import WORLDS, ask
from support.hostile import Action, Close, HostileServer, Pause, Reset, http
from support.scripted import Sent
from support.waiting import HANG, until

LARGE = random.Random(9).randbytes(3_000_000)
PATIENT = Connection(connect_timeout=HANG, read_timeout=HANG, write_timeout=HANG, connections=1)
NEVER = 2 * HANG
ENOUGH = HANG / 3


@WORLDS
def test_large_files_come_on_one_connection(world: str) -> None:
    with HostileServer(lambda sent: [http(200, LARGE)]) as server:
        assert ask(world, [Request("FETCH", server.url)] * 3) == [LARGE] * 3
        assert server.connections == 1


@WORLDS
@pytest.mark.parametrize(
    "more", [LARGE, b"x", b"HTTP/1.1 200 OK\r\n"], ids=["twice", "a byte", "a beginning"]
)
def test_what_comes_after_a_large_file_is_not_the_next_one(world: str, more: bytes) -> None:
    with HostileServer(lambda sent: [http(200, LARGE) + more]) as server:
        assert ask(world, [Request("FETCH", server.url)] * 2) == [LARGE] * 2
        assert server.connections == 2


@WORLDS
def test_large_files_of_no_stated_length_come_whole(world: str) -> None:
    chunked = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (
        len(LARGE),
        LARGE,
    )
    to_the_end = http(200, LARGE, {"content-length": "absent", "connection": "close"})
    answers = {"/chunked": [chunked], "/end": [to_the_end, Close()]}
    with HostileServer(lambda sent: answers[sent.path]) as server:
        calls: list[Request | float] = [Request("FETCH", server.url + path) for path in answers]
        assert ask(world, calls) == [LARGE] * 2


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("end", [Close(), Reset()], ids=["close", "reset"])
def test_what_came_of_a_file_that_breaks_off_is_kept_and_counted(kind: str, end: Action) -> None:
    half = len(LARGE) // 2
    cut = http(200, b"", {"content-length": str(len(LARGE))}) + LARGE[:half]
    sink = MemorySink(len(LARGE))
    with HostileServer(lambda sent: [cut, Pause(0.2), end]) as server:
        reply = received(kind, Request("GET", server.url), sink)
    assert reply.failure is not None
    assert reply.failure.sent
    assert reply.received == len(sink.data) == half
    assert sink.data == LARGE[:half]


def received(kind: str, request: Request, sink: MemorySink) -> Any:
    if kind == "sync":
        sync = SyncHttpx(PATIENT)
        try:
            return sync.send(request, sink)
        finally:
            sync.close()

    async def run() -> Any:
        client = AsyncHttp(PATIENT)
        try:
            return await client.send(request, sink)
        finally:
            await client.close()

    return asyncio.run(run())


def test_the_library_may_keep_its_parser_elsewhere() -> None:
    assert list(pieces([b"a", b"b"])) == [b"a", b"b"]


# --- time -------------------------------------------------------------------------------------------------------

HEAD = http(200, b"", {"content-length": "100000000"})


@WORLDS
@pytest.mark.parametrize(
    "actions",
    [[HEAD, *[bytes(20_000), Pause(0.1)] * 200], [HEAD, bytes(300_000), Pause(NEVER)]],
    ids=["crawl", "stall"],
)
@pytest.mark.integration
def test_what_is_left_bounds_a_large_file(world: str, actions: list[Action]) -> None:
    with HostileServer(lambda sent: actions) as server:
        began = time.monotonic()
        (failure,) = ask(world, [Request("FETCH", server.url, left=1.5)])
    assert isinstance(failure, TransportFailure)
    assert 1 < time.monotonic() - began < 15


@WORLDS
@pytest.mark.integration
def test_a_large_file_that_drips_is_too_slow(world: str) -> None:
    drips = [HEAD, bytes(1), *[bytes(20), Pause(0.1)] * 300]
    with HostileServer(lambda sent: drips) as server:
        (failure,) = ask(world, [Request("FETCH", server.url)], connection=Connection(read_timeout=1.0))
    assert isinstance(failure, Slow)


def test_what_came_is_handed_on_although_the_rest_does_not_come() -> None:
    sink = MemorySink(1_000_000)
    actions = [HEAD, bytes(100_000), Pause(0.1), bytes(200_000), Pause(NEVER)]
    with HostileServer(lambda sent: actions) as server:
        client = SyncHttpx(PATIENT)
        receiving = threading.Thread(target=client.send, args=(Request("GET", server.url), sink))
        receiving.start()
        until(lambda: len(sink.data) == 300_000)
        server.wait_until_idle()
        receiving.join()
        client.close()


# --- event loops ------------------------------------------------------------------------------------------------


def streamed(content: bytes) -> Json:
    return Json(content, in_memory=False)


STAGES: dict[str, Callable[[Sent], list[Action]]] = {
    "head": lambda sent: [Pause(NEVER)],
    "half a head": lambda sent: [b"HTTP/1.1 200 OK\r\n", Pause(NEVER)],
    "body": lambda sent: [HEAD, bytes(100), Pause(NEVER)],
    "large body": lambda sent: [HEAD, bytes(1_000_000), Pause(NEVER)],
}


@pytest.mark.parametrize("stage", [*STAGES, "upload", "upload from memory"])
def test_a_file_ends_with_its_task_and_frees_its_connection(stage: str) -> None:
    """Whatever the thread waits for, and however long it would."""

    def early(sent: Sent) -> list[Action] | None:
        return [Pause(NEVER)] if sent.path == "/upload" else None

    def behave(sent: Sent) -> list[Action]:
        return [http(200, b"next")] if sent.path == "/next" else STAGES[stage](sent)

    async def run(server: HostileServer) -> None:
        client, sink = AsyncHttp(PATIENT), MemorySink(2_000_000)
        body = Json(bytes(64_000_000), in_memory=stage != "upload") if "upload" in stage else None
        request = Request("PUT" if body else "GET", f"{server.url}/{'upload' if body else 'file'}", body=body)
        sending = asyncio.create_task(client.send(request, sink))
        await asyncio.to_thread(until, lambda: server.seen and (sink.data or "body" not in stage))
        await asyncio.sleep(0.1)
        sending.cancel()
        async with asyncio.timeout(ENOUGH):
            await asyncio.wait([sending])
            assert sending.cancelled()
            kept = bytes(sink.data)
            fetched = MemorySink(100)
            await client.send(Request("GET", f"{server.url}/next"), fetched)
        assert fetched.data == b"next"
        assert sink.data == kept
        await client.close()

    with HostileServer(behave, early) as server:
        asyncio.run(run(server))


def test_a_file_whose_host_is_still_looked_for_is_left_alone_and_never_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    original, asked, over = socket.getaddrinfo, threading.Event(), threading.Event()

    def slow(host: Any, *arguments: Any, **more: Any) -> Any:
        if host in ("slow.test", b"slow.test"):
            asked.set()
            over.wait()
            host = "127.0.0.1"
        return original(host, *arguments, **more)

    monkeypatch.setattr(socket, "getaddrinfo", slow)

    async def run(server: HostileServer) -> None:
        client = AsyncHttp(PATIENT)
        url = server.url.replace("127.0.0.1", "slow.test")
        sending = asyncio.create_task(client.send(Request("PUT", url, body=streamed(b"x"))))
        await asyncio.to_thread(asked.wait)
        sending.cancel()
        async with asyncio.timeout(ENOUGH):
            await asyncio.wait([sending])
        over.set()
        await asyncio.to_thread(until, lambda: server.connections == 1 and server.open == 0)
        await client.close()

    with HostileServer(lambda sent: [http(200)]) as server:
        asyncio.run(run(server))
    assert server.seen == []
    assert server.received == 0


def test_a_file_on_its_way_through_a_proxy_is_left_alone_too() -> None:
    """The proxy was spoken to already; TLS with the server is what does not come about."""

    async def run(proxy: HostileServer) -> None:
        client = AsyncHttp(attrs.evolve(PATIENT, proxy=proxy.url))
        sending = asyncio.create_task(client.send(Request("PUT", "https://store.test", body=streamed(b"x"))))
        await asyncio.to_thread(proxy.wait_until_asked)
        await asyncio.sleep(0.2)
        sending.cancel()
        async with asyncio.timeout(ENOUGH):
            await asyncio.wait([sending])
        await client.close()

    silent = [b"HTTP/1.1 200 Connected\r\n\r\n", Pause(NEVER)]
    with HostileServer(lambda sent: silent) as proxy:
        asyncio.run(run(proxy))


def test_files_that_stall_take_no_thread_of_the_loop() -> None:
    async def run(server: HostileServer) -> None:
        client = AsyncHttp(Connection(read_timeout=HANG))
        stalled = [
            asyncio.create_task(client.send(Request("GET", server.url), MemorySink(1))) for _ in range(40)
        ]
        await asyncio.sleep(0)
        async with asyncio.timeout(ENOUGH):
            await asyncio.to_thread(until, lambda: len(server.seen) == 40)
            assert await asyncio.gather(*(asyncio.to_thread(len, "abc") for _ in range(40))) == [3] * 40
        for call in stalled:
            call.cancel()
        await asyncio.gather(*stalled, return_exceptions=True)
        await client.close()

    with HostileServer(lambda sent: [Pause(NEVER)]) as server:
        asyncio.run(run(server))


def test_a_client_that_is_closed_ends_its_files() -> None:
    async def run(server: HostileServer) -> None:
        client, sink = AsyncHttp(PATIENT), MemorySink(1000)
        receiving = asyncio.create_task(client.send(Request("GET", server.url), sink))
        await asyncio.to_thread(until, lambda: sink.data)
        async with asyncio.timeout(ENOUGH):
            await client.close()
            assert (await receiving).failure is not None

    with HostileServer(lambda sent: [HEAD, bytes(100), Pause(NEVER)]) as server:
        asyncio.run(run(server))


def test_a_closed_client_takes_no_file() -> None:
    async def run() -> None:
        client = AsyncHttp(PATIENT)
        await client.close()
        with pytest.raises(ConfigurationError, match="closed"):
            await client.send(Request("GET", "http://127.0.0.1:9"), MemorySink(1))

    asyncio.run(run())


def test_a_file_is_not_sent_from_another_event_loop() -> None:
    with HostileServer(lambda sent: [http(200, b"x")]) as server:
        client = AsyncHttp(PATIENT)
        asyncio.run(client.send(Request("GET", server.url), MemorySink(1)))  # type: ignore[arg-type]
        with pytest.raises(ConfigurationError, match="another event loop"):
            asyncio.run(client.send(Request("GET", server.url), MemorySink(1)))  # type: ignore[arg-type]
        asyncio.run(client.close())  # type: ignore[arg-type]
