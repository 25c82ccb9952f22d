"""Asks for tasks with aiohttp, whose parser is no Python: for event loops that poll a great many of them.

It is for small reads alone: bodies, files and what goes through a proxy go over httpcore's connections. What it tells
and raises is in httpcore's words, so that all rules of requests hold as they stand.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextvars import ContextVar
from functools import partial
from typing import Any, cast

import aiohttp
import attrs
import httpcore
from aiohttp.client_proto import ResponseHandler
from yarl import URL

from safelight.core.http.connection import Connection, shared_ssl_context
from safelight.core.http.exchanges import bounded, note_sent
from safelight.core.http.pools import KEPT, AsyncPool, patience

FAILURES = (aiohttp.ClientError, TimeoutError, OSError)
"""What aiohttp raises."""
HEAD = 100 * 1024
"""Most bytes of a header, as with httpcore."""


class FastPool:
    """Connections for reads; all other requests go over the others."""

    def __init__(self, connection: Connection, others: AsyncPool) -> None:
        self._connection = connection
        self._others = others
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        if request.method != b"GET" or not cast("Any", request).extensions["small"]:
            return await self._others.handle_async_request(request)
        leaving = _Leaving(request)
        token = _LEAVING.set(leaving)
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        cancelled = task.cancelling()
        try:
            async with asyncio.timeout(bounded(None, httpcore.PoolTimeout)) as leaving.bound:
                answer = await self._asked(request)
        except aiohttp.ClientResponseError:  # it quotes the answer
            raise httpcore.RemoteProtocolError("the answer is not valid HTTP") from None
        except FAILURES as error:
            late = isinstance(error, TimeoutError)
            if leaving.out:
                raise (httpcore.ReadTimeout if late else httpcore.ReadError)(str(error)) from None
            raise (httpcore.ConnectTimeout if late else httpcore.ConnectError)(str(error)) from None
        except asyncio.CancelledError:
            if task.cancelling() > cancelled:
                raise
            # aiohttp cancels what waits for a connection when the session is closed.
            raise httpcore.ConnectError("the client was closed") from None
        finally:
            _LEAVING.reset(token)
        response = httpcore.Response(answer.status)
        response.headers = list(answer.raw_headers)
        response.stream = _Body(answer, patience(request, "read"))
        return response

    async def _asked(self, request: httpcore.Request) -> aiohttp.ClientResponse:
        secure = request.url.scheme == b"https"
        return await self._open_session().request(
            "GET",
            address_of(request.url),
            headers={name.decode(): value.decode() for name, value in request.headers},
            allow_redirects=False,
            ssl=(self._connection.verify or shared_ssl_context("http/1.1")) if secure else True,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=patience(request, "connect")),
        )

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = _Connector(limit=self._connection.connections, keepalive_timeout=KEPT)
            connector._factory = cast("Any", partial(_Handler, loop=asyncio.get_running_loop()))
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                max_line_size=HEAD,
                max_field_size=HEAD,
            )
            self._session._retry_connection = False  # the limiter counts each request
        return self._session

    async def aclose(self) -> None:
        try:
            if self._session is not None:
                await self._session.close()
                await asyncio.sleep(0)  # for transports that end in the loop's next round
        finally:
            await self._others.aclose()


def address_of(url: httpcore.URL) -> URL:
    host = url.host.decode()
    place = f"[{host}]" if ":" in host else host
    port = "" if url.port is None else f":{url.port}"
    return URL(f"{url.scheme.decode()}://{place}{port}{url.target.decode()}", encoded=True)


@attrs.define
class _Leaving:
    """A request on its way out."""

    request: httpcore.Request
    bound: asyncio.Timeout | None = None
    out: bool = False

    async def tell(self, connection: Any) -> None:
        """Tell what httpcore tells of a connection and a request, where anybody listens."""
        trace = cast("Any", self.request).extensions.get("trace")
        if trace is not None:
            await trace("aiohttp.connect_tcp.started", {"host": self.request.url.host.decode()})
            await trace("aiohttp.connect_tcp.complete", {"return_value": _Peer(connection)})
            await trace("aiohttp.send_request_headers.started", {})


_LEAVING: ContextVar[_Leaving | None] = ContextVar("LEAVING", default=None)


class _Handler(ResponseHandler):
    def close(self) -> None:
        """Wait for no farewell of TLS, which would outlast the event loop; whoever reads the answer hears of it."""
        if self._payload is not None and not self._payload.is_eof():
            self._payload.set_exception(aiohttp.ClientConnectionError("the connection was closed"))
        self.abort()


class _Connector(aiohttp.TCPConnector):
    async def connect(self, req: Any, traces: Any, timeout: Any) -> Any:
        leaving = cast("_Leaving", _LEAVING.get())
        for _ in range(self.limit + 1):
            connection = await super().connect(req, traces, timeout)
            if connection.protocol is not None and not connection.protocol.should_close:
                break
            connection.close()  # bytes have come that nobody asked for
        else:
            raise aiohttp.ClientConnectionError("the server speaks before it is asked")
        try:
            await leaving.tell(connection)
            leaving.out = True
            note_sent()
            seconds = bounded(None, httpcore.ReadTimeout, reading=True)
        except BaseException:
            connection.close()
            raise
        if leaving.bound is not None and seconds is not None:
            leaving.bound.reschedule(asyncio.get_running_loop().time() + seconds)
        return connection


@attrs.frozen
class _Peer:
    """A connection as `peers` looks at it."""

    _connection: Any

    def get_extra_info(self, info: str) -> object:
        return self._connection.transport.get_extra_info("peername") if info == "server_addr" else None

    async def aclose(self) -> None:
        self._connection.close()


@attrs.frozen
class _Body:
    """The body of an answer."""

    _answer: aiohttp.ClientResponse
    _patience: float | None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        content = self._answer.content
        try:
            while not content.at_eof():
                async with asyncio.timeout(bounded(self._patience, httpcore.ReadTimeout)):
                    chunk = await content.readany()
                yield chunk
        except FAILURES as error:
            late = isinstance(error, TimeoutError)
            raise (httpcore.ReadTimeout if late else httpcore.RemoteProtocolError)(str(error)) from None

    async def aclose(self) -> None:
        if not self._answer.closed:
            self._answer.close()
