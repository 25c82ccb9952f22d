"""The HTTP library's clients and how they are made: httpx, kept from cookies, from what it would log, and in bounds."""

from __future__ import annotations

import logging
import re
import ssl
from collections.abc import Callable
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TypeAlias, TypedDict, TypeVar

import attrs
import httpx

from safelight.core.checks import count, kind, timeout
from safelight.core.redact import redact
from safelight.core.wire import without_query
from safelight.errors import ConfigurationError

SyncHttpClient: TypeAlias = httpx.Client
AsyncHttpClient: TypeAlias = httpx.AsyncClient

MOST_CONNECTIONS = 10_000
QUOTED = re.compile(r"""bytearray\(b(['"]).*\1\)""")
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

    Raises:
        ConfigurationError: A number is none that can be used; a timeout of None, for no limit, is not taken.
    """

    connect_timeout: float = attrs.field(default=10.0, validator=timeout)
    read_timeout: float = attrs.field(default=60.0, validator=timeout)
    write_timeout: float = attrs.field(default=60.0, validator=timeout)
    connections: int = attrs.field(default=50, validator=count(MOST_CONNECTIONS))
    proxy: str | None = attrs.field(default=None, repr=False)
    verify: ssl.SSLContext | None = attrs.field(default=None, validator=kind(ssl.SSLContext, or_none=True))
    http2: bool = False
    trust_env: bool = True


@cache
def shared_ssl_context() -> ssl.SSLContext:
    """One context for all clients of the process: each costs some 20 ms to make."""
    return httpx.create_ssl_context()


class QuietUrl(httpx.URL):
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


def make_client(kind: Callable[..., C], connection: Connection) -> C:
    """Make a client of httpx.

    Raises:
        ConfigurationError: The proxy is no URL, or a package is missing.
    """
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
