"""Performs `Send`: no redirect followed, no cookie kept, no compressed answer asked for, answers bounded.

On connections of httpcore, which is httpx's engine: what httpx itself does for a request is twice the work, and none of
it is needed here. A user's own client of httpx is used as it is.
"""

from __future__ import annotations

import asyncio
import math
import os
import re
import time
from base64 import b64encode
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import aclosing, asynccontextmanager, closing, contextmanager, suppress
from typing import TypeAlias, cast

import attrs
import httpcore
import httpx

from safelight.core.base.threads import in_thread
from safelight.core.http.bodies import Content, Pace
from safelight.core.http.connection import Connection, shown
from safelight.core.http.exchanges import Exchange
from safelight.core.http.messages import (
    LATE,
    MEBIBYTE,
    Body,
    Reply,
    Request,
    Sink,
    TransportFailure,
    without_query,
)
from safelight.core.http.peers import public_only, public_only_async
from safelight.core.http.pools import Routes, make_async_pool, make_pool
from safelight.core.http.responses import Answer
from safelight.errors import ConfigurationError

Timeouts: TypeAlias = Mapping[str, float | None]

NEVER_SENT = (
    httpcore.ConnectError,
    httpcore.ConnectTimeout,
    httpcore.PoolTimeout,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)
"""Failures before the first byte of a request went out."""
NEVER_SENT_BY_HTTPX = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
"""The same, where they are told of that very request."""
UNUSABLE = (httpx.InvalidURL, UnicodeError)
"""What httpx raises for a text that fits no header or URL: of ours as of an answer's, such as its Location."""
FAILURES = (
    httpx.HTTPError,
    *UNUSABLE,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
)
"""What httpx and httpcore raise."""
USUAL = {
    "accept": "*/*",
    "accept-encoding": "identity",
    "connection": "keep-alive",
    "user-agent": f"python-httpx/{httpx.__version__}",
}
PLAIN = re.compile(r"(https?)://(([a-z0-9.-]+)(?::([1-9]\d{0,3}|[1-5]\d{4}))?)((?:/[\w/~-]*)?)", re.ASCII)
"""A URL that needs no look: scheme, host and port, each of these, and path."""
LEAVING = "send_request_headers.started"
"""How the name ends of what httpcore tells right before a request's first byte goes out."""
REFUSAL_LIMIT = 65_536
"""The most bytes of a download's refusal that are read."""


class QuietUrl(httpx.URL):
    """A URL that shows no query: httpx logs every URL it requests, and a query may be a credential."""

    def __str__(self) -> str:
        return without_query(super().__str__())

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


class SyncHttpx:
    """Performs requests on connections of our own, anew after a fork; or with an `httpx.Client`."""

    def __init__(self, connection: Connection, client: httpx.Client | None = None) -> None:
        _check_kind(client, httpx.Client)
        self._connection = connection
        self._given = client
        self._routes = Routes(connection, make_pool) if client is None else None
        self._timeouts = _usual(connection)
        self._process = os.getpid()
        self._closed = False

    def send(self, request: Request, sink: Sink | None = None) -> Reply:
        """Send a request and read the answer: into `sink`, where there is one and the answer is a file's content.

        Raises:
            TransportFailure: No answer came; with a sink, it is the reply's `failure`.
        """
        arrival = _Arrival(sink)
        timeouts = _bounded(self._given.timeout.as_dict() if self._given else self._timeouts, request)
        try:
            with (
                _exchange(timeouts, request).current() as exchange,
                _opened(request.body) as body,
                closing(self._open(request, timeouts, body)) as answer,
            ):
                exchange.head_came()
                if sink is None or not arrival.begins(answer):
                    content = arrival.content(answer, request, self._connection, exchange)
                    for chunk in answer.chunks:
                        if not content.take(chunk):
                            break
                    return content.reply()
                pace = Pace(self._connection.read_timeout)
                try:
                    sink.open(arrival.status, arrival.headers)
                    # As the chunks come: gathering them costs more than it saves, and an interrupt would wait for it.
                    for chunk in answer.chunks:
                        pace.came(len(chunk))
                        sink.write(chunk)
                        arrival.received += len(chunk)
                finally:
                    sink.close()
        except FAILURES as error:
            return arrival.broken(_failure(error, sent=True))
        except TransportFailure as failure:
            return arrival.broken(failure)
        return arrival.reply()

    def close(self) -> None:
        """Close the connections, unless the client was given by the user."""
        self._closed = True
        for pool in self._routes or ():
            pool.close()

    def _open(
        self, request: Request, timeouts: Timeouts, body: bytes | Iterator[bytes] | None = None
    ) -> Answer:
        _check_open(closed=self._closed if self._given is None else self._given.is_closed)
        try:
            if self._routes is None:
                return self._open_given(request, timeouts, body)
            if self._process != os.getpid():
                # Sockets shared with the parent process would mix up both processes' answers.
                self._routes, self._process = Routes(self._connection, make_pool), os.getpid()
            built = _request(request, timeouts, body, _trace, public_only)
            return Answer.of_httpcore(self._routes.to(built.url).handle_request(built))
        except NEVER_SENT as error:
            raise _failure(error, sent=False) from None

    def _open_given(
        self, request: Request, timeouts: Timeouts, body: bytes | Iterator[bytes] | None
    ) -> Answer:
        client = cast("httpx.Client", self._given)
        built = _built(client, request, timeouts, body, _trace, public_only)
        try:
            return Answer.of_httpx(client.send(built, auth=None, follow_redirects=False, stream=True))
        except NEVER_SENT_BY_HTTPX as error:
            raise _failure(error, sent=not _is_of(error, built)) from None


