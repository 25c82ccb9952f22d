"""From sources to a batch that runs: list the work, check all of it, enqueue it, work on it."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from typing import Literal, TypeAlias, cast

import sqlalchemy as sa

from safelight.batch.arguments import (
    ELSEWHERE,
    check_cap,
    check_listener,
    check_on_suspect,
    check_source,
    check_work,
)
from safelight.batch.batches import Batch, Clients, ordering
from safelight.batch.catalogue import work_of
from safelight.batch.columns import Columns
from safelight.batch.contents import CHANGED
from safelight.batch.database import database_url as resolve_url
from safelight.batch.database import opened
from safelight.batch.decisions import Decisions
from safelight.batch.engine import check_free, workflow_id
from safelight.batch.moves import Moves, routed
from safelight.batch.naming import TEMPLATE, fields_of
from safelight.batch.orders import Orders
from safelight.batch.own_results import without_results
from safelight.batch.planning import Plan, check_name, enqueue_items, list_items
from safelight.batch.records import Record
from safelight.batch.remote import is_remote
from safelight.batch.saving import check_out
from safelight.batch.sources import PICTURES, read_sources
from safelight.batch.states import UNFINISHED
from safelight.batch.store import Counts, Store
from safelight.core.api.credentials import resolve
from safelight.core.base.facts import load
from safelight.core.base.homes import expanded
from safelight.core.transfers.preparing import Prepare
from safelight.costs.caps import Caps
from safelight.errors import InvalidInput

Sources: TypeAlias = Iterable[str | os.PathLike[str]] | Iterable[Record]

LOGGER = logging.getLogger("safelight.batch")


def unused_columns(names: Iterable[str]) -> str:
    """What to say of columns that nothing uses."""
    return f"columns that are not used, neither as arguments nor by --name: {', '.join(names)}"


def batch_name(sources: Sequence[str], plan: Plan) -> str:
    """A name that the same work gets every time: the same command goes on with the same batch."""
    own: list[object] = [list(sources), plan.vendor, plan.operation, dict(plan.options), plan.out]
    content = json.dumps([*own, plan.route] if plan.route else own, default=str)
    digest = blake2b(content.encode(), digest_size=4).hexdigest()
    return "-".join(part for part in (plan.vendor, (plan.operation or "").replace("_", "-"), digest) if part)


def prepare(
    engine: sa.Engine,
    sources: Sources,
    plan: Plan,
    *,
    batch: str,
    max_credits: float | None = None,
    check_key: Callable[[str, str | None], object] | None = None,
    works_here: bool = True,
    say: Callable[[str], object] = LOGGER.warning,
) -> Batch:
    """List the work, check all of it, and enqueue it. Nothing is bought before all checks have passed.

    Doing so again goes on with the same batch: what it knows already is left as it is, what is new is added.

    Args:
        works_here: Results are saved from this machine, so that their place is tried.
        check_key: Raises where the key of a vendor and profile cannot be had; asked for what is left to do.
        say: Takes what the user should know of the list.

    Raises:
        ConfigurationError: A source or an operation does not exist, another process works on the SQLite file, or
            nothing can be saved where the results go.
        InvalidInput: An argument is wrong, two items would get one name, a result exists, or the batch names its
            results otherwise.
    """
    check_cap(max_credits)
    store = Store(engine)
    with ordering(engine) as enqueuer:
        check_name(store.batch(batch), plan)
        settings = {
            "out": plan.out,
            "name": plan.name,
            "prepare": plan.prepare,
            "on_suspect": plan.on_suspect,
            "route": plan.route,
        }
        row = store.open_batch(batch, settings, max_credits)
        try:
            store.set_listed(batch, listed=False)
            records = without_results(store, _records(sources, plan, say), plan, say)
            listed = list_items(store, batch, records, plan)
            if works_here:
                check_out(plan.out)
            if check_key is not None:
                needed = {
                    (vendor, profile) for vendor, _, profile in store.kinds(batch, (*UNFINISHED, "held"))
                }
                needed |= {(vendor, plan.profile) for vendor, _ in plan.route if needed}
                for vendor, profile in sorted(needed, key=str):
                    check_key(vendor, profile)
            redone = Decisions(store).settle(row, check_key, say)
        except BaseException:
            Orders(store).unlist(batch)
            raise
        if listed.unused:
            say(unused_columns(listed.unused))
        store.set_listed(batch, listed=True)
        others = [(vendor, plan.operation or "", plan.profile) for vendor, _ in plan.route]
        enqueuer.open_queues([*store.kinds(batch), *others])
        enqueue_items(store, enqueuer, row)
        enqueue = partial(enqueuer.enqueue, first=row.first)
        Orders(store).again(batch, ("held",), enqueue)
        if redone:
            Orders(store).again(
                batch, ("done",), enqueue, only=lambda item: redone.get(item.id) == item.attempt, anew=True
            )
        Moves(store, enqueuer.enqueue).rest(row)
        if broken := enqueuer.broken():
            Orders(store).again(
                batch, UNFINISHED, enqueue, only=lambda item: workflow_id(item.id, item.attempt) in broken
            )
        if listed.changed:  # their results take the place of the old ones
            say(f"{changed_text(len(listed.changed))}: bought again")
            Orders(store).again(
                batch, CHANGED, enqueue, only=lambda item: item.id in listed.changed, anew=True
            )
    return Batch(engine, batch)


list_work = prepare
"""The same, for functions that have an argument called `prepare`."""


def plan_of(vendor: str | Sequence[str] | None, options: Mapping[str, object], **others: object) -> Plan:
    """A plan for one vendor, or for several as a route; see `safelight.batch.moves.routed`."""
    operation = cast("str | None", others["operation"])
    plan = cast("Callable[..., Plan]", Plan)(**{**others, **routed(vendor, operation, options)})
    if plan.on_suspect == ELSEWHERE and (not plan.route or is_remote(plan.out)):
        needs = "results in a folder of this machine" if plan.route else "several vendors"
        raise InvalidInput(f"on_suspect {ELSEWHERE!r} needs {needs}", field="on_suspect")
    return plan


def check_key(vendor: str, profile: str | None, clients: Clients | None = None) -> None:
    """Raise `ConfigurationError` where the key of a client is missing, or a cap is no number; it names the variable."""
    Caps.found(profile, vendor)
    given = (clients or {}).get(vendor, {})
    resolve(
        load(f"{vendor}_api"),
        profile=profile,
        api_key=given.get("api_key"),
        secret_key=given.get("secret_key"),
        base_url=given.get("base_url"),
    )


def changed_text(count: int) -> str:
    """How many files are others since."""
    return f"{count} {'file' if count == 1 else 'files'} changed since {'it was' if count == 1 else 'they were'} done"


def run(
    sources: Sources,
    *,
    out: str | os.PathLike[str],
    vendor: str | Sequence[str] | None = None,
    operation: str | None = None,
    options: Mapping[str, object] | None = None,
    name: str = TEMPLATE,
    batch: str | None = None,
    database_url: str | os.PathLike[str] | None = None,
    max_credits: float | None = None,
    profile: str | None = None,
    overwrite: bool = False,
    prepare: Prepare | None = None,
    on_suspect: Literal["keep", "hold", "retry-elsewhere"] | None = None,
    on_progress: Callable[[Counts], None] | None = None,
    rates: bool = True,
    clients: Clients | None = None,
) -> Counts:
    """Run an operation on any number of sources and return the final counts.

    Call it again after a crash to continue: nothing is paid twice.

    Args:
        sources: Paths, folders, globs, lists and addresses, or `Record`; a generator is read lazily.
        out: Folder for the results, or an address that fsspec knows.
        vendor: The vendor's name, such as ``"pilio"``, unless each record has one. Of several, in a list or with commas,
            the next one takes what one refuses before anything is bought, as in a `safelight.Route`.
        operation: Name of the client's method, unless each record has one.
        options: The operation's arguments, without the source.
        name: Template of the results' names; see `safelight.batch.naming.FIELDS`.
        batch: Name of the batch. Required with records; by default made from the sources and arguments.
        database_url: SQLite file, or URL of PostgreSQL; by default ``safelight-batch.sqlite`` in the working folder.
        max_credits: Buy nothing that could exceed this sum, by the vendor's quote or the highest documented price. An
            item whose vendor publishes no price counts as 1 credit.
        profile: Section of the profile file that holds the keys.
        overwrite: Replace existing results.
        prepare: ``"auto"`` sends copies of pictures that the vendor would refuse or show wrong; see `safelight.Options`.
        on_suspect: Check every result, which needs the extra ``images``: ``"keep"`` reports suspect ones, ``"hold"`` also
            holds them for review; see `Counts.review` and `Batch.verdicts`. ``"retry-elsewhere"`` buys them again from the
            next of several vendors: both are paid for, and the old results go to the folder ``rejected``.
        on_progress: Called from time to time with the counts.
        rates: Keep the documented rate limits; pass False only for tests against a sandbox without limits.
        clients: Arguments of the client class, by vendor; by default keys and addresses of the environment.

    Raises:
        ConfigurationError: A source, an operation or the database is unusable, a key is missing, or this process
            already runs another batch or its own DBOS instance.
        InvalidInput: An argument is wrong, records come without `batch`, two items would get one name, or a result
            exists.
    """
    check_free()
    check_work(sources, out, options, batch)
    check_cap(max_credits)
    check_listener("on_progress", on_progress)
    check_on_suspect(on_suspect)
    plan = plan_of(
        vendor,
        options or {},
        out=os.fspath(out),
        operation=operation,
        name=name,
        profile=profile,
        overwrite=overwrite,
        prepare=prepare,
        on_suspect=on_suspect,
    )
    listed = sources if batch is not None else _places(sources)
    chosen = batch if batch is not None else batch_name([str(source) for source in listed], plan)
    with opened(resolve_url(database_url)) as engine:
        prepared = list_work(
            engine,
            listed,
            plan,
            batch=chosen,
            max_credits=max_credits,
            check_key=partial(check_key, clients=clients),
        )
        return prepared.work(on_progress=on_progress, rates=rates, clients=clients)


def _places(sources: Sources) -> list[str]:
    """Sources that can name a batch."""
    places: list[str] = []
    for source in sources:
        if isinstance(source, Record):
            raise InvalidInput("records need a batch name: pass batch=", field="batch")
        check_source(source)
        places.append(expanded(source))
    return places


def _records(sources: Sources, plan: Plan, say: Callable[[str], object]) -> Iterator[Record]:
    for source in sources:
        if isinstance(source, Record):
            yield source
        else:
            check_source(source)
            yield from places_of([expanded(source)], plan, say)


def places_of(
    places: Iterable[str], plan: Plan, say: Callable[[str], object] = LOGGER.warning
) -> Iterator[Record]:
    """The work that places stand for, as the plan's operation takes it.

    Args:
        say: Takes what the user should know of the places.
    """
    parameters: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    if plan.vendor is not None and plan.operation is not None:
        work = work_of(plan.vendor, plan.operation)
        parameters = work.parameters
        works = [work, *(work_of(vendor, plan.operation) for vendor, _ in plan.route[1:])]
        limits = [one.create.inputs.get(one.source or "") for one in works]
        if all(one is not None and one.formats for one in limits):  # else a vendor takes what it can read
            formats = tuple(dict.fromkeys(name for one in limits if one is not None for name in one.formats))
        if not formats and work.source == "pdf":
            formats = ("pdf",)
        elif formats and plan.prepare is not None:
            formats = (*formats, *PICTURES)
    columns = Columns(parameters, others=plan.parameters, sourced=plan.sourced, named=fields_of(plan.name))
    return read_sources(places, columns=columns, formats=formats, out=plan.out, say=say)
