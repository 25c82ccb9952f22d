"""``safelight sync``: keep a folder of results up to date with a folder of pictures."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import cast

import attrs
import click

from safelight.batch.cli import SANDBOX_URL, where
from safelight.batch.cli_run import TO_REVIEW, plan_of, run_command, to_review
from safelight.batch.database import database_url as resolve_url
from safelight.batch.database import opened, opened_if_there
from safelight.batch.estimates import Quote
from safelight.batch.progress import Progress
from safelight.batch.quotes import quoting
from safelight.batch.store import Store
from safelight.cli.access import sandbox_clients
from safelight.cli.main import INTERRUPTED
from safelight.cli.reporting import FAILED, MISUSED, UNKNOWN, give_up
from safelight.cli.settings import wants_sandbox
from safelight.cli.wording import on_command_line
from safelight.core.base.redact import printable
from safelight.errors import SafelightError
from safelight.sync.changes import Changes
from safelight.sync.decision import Decision, Rules
from safelight.sync.looking import Look, Resting
from safelight.sync.rounds import Sync

POLL = 2.0
"""Seconds between two looks of ``--watch``; more where a look takes long."""
PAUSE = 60.0
"""Seconds until ``--watch`` tries again what it left, such as with an empty account, where nothing changed since."""
SHOWN = 10
"""Pictures named for each kind of change."""

HELP = {
    "vendor": "Whom to ask. With commas, several: the next takes what one refuses.",
    "name": "Where below the folder each result goes, without its suffix: {folder} {stem} {suffix} {name} {vendor} "
    "{operation}.",
    "max_credits": "Buy nothing in this call that could pass this sum.",
}
"""What options of ``batch run`` mean here, where that is something else."""
EPILOG = """\b
Examples:
  safelight sync photos/ -o cutouts/ --vendor picwish \\
      --operation remove-background --dry-run
  safelight sync photos/ -o large/ --vendor pilio \\
      --operation upscale -O type=2X --max-credits 50
  safelight sync incoming/ -o cutouts/ --vendor pilio \\
      --operation remove-background --watch

The database is that of safelight batch: what batch run bought for the same
folder, vendor, operation and options is not bought again. The name of the
sync's batch for safelight batch status, retry and doubt is printed.