class AsyncHttpx:
    """Performs requests on connections of our own, or with an `httpx.AsyncClient`; files are handled off the event loop."""

    def __init__(self, connection: Connection, client: httpx.AsyncClient | None = None) -> None:
        _check_kind(client, httpx.AsyncClient)
        self._connection = connection
        self._given = client
        self._routes = Routes(connection, make_async_pool) if client is None else None
        self._timeouts = _usual(connection)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    async def send(self, request: Request, sink: Sink | None = None) -> Reply:
        """As `SyncHttpx.send`."""
        arrival = _Arrival(sink)
        timeouts = _bounded(self._given.timeout.as_dict() if self._given else self._timeouts, request)
        try:
            with _exchange(timeouts, request).current() as exchange, _opened(request.body) as body:
                async with (
                    self._in_time(request.left),
                    aclosing(await self._open(request, timeouts, body)) as answer,
                ):
                    exchange.head_came()
                    if sink is None or not arrival.begins(answer):
                        content = arrival.content(answer, request, self._connection, exchange)
                        async for chunk in answer.chunks:
                            if not content.take(chunk):
                                break
                        return content.reply()
                    try:
                        await in_thread(sink.open, arrival.status, arrival.headers)
                        await _pour(answer, sink, arrival, Pace(self._connection.read_timeout))
                    finally:
                        sink.close()
        except FAILURES as error:
            return arrival.broken(_failure(error, sent=True))
        except TransportFailure as failure:
            return arrival.broken(failure)
        return arrival.reply()

    async def close(self) -> None:
        """Close the connections, unless the client was given by the user."""
        self._closed = True
        # Those that belong to a loop that may be gone go with it.
        with suppress(*(() if self._loop in (None, asyncio.get_running_loop()) else (RuntimeError,))):
            for pool in self._routes or ():
                await pool.aclose()

    async def _open(
        self, request: Request, timeouts: Timeouts, body: bytes | Iterator[bytes] | None = None
    ) -> Answer:
        loop = asyncio.get_running_loop()
        if self._loop is not None and self._loop is not loop:
            raise ConfigurationError(
                "this async client was first used on another event loop and its connections belong to it: "
                "make one client per loop"
            )
        _check_open(closed=self._closed if self._given is None else self._given.is_closed)
        self._loop = loop
        content = body if body is None or isinstance(body, bytes) else _off_loop(body)
        try:
            if self._routes is None:
                return await self._open_given(request, timeouts, content)
            built = _request(request, timeouts, content, _async_trace, public_only_async)
            return Answer.of_httpcore(await self._routes.to(built.url).handle_async_request(built))
        except NEVER_SENT as error:
            raise _failure(error, sent=False) from None

    async def _open_given(
        self, request: Request, timeouts: Timeouts, body: bytes | AsyncIterator[bytes] | None
    ) -> Answer:
        client = cast("httpx.AsyncClient", self._given)
        built = _built(client, request, timeouts, body, _async_trace, public_only_async)
        try:
            return Answer.of_httpx(await client.send(built, auth=None, follow_redirects=False, stream=True))
        except NEVER_SENT_BY_HTTPX as error:
            raise _failure(error, sent=not _is_of(error, built)) from None

    @asynccontextmanager
    async def _in_time(self, left: float | None) -> AsyncGenerator[None]:
        """Bound all that a client of the user's own does; our own client's streams do that by themselves."""
        bound = asyncio.timeout(left if self._given else None)
        try:
            async with bound:
                yield
        except TimeoutError:
            if not bound.expired():
                raise
            raise TransportFailure("timed out", sent=True) from None


