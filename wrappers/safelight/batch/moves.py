"""Sends an item to the next vendor of a batch's route, if nothing was bought at the one before."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

import attrs
import sqlalchemy as sa

from safelight import errors
from safelight.batch.arguments import ELSEWHERE
from safelight.batch.database import has_table
from safelight.batch.decisions import replaces_source, set_aside
from safelight.batch.outages import patient
from safelight.batch.records import Item
from safelight.batch.states import State
from safelight.batch.store import PAGE, BatchRow, Store, pages
from safelight.batch.tables import ITEMS, TRIED
from safelight.batch.verdicts import Verdicts, read_verdict
from safelight.core.base.verdict import Verdict
from safelight.errors import InvalidInput, SafelightError
from safelight.routes.stops import arguments_of, works_of
from safelight.routes.tried import Tried
from safelight.vendors import vendor_of

LOGGER = logging.getLogger("safelight.batch")
Route: TypeAlias = Sequence[tuple[str, Mapping[str, object]]]
"""Vendors in order, each with the operation's arguments."""
UNTOUCHED = (
    ITEMS.c.state == "waiting",
    *(ITEMS.c[name].is_(None) for name in ("intent", "token", "credits", "request_key")),
)
"""Nothing was bought, and nothing may have been: a key that may have reached its vendor stays with the item."""
NOTHING: Mapping[str, object] = {
    "state": "waiting",
    **dict.fromkeys(("intent", "intent_operation", "request_key", "token")),
    **dict.fromkeys(("credits", "bought", "finished", "files")),
}
"""Columns of an item that is bought anew."""


def routed(
    vendor: str | Sequence[str] | None, operation: str | None, options: Mapping[str, object]
) -> dict[str, object]:
    """The fields of a plan that say whom to ask: one vendor, or several in a list or with commas between them.

    Raises:
        ConfigurationError: A vendor does not exist, or lacks the operation.
        InvalidInput: A vendor is named twice, the operation is missing, or an option is wrong or not every vendor's.
    """
    names = [name.strip() for name in (vendor.split(",") if isinstance(vendor, str) else vendor or ())]
    if len(names) <= 1:
        return {"vendor": names[0] if names else None, "options": options}
    if operation is None:
        raise InvalidInput("several vendors need an operation that all of them have", field="operation")
    names = [vendor_of(name).name for name in names]
    if len(set(names)) < len(names):
        raise InvalidInput(f"a vendor is named twice: {', '.join(names)}", field="vendor")
    route = tuple(zip(names, arguments_of(works_of(names, operation), options, complete=False), strict=True))
    return {"vendor": names[0], "options": route[0][1], "route": route}


def route_of(row: BatchRow | None) -> Route:
    """The vendors of a batch; none where it has no route."""
    return () if row is None else cast("Route", row.settings.get("route") or ())


def place_of(row: BatchRow | None, item: Item) -> int | None:
    """Where an item is on its route; None where it has none."""
    names = [vendor for vendor, _ in route_of(row)]
    return names.index(item.vendor) if item.vendor in names else None


def is_ahead(row: BatchRow | None, item: Item) -> bool:
    """Whether another vendor may be asked if this one refuses an item."""
    place = place_of(row, item)
    return place is not None and place + 1 < len(route_of(row)) and item.request_key is None


