"""A database that is away for a moment: what was asked of it is asked again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError, OperationalError

P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 60.0
"""Seconds that a call waits for a database to come back."""
PAUSE = 0.5
"""Seconds between two tries."""
GONE = ("08", "57P")
"""How the codes begin of a connection that broke and of a server that is ending or starting."""


def is_away(error: DBAPIError) -> bool:
    """Whether an error says no more than that the server cannot be reached now."""
    if error.connection_invalidated:
        return True
    # SQLite's errors have no such code, PostgreSQL's have none where no server answered.
    code = getattr(error.orig, "sqlstate", "")
    return isinstance(error, OperationalError) and (code is None or code.startswith(GONE))


class Away:
    """Since when the database is away, as the calls of this process find it, and whether it is still waited for."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._ending = threading.Event()

    @property
    def since(self) -> float | None:
        """Seconds since the epoch; None where it is there."""
        return self._since

    def found(self, *, away: bool) -> None:
        """Note how a call fared."""
        if not away:
            self._since = None
        elif self._since is None:
            self._since = time.time()

    def begin(self) -> None:
        """Wait for it where it is away."""
        self._since = None
        self._ending.clear()

    def end(self) -> None:
        """Wait no longer, for this process is ending."""
        self._ending.set()

    def waited(self, seconds: float) -> bool:
        """Wait a while; whether the waiting goes on."""
        return not self._ending.wait(seconds)


AWAY = Away()


def patient(call: Callable[P, T]) -> Callable[P, T]:
    """Let a call try again while the database is away; for calls that do no harm when they are made twice."""

    @wraps(call)
    def patiently(*args: P.args, **kwargs: P.kwargs) -> T:
        end = time.monotonic() + LONGEST
        while True:
            try:
                result = call(*args, **kwargs)
            except DBAPIError as error:
                if not is_away(error):
                    raise
                AWAY.found(away=True)
                if time.monotonic() > end or not AWAY.waited(PAUSE):
                    raise
            else:
                AWAY.found(away=False)
                return result

    return patiently


def looked(call: Callable[[], T], before: T) -> T:
    """What a look at the database finds; what it found before while that is away."""
    try:
        found = call()
    except DBAPIError as error:
        if not is_away(error):
            raise
        AWAY.found(away=True)
        return before
    AWAY.found(away=False)
    return found
