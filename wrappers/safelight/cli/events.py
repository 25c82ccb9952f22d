"""Tells a client's events to the job that caused them."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from dataclasses import dataclass, field

from safelight.cli.display import Row
from safelight.cli.vendors import VENDORS
from safelight.core.api.purchases import again
from safelight.core.base.events import (
    Ending,
    Purchase,
    RequestSent,
    ResponseReceived,
    Retrying,
    Throttled,
    Uploading,
)
from safelight.core.base.facts import OperationFacts
from safelight.costs.ledger import Ledger

# The display tells of retries; without a handler, logging itself would write them between its lines.
logging.getLogger("safelight").addHandler(logging.NullHandler())

NOTICEABLE = 1.0
"""Seconds of waiting for the vendor's limits that are worth a word."""


@dataclass(slots=True)
class Stage:
    """Where a job stands.

    Attributes:
        row: Its line.
        created: Whether its task exists; from then on its phase is what is shown.
        sent: Whether a request that costs credits is out.
        uncertain: Whether an earlier one may have been charged, and is about to be sent again.
        advice: What to do where nobody knows whether it was charged.
        files: Bytes on their way and in all, of each file that it sends.
        percent: Of these files, the most that was shown.
    """

    row: Row
    created: bool = False
    sent: bool = False
    uncertain: bool = False
    advice: str = field(default_factory=lambda: again(None, None))
    files: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    percent: float = 0.0

    @property
    def buying(self) -> bool:
        """Whether an order is under way."""
        return self.sent or self.uncertain

    def share(self, event: Uploading) -> float:
        """Percent that is on its way; a further file does not make it less."""
        self.files[event.name] = (event.sent, event.size)
        sent, size = map(sum, zip(*self.files.values(), strict=True))
        self.percent = max(self.percent, 100.0 * sent / size)
        return self.percent


stage: ContextVar[Stage | None] = ContextVar("stage", default=None)
"""The job that the running code works for; inherited by everything that it starts."""


def listener(event: object) -> None:
    """Show an event on its job's row. A client is made with it."""
    here = stage.get()
    if here is None:
        return
    match event:
        # Signing in anew between two attempts says nothing of the order.
        case RequestSent() if _operation(event).billed:
            here.sent = True
        case ResponseReceived() if _operation(event).billed:
            here.sent = False
        case Retrying():
            if _operation(event).billed:
                here.sent, here.uncertain = False, event.uncertain
            here.row.show(f"retrying in {event.wait:.1f} s")
        case Throttled() if event.seconds >= NOTICEABLE and not here.created:
            here.row.show("waiting its turn")
        case Uploading():
            here.row.show("sending", here.share(event))
        case _:
            pass


def announced(ledger: Ledger, purchase: Purchase) -> Ending | None:
    """Take note of an order, and of its idempotency key. A client is made with it."""
    here = stage.get()
    if here is not None:
        here.advice = again(_operation(purchase).idempotency_field, purchase.key)
    return ledger(purchase)


def _operation(event: Purchase | RequestSent | ResponseReceived | Retrying) -> OperationFacts:
    return VENDORS[event.vendor].facts.operations[event.operation]
