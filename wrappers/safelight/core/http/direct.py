"""Reads large bodies into one buffer, past the parser of HTTP, which takes them in small pieces and copies each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from safelight.core.http.messages import MEBIBYTE, Chunk
from safelight.core.http.streams import Stream

LARGE = 262_144
"""Bytes of a body from which on this is worth a buffer."""


def pieces(stream: Iterable[bytes]) -> Iterator[Chunk]:
    """The body that httpcore reads from `stream`, in large pieces; each is good until the next one is asked for.

    The parser has the first bytes and gets the last one, so it sees what comes after the body, and whether it is whole.
    httpcore has no public way to it: if the library has changed, this only takes longer.
    """
    for chunk in stream:
        yield chunk
        yield from _past_the_parser(stream)


def _past_the_parser(stream: object) -> Iterator[memoryview]:
    try:
        inner = cast("Any", stream)._stream
        reader = inner._connection._h11_state._reader
        network = inner._connection._network_stream
        timeout = inner._request.extensions["timeout"]["read"]
        left = reader._remaining - 1
    except (AttributeError, KeyError):  # chunked, to the end of the connection, HTTP/2
        return
    if left < LARGE or not isinstance(network, Stream):
        return
    buffer = memoryview(bytearray(min(left, MEBIBYTE)))
    while left and (count := network.fill(buffer[:left], cast("float | None", timeout))):
        left -= count
        reader._remaining -= count
        yield buffer[:count]
