"""What a server does to a connection: sends twice, drips, says nothing; over real sockets, for threads and event loops."""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Callable
from typing import Any

import httpcore
import pytest
from safelight.core.http.connection import Connection
from safelight.core.http.exchanges import Exchange
from safelight.core.http.files import AsyncHttp
from safelight.core.http.messages import Json, Reply, Request, TransportFailure
from safelight.core.http.streams import AsyncBackend, Backend
from safelight.core.http.transport import SyncHttpx
from support.asked import WORLDS, ask, asked, asked_async, chunked, empty, in_world, long, named
from support.hostile import Action, HostileServer, Pause, http
from support.scripted import Sent
from support.waiting import HANG, until


@WORLDS
@pytest.mark.parametrize("own", [True, False], ids=["ours", "given"])
@pytest.mark.parametrize("answer", [named, chunked, empty, long])
@pytest.mark.parametrize(
    ("twice", "pause"),
    [
        (lambda whole: [whole + whole], 0.02),
        (lambda whole: [whole + whole[:30]], 0.02),
        (lambda whole: [whole + b"\r\n"], 0.02),
        (lambda whole: [whole, Pause(0.05), whole], 0.3),
    ],
    ids=["at once", "with a beginning", "with a blank line", "later"],
)
def test_what_is_sent_twice_does_not_answer_the_next_request(
    world: str,
    *,
    own: bool,
    answer: Callable[[Sent], bytes],
    twice: Callable[[bytes], list[Action]],
    pause: float,
) -> None:
    with HostileServer(lambda sent: twice(answer(sent))) as server:
        requests = [Request("POST", f"{server.url}/{name}", body=Json.of(name)) for name in "abc"]
        replies = ask(world, [requests[0], pause, requests[1], pause, requests[2]], None if own else True)[
            ::2
        ]
        assert server.connections == 3
    for request, reply in zip(requests, replies, strict=True):
        path = request.url.removeprefix(server.url)
        assert isinstance(reply, Reply), reply
        assert (reply.content.decode() or reply.headers["x-path"]).replace(path, "") == ""


@WORLDS
def test_a_file_that_is_sent_twice_is_not_the_next_file(world: str) -> None:
    with HostileServer(lambda sent: [named(sent) * 2]) as server:
        calls: list[Request | float] = [Request("FETCH", f"{server.url}/{name}") for name in "abc"]
        assert ask(world, calls) == [b"/a", b"/b", b"/c"]


