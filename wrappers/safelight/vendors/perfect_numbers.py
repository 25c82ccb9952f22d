"""The numbers of Perfect's requests."""

from __future__ import annotations

import os
import secrets

import attrs

from safelight.core.base.locks import Lock

BITS = 31


@attrs.define
class _RequestIds:
    """Numbers of 31 bits that count up from one drawn at random, in every process anew.

    The vendor wants them to count up from 0, and ignores a repeated one; a count from 0 would repeat with every
    process. No document says how large they may be: that 31 bits fit is a guess, and no public client is known to use
    more than 41. Two processes that make ten thousand tasks each meet once in a
    hundred thousand times; of ten thousand processes that make one each, two meet in one case of fifty.
    """

    _last: int = 0
    _process: int = 0
    _lock: Lock = attrs.field(factory=Lock, repr=False)

    def next(self) -> int:
        with self._lock:
            if self._process != os.getpid():
                self._process, self._last = os.getpid(), secrets.randbits(BITS)
            self._last = (self._last + 1) % 2**BITS
            return self._last


REQUEST_IDS = _RequestIds()
