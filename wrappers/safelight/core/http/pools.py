"""Pools of connections: httpcore makes them, each serves one request at a time, and the one used last is used first.

The cost of a request does not grow with their number, as in httpcore's own pools, which look at all of them each time.
With HTTP/2, too, a connection serves one request at a time.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from urllib.parse import urlsplit

import attrs
import httpcore
import httpx

from safelight.core.http.connection import Connection, shared_ssl_context
from safelight.core.http.proxies import Proxies
from safelight.core.http.responses import is_more_there
from safelight.core.http.streams import AsyncBackend, Backend
from safelight.errors import ConfigurationError
from safelight.extras import install_hint

if TYPE_CHECKING:
    from safelight.core.http.fast import FastPool

KEPT = 5.0
"""Seconds that a connection is kept without a request."""


C = TypeVar("C", httpcore.ConnectionInterface, httpcore.AsyncConnectionInterface)
P = TypeVar("P")


class _Connections(Generic[C]):
    """All connections of a pool, and which of them have no request."""

    def __init__(self, most: int, make: Callable[[httpcore.Origin], C]) -> None:
        self._most = most
        self._make: Callable[[httpcore.Origin], C] = make
        self._open: set[C] = set()
        self._idle: dict[tuple[bytes, bytes, int | None], list[tuple[float, C]]] = {}
        self._closing: list[C] = []
        self._closed = False
        self._lock = threading.Lock()

    def take(self, url: httpcore.URL) -> tuple[C, list[C]]:
        """A connection for a request, and those to close first: unused for too long, or one too many."""
        latest = time.monotonic() - KEPT
        with self._lock:
            if self._closed:  # a request may have waited for its place meanwhile
                raise httpcore.ConnectionNotAvailable("the client was closed")
            closing = self._closing  # of a call that failed, too
            for waiting in self._idle.values():
                while waiting and waiting[0][0] < latest:
                    closing.append(waiting.pop(0)[1])
            waiting = self._idle.get((url.scheme, url.host, url.port), [])
            while waiting:
                connection = waiting.pop()[1]
                if not connection.has_expired():
                    break
                closing.append(connection)
            else:
                others = [waiting for waiting in self._idle.values() if waiting]
                if len(self._open) - len(closing) >= self._most and others:
                    closing.append(min(others, key=lambda waiting: waiting[0][0]).pop(0)[1])
                connection = self._make(url.origin)
                self._open.add(connection)
            self._open.difference_update(closing)
            self._closing = []
        return connection, closing

    def keeps(self, url: httpcore.URL, connection: C, *, clean: bool) -> bool:
        """Keep a connection for its next request, unless it is to be closed."""
        kept = clean and connection.is_available()
        with self._lock:
            if kept and connection in self._open:
                waiting = self._idle.setdefault((url.scheme, url.host, url.port), [])
                waiting.append((time.monotonic(), connection))
                return True
            self._open.discard(connection)
        return False

    def clear(self) -> list[C]:
        """Those to close, which are all."""
        with self._lock:
            self._closed = True
            closing = list(self._open)
            self._open.clear()
            self._idle.clear()
        return closing


def patience(request: httpcore.Request, step: str) -> float | None:
    """Seconds that a step of a request may take, such as its wait for a connection of the pool."""
    return cast("float | None", cast("Any", request).extensions["timeout"][step])


def _is_http2(response: httpcore.Response) -> bool:
    return bool(cast("Any", response).extensions["http_version"] == b"HTTP/2")


class Routes(Generic[P]):
    """The pools of a client: one that needs no proxy, and one for each proxy of the environment."""

    def __init__(
        self, connection: Connection, make: Callable[[Connection, httpcore.Proxy | None], P]
    ) -> None:
        self._proxies = Proxies()
        if connection.proxy is not None:
            self._direct = make(connection, _proxy(connection.proxy, "proxy in Connection", connection))
            self._by_proxy: dict[str, P] = {}
            return
        if connection.trust_env:
            self._proxies = Proxies.from_environment()
        self._by_proxy = {
            proxy.url: make(connection, _proxy(proxy.url, proxy.variable, connection))
            for proxy in self._proxies.by_scheme.values()
        }
        self._direct = make(connection, None)

    def to(self, url: httpcore.URL) -> P:
        """The pool that leads to an address."""
        if self._by_proxy:
            proxy = self._proxies.of(url.scheme.decode(), url.host.decode(), url.port)
            if proxy is not None:
                return self._by_proxy[proxy.url]
        return self._direct

    def __iter__(self) -> Iterator[P]:
        yield self._direct
        yield from self._by_proxy.values()


def _proxy(url: str, named: str, connection: Connection) -> httpcore.Proxy:
    """A proxy; one that is reached over TLS is trusted as the vendors are."""
    try:
        parts = urlsplit(url)
        given = httpx.Proxy(url if parts.hostname and parts.port != 0 else "")
    except (ValueError, httpx.InvalidURL):  # what they say may repeat a proxy's password
        raise ConfigurationError(f"{named} is not a usable proxy URL", field="connection") from None
    scheme = given.url.scheme
    if scheme.startswith("socks"):
        _need("socksio", named, "pip install 'httpx[socks]'")
    return httpcore.Proxy(
        httpcore.URL(scheme=scheme, host=given.url.raw_host, port=given.url.port, target=given.url.raw_path),
        given.raw_auth,
        given.headers.raw,
        (connection.verify or shared_ssl_context()) if scheme == "https" else None,
    )


def _need(package: str, named: str, install: str) -> None:
    try:
        import_module(package)
    except ImportError as error:
        raise ConfigurationError(
            f"{named} needs another package: {error}: {install}", field="connection"
        ) from None


def make_pool(connection: Connection, proxy: httpcore.Proxy | None) -> Pool:
    """A pool for threads."""
    made = httpcore.ConnectionPool(network_backend=Backend(), **_settings(connection, proxy))
    return Pool(connection.connections, partial(_connection, made))


def make_async_pool(connection: Connection, proxy: httpcore.Proxy | None) -> FastPool | AsyncPool:
    """A pool for an event loop."""
    made = httpcore.AsyncConnectionPool(network_backend=AsyncBackend(), **_settings(connection, proxy))
    pool = AsyncPool(connection.connections, partial(_connection, made))
    if connection.transport == "httpcore" or proxy is not None:
        return pool
    _need("aiohttp", "transport in Connection", install_hint("fast"))
    from safelight.core.http.fast import FastPool  # noqa: PLC0415 - of an extra

    return FastPool(connection, pool)


def _settings(connection: Connection, proxy: httpcore.Proxy | None) -> Mapping[str, Any]:
    if connection.http2:
        _need("h2", "http2 in Connection", "pip install 'httpx[http2]'")
    return {"ssl_context": connection.verify, "proxy": proxy, "http2": connection.http2}


def _connection(pool: Any, origin: httpcore.Origin) -> Any:  # noqa: ANN401 - of both kinds
    """A new connection, as one of httpcore's pools makes it; the first one over TLS loads the certificates."""
    if origin.scheme == b"https" and pool._ssl_context is None:
        pool._ssl_context = shared_ssl_context()
    return pool.create_connection(origin)


