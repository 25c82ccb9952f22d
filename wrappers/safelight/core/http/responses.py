"""Answers as they came, of httpcore or of a user's own httpx client; a connection with unread bytes is closed."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from functools import reduce
from typing import Any, cast

import attrs
import httpcore
import httpx

UNDER_HTTPX = ("_stream", "_httpcore_stream", "_stream")
"""Where httpx and its pool keep httpcore's stream of an answer, seen from their own."""
H11_STATE = ("_connection", "_h11_state")
"""Where httpcore keeps the parser of an answer, seen from its stream."""


@attrs.frozen(eq=False)
class Answer:
    """An answer whose head has come, and its body; to be closed. Header names are lower case."""

    status: int
    headers: dict[str, str]
    chunks: Any

    @classmethod
    def of_httpcore(cls, response: httpcore.Response) -> Answer:
        headers: dict[str, str] = {}
        for raw, value in response.headers:
            name, text = raw.lower().decode("latin-1"), _text(value)
            headers[name] = f"{headers[name]}, {text}" if name in headers else text
        return cls(response.status, headers, response.stream)

    @classmethod
    def of_httpx(cls, response: httpx.Response) -> Answer:
        return cls(response.status_code, _headers_of(response), _Body(response))

    def close(self) -> None:
        self.chunks.close()

    async def aclose(self) -> None:
        await self.chunks.aclose()


def is_more_there(stream: object) -> bool:
    """Whether bytes came after the end of an answer that httpcore reads.

    It keeps them in the connection's parser, without a public way to see them, and parses them as the next answer.
    If the library has changed and the parser is not found, assume that there are some: that only costs a reconnect.
    """
    try:
        state: Any = reduce(getattr, H11_STATE, stream)
        return bool(state.trailing_data[0])
    except AttributeError:
        return True


def _stream_under(stream: object) -> object:
    """The stream of httpcore under that of httpx."""
    return reduce(lambda outer, name: getattr(outer, name, None), UNDER_HTTPX, stream)


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _headers_of(response: httpx.Response) -> dict[str, str]:
    headers = {name.lower(): value for name, value in response.headers.items()}
    if response.is_stream_consumed and "content-encoding" in headers:  # and unpacked with it
        headers = {name: headers[name] for name in headers.keys() - {"content-encoding", "content-length"}}
    return headers


@attrs.frozen(eq=False)
class _Body:
    """The body of httpx's response as it came; a hook or a mock's transport may have read it already.

    Read from the stream itself, for `iter_raw` closes the response before anyone can see what came after it. Closed with
    its connection, if that has unread bytes.
    """

    _response: httpx.Response

    def __iter__(self) -> Iterator[bytes]:
        response = self._response
        if response.is_stream_consumed:
            return iter((response.content,))
        return response.iter_raw() if response.is_closed else iter(cast("Iterable[bytes]", response.stream))

    def __aiter__(self) -> AsyncIterator[bytes]:
        response = self._response
        if response.is_stream_consumed:
            return self._once()
        if response.is_closed:
            return response.aiter_raw()
        return aiter(cast("AsyncIterable[bytes]", response.stream))

    async def _once(self) -> AsyncIterator[bytes]:
        yield self._response.content

    def close(self) -> None:
        if self._is_spoiled():
            self._response.extensions["network_stream"].close()
        self._response.close()

    async def aclose(self) -> None:
        if self._is_spoiled():
            await self._response.extensions["network_stream"].aclose()
        await self._response.aclose()

    def _is_spoiled(self) -> bool:
        """Whether unread bytes would answer the next request on the connection."""
        response = self._response
        return (
            not response.is_closed  # else the connection may be at work for another request already
            and "network_stream" in response.extensions
            and response.http_version != "HTTP/2"
            and is_more_there(_stream_under(response.stream))
        )
