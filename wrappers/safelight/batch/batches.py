"""A batch from Python: work on it, see how it stands, decide about what nobody else can."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Self

import sqlalchemy as sa

from safelight.batch.arguments import check_age, check_listener
from safelight.batch.database import database_url as resolve_url
from safelight.batch.database import open_engine
from safelight.batch.decisions import FIRST, Choice, Decision, Decisions, Reviewed
from safelight.batch.engine import Enqueuer
from safelight.batch.file_lock import FileLock
from safelight.batch.moves import Moves
from safelight.batch.orders import Orders
from safelight.batch.outages import looked
from safelight.batch.reaching import reaching
from safelight.batch.records import Item
from safelight.batch.remote import is_remote
from safelight.batch.states import FINAL, RETRIED
from safelight.batch.store import BatchRow, Counts, Store, pages
from safelight.batch.verdicts import Verdicts
from safelight.batch.waits import Wait
from safelight.batch.worker import Worker
from safelight.core.base.outcome import Handle
from safelight.core.base.verdict import Verdict
from safelight.core.http.messages import is_loopback
from safelight.errors import InvalidInput
from safelight.routes.tried import Tried

FIRST_LOOK, LOOK = 0.05, 0.5
"""Seconds between two looks at how a batch stands; more where a look takes long."""
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
    def open(cls, batch: str | None = None, *, database_url: str | os.PathLike[str] | None = None) -> Self:
        """A batch of a database; by default the newest of ``safelight-batch.sqlite`` in this folder.

        Raises:
            ConfigurationError: The database cannot be opened, or holds no such batch.
        """
        url = resolve_url(database_url)
        with reaching(url):
            return cls(open_engine(url), batch)

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
        """The counts of the batch. Reads only the database, so any process may call it, at any time."""
        return self._store.counts(self.id)

    def items(self, *states: str) -> Iterator[Item]:
        """The batch's items: all, or those in some states. Uses constant memory."""
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
        """Work in this process until every item of the batch is finished, or a cap or an error stops it.

        Args:
            on_progress: Called now and then with how the batch stands.
            on_wait: Called right before with what the work waits for, such as a vendor that does not answer.
            address: Name of the IP address that calls leave from; machines of one name share limits by address.
            rates: Keep the documented request rates; false is for tests against a sandbox without limits.
            clients: Arguments of a client's class, by vendor; by default keys and addresses of the environment.

        Raises:
            InvalidInput: A listener is no plain function.
            ConfigurationError: Another process works on the same SQLite file, or this one has another batch or a DBOS
                instance of its own at work.
        """
        check_listener("on_progress", on_progress)
        check_listener("on_wait", on_wait)
        with reaching(self._engine.url):
            counts, pause = self.status(), FIRST_LOOK
            with Worker(self._engine, address=address, rates=rates, clients=clients) as worker:
                while True:
                    began = time.monotonic()
                    counts = looked(self.status, counts)
                    if on_wait is not None:
                        on_wait(worker.waits)
                    if on_progress is not None:
                        on_progress(counts)
                    if (
                        (counts.finished and not worker.checking and self._ended(worker))
                        or worker.lost
                        or (worker.stopping and counts.in_flight == 0)
                    ):
                        break
                    time.sleep(max(pause, 5 * (time.monotonic() - began)))
                    pause = min(LOOK, 1.5 * pause)
            if counts.finished and self.row.settings.get("on_suspect"):
                Verdicts(self._store).check_rest(self.id)
            return looked(self.status, counts)  # once more, for what was under way may have ended meanwhile

    def _ended(self, worker: Worker) -> bool:
        """Whether nothing is left, also of what a check sent to another vendor meanwhile."""
        return looked(self.status, Counts(waiting=1)).finished and not worker.checking

    def verdicts(self, *, suspect: bool = False) -> Iterator[tuple[Item, Verdict]]:
        """What the checks of the results found, by item; of all that were checked, or of the suspect ones alone."""
        return Verdicts(self._store).of(self.id, suspect=suspect)

    def tried(self) -> Iterator[tuple[Item, list[Tried]]]:
        """The items that a vendor of a route did not deliver, each with the vendors that were tried, and why.

        A vendor is named once for each time that it was tried. Reads page by page.
        """
        return Moves(self._store).all(self.id)

    def reviewed(
        self, *, suspect: bool = False, decided: bool = True, after: tuple[int, int] = FIRST
    ) -> Iterator[Reviewed]:
        """Done items with their verdict and decision, suspect ones first; read page by page.

        Args:
            suspect: Only those in which a check found something.
            decided: Also those that somebody decided about.
            after: The place of the last one seen, where an earlier look ended.
        """
        return Decisions(self._store).reviewed(self.id, suspect=suspect, decided=decided, after=after)

    def decide(
        self,
        item: str,
        choice: Choice | None,
        *,
        vendor: str | None = None,
        options: Mapping[str, object] | None = None,
    ) -> Decision | None:
        """Decide about the result of a done item; the next run acts on it. Nothing is bought or moved before.

        Args:
            item: Its id.
            choice: ``"accept"``: it is no longer suspect. ``"reject"``: it is moved to the folder ``rejected`` of the
                results. ``"redo"``: the same, and it is bought again. None takes an earlier decision back.
            vendor: With ``"redo"``: another vendor that has the operation.
            options: With ``"redo"``: the arguments, without the source; by default those of before.

        Raises:
            InvalidInput: There is no such item, it is not done, or the vendor does not take these options.
            ConfigurationError: The vendor has no such operation.
        """
        return Decisions(self._store).decide(self.id, item, choice, vendor=vendor, options=options)

    def retry(self, *states: str) -> int:
        """Let failed and held items start again; returns how many. Bought results are fetched, not bought again."""
        return self._again(states or RETRIED)

    def missing(self, most: int | None = None) -> Iterator[str]:
        """Paths of saved results that no longer exist; only local ones.

        Args:
            most: Items to look at, at the most.
        """
        for item in self._store.items(self.id, ("done",), limit=most):
            yield from _missing(item)

    def fetch_missing(self) -> int:
        """Let done items start again whose results no longer exist; returns how many.

        Their results are fetched, not bought again. Results that came inside the vendor's answer cannot be fetched.
        """
        return self._again(("done",), only=lambda item: item.token is not None and any(_missing(item)))

    def doubted(self, ids: Sequence[str]) -> Sequence[str]:
        """Check that these are ids of items in doubt, and return them.

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
        """Let items start again whose tasks ended with an embedded sandbox; returns how many.

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
        """Buy items in doubt again: all, or those with some ids. Returns how many.

        Call it only if the user decides so. With an idempotency key, the same one is sent: nothing is charged twice.

        Raises:
            InvalidInput: An id is none of an item in doubt; nothing is changed then.
        """
        wanted = frozenset(self.doubted(only))
        return self._again(("doubt",), only=lambda item: not wanted or item.id in wanted, buy_again=True)

    def cancel(self) -> int:
        """Cancel items that are not bought yet; bought ones continue. Returns how many were cancelled."""
        count = 0
        with ordering(self._engine) as enqueuer:
            for page in Orders(self._store).cancel(self.id):
                enqueuer.cancel(page)
                count += len(page)
        return count

    def prune(self, *, everything: bool = False, older_than: float | None = None) -> int:
        """Remove the engine's records of finished items; returns for how many items.

        The items themselves stay, so that the same command still knows what it has paid for.

        Args:
            everything: Remove the batch too, once it is finished: the same command would pay again.
            older_than: Only of items that finished more than so many seconds ago, and the batch only if all of its
                items did.

        Raises:
            InvalidInput: `older_than` is no number of seconds.
        """
        check_age(older_than)
        before = math.inf if older_than is None else time.time() - older_than
        count = 0
        with ordering(self._engine) as enqueuer:
            for page in pages(item for item in self.items(*FINAL) if (item.finished or 0.0) < before):
                enqueuer.delete(page)
                count += len(page)
            counts = self.status()
            if everything and counts.finished and count == counts.total and self.row.created < before:
                Orders(self._store).forget(self.id)
        return count

    def _again(
        self, states: Sequence[str], *, only: Callable[[Item], bool] | None = None, buy_again: bool = False
    ) -> int:
        with ordering(self._engine) as enqueuer:
            enqueue = partial(enqueuer.enqueue, first=self.row.first)
            return Orders(self._store).again(self.id, states, enqueue, only=only, buy_again=buy_again)


def _missing(item: Item) -> Iterator[str]:
    return (file for file in item.files if not is_remote(file) and not Path(file).exists())


def _on_this_machine(token: str) -> bool:
    """Whether a task lived in a sandbox here; a vendor's own is never given up."""
    return is_loopback(Handle.from_token(token).address)


@contextmanager
def ordering(engine: sa.Engine) -> Generator[Enqueuer, None, None]:
    """Change a batch's workflows, while no other process works on a SQLite file."""
    lock = FileLock(engine)
    try:
        with closing(Enqueuer(engine)) as enqueuer:
            yield enqueuer
    finally:
        lock.release()
