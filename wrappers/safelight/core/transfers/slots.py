"""Slots for uploads, and those that are asked for ahead: one call for the files of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias

import attrs

from safelight.core.base.locks import Lock
from safelight.core.flow.effects import Flow
from safelight.core.transfers.prepared import Prepared

TOGETHER = 100
"""Files in one call, where the vendor takes that many. It makes the call's share of an item next to nothing, and is
few enough to be sent long before the slots end, also where a vendor's rate allows a few items a minute."""
RELIED_ON = 0.5
"""Share of its life in which a slot is still handed out: the other half is for the upload itself."""


@attrs.frozen
class Slot:
    """Where a vendor wants a file: one URL, or several for its parts.

    Attributes:
        id: The vendor's id of the file.
        urls: One presigned URL a part, in order; a single one takes the whole file.
        in_parts: Whether the parts are to be joined afterwards.
        method: HTTP method of a whole upload.
        headers: Headers of a whole upload, exactly as the vendor gave them.
        content_type: Content-Type of a whole upload, where `headers` has none.
    """

    id: str
    urls: tuple[str, ...] = attrs.field(repr=False)
    in_parts: bool = False
    method: str = "PUT"
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    content_type: str | None = None


Ask: TypeAlias = Callable[[Sequence[Prepared]], Flow[Sequence[Slot]]]


class SlotsAhead(Protocol):
    """Knows which files will be sent next."""

    def upcoming(
        self, vendor: str, scope: str, known: Callable[[str], bool]
    ) -> Iterator[tuple[str, Prepared]]:
        """The files that come after the one at hand, soonest first, each under a name of its own. May block.

        A file that is `known` was asked for of late, and need not be prepared again.
        """
        ...


@attrs.define(eq=False)
class ReadySlots:
    """Slots whose files are yet to come. They stay in memory, for presigned URLs are secrets."""

    _slots: dict[str, list[tuple[float, Slot]]] = attrs.field(
        factory=dict[str, list[tuple[float, Slot]]], repr=False
    )
    _names: dict[str, float] = attrs.field(factory=dict[str, float], repr=False)
    _lock: Lock = attrs.field(factory=Lock, repr=False)

    def take(self, key: str | None, now: float) -> Slot | None:
        """A slot for a file; nobody gets it twice."""
        with self._lock:
            while key is not None and (waiting := self._slots.get(key)):
                until, slot = waiting.pop()
                if now < until:
                    return slot
            return None

    def keep(self, key: str, slot: Slot, until: float) -> None:
        """Keep a slot until a moment of the epoch."""
        with self._lock:
            self._slots.setdefault(key, []).append((until, slot))

    def note(self, name: str, until: float) -> None:
        """A file was asked for: need not be, until a moment of the epoch."""
        with self._lock:
            self._names[name] = until

    def knows(self, name: str) -> bool:
        """Whether a file was asked for of late."""
        return name in self._names

    def sweep(self, now: float) -> None:
        """Forget what has ended."""
        with self._lock:
            self._names = {name: until for name, until in self._names.items() if now < until}
            left = {
                key: [(until, slot) for until, slot in slots if now < until]
                for key, slots in self._slots.items()
            }
            self._slots = {key: slots for key, slots in left.items() if slots}

    def clear(self) -> None:
        """Forget everything: the vendor may refuse what it handed out earlier."""
        with self._lock:
            self._slots, self._names = {}, {}
