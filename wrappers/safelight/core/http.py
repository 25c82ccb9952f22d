"""The one module that knows the HTTP library: httpx performs `Send` and `Fetch` here.

What httpx would get wrong is contained here: redirects are never followed, cookies never kept, a
compressed answer is never asked for, bodies are bounded, and a URL's query never reaches a log.
"""

from __future__ import annotations

import asyncio
import logging
import math
import os
import re
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TypeAlias, TypedDict, TypeVar

import attrs
import httpx

from safelight.core.bodies import Content, codings
from safelight.core.redact import redact
from safelight.core.threads import in_thread
from safelight.core.wire import MEBIBYTE, Body, Fetched, Reply, Request, Sink, TransportFailure, without_query
from safelight.errors import ConfigurationError

SyncHttpClient: TypeAlias = httpx.Client
AsyncHttpClient: TypeAlias = httpx.AsyncClient

NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
    UnicodeError,
)
"""Failures before the first byte of a request went out."""
QUOTED = re.compile(r"""bytearray\(b(['"]).*\1\)""")
FAILURES = (httpx.HTTPError, httpx.InvalidURL, UnicodeError)
"""What httpx raises; a text that fits no header or URL is a `UnicodeError`."""
REFUSAL_LIMIT = 65_536
"""The most bytes of a download's refusal that are read."""
C = TypeVar("C", httpx.Client, httpx.AsyncClient)


@attrs.frozen
class Connection:
    """How to reach vendors. Times are in seconds.

    Attributes:
        connect_timeout: For a connection to be made.
        read_timeout: Without a byte arriving.
        write_timeout: Without a byte leaving.
        connections: Most connections at the same time.
        proxy: URL of a proxy; by default the environment's (``HTTPS_PROXY`` and so on).
        verify: An `ssl.SSLContext` of one's own, for a private certificate authority.
        http2: Speak HTTP/2 where the server does; needs ``pip install httpx[http2]``.
        trust_env: Heed the environment's proxies; never done for an API on this machine.
    """

    connect_timeout: float = 10.0
    read_timeout: float = 60.0
    write_timeout: float = 60.0
    connections: int = 50
    proxy: str | None = attrs.field(default=None, repr=False)
    verify: ssl.SSLContext | None = None
    http2: bool = False
    trust_env: bool = True


@cache
def shared_ssl_context() -> ssl.SSLContext:
    """One context for all clients of the process: each costs some 20 ms to make."""
    return httpx.create_ssl_context()


class SyncHttpx:
    """Performs requests with an `httpx.Client`, anew after a fork."""

    def __init__(self, connection: Connection, client: httpx.Client | None = None) -> None:
        self._connection = connection
        self._given = client
        self._client = client or _made(httpx.Client, connection)
        self._process = os.getpid()

    def send(self, request: Request) -> Reply:
        try:
            with _Closing(self._open(request)) as response:
                content = _content(response, request.reply_limit, self._patience(request))
                for chunk in response.iter_raw():
                    if not content.take(chunk):
                        break
                return content.reply()
        except FAILURES as error:
            raise _failure(error) from None

    def fetch(self, request: Request, sink: Sink) -> Fetched:
        progress = _Progress()
        try:
            with _Closing(self._open(request)) as response:
                if not progress.begin(response):
                    content = _content(response, REFUSAL_LIMIT, self._patience(request))
                    for chunk in response.iter_raw():
                        if not content.take(chunk):
                            break
                    return progress.ended(content=content.reply().content)
                try:
                    sink.open(progress.status, progress.headers)
                    # As the chunks come: gathering them costs more than it saves, and an interrupt would wait for it.
                    for chunk in response.iter_raw():
                        sink.write(chunk)
                        progress.received += len(chunk)
                finally:
                    sink.close()
        except FAILURES as error:
            return progress.ended(_failure(error))
        except TransportFailure as failure:
            return progress.ended(failure)
        return progress.ended()

    def close(self) -> None:
        """Close the connections, unless the client was given by the user."""
        if self._given is None:
            self._client.close()

    def _patience(self, request: Request) -> float:
        return _patience(request, self._connection)

    def _open(self, request: Request) -> httpx.Response:
        if self._process != os.getpid():
            # Sockets shared with the parent process would mix up both processes' answers.
            self._client = self._given or _made(httpx.Client, self._connection)
            self._process = os.getpid()
        _check_open(self._client)
        body = request.body
        content = None if body is None else _joined(body) if body.in_memory else body.chunks()
        return self._client.send(
            _built(self._client, request, content), auth=None, follow_redirects=False, stream=True
        )


