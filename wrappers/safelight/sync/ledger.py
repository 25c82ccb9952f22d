"""Looks up in the batches of a database what was bought for a content before, also by earlier ``batch run``s."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs
import sqlalchemy as sa

from safelight.batch.catalogue import Work
from safelight.batch.contents import Content, Contents
from safelight.batch.local_listing import is_below
from safelight.batch.planning import Plan
from safelight.batch.records import Item, item_id
from safelight.batch.states import UNFINISHED
from safelight.batch.store import Store, pages
from safelight.batch.tables import CONTENTS, ITEMS
from safelight.sync.table import SYNCED, Mark, Result, Row


@attrs.define
class Ledger:
    """The items of a database, as one sync needs them.

    Args:
        store: The database; None where there is none yet.
        batch: The sync's own batch.
    """

    store: Store | None
    batch: str
    work: Work
    plan: Plan
    own: dict[str, Item] = attrs.field(factory=dict[str, Item], init=False)
    """Items of the own batch by the content that they are for."""
    others: dict[str, list[Item]] = attrs.field(factory=dict[str, "list[Item]"], init=False)
    """Done items of other batches, and those that may be paid, by content."""
    _taken: set[str] = attrs.field(factory=set[str], init=False)

    def key_of(self, digest: str) -> str:
        """The key of a record for a content; another where an item of that key was bought from other bytes in truth."""
        key, number = digest, 1
        while self.id_of(key) in self._taken:
            number += 1
            key = f"{digest}.{number}"
        return key

    def id_of(self, key: str) -> str:
        """The id of the own item of a key."""
        return item_id(self.batch, self.work.vendor, self.work.operation, key, self.plan.options, None)

    def load(self, digests: Iterable[str]) -> None:
        """Look contents up."""
        store = self.store
        if store is None:
            return
        for page in pages(digests):
            by_id = {self.id_of(digest): digest for digest in page}
            known = store.known(list(by_id))
            contents = Contents(store.engine).of(list(known))
            for name, item in known.items():
                if name in contents and contents[name].digest != by_id[name]:
                    self._taken.add(name)
                else:
                    self.own[by_id[name]] = item
            for item, digest in self._bought(store, page):
                if item.batch == self.batch:
                    self.own[digest] = item
                else:
                    self.others.setdefault(digest, []).append(item)

    def _bought(self, store: Store, digests: Sequence[str]) -> Iterator[tuple[Item, str]]:
        """Items of this operation and these options, with the digest of what they were bought from."""
        if not Contents(store.engine)._there:
            return
        query = (
            sa.select(ITEMS.c.id, CONTENTS.c.digest)
            .join(CONTENTS, CONTENTS.c.item == ITEMS.c.id)
            .where(CONTENTS.c.digest.in_(digests), *self._ours)
        )
        with store.engine.connect() as connection:
            found = {row.id: row.digest for row in connection.execute(query)}
        for page in pages(found):
            for name, item in store.known(page).items():
                if self._fits(item):
                    yield item, found[name]

    @property
    def _ours(self) -> tuple[sa.ColumnElement[bool], ...]:
        vendors = [vendor for vendor, _ in self._stops]
        return ITEMS.c.vendor.in_(vendors), ITEMS.c.operation == self.work.operation

    @property
    def _stops(self) -> Sequence[tuple[str, Mapping[str, object]]]:
        """The vendors that may do it, each with its arguments: what one of them has bought is bought."""
        return self.plan.route or ((self.work.vendor, self.plan.options),)

    def _fits(self, item: Item) -> bool:
        return any((item.vendor, item.options) == one for one in self._stops)

    def elsewhere(self, digest: str) -> tuple[Item, Sequence[Result]] | None:
        """Results of a content that another batch has, and that are still there."""
        for item in self.others.get(digest, ()):
            if item.state == "done" and item.files:
                files = [Result.at(file) for file in item.files if "://" not in file]
                if len(files) == len(item.files) and all(files):
                    return item, [one for one in files if one is not None]
        return None

    def under_way(self) -> dict[str, Item]:
        """What other batches are about to buy, by the picture's path: until then nothing tells its content."""
        store = self.store
        if store is None:
            return {}
        query = sa.select(ITEMS.c.id).where(
            ITEMS.c.batch.in_([row.id for row in store.batches() if row.id != self.batch]),
            ITEMS.c.state.in_(UNFINISHED),
            *self._ours,
        )
        with store.engine.connect() as connection:
            names = list(connection.execute(query).scalars())
        found: dict[str, Item] = {}
        for page in pages(names):
            told = Contents(store.engine).of(page)
            for name, item in store.known(page).items():
                if self._fits(item) and (item.state == "waiting" or name not in told):
                    found[item.source] = item
        return found

    def unsettled(self, root: str, rows: Mapping[str, Row]) -> dict[str, Row]:
        """Rows for items whose results are there and that no row has yet, such as those of an earlier ``batch run``.

        Args:
            root: The folder of pictures: only items of pictures below it are taken.
            rows: What is known already.
        """
        store = self.store
        if store is None or not Contents(store.engine)._there:
            return {}
        batches = [row.id for row in store.batches() if str(row.settings["out"]) == self.plan.out]
        owned = {(row.item, result.path) for row in rows.values() for result in row.files}
        found: dict[str, tuple[float, Row]] = {}
        for item, content in self._done(store, batches, owned):
            if not is_below(item.source, root) or not self._fits(item) or item.target == item.id:
                continue
            files = [Result.at(file) for file in item.files]
            row = Row(
                item.source,
                Mark(content.size, content.modified or 0),
                content.digest,
                item.id,
                item.target,
                tuple(one for one in files if one is not None),
            )
            finished = item.finished or 0.0
            if len(row.files) == len(item.files) and finished >= found.get(row.path, (0.0,))[0]:
                found[row.path] = (finished, row)
        return {path: row for path, (_, row) in found.items()}

    def _done(
        self, store: Store, batches: Sequence[str], owned: set[tuple[str, str]]
    ) -> Iterator[tuple[Item, Content]]:
        query = sa.select(ITEMS.c.id, ITEMS.c.files).where(
            ITEMS.c.batch.in_(batches),
            ITEMS.c.state == "done",
            ITEMS.c.files.is_not(None),
            *self._ours,
        )
        with store.engine.connect() as connection:
            rows = connection.execute(query)
            names = [row.id for row in rows if (row.id, json.loads(row.files)[0]) not in owned]
        for page in pages(names):
            contents = Contents(store.engine).of(page)
            for name, item in store.known(page).items():
                if name in contents:
                    yield item, contents[name]


