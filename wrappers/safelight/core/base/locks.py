"""Locks for what threads share, which a fork leaves free."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator
from contextlib import contextmanager
from weakref import WeakSet


class Lock:
    """A lock that its holder may take again.

    A forked process begins with it free: a thread that held it meanwhile does not exist there to release it.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        _locks.add(self)

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *exc_info: object) -> None:
        self._lock.release()

    @contextmanager
    def within(self, seconds: float | None, late: Exception) -> Generator[None]:
        """Hold the lock; raises `late` where it does not come free in time."""
        if not self._lock.acquire(timeout=-1 if seconds is None else max(0.0, seconds)):
            raise late
        try:
            yield
        finally:
            self._lock.release()

    def renew(self) -> None:
        """Be free, whoever held it."""
        self._lock = threading.RLock()


_locks: WeakSet[Lock] = WeakSet()


def _renew_all() -> None:
    for lock in list(_locks):
        lock.renew()


if hasattr(os, "register_at_fork"):  # Windows forks no process
    os.register_at_fork(after_in_child=_renew_all)
