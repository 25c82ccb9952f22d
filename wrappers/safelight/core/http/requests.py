"""Requests as httpcore takes them, and as a user's own client of httpx does."""

from __future__ import annotations

import math
import re
import time
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from typing import TypeAlias

import httpcore
import httpx

from safelight.core.base.threads import in_thread
from safelight.core.http.connection import Connection, QuietUrl
from safelight.core.http.exchanges import Exchange, handed
from safelight.core.http.messages import LATE, Request
from safelight.core.http.peers import public_only, public_only_async

Content: TypeAlias = bytes | Iterator[bytes] | AsyncIterator[bytes] | None
Timeouts: TypeAlias = Mapping[str, float | None]
Traces: TypeAlias = tuple[Callable[[Callable[[float], None]], object], Callable[[str], object]]
"""What makes httpcore's trace of a request that leaves late, and of one that may go to public addresses alone."""

USUAL = {
    "accept": "*/*",
    "accept-encoding": "identity",
    "connection": "keep-alive",
    "user-agent": f"python-{httpx.__name__}/{httpx.__version__}",  # as it calls itself, httpx2 as well
}
PLAIN = re.compile(r"(https?)://(([a-z0-9.-]+)(?::([1-9]\d{0,3}|[1-5]\d{4}))?)((?:/[\w/~-]*)?)", re.ASCII)
"""A URL that needs no look: scheme, host and port, each of these, and path."""
LEAVING = "send_request_headers.started"
"""How the name ends of what httpcore tells right before a request's first byte goes out."""


def for_httpcore(
    request: Request, timeouts: Timeouts, content: Content, traces: Traces, *, small: bool = False
) -> httpcore.Request:
    """The request; `small` where the answer goes into memory.

    Raises:
        httpx.InvalidURL, UnicodeError: A text of it fits no header or URL.
    """
    url, usual = _address(request)
    headers = _headers(request, usual)
    if content is None and request.method in ("POST", "PUT", "PATCH"):
        headers["content-length"] = "0"
    extensions = {"timeout": timeouts, "small": small, **_traced(request, url.host, traces)}
    built = httpcore.Request(request.method, url, content=content, extensions=extensions)
    built.headers = [(name.encode("ascii"), text.encode("ascii")) for name, text in headers.items()]
    return built


def for_httpx(
    client: httpx.Client | httpx.AsyncClient,
    request: Request,
    timeouts: Timeouts,
    content: Content,
    traces: Traces,
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
    built.extensions.update(_traced(request, built.url.raw_host, traces))
    return built


def _headers(request: Request, usual: Mapping[str, str]) -> dict[str, str]:
    # In one case, or a header that the vendor names for an upload would go out beside ours of the same name.
    headers = {**usual, **{name.lower(): text for name, text in request.headers.items()}}
    if request.body is not None:
        headers["content-length"] = str(request.body.length)
        if request.body.content_type is not None:
            headers.setdefault("content-type", request.body.content_type)
    return headers


def _traced(request: Request, host: bytes, traces: Traces) -> dict[str, object]:
    late, public = traces
    if request.delayed is not None:
        return {"trace": late(request.delayed)}
    return {"trace": public(host.decode())} if request.public else {}


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


def _trace(delayed: Callable[[float], None]) -> Callable[[str, Mapping[str, object]], None]:
    """What httpcore tells of a request, for one that leaves late."""
    began = handed()

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


TRACES: Traces = (_trace, public_only)
ASYNC_TRACES: Traces = (_async_trace, public_only_async)


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