@pytest.mark.parametrize("bound", [{"left": 0.2}, {}], ids=["left", "connect timeout"])
@pytest.mark.parametrize("world", ["sync", "thread"])
def test_a_host_that_is_looked_up_for_too_long_got_no_request(
    world: str, bound: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    over, original = threading.Event(), socket.getaddrinfo

    def slow(host: Any, *arguments: Any, **more: Any) -> Any:
        if host == "slow.test":
            over.wait(HANG)
        return original("127.0.0.1", *arguments, **more)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    quick = Connection(connect_timeout=HANG if bound else 0.2)
    (failure,) = ask(world, [Request("GET", "http://slow.test:9", **bound)], connection=quick)
    assert not over.is_set()
    over.set()
    assert isinstance(failure, TransportFailure)
    assert not failure.sent
    assert "slow.test" in failure.reason


@pytest.mark.parametrize(("world", "reason"), [("sync", "time"), ("async", "time"), ("async", "name")])
def test_tls_that_does_not_come_about_leaves_no_connection_open(world: str, reason: str) -> None:
    """Where the time is over, or the name is none."""
    name, left = ("a.test", 0.0) if reason == "time" else (".a.test", HANG)
    wrong = pytest.raises(httpcore.ConnectTimeout if reason == "time" else ValueError)

    async def run(port: int) -> Any:
        stream = await AsyncBackend().connect_tcp("127.0.0.1", port)
        with wrong, Exchange(left):
            await stream.start_tls(ssl.create_default_context(), name, HANG)
        return stream  # which is not left to the garbage collector

    with HostileServer(lambda sent: []) as server:
        port = int(server.url.rpartition(":")[2])
        if world == "sync":
            stream: Any = Backend().connect_tcp("127.0.0.1", port)
            with wrong, Exchange(left):
                stream.start_tls(ssl.create_default_context(), name, HANG)
        else:
            stream = asyncio.run(run(port))
        until(lambda: server.connections == 1 and server.open == 0)
        del stream


@WORLDS
@pytest.mark.parametrize("own", [True, False], ids=["ours", "given"])
@pytest.mark.parametrize("answer", [named, chunked, empty, long])
def test_a_connection_is_used_again(world: str, *, own: bool, answer: Callable[[Sent], bytes]) -> None:
    with HostileServer(lambda sent: [answer(sent)]) as server:
        ask(world, [Request("GET", f"{server.url}/a")] * 5, None if own else True)
        assert server.connections == 1


@WORLDS
@pytest.mark.parametrize("first", ["127.0.0.9", "::1"])
def test_the_next_address_of_a_host_is_tried(world: str, first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def found(host: Any, *arguments: Any, **more: Any) -> Any:
        hosts = (first, "127.0.0.1") if host in ("vendor.test", b"vendor.test") else (host,)
        return [entry for each in hosts for entry in real(each, *arguments, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with HostileServer(lambda sent: [named(sent)]) as server:
        (reply,) = ask(world, [Request("GET", server.url.replace("127.0.0.1", "vendor.test") + "/a")])
        assert reply.content == b"/a"


@WORLDS
@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 70 + ".test"])
def test_a_host_without_an_address_got_no_request(world: str, host: str) -> None:
    (failure,) = ask(world, [Request("POST", f"http://{host}/", body=Json.of(1))])
    assert isinstance(failure, TransportFailure)
    assert not failure.sent


# --- time -------------------------------------------------------------------------------------------------------

DRIPS = {
    "head": lambda: [b"HTTP/1.1 200 OK\r\n", *[b"x: y\r\n", Pause(0.1)] * 200],
    "continue": lambda: [b"HTTP/1.1 100 Continue\r\n\r\n", Pause(0.1)] * 200,
    "hints": lambda: [b"HTTP/1.1 103 Hints\r\nlink: x\r\n\r\n", Pause(0.1)] * 200,
}
CRAWL = [http(200, b"", {"content-length": "100000000"}), *[b" " * 20_000, Pause(0.1)] * 200]
SILENCE = [Pause(20)]


def took(
    world: str, actions: list[Action], request: Callable[[str], Request], **more: Any
) -> tuple[Any, float]:
    with HostileServer(lambda sent: actions) as server:
        began = time.monotonic()
        (outcome,) = ask(world, [request(server.url)], **more)
        return outcome, time.monotonic() - began


@pytest.mark.integration
@WORLDS
@pytest.mark.parametrize("body", [None, Json.of("x")], ids=["get", "post"])
@pytest.mark.parametrize(
    "actions", [*(make() for make in DRIPS.values()), CRAWL, SILENCE], ids=[*DRIPS, "body", "silence"]
)
def test_what_is_left_bounds_the_whole_exchange(world: str, body: Json | None, actions: list[Action]) -> None:
    outcome, seconds = took(
        world, actions, lambda url: Request("POST" if body else "GET", url, body=body, left=1.5)
    )
    assert isinstance(outcome, TransportFailure)
    assert outcome.sent
    assert 1 < seconds < 10


@pytest.mark.integration
@WORLDS
@pytest.mark.parametrize("actions", [make() for make in DRIPS.values()], ids=DRIPS)
def test_a_head_takes_no_longer_than_a_byte_may(world: str, actions: list[Action]) -> None:
    patient = Connection(read_timeout=1.5)
    outcome, seconds = took(world, actions, lambda url: Request("GET", url), connection=patient)
    assert isinstance(outcome, TransportFailure)
    assert 1 < seconds < 10


@pytest.mark.integration
def test_what_is_left_bounds_an_async_client_of_the_users_own() -> None:
    for make in DRIPS.values():
        outcome, seconds = took("async", make(), lambda url: Request("GET", url, left=1.5), client=True)
        assert isinstance(outcome, TransportFailure)
        assert 1 < seconds < 10


@pytest.mark.integration
def test_what_is_left_bounds_the_body_that_a_client_of_the_users_own_reads() -> None:
    outcome, seconds = took("sync", CRAWL, lambda url: Request("GET", url, left=1.5), client=True)
    assert isinstance(outcome, TransportFailure)
    assert seconds < 10


@pytest.mark.integration
@WORLDS
def test_a_body_may_take_long_to_be_sent(world: str) -> None:
    """The wait for the head begins when the last byte has left."""
    slow = [http(200, b"ok")]

    class Slow(Json):
        in_memory = False

        def chunks(self):
            for byte in self.encoded:
                time.sleep(0.2)
                yield bytes([byte])

    with HostileServer(lambda sent: slow) as server:
        request = Request("POST", server.url, body=Slow(b"12345678"))
        (reply,) = ask(world, [request], connection=Connection(read_timeout=1))
    assert reply.content == b"ok"


@pytest.mark.integration
@WORLDS
def test_no_free_connection_is_waited_for_longer_than_is_left(world: str) -> None:
    with HostileServer(lambda sent: SILENCE) as server:
        long, short = Request("GET", server.url, left=3), Request("GET", server.url, left=0.5)
        narrow = Connection(connections=1)
        if world == "sync":
            http = SyncHttpx(narrow)
            holder = threading.Thread(target=asked, args=(http, long))
            holder.start()
            server.wait_until_asked()
            outcome = asked(http, short)
            holder.join()
            http.close()
        else:

            async def run() -> Any:
                http = AsyncHttp(narrow)
                holding = asyncio.ensure_future(asked_async(http, in_world(world, long)))
                await asyncio.to_thread(server.wait_until_asked)
                outcome = await asked_async(http, in_world(world, short))
                await holding
                await http.close()
                return outcome

            outcome = asyncio.run(run())
    assert isinstance(outcome, TransportFailure)
    assert not outcome.sent
