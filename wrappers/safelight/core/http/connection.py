"""The HTTP library's clients and how they are made: httpx, kept from cookies, from what it would log, and in bounds."""

from __future__ import annotations

import logging
import os
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Generic, TypeAlias, TypeVar, cast
from urllib.parse import urlsplit

import attrs
import httpx

from safelight.core.base.checks import count, kind, timeout
from safelight.core.base.redact import redact
from safelight.core.http.messages import without_query
from safelight.core.http.proxies import Proxies
from safelight.core.http.streams import AsyncBackend, Backend
from safelight.errors import ConfigurationError

SyncHttpClient: TypeAlias = httpx.Client
AsyncHttpClient: TypeAlias = httpx.AsyncClient

MOST_CONNECTIONS = 10_000
QUOTED = re.compile(r"""bytearray\(b(['"]).*\1\)""")
T = TypeVar("T", httpx.HTTPTransport, httpx.AsyncHTTPTransport)


@attrs.frozen
class Connection:
    """How to reach vendors. Times are in seconds.

    Attributes:
        connect_timeout: For a connection to be made.
        read_timeout: Until the head of the answer is complete; after that, without a byte arriving.
        write_timeout: Without a byte leaving.
        connections: Most connections at the same time.
        proxy: URL of a proxy; by default the environment's (``HTTPS_PROXY`` and so on).
        verify: An `ssl.SSLContext` of one's own, for a private certificate authority.
        http2: Speak HTTP/2 where the server does; needs ``pip install httpx[http2]``.
        trust_env: Heed the environment's proxies (``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY``, and ``NO_PROXY`` with
            names, addresses and networks); never done for an API on this machine.

    Raises:
        ConfigurationError: A number is none that can be used; a timeout of None, for no limit, is not taken.
    """

    connect_timeout: float = attrs.field(default=10.0, validator=timeout)
    read_timeout: float = attrs.field(default=60.0, validator=timeout)
    write_timeout: float = attrs.field(default=60.0, validator=timeout)
    connections: int = attrs.field(default=50, validator=count(MOST_CONNECTIONS))
    proxy: str | None = attrs.field(default=None, repr=False, validator=kind(str, or_none=True))
    verify: ssl.SSLContext | None = attrs.field(default=None, validator=kind(ssl.SSLContext, or_none=True))
    http2: bool = False
    trust_env: bool = True


@cache
def shared_ssl_context() -> ssl.SSLContext:
    """One context for all clients of the process: each costs some 20 ms to make.

    Raises:
        ConfigurationError: A variable of the environment leads to certificates that cannot be used.
    """
    folders = os.environ.get("SSL_CERT_DIR", "")
    if (
        folders
        and not os.environ.get("SSL_CERT_FILE")
        and not any(map(os.path.isdir, folders.split(os.pathsep)))
    ):
        raise _unusable("SSL_CERT_DIR", "no such folder")
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise _unusable(_blamed(), error.strerror or str(error)) from None


def _blamed() -> str:
    """The variable because of which no context can be made."""
    if path := os.environ.get("SSL_CERT_FILE"):
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(path)
        except OSError:
            return "SSL_CERT_FILE"
    return "SSLKEYLOGFILE" if os.environ.get("SSLKEYLOGFILE") else "SSL_CERT_FILE"


def _unusable(variable: str, reason: str) -> ConfigurationError:
    return ConfigurationError(
        f"{variable} is {os.environ.get(variable)!r}, which cannot be used ({reason}): correct it or unset it",
        field="connection",
    )


def past_proxies(connection: Connection) -> Connection:
    """How to reach an API on this machine: past all proxies, which cannot, and without need of certificates."""
    verify = connection.verify
    if verify is None:
        try:
            verify = shared_ssl_context()
        except ConfigurationError:
            verify = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody
    return attrs.evolve(connection, trust_env=False, verify=verify)


class QuietUrl(httpx.URL):
    """A URL that shows no query: httpx logs every URL it requests, and a query may be a credential."""

    def __str__(self) -> str:
        return without_query(super().__str__())

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def make_sync_client(connection: Connection) -> httpx.Client:
    """Make a client for threads.

    Raises:
        ConfigurationError: A proxy or the certificates cannot be used, or a package is missing.
    """
    routes = _routes(httpx.HTTPTransport, Backend, connection)
    return httpx.Client(transport=_SyncRoutes(routes), **_options(connection))


