"""Requests and answers as flows see them: plain data, no HTTP library."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from functools import lru_cache
from ipaddress import ip_address
from typing import BinaryIO, Protocol, TypeAlias
from urllib.parse import urlsplit

import attrs

from safelight.core.base.facts import REPLY_LIMIT
from safelight.core.base.redact import PATH, brief

Chunk: TypeAlias = bytes | memoryview

MEBIBYTE = 1024 * 1024
LATE = 0.005
"""Seconds on its way out that make a request late."""


UNDONE = 425
"""Too Early: the server did not process the request, which passes."""


def passes(status: int) -> bool:
    """Whether a later attempt may fare better than one that was answered with an HTTP status."""
    return status in (408, UNDONE, 429) or status >= 500


class TransportFailure(Exception):
    """No answer came. `sent` is False only where the request certainly never reached the server."""

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sent = sent


class PrivateAddress(TransportFailure):
    """The connection led into a private network, and was closed before anything went out on it."""


class Slow(TransportFailure):
    """A file came too slowly."""


class WrongContent(TransportFailure):
    """What came is not the file that was asked for, and no part of it."""


class Body(Protocol):
    """What is sent as a request's content."""

    @property
    def length(self) -> int:
        """Size in bytes, known before the first byte is sent."""
        ...

    @property
    def content_type(self) -> str | None:
        """The Content-Type header, or None to send none."""
        ...

    @property
    def in_memory(self) -> bool:
        """Whether `chunks` never blocks."""
        ...

    def chunks(self) -> Generator[bytes]:
        """Yield the content anew, from its first byte, at every call."""
        ...


@attrs.frozen(eq=False)
class BodyAround:
    """A body that does more with the chunks of another."""

    body: Body

    @property
    def length(self) -> int:
        return self.body.length

    @property
    def content_type(self) -> str | None:
        return self.body.content_type

    @property
    def in_memory(self) -> bool:
        return self.body.in_memory


@attrs.frozen(eq=False)
class Json:
    """A JSON body, encoded once."""

    encoded: bytes = attrs.field(repr=False)
    content_type: str = "application/json"
    in_memory: bool = True

    @classmethod
    def of(cls, value: object) -> Json:
        """Encode `value` compactly, as UTF-8."""
        return cls(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode())

    @property
    def length(self) -> int:
        return len(self.encoded)

    def chunks(self) -> Generator[bytes]:
        yield self.encoded


@lru_cache
def without_query(url: str) -> str:
    """The URL as it may be shown: scheme, host, port and path, for the query may be a credential."""
    if "://" not in url:
        text, mark, _ = url.partition("?")
        return text.rpartition("@")[2] + ("?…" if mark else "")
    try:
        parts = urlsplit(url)
        host = f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""
    except ValueError:
        return "(no URL)"
    return f"{parts.scheme}://{host}{parts.path}" + ("?…" if parts.query else "")


@attrs.frozen
class Request:
    """One HTTP request.

    Attributes:
        timeout: Seconds without progress, in place of the client's; not a limit of the whole exchange.
        left: Seconds after which nobody waits for the answer any more: no timeout is longer.
        delayed: Called with the seconds that have passed where the first byte leaves more than `LATE` after the
            request was handed over, as when a connection has to be made; may block.
        public: Whether it may go to public addresses alone: a connection that leads elsewhere, whatever its name,
            fails with `PrivateAddress`. Where a proxy is used, the proxy finds the host, and this is not seen.
    """

    method: str
    url: str = attrs.field(repr=lambda url: repr(without_query(url)))
    headers: Mapping[str, str] = attrs.field(
        factory=dict[str, str], repr=lambda headers: repr(sorted(headers))
    )
    params: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    body: Body | None = attrs.field(default=None, repr=False)
    timeout: float | None = None
    left: float | None = None
    reply_limit: int = REPLY_LIMIT
    delayed: Callable[[float], None] | None = attrs.field(default=None, repr=False, eq=False)
    public: bool = False


@attrs.frozen
class Reply:
    """An answer. Header names are lower case.

    Attributes:
        content: Its body, unless that went into a sink.
        cut: Whether the body is longer than it may be, and was not read to its end.
        received: Bytes that went into a sink.
        failure: What broke the connection while they did.
    """

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    content: bytes = attrs.field(default=b"", repr=False)
    cut: bool = False
    received: int = 0
    failure: TransportFailure | None = None

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_page(self) -> bool:
        """Whether it is a web page, as when a proxy or a portal answers in storage's place."""
        return self.media_type == "text/html"

    @property
    def is_whole(self) -> bool:
        """Whether it is a success, with all of its content."""
        return 200 <= self.status < 300 and not self.cut


class Sink(Protocol):
    """Where a streamed answer goes."""

    def open(self, status: int, headers: Mapping[str, str]) -> None:
        """Get ready for the body of a successful answer. Raises to refuse it."""
        ...

    def write(self, chunk: Chunk) -> None:
        """Take the next bytes, which are good until this returns."""
        ...


@attrs.define(eq=False)
class MemorySink:
    """Keeps a download in memory, up to `limit` bytes."""

    limit: int
    data: bytearray = attrs.field(factory=bytearray, repr=False)

    def open(self, status: int, headers: Mapping[str, str]) -> None:
        if status == 200:
            self.data.clear()

    def write(self, chunk: Chunk) -> None:
        if len(self.data) + len(chunk) > self.limit:
            message = f"the download is larger than the limit of {self.limit} bytes"
            raise OverflowError(message)
        self.data += chunk


@attrs.define(eq=False)
class HandleSink:
    """Writes a download to an open file, up to `limit` bytes."""

    file: BinaryIO
    limit: int | None = None

    def open(self, status: int, headers: Mapping[str, str]) -> None:
        if status == 200:
            self.file.seek(0)
            self.file.truncate()

    def write(self, chunk: Chunk) -> None:
        self.file.write(chunk)
        if self.limit is not None and self.file.tell() > self.limit:
            message = f"the download is larger than the limit of {self.limit} bytes"
            raise OverflowError(message)


@lru_cache
def origin(url: str) -> str:
    """Scheme, host and port of a URL: what a credential is bound to; empty for what is no URL."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname or ''}:{port}".lower()


def host_of(url: str) -> str:
    """The host of a URL in lower case; empty for what is no URL or has none."""
    return urlsplit(url).hostname or "" if origin(url) else ""


def is_loopback(url: str) -> bool:
    """Whether a URL leads to this machine itself, where no network listens in and no proxy reaches."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def shown_url(url: str) -> str:
    """A user's URL as a message may repeat it."""
    return brief(without_query(url), PATH)


def path_of(url: str) -> str:
    """The path of a URL; empty for what is no URL."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
