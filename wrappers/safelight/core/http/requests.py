"""Requests as httpcore takes them, and as a user's own client of httpx does."""

from __future__ import annotations

import math
import re
from base64 import b64encode
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TypeAlias

import httpcore
import httpx

from safelight.core.http.connection import Connection
from safelight.core.http.exchanges import Exchange
from safelight.core.http.messages import Request, without_query
from safelight.core.http.traces import Trace

Content: TypeAlias = bytes | Iterator[bytes] | AsyncIterator[bytes] | None
Timeouts: TypeAlias = Mapping[str, float | None]

USUAL = {
    "accept": "*/*",
    "accept-encoding": "identity",
    "connection": "keep-alive",
    "user-agent": f"python-{httpx.__name__}/{httpx.__version__}",  # as it calls itself, httpx2 as well
}
PLAIN = re.compile(r"(https?)://(([a-z0-9.-]+)(?::([1-9]\d{0,3}|[1-5]\d{4}))?)((?:/[\w/~-]*)?)", re.ASCII)
"""A URL that needs no look: scheme, host and port, each of these, and path."""


class QuietUrl(httpx.URL):
    """A URL that shows no query: httpx logs every URL it requests, and a query may be a credential."""

    def __str__(self) -> str:
        return without_query(super().__str__())

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def for_httpcore(
    request: Request, timeouts: Timeouts, content: Content, *, on_loop: bool, small: bool = False
) -> httpcore.Request:
    """The request; `small` where the answer goes into memory. Raises `UNUSABLE` where a text fits no header or URL."""
    url, usual = _address(request)
    headers = _headers(request, usual)
    if content is None and request.method in ("POST", "PUT", "PATCH"):
        headers["content-length"] = "0"
    extensions = {"timeout": timeouts, "small": small, **_traced(request, url.host, on_loop=on_loop)}
    built = httpcore.Request(request.method, url, content=content, extensions=extensions)
    built.headers = [(name.encode("ascii"), text.encode("ascii")) for name, text in headers.items()]
    return built


def for_httpx(
    client: httpx.Client | httpx.AsyncClient,
    request: Request,
    timeouts: Timeouts,
    content: Content,
) -> httpx.Request:
    """The request; raises as `for_httpcore`."""
    built = client.build_request(
        request.method,
        request.url,
        params=dict(request.params) or None,
        headers=_headers(request, {"accept-encoding": "identity"}),
        content=content,
        timeout=httpx.Timeout(**timeouts),
    )
    built.url = QuietUrl(built.url)
    on_loop = isinstance(client, httpx.AsyncClient)
    built.extensions.update(_traced(request, built.url.raw_host, on_loop=on_loop))
    return built


def _headers(request: Request, usual: Mapping[str, str]) -> dict[str, str]:
    # In one case, or a header that the vendor names for an upload would go out beside ours of the same name.
    headers = {**usual, **{name.lower(): text for name, text in request.headers.items()}}
    if request.body is not None:
        headers["content-length"] = str(request.body.length)
        if request.body.content_type is not None:
            headers.setdefault("content-type", request.body.content_type)
    return headers


def _traced(request: Request, host: bytes, *, on_loop: bool) -> dict[str, object]:
    if request.delayed is None and not request.public:
        return {}
    trace = Trace(request, host.decode())
    return {"trace": trace.on_loop if on_loop else trace}


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


def exchange_of(timeouts: Timeouts, request: Request) -> Exchange:
    """The deadlines of a request; the read timeout bounds the whole head of its answer."""
    read = timeouts["read"]
    return Exchange(math.inf if request.left is None else request.left, math.inf if read is None else read)


def usual_timeouts(connection: Connection) -> Timeouts:
    return {
        "connect": connection.connect_timeout,
        "read": connection.read_timeout,
        "write": connection.write_timeout,
        "pool": None,
    }


def bounded_timeouts(usual: Timeouts, request: Request) -> Timeouts:
    """The usual timeouts, but for what the request says of reading, and none longer than is left."""
    if request.timeout is None and request.left is None:
        return usual
    left = math.inf if request.left is None else request.left
    wanted = usual if request.timeout is None else {**usual, "read": request.timeout}

    def within(seconds: float | None) -> float | None:
        bounded = min(left, math.inf if seconds is None else seconds)
        return None if bounded == math.inf else bounded

    return {step: within(seconds) for step, seconds in wanted.items()}
