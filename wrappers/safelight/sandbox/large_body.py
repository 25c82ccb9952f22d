"""The body of a large upload, read from its connection by the very thread that writes it.

By way of the event loop and aiohttp each byte is copied twice more and passed from one processor to another, which
takes longer than to write it.
"""

import asyncio
import contextlib
import functools
import socket
import struct
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import BinaryIO, cast

from aiohttp import web

from safelight.sandbox.receiving import MD5_BYTES, to_the_end

_BLOCK = 1 << 20
# Whole seconds without a byte, after which a sender is given up.
_SILENCE_SECONDS = 60


class LargeBody:
    """The body of a request that nobody has read of yet; see `large_body`. `received` counts its bytes."""

    def __init__(self, request: web.Request, transport: asyncio.Transport, size: int) -> None:
        self._request = request
        self._transport = transport
        self._size = size
        self.received = 0

    async def receive(self, file: BinaryIO, executor: Executor) -> int:
        """Write the body to a file, in a thread, and return its size in bytes; the connection ends with the answer.

        Raises:
            ConnectionError: The connection ended before the body did, or fell silent.
            OSError: The file cannot be written.

        """
        shared = cast("socket.socket", self._transport.get_extra_info("socket"))
        with shared.dup() as connection:
            arrived = self._take_over()
            work = asyncio.get_running_loop().run_in_executor(executor, self._copy, arrived, connection, file)
            await to_the_end(work, functools.partial(_end, connection))
        return self._size

    def _take_over(self) -> list[bytes]:
        """Take the body out of aiohttp's hands, and return what has arrived of it."""
        body = self._request.content
        arrived: list[bytes] = []
        while piece := body.read_nowait():
            arrived.append(piece)
        body.feed_eof()
        self._request.protocol.close()
        # Last, since each of these may make aiohttp read on.
        self._transport.pause_reading()
        return arrived

    def _copy(self, arrived: Sequence[bytes], connection: socket.socket, file: BinaryIO) -> None:
        for piece in arrived:
            file.write(piece)
            self.received += len(piece)
        block = memoryview(bytearray(_BLOCK))
        # For the event loop too, which has the same connection and must never wait for it: it does not use it meanwhile.
        connection.settimeout(None)
        # A limit that the system keeps: one of Python's would cost a call more for every block.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", _SILENCE_SECONDS, 0))
        try:
            while left := self._size - self.received:
                count = connection.recv_into(block[:left])
                if not count:
                    raise ConnectionResetError("the connection ended before the body did")
                file.write(block[:count])
                self.received += count
        except BlockingIOError:
            raise ConnectionAbortedError("the sender fell silent") from None
        finally:
            connection.settimeout(0)


def large_body(request: web.Request) -> LargeBody | None:
    """Return the body of a request if it can be received past aiohttp.

    It cannot where it is small, nor on an event loop that reads ahead, as that of Windows does.
    """
    size = request.content_length or 0
    transport = request.transport
    ready = isinstance(asyncio.get_running_loop(), asyncio.SelectorEventLoop)
    if size <= MD5_BYTES or not ready or transport is None:
        return None
    return LargeBody(request, transport, size)


def _end(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RD)
