"""What the work waits for that is away, such as a vendor that does not answer, and since when."""

from __future__ import annotations

import threading
import time

import attrs

from safelight.core.base.events import ResponseReceived, Retrying
from safelight.core.http.messages import passes

REASONS = {
    "TransportFailure": "no answer",
    "Unavailable": "it is unavailable",
    "RateLimited": "too many requests",
    "UploadFailed": "a file could not be sent",
    "DownloadFailed": "a result could not be fetched or saved",
}
"""What kinds of errors mean."""
SHORT = 5.0
"""Seconds for which nobody needs to be told."""
FORGOTTEN = 60.0
"""Seconds after the time of a further try after which nobody tries any more."""


@attrs.frozen
class Wait:
    """Something that is waited for.

    Attributes:
        name: Such as a vendor's.
        since: Seconds since the epoch.
    """

    name: str
    reason: str
    since: float

    def __str__(self) -> str:
        return f"waiting for {self.name} since {time.strftime('%H:%M:%S', time.localtime(self.since))}: {self.reason}"


@attrs.define
class _Outage:
    reason: str
    since: float
    until: float


class Waits:
    """Outages of vendors, as their clients meet them."""

    def __init__(self) -> None:
        self._calls: dict[str, _Outage] = {}
        self._pauses: dict[str, tuple[str, _Outage]] = {}
        self._lock = threading.Lock()

    def listen(self, event: object) -> None:
        """A client's listener: a call that is tried again begins an outage of its vendor, a clear answer ends it."""
        now = time.time()
        with self._lock:
            if isinstance(event, Retrying):
                known = self._calls.get(event.vendor)
                until = now + event.wait + FORGOTTEN
                since = now if known is None or known.until < now else known.since
                self._calls[event.vendor] = _Outage(_reason(event.reason), since, until)
            elif isinstance(event, ResponseReceived) and not passes(event.status):
                self._calls.pop(event.vendor, None)

    def paused(self, item: str, vendor: str, error: Exception, seconds: float) -> None:
        """An item is tried again after a while."""
        self._pause(item, vendor, _reason(type(error).__name__), seconds)

    def blocked(self, item: str, place: str, reason: str, seconds: float) -> None:
        """An item's result cannot be saved at a place; it is tried again after a while."""
        self._pause(item, place, reason, seconds)

    def over(self, item: str) -> None:
        """An item waits no longer."""
        with self._lock:
            self._pauses.pop(item, None)

    def _pause(self, item: str, name: str, reason: str, seconds: float) -> None:
        now = time.time()
        with self._lock:
            since = self._pauses[item][1].since if item in self._pauses else now
            self._pauses[item] = (name, _Outage(reason, since, now + seconds + FORGOTTEN))

    def now(self) -> list[Wait]:
        """The outages that last longer than a moment, one for each vendor."""
        now = time.time()
        with self._lock:
            found = [*self._calls.items(), *self._pauses.values()]
        first: dict[str, Wait] = {}
        for vendor, outage in found:
            if outage.until < now or now - outage.since < SHORT:
                continue
            if vendor not in first or outage.since < first[vendor].since:
                first[vendor] = Wait(vendor, outage.reason, outage.since)
        return list(first.values())


def _reason(kind: str) -> str:
    return REASONS.get(kind, kind)
