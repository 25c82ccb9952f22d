"""What became of each source, and what the whole command's exit code is."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn, TypeAlias

import click

from safelight.cli.naming import STDIN
from safelight.cli.settings import Settings
from safelight.cli.wording import on_command_line
from safelight.core.base.outcome import Credits
from safelight.core.base.redact import PATH, brief
from safelight.errors import (
    AuthenticationError,
    ConfigurationError,
    InvalidInput,
    OutcomeUnknown,
    SafelightError,
    TaskExpired,
    TaskFailed,
    WaitTimeout,
)

if TYPE_CHECKING:
    from safelight.routes.tried import Tried

End: TypeAlias = Literal["done", "created", "skipped", "failed", "unfinished", "interrupted", "not sent"]
GOOD: tuple[End, ...] = ("done", "created", "skipped")
"""How a source ends that asked for nothing else."""

FAILED = 1
MISUSED = 2
UNKNOWN = 3
TERMINATED = 143


@dataclass(slots=True)
class Report:
    """What became of one source.

    Attributes:
        elapsed: Seconds.
        task: The name by which the task is kept.
        maybe_bought: Where nobody knows whether its order was charged: what to do about that.
        credits: The price of its task by the vendor's documents.
        tried: The vendors that did not deliver; None where the command has one vendor.
    """

    source: str
    vendor: str
    operation: str
    end: End = "not sent"
    files: list[Path] = field(default_factory=list[Path])
    token: str | None = None
    prepared: Sequence[str] = ()
    task: str | None = None
    elapsed: float = 0.0
    error: SafelightError | None = None
    maybe_bought: str | None = None
    credits: Credits | None = None
    tried: Sequence[Tried] | None = None

    def as_json(self) -> str:
        """One line of JSON."""
        error = self.error
        return json.dumps(
            {
                "source": self.source,
                "vendor": self.vendor,
                "operation": self.operation,
                "end": self.end,
                "files": [str(path) for path in self.files],
                "token": self.token,
                "prepared": list(self.prepared),
                "task": self.task,
                "elapsed": round(self.elapsed, 3),
                "credits": self.credits and {"expected": self.credits.expected, "most": self.credits.most},
                **({} if self.tried is None else {"tried": [tried.as_dict() for tried in self.tried]}),
                "error": None
                if error is None
                else {
                    "type": type(error).__name__,
                    "message": on_command_line(error.message),
                    "code": error.code,
                    "http_status": error.http_status,
                    "request_id": error.request_id,
                },
            }
        )


def give_up(error: SafelightError) -> NoReturn:
    """Print an error that ends the command, and end it with the right code."""
    click.echo(f"error: {on_command_line(str(error))}", err=True)
    raise click.exceptions.Exit(exit_code_of(error))


def exit_code_of(error: SafelightError) -> int:
    """What one error means for whoever started the command."""
    match error:
        case ConfigurationError() | InvalidInput() | AuthenticationError():
            return MISUSED
        case OutcomeUnknown():
            return UNKNOWN
        case _:
            return FAILED


def exit_code(reports: Sequence[Report]) -> int:
    """The exit code of a command: of several sources, one that may have been paid twice counts most."""
    codes = [
        FAILED if report.error is None else exit_code_of(report.error)
        for report in reports
        if report.end not in GOOD
    ]
    if not codes:
        return 0
    if UNKNOWN in codes:
        return UNKNOWN
    return codes[0] if len(reports) == 1 else FAILED


def failure_text(report: Report, settings: Settings, *, lasting: bool, several: bool) -> str:
    """An error as lines for a person, with how to get the result after all."""
    error = report.error
    name = f"{brief(report.source, PATH)}: " if several else ""
    text = on_command_line(str(error))
    if isinstance(error, WaitTimeout):
        text = f"{report.vendor}.{report.operation}: not done within {settings.within:g} s"
        if isinstance(trouble := error.__cause__, SafelightError):
            text += f"; the last error was {type(trouble).__name__}: {on_command_line(trouble.message)}"
    lines = [f"{name}error: {text}"]
    if report.token is not None and not isinstance(
        error, TaskFailed | TaskExpired
    ):  # of those nothing is to be had
        if isinstance(error, OutcomeUnknown):
            lines.append(f"token: {report.token}")
        elif lasting:
            lines.append(f"resume with: {resume_command(report.task or report.token, settings)}")
        else:
            lines.append(SHORT_LIVED)
    return "\n".join(lines)


SHORT_LIVED = "The task ended with this command's sandbox. One that stays: safelight sandbox"


def interrupted_text(reports: Sequence[Report], settings: Settings, *, lasting: bool) -> str:
    """What an interrupted command leaves behind."""
    stopped = [report for report in reports if report.end == "interrupted"]
    tasks = [report for report in stopped if report.token is not None]
    lines = ["interrupted"]
    lines += [
        f"{brief(report.source, PATH)}: its order was under way: the task may exist and may have been charged; "
        f"{on_command_line(report.maybe_bought)}"
        for report in stopped
        if report.maybe_bought is not None and report.token is None
    ]
    if tasks and not lasting:
        lines.append(SHORT_LIVED)
    elif tasks:
        lines.append("Tasks that were created go on. Fetch their results with:")
        named = [(report.task or report.token or "", brief(report.source, PATH)) for report in tasks]
        lines += [f"  {resume_command(name, settings)}  # {source}" for name, source in named]
    unsent = len([report for report in reports if report.end == "not sent"])
    unsent += len([report for report in stopped if report.token is None and report.maybe_bought is None])
    if unsent:
        lines.append(f"{unsent} of {len(reports)} not sent; nothing was bought for them")
    return "\n".join(lines)


def resume_command(task: str, settings: Settings) -> str:
    """The command line that fetches results later: of a task by its name or token, or of ``--last``."""
    words = ["safelight", "resume", task, "-o", "." if settings.out == STDIN else settings.out]
    if settings.profile is not None:
        words += ["--profile", settings.profile]
    if settings.base_url is not None:
        words += ["--base-url", settings.base_url]
    return shlex.join(words)


def print_result(report: Report, settings: Settings) -> None:
    """Print a result on stdout: its paths, one a line, or the name of its task, or a line of JSON."""
    if settings.json:
        click.echo(report.as_json())
        return
    if report.end == "created":
        click.echo(report.task or report.token)
    for path in report.files:
        # The path's own bytes: a name that is no valid text stays what it is in the file system.
        click.echo(os.fsencode(path) if os.name == "posix" else str(path))
