"""A batch from Python: list the work, run it, see how it stands, decide about what nobody else can."""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import sqlalchemy as sa

from safelight.batch.columns import Columns
from safelight.batch.database import FileLock, open_engine
from safelight.batch.database import database_url as resolve_url
from safelight.batch.engine import Enqueuer, workflow_id
from safelight.batch.naming import TEMPLATE, fields_of
from safelight.batch.orders import Orders
from safelight.batch.outages import looked
from safelight.batch.planning import Plan, check_name, enqueue_items, list_items
from safelight.batch.records import Item, Record
from safelight.batch.remote import is_remote
from safelight.batch.sources import read_sources
from safelight.batch.states import FINAL, RETRIED, UNFINISHED
from safelight.batch.store import PAGE, BatchRow, Counts, Store
from safelight.batch.waits import Wait
from safelight.batch.words import work_called
from safelight.batch.worker import Worker
from safelight.core.outcome import Handle
from safelight.errors import InvalidInput

LOGGER = logging.getLogger("safelight.batch")
LOOK = 0.5
"""Seconds between two looks at how a batch stands; more where a look takes long."""
SANDBOX_HOSTS = ("127.0.0.1", "localhost", "::1")
Clients = Mapping[str, Mapping[str, str]]


class Batch:
    """One batch of a database.

    Args:
        engine: The database, open.
        batch: Name of the batch; by default the newest.

    Raises:
        ConfigurationError: There is no such batch.
    """

    def __init__(self, engine: sa.Engine, batch: str | None = None) -> None:
        self._engine = engine
        self._store = Store(engine)
        self.id = self._store.chosen(batch).id

    @classmethod
    def open(cls, batch: str | None = None, *, database_url: str | None = None) -> Self:
        """A batch of a database; by default the newest of ``safelight-batch.sqlite`` in this folder.

        Raises:
            ConfigurationError: The database cannot be opened, or holds no such batch.
        """
        return cls(open_engine(resolve_url(database_url)), batch)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database's connections."""
        self._engine.dispose()

    def __repr__(self) -> str:
        return f"<Batch {self.id}>"

    @property
    def store(self) -> Store:
        return self._store

    @property
    def row(self) -> BatchRow:
        """The batch as the database holds it."""
        return self._store.chosen(self.id)

    def status(self) -> Counts:
        """How the batch stands. Asks the database alone, so any process may, at any time."""
        return self._store.counts(self.id)

    def items(self, *states: str) -> Iterator[Item]:
        """The batch's items, all or those of some states, in constant memory."""
        return self._store.items(self.id, states)

    def work(
        self,
        *,
        on_progress: Callable[[Counts], None] | None = None,
        on_wait: Callable[[Sequence[Wait]], None] | None = None,
        address: str = "shared",
        rates: bool = True,
        clients: Clients | None = None,
    ) -> Counts:
        """Work in this process until every item of the batch is finished, or a cap or an error stops all.

        Args:
            on_progress: Called now and then with how the batch stands.
            on_wait: Called right before with what the work waits for, such as a vendor that does not answer.
            address: Name of the IP address that calls leave from; machines of one name share limits by address.
            rates: Keep the documented request rates; false is for tests against a sandbox without limits.
            clients: Arguments of a client's class, by vendor; by default keys and addresses of the environment.

        Raises:
            ConfigurationError: Another process works on the same SQLite file.
        """
        counts = self.status()
        with Worker(self._engine, address=address, rates=rates, clients=clients) as worker:
            while True:
                began = time.monotonic()
                counts = looked(self.status, counts)
                if on_wait is not None:
                    on_wait(worker.waits)
                if on_progress is not None:
                    on_progress(counts)
                if counts.finished or worker.lost or (worker.stopping and counts.in_flight == 0):
                    return counts
                time.sleep(max(LOOK, 5 * (time.monotonic() - began)))

    def retry(self, *states: str) -> int:
        """Let failed and held items start again; how many. What was bought is fetched, not bought again."""
        return self._again(states or RETRIED)

    def doubted(self, ids: Sequence[str]) -> Sequence[str]:
        """These ids, which are all of items in doubt.

        Raises:
            InvalidInput: One is not.
        """
        for name in ids:
            item = self._store.item(name)
            if item is None or item.batch != self.id:
                raise InvalidInput(f"there is no item {name!r} in batch {self.id}", field="item")
            if item.state != "doubt":
                raise InvalidInput(f"item {name!r} is not in doubt, but {item.state}", field="item")
        return ids

    def start_over(self, *, unclear: bool) -> int:
        """Let items start again whose tasks ended with an embedded sandbox; how many.

        Args:
            unclear: Also those that hold no token, such as where no answer came; only where the whole database is a
                sandbox's, for what a vendor may have charged stays in doubt.
        """
        return self._again(
            ("buying", "bought") if unclear else ("bought",),
            only=lambda item: unclear if item.token is None else _on_this_machine(item.token),
            buy_again=True,
        )

    def buy_again(self, *only: str) -> int:
        """Buy items in doubt again, all or those of some ids: the user's explicit word. How many.

        Where the vendor has an idempotency key, the same one is sent, and nothing is charged twice.

        Raises:
            InvalidInput: An id is none of an item in doubt; nothing is changed then.
        """
        wanted = frozenset(self.doubted(only))
        return self._again(("doubt",), only=lambda item: not wanted or item.id in wanted, buy_again=True)

    def cancel(self) -> int:
        """Cancel what is not bought yet; what is bought goes on. How many."""
        count = 0
        with _Ordering(self._engine) as enqueuer:
            for page in Orders(self._store).cancel(self.id):
                enqueuer.cancel(page)
                count += len(page)
        return count

    def prune(self, *, everything: bool = False, older_than: float | None = None) -> int:
        """Remove the engine's records of finished items; how many items.

        The items themselves stay, so that the same command still knows what it has paid for.

        Args:
            everything: Remove the batch too, once it is finished: the same command would pay again.
            older_than: Only of items that finished more than so many seconds ago, and the batch only if all of its
                items did.
        """
        before = math.inf if older_than is None else time.time() - older_than
        count, last = 0, self.row.created
        with _Ordering(self._engine) as enqueuer:
            page: list[Item] = []
            for item in self.items(*FINAL):
                finished = item.finished or 0.0
                last = max(last, finished)
                if finished < before:
                    page.append(item)
                if len(page) == PAGE:
                    enqueuer.delete(page)
                    count, page = count + len(page), []
            if page:
                enqueuer.delete(page)
                count += len(page)
            if everything and last < before and self.status().finished:
                Orders(self._store).forget(self.id)
        return count

    def _again(
        self, states: Sequence[str], *, only: Callable[[Item], bool] | None = None, buy_again: bool = False
    ) -> int:
        first = self.row.first
        with _Ordering(self._engine) as enqueuer:
            return Orders(self._store).again(
                self.id,
                states,
                lambda connection, items: enqueuer.enqueue(connection, items, first),
                only=only,
                buy_again=buy_again,
            )


