"""How many connections there are, which are used again, and what a client loads for them."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import httpcore
import pytest
from safelight.core.http.connection import Connection, shared_ssl_context
from safelight.core.http.fast import address_of
from safelight.core.http.messages import Reply, Request, TransportFailure
from safelight.core.http.transport import AsyncHttpx, SyncHttpx
from safelight.errors import ConfigurationError
from support.asked import CONNECTION, WORLDS, ask, asked, asked_async, chunked, long, named, of_world
from support.hostile import Action, HostileServer, Pause, http
from support.scripted import Sent
from support.waiting import HANG, until


def ask_at_once(world: str, requests: list[Request], connections: int) -> list[Any]:
    """Send all at the same time: their answers, or what went wrong."""
    connection = attrs.evolve(CONNECTION, connections=connections)
    if world == "sync":
        client = SyncHttpx(connection)
        with ThreadPoolExecutor(len(requests)) as threads:
            found = list(threads.map(lambda request: asked(client, request), requests))
        client.close()
        return found

    async def run() -> list[Any]:
        client = AsyncHttpx(of_world(world, connection))
        try:
            return await asyncio.gather(*(asked_async(client, request) for request in requests))
        finally:
            await client.close()

    return asyncio.run(run())


@WORLDS
def test_many_requests_at_once_open_no_more_connections_than_there_may_be(world: str) -> None:
    with HostileServer(lambda sent: [named(sent)]) as server:
        requests = [Request("GET", f"{server.url}/{number}") for number in range(80)]
        replies = ask_at_once(world, requests, connections=5)
        assert [reply.content.decode() for reply in replies] == [f"/{number}" for number in range(80)]
        assert server.connections <= 5


@pytest.mark.parametrize("world", ["sync", "async"])
def test_a_connection_to_one_host_makes_room_for_one_to_another(world: str) -> None:
    narrow = attrs.evolve(CONNECTION, connections=1)
    with HostileServer(lambda sent: [named(sent)]) as one, HostileServer(lambda sent: [named(sent)]) as other:
        urls = [one.url, one.url, other.url, other.url, one.url]
        replies = ask(world, [Request("GET", url) for url in urls], connection=narrow)
        assert all(isinstance(reply, Reply) for reply in replies)
        assert (one.connections, other.connections) == (2, 1)


@WORLDS
def test_connections_that_fail_leave_room_for_others(world: str) -> None:
    narrow = attrs.evolve(CONNECTION, connections=1)
    nowhere = [Request("GET", f"http://127.0.0.1:{port}/") for port in (1, 2, 3)]
    with HostileServer(lambda sent: [named(sent)]) as server:
        *failures, reply = ask(world, [*nowhere, Request("GET", f"{server.url}/a")], connection=narrow)
    assert all(isinstance(failure, TransportFailure) and not failure.sent for failure in failures)
    assert reply.content == b"/a"


@pytest.mark.parametrize("world", ["async", "fast"])
def test_requests_that_are_cancelled_leave_room_for_others(world: str) -> None:
    async def run(url: str) -> Reply:
        client = AsyncHttpx(of_world(world, attrs.evolve(CONNECTION, connections=2)))
        running = [asyncio.ensure_future(client.send(Request("GET", f"{url}/slow"))) for _ in range(6)]
        await asyncio.sleep(0.1)  # two are out, and four wait for a connection
        for each in running:
            each.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        answers = [await client.send(Request("GET", f"{url}/a")) for _ in range(3)]
        await client.close()
        return answers[-1]

    with HostileServer(
        lambda sent: [Pause(1.0), http(200)] if sent.path == "/slow" else [named(sent)]
    ) as server:
        assert asyncio.run(run(server.url)).content == b"/a"


@pytest.mark.parametrize("world", ["sync", "async"])
def test_a_connection_that_cannot_be_made_leaves_none_open(
    world: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for want of certificates; the one that made room for it is closed all the same."""
    shared_ssl_context.cache_clear()
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file")
    narrow = attrs.evolve(CONNECTION, connections=1)
    with HostileServer(lambda sent: [named(sent)]) as server:
        first = Request("GET", f"{server.url}/a")
        secure = Request("GET", "https://127.0.0.1:1/")
        if world == "sync":
            client = SyncHttpx(narrow)
            client.send(first)
            with pytest.raises(ConfigurationError, match="SSL_CERT_FILE"):
                client.send(secure)
            client.send(first)
            until(lambda: server.open == 1)
            client.close()
            return

        async def run() -> None:
            client = AsyncHttpx(narrow)
            await client.send(first)
            with pytest.raises(ConfigurationError, match="SSL_CERT_FILE"):
                await client.send(secure)
            await client.send(first)
            await asyncio.to_thread(until, lambda: server.open == 1)
            await client.close()

        asyncio.run(run())


