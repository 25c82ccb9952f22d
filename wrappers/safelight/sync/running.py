"""``safelight.batch.sync``: bring a folder of results up to date from Python."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from inspect import signature
from typing import cast

import attrs

from safelight.batch.arguments import check_cap, check_work
from safelight.batch.batches import Clients
from safelight.batch.database import database_url as resolve_url
from safelight.batch.database import opened, opened_if_there
from safelight.batch.naming import TEMPLATE
from safelight.batch.quotes import quoting
from safelight.batch.running import plan_of, run
from safelight.batch.store import Counts, Store
from safelight.errors import InvalidInput
from safelight.sync.changes import Changes
from safelight.sync.decision import Rules
from safelight.sync.rounds import Sync


@attrs.frozen
class Synced:
    """What came of a sync.

    Attributes:
        changes: What was found; as text it is one line in plain words.
        counts: How its purchases stand; None where nothing was to be bought or fetched.
        batch: Name of its batch, for `safelight.batch.Batch.open`.
    """

    changes: Changes
    counts: Counts | None
    batch: str


def sync(
    source: str | os.PathLike[str],
    *,
    out: str | os.PathLike[str],
    vendor: str | Sequence[str],
    operation: str,
    options: Mapping[str, object] | None = None,
    name: str = TEMPLATE,
    database_url: str | os.PathLike[str] | None = None,
    max_credits: float | None = None,
    profile: str | None = None,
    overwrite: bool = False,
    delete_gone: bool = False,
    buy_missing: bool = False,
    dry_run: bool = False,
    on_changes: Callable[[Changes], None] | None = None,
    clients: Clients | None = None,
    **others: object,
) -> Synced:
    """Bring a folder of results up to date with a folder of pictures: buy what is new, move and copy what is known.

    Args:
        source: Folder of the pictures, or a glob.
        out: Folder for the results.
        vendor: Its name, such as ``"pilio"``, or several as for `safelight.batch.run`.
        operation: Name of the client's method.
        options: Its arguments, besides the source.
        name: Template of the results' names; see `safelight.batch.naming.FIELDS`.
        database_url: SQLite file or address of PostgreSQL; by default ``safelight-batch.sqlite`` in this folder.
        max_credits: Buy nothing in this call that could pass this sum.
        profile: Section of the profile file that holds the keys.
        overwrite: Replace files that no sync made, and results that somebody edited.
        delete_gone: Delete the results of pictures that are gone; those that somebody edited stay.
        buy_missing: Buy results again that were removed and that the vendor does not keep any more.
        dry_run: Only say what there is to do.
        on_changes: Called with what was found, before anything is done.
        clients: Arguments of a client's class, by vendor; by default keys and addresses of the environment.
        others: Further arguments of `safelight.batch.run`, such as `on_progress`.

    Returns:
        What was found, and how the purchases stand.

    Raises:
        ConfigurationError: The folder, the operation or the database cannot be used, or a key is missing.
        InvalidInput: An argument is wrong.
    """
    check_work([source], out, options, None)
    check_cap(max_credits)
    passed = signature(run).parameters.keys() - signature(sync).parameters.keys() - {"sources", "batch"}
    unknown = sorted(others.keys() - passed)
    if unknown:
        raise InvalidInput(
            f"sync has no argument {unknown[0]!r}; it passes on {', '.join(sorted(passed))}", field=unknown[0]
        )
    chosen = {"out": os.fspath(out), "operation": operation, "name": name, "profile": profile}
    plan = plan_of(vendor, options or {}, **chosen, overwrite=overwrite, on_suspect=others.get("on_suspect"))
    work = Sync(os.fspath(source), plan, Rules(overwrite, delete_gone, buy_missing))
    url = resolve_url(database_url)
    with opened_if_there(url) if dry_run else opened(url) as engine:
        found = work.look(engine)
        with quoting(profile, clients or {}) as quote:
            decision = work.decide(engine, found, quote)
        if on_changes is not None:
            on_changes(decision.changes)
        if dry_run or engine is None:
            return Synced(decision.changes, None, work.batch)
        work.apply(engine, decision)
        if not work.has_orders(engine, decision):
            return Synced(decision.changes, None, work.batch)
        row = Store(engine).batch(work.batch)
    spent = 0.0 if row is None else row.spent
    counts = cast("Callable[..., Counts]", run)(
        decision.buys,
        out=out,
        vendor=vendor,
        operation=operation,
        options=options,
        name=name,
        batch=work.batch,
        database_url=database_url,
        max_credits=None if max_credits is None else spent + max_credits,
        profile=profile,
        overwrite=True,
        clients=clients,
        **others,
    )
    with opened(url) as engine:
        work.settle(engine, found[0])
    return Synced(decision.changes, counts, work.batch)
