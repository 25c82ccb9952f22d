"""``safelight compare``: one operation on the same pictures at every vendor."""

from __future__ import annotations

import asyncio
import json
import shlex
from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

import click

from safelight.batch.cli import read_option
from safelight.checks import check_installed
from safelight.cli.access import sandbox_clients
from safelight.cli.main import INTERRUPTED
from safelight.cli.reporting import FAILED, UNKNOWN, give_up
from safelight.cli.settings import WITHIN, VendorList, prepare_option, sandbox_option, wants_sandbox
from safelight.cli.wording import on_command_line
from safelight.compare.entries import Comparison, Entry
from safelight.compare.figures import facts, opinion
from safelight.compare.plans import Plan, make_plan
from safelight.compare.running import run_plan
from safelight.core.base.redact import PATH, brief, printable
from safelight.core.transfers.preparing import Prepare
from safelight.errors import OutcomeUnknown, SafelightError, TaskExpired, TaskFailed

Resume: TypeAlias = tuple[str, str | None] | None
"""The folder and the profile with which a task is resumed; None where tasks end with this command."""
EMULATED = "Made by the sandbox: the vendors are emulated here, so neither pictures nor seconds are theirs."


def compare_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "compare",
        params=[
            click.Argument(["photos"], nargs=-1, required=True, metavar="PHOTO..."),
            click.Option(
                ["--operation"],
                required=True,
                metavar="NAME",
                help="What to compare, such as remove-background.",
            ),
            click.Option(
                ["--vendor", "only"],
                multiple=True,
                type=VendorList(),
                metavar="NAME,...",
                help="Ask only these vendors; may be repeated.  [default: all that offer it and have a key]",
            ),
            click.Option(
                ["-O", "--option", "options"],
                multiple=True,
                metavar="[VENDOR:]NAME=VALUE",
                help="An argument of the operation, for every vendor that has it, or for one; may be repeated.",
            ),
            click.Option(
                ["-o", "--out", "out"],
                default="comparison",
                show_default=True,
                metavar="FOLDER",
                help="Folder for the page, the contact sheet and the results.",
            ),
            click.Option(
                ["--dry-run"], is_flag=True, help="Say whom it would ask and what it costs, and do nothing."
            ),
            click.Option(["--overwrite"], is_flag=True, help="Replace an earlier comparison in the folder."),
            prepare_option(),
            click.Option(
                ["--within"],
                type=click.FloatRange(min=0, max=86_400),
                default=WITHIN,
                show_default=True,
                metavar="SECONDS",
                help="Wait at most this long for each result.",
            ),
            click.Option(
                ["--profile"], metavar="NAME", help="Take the keys from this section of the profile file."
            ),
            click.Option(
                ["-q", "--quiet"], is_flag=True, help="Only what went wrong, and where the page is."
            ),
            click.Option(
                ["--json", "as_json"],
                is_flag=True,
                help="Print a line of JSON for each result in place of paths.",
            ),
            sandbox_option(),
        ],
        callback=_compare,
        short_help="Compare vendors on the same pictures.",
        help="Run one operation on the same pictures at every vendor that offers it and has a key. Each picture is a "
        "billed task at each vendor; what it costs is said before.\n\nWrites comparison.html, one page that works "
        "offline, and comparison.png, with every result on a checkerboard, on white and on a colour.",
        epilog="\b\nExamples:\n"
        "  safelight --sandbox compare photo.jpg --operation remove-background\n"
        "  safelight compare *.jpg --operation upscale -O pilio:type=2X --dry-run",
    )


def _compare(
    *,
    photos: tuple[str, ...],
    operation: str,
    only: tuple[str, ...],
    options: tuple[str, ...],
    out: str,
    dry_run: bool,
    overwrite: bool,
    prepare: Prepare | None,
    within: float,
    profile: str | None,
    quiet: bool,
    as_json: bool,
    sandbox: bool,
) -> None:
    sandboxed = sandbox or wants_sandbox(click.get_current_context())
    entries: list[Entry] = []
    lasting = True
    try:
        check_installed()
        given = dict(read_option(option) for option in options)
        with sandbox_clients(sandboxed=sandboxed) as clients:
            lasting = not clients  # else the tasks end with the sandbox inside this command
            plan = make_plan(
                photos,
                operation=operation,
                only=[name for names in only for name in names.split(",")],
                options=given,
                out=out,
                profile=profile,
                overwrite=overwrite or dry_run,
                prepare=prepare,
                clients=clients,
            )
            if dry_run or not quiet:
                _say_plan(plan, dry_run=dry_run, sandboxed=sandboxed)
            if dry_run:
                return
            made = asyncio.run(
                run_plan(
                    plan,
                    within=within,
                    profile=profile,
                    clients=clients,
                    entries=entries,
                    tell=partial(
                        _tell, quiet=quiet, as_json=as_json, resume=(out, profile) if lasting else None
                    ),
                    note=EMULATED if sandboxed else "",
                )
            )
    except KeyboardInterrupt:
        _tell_interrupted(entries, (out, profile) if lasting else None)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except SafelightError as error:
        give_up(error)
    _tell_end(made, as_json=as_json)
    raise click.exceptions.Exit(_code(made.entries))


def _say_plan(plan: Plan, *, dry_run: bool, sandboxed: bool) -> None:
    lines = plan.lines()
    if sandboxed:
        lines.append("sandbox: the vendors are emulated on this machine; no key, no credits")
    for line in lines:
        click.echo(printable(on_command_line(line)), err=not dry_run)


def _tell(entry: Entry, *, quiet: bool, as_json: bool, resume: Resume) -> None:
    if as_json:
        click.echo(json.dumps(entry.as_dict()))
    name = f"{brief(entry.photo.name, PATH)}, {entry.title}"
    if entry.error is not None:
        click.echo(printable(f"{name}: error: {on_command_line(str(entry.error))}", "\n"), err=True)
        if resume and entry.token and not isinstance(entry.error, TaskFailed | TaskExpired):
            click.echo(f"resume with: {_resume_command(entry, resume)}", err=True)
    elif not quiet:
        said = ", ".join(filter(None, (*facts(entry), opinion(entry), *entry.prepared)))
        click.echo(printable(f"{name}: {said}"), err=True)


def _tell_end(made: Comparison, *, as_json: bool) -> None:
    for path in (made.page, made.sheet):
        click.echo(str(path), err=as_json)


def _tell_interrupted(entries: Sequence[Entry], resume: Resume) -> None:
    click.echo("interrupted", err=True)
    left = [entry for entry in entries if entry.token is not None and not entry.files and entry.error is None]
    if left and resume:
        click.echo("Tasks that were created go on. Fetch their results with:", err=True)
        for entry in left:
            click.echo(f"  {_resume_command(entry, resume)}", err=True)


def _resume_command(entry: Entry, resume: tuple[str, str | None]) -> str:
    out, profile = resume
    words = ["safelight", "resume", entry.token or "", "-o", out]
    return shlex.join([*words, *(["--profile", profile] if profile is not None else [])])


def _code(entries: Sequence[Entry]) -> int:
    errors = [entry.error for entry in entries if entry.error is not None]
    if any(isinstance(error, OutcomeUnknown) for error in errors):
        return UNKNOWN
    return FAILED if errors else 0
