"""One round of a sync: look, decide, move and copy, buy, and put what was bought where it is wanted."""

from __future__ import annotations

import json
import logging
import math
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path

import attrs
import sqlalchemy as sa

from safelight.batch.arguments import ELSEWHERE
from safelight.batch.batches import ordering
from safelight.batch.catalogue import SECONDS_OF_WORK, Work
from safelight.batch.contents import Content, keep
from safelight.batch.engine import Enqueuer
from safelight.batch.estimates import Quote, estimate
from safelight.batch.local_listing import is_below
from safelight.batch.naming import fields_of
from safelight.batch.orders import Orders
from safelight.batch.own_results import without_results
from safelight.batch.planning import Plan
from safelight.batch.records import Record, item_id
from safelight.batch.remote import is_remote
from safelight.batch.running import places_of
from safelight.batch.sources import is_table
from safelight.batch.states import UNBOUGHT
from safelight.batch.store import PAGE, Store
from safelight.batch.tables import ITEMS
from safelight.core.base.homes import expanded
from safelight.errors import ConfigurationError, InvalidInput
from safelight.sync.deciding import Decider
from safelight.sync.decision import Decision, Rules
from safelight.sync.ledger import Ledger, agree, free_targets
from safelight.sync.looking import Look, Resting, look
from safelight.sync.placing import place, remove
from safelight.sync.table import Row, Table

LOGGER = logging.getLogger("safelight.batch")
Say = Callable[[str], object]