Exit codes: 0 every picture has its result; 1 something failed or is left;
2 wrong use; 3 something is in doubt; 4 all is done, and suspect results are
held for review; 130 interrupted.
"""


def make_command() -> click.Command:
    """Make the command: its options are its own, and those of ``batch run``."""
    own: list[click.Parameter] = [
        click.Argument(["source"], metavar="SOURCE"),
        click.Option(
            ["-o", "--out", "out"],
            required=True,
            metavar="FOLDER",
            help="Folder for the results (made if needed).",
        ),
        click.Option(
            ["--dry-run"], is_flag=True, help="Say what there is to do and what it costs, and stop."
        ),
        click.Option(
            ["--overwrite"], is_flag=True, help="Replace files that sync did not make, and edited results."
        ),
        click.Option(
            ["--delete-gone"],
            is_flag=True,
            help="Delete the results of pictures that are gone; edited ones stay.  [default: keep them]",
        ),
        click.Option(
            ["--buy-missing"],
            is_flag=True,
            help="Buy results again that were removed and that the vendor does not keep any more.",
        ),
        click.Option(
            ["--watch"],
            is_flag=True,
            help="Go on as pictures arrive, until Ctrl-C; those being written can wait.",
        ),
        click.Option(
            ["--json", "as_json"], is_flag=True, help="Print a line of JSON a round in place of words."
        ),
    ]
    run = run_command()
    names = {parameter.name for parameter in own}
    passed = [one for one in run.params if one.name not in {*names, "sources", "batch"}]
    for parameter in passed:
        parameter.required = parameter.required or parameter.name in {"vendor", "operation"}
        if isinstance(parameter, click.Option):
            parameter.help = HELP.get(parameter.name or "", parameter.help)
    return type(run)(
        "sync",
        params=[*own, *passed],
        callback=_sync,
        short_help="Keep a folder of results up to date with a folder of pictures.",
        help="Bring the results of all pictures in SOURCE up to date: pictures that are new or re-shot are bought; "
        "results of renamed ones are moved and those of duplicates are copied, for free. Pictures are told apart by "
        "their content. Before it pays, it says in one line what there is to do and what that costs.",
        epilog=EPILOG,
    )


def _sync(
    *,
    source: str,
    overwrite: bool,
    delete_gone: bool,
    buy_missing: bool,
    watch: bool,
    as_json: bool,
    dry_run: bool,
    **options: object,
) -> None:
    rules = Rules(overwrite, delete_gone, buy_missing)
    try:
        _Command(source, rules, options, watch=watch, as_json=as_json, dry_run=dry_run).run()
    except KeyboardInterrupt:
        click.echo("interrupted; the same command goes on", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except SafelightError as error:
        give_up(error)


def _code(changes: Changes) -> int:
    if changes.of("doubt"):
        return UNKNOWN
    return 0 if changes.complete else FAILED


class _Command:
    """One call of the command.

    Args:
        options: Those of ``batch run``.
    """

    def __init__(
        self,
        source: str,
        rules: Rules,
        options: Mapping[str, object],
        *,
        watch: bool,
        as_json: bool,
        dry_run: bool,
    ) -> None:
        self._sandboxed = wants_sandbox(click.get_current_context())
        url = cast("str | None", options.get("database_url"))
        self._options = dict(options)
        if url is None and self._sandboxed:
            url = SANDBOX_URL
        self._url = resolve_url(url)
        self._sync = Sync(source, plan_of(**options, overwrite=rules.overwrite), rules)
        self._watch, self._json, self._dry_run = watch, as_json, dry_run
        self._resting = Resting() if watch else None
        self._told: Mapping[str, object] | None = None
        self._said: set[str] = set()
        self._tried = 0.0
        self._cap: float | None = None

    def run(self) -> None:
        """Make one round, or with ``--watch`` one after the other."""
        while True:
            began = time.monotonic()
            code = self._round()
            if not self._watch or self._dry_run or code in {INTERRUPTED, MISUSED}:
                raise click.exceptions.Exit(code)
            time.sleep(max(POLL, 3 * (time.monotonic() - began)))

    def _round(self) -> int:
        with opened_if_there(self._url) if self._dry_run else opened(self._url) as engine:
            found = self._sync.look(engine, self._resting, self._say)
            with self._quotes() as quote:
                decision = self._sync.decide(engine, found, quote)
            is_old = not self._tell(decision.changes)
            if self._dry_run or engine is None or (is_old and time.monotonic() - self._tried < PAUSE):
                return 0
            self._tried = time.monotonic()
            self._sync.apply(engine, decision)
            code = _code(decision.changes)
            if not self._sync.has_orders(engine, decision):
                held = self._held(Store(engine), say=not is_old)
                return code or held
            most = cast("float | None", self._options["max_credits"])
            if self._cap is None and most is not None:
                row = Store(engine).batch(self._sync.batch)
                self._cap = most + (0.0 if row is None else row.spent)
        ended = self._run(decision, found[0])
        return (code or ended) if ended == TO_REVIEW else max(code, ended)

    def _held(self, store: Store, *, say: bool) -> int:
        """Tell of suspect results of earlier rounds, as ``batch run`` does; its exit code where they are held."""
        row = store.batch(self._sync.batch)
        suspect = 0 if row is None else store.counts(row.id).suspect
        held = self._options["on_suspect"] == "hold"
        if suspect and say and (held or not self._options["quiet"]):
            todo = to_review(f"--batch {self._sync.batch}", held=held)
            click.echo(f"  {suspect} {self._led(todo)}", err=True)
        return TO_REVIEW if suspect and held else 0

    def _run(self, decision: Decision, found: Look) -> int:
        """Buy, as ``batch run`` does; the exit code of that."""
        run = cast("Callable[..., None]", run_command().callback)
        own = {"batch": self._sync.batch, "overwrite": True, "max_credits": self._cap}
        options = {**self._options, **own}
        code = 0
        try:
            run(sources=decision.buys, dry_run=False, **options)
        except click.exceptions.Exit as ended:
            code = ended.exit_code
        if code in {INTERRUPTED, MISUSED}:
            return code
        with opened(self._url) as engine:
            settled = self._sync.settle(engine, found)
            counts = Store(engine).counts(self._sync.batch)
        if self._json:
            click.echo(json.dumps({"batch": self._sync.batch, **attrs.asdict(counts)}))
        left = settled.changes.bought + len(settled.changes.paid)
        if left and not self._options["enqueue_only"]:
            return FAILED
        # What failed for a picture that is gone does not count.
        return _code(settled.changes) or (0 if code in {FAILED, UNKNOWN} else code)

    @contextmanager
    def _quotes(self) -> Generator[Quote, None, None]:
        """Ask for prices, where the operation has quotes."""
        if self._sync.work.create.quote is None:
            yield lambda _work, _options: None
            return
        profile = cast("str | None", self._options["profile"])
        with (
            Progress(quiet=True) as progress,
            sandbox_clients(sandboxed=self._sandboxed, warn=progress.warn) as clients,
            quoting(profile, clients) as quote,
        ):
            yield quote

    def _say(self, message: str) -> None:
        if (
            not self._options["quiet"] and message not in self._said
        ):  # a watched folder is looked at again and again
            self._said.add(message)
            click.echo(message, err=True)

    def _tell(self, changes: Changes) -> bool:
        """Print what was found, unless it was said right before; whether it was new."""
        found = changes.as_dict()
        if found == self._told:
            return False
        self._told = found
        text = json.dumps(found) if self._json else "\n".join(self._lines(changes))
        if text:
            click.echo(text)
        return True

    def _led(self, line: str) -> str:
        """A line whose command leads to this sync's database, also with ``--sandbox``."""
        url = SANDBOX_URL if self._sandboxed else cast("str | None", self._options["database_url"])
        batch = self._sync.batch
        return line.replace(f"--batch {batch}", where(batch, url))

    def _lines(self, changes: Changes) -> list[str]:
        quiet = bool(self._options["quiet"])
        here = f"{os.getcwd()}{os.sep}"  # noqa: PTH109 - text stays text
        lines = changes.details(SHOWN, serious=quiet)
        told = [f"  {printable(on_command_line(self._led(line).replace(here, '')))}" for line in lines]
        return told if quiet else [str(changes), *told]
