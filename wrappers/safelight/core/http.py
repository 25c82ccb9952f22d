"""Performs `Send` and `Fetch` with httpx: no redirect followed, no compressed answer asked for, answers bounded."""

from __future__ import annotations

import asyncio
import math
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import suppress

import attrs
import httpx

from safelight.core.bodies import Content, Pace
from safelight.core.connection import Connection, QuietUrl, make_client, shown
from safelight.core.peers import public_only, public_only_async
from safelight.core.threads import in_thread
from safelight.core.wire import LATE, MEBIBYTE, Body, Fetched, Reply, Request, Sink, TransportFailure
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
        self._connection = connection
        self._given = client
        self._client = client or make_client(httpx.Client, connection)
        self._process = os.getpid()

    def send(self, request: Request) -> Reply:
        try:
            with _Closing(self._open(request)) as response:
                content = _content(response, request.reply_limit, self._patience(request))
                for chunk in _chunks(response):
                    if not content.take(chunk):
                        break
                return content.reply()
        except FAILURES as error:
            raise _failure(error, sent=True) from None

    def fetch(self, request: Request, sink: Sink) -> Fetched:
        progress = _Progress()
        try:
            with _Closing(self._open(request)) as response:
                if not progress.begin(response):
                    content = _content(response, REFUSAL_LIMIT, self._patience(request))
                    for chunk in _chunks(response):
                        if not content.take(chunk):
                            break
                    return progress.ended(content=content.reply().content)
                pace = Pace(self._patience(request))
                try:
                    sink.open(progress.status, progress.headers)
                    # As the chunks come: gathering them costs more than it saves, and an interrupt would wait for it.
                    for chunk in _chunks(response):
                        pace.came(len(chunk))
                        sink.write(chunk)
                        progress.received += len(chunk)
                finally:
                    sink.close()
        except FAILURES as error:
            return progress.ended(_failure(error, sent=True))
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
            self._client = self._given or make_client(httpx.Client, self._connection)
            self._process = os.getpid()
        _check_open(self._client)
        body = request.body
        content = None if body is None else _joined(body) if body.in_memory else body.chunks()
        built = _built(self._client, request, content)
        if request.delayed is not None:
            built.extensions["trace"] = _trace(request.delayed)
        elif request.public:
            built.extensions["trace"] = public_only(built.url.raw_host.decode())
        try:
            return self._client.send(built, auth=None, follow_redirects=False, stream=True)
        except NEVER_SENT as error:
            raise _failure(error, sent=not _is_of(error, built)) from None


class AsyncHttpx:
    """Performs requests with an `httpx.AsyncClient`; files are read and written off the event loop."""

    def __init__(self, connection: Connection, client: httpx.AsyncClient | None = None) -> None:
        self._connection = connection
        self._given = client
        self._client = client or make_client(httpx.AsyncClient, connection)
        self._loop: asyncio.AbstractEventLoop | None = None

    async def send(self, request: Request) -> Reply:
        try:
            async with _Closing(await self._open(request)) as response:
                content = _content(response, request.reply_limit, self._patience(request))
                async for chunk in _async_chunks(response):
                    if not content.take(chunk):
                        break
                return content.reply()
        except FAILURES as error:
            raise _failure(error, sent=True) from None

    async def fetch(self, request: Request, sink: Sink) -> Fetched:
        progress = _Progress()
        try:
            async with _Closing(await self._open(request)) as response:
                if not progress.begin(response):
                    content = _content(response, REFUSAL_LIMIT, self._patience(request))
                    async for chunk in _async_chunks(response):
                        if not content.take(chunk):
                            break
                    return progress.ended(content=content.reply().content)
                try:
                    await in_thread(sink.open, progress.status, progress.headers)
                    await _pour(response, sink, progress, Pace(self._patience(request)))
                finally:
                    sink.close()
        except FAILURES as error:
            return progress.ended(_failure(error, sent=True))
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
        built = _built(self._client, request, content)
        if request.delayed is not None:
            built.extensions["trace"] = _async_trace(request.delayed)
        elif request.public:
            built.extensions["trace"] = public_only_async(built.url.raw_host.decode())
        try:
            return await self._client.send(built, auth=None, follow_redirects=False, stream=True)
        except NEVER_SENT as error:
            raise _failure(error, sent=not _is_of(error, built)) from None


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
        return self.status in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT)

    def ended(self, failure: TransportFailure | None = None, content: bytes = b"") -> Fetched:
        return Fetched(self.status, self.headers, self.received, failure, content)


async def _pour(response: httpx.Response, sink: Sink, progress: _Progress, pace: Pace) -> None:
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
        async for chunk in _async_chunks(response):
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
    while (chunk := await in_thread(lambda: next(chunks, None))) is not None:
        yield chunk


def _headers(response: httpx.Response) -> dict[str, str]:
    headers = {name.lower(): value for name, value in response.headers.items()}
    if response.is_stream_consumed and "content-encoding" in headers:  # and unpacked with it
        headers = {name: headers[name] for name in headers.keys() - {"content-encoding", "content-length"}}
    return headers


def _chunks(response: httpx.Response) -> Iterator[bytes]:
    """The body as it came; a hook or a mock's transport may have read it already."""
    return iter((response.content,)) if response.is_stream_consumed else response.iter_raw()


def _async_chunks(response: httpx.Response) -> AsyncIterator[bytes]:
    """As `_chunks`."""
    return _once(response.content) if response.is_stream_consumed else response.aiter_raw()


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


def _content(response: httpx.Response, limit: int, patience: float) -> Content:
    return Content(response.status_code, _headers(response), limit, patience)


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