def make_async_client(connection: Connection) -> httpx.AsyncClient:
    """Make a client for an event loop; raises as `make_sync_client`."""
    routes = _routes(httpx.AsyncHTTPTransport, AsyncBackend, connection)
    return httpx.AsyncClient(transport=_AsyncRoutes(routes), **_options(connection))


def _options(connection: Connection) -> Mapping[str, Any]:
    return {
        "timeout": httpx.Timeout(
            connect=connection.connect_timeout,
            read=connection.read_timeout,
            write=connection.write_timeout,
            pool=None,
        ),
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "trust_env": False,  # it is heeded here
    }


@attrs.frozen
class _Routes(Generic[T]):
    """The transports of a client: one that needs no proxy, and one for each proxy of the environment, by its URL."""

    direct: T
    proxied: Mapping[str, T]
    proxies: Proxies

    def to(self, url: httpx.URL) -> T:
        """The transport that leads to an address."""
        proxy = self.proxies.of(url.scheme, url.host, url.port)
        return self.direct if proxy is None else self.proxied[proxy.url]

    def __iter__(self) -> Iterator[T]:
        yield self.direct
        yield from self.proxied.values()


class _SyncRoutes(httpx.BaseTransport):
    def __init__(self, routes: _Routes[httpx.HTTPTransport]) -> None:
        self._routes = routes

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._routes.to(request.url).handle_request(request)

    def close(self) -> None:
        for transport in self._routes:
            transport.close()


class _AsyncRoutes(httpx.AsyncBaseTransport):
    def __init__(self, routes: _Routes[httpx.AsyncHTTPTransport]) -> None:
        self._routes = routes

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._routes.to(request.url).handle_async_request(request)

    async def aclose(self) -> None:
        for transport in self._routes:
            await transport.aclose()


def _routes(kind: Callable[..., T], backend: Callable[[], object], connection: Connection) -> _Routes[T]:
    """The transports of a client.

    Raises:
        ConfigurationError: A proxy or the certificates cannot be used, or a package is missing.
    """

    def make(proxy: str | None, named: str) -> T:
        context = connection.verify or shared_ssl_context()
        try:
            made = kind(
                verify=context,
                http2=connection.http2,
                limits=httpx.Limits(max_connections=connection.connections, max_keepalive_connections=20),
                proxy=None if proxy is None else _proxy(proxy, context),
            )
        except ImportError as error:
            raise ConfigurationError(f"{named} needs another package: {error}", field="connection") from None
        except (ValueError, httpx.InvalidURL):  # what they say may repeat a proxy's password
            raise ConfigurationError(
                f"{named} is no URL of a proxy that can be used", field="connection"
            ) from None
        # httpx has no option for it; a pool hands it on to every connection that it makes.
        cast("Any", made)._pool._network_backend = backend()
        return made

    if connection.proxy is not None:
        return _Routes(make(connection.proxy, "proxy in Connection"), {}, Proxies())
    proxies = Proxies.from_environment() if connection.trust_env else Proxies()
    proxied = {proxy.url: make(proxy.url, proxy.variable) for proxy in proxies.by_scheme.values()}
    return _Routes(make(None, "the connection"), proxied, proxies)


def _proxy(url: str, context: ssl.SSLContext) -> httpx.Proxy:
    """A proxy; one that is reached over TLS is trusted as the vendors are."""
    parts = urlsplit(url)
    if not parts.hostname or parts.port == 0:  # a port that is no number, or too large, is a ValueError too
        raise ValueError(url)
    return httpx.Proxy(url, ssl_context=context if parts.scheme == "https" else None)


def shown(text: str) -> str:
    """A message without the line of an answer that it may quote, for servers echo what they are sent."""
    return redact(QUOTED.sub("…", text))


def _without_queries(record: logging.LogRecord) -> bool:
    record.msg, record.args = shown(record.getMessage()), None
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
