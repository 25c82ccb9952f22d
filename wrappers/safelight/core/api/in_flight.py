"""Tasks that creates made: how many a vendor lets a key have at one time, who watches them, and that each is named once."""

from __future__ import annotations

import math

from safelight.core.base.locks import Lock
from safelight.core.base.outcome import Handle
from safelight.core.flow.effects import Flow, done

OVERDUE = 5.0
"""Seconds after which nobody watches a task that should have been asked for."""
REMEMBERED = 10_000
"""Tasks whose names are known to be taken."""


class InFlight:
    """The tasks of one key that this process made and that are in flight; a vendor may allow no more than `most`."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._tasks: dict[str, Handle] = {}
        self._due: dict[str, float] = {}
        self._reserved = 0
        self._lock = Lock()

    def enter(self) -> Flow[bool]:
        """Reserve a place for a task; False where all are taken."""
        with self._lock:
            free = self._most is None or len(self._tasks) + self._reserved < self._most
            self._reserved += free
        return done(free)

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
        return done(None)

    def due(self, handle: Handle, at: float | None) -> None:
        """Whoever waits for a task asks for it at a moment of the monotonic clock; with None, waits no longer."""
        with self._lock:
            if at is None:
                self._due.pop(handle.id, None)
            else:
                self._due[handle.id] = at

    @property
    def watched(self) -> int:
        """How many tasks are waited for."""
        return len(self._due)

    def oldest(self, now: float) -> Handle | None:
        """The task in flight that has been left unwatched longest; asking turns to the next one."""
        with self._lock:
            for name in self._tasks:
                if self._due.get(name, -math.inf) + OVERDUE < now:
                    handle = self._tasks[name] = self._tasks.pop(name)
                    return handle
        return None


class NamedTasks:
    """The last tasks that answers to creates named."""

    def __init__(self) -> None:
        self._keys: dict[str, object] = {}
        self._lock = Lock()

    def is_new(self, task_id: str, key: object) -> bool:
        """Note a task; whether an answer may name it: for the first time, or again for the same idempotency key."""
        with self._lock:
            if task_id in self._keys:
                return key is not None and self._keys[task_id] == key
            self._keys[task_id] = key
            if len(self._keys) > REMEMBERED:
                del self._keys[next(iter(self._keys))]
            return True