def agree(connection: sa.Connection, batch: str, items: Iterable[str]) -> None:
    """Write down in a caller's transaction where the results of items are now: at the first picture that has them.

    The sync's own items also take its path and target. One whose results are nowhere takes no other's name.
    """
    for page in pages(dict.fromkeys(items)):
        places: dict[str, sa.Row[tuple[object, ...]]] = {}
        query = sa.select(SYNCED).where(SYNCED.c.item.in_(page)).order_by(SYNCED.c.path)
        for row in connection.execute(query):
            places.setdefault(row.item, row)
        kept = sa.select(ITEMS.c.id, ITEMS.c.batch, ITEMS.c.files).where(ITEMS.c.id.in_(page))
        items = {row.id: row for row in connection.execute(kept)}
        own = {name for name, item in items.items() if item.batch == batch}
        free_targets(connection, batch, [row.target for name, row in places.items() if name in own])
        for name, item in items.items():
            there = places.get(name)
            values: dict[str, object] = {"files": None if there is None else _paths(there.files)}
            if name in own:
                values |= (
                    {"target": ITEMS.c.id}
                    if there is None
                    else {"source": there.path, "target": there.target}
                )
            elif values["files"] == item.files:
                continue
            connection.execute(sa.update(ITEMS).where(ITEMS.c.id == name).values(**values))


def free_targets(connection: sa.Connection, batch: str, targets: Sequence[str]) -> None:
    """Let the items of a batch that have these targets take no name for now."""
    for page in pages(targets):
        connection.execute(
            sa.update(ITEMS).where(ITEMS.c.batch == batch, ITEMS.c.target.in_(page)).values(target=ITEMS.c.id)
        )


def _paths(files: str) -> str:
    """The results of a row as an item keeps them."""
    return json.dumps([one[0] for one in json.loads(files)])
