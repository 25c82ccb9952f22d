"""``safelight batch run`` and ``safelight batch worker``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import attrs
import click

from safelight.batch.arguments import ON_SUSPECT, check_on_suspect
from safelight.batch.aside import REJECTED
from safelight.batch.batches import Batch, Clients
from safelight.batch.cli import SANDBOX_URL, database_option, read_option, terminable, where
from safelight.batch.cli_command import RunCommand, completed
from safelight.batch.cli_estimate import print_estimate
from safelight.batch.cli_orders import problem_lines
from safelight.batch.cli_watch import Watch
from safelight.batch.database import database_url as resolve_url
from safelight.batch.database import opened, opened_if_there
from safelight.batch.moves import Moves
from safelight.batch.naming import TEMPLATE
from safelight.batch.outages import AWAY
from safelight.batch.planning import Plan
from safelight.batch.progress import Progress, items_text
from safelight.batch.records import Record
from safelight.batch.running import batch_name, check_key, list_work
from safelight.batch.running import plan_of as make_plan
from safelight.batch.sources import is_table
from safelight.batch.store import Counts, Store
from safelight.checks import can_check
from safelight.cli.access import sandbox_clients
from safelight.cli.main import INTERRUPTED
from safelight.cli.parameters import given
from safelight.cli.reporting import FAILED, UNKNOWN, give_up
from safelight.cli.settings import VendorList, prepare_option, sandbox_option, verbose_option, wants_sandbox
from safelight.cli.wording import on_command_line
from safelight.core.base.homes import expanded
from safelight.core.base.texts import counted
from safelight.errors import ConfigurationError, SafelightError

TO_REVIEW = 4
"""Exit code where all is done, and suspect results are held for review."""
LOOKED_AT = 10_000
"""Items whose results are looked for where there is nothing to do."""
UNWRITTEN = "purchases that could not be written down come to be in doubt"


def run_command() -> click.Command:
    """Make the command."""
    return RunCommand(
        "run",
        params=[
            click.Argument(["sources"], nargs=-1, required=True, metavar="SOURCE..."),
            click.Option(
                ["--vendor"],
                type=VendorList(),
                help="Whom to ask, unless each item says. With commas, several: the next takes what one refuses.",
            ),
            click.Option(["--operation"], metavar="NAME", help="What to do, such as remove-background."),
            click.Option(
                ["-o", "--out", "out"],
                metavar="FOLDER",
                help="Folder for the results (made if needed); only --dry-run does without.",
            ),
            click.Option(
                ["-O", "--option", "options"],
                multiple=True,
                metavar="[VENDOR:]NAME=VALUE",
                help="An argument of the operation, for all items, or for one of several vendors; may be repeated. "
                "-O type=2X is --type 2X.",
            ),
            click.Option(
                ["--name"],
                default=TEMPLATE,
                show_default=True,
                metavar="TEMPLATE",
                help="Where below the folder each result goes, without its suffix: {folder} {stem} {suffix} {name} "
                "{number} {vendor} {operation}, or a column of the list.",
            ),
            click.Option(
                ["--batch"], metavar="NAME", help="Name of the batch.  [default: made from this command]"
            ),
            click.Option(
                ["--max-credits"],
                type=click.FloatRange(min=0),
                metavar="NUMBER",
                help="Stop before this sum is passed; an item whose vendor publishes no price counts as 1.",
            ),
            click.Option(
                ["--dry-run"], is_flag=True, help="Print the cost and the time it would take; buy nothing."
            ),
            click.Option(["--enqueue-only"], is_flag=True, help="Enqueue for workers, and do not work here."),
            click.Option(["--overwrite"], is_flag=True, help="Replace results that exist."),
            prepare_option(),
            click.Option(
                ["--on-suspect"],
                type=click.Choice(["off", *ON_SUSPECT]),
                help="Check every result: keep tells of suspect ones, hold also ends with exit code 4, off checks "
                "nothing. retry-elsewhere buys them again from the next of several vendors; both are paid for.  "
                "[default: keep where safelight[images] is installed]",
            ),
            click.Option(
                ["--profile"], metavar="NAME", help="Take the keys from this section of the profile file."
            ),
            click.Option(["-q", "--quiet"], is_flag=True, help="No progress; only what went wrong."),
            database_option(),
            sandbox_option(),
            verbose_option(),
        ],
        callback=_run,
        short_help="Run an operation on many sources.",
        help="Run an operation on every SOURCE: files, folders, globs (quoted), URLs, lists (.jsonl, .csv, .parquet), "
        "addresses that fsspec knows, or - for lines of stdin.\n\nThe same command again goes on where it stopped, "
        "also after a crash: nothing is paid twice.\n\nWith --vendor and --operation, the operation's own options are "
        "taken too, and listed by --help.",
    )


def plan_of(**options: object) -> Plan:
    """The plan that the command's options make, by the names of its fields; the operation's own are among them."""
    fields = {field.name: options[field.name] for field in attrs.fields(Plan) if field.name in options}
    arguments = given(options) | dict(map(read_option, cast("Sequence[str]", options["options"])))
    own = {
        "out": options["out"] or ".",
        "on_suspect": _checks(cast("str | None", options.get("on_suspect"))),
    }
    del fields["vendor"], fields["options"]
    return make_plan(cast("str | None", options["vendor"]), arguments, **{**fields, **own})


def _run(
    *,
    sources: Sequence[str] | Sequence[Record],
    batch: str | None,
    dry_run: bool,
    enqueue_only: bool,
    quiet: bool,
    database_url: str | None,
    sandbox: bool,
    **options: object,
) -> None:
    context = click.get_current_context()
    sandboxed = sandbox or wants_sandbox(context)
    out, max_credits = cast("str | None", options["out"]), cast("float | None", options["max_credits"])
    try:
        plan = plan_of(**options)
        own = database_url is None and sandboxed
        if own:
            database_url = SANDBOX_URL
        places = [source for source in sources if isinstance(source, str)]
        chosen = batch or batch_name([_absolute(place) for place in places], plan)
        if dry_run:
            with (
                Progress(quiet=True) as progress,
                sandbox_clients(sandboxed=sandboxed, warn=progress.warn) as clients,
            ):
                print_estimate(places, plan, chosen, database_url, clients)
            return
        if out is None and not _exists(chosen, database_url):
            folder = f"{(plan.operation or 'results').replace('_', '-')}/"
            raise ConfigurationError(
                f"say where the results go, with -o. Such as:\n  {completed(context, '-o', folder)}",
                field="out",
            )
        with (
            Progress(quiet=quiet) as progress,
            sandbox_clients(sandboxed=sandboxed, warn=progress.warn) as clients,
            terminable(),
        ):
            needs_key = not clients and not enqueue_only
            if needs_key and plan.vendor is not None and not any(map(is_table, places)):
                check_key(plan.vendor, plan.profile)  # before a long listing, whose items all need it
            with opened(resolve_url(database_url)) as engine:
                progress.stage(f"batch {chosen}: listing and checking")
                prepared = list_work(
                    engine,
                    sources,
                    plan,
                    batch=chosen,
                    max_credits=max_credits,
                    check_key=check_key if needs_key else None,
                    works_here=not enqueue_only,
                    say=progress.say,
                )
                if enqueue_only:
                    progress.say(f"batch {chosen}: {items_text(prepared.status().total)} enqueued")
                    return
                if clients:
                    start_over(prepared, progress, unclear=own)
                before = prepared.status()
                known = f", {before.done} done already" if before.done else ""
                progress.say(f"batch {chosen}: {items_text(before.total)}{known}; results go to {out or '.'}")
                watch = Watch(prepared, progress)
                counts = _work(prepared, progress, watch, clients)
                _tell_end(prepared, progress, counts, watch, database_url, out or ".")
                if before.finished:
                    _tell_missing(prepared, progress, database_url)
    except SafelightError as error:
        give_up(error)
    raise click.exceptions.Exit(code_of(counts))


def _checks(on_suspect: str | None) -> str | None:
    """What the option means: unless it says something else, results are checked where they can be."""
    chosen = on_suspect or ("keep" if can_check() else "off")
    check_on_suspect(None if chosen == "off" else chosen)
    return None if chosen == "off" else chosen


def start_over(batch: Batch, progress: Progress, *, unclear: bool) -> None:
    count = batch.start_over(unclear=unclear)
    if count:
        items = "1 item whose task" if count == 1 else f"{count} items whose tasks"
        progress.say(f"{items} ended with the last sandbox start{'s' if count == 1 else ''} again")


def _work(batch: Batch, progress: Progress, watch: Watch, clients: Clients) -> Counts:
    try:
        return batch.work(on_progress=watch, on_wait=progress.wait, clients=clients)
    except KeyboardInterrupt:
        if AWAY.since is not None:
            progress.say(f"interrupted while the database is away; {UNWRITTEN}")
        else:
            progress.say(
                "interrupted; what was bought is written down, and the same command goes on "
                f"({progress.line(batch.status())})"
            )
        raise click.exceptions.Exit(INTERRUPTED) from None


def _absolute(source: str) -> str:
    if "://" in source or source == "-":
        return source
    return os.path.abspath(expanded(source))  # noqa: PTH100 - text stays text


def _tell_end(
    batch: Batch, progress: Progress, counts: Counts, watch: Watch, url: str | None, out: str
) -> None:
    tell = progress.say
    if code_of(counts):  # told also where all else is quiet
        tell = progress.warn
        for line in problem_lines(batch.store, batch.id, watch.told):
            tell(line)
    tell(_summary(batch.id, counts, url, out))
    for line in Moves(batch.store).summary(batch.id):
        tell(on_command_line(f"  {line}"))


def _tell_missing(batch: Batch, progress: Progress, url: str | None) -> None:
    missing = list(batch.missing(LOOKED_AT))
    if missing:
        results = "1 result that was" if len(missing) == 1 else f"{len(missing)} results that were"
        progress.say(
            f"  {results} saved {'is' if len(missing) == 1 else 'are'} no longer there, such as {missing[0]}: safelight "
            f"batch retry --missing {where(batch.id, url)}, then the same command again, which fetches and does not pay"
        )


def code_of(counts: Counts) -> int:
    if counts.doubt:
        return UNKNOWN
    if counts.done < counts.total - counts.cancelled - counts.rejected:
        return FAILED
    return TO_REVIEW if counts.review else 0


def _summary(batch: str, counts: Counts, url: str | None, out: str) -> str:
    options = where(batch, url)
    credits_ = f"at most {counted(counts.credits, 'credit')}"
    results = f"; results are in {out}" if counts.done else ""
    lines = [f"batch {batch}: {counts.done} of {counts.total} done, {credits_}{results}"]
    for count, text in (
        (counts.failed, f"failed: safelight batch retry --failed {options}, then the same command"),
        (
            counts.held,
            "held back: the same command with a higher cap, a working key or a filled account",
        ),
        (counts.doubt, f"in doubt, may have been charged: safelight batch doubt {options}"),
        (counts.waiting + counts.in_flight, "not finished: the same command goes on"),
        (counts.suspect, to_review(options, held=bool(counts.review))),
        (counts.rejected, f"rejected, kept in {Path(out, REJECTED)}"),
    ):
        if count:
            lines.append(f"  {count} {text}")
    return "\n".join(lines)


def to_review(options: str, *, held: bool) -> str:
    """What to do about suspect results.

    Args:
        options: Those that name the batch.
        held: They are held for review.
    """
    what = "held for review" if held else "look at these results"
    return f"suspect, {what} (why: safelight batch status --problems {options}; decide: safelight batch review {options})"


def _exists(batch: str, url: str | None) -> bool:
    """Whether a batch was begun already."""
    with opened_if_there(resolve_url(url)) as engine:
        return engine is not None and Store(engine).batch(batch) is not None
