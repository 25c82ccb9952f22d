"""The streams over TLS, also through a proxy, for threads and event loops."""

import random
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import attrs
import pytest
from safelight.core.http.connection import Connection
from safelight.core.http.messages import Json, Reply, Request, TransportFailure
from support.asked import WORLDS, ask, chunked, long, named
from support.hostile import Action, Close, HostileServer, Pause, Reset, http
from support.scripted import Sent


@WORLDS
@pytest.mark.parametrize("answer", [named, chunked, long])
def test_a_connection_over_tls_is_used_again(
    world: str, answer: Callable[[Sent], bytes], tls: ssl.SSLContext, trusting: Connection
) -> None:
    with HostileServer(lambda sent: [answer(sent)], tls=tls) as server:
        requests: list[Request | float] = [
            Request("POST", f"{server.url}/{name}", body=Json.of(name)) for name in "abc"
        ]
        replies = ask(world, [requests[0], *requests], connection=trusting)
        assert [reply.content[:2] for reply in replies] == [b"/a", b"/a", b"/b", b"/c"]
        assert server.connections <= 2  # the tickets of TLS 1.3 come unasked


@WORLDS
@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("answer", [named, chunked, long])
def test_what_is_sent_twice_over_tls_does_not_answer_the_next_request(
    world: str, *, at_once: bool, answer: Callable[[Sent], bytes], tls: ssl.SSLContext, trusting: Connection
) -> None:
    def twice(sent: Sent) -> list[Action]:
        return [answer(sent) * 2] if at_once else [answer(sent), answer(sent)]

    with HostileServer(twice, tls=tls) as server:
        requests: list[Request | float] = [Request("GET", f"{server.url}/{name}") for name in "abc"]
        replies = ask(world, [requests[0], 0.2, requests[1], 0.2, requests[2]], connection=trusting)[::2]
        assert [reply.content[:2] for reply in replies] == [b"/a", b"/b", b"/c"]


@WORLDS
@pytest.mark.parametrize("end", [Close(), Reset()], ids=["close", "reset"])
def test_a_refusal_over_tls_that_comes_while_the_body_is_sent_is_the_answer(
    world: str, end: Action, tls: ssl.SSLContext, trusting: Connection
) -> None:
    refuse = [http(413, b"too large", {"connection": "close"}), Pause(0.2), end]
    with HostileServer(lambda sent: [], early=lambda sent: refuse, tls=tls) as server:
        body = Json(bytes(24_000_000))
        (reply,) = ask(world, [Request("POST", server.url, body=body)], connection=trusting)
        assert isinstance(reply, Reply), reply
        assert (reply.status, reply.content) == (413, b"too large")


@WORLDS
def test_much_goes_both_ways_over_tls(world: str, tls: ssl.SSLContext, trusting: Connection) -> None:
    content = random.Random(7).randbytes(5_000_000)
    with HostileServer(lambda sent: [http(200, sent.body)], tls=tls) as server:
        (reply,) = ask(world, [Request("POST", server.url, body=Json(content))], connection=trusting)
    assert reply.content == content


LARGE = random.Random(8).randbytes(3_000_000)


@WORLDS
def test_large_files_come_over_tls_on_one_connection(
    world: str, tls: ssl.SSLContext, trusting: Connection
) -> None:
    with HostileServer(lambda sent: [http(200, LARGE)], tls=tls) as server:
        assert ask(world, [Request("FETCH", server.url)] * 4, connection=trusting) == [LARGE] * 4
        assert server.connections <= 2  # the tickets of TLS 1.3 come unasked


@WORLDS
@pytest.mark.parametrize("proxy_tls", [False, True], ids=["proxy", "proxy over TLS"])
def test_a_large_file_comes_through_a_proxy(
    world: str, *, proxy_tls: bool, tls: ssl.SSLContext, trusting: Connection
) -> None:
    with (
        HostileServer(lambda sent: [http(200, LARGE)], tls=tls) as server,
        tunnel(tls if proxy_tls else None) as address,
    ):
        via = attrs.evolve(trusting, proxy=f"{'https' if proxy_tls else 'http'}://{address}")
        assert ask(world, [Request("FETCH", server.url)] * 2, connection=via) == [LARGE] * 2


@WORLDS
def test_a_server_that_nobody_trusts_gets_no_request(world: str, tls: ssl.SSLContext) -> None:
    with HostileServer(lambda sent: [named(sent)], tls=tls) as server:
        (failure,) = ask(world, [Request("POST", server.url, body=Json.of(1))])
        assert not failure.sent
        assert "certificate" in failure.reason.lower()
        assert not server.seen


@WORLDS
@pytest.mark.parametrize(
    "actions",
    [pytest.param([], marks=pytest.mark.integration), [Close()], [b"HTTP/1.1 400 Bad\r\n\r\n"]],
    ids=["silence", "close", "http"],
)
def test_a_handshake_that_fails_was_no_request(world: str, actions: list[Action]) -> None:
    def serve(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(10)
            for action in actions:
                if isinstance(action, bytes):
                    connection.sendall(action)
            if not actions:
                over.wait(20)

    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, args=(listening,), daemon=True).start()
        url = f"https://127.0.0.1:{listening.getsockname()[1]}"
        request = Request("POST", url, body=Json.of(1), left=None if actions else 1.5)
        (failure,) = ask(world, [request])
        over.set()
    assert isinstance(failure, TransportFailure)
    assert not failure.sent


@WORLDS
@pytest.mark.parametrize("proxy_tls", [False, True], ids=["proxy", "proxy over TLS"])
def test_a_proxy_leads_to_a_server_over_tls(
    world: str, *, proxy_tls: bool, tls: ssl.SSLContext, trusting: Connection
) -> None:
    with (
        HostileServer(lambda sent: [named(sent)], tls=tls) as server,
        tunnel(tls if proxy_tls else None) as address,
    ):
        scheme = "https" if proxy_tls else "http"
        via = attrs.evolve(trusting, proxy=f"{scheme}://{address}")
        calls: list[Request | float] = [Request("GET", f"{server.url}/{name}") for name in "ab"]
        (first, second) = ask(world, calls, connection=via)
    assert (first.content, second.content) == (b"/a", b"/b")


@contextmanager
def tunnel(tls: ssl.SSLContext | None) -> Iterator[str]:
    """A proxy that makes tunnels, one after the other."""
    listening = socket.create_server(("127.0.0.1", 0))

    def pump(one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65_536):
                other.sendall(data)
        with suppress(OSError):
            other.shutdown(socket.SHUT_RDWR)

    def serve() -> None:
        with suppress(OSError):
            while True:
                client, _ = listening.accept()
                if tls is not None:
                    client = tls.wrap_socket(client, server_side=True)
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    head += client.recv(1)
                host, _, port = head.split()[1].decode().rpartition(":")
                server = socket.create_connection((host, int(port)))
                client.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                for ends in ((client, server), (server, client)):
                    threading.Thread(target=pump, args=ends, daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.close()