@attrs.frozen
class Sync:
    """A folder of pictures and its folder of results.

    Args:
        source: A folder, or a glob.
        plan: What to do with each picture.
        rules: What the user allows.

    Raises:
        ConfigurationError: There is no such operation.
        InvalidInput: An argument is wrong, or the results would lie among the pictures.
    """

    source: str = attrs.field(converter=expanded)
    plan: Plan
    rules: Rules = attrs.field(factory=Rules)

    def __attrs_post_init__(self) -> None:
        """Check the arguments before anything is read."""
        if is_table(self.source) or "://" in self.source or is_remote(self.plan.out):
            raise InvalidInput(
                "sync takes a folder of this machine and puts the results into another one: lists and addresses go "
                "through safelight batch run",
                field="source",
            )
        if self.work.source is None:
            raise InvalidInput(
                f"{self.work.vendor} {self.work.operation} takes no picture, so there is nothing to sync",
                field="operation",
            )
        if self.plan.on_suspect == ELSEWHERE:
            raise InvalidInput(
                f"sync does not take {ELSEWHERE!r}, which moves results away: it keeps its folder as it is",
                field="on_suspect",
            )
        list(self.plan.stops(Record(self.source), 1))
        if "number" in fields_of(self.plan.name):
            raise InvalidInput(
                "--name cannot use {number} in a sync: numbers change as pictures come and go", field="name"
            )
        if is_below(os.path.realpath(self.folder), os.path.realpath(self.plan.out)):
            raise InvalidInput(
                f"{self.plan.out} holds the pictures: pass another folder for the results with -o, such as one "
                "below it",
                field="out",
            )

    @property
    def work(self) -> Work:
        """The operation."""
        return self.plan.work(Record(self.source))

    @property
    def folder(self) -> str:
        """The folder of pictures; of a glob, its part without wild characters."""
        place = os.path.abspath(self.source)  # noqa: PTH100 - text stays text
        if Path(place).exists():
            return place
        parts = Path(place).parts
        fixed = next((place for place, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
        return str(Path(*parts[:fixed]))

    @property
    def batch(self) -> str:
        """The name of its batch: the same folders, operation and options have the same."""
        content = json.dumps(
            [
                os.path.abspath(self.source),  # noqa: PTH100 - text stays text
                self.plan.out,
                self.plan.name,
                self.plan.options,
                *([self.plan.route] if self.plan.route else []),
            ],
            sort_keys=True,
            default=str,
        )
        digest = blake2b(content.encode(errors="surrogateescape"), digest_size=4).hexdigest()
        return f"sync-{self.work.vendor}-{self.work.operation.replace('_', '-')}-{digest}"

    # Look and decide

    def look(
        self, engine: sa.Engine | None, resting: Resting | None = None, say: Say = LOGGER.warning
    ) -> tuple[Look, dict[str, Row], dict[str, Row]]:
        """Look at the pictures: what is there, what is known, and what of that is not written down yet.

        Args:
            engine: The database; None where there is none yet.
            resting: Leaves out what is still being written.
            say: Takes what the user should know of the folder.

        Raises:
            ConfigurationError: There is no such folder, or no picture in it.
        """
        rows = {} if engine is None else Table(engine, self.batch).load()
        fresh = self._ledger(engine).unsettled(self.folder, rows)
        rows |= fresh
        return look(self._records(engine, say, empty=resting is not None), rows, resting), rows, fresh

    def _records(self, engine: sa.Engine | None, say: Say, *, empty: bool) -> Iterator[Record]:
        records = places_of([self.source], self.plan, say)
        try:
            yield from records if engine is None else without_results(Store(engine), records, self.plan, say)
        except ConfigurationError:
            if not (empty and Path(self.source).is_dir()):
                raise

    def _ledger(self, engine: sa.Engine | None) -> Ledger:
        return Ledger(None if engine is None else Store(engine), self.batch, self.work, self.plan)

    def decide(
        self,
        engine: sa.Engine | None,
        found: tuple[Look, dict[str, Row], dict[str, Row]],
        quote: Quote = lambda _work, _options: None,
    ) -> Decision:
        """Decide what to do with what was found, and count what it takes."""
        seen, rows, fresh = found
        decider = Decider(self.plan, seen, rows, self._ledger(engine), fresh=fresh, rules=self.rules)
        decision = decider.decide()
        if decision.buys:
            counted = estimate(decision.buys, self.plan, quote=quote)
            changes, vendor = decision.changes, self.work.vendor
            changes.credits, changes.most = counted.credits, counted.most
            changes.unpriced, changes.bytes = counted.unpriced.total(), counted.bytes
            rounds = math.ceil(counted.items / counted.in_flight[vendor])
            changes.seconds = max(counted.seconds[vendor], rounds * SECONDS_OF_WORK)
        return decision

    # Do it

    def apply(self, engine: sa.Engine, decision: Decision, *, orders: bool = True) -> None:
        """Move, copy and delete results, write it down, and prepare what is to be fetched and bought.

        Args:
            orders: Prepare purchases, too.

        Raises:
            ConfigurationError: Another process works on the same SQLite file.
        """
        store, table = Store(engine), Table(engine, self.batch)
        unbought = any(store.items(self.batch, UNBOUGHT, limit=1))
        if decision.is_empty and not (orders and unbought):
            return
        table.make()
        with ordering(engine) as enqueuer:
            before = table.load()
            try:  # what is deleted first, for another result may get its place
                remove((result.path for result in decision.deleted), self.plan.out)
                placed = place(decision.placements, self.plan.out)
            except OSError as error:
                raise ConfigurationError(
                    f"cannot write {error.filename or self.plan.out}: {error.strerror}. Nothing was bought; the same "
                    "command goes on",
                    field="out",
                ) from None
            rows = decision.rows | {row.path: row for row in placed}
            fetched = {record.source for _, record in decision.fetch} if orders else set[str]()
            dropped = (decision.dropped | fetched) - rows.keys()
            left = [before[path].item for path in (*rows, *dropped) if path in before]
            with engine.begin() as connection:
                table.save(connection, rows.values(), dropped)
                agree(connection, self.batch, [*left, *(row.item for row in rows.values())])
            if orders:
                self._order(store, enqueuer, decision)

    def _order(self, store: Store, enqueuer: Enqueuer, decision: Decision) -> None:
        """Let known items start again, for the picture that they are wanted for; those of no picture are cancelled."""
        wanted = {self._id(record): record for record in decision.buys}
        fetched = {item.id: record for item, record in decision.fetch if item.batch == self.batch}
        taken = {self._id(record): record for item, record in decision.fetch if item.batch != self.batch}
        with store.engine.begin() as connection:
            records = wanted | fetched | taken
            free_targets(connection, self.batch, [record.target or "" for record in records.values()])
            for name, record in records.items():
                connection.execute(
                    sa.update(ITEMS)
                    .where(ITEMS.c.id == name)
                    .values(source=record.source, target=record.target, files=None)
                )
        fetched |= self._take(store, decision)
        row = store.batch(self.batch)
        if row is None:
            return
        orders, enqueue = Orders(store), partial(enqueuer.enqueue, first=row.first)
        unwanted = [item for item in store.items(self.batch, UNBOUGHT) if item.id not in wanted]
        for start in range(0, len(unwanted), PAGE):
            page = unwanted[start : start + PAGE]
            with store.engine.begin() as connection:
                connection.execute(
                    sa.update(ITEMS)
                    .where(ITEMS.c.id.in_([item.id for item in page]), ITEMS.c.state.in_(UNBOUGHT))
                    .values(state="cancelled", finished=time.time(), flight=None)
                )
            enqueuer.cancel(page)
        orders.again(self.batch, ("cancelled",), enqueue, only=lambda item: item.id in wanted)
        orders.again(self.batch, ("done",), enqueue, only=lambda item: item.id in fetched)
        again = decision.buy_again
        orders.again(
            self.batch, ("done", "failed"), enqueue, only=lambda item: item.id in again, buy_again=True
        )

    def _take(self, store: Store, decision: Decision) -> dict[str, Record]:
        """Make own items of what other batches bought and what is to be fetched for this one.

        Those that were own items already, which nothing was paid for, are returned: they have to start again.
        """
        taken = [(item, record) for item, record in decision.fetch if item.batch != self.batch]
        if not taken:
            return {}
        if store.batch(self.batch) is None:
            store.open_batch(self.batch, {"out": self.plan.out, "name": self.plan.name}, None)
        store.add(
            self.batch,
            [
                {
                    "id": self._id(record),
                    "batch": self.batch,
                    "vendor": item.vendor,
                    "operation": item.operation,
                    "profile": item.profile,
                    "source": record.source,
                    "options": json.dumps(item.options),
                    "target": record.target,
                    "state": "bought",
                    "attempt": 0,
                    "token": item.token,
                }
                for item, record in taken
            ],
        )
        again: dict[str, Record] = {}
        with store.engine.begin() as connection:
            for item, record in taken:
                name, digest = self._id(record), record.key.partition(".")[0]
                keep(connection, name, Content(record.size or 0, record.modified, digest))
                known = sa.update(ITEMS).where(
                    ITEMS.c.id == name, ITEMS.c.state.in_((*UNBOUGHT, "cancelled"))
                )
                if connection.execute(known.values(state="done", token=item.token)).rowcount:
                    again[name] = record
        return again

    def _id(self, record: Record) -> str:
        work = self.work
        return item_id(self.batch, work.vendor, work.operation, record.key, self.plan.options, None)

    def has_orders(self, engine: sa.Engine, decision: Decision) -> bool:
        """Whether there is anything to buy, or to fetch."""
        return bool(decision.buys) or not Store(engine).counts(self.batch).finished

    def settle(self, engine: sa.Engine, found: Look) -> Decision:
        """Note what was bought, and copy it to duplicates."""
        rows = Table(engine, self.batch).load()
        fresh = self._ledger(engine).unsettled(self.folder, rows)
        decision = self.decide(engine, (found.refreshed(), rows | fresh, fresh))
        self.apply(engine, decision, orders=False)
        return decision
