"""Performs `Send` with httpx: no redirect followed, no compressed answer asked for, answers bounded."""

from __future__ import annotations

import asyncio
import math
import os
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager, suppress

import attrs
import httpx

from safelight.core.base.threads import in_thread
from safelight.core.http.bodies import Content, Pace
from safelight.core.http.connection import Connection, QuietUrl, make_async_client, make_sync_client, shown
from safelight.core.http.exchanges import Exchange
from safelight.core.http.messages import LATE, MEBIBYTE, Body, Reply, Request, Sink, TransportFailure
from safelight.core.http.peers import public_only, public_only_async
from safelight.core.http.responses import Closing, async_chunks_of, chunks_of, headers_of
from safelight.errors import ConfigurationError

NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
"""Failures before the first byte of a request went out, where they are told of that very request."""
UNUSABLE = (httpx.InvalidURL, UnicodeError)
"""What httpx raises for a text that fits no header or URL: of ours as of an answer's, such as its Location."""
FAILURES = (httpx.HTTPError, *UNUSABLE)
"""What httpx raises."""
LEAVING = "send_request_headers.started"
"""How the name ends of what httpcore tells right before a request's first byte goes out."""
REFUSAL_LIMIT = 65_536
"""The most bytes of a download's refusal that are read."""


class SyncHttpx:
    """Performs requests with an `httpx.Client`, anew after a fork."""

    def __init__(self, connection: Connection, client: httpx.Client | None = None) -> None:
        _check_kind(client, httpx.Client)
        self._connection = connection
        self._given = client
        self._client = client or make_sync_client(connection)
        self._process = os.getpid()

    def send(self, request: Request, sink: Sink | None = None) -> Reply:
        """Send a request and read the answer: into `sink`, where there is one and the answer is a file's content.

        Raises:
            TransportFailure: No answer came; with a sink, it is the reply's `failure`.
        """
        arrival = _Arrival(sink)
        try:
            with (
                _exchange(self._client, request).current() as exchange,
                _opened(request.body) as body,
                Closing(self._open(request, exchange, body)) as response,
            ):
                if sink is None or not arrival.begins(response):
                    content = arrival.content(response, request, self._connection, exchange)
                    for chunk in chunks_of(response):
                        if not content.take(chunk):
                            break
                    return content.reply()
                pace = Pace(self._connection.read_timeout)
                try:
                    sink.open(arrival.status, arrival.headers)
                    # As the chunks come: gathering them costs more than it saves, and an interrupt would wait for it.
                    for chunk in chunks_of(response):
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
        if self._given is None:
            self._client.close()

    def _open(
        self, request: Request, exchange: Exchange, body: bytes | Iterator[bytes] | None = None
    ) -> httpx.Response:
        if self._process != os.getpid():
            # Sockets shared with the parent process would mix up both processes' answers.
            self._client = self._given or make_sync_client(self._connection)
            self._process = os.getpid()
        _check_open(self._client)
        built = _built(self._client, request, body)
        if request.delayed is not None:
            built.extensions["trace"] = _trace(request.delayed)
        elif request.public:
            built.extensions["trace"] = public_only(built.url.raw_host.decode())
        try:
            response = self._client.send(built, auth=None, follow_redirects=False, stream=True)
        except NEVER_SENT as error:
            raise _failure(error, sent=not _is_of(error, built)) from None
        exchange.head_came()
        return response


class AsyncHttpx:
    """Performs requests with an `httpx.AsyncClient`; files are read and written off the event loop."""

    def __init__(self, connection: Connection, client: httpx.AsyncClient | None = None) -> None:
        _check_kind(client, httpx.AsyncClient)
        self._connection = connection
        self._given = client
        self._client = client or make_async_client(connection)
        self._loop: asyncio.AbstractEventLoop | None = None

    async def send(self, request: Request, sink: Sink | None = None) -> Reply:
        """As `SyncHttpx.send`."""
        arrival = _Arrival(sink)
        try:
            with _exchange(self._client, request).current() as exchange, _opened(request.body) as body:
                async with (
                    self._in_time(request.left),
                    Closing(await self._open(request, exchange, body)) as response,
                ):
                    if sink is None or not arrival.begins(response):
                        content = arrival.content(response, request, self._connection, exchange)
                        async for chunk in async_chunks_of(response):
                            if not content.take(chunk):
                                break
                        return content.reply()
                    try:
                        await in_thread(sink.open, arrival.status, arrival.headers)
                        await _pour(response, sink, arrival, Pace(self._connection.read_timeout))
                    finally:
                        sink.close()
        except FAILURES as error:
            return arrival.broken(_failure(error, sent=True))
        except TransportFailure as failure:
            return arrival.broken(failure)
        return arrival.reply()

    async def close(self) -> None:
        """Close the connections, unless the client was given by the user."""
        if self._given is not None:
            return
        if self._loop in (None, asyncio.get_running_loop()):
            await self._client.aclose()
        else:  # the connections belong to a loop that may be gone, and go with it
            with suppress(RuntimeError):
                await self._client.aclose()

    async def _open(
        self, request: Request, exchange: Exchange, body: bytes | Iterator[bytes] | None = None
    ) -> httpx.Response:
        loop = asyncio.get_running_loop()
        if self._loop is not None and self._loop is not loop:
            raise ConfigurationError(
                "this async client was first used on another event loop and its connections belong to it: "
                "make one client per loop"
            )
        _check_open(self._client)
        self._loop = loop
        content = body if body is None or isinstance(body, bytes) else _off_loop(body)
        built = _built(self._client, request, content)
        if request.delayed is not None:
            built.extensions["trace"] = _async_trace(request.delayed)
        elif request.public:
            built.extensions["trace"] = public_only_async(built.url.raw_host.decode())
        try:
            response = await self._client.send(built, auth=None, follow_redirects=False, stream=True)
        except NEVER_SENT as error:
            raise _failure(error, sent=not _is_of(error, built)) from None
        exchange.head_came()
        return response

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