class Pool:
    """Connections for threads: at most so many at the same time."""

    def __init__(self, most: int, make: Callable[[httpcore.Origin], httpcore.ConnectionInterface]) -> None:
        self._connections = _Connections(most, make)
        self._gate = threading.Semaphore(most)

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request. Its connection is in use until the response's stream is closed."""
        if not self._gate.acquire(timeout=patience(request, "pool")):
            raise httpcore.PoolTimeout("timed out")
        connection = None
        try:
            connection, closing = self._connections.take(request.url)
            for other in closing:
                other.close()
            response = connection.handle_request(request)
        except BaseException:
            self.give_back(request.url, connection, clean=False)
            raise
        response.stream = Lent(self, request.url, connection, response.stream, _is_http2(response))
        return response

    def give_back(
        self, url: httpcore.URL, connection: httpcore.ConnectionInterface | None, *, clean: bool
    ) -> None:
        """Take a connection back after its request, and close it unless it can be used again."""
        try:
            if connection is not None and not self._connections.keeps(url, connection, clean=clean):
                connection.close()
        finally:
            self._gate.release()

    def close(self) -> None:
        """Close all connections."""
        for connection in self._connections.clear():
            connection.close()


class AsyncPool:
    """Connections for an event loop; see `Pool`."""

    def __init__(
        self, most: int, make: Callable[[httpcore.Origin], httpcore.AsyncConnectionInterface]
    ) -> None:
        self._connections = _Connections(most, make)
        self._gate = asyncio.Semaphore(most)

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        try:
            async with asyncio.timeout(patience(request, "pool")):
                await self._gate.acquire()
        except TimeoutError:
            raise httpcore.PoolTimeout("timed out") from None
        connection = None
        try:
            connection, closing = self._connections.take(request.url)
            for other in closing:
                await other.aclose()
            response = await connection.handle_async_request(request)
        except BaseException:
            await self.give_back(request.url, connection, clean=False)
            raise
        response.stream = Lent(self, request.url, connection, response.stream, _is_http2(response))
        return response

    async def give_back(
        self, url: httpcore.URL, connection: httpcore.AsyncConnectionInterface | None, *, clean: bool
    ) -> None:
        try:
            if connection is not None and not self._connections.keeps(url, connection, clean=clean):
                await connection.aclose()
        finally:
            self._gate.release()

    async def aclose(self) -> None:
        for connection in self._connections.clear():
            await connection.aclose()


@attrs.frozen(eq=False)
class Lent:
    """The body of an answer, for threads or an event loop; to close it gives the connection back."""

    _pool: Any
    _url: httpcore.URL
    _connection: httpcore.ConnectionInterface | httpcore.AsyncConnectionInterface
    _stream: Any
    _http2: bool

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    def close(self) -> None:
        clean = False
        try:
            spoiled = self._is_spoiled()
            self._stream.close()
            clean = not spoiled
        finally:
            self._pool.give_back(self._url, self._connection, clean=clean)

    async def aclose(self) -> None:
        clean = False
        try:
            spoiled = self._is_spoiled()
            await self._stream.aclose()
            clean = not spoiled
        finally:
            await self._pool.give_back(self._url, self._connection, clean=clean)

    def _is_spoiled(self) -> bool:
        """Whether unread bytes would answer the next request on the connection."""
        return not self._http2 and is_more_there(self._stream)
