"""Runs tasks side by side on one event loop, and loses none when it is interrupted."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

import click

from safelight.cli.display import Display, Row, make_display
from safelight.cli.naming import Place
from safelight.cli.reporting import (
    Report,
    exit_code,
    failure_text,
    interrupted_text,
    print_result,
)
from safelight.cli.settings import Settings
from safelight.cli.vendors import VENDORS
from safelight.core.events import RequestSent, ResponseReceived, Retrying, Throttled, Uploaded
from safelight.core.facts import VendorFacts, load
from safelight.core.task import AsyncTask
from safelight.errors import AuthenticationError, ConfigurationError, InsufficientCredits, SafelightError

NOTICEABLE = 1.0
"""Seconds of waiting for the vendor's limits that are worth a word."""
HOPELESS = (AuthenticationError, ConfigurationError, InsufficientCredits)
"""Errors that every other source would meet as well."""

AnyTask: TypeAlias = AsyncTask[object]
Begin: TypeAlias = Callable[[], Coroutine[Any, Any, AnyTask]]


@dataclass(slots=True)
class Job:
    """One task to make or to resume, and where its files go."""

    report: Report
    begin: Begin
    place: Place
    check_free: bool = True
    """Whether a target that exists is a reason not to begin."""


@dataclass(slots=True)
class _Stage:
    """What the events of one job are told to."""

    row: Row
    buying: bool = False
    """Whether a request that costs credits is under way."""


_stage: ContextVar[_Stage | None] = ContextVar("stage", default=None)


def listener(event: object) -> None:
    """Show a client's events on the row of the job that they belong to."""
    stage = _stage.get()
    if stage is None:
        return
    match event:
        case RequestSent():
            stage.buying = _facts(event.vendor).operations[event.operation].billed
        case ResponseReceived():
            stage.buying = False
        case Retrying():
            stage.buying = False
            stage.row.show(f"trying again in {event.wait:.0f} s ({event.reason})")
        case Throttled() if event.seconds >= NOTICEABLE:
            stage.row.show("waiting for the vendor's limits")
        case Uploaded() if event.sent < event.size:
            stage.row.show("sending", 100.0 * event.sent / event.size)
        case _:
            pass


@cache
def _facts(vendor: str) -> VendorFacts:
    return load(VENDORS[vendor].package)


@dataclass(slots=True)
class Runner:
    """Runs jobs, at most `settings.jobs` at the same time.

    Attributes:
        settings: The command's options.
        lasting: Whether tasks outlive the command, so that a token is of use.
        reports: What became of each job, in order.
    """

    settings: Settings
    lasting: bool
    reports: list[Report] = field(default_factory=list[Report])
    _stopped: bool = False

    def run(self, prepare: Callable[[], Coroutine[Any, Any, tuple[list[Job], Callable[[], Coroutine[Any, Any, None]]]]]) -> int:
        """Run what `prepare` makes inside the event loop; the exit code.

        Args:
            prepare: Makes the jobs, and how to close their clients.
        """
        try:
            asyncio.run(self._whole(prepare))
        except (KeyboardInterrupt, asyncio.CancelledError):
            for report in self.reports:
                if report.end == "not sent" and report.elapsed:
                    report.end = "interrupted"
            click.echo(interrupted_text(self.reports, self.settings, lasting=self.lasting), err=True)
            if self.settings.json:
                for report in self.reports:
                    if report.end == "interrupted":
                        print_result(report, self.settings)
            return 130
        return exit_code(self.reports)
