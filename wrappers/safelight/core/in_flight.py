"""Tasks in flight: how many a vendor lets a key have at one time."""

from __future__ import annotations

from safelight.core.flow import Flow
from safelight.core.locks import Lock
from safelight.core.outcome import Handle


class InFlight:
    """The tasks of one key that are in flight, as far as this process made them.

    Args:
        most: The vendor's limit; None where it has none.
    """

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._tasks: dict[str, Handle] = {}
        self._reserved = 0
        self._lock = Lock()

    def enter(self) -> Flow[bool]:
        """Reserve a place for a task; False where all are taken."""
        with self._lock:
            free = self._most is None or len(self._tasks) + self._reserved < self._most
            self._reserved += free
        return free
        yield

    def unused(self) -> None:
        """Give a reservation back: no task was created."""
        with self._lock:
            self._reserved = max(0, self._reserved - 1)

    def occupy(self, handle: Handle) -> None:
        """Turn a reservation into a task in flight."""
        with self._lock:
            self._reserved = max(0, self._reserved - 1)
            if self._most is not None:
                self._tasks[handle.id] = handle

    def leave(self, handle: Handle) -> Flow[None]:
        """A task is finished, or the vendor does not know it."""
        with self._lock:
            self._tasks.pop(handle.id, None)
        return
        yield

    def oldest(self) -> Handle | None:
        """The task that has been in flight longest; asking turns to the next one."""
        with self._lock:
            first = next(iter(self._tasks), None)
            if first is None:
                return None
            handle = self._tasks[first] = self._tasks.pop(first)
            return handle