def _on_this_machine(token: str) -> bool:
    """Whether a task lived in a sandbox here; a vendor's own is never given up."""
    return (urlsplit(Handle.from_token(token).address).hostname or "") in SANDBOX_HOSTS


class _Ordering:
    """Changes a batch's workflows, while no other process works on a SQLite file."""

    def __init__(self, engine: sa.Engine) -> None:
        self._lock = FileLock(engine)
        self._enqueuer = Enqueuer(engine)

    def __enter__(self) -> Enqueuer:
        return self._enqueuer

    def __exit__(self, *_: object) -> None:
        self._enqueuer.close()
        self._lock.release()


def unused_columns(names: Iterable[str]) -> str:
    """What to say of columns that nothing uses."""
    return f"columns that are not used, neither as arguments nor by --name: {', '.join(names)}"


def batch_name(sources: Sequence[str], plan: Plan) -> str:
    """A name that the same work gets every time: the same command goes on with the same batch."""
    content = json.dumps(
        [list(sources), plan.vendor, plan.operation, dict(plan.options), plan.out], default=str
    )
    digest = blake2b(content.encode(), digest_size=4).hexdigest()
    return "-".join(part for part in (plan.vendor, (plan.operation or "").replace("_", "-"), digest) if part)


def prepare(
    engine: sa.Engine,
    sources: Iterable[str] | Iterable[Record],
    plan: Plan,
    *,
    batch: str,
    max_credits: float | None = None,
    check_key: Callable[[str, str | None], object] | None = None,
    say: Callable[[str], object] = LOGGER.warning,
) -> Batch:
    """List the work, check all of it, and enqueue it. Nothing is bought before all checks have passed.

    Doing so again goes on with the same batch: what it knows already is left as it is, what is new is added.

    Args:
        check_key: Raises where the key of a vendor and profile cannot be had; asked for what is left to do.
        say: Takes what the user should know of the list.

    Raises:
        ConfigurationError: A source or an operation does not exist, or another process works on the SQLite file.
        InvalidInput: An argument is wrong, two items would get one name, a result exists, or the batch names its
            results otherwise.
    """
    store = Store(engine)
    with _Ordering(engine) as enqueuer:
        check_name(store.batch(batch), plan)
        row = store.open_batch(batch, {"out": plan.out, "name": plan.name}, max_credits)
        try:
            store.set_listed(batch, listed=False)
            listed = list_items(store, batch, _records(sources, plan), plan)
            if check_key is not None:
                needed = store.kinds(batch, (*UNFINISHED, "held"))
                for vendor, profile in {(vendor, profile) for vendor, _, profile in needed}:
                    check_key(vendor, profile)
        except BaseException:
            Orders(store).unlist(batch)
            raise
        if listed.unused:
            say(unused_columns(listed.unused))
        store.set_listed(batch, listed=True)
        enqueuer.open_queues(store.kinds(batch))
        enqueue_items(store, enqueuer, row)
        _mend(store, enqueuer, row)
    return Batch(engine, batch)


