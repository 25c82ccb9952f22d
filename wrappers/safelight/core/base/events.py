"""Events for listeners and logs: frozen and safe to show; none holds a key or the query of a URL."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TypeAlias

import attrs

from safelight.core.base.facts import Phase
from safelight.core.base.outcome import Credits


@attrs.frozen
class Purchase:
    """A billed request that is about to be sent.

    Attributes:
        operation: The spec's operationId.
        key: The idempotency key it is sent with, if the vendor has such keys.
        method: Name of the client's method; empty for an upload that may be billed.
        credits: The price by the vendor's documents; None if it is unknown.
        source: Path or URL of the first source, without the URL's query; None for bytes and the like.
        local: Whether the API is on this machine, as a sandbox is.
    """

    vendor: str
    operation: str
    key: str | None
    method: str = ""
    credits: Credits | None = None
    source: str | None = None
    local: bool = False


Ending: TypeAlias = Callable[[str | BaseException | None], object]
"""Called with the task's id (None if it has none) when the vendor accepted a purchase, or with the error."""


@attrs.frozen
class RequestSent:
    """A request to the vendor's API is sent; `attempt` counts from 1."""

    vendor: str
    operation: str
    method: str
    url: str
    attempt: int


@attrs.frozen
class ResponseReceived:
    """The vendor answered after `seconds`."""

    vendor: str
    operation: str
    status: int
    request_id: str | None
    seconds: float


@attrs.frozen
class Retrying:
    """A request failed and is sent again after `wait` seconds.

    Attributes:
        reason: Name of the error, or ``"TransportFailure"`` if no answer came.
        uncertain: Whether an attempt at a billed request may have been charged; the next one carries the same
            idempotency key.
    """

    vendor: str
    operation: str
    attempt: int
    wait: float
    reason: str
    uncertain: bool = False


@attrs.frozen
class Throttled:
    """A request waits `seconds` for its turn, to stay within the vendor's limits."""

    vendor: str
    seconds: float


@attrs.frozen
class Update:
    """The status of a task; `elapsed` is seconds since it was created, `progress` is percent."""

    phase: Phase
    word: str
    progress: float | None
    elapsed: float
    polls: int
    vendor: str = ""
    operation: str = ""
    task: str = ""


@attrs.frozen
class WaitEnded:
    """A wait for a task ended before the task was known to be finished: `reason` is the error's name."""

    vendor: str
    operation: str
    task: str
    reason: str


@attrs.frozen
class PicturePrepared:
    """A copy of a picture is sent, for the original would not be taken, or be shown wrong; that stays as it is.

    Attributes:
        operation: The spec's operationId.
        parameter: The one that the picture was given for.
        name: File name of the original.
        changes: What was changed, in words.
        before: Width and height of the original in pixels, as it is shown: turned by its EXIF data.
        after: Those of the copy, which results have too unless the operation changes the size.
    """

    vendor: str
    operation: str
    parameter: str
    name: str
    changes: tuple[str, ...]
    before: tuple[int, int]
    after: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.name}: {', '.join(self.changes)}"


@attrs.frozen
class Uploading:
    """`sent` of a file's `size` bytes have been sent, over all its parts; the number never decreases."""

    vendor: str
    name: str
    sent: int
    size: int


@attrs.frozen
class Downloading:
    """`received` bytes of a result's file have arrived; `size` is what the vendor states, if anything."""

    vendor: str
    name: str
    received: int
    size: int | None


@attrs.frozen
class Uploaded:
    """`sent` of a file's `size` bytes have arrived at storage; emitted for each part."""

    vendor: str
    name: str
    sent: int
    size: int


@attrs.frozen
class Downloaded:
    """A result's file is downloaded; `size` in bytes."""

    vendor: str
    name: str
    size: int


Event: TypeAlias = (
    RequestSent
    | ResponseReceived
    | Retrying
    | Throttled
    | Update
    | WaitEnded
    | PicturePrepared
    | Uploading
    | Uploaded
    | Downloading
    | Downloaded
)

LEVELS: Mapping[type[object], int] = {
    Retrying: logging.WARNING,
    Throttled: logging.INFO,
    PicturePrepared: logging.INFO,
    Downloaded: logging.INFO,
}
LONG_WAIT = 10.0
"""Seconds that a call may wait for its turn before that is worth a warning."""
LOGGER = logging.getLogger("safelight")
LOGGER.addHandler(logging.NullHandler())


def log(event: object) -> None:
    """Write an event to ``safelight.<vendor>``: retries as warnings, most others at DEBUG."""
    level = LEVELS.get(type(event), logging.DEBUG)
    if isinstance(event, Throttled) and event.seconds > LONG_WAIT:
        level = logging.WARNING
    if not LOGGER.isEnabledFor(level):
        return
    vendor = getattr(event, "vendor", "") or "client"
    logging.getLogger(f"safelight.{vendor}").log(level, "%r", event, extra={"safelight_event": event})