class AsyncHttpx:
    """Performs requests with an `httpx.AsyncClient`; files are read and written off the event loop."""

    def __init__(self, connection: Connection, client: httpx.AsyncClient | None = None) -> None:
        self._connection = connection
        self._given = client
        self._client = client or _made(httpx.AsyncClient, connection)
        self._loop: asyncio.AbstractEventLoop | None = None

    async def send(self, request: Request) -> Reply:
        try:
            async with _Closing(await self._open(request)) as response:
                content = _content(response, request.reply_limit, self._patience(request))
                async for chunk in response.aiter_raw():
                    if not content.take(chunk):
                        break
                return content.reply()
        except FAILURES as error:
            raise _failure(error) from None

    async def fetch(self, request: Request, sink: Sink) -> Fetched:
        progress = _Progress()
        try:
            async with _Closing(await self._open(request)) as response:
                if not progress.begin(response):
                    content = _content(response, REFUSAL_LIMIT, self._patience(request))
                    async for chunk in response.aiter_raw():
                        if not content.take(chunk):
                            break
                    return progress.ended(content=content.reply().content)
                try:
                    await in_thread(sink.open, progress.status, progress.headers)
                    await _pour(response, sink, progress)
                finally:
                    sink.close()
        except FAILURES as error:
            return progress.ended(_failure(error))
        except TransportFailure as failure:
            return progress.ended(failure)
        return progress.ended()

    async def close(self) -> None:
        """Close the connections, unless the client was given by the user."""
        if self._given is not None:
            return
        if self._loop in (None, asyncio.get_running_loop()):
            await self._client.aclose()
        else:  # the connections belong to a loop that may be gone, and go with it
            with suppress(RuntimeError):
                await self._client.aclose()

    def _patience(self, request: Request) -> float:
        return _patience(request, self._connection)

    async def _open(self, request: Request) -> httpx.Response:
        loop = asyncio.get_running_loop()
        if self._loop is not None and self._loop is not loop:
            raise ConfigurationError(
                "this async client was first used on another event loop and its connections belong to it: "
                "make one client per loop"
            )
        _check_open(self._client)
        self._loop = loop
        body = request.body
        content = None if body is None else _joined(body) if body.in_memory else _off_loop(body.chunks())
        return await self._client.send(
            _built(self._client, request, content), auth=None, follow_redirects=False, stream=True
        )


class _Closing:
    """Closes a streamed response in either world."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response

    def __enter__(self) -> httpx.Response:
        return self._response

    def __exit__(self, *exc_info: object) -> None:
        self._response.close()

    async def __aenter__(self) -> httpx.Response:
        return self._response

    async def __aexit__(self, *exc_info: object) -> None:
        await self._response.aclose()


@attrs.define
class _Progress:
    status: int = 0
    headers: dict[str, str] = attrs.field(factory=dict[str, str])
    received: int = 0

    def begin(self, response: httpx.Response) -> bool:
        """Note how the answer begins; whether its body is a file's content."""
        self.status = response.status_code
        self.headers = _headers(response)
        if codings(self.headers):
            raise TransportFailure("the file came compressed, which was not asked for", sent=True)
        return self.status in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT)

    def ended(self, failure: TransportFailure | None = None, content: bytes = b"") -> Fetched:
        return Fetched(self.status, self.headers, self.received, failure, content)