def test_time_that_ends_right_after_connecting_leaves_the_connection_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With aiohttp, where the loop was busy in between."""

    async def run(url: str) -> Reply:
        client = AsyncHttpx(of_world("fast", attrs.evolve(CONNECTION, connections=1)))
        with monkeypatch.context() as patched:
            patched.setattr("safelight.core.http.fast.note_sent", lambda: time.sleep(0.3))
            with pytest.raises(TransportFailure):
                await client.send(Request("GET", url, left=0.2))
        try:
            return await client.send(Request("GET", f"{url}/b", left=HANG))
        finally:
            await client.close()

    with HostileServer(lambda sent: [named(sent)]) as server:
        assert asyncio.run(run(server.url)).content == b"/b"


@WORLDS
@pytest.mark.parametrize("answer", [named, chunked, long])
@pytest.mark.parametrize("at_once", [True, False])
def test_what_is_read_twice_does_not_answer_the_next_read(
    world: str, *, at_once: bool, answer: Callable[[Sent], bytes]
) -> None:
    def twice(sent: Sent) -> list[Action]:
        return [answer(sent) * 2] if at_once else [answer(sent), Pause(0.05), answer(sent)]

    with HostileServer(twice) as server:
        requests: list[Request | float] = [Request("GET", f"{server.url}/{name}") for name in "abc"]
        replies = ask(world, [requests[0], 0.2, requests[1], 0.2, requests[2]])[::2]
    assert [reply.content[:2] for reply in replies] == [b"/a", b"/b", b"/c"]


@WORLDS
def test_an_address_without_tls_loads_no_certificates(world: str) -> None:
    shared_ssl_context.cache_clear()
    with HostileServer(lambda sent: [named(sent)]) as server:
        (reply,) = ask(world, [Request("GET", f"{server.url}/a")])
    assert reply.content == b"/a"
    assert shared_ssl_context.cache_info().currsize == 0


@WORLDS
@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/a%20b?c=%2F&d", "/a%20b?c=%2F&d"),
        ("/a b", "/a%20b"),
        ("/ä", "/%C3%A4"),
        ("/a/../b/./c", "/b/c"),
        ("", "/"),
        ("?a=b", "/?a=b"),
        ("/a#b", "/a"),
    ],
)
def test_an_address_is_written_as_httpx_writes_it(world: str, path: str, sent: str) -> None:
    with HostileServer(lambda sent: [named(sent)]) as server:
        request = Request("GET", f"{server.url}{path}")
        for client in (None, True):
            (reply,) = ask(world, [request], client)
            assert reply.content.decode() == sent
        ours, given = server.seen
    assert ours.headers == given.headers


def test_http2_and_aiohttp_exclude_each_other():
    with pytest.raises(ConfigurationError, match="aiohttp"):
        Connection(http2=True, transport="aiohttp")


def test_aiohttp_offers_no_protocol_that_it_does_not_speak():
    shared_ssl_context.cache_clear()
    own = shared_ssl_context("http/1.1")
    assert own is not shared_ssl_context()
    assert own is shared_ssl_context("http/1.1")


def test_aiohttp_asks_addresses_of_any_kind():
    for url in ("http://[::1]:8000/a?b=%2F", "https://host.test/a", "http://127.0.0.1:9/"):
        assert str(address_of(httpcore.URL(url))) == url