@attrs.define(eq=False)
class _Arrival:
    """What has come of an answer that goes into a sink; where there is none, what to read it into."""

    sink: Sink | None
    status: int = 0
    headers: dict[str, str] = attrs.field(factory=dict[str, str])
    received: int = 0

    def begins(self, answer: Answer) -> bool:
        """Note how the answer begins; whether its body is a file's content."""
        self.status, self.headers = answer.status, answer.headers
        return self.status in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT)

    def content(
        self, answer: Answer, request: Request, connection: Connection, exchange: Exchange
    ) -> Content:
        """What reads an answer into memory."""
        limit = request.reply_limit if self.sink is None else REFUSAL_LIMIT
        patience = connection.read_timeout if request.timeout is None else request.timeout
        return Content(
            answer.status,
            answer.headers,
            limit,
            min(patience, exchange.left),
            exchange.seconds(),
        )

    def reply(self, failure: TransportFailure | None = None) -> Reply:
        return Reply(self.status, self.headers, received=self.received, failure=failure)

    def broken(self, failure: TransportFailure) -> Reply:
        """The answer as far as it came; raises where it is not told by one."""
        if self.sink is None:
            raise failure from None
        return self.reply(failure)


async def _pour(answer: Answer, sink: Sink, arrival: _Arrival, pace: Pace) -> None:
    """Write an answer's body a mebibyte at a time; what came before a failure is written too."""
    waiting: list[bytes] = []
    size = 0

    async def write() -> None:
        content = b"".join(waiting)
        waiting.clear()
        if content:
            await in_thread(sink.write, content)
            arrival.received += len(content)

    try:
        async for chunk in answer.chunks:
            pace.came(len(chunk))
            waiting.append(chunk)
            size += len(chunk)
            if size >= MEBIBYTE:
                size = 0
                await write()
    finally:
        await write()


def _headers(request: Request, usual: Mapping[str, str]) -> dict[str, str]:
    # In one case, or a header that the vendor names for an upload would go out beside ours of the same name.
    headers = {**usual, **{name.lower(): text for name, text in request.headers.items()}}
    if request.body is not None:
        headers["content-length"] = str(request.body.length)
        if request.body.content_type is not None:
            headers.setdefault("content-type", request.body.content_type)
    return headers


def _request(
    request: Request,
    timeouts: Timeouts,
    content: bytes | Iterator[bytes] | AsyncIterator[bytes] | None,
    trace: Callable[[Callable[[float], None]], object],
    public: Callable[[str], object],
) -> httpcore.Request:
    """A request as httpcore takes it."""
    try:
        url, usual = _address(request)
        headers = _headers(request, usual)
        if content is None and request.method in ("POST", "PUT", "PATCH"):
            headers["content-length"] = "0"
        raw = [(name.encode("ascii"), text.encode("ascii")) for name, text in headers.items()]
    except UNUSABLE as error:
        raise _failure(error, sent=False) from None
    extensions: dict[str, object] = {"timeout": timeouts}
    if request.delayed is not None:
        extensions["trace"] = trace(request.delayed)
    elif request.public:
        extensions["trace"] = public(url.host.decode())
    return httpcore.Request(request.method, url, headers=raw, content=content, extensions=extensions)


def _address(request: Request) -> tuple[httpcore.URL, Mapping[str, str]]:
    """Where a request goes, and the headers that every one has."""
    plain = None if request.params else PLAIN.fullmatch(request.url)
    if plain:
        scheme, netloc, host, port, path = plain.groups()
        url = httpcore.URL(scheme=scheme, host=host, port=int(port) if port else None, target=path or "/")
        return url, {"host": netloc, **USUAL}
    given = httpx.URL(request.url, params=dict(request.params)) if request.params else httpx.URL(request.url)
    if given.scheme not in ("http", "https"):
        raise httpcore.UnsupportedProtocol("the address has no 'http://' or 'https://'")
    headers = {"host": given.netloc.decode(), **USUAL}
    if given.userinfo:
        known = f"{given.username}:{given.password}".encode()
        headers["authorization"] = f"Basic {b64encode(known).decode()}"
    return httpcore.URL(
        scheme=given.scheme, host=given.raw_host, port=given.port, target=given.raw_path
    ), headers


