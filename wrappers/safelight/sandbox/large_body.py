"""The body of a large upload, read from its connection by the very thread that writes it.

By way of the event loop and aiohttp each byte is copied twice more and passed from one processor to another, which
takes longer than to write it. A sender that pauses holds no thread: the event loop waits for its next byte.
"""

import asyncio
import contextlib
import functools
import socket
import struct
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import BinaryIO, cast

from aiohttp import web

from safelight.sandbox.receiving import MD5_BYTES, to_the_end

_BLOCK = 1 << 20
# Without a byte for so long, a thread leaves the waiting to the event loop,
_PAUSE_SECONDS = 0.05
# and after so long at the latest it takes its turn behind others, for a sender may also trickle.
_TURN_SECONDS = 1.0
# Without a byte for so long, a sender is given up.
_SILENCE_SECONDS = 60.0


class LargeBody:
    """The body of a request that nobody has read of yet; see `large_body`. `received` counts its bytes."""

    def __init__(self, request: web.Request, transport: asyncio.Transport, size: int) -> None:
        self._request = request
        self._transport = transport
        self._size = size
        self.received = 0

    async def receive(self, file: BinaryIO, executor: Executor) -> int:
        """Write the body to a file, in threads, and return its size in bytes; the connection ends with the answer.

        Raises:
            ConnectionError: The connection ended before the body did, or fell silent.
            OSError: The file cannot be written.
        """
        shared = cast("socket.socket", self._transport.get_extra_info("socket"))
        loop = asyncio.get_running_loop()
        with shared.dup() as connection:
            await to_the_end(loop.run_in_executor(executor, self._write, self._take_over(), file))
            while self.received < self._size:
                await _readable(connection)
                work = loop.run_in_executor(executor, self._copy, connection, file)
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

    def _write(self, pieces: Sequence[bytes], file: BinaryIO) -> None:
        for piece in pieces:
            file.write(piece)
            self.received += len(piece)

    def _copy(self, connection: socket.socket, file: BinaryIO) -> None:
        """Copy what arrives until the body is whole, its sender pauses or the turn is over."""
        block = memoryview(bytearray(_BLOCK))
        over = time.monotonic() + _TURN_SECONDS
        # For the event loop too, which has the same connection and must never wait for it: it does not use it meanwhile.
        connection.settimeout(None)
        # A limit that the system keeps: one of Python's would cost a call more for every block.
        pause = struct.pack("ll", 0, round(_PAUSE_SECONDS * 1e6))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, pause)
        try:
            while (left := self._size - self.received) and time.monotonic() < over:
                count = connection.recv_into(block[:left])
                if not count:
                    raise ConnectionResetError("the connection ended before the body did")
                file.write(block[:count])
                self.received += count
        except BlockingIOError:
            return
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


async def _readable(connection: socket.socket) -> None:
    """Wait until a connection has more bytes, or has ended.

    Raises:
        ConnectionAbortedError: It is silent.
    """
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    loop.add_reader(connection, ready.set)
    try:
        async with asyncio.timeout(_SILENCE_SECONDS):
            await ready.wait()
    except TimeoutError:
        raise ConnectionAbortedError("the sender fell silent") from None
    finally:
        loop.remove_reader(connection)


def _end(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RD)
