"""Tells a client's events to the job that caused them."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

from safelight.cli.display import Row
from safelight.cli.vendors import VENDORS
from safelight.core.events import RequestSent, ResponseReceived, Retrying, Throttled, Uploaded
from safelight.core.facts import VendorFacts, load

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
        buying: Whether a request that costs credits is under way.
    """

    row: Row
    created: bool = False
    buying: bool = False


stage: ContextVar[Stage | None] = ContextVar("stage", default=None)
"""The job that the running code works for; inherited by everything that it starts."""


def listener(event: object) -> None:
    """Show an event on its job's row. A client is made with it."""
    here = stage.get()
    if here is None:
        return
    match event:
        case RequestSent():
            here.buying = _facts(event.vendor).operations[event.operation].billed
        case ResponseReceived():
            here.buying = False
        case Retrying():
            here.buying = False
            here.row.show(f"retrying in {event.wait:.1f} s")
        case Throttled() if event.seconds >= NOTICEABLE and not here.created:
            here.row.show("waiting its turn")
        case Uploaded() if event.sent < event.size:
            here.row.show("sending", 100.0 * event.sent / event.size)
        case _:
            pass


@cache
def _facts(vendor: str) -> VendorFacts:
    return load(VENDORS[vendor].package)
