"""``safelight tasks``: what was created and not fetched yet."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import click

from safelight.cli import kept
from safelight.cli.access import Access, new_client
from safelight.cli.display import age
from safelight.cli.settings import access_options
from safelight.cli.tables import print_table
from safelight.cli.vendors import VENDORS, command_name
from safelight.core.base.outcome import Handle
from safelight.core.base.redact import printable
from safelight.errors import ConfigurationError, SafelightError, TaskExpired

LOOK = 10.0
"""Seconds for which a vendor is asked."""


@dataclass(frozen=True, slots=True)
class _Line:
    task: kept.Kept
    handle: Handle
    state: str


def tasks_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "tasks",
        params=[
            click.Option(["--offline"], is_flag=True, help="Ask no vendor how the tasks stand."),
            click.Option(["--json", "as_json"], is_flag=True, help="Print a line of JSON for each."),
            *access_options(),
        ],
        callback=_tasks,
        short_help="List the tasks whose results are not saved yet.",
        help="List the tasks that commands created and whose results are not saved yet, newest first, and how they stand. "
        "Into a pipe: one a line, separated by tabs.\n\nThey are remembered for seven days, beside the profile file.",
        epilog="\b\nExamples:\n  safelight tasks\n  safelight resume 3f9a1c -o out/\n  safelight resume --last -o out/",
    )


def _tasks(*, offline: bool, as_json: bool, profile: str | None, base_url: str | None, sandbox: bool) -> None:
    del sandbox  # a sandbox that runs is in the environment, and one inside this command would know no task
    handles = [(task, _handle(task)) for task in kept.all_kept()]
    found = [(task, handle) for task, handle in handles if handle is not None]
    asking = Access({"profile": profile, "base_url": base_url})
    states = ["-"] * len(found) if offline else asyncio.run(_states([one for _, one in found], asking))
    lines = [_Line(task, handle, state) for (task, handle), state in zip(found, states, strict=True)]
    if not lines:
        click.echo("no task is left to resume", err=True)
    elif as_json:
        for line in lines:
            click.echo(_as_json(line))
    elif sys.stdout.isatty():
        _table(lines)
    else:
        for line in lines:
            click.echo("\t".join(_cells(line)))


def _handle(task: kept.Kept) -> Handle | None:
    try:
        return Handle.from_token(task.token)
    except ConfigurationError:  # of a newer release
        return None


async def _states(handles: Sequence[Handle], asking: Access) -> list[str]:
    return await asyncio.gather(*(_state(handle, asking) for handle in handles))


async def _state(handle: Handle, asking: Access) -> str:
    """How a task stands, in a word."""
    vendor = VENDORS.get(handle.vendor)
    if vendor is None:
        return "unknown vendor"
    try:
        async with asyncio.timeout(LOOK), new_client(vendor, asking) as client:
            return (await client.resume(handle.token).status()).phase
    except TaskExpired:
        return "expired"
    except ConfigurationError as error:
        return "no key" if "key" in (error.field or "") else "another address"
    except (SafelightError, TimeoutError):
        return "not reachable"


def _cells(line: _Line) -> list[str]:
    return [
        line.task.name,
        age(time.time() - line.task.created),
        line.handle.vendor,
        command_name(line.handle.operation),
        printable(line.task.source),
        line.state,
    ]


def _as_json(line: _Line) -> str:
    return json.dumps(
        {
            "task": line.task.name,
            "created": line.task.created,
            "vendor": line.handle.vendor,
            "operation": line.handle.operation,
            "source": line.task.source,
            "state": line.state,
            "token": line.task.token,
        }
    )


def _table(lines: Sequence[_Line]) -> None:
    titles = ("Name", "Age", "Vendor", "Operation", "Source", "State")
    print_table({title: {"no_wrap": title != "Source"} for title in titles}, map(_cells, lines))
    click.echo("fetch them with: safelight resume NAME -o out/", err=True)