@attrs.define
class _Arrival:
    """What has come of an answer that goes into a sink; where there is none, what to read it into."""

    sink: Sink | None
    status: int = 0
    headers: dict[str, str] = attrs.field(factory=dict[str, str])
    received: int = 0

    def begins(self, response: httpx.Response) -> bool:
        """Note how the answer begins; whether its body is a file's content."""
        self.status = response.status_code
        self.headers = headers_of(response)
        return self.status in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT)

    def content(
        self, response: httpx.Response, request: Request, connection: Connection, exchange: Exchange
    ) -> Content:
        """What reads an answer into memory."""
        limit = request.reply_limit if self.sink is None else REFUSAL_LIMIT
        patience = connection.read_timeout if request.timeout is None else request.timeout
        return Content(
            response.status_code,
            headers_of(response),
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


async def _pour(response: httpx.Response, sink: Sink, arrival: _Arrival, pace: Pace) -> None:
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
        async for chunk in async_chunks_of(response):
            pace.came(len(chunk))
            waiting.append(chunk)
            size += len(chunk)
            if size >= MEBIBYTE:
                size = 0
                await write()
    finally:
        await write()


def _built(
    client: httpx.Client | httpx.AsyncClient,
    request: Request,
    content: bytes | Iterator[bytes] | AsyncIterator[bytes] | None,
) -> httpx.Request:
    # In one case, or a header that the vendor names for an upload would go out beside ours of the same name.
    headers = {
        "accept-encoding": "identity",
        **{name.lower(): text for name, text in request.headers.items()},
    }
    if request.body is not None:
        headers["content-length"] = str(request.body.length)
        if request.body.content_type is not None:
            headers.setdefault("content-type", request.body.content_type)
    try:
        built = client.build_request(
            request.method,
            request.url,
            params=dict(request.params) or None,
            headers=headers,
            content=content,
            timeout=_timeout(client.timeout, request),
        )
        built.url = QuietUrl(built.url)
    except UNUSABLE as error:
        raise _failure(error, sent=False) from None
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


def _exchange(client: httpx.Client | httpx.AsyncClient, request: Request) -> Exchange:
    """The deadlines of a request; the read timeout bounds the whole head of its answer."""
    read = _timeout(client.timeout, request).read
    return Exchange(math.inf if request.left is None else request.left, math.inf if read is None else read)


def _timeout(usual: httpx.Timeout, request: Request) -> httpx.Timeout:
    """The client's timeouts, but for what the request says of reading, and none longer than is left."""
    if request.timeout is None and request.left is None:
        return usual
    read = usual.read if request.timeout is None else request.timeout
    left = math.inf if request.left is None else request.left

    def within(seconds: float | None) -> float | None:
        bounded = min(left, math.inf if seconds is None else seconds)
        return None if bounded == math.inf else bounded

    return httpx.Timeout(
        connect=within(usual.connect), read=within(read), write=within(usual.write), pool=within(usual.pool)
    )


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


def _check_open(client: httpx.Client | httpx.AsyncClient) -> None:
    if client.is_closed:
        raise ConfigurationError("this client is closed: make another, or use it inside its with block")


def _is_of(error: httpx.RequestError, request: httpx.Request) -> bool:
    """Whether an error is of this request, and not of one that a hook sent when the answer had come."""
    try:
        return error.request is request
    except RuntimeError:  # of none
        return False


def _failure(error: Exception, *, sent: bool) -> TransportFailure:
    return TransportFailure(shown(str(error)) or type(error).__name__, sent=sent)