def _mend(store: Store, enqueuer: Enqueuer, row: BatchRow) -> None:
    """Let go on what was held back, and what the machinery itself broke off."""

    def enqueue(connection: sa.Connection, items: Sequence[Item]) -> None:
        enqueuer.enqueue(connection, items, row.first)

    Orders(store).again(row.id, ("held",), enqueue)
    broken = frozenset(enqueuer.broken(row.id))
    if broken:
        Orders(store).again(
            row.id, UNFINISHED, enqueue, only=lambda item: workflow_id(item.id, item.attempt) in broken
        )


def run(
    sources: Iterable[str] | Iterable[Record],
    *,
    out: str | Path,
    vendor: str | None = None,
    operation: str | None = None,
    options: Mapping[str, object] | None = None,
    name: str = TEMPLATE,
    batch: str | None = None,
    database_url: str | None = None,
    max_credits: float | None = None,
    profile: str | None = None,
    overwrite: bool = False,
    on_progress: Callable[[Counts], None] | None = None,
    rates: bool = True,
    clients: Clients | None = None,
) -> Counts:
    """Run an operation on any number of sources and return how that ended.

    Called again after a crash, it goes on: nothing that was paid for is paid again.

    Args:
        sources: Paths, folders, globs, lists and addresses, or `Record`; a generator is read as it goes.
        out: Folder for the results, or an address that fsspec knows.
        vendor: ``"pilio"``, ``"perfect"``, ``"claid"`` or ``"picwish"``, unless each record says so.
        operation: Name of the client's method, unless each record says so.
        options: Its arguments, besides the source.
        name: Template of the results' names; see `safelight.batch.naming.FIELDS`.
        batch: Name of the batch. Needed with records; by default made from the sources and arguments.
        database_url: SQLite or PostgreSQL; by default ``safelight-batch.sqlite`` in this folder.
        max_credits: Buy nothing that would pass this sum, by the documented prices; an operation without one counts 1.
        profile: Section of the profile file that holds the keys.
        overwrite: Replace results that exist.
        on_progress: Called now and then with how the batch stands.
        rates: Keep the documented request rates; false is for tests against a sandbox without limits.
        clients: Arguments of a client's class, by vendor; by default keys and addresses of the environment.

    Raises:
        ConfigurationError: A source, an operation or the database cannot be used.
        InvalidInput: An argument is wrong, records come without `batch`, two items would get one name, or a result
            exists.
    """
    folder = str(out) if is_remote(str(out)) else str(Path(out).absolute())
    plan = Plan(folder, vendor, operation, options or {}, name, profile, overwrite)
    listed = sources if batch is not None else _places(sources)
    chosen = batch if batch is not None else batch_name([str(source) for source in listed], plan)
    engine = open_engine(resolve_url(database_url))
    try:
        prepared = prepare(engine, listed, plan, batch=chosen, max_credits=max_credits)
        return prepared.work(on_progress=on_progress, rates=rates, clients=clients)
    finally:
        engine.dispose()


def _places(sources: Iterable[str] | Iterable[Record]) -> list[str]:
    """Sources that can name a batch."""
    places: list[str] = []
    for source in sources:
        if isinstance(source, Record):
            raise InvalidInput("records need a batch name: pass batch=", field="batch")
        places.append(str(source))
    return places


def _records(sources: Iterable[str] | Iterable[Record], plan: Plan) -> Iterator[Record]:
    for source in sources:
        if isinstance(source, Record):
            yield source
        else:
            yield from places_of([source], plan)


def places_of(places: Iterable[str], plan: Plan) -> Iterator[Record]:
    """The work that places stand for, as the plan's operation takes it."""
    parameters: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    if plan.vendor is not None and plan.operation is not None:
        work = work_called(plan.vendor, plan.operation)
        parameters = work.parameters
        limits = work.create.inputs.get(work.source or "")
        formats = () if limits is None else tuple(limits.formats)
        if not formats and work.source == "pdf":
            formats = ("pdf",)
    columns = Columns(parameters, others=plan.parameters, named=fields_of(plan.name))
    return read_sources(places, columns=columns, formats=formats)
