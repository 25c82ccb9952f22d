"""Reads responses of httpx as they came, and closes connections with unread bytes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import reduce
from typing import Any, cast

import httpx

H11_STATE = ("_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state")
"""Where httpx and httpcore keep the parser of an answer, seen from the answer's stream."""


class Closing:
    """Closes a streamed response, sync or async, and its connection too if that has unread bytes."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response

    def __enter__(self) -> httpx.Response:
        return self._response

    def __exit__(self, *exc_info: object) -> None:
        if self._is_spoiled():
            self._response.extensions["network_stream"].close()
        self._response.close()

    async def __aenter__(self) -> httpx.Response:
        return self._response

    async def __aexit__(self, *exc_info: object) -> None:
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
            and _is_more_there(response.stream)
        )


def _is_more_there(stream: object) -> bool:
    """Whether bytes came after the end of an answer.

    httpcore keeps them in the connection's parser, without a public way to see them, and parses them as the next answer.
    If the libraries have changed and the parser is not found, assume that there are some: that only costs a reconnect.
    """
    try:
        state: Any = reduce(getattr, H11_STATE, stream)
        return bool(state.trailing_data[0])
    except AttributeError:
        return True


def headers_of(response: httpx.Response) -> dict[str, str]:
    """Headers by their lower-case names."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    if response.is_stream_consumed and "content-encoding" in headers:  # and unpacked with it
        headers = {name: headers[name] for name in headers.keys() - {"content-encoding", "content-length"}}
    return headers


def chunks_of(response: httpx.Response) -> Iterator[bytes]:
    """The body as it came; a hook or a mock's transport may have read it already.

    Read from the stream itself, for `iter_raw` closes the response before anyone can see what came after it.
    """
    if response.is_stream_consumed:
        return iter((response.content,))
    return response.iter_raw() if response.is_closed else iter(cast("httpx.SyncByteStream", response.stream))


def async_chunks_of(response: httpx.Response) -> AsyncIterator[bytes]:
    """As `chunks_of`."""
    if response.is_stream_consumed:
        return _once(response.content)
    return (
        response.aiter_raw() if response.is_closed else aiter(cast("httpx.AsyncByteStream", response.stream))
    )


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
