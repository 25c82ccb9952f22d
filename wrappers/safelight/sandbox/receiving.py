"""Bringing a body into a file, in a thread, while more of it arrives."""

import asyncio
import contextlib
import hashlib
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor
from typing import BinaryIO, TypeVar

MD5_BYTES = 16 << 20
"""The largest body whose MD5 is taken, in bytes: beyond it the MD5 takes longer than all the rest."""

R = TypeVar("R")


class _Sink:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._md5 = hashlib.md5(usedforsecurity=False)
        self.size = 0

    def take(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size <= MD5_BYTES:
            self._md5.update(piece)
        self._file.write(piece)

    def md5(self) -> str | None:
        return self._md5.hexdigest() if self.size <= MD5_BYTES else None


async def receive(body: AsyncIterator[bytes], file: BinaryIO, executor: Executor) -> tuple[int, str | None]:
    """Write a body to a file; when this returns or raises, no thread uses the file any more.

    Returns:
        The size in bytes, and the MD5 in hexadecimal digits or None for a body of more than `MD5_BYTES`.

    Raises:
        OSError: The file cannot be written.
    """
    sink = _Sink(file)
    loop = asyncio.get_running_loop()
    async for piece in body:
        await to_the_end(loop.run_in_executor(executor, sink.take, piece))
    return sink.size, sink.md5()


async def to_the_end(work: asyncio.Future[R], end: Callable[[], object] = bool) -> R:
    """Wait for a thread's work, also where the waiting is cancelled; `end` is called then, to shorten it."""
    try:
        # Awaited itself, it would be cancelled with its waiter and look done while its thread goes on.
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        end()
        # Cancelled again, as by the end of an event loop, it waits on.
        while not work.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([work])
        if not work.cancelled():
            work.exception()  # marked as seen
        raise
