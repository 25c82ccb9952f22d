"""Runs tasks side by side on one event loop, and loses none of them when it is interrupted."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import click

from safelight.cli.display import Display, Row, make_display
from safelight.cli.events import Stage, stage
from safelight.cli.kept import forget, keep
from safelight.cli.main import INTERRUPTED
from safelight.cli.naming import Exists, Place
from safelight.cli.reporting import (
    GOOD,
    TERMINATED,
    End,
    Report,
    exit_code,
    failure_text,
    interrupted_text,
    print_result,
    resume_command,
)
from safelight.cli.saving import save
from safelight.cli.settings import Settings
from safelight.cli.wording import on_command_line
from safelight.core.base.redact import PATH, brief
from safelight.core.results import AsyncResult
from safelight.core.task import AsyncTask
from safelight.errors import (
    AuthenticationError,
    ConfigurationError,
    InsufficientCredits,
    InvalidInput,
    OutcomeUnknown,
    SafelightError,
    TaskExpired,
    TaskFailed,
    WaitTimeout,
)

HOPELESS = (AuthenticationError, ConfigurationError, InsufficientCredits)
"""Errors that every other source would meet as well."""

AnyTask: TypeAlias = AsyncTask[object]


@dataclass(slots=True)
class Job:
    """One task to create or to resume.

    Attributes:
        report: What becomes of it.
        begin: Creates the task, or takes it up again.
        place: Where its files go.
        new: Whether `begin` buys something; only then a target that exists is a reason not to begin.
        elsewhere: Looks at a result; where it tells that another vendor is to make it again, `begin` is called once more.

    """

    report: Report
    begin: Callable[[], Coroutine[Any, Any, AnyTask]]
    place: Place
    new: bool = True
    elsewhere: Callable[[AsyncResult[object]], Coroutine[Any, Any, bool]] | None = None


Opened: TypeAlias = Callable[[], AbstractAsyncContextManager[list[Job]]]


def run_jobs(opened: Opened, settings: Settings, *, lasting: bool) -> int:
    """Run jobs and tell of them; the command's exit code.

    Args:
        opened: Makes the jobs inside the event loop, and closes their clients afterwards.
        settings: The command's options.
        lasting: Whether tasks outlive the command, so that a token is of use.

    """
    runner = _Runner(settings, lasting)
    try:
        asyncio.run(runner.run(opened))
    except (KeyboardInterrupt, asyncio.CancelledError):
        _tell_of_the_interrupted(runner.jobs, settings, lasting=lasting)
        return runner.code
    except BaseException:  # a fault of this library's: what was bought is told of first
        if runner.jobs:
            _tell_of_the_interrupted(runner.jobs, settings, lasting=lasting)
        raise
    return exit_code([job.report for job in runner.jobs])


def _tell_of_the_interrupted(jobs: Sequence[Job], settings: Settings, *, lasting: bool) -> None:
    reports = [job.report for job in jobs]
    click.echo(interrupted_text(reports, settings, lasting=lasting), err=True)
    if settings.json:
        for report in reports:
            if report.end == "interrupted":
                print_result(report, settings)


class _Runner:
    def __init__(self, settings: Settings, lasting: bool) -> None:  # noqa: FBT001 - private, one caller
        self.jobs: list[Job] = []
        self.code = INTERRUPTED
        self._settings = settings
        self._lasting = lasting
        self._hopeless = False

    async def run(self, opened: Opened) -> None:
        whole = asyncio.current_task()
        with suppress(NotImplementedError):
            # A batch system's polite end must not lose what was bought either.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._terminate, whole)
        async with opened() as jobs:
            self.jobs = jobs
            with make_display(quiet=self._settings.quiet, count=len(jobs)) as display:
                waiting = iter(jobs)
                async with asyncio.TaskGroup() as group:
                    for _ in range(min(self._settings.jobs, len(jobs))):
                        group.create_task(self._work(waiting, display))
                self._tell_of_the_rest(display)

    def _terminate(self, whole: asyncio.Task[None] | None) -> None:
        self.code = TERMINATED
        if whole is not None:
            whole.cancel()

    async def _work(self, waiting: Iterator[Job], display: Display) -> None:
        for job in waiting:
            if self._hopeless:
                return
            row = display.row(job.report.source)
            try:
                job.report.end = await self._process(job, row, display)
            except SafelightError as error:
                job.report.end = "unfinished" if isinstance(error, WaitTimeout) else "failed"
                job.report.error = error
                job.report.token = error.token or job.report.token
                self._hopeless = self._hopeless or isinstance(error, HOPELESS)
                if isinstance(error, TaskFailed | TaskExpired) and job.report.token is not None:
                    forget(job.report.token)
            except BaseException:
                # A cancellation, a second interrupt that struck right here, or a fault of this library's.
                job.report.end = "interrupted"
                raise
            finally:
                job.report.elapsed = row.elapsed
                row.close(job.report.end)
            self._tell(job.report, display)

    async def _process(self, job: Job, row: Row, display: Display) -> End:
        settings = self._settings
        if job.new:
            try:
                await asyncio.to_thread(partial(job.place.check_free, overwrite=settings.overwrite))
            except Exists as error:
                if settings.skip_existing:
                    return "skipped"
                raise InvalidInput(error.message, field=error.field) from None  # its public kind
        while True:
            end = await self._delivered(job, row, display)
            if end is not None:
                return end

    async def _delivered(self, job: Job, row: Row, display: Display) -> End | None:
        """Create a task, or take it up again, and save its result; None where another vendor is to make it again."""
        settings = self._settings
        row.show("sending" if job.new else "asking")
        task = await self._begun(job, row, display)
        job.report.token, job.report.credits = task.token, task.credits
        job.report.prepared = task.prepared
        say = _ignore if settings.quiet else display.say
        for line in task.prepared if job.new else ():
            say(line)
        if settings.no_wait and task.id:
            return "created"
        async for update in task.updates(within=_left(settings, row)):
            if update.phase in ("queued", "running"):
                row.show(update.phase, update.progress)
        result = await task.result(within=_left(settings, row))
        row.show("saving")
        if job.elsewhere is not None and await job.elsewhere(result):
            forget(task.token)
            job.report.token = job.report.task = None
            return None
        job.report.files = await save(result, job.place, overwrite=settings.overwrite, say=say)
        forget(task.token)
        return "done"

    async def _begun(self, job: Job, row: Row, display: Display) -> AnyTask:
        here = Stage(row)
        stage.set(here)
        creating = asyncio.ensure_future(job.begin())
        try:
            task = await asyncio.shield(creating)
        except asyncio.CancelledError:
            if here.buying:
                # Not cancelled, also where it is sent again: whoever sits here can wait, or stop it once more.
                job.report.maybe_bought = here.advice
                display.say(
                    f"{row.label}: an order is under way; waiting for its answer. Ctrl-C again stops at once"
                )
            else:
                creating.cancel()
            try:  # it may have ended just now
                self._keep(job.report, await creating)
            except SafelightError as error:
                if not isinstance(error, OutcomeUnknown):
                    job.report.maybe_bought = None
            raise
        here.created = True
        self._keep(job.report, task)
        return task

    def _keep(self, report: Report, task: AnyTask) -> None:
        """Note a task that exists; where it lasts, also for a process that is killed."""
        report.token = task.token
        if self._lasting and task.id:
            report.task = keep(task.token, report.source)

    def _tell(self, report: Report, display: Display) -> None:
        several = len(self.jobs) > 1
        for tried in () if self._settings.quiet else report.tried or ():
            display.say(f"{brief(report.source, PATH)}: {on_command_line(str(tried))}")
        if report.error is not None:
            display.say(failure_text(report, self._settings, lasting=self._lasting, several=several))
        if report.files or report.end == "created" or self._settings.json:
            with display.aside():
                print_result(report, self._settings)

    def _tell_of_the_rest(self, display: Display) -> None:
        ends = [job.report.end for job in self.jobs]
        if "created" in ends and not self._settings.quiet:
            display.say(f"fetch the results with: {resume_command('--last', self._settings)}")
        if len(ends) == 1 or (len(set(ends)) == 1 and ends[0] in ("done", "created")):
            return
        counts = {end: ends.count(end) for end in (*GOOD, "failed", "unfinished", "not sent")}
        display.say(
            f"{len(ends)} sources: {', '.join(f'{count} {end}' for end, count in counts.items() if count)}"
        )
        if self._settings.json:
            for job in self.jobs:
                if job.report.end == "not sent":
                    with display.aside():
                        print_result(job.report, self._settings)


def _left(settings: Settings, row: Row) -> float:
    """Seconds that are left to wait for a task."""
    return max(0.0, round(settings.within - row.elapsed, 1))


def _ignore(_message: str) -> None:
    """Tell nobody."""