def _built(
    client: httpx.Client | httpx.AsyncClient,
    request: Request,
    timeouts: Timeouts,
    content: bytes | Iterator[bytes] | AsyncIterator[bytes] | None,
    trace: Callable[[Callable[[float], None]], object],
    public: Callable[[str], object],
) -> httpx.Request:
    """A request as a user's own client takes it."""
    try:
        built = client.build_request(
            request.method,
            request.url,
            params=dict(request.params) or None,
            headers=_headers(request, {"accept-encoding": "identity"}),
            content=content,
            timeout=httpx.Timeout(**timeouts),
        )
        built.url = QuietUrl(built.url)
    except UNUSABLE as error:
        raise _failure(error, sent=False) from None
    if request.delayed is not None:
        built.extensions["trace"] = trace(request.delayed)
    elif request.public:
        built.extensions["trace"] = public(built.url.raw_host.decode())
    return built


def _trace(delayed: Callable[[float], None]) -> Callable[[str, Mapping[str, object]], None]:
    """What httpcore tells of a request, for one that leaves late."""
    began = time.perf_counter()

    def traced(event: str, about: Mapping[str, object]) -> None:
        seconds = time.perf_counter() - began
        if seconds > LATE and _leaves(event, about):
            delayed(seconds)

    return traced


def _async_trace(delayed: Callable[[float], None]) -> Callable[[str, Mapping[str, object]], Awaitable[None]]:
    """As `_trace`."""
    began = time.perf_counter()

    async def traced(event: str, about: Mapping[str, object]) -> None:
        seconds = time.perf_counter() - began
        if seconds > LATE and _leaves(event, about):
            await in_thread(delayed, seconds)

    return traced


def _leaves(event: str, about: Mapping[str, object]) -> bool:
    """Whether the request itself goes out, and not the one before it that asks a proxy for a tunnel."""
    return event.endswith(LEAVING) and getattr(about.get("request"), "method", None) != b"CONNECT"


def _exchange(timeouts: Timeouts, request: Request) -> Exchange:
    """The deadlines of a request; the read timeout bounds the whole head of its answer."""
    read = timeouts["read"]
    return Exchange(math.inf if request.left is None else request.left, math.inf if read is None else read)


def _usual(connection: Connection) -> Timeouts:
    return {
        "connect": connection.connect_timeout,
        "read": connection.read_timeout,
        "write": connection.write_timeout,
        "pool": None,
    }


def _bounded(usual: Timeouts, request: Request) -> Timeouts:
    """The usual timeouts, but for what the request says of reading, and none longer than is left."""
    if request.timeout is None and request.left is None:
        return usual
    left = math.inf if request.left is None else request.left
    wanted = usual if request.timeout is None else {**usual, "read": request.timeout}

    def within(seconds: float | None) -> float | None:
        bounded = min(left, math.inf if seconds is None else seconds)
        return None if bounded == math.inf else bounded

    return {step: within(seconds) for step, seconds in wanted.items()}


@contextmanager
def _opened(body: Body | None) -> Generator[bytes | Iterator[bytes] | None]:
    """What to send of a body; a file that was not read to its end is closed, too."""
    if body is None:
        yield None
        return
    with closing(body.chunks()) as chunks:
        yield b"".join(chunks) if body.in_memory else chunks


async def _off_loop(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    while (chunk := await in_thread(lambda: next(chunks, None))) is not None:
        yield chunk


def _check_kind(client: object, kind: type[httpx.Client | httpx.AsyncClient]) -> None:
    if client is not None and not isinstance(client, kind):
        given = client.__name__ if isinstance(client, type) else type(client).__name__
        raise ConfigurationError(
            f"http_client must be an httpx.{kind.__name__}(...) for this kind of client, not {given}",
            field="http_client",
        )


def _check_open(*, closed: bool) -> None:
    if closed:
        raise ConfigurationError("this client is closed: make another, or use it inside its with block")


def _is_of(error: httpx.RequestError, request: httpx.Request) -> bool:
    """Whether an error is of this request, and not of one that a hook sent when the answer had come."""
    try:
        return error.request is request
    except RuntimeError:  # of none
        return False


def _failure(error: Exception, *, sent: bool) -> TransportFailure:
    return TransportFailure(shown(str(error)) or type(error).__name__, sent=sent)
