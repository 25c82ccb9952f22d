"""``safelight batch run --dry-run``: what a batch would take."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial

import click

from safelight.batch.database import database_url as resolve_url
from safelight.batch.database import opened_if_there
from safelight.batch.decisions import Decisions, lines
from safelight.batch.estimates import Estimate, estimate
from safelight.batch.own_results import without_results
from safelight.batch.planning import Plan, check_name
from safelight.batch.progress import bytes_text, duration, items_text
from safelight.batch.quotes import Clients, quoting
from safelight.batch.running import changed_text, places_of, unused_columns
from safelight.batch.store import Store
from safelight.cli.wording import on_command_line
from safelight.core.base.texts import counted
from safelight.vendors import vendors


def _estimated(
    sources: Sequence[str], plan: Plan, batch: str, database_url: str | None, clients: Clients
) -> tuple[Estimate, list[str]]:
    """What the batch would take, and what the run would do about decisions on its results."""
    with opened_if_there(resolve_url(database_url)) as engine:
        store = None if engine is None else Store(engine)
        known = None if store is None else store.batch(batch)
        check_name(known, plan)
        note = partial(click.echo, err=True)
        records = places_of(sources, plan, note)
        if store is not None:
            records = without_results(store, records, plan, note)
        left = [] if store is None or known is None else list(Decisions(store).left(batch))
        with quoting(plan.profile, clients) as quote:
            kept = None if known is None else store
            found = estimate(records, plan, batch=batch, store=kept, quote=quote, measure=True)
            return found, list(lines(left, plan.out))


def print_estimate(
    sources: Sequence[str], plan: Plan, batch: str, database_url: str | None, clients: Clients
) -> None:
    """Say what a batch would take, and do nothing but ask for prices."""
    found, decided = _estimated(sources, plan, batch, database_url, clients)
    left = found.items - sum(found.known.values())
    unsized = f" and {found.unsized} of unknown size" if found.unsized else ""
    click.echo(f"{items_text(found.items)}, {_known(found)}{bytes_text(found.bytes)}{unsized} to send")
    for line in (*_refused(found), *decided):
        click.echo(line)
    if found.known and left == 0:
        click.echo("nothing else is left to buy" if decided else "nothing is left to buy")
        return
    click.echo(f"Cost: {_cost(found, left)}.")
    for vendor, there in found.elsewhere.items():
        click.echo(f"  if {vendors()[vendor].title} does all: {_cost(there, left)}")
    for vendor, seconds in found.seconds.items():
        title, most = vendors()[vendor].title, found.in_flight[vendor]
        if seconds:
            click.echo(f"{title}: at least {duration(seconds)} by the documented request rates")
        else:
            click.echo(
                f"{title}: no request rate is documented; {most} in flight, so a {most}th of the tasks' total time"
            )
    if found.unused:
        click.echo(unused_columns(found.unused))
    if found.polled:
        click.echo("with -O sync=true, no polls: half the time, and a crash leaves more items in doubt")


def _cost(found: Estimate, left: int) -> str:
    """What the items that are left cost, and for how many nobody knows."""
    unknown = " and ".join(
        f"{why} ({count} {noun}{'s' * (count > 1)})" for (why, noun), count in found.unpriced.items()
    )
    if unknown and left == found.unpriced.total():
        return f"unknown; {unknown}"
    total = counted(found.credits, "credit") + (f" for the other {left}" if found.known else "")
    by = "the vendor's quotes and the documented prices" if found.quoted else "the documented prices"
    dearest = f", at most {found.most:g}" if found.most > found.credits else ""
    return f"{total} by {by}{dearest}" + (f"; unknown for the rest: {unknown}" if unknown else "")


def _refused(found: Estimate) -> Iterator[str]:
    """Why items would be refused."""
    here = f"{os.getcwd()}{os.sep}"  # noqa: PTH109 - text stays text
    for reason in found.refused:
        yield f"  {on_command_line(reason.removeprefix(here))}"
    more = found.known.get("refused", 0) - len(found.refused)
    if more > 0:
        yield f"  ... and {more} more of these"


def _known(found: Estimate) -> str:
    """What the batch has already, as the first line of an estimate says it."""
    words = {
        "done": "done already",
        "bought": "bought already",
        "buying": "being bought",
        "failed": "failed",
        "refused": "refused",
        "doubt": "in doubt",
        "cancelled": "cancelled",
        "rejected": "rejected",
    }
    known = "".join(f"{found.known[state]} {word}, " for state, word in words.items() if state in found.known)
    return f"{known}{changed_text(found.changed)}, " if found.changed else known
