"""The body of an answer as it comes: unpacked, but never beyond a limit, and not awaited forever."""

from __future__ import annotations

import math
import time
import zlib
from collections.abc import Mapping

from safelight.core.http.messages import Reply, Slow, TransportFailure

CODINGS = frozenset({"gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress"})
SLOWEST = 16_384
"""Bytes a second below which an answer counts as stalled, however steadily it drips."""
SLOWEST_FILE = 1024
"""Bytes a second below which a download counts as stalled; a slow line that many downloads share may still work."""


def codings(headers: Mapping[str, str]) -> list[str]:
    """How an answer is packed; empty where it is not. Some stores name things here that are no packing."""
    names = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
    return [name for name in names if name in CODINGS]


class Pace:
    """Raises `Slow` in a download of fewer than `SLOWEST_FILE` bytes a second, over some seconds of patience each."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._began = time.monotonic()
        self._received = 0

    def came(self, count: int) -> None:
        """So many bytes came."""
        self._received += count
        now = time.monotonic()
        if now - self._began < self._patience:
            return
        if self._received < SLOWEST_FILE * (now - self._began):
            raise Slow(f"only {self._received} bytes came in {now - self._began:.0f} seconds", sent=True)
        self._began, self._received = now, 0


class Content:
    """Collects the body of one answer; raises `TransportFailure` where it cannot be unpacked, or stalls.

    Args:
        limit: The most bytes that are kept.
        patience: Seconds to wait for a body that comes slower than `SLOWEST`.
        left: Seconds for the whole body, however fast it comes.
    """

    def __init__(
        self,
        status: int,
        headers: Mapping[str, str],
        limit: int,
        patience: float,
        left: float = math.inf,
    ) -> None:
        self._status = status
        self._headers = headers
        self._limit = limit
        self._latest, self._ends = time.monotonic() + patience, time.monotonic() + left
        self._received = 0
        self._kept = bytearray()
        packed = codings(headers)
        if len(packed) > 1 or not {"gzip", "x-gzip", "deflate"}.issuperset(packed):
            raise _failure(f"the answer came as {', '.join(packed)}, which was not asked for")
        self._packed = zlib.decompressobj(wbits=32 + zlib.MAX_WBITS) if packed else None

    def take(self, chunk: bytes) -> bool:
        """Take the next bytes; whether there is room for more."""
        self._received += len(chunk)
        if time.monotonic() > min(self._latest + self._received / SLOWEST, self._ends):
            raise _failure(f"the answer stalled after {self._received} bytes")
        room = self._limit - len(self._kept) + 1
        try:
            self._kept += self._packed.decompress(chunk, room) if self._packed else chunk[:room]
        except zlib.error:
            raise _failure("the answer says that it is packed, and cannot be unpacked") from None
        return len(self._kept) <= self._limit

    def reply(self) -> Reply:
        """What came."""
        cut = len(self._kept) > self._limit
        if self._packed is not None and self._received and not cut and not self._packed.eof:
            raise _failure("the packed answer ended early")
        return Reply(self._status, self._headers, bytes(self._kept[: self._limit]), cut)


def _failure(reason: str) -> TransportFailure:
    return TransportFailure(reason, sent=True)
