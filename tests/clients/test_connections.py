"""What a server does to a connection: sends twice, drips, says nothing; over real sockets, for threads and event loops."""

import asyncio
import random
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from safelight.core.connection import Connection
from safelight.core.http import AsyncHttpx, SyncHttpx
from safelight.core.wire import Json, MemorySink, Reply, Request, TransportFailure
from support.hostile import Action, Close, HostileServer, Pause, Reset, http
from support.scripted import Sent

WORLDS = pytest.mark.parametrize("world", ["sync", "async"])
CONNECTION = Connection(connect_timeout=5, read_timeout=30, write_timeout=5)


def ask(
    world: str, calls: list[Request | float], client: Any = None, connection: Connection = CONNECTION
) -> list[Any]:
    """Send requests over one client, with pauses between them: their answers, or what went wrong."""
    if world == "sync":
        http = SyncHttpx(connection, client and httpx.Client())
        try:
            return [_asked(http, call) for call in calls]
        finally:
            http.close()
            if client:
                http._client.close()

    async def run() -> list[Any]:
        http = AsyncHttpx(connection, client and httpx.AsyncClient())
        try:
            return [await _asked_async(http, call) for call in calls]
        finally:
            await http.close()
            if client:
                await http._client.aclose()

    return asyncio.run(run())


def _asked(http: SyncHttpx, call: Request | float) -> Any:
    if isinstance(call, float):
        return time.sleep(call)
    try:
        if call.method == "FETCH":
            sink = MemorySink(1_000_000)
            return http.fetch(Request("GET", call.url), sink).failure or bytes(sink.data)
        return http.send(call)
    except TransportFailure as failure:
        return failure


async def _asked_async(http: AsyncHttpx, call: Request | float) -> Any:
    if isinstance(call, float):
        return await asyncio.sleep(call)
    try:
        if call.method == "FETCH":
            sink = MemorySink(1_000_000)
            return (await http.fetch(Request("GET", call.url), sink)).failure or bytes(sink.data)
        return await http.send(call)
    except TransportFailure as failure:
        return failure


def named(sent: Sent) -> bytes:
    return http(200, sent.path.encode())


def chunked(sent: Sent) -> bytes:
    body = sent.path.encode()
    return b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def empty(sent: Sent) -> bytes:
    return http(204, b"", {"x-path": sent.path, "content-length": "absent"})


def long(sent: Sent) -> bytes:
    """One and a half of it fill what is read at once."""
    return http(200, sent.path.encode() * 60_000)


@WORLDS
@pytest.mark.parametrize("own", [True, False], ids=["ours", "given"])
@pytest.mark.parametrize("answer", [named, chunked, empty, long])
@pytest.mark.parametrize(
    "twice",
    [
        lambda whole: [whole + whole],
        lambda whole: [whole + whole[:30]],
        lambda whole: [whole + b"\r\n"],
        lambda whole: [whole, Pause(0.05), whole],
    ],
    ids=["at once", "with a beginning", "with a blank line", "later"],
)
def test_what_is_sent_twice_does_not_answer_the_next_request(
    world: str, *, own: bool, answer: Callable[[Sent], bytes], twice: Callable[[bytes], list[Action]]
) -> None:
    with HostileServer(lambda sent: twice(answer(sent))) as server:
        requests = [Request("POST", f"{server.url}/{name}", body=Json.of(name)) for name in "abc"]
        replies = ask(world, [requests[0], 0.3, requests[1], 0.3, requests[2]], None if own else True)[::2]
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


@WORLDS
@pytest.mark.parametrize("actions", [make() for make in DRIPS.values()], ids=DRIPS)
def test_a_head_takes_no_longer_than_a_byte_may(world: str, actions: list[Action]) -> None:
    patient = Connection(read_timeout=1.5)
    outcome, seconds = took(world, actions, lambda url: Request("GET", url), connection=patient)
    assert isinstance(outcome, TransportFailure)
    assert 1 < seconds < 10


def test_what_is_left_bounds_an_async_client_of_the_users_own() -> None:
    for make in DRIPS.values():
        outcome, seconds = took("async", make(), lambda url: Request("GET", url, left=1.5), client=True)
        assert isinstance(outcome, TransportFailure)
        assert 1 < seconds < 10


def test_what_is_left_bounds_the_body_that_a_client_of_the_users_own_reads() -> None:
    outcome, seconds = took("sync", CRAWL, lambda url: Request("GET", url, left=1.5), client=True)
    assert isinstance(outcome, TransportFailure)
    assert seconds < 10


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


@WORLDS
def test_no_free_connection_is_waited_for_longer_than_is_left(world: str) -> None:
    with HostileServer(lambda sent: SILENCE) as server:
        long, short = Request("GET", server.url, left=3), Request("GET", server.url, left=0.5)
        narrow = Connection(connections=1)
        if world == "sync":
            http = SyncHttpx(narrow)
            holder = threading.Thread(target=_asked, args=(http, long))
            holder.start()
            server.wait_until_asked()
            outcome = _asked(http, short)
            holder.join()
            http.close()
        else:

            async def run() -> Any:
                http = AsyncHttpx(narrow)
                holding = asyncio.ensure_future(_asked_async(http, long))
                await asyncio.to_thread(server.wait_until_asked)
                outcome = await _asked_async(http, short)
                await holding
                await http.close()
                return outcome

            outcome = asyncio.run(run())
    assert isinstance(outcome, TransportFailure)
    assert not outcome.sent


# --- TLS --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of 127.0.0.1, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusting(certificate: Path) -> Connection:
    return attrs.evolve(CONNECTION, verify=ssl.create_default_context(cafile=str(certificate)))


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


@WORLDS
def test_a_server_that_nobody_trusts_gets_no_request(world: str, tls: ssl.SSLContext) -> None:
    with HostileServer(lambda sent: [named(sent)], tls=tls) as server:
        (failure,) = ask(world, [Request("POST", server.url, body=Json.of(1))])
        assert not failure.sent
        assert "certificate" in failure.reason.lower()
        assert not server.seen


@WORLDS
@pytest.mark.parametrize(
    "actions", [[], [Close()], [b"HTTP/1.1 400 Bad\r\n\r\n"]], ids=["silence", "close", "http"]
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
