"""Checks the results of a batch's items, and keeps the verdicts apart from the items: no failure here reaches an item."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from typing import cast

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from safelight.batch.catalogue import work_of
from safelight.batch.records import Item
from safelight.batch.remote import local_copy
from safelight.batch.store import PAGE, Store
from safelight.batch.tables import CHECKS, DECISIONS, ITEMS, REPLACED
from safelight.checks import can_check, check_files
from safelight.checks.checking import pictures
from safelight.core.base.outcome import Handle
from safelight.core.base.verdict import Verdict
from safelight.errors import SafelightError

REST = 500
"""Results of earlier runs that a run checks at its end, at the most."""
LOGGER = logging.getLogger("safelight.batch")
CHECKED = sa.and_(CHECKS.c.item == ITEMS.c.id, CHECKS.c.attempt == ITEMS.c.attempt)
DECIDED = sa.and_(DECISIONS.c.item == ITEMS.c.id, DECISIONS.c.attempt == ITEMS.c.attempt)


class Verdicts:
    """The verdicts of a database's items."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, item: Item) -> Verdict:
        """Check the files of an item that is done, and keep the verdict. Blocks; raises nothing, whatever is wrong."""
        if not can_check():
            return Verdict()
        try:
            found = _verdict(item)
        except Exception as error:  # noqa: BLE001 - the result is saved and paid, and its check is an extra
            LOGGER.warning("item %s: its result could not be checked: %s", item.id, type(error).__name__)
            found = Verdict(unchecked=f"the check failed: {type(error).__name__}: {error}")
        with suppress(SQLAlchemyError):
            self._keep(item, found)
        return found

    def found(self, item: Item) -> Verdict | None:
        """The verdict of an item that is done, which is checked now where it was not; None without the extra. Blocks."""
        query = sa.select(CHECKS.c.verdict).where(CHECKS.c.item == item.id, CHECKS.c.attempt == item.attempt)
        with self._store.engine.connect() as connection:
            text = connection.execute(query).scalar_one_or_none()
        if text is None:
            self.check(item)
            with self._store.engine.connect() as connection:
                text = connection.execute(query).scalar_one_or_none()
        return None if text is None else read_verdict(text)

    def check_rest(self, batch: str, most: int = REST) -> None:
        """Check done items that have no verdict, such as those of an interrupted run; at most so many."""
        query = (
            sa.select(ITEMS.c.id)
            .outerjoin(CHECKS, CHECKED)
            .where(
                ITEMS.c.batch == batch, ITEMS.c.state == "done", CHECKS.c.item.is_(None), sa.not_(REPLACED)
            )
            .order_by(ITEMS.c.number)
            .limit(most)
        )
        with self._store.engine.connect() as connection:
            ids = list(connection.execute(query).scalars())
        for item in self._store.known(ids).values():
            self.check(item)

    def of(self, batch: str, *, suspect: bool = False) -> Iterator[tuple[Item, Verdict]]:
        """A batch's done items with their verdicts, or only the suspect ones that nobody decided about."""
        after = 0
        while True:
            query = (
                sa.select(ITEMS.c.id, ITEMS.c.number, CHECKS.c.verdict)
                .join(CHECKS, CHECKED)
                .where(ITEMS.c.batch == batch, ITEMS.c.state == "done", sa.not_(REPLACED))
                .where(ITEMS.c.number > after)
                .order_by(ITEMS.c.number)
                .limit(PAGE)
            )
            if suspect:
                query = query.outerjoin(DECISIONS, DECIDED).where(
                    CHECKS.c.suspect, DECISIONS.c.item.is_(None)
                )
            with self._store.engine.connect() as connection:
                rows = connection.execute(query).all()
            items = self._store.known([row.id for row in rows])
            for row in rows:
                after = row.number
                if row.id in items:
                    yield items[row.id], read_verdict(row.verdict)
            if len(rows) < PAGE:
                return

    def _keep(self, item: Item, verdict: Verdict) -> None:
        with (
            suppress(IntegrityError),
            self._store.engine.begin() as connection,
        ):  # another process did the same
            connection.execute(sa.delete(CHECKS).where(CHECKS.c.item == item.id))
            connection.execute(
                sa.insert(CHECKS).values(
                    item=item.id,
                    batch=item.batch,
                    attempt=item.attempt,
                    suspect=verdict.suspect,
                    verdict=json.dumps(verdict.as_dict()),
                )
            )


def _verdict(item: Item) -> Verdict:
    method = work_of(item.vendor, item.operation).method
    with ExitStack() as held:
        files = [
            (label, held.enter_context(local_copy(path))) for label, path in pictures(item.files, item.target)
        ]
        source = None
        with suppress(SafelightError):  # it may be gone by now: the check does without
            source = held.enter_context(local_copy(item.source))
        if not files:
            return Verdict(unchecked="its files are no pictures")
        known = source if source is not None and source.is_file() else None
        prepared = Handle.from_token(item.token).prepared if item.token else ()
        return check_files(method, files, arguments=item.options, source=known, prepared=prepared)


def read_verdict(text: str) -> Verdict:
    """A verdict as the database keeps it."""
    values = cast("dict[str, object]", json.loads(text))
    return Verdict(
        cast("dict[str, str]", values["reasons"]),
        cast("dict[str, float]", values["figures"]),
        cast("str | None", values["unchecked"]),
    )