async def _pour(response: httpx.Response, sink: Sink, progress: _Progress) -> None:
    """Write an answer's body a mebibyte at a time; what came before a failure is written too."""
    waiting: list[bytes] = []
    size = 0

    async def write() -> None:
        content = b"".join(waiting)
        waiting.clear()
        if content:
            await in_thread(sink.write, content)
            progress.received += len(content)

    try:
        async for chunk in response.aiter_raw():
            waiting.append(chunk)
            size += len(chunk)
            if size >= MEBIBYTE:
                size = 0
                await write()
    finally:
        await write()


class _QuietUrl(httpx.URL):
    """A URL that shows no query: httpx logs every URL it requests, and a query may be a credential."""

    def __str__(self) -> str:
        return without_query(super().__str__())

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


class _Options(TypedDict):
    trust_env: bool
    verify: ssl.SSLContext
    timeout: httpx.Timeout
    limits: httpx.Limits
    cookies: CookieJar
    proxy: str | None
    http2: bool


def _made(kind: Callable[..., C], connection: Connection) -> C:
    try:
        return kind(**_options(connection))
    except ImportError as error:
        raise ConfigurationError(
            f"the connection needs another package: {error}", field="connection"
        ) from None
    except (ValueError, httpx.InvalidURL):  # what they say may repeat a proxy's password
        raise ConfigurationError(
            "the proxy, in the options or the environment, is no URL that can be used", field="connection"
        ) from None


def _shown(text: str) -> str:
    """A message without the line of an answer that it may quote, for servers echo what they are sent."""
    return redact(QUOTED.sub("…", text))


def _without_queries(record: logging.LogRecord) -> bool:
    record.msg, record.args = _shown(record.getMessage()), None
    return True


def _never(record: logging.LogRecord) -> bool:
    return False


for _name in ("httpcore.http11", "httpcore.http2"):  # at DEBUG they print the headers of answers
    logging.getLogger(_name).addFilter(_without_queries)
for _name in (
    "hpack.hpack",
    "hpack.table",
):  # at DEBUG they print the headers of requests, the key among them
    logging.getLogger(_name).addFilter(_never)


def _options(connection: Connection) -> _Options:
    return {
        "trust_env": connection.trust_env,
        "verify": connection.verify or shared_ssl_context(),
        "timeout": httpx.Timeout(
            connect=connection.connect_timeout,
            read=connection.read_timeout,
            write=connection.write_timeout,
            pool=None,
        ),
        "limits": httpx.Limits(max_connections=connection.connections, max_keepalive_connections=20),
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "proxy": connection.proxy,
        "http2": connection.http2,
    }


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
    built = client.build_request(
        request.method,
        request.url,
        params=dict(request.params) or None,
        headers=headers,
        content=content,
        timeout=_timeout(client.timeout, request),
    )
    built.url = _QuietUrl(built.url)
    return built


def _patience(request: Request, connection: Connection) -> float:
    patience = connection.read_timeout if request.timeout is None else request.timeout
    return patience if request.left is None else min(patience, request.left)


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
        connect=within(usual.connect), read=within(read), write=within(usual.write), pool=usual.pool
    )


def _joined(body: Body) -> bytes:
    return b"".join(body.chunks())


async def _off_loop(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    while (chunk := await asyncio.to_thread(next, chunks, None)) is not None:
        yield chunk


def _headers(response: httpx.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}


def _content(response: httpx.Response, limit: int, patience: float) -> Content:
    return Content(response.status_code, _headers(response), limit, patience)


def _check_open(client: httpx.Client | httpx.AsyncClient) -> None:
    if client.is_closed:
        raise ConfigurationError("this client is closed: make another, or use it inside its with block")


def _failure(error: Exception) -> TransportFailure:
    reason = _shown(str(error)) or type(error).__name__
    return TransportFailure(reason, sent=not isinstance(error, NEVER_SENT))