class Moves:
    """Moves the items of a database along their routes.

    Args:
        enqueue: Makes the workflows of items in a transaction, with priorities that follow a number.
    """

    def __init__(
        self, store: Store, enqueue: Callable[[sa.Connection, Sequence[Item], int], None] | None = None
    ) -> None:
        self._store = store
        self._enqueue = enqueue

    @patient
    def on(self, row: BatchRow, item: Item, tried: Tried) -> bool:
        """Give an item to the next vendor, where it begins anew; false where something may have been bought."""
        return self._give(row, item, tried, *UNTOUCHED)

    @patient
    def again(self, row: BatchRow, item: Item, verdict: Verdict) -> bool:
        """Buy a result that failed its check again from the next vendor; it is paid for, and set aside.

        False for the last vendor, where an earlier run tried it, and where the result took the place of its source.
        """
        place = place_of(row, item)
        if place is None or place + 1 == len(route_of(row)) or replaces_source(item):
            return False
        with self._store.engine.connect() as connection:
            known = sa.select(TRIED.c.item).where(TRIED.c.item == item.id, TRIED.c.attempt == item.attempt)
            if connection.execute(known).first() is not None:
                return False
        paid = self._store.item(item.id)  # with its token and its price
        if paid is None or paid.attempt != item.attempt:  # another process has bought it elsewhere meanwhile
            return False
        try:
            moves = set_aside(self._store, paid, str(row.settings["out"]))
        except OSError as error:
            LOGGER.warning(
                "%s: its suspect result cannot be moved, and stays: %s", item.shown, error.strerror
            )
            return False
        if moves is None:  # another run was here first
            return False
        tried = Tried(item.vendor, "failed check", verdict=verdict, files=tuple(place for _, place in moves))
        return self._give(row, paid, tried, ITEMS.c.state == "done")

    def _give(self, row: BatchRow, item: Item, tried: Tried, *expected: sa.ColumnElement[bool]) -> bool:
        moved = _at(row, item, (place_of(row, item) or 0) + 1, attempt=item.attempt + 1)
        with self._store.engine.begin() as connection:
            changed = _change(connection, item, moved, NOTHING, tried, *expected)
            if changed and self._enqueue is not None:
                self._enqueue(connection, [moved], row.first)
        return changed

    def rest(self, row: BatchRow) -> None:
        """Do `again` what an earlier run left, if that is asked for."""
        if row.settings.get("on_suspect") == ELSEWHERE:
            for item, verdict in Verdicts(self._store).of(row.id, suspect=True):
                self.again(row, item, verdict)

    def paid(self, row: BatchRow) -> Iterator[Item]:
        """What was bought and failed its check: the items as they were then."""
        if not has_table(self._store.engine, TRIED):
            return
        query = sa.select(TRIED).where(TRIED.c.batch == row.id, TRIED.c.credits.is_not(None))
        with self._store.engine.connect() as connection:
            rows = connection.execute(query.order_by(TRIED.c.item, TRIED.c.attempt)).all()
        seen: set[object] = set()
        for page in pages(rows):
            items = self._store.known([one.item for one in page])
            for one in page:
                item, purchase = items.get(one.item), (one.item, one.token or one.files)
                if item is None or purchase in seen or _holds(item, one):
                    continue
                seen.add(purchase)
                yield _as_bought(row, item, one)

    @patient
    def end(
        self, row: BatchRow, item: Item, state: State, kind: str, error: str, tried: Tried | None = None
    ) -> bool:
        """End an item that is not bought at the first vendor, which is asked first if it starts again.

        One with a result that failed its check has that result. False where something may have been bought: then nothing
        is changed.
        """
        values: dict[str, object] = {
            "state": state,
            "finished": time.time(),
            "error_kind": kind,
            "error": error,
        }
        moved = _at(row, item, 0, attempt=item.attempt)
        kept = [one for one in self._journey(row, item) if one.error_kind is None]
        if kept:  # a result that failed its check is better than none
            moved = attrs.evolve(_as_bought(row, item, kept[-1]), attempt=item.attempt)
            own = {name: getattr(kept[-1], name) for name in ("token", "credits", "bought", "files")}
            values = {"state": "done", "finished": time.time(), **own}
        with self._store.engine.begin() as connection:
            return _change(connection, item, moved, values, tried, *UNTOUCHED)

    def before(self, row: BatchRow, item: Item) -> list[Tried]:
        """The vendors that were tried since an item began at the first one."""
        return list(map(_tried, self._journey(row, item)))

    @patient
    def _journey(self, row: BatchRow, item: Item) -> Sequence[sa.Row[tuple[object, ...]]]:
        query = sa.select(TRIED).where(TRIED.c.item == item.id, TRIED.c.attempt < item.attempt)
        with self._store.engine.connect() as connection:
            rows = connection.execute(query.order_by(TRIED.c.attempt.desc())).all()
        names = [vendor for vendor, _ in route_of(row)]
        place, attempt = place_of(row, item) or 0, item.attempt
        found: list[sa.Row[tuple[object, ...]]] = []
        for one in rows:
            # A retry at one vendor is an attempt more of the same journey. After a result, another one began.
            retried = one.attempt < attempt - 1
            if one.vendor not in names[:place] or (retried and item.files):
                break
            place, attempt = names.index(one.vendor), one.attempt
            found.insert(0, one)
        return found

    def all(self, batch: str) -> Iterator[tuple[Item, list[Tried]]]:
        """Items that a vendor of the route did not deliver, each with the vendors that were tried; read page by page."""
        moved = ITEMS.c.id.in_(sa.select(TRIED.c.item).where(TRIED.c.batch == batch))
        number = 0
        while True:
            page = sa.select(ITEMS.c.id).where(ITEMS.c.batch == batch, ITEMS.c.number > number, moved)
            with self._store.engine.connect() as connection:
                ids = list(connection.execute(page.order_by(ITEMS.c.number).limit(PAGE)).scalars())
                query = sa.select(TRIED).where(TRIED.c.item.in_(ids)).order_by(TRIED.c.attempt)
                rows = connection.execute(query).all()
            for item in sorted(self._store.known(ids).values(), key=lambda item: item.number):
                number = item.number
                yield item, [_tried(row) for row in rows if row.item == item.id]
            if len(ids) < PAGE:
                return

    def summary(self, batch: str) -> Iterator[str]:
        """Lines on what the vendors of a route did and did not do; none where the first one did all."""
        if not has_table(self._store.engine, TRIED):
            return
        what = (TRIED.c.vendor, TRIED.c.reason)
        tried = sa.select(*what, sa.func.count(), sa.func.max(TRIED.c.error)).where(TRIED.c.batch == batch)
        done = sa.select(ITEMS.c.vendor, sa.func.count()).where(
            ITEMS.c.batch == batch, ITEMS.c.state == "done"
        )
        with self._store.engine.connect() as connection:
            rows = connection.execute(tried.group_by(*what).order_by(*what)).all()
            made = connection.execute(done.group_by(ITEMS.c.vendor)).all()
        if rows:
            yield from (f"{count} done by {vendor}" for vendor, count in made)
        for vendor, reason, count, error in rows:
            yield f"{count} not done by {vendor}: {reason}, such as: {error}"


