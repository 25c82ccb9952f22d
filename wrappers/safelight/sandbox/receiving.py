"""Bringing a body into a file: threads hash and write one block while the next one arrives."""

import asyncio
import hashlib
import zlib
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import Executor
from typing import BinaryIO, Protocol

# Large enough that the hash, the slowest of the three, hardly ever waits for a thread to wake up.
_BLOCK = 4 << 20
# A slow sender's bytes come in tiny pieces, of which each costs more memory than it holds.
_MOST_PIECES = 1024


# MD5 is slower than all the rest together; a body of this size takes it a tenth of a second.
MD5_BYTES = 64 << 20


class Digest:
    """What an ETag is made of: the MD5 of a body up to `MD5_BYTES`, as S3's is.

    Of a longer one, the MD5 of so much of it and the CRC-32 of the rest, 40 digits together: S3 promises no MD5 for
    all objects, and clients know it by its 32 digits.
    """

    def __init__(self) -> None:
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._left = MD5_BYTES
        self._rest = 0
        self._longer = False

    def update(self, piece: bytes) -> None:
        """Take the next bytes."""
        if self._left:
            self._md5.update(piece[: self._left])
            piece, self._left = piece[self._left :], max(0, self._left - len(piece))
        if piece:
            self._rest, self._longer = zlib.crc32(piece, self._rest), True

    def hexdigest(self) -> str:
        """All that was taken, in hexadecimal digits."""
        return self._md5.hexdigest() + (f"{self._rest:08x}" if self._longer else "")


class _Take(Protocol):
    def __call__(self, piece: bytes, /) -> object: ...


class _Lane:
    """Gives blocks to a function, in threads, one after the other."""

    def __init__(self, executor: Executor, take: _Take) -> None:
        self._executor = executor
        self._take = take
        self._work: asyncio.Future[None] | None = None

    async def put(self, block: Sequence[bytes]) -> None:
        """Begin with a block once the one before is done; raises what that one raised."""
        await self.finish()
        self._work = asyncio.get_running_loop().run_in_executor(self._executor, self._run, block)

    async def finish(self) -> None:
        """Wait for the last block; raises what it raised."""
        await self.settle()
        if self._work is not None:
            self._work.result()

    async def settle(self) -> None:
        """Wait until no thread is at work, however that went."""
        if self._work is not None:
            # Awaited itself, it would be cancelled with its waiter and look done while its thread goes on.
            await asyncio.wait([self._work])
            if not self._work.cancelled():
                self._work.exception()  # marked as seen: nobody else looks where another error was first

    def _run(self, block: Sequence[bytes]) -> None:
        for piece in block:
            self._take(piece)


async def receive(body: AsyncIterator[bytes], file: BinaryIO, executor: Executor) -> tuple[int, str]:
    """Write a body to a file and return its size in bytes and its digest.

    At the most two blocks are in memory, beside what the body itself holds. When this returns or raises, no thread
    uses the file any more.

    Raises:
        OSError: The file cannot be written.

    """
    digest = Digest()
    # Apart from each other, since MD5 alone is slower than all the rest.
    lanes = (_Lane(executor, digest.update), _Lane(executor, file.write))
    size = held = 0
    block: list[bytes] = []
    try:
        async for piece in body:
            block.append(piece)
            held += len(piece)
            if held >= _BLOCK or len(block) >= _MOST_PIECES:
                await _put(lanes, block)
                size += held
                block, held = [], 0
        await _put(lanes, block)
        for lane in lanes:
            await lane.finish()
    finally:
        for lane in lanes:
            await lane.settle()
    return size + held, digest.hexdigest()


async def _put(lanes: Sequence[_Lane], block: Sequence[bytes]) -> None:
    for lane in lanes:
        await lane.put(block)
