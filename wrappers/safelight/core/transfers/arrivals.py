"""What arrives of a file: unpacked, counted, and kept inside its bounds on its way to a sink."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import attrs

from safelight.core.http.bodies import codings
from safelight.core.http.messages import MEBIBYTE, Chunk, Sink, TransportFailure, WrongContent
from safelight.core.transfers.contents import HEAD_BYTES

PACKED_RATIO = 100
"""The most bytes that a packed byte may become: pictures hardly shrink, and a bomb grows a thousandfold."""
PACKED_FREELY = 16 * MEBIBYTE
"""Bytes up to which a packed file may grow at any ratio."""


@attrs.define(eq=False)
class Arrival:
    """A sink that unpacks what came packed, although that was not asked for, and that refuses too much.

    Attributes:
        size: Bytes of the file so far, unpacked.
        head: The first of them.
        stated: The size that the vendor states, packed or unpacked.

    Raises:
        WrongContent: The answer is of another size than the vendor stated.
        OverflowError: It is larger than any file may be.
    """

    _sink: Sink
    stated: int | None
    _limit: int
    size: int = attrs.field(default=0, init=False)
    head: bytes = attrs.field(default=b"", init=False)
    _received: int = attrs.field(default=0, init=False)
    _coding: str | None = attrs.field(default=None, init=False)
    _unpacking: zlib._Decompress | None = attrs.field(default=None, init=False)

    @property
    def ended(self) -> bool:
        """Whether a packed file is whole."""
        return self._coding is None or (self._unpacking is not None and self._unpacking.eof)

    @property
    def wrong_size(self) -> str | None:
        """Why what came is not of the size that the vendor states."""
        if self.stated in (None, self.size, self._received):
            return None
        return f"{self.size} bytes came, and the vendor states {self.stated}"

    def open(self, status: int, headers: Mapping[str, str]) -> None:
        packed = codings(headers)
        if len(packed) > 1 or not {"gzip", "x-gzip", "deflate"}.issuperset(packed):
            # Their libraries, where they are installed, cannot be stopped at a size.
            raise TransportFailure(
                f"the file came packed as {', '.join(packed)}, which cannot be unpacked here", sent=True
            )
        if status == 200:
            self.size = self._received = 0
            self.head, self._unpacking = b"", None
            self._coding = packed[0] if packed else None
        length = whole_number(headers.get("content-length", "")) if status == 200 else None
        if self._coding is None and length is not None:
            self._check_size(length)
        self._sink.open(status, headers)

    def write(self, chunk: Chunk) -> None:
        self._received += len(chunk)
        if self._coding is None:
            self._pass(chunk)
            return
        if self._unpacking is None:
            self._unpacking = zlib.decompressobj(wbits=_window(chunk))
        try:
            unpacked = None
            while (
                chunk or unpacked
            ) and not self._unpacking.eof:  # the last of it may come from no more input
                unpacked = self._unpacking.decompress(chunk, MEBIBYTE)
                self._pass(unpacked)
                chunk = self._unpacking.unconsumed_tail
        except zlib.error:
            raise TransportFailure(
                "the file says that it is packed, and cannot be unpacked", sent=True
            ) from None

    def _pass(self, content: Chunk) -> None:
        self._check_size(self.size + len(content), whole=False)
        self.head += content[: HEAD_BYTES - len(self.head)]
        self._sink.write(content)
        self.size += len(content)

    def _check_size(self, size: int, *, whole: bool = True) -> None:
        """Refuse a file that has, or with `whole` False has at least, so many bytes."""
        if self._coding is not None:
            if size > max(self.stated or 0, PACKED_FREELY, PACKED_RATIO * self._received):
                raise WrongContent(f"the packed file grows beyond {size} bytes", sent=True)
        elif self.stated is not None and (size > self.stated or (whole and size != self.stated)):
            # The vendor's word counts, not that of whoever answered: half a file that a broken copy, a cache or a
            # portal delivers has a Content-Length that fits. Presigned URLs lead to the stored object as it is; what
            # is converted on its way has no stated size.
            raise WrongContent(
                f"{'' if whole else 'at least '}{size} bytes came, and the vendor states {self.stated}",
                sent=True,
            )
        if size > self._limit:
            message = f"the download is larger than the limit of {self._limit} bytes (largest_download)"
            raise OverflowError(message)


def whole_number(text: str) -> int | None:
    """A number in a header; None for what is none."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 20 else None


def _window(beginning: Chunk) -> int:
    """What zlib is to expect: a header of gzip or zlib, or none, for some servers call that deflate too."""
    headed = beginning[:1] == b"\x1f" or (
        beginning[0] & 0x0F == 8 and (len(beginning) < 2 or int.from_bytes(beginning[:2], "big") % 31 == 0)
    )
    return 32 + zlib.MAX_WBITS if headed else -zlib.MAX_WBITS