def _at(row: BatchRow, item: Item, place: int, *, attempt: int) -> Item:
    """An item at a place of its route; an option that its own row in a list gave goes with it."""
    route = route_of(row)
    here, (vendor, options) = dict(route)[item.vendor], route[place]
    own = {name: value for name, value in item.options.items() if name not in here or here[name] != value}
    return attrs.evolve(item, vendor=vendor, options={**options, **own}, attempt=attempt)


def _as_bought(row: BatchRow, item: Item, tried: sa.Row[tuple[object, ...]]) -> Item:
    """An item with a purchase of it whose result failed its check."""
    names = [vendor for vendor, _ in route_of(row)]
    then = attrs.evolve(item, vendor=tried.vendor, attempt=tried.attempt)
    if {item.vendor, tried.vendor} <= set(names):  # else a later run had another route
        then = _at(row, item, names.index(tried.vendor), attempt=tried.attempt)
    return attrs.evolve(then, state="done", token=tried.token, credits=tried.credits, bought=tried.bought)


def _holds(item: Item, tried: sa.Row[tuple[object, ...]]) -> bool:
    """Whether a purchase that failed its check is the item's own again, for no other vendor took it."""
    same = item.token == tried.token if tried.token else list(item.files) == json.loads(tried.files)
    return bool(same) and item.credits is not None


def _change(
    connection: sa.Connection,
    item: Item,
    moved: Item,
    values: Mapping[str, object],
    tried: Tried | None,
    *expected: sa.ColumnElement[bool],
) -> bool:
    changed = connection.execute(
        sa.update(ITEMS)
        .where(ITEMS.c.id == item.id, ITEMS.c.attempt == item.attempt, *expected)
        .values(
            vendor=moved.vendor,
            options=json.dumps(moved.options),
            attempt=moved.attempt,
            flight=None,
            **values,
        )
    )
    if changed.rowcount and tried is not None:
        connection.execute(
            sa.insert(TRIED).values(
                item=item.id,
                attempt=item.attempt,
                batch=item.batch,
                vendor=tried.vendor,
                reason=tried.reason,
                error_kind=None if tried.error is None else type(tried.error).__name__,
                error=tried.message,
                verdict=None if tried.verdict is None else json.dumps(tried.verdict.as_dict()),
                files=json.dumps(tried.files),
                token=item.token,
                credits=item.credits,
                bought=item.bought,
            )
        )
    return bool(changed.rowcount)


def _tried(row: sa.Row[tuple[object, ...]]) -> Tried:
    files = tuple(json.loads(row.files))
    if row.error_kind is None:
        return Tried(row.vendor, row.reason, verdict=read_verdict(row.verdict), files=files)
    kind = cast("type[SafelightError]", getattr(errors, row.error_kind))
    return Tried(row.vendor, row.reason, kind(row.error, vendor=row.vendor), files=files)
