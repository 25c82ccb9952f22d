"""Performs `Send`: no redirect followed, no cookie kept, no compressed answer asked for, answers bounded.

On connections of httpcore, which is httpx's engine: what httpx itself does for a request is twice the work, and none of
it is needed here. A user's own client of httpx is used as it is.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, aclosing, asynccontextmanager, closing, nullcontext, suppress
from typing import ClassVar, Generic, TypeVar, cast

import attrs
import httpcore
import httpx

from safelight.core.base.threads import in_thread
from safelight.core.http.bodies import Content, Pace
from safelight.core.http.connection import Connection, shown
from safelight.core.http.direct import pieces
from safelight.core.http.exchanges import Exchange
from safelight.core.http.messages import MEBIBYTE, Body, Reply, Request, Sink, TransportFailure
from safelight.core.http.pools import Routes, make_async_pool, make_pool
from safelight.core.http.requests import (
    Timeouts,
    bounded_timeouts,
    exchange_of,
    for_httpcore,
    for_httpx,
    usual_timeouts,
)
from safelight.core.http.responses import Answer
from safelight.errors import ConfigurationError

C = TypeVar("C", httpx.Client, httpx.AsyncClient)

UNUSABLE = (httpx.InvalidURL, UnicodeError)
"""What httpx raises for a text that fits no header or URL: of ours as of an answer's, such as its Location."""
NEVER_SENT = (
    httpcore.ConnectError,
    httpcore.ConnectTimeout,
    httpcore.ConnectionNotAvailable,
    httpcore.PoolTimeout,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    *UNUSABLE,
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
FAILURES = (
    httpx.HTTPError,
    *UNUSABLE,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
)
"""What httpx and httpcore raise."""
REFUSAL_LIMIT = 65_536
"""The most bytes of a download's refusal that are read."""


class _Httpx(Generic[C]):
    """What both kinds share: `client` is one of the user's own, which is used instead of our connections."""

    _KIND: ClassVar[type[httpx.Client | httpx.AsyncClient]]

    def __init__(self, connection: Connection, client: C | None = None) -> None:
        if client is not None and not isinstance(client, self._KIND):
            given = client.__name__ if isinstance(client, type) else type(client).__name__
            raise ConfigurationError(
                f"http_client must be an httpx.{self._KIND.__name__}(...) for this kind of client, not {given}",
                field="http_client",
            )
        self._connection = connection
        self._given: C | None = client
        self._usual = usual_timeouts(connection)
        self._closed = False

    def _timeouts(self, request: Request) -> Timeouts:
        return bounded_timeouts(self._given.timeout.as_dict() if self._given else self._usual, request)

    def _check_open(self) -> None:
        check_open(closed=self._closed if self._given is None else self._given.is_closed)


class SyncHttpx(_Httpx[httpx.Client]):
    """Performs requests on connections of our own, anew after a fork; or with an `httpx.Client`."""

    _KIND = httpx.Client

    def __init__(self, connection: Connection, client: httpx.Client | None = None) -> None:
        super().__init__(connection, client)
        self._routes = Routes(connection, make_pool) if client is None else None
        self._process = os.getpid()

    def send(self, request: Request, sink: Sink | None = None) -> Reply:
        """Send a request and read the answer: into `sink`, where there is one and the answer is a file's content.

        Raises `TransportFailure` where no answer came; with a sink, it is the reply's `failure`.
        """
        arrival = _Arrival(sink)
        timeouts = self._timeouts(request)
        try:
            with (
                exchange_of(timeouts, request) as exchange,
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
                sink.open(arrival.status, arrival.headers)
                for piece in pieces(answer.chunks):
                    pace.came(len(piece))
                    sink.write(piece)
                    arrival.received += len(piece)
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
        self._check_open()
        if self._routes is None:
            return self._open_given(request, timeouts, body)
        try:
            if self._process != os.getpid():
                # Sockets shared with the parent process would mix up both processes' answers.
                self._routes, self._process = Routes(self._connection, make_pool), os.getpid()
            built = for_httpcore(request, timeouts, body, on_loop=False)
            return Answer.of_httpcore(self._routes.to(built.url).handle_request(built))
        except NEVER_SENT as error:
            raise _failure(error, sent=False) from None

    def _open_given(
        self, request: Request, timeouts: Timeouts, body: bytes | Iterator[bytes] | None
    ) -> Answer:
        client = cast("httpx.Client", self._given)
        built = _usable(lambda: for_httpx(client, request, timeouts, body))
        try:
            return Answer.of_httpx(client.send(built, auth=None, follow_redirects=False, stream=True))
        except NEVER_SENT_BY_HTTPX as error:
            raise _failure(error, sent=not _is_of(error, built)) from None


class AsyncHttpx(_Httpx[httpx.AsyncClient]):
    """Performs requests on connections of our own, or with an `httpx.AsyncClient`; files are handled off the event loop."""

    _KIND = httpx.AsyncClient

    def __init__(self, connection: Connection, client: httpx.AsyncClient | None = None) -> None:
        super().__init__(connection, client)
        self._routes = Routes(connection, make_async_pool) if client is None else None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0

    async def send(self, request: Request, sink: Sink | None = None) -> Reply:
        """As `SyncHttpx.send`."""
        arrival = _Arrival(sink)
        timeouts = self._timeouts(request)
        try:
            with exchange_of(timeouts, request) as exchange, _opened(request.body) as body:
                async with (
                    self._in_time(request.left) if self._given else nullcontext(),
                    aclosing(await self._open(request, timeouts, body, small=sink is None)) as answer,
                ):
                    exchange.head_came()
                    if sink is None or not arrival.begins(answer):
                        content = arrival.content(answer, request, self._connection, exchange)
                        async for chunk in answer.chunks:
                            if not content.take(chunk):
                                break
                        return content.reply()
                    await in_thread(sink.open, arrival.status, arrival.headers)
                    await _pour(answer, sink, arrival, Pace(self._connection.read_timeout))
        except FAILURES as error:
            return arrival.broken(_failure(error, sent=True))
        except TransportFailure as failure:
            return arrival.broken(failure)
        return arrival.reply()

    def check(self) -> None:
        """Raise `ConfigurationError` where the client is closed, or belongs to another event loop."""
        loop = asyncio.get_running_loop()
        if self._loop is not None and self._loop is not loop:
            raise ConfigurationError(
                "this async client was first used on another event loop and its connections belong to it: "
                "make one client per loop"
            )
        self._check_open()
        if self._loop is None:
            self._loop, self._process = loop, os.getpid()

    @property
    def is_elsewhere(self) -> bool:
        """Whether its connections belong to another event loop, which may be gone."""
        return self._loop not in (None, asyncio.get_running_loop())

    @property
    def is_inherited(self) -> bool:
        """Whether its connections are those of the process that forked this one."""
        return self._loop is not None and self._process != os.getpid()

    async def close(self) -> None:
        """Close the connections, unless the client was given by the user."""
        self._closed = True
        for pool in self._routes or ():
            with suppress(*((RuntimeError,) if self.is_elsewhere else ())):
                await pool.aclose()

    async def _open(
        self, request: Request, timeouts: Timeouts, body: bytes | Iterator[bytes] | None, *, small: bool
    ) -> Answer:
        self.check()
        content = body if body is None or isinstance(body, bytes) else _off_loop(body)
        if self._routes is None:
            return await self._open_given(request, timeouts, content)
        try:
            built = for_httpcore(request, timeouts, content, on_loop=True, small=small)
            return Answer.of_httpcore(await self._routes.to(built.url).handle_async_request(built))
        except NEVER_SENT as error:
            raise _failure(error, sent=False) from None

    async def _open_given(
        self, request: Request, timeouts: Timeouts, body: bytes | AsyncIterator[bytes] | None
    ) -> Answer:
        client = cast("httpx.AsyncClient", self._given)
        built = _usable(lambda: for_httpx(client, request, timeouts, body))
        try:
            return Answer.of_httpx(await client.send(built, auth=None, follow_redirects=False, stream=True))
        except NEVER_SENT_BY_HTTPX as error:
            raise _failure(error, sent=not _is_of(error, built)) from None

    @asynccontextmanager
    async def _in_time(self, left: float | None) -> AsyncGenerator[None]:
        """Bound all that a client of the user's own does; our own streams do that by themselves."""
        bound = asyncio.timeout(left)
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
        left = exchange.seconds()
        return Content(answer.status, answer.headers, limit, min(patience, exchange.left), left)

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


def _opened(body: Body | None) -> AbstractContextManager[bytes | Iterator[bytes] | None]:
    """What to send of a body; a file that was not read to its end is closed, too."""
    if body is None:
        return nullcontext()
    return nullcontext(b"".join(body.chunks())) if body.in_memory else closing(body.chunks())


async def _off_loop(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    while (chunk := await in_thread(lambda: next(chunks, None))) is not None:
        yield chunk


def check_open(*, closed: bool) -> None:
    if closed:
        raise ConfigurationError("this client is closed: make another, or use it inside its with block")


def _is_of(error: httpx.RequestError, request: httpx.Request) -> bool:
    """Whether an error is of this request, and not of one that a hook sent when the answer had come."""
    try:
        return error.request is request
    except RuntimeError:  # of none
        return False


def _usable(build: Callable[[], httpx.Request]) -> httpx.Request:
    try:
        return build()
    except UNUSABLE as error:
        raise _failure(error, sent=False) from None


def _failure(error: Exception, *, sent: bool) -> TransportFailure:
    return TransportFailure(shown(str(error)) or type(error).__name__, sent=sent)


def _without_queries(record: logging.LogRecord) -> bool:
    record.msg, record.args = shown(record.getMessage()), None
    return True


for _name in ("http11", "http2"):  # at DEBUG they print the headers of answers
    logging.getLogger(f"{httpcore.__name__}.{_name}").addFilter(_without_queries)
for _name in (
    "hpack.hpack",
    "hpack.table",
):  # at DEBUG they print the headers of requests, the key among them
    logging.getLogger(_name).addFilter(lambda _: False)
