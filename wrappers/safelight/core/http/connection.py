"""How vendors are reached: what users say of it, certificates, and what the HTTP libraries are kept from showing."""

from __future__ import annotations

import os
import re
import ssl
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from safelight.core.base.checks import count, kind, one_of, timeout
from safelight.core.base.redact import redact
from safelight.errors import ConfigurationError

if TYPE_CHECKING:  # most of what importing a client would take; it is loaded when the first one is made
    import httpx

SyncHttpClient: TypeAlias = "httpx.Client"
AsyncHttpClient: TypeAlias = "httpx.AsyncClient"

MOST_CONNECTIONS = 10_000
QUOTED = re.compile(r"""bytearray\(b(['"]).*\1\)""")


@attrs.frozen
class Connection:
    """How to reach vendors. Times are in seconds.

    Attributes:
        connect_timeout: To look up the host and connect; then the same again for TLS.
        read_timeout: Until the headers of the answer are complete; after that, without a byte arriving.
        write_timeout: Without a byte being sent.
        connections: Most connections at the same time. An async client has as many again for files, and with aiohttp
            as many again for polls; so has each proxy of the environment.
        proxy: URL of a proxy; by default the environment's (``HTTPS_PROXY`` and so on).
        verify: Your own `ssl.SSLContext`, for a private certificate authority.
        http2: Use HTTP/2 if the server supports it; needs ``pip install httpx[http2]``.
        trust_env: Use the environment's proxies (``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY``, and ``NO_PROXY`` with
            names, addresses and networks); never for an API on this machine.
        transport: ``"aiohttp"`` makes async clients poll tasks with aiohttp, for a third less processor time; needs the
            extra ``fast``. Everything else, and sync clients, stay with httpcore.

    Raises:
        ConfigurationError: A number is unusable; a timeout of None, for no limit, is not accepted.
    """

    connect_timeout: float = attrs.field(default=10.0, validator=timeout)
    read_timeout: float = attrs.field(default=60.0, validator=timeout)
    write_timeout: float = attrs.field(default=60.0, validator=timeout)
    connections: int = attrs.field(default=50, validator=count(MOST_CONNECTIONS))
    proxy: str | None = attrs.field(default=None, repr=False, validator=kind(str, or_none=True))
    verify: ssl.SSLContext | None = attrs.field(default=None, validator=kind(ssl.SSLContext, or_none=True))
    http2: bool = False
    trust_env: bool = True
    transport: Literal["httpcore", "aiohttp"] = attrs.field(
        default="httpcore", validator=one_of("httpcore", "aiohttp")
    )

    def __attrs_post_init__(self) -> None:
        if self.http2 and self.transport == "aiohttp":
            raise ConfigurationError(
                "http2 and transport='aiohttp' exclude each other: aiohttp speaks HTTP/1.1 alone",
                field="http2",
            )


@cache
def shared_ssl_context(*protocols: str) -> ssl.SSLContext:
    """One context for all clients of the process: each costs some 20 ms to make. Offers `protocols`, if given."""
    folders = os.environ.get("SSL_CERT_DIR", "")
    if (
        folders
        and not os.environ.get("SSL_CERT_FILE")
        and not any(map(os.path.isdir, folders.split(os.pathsep)))
    ):
        raise _unusable("SSL_CERT_DIR", "no such folder")
    import httpx  # noqa: PLC0415 - see above

    try:
        context = httpx.create_ssl_context()
    except OSError as error:
        raise _unusable(_blamed(), error.strerror or str(error)) from None
    if protocols:
        context.set_alpn_protocols(list(protocols))
    return context


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


def shown(text: str) -> str:
    """A message without the line of an answer that it may quote, for servers echo what they are sent."""
    return redact(QUOTED.sub("…", text))
