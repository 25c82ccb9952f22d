"""Lists a batch's work into the database and checks all of it before the first credit is spent."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs
from sqlalchemy.exc import IntegrityError

from safelight.batch.catalogue import Work, work_of
from safelight.batch.choices import wrong_value
from safelight.batch.contents import Contents
from safelight.batch.engine import Enqueuer
from safelight.batch.existing import Existing
from safelight.batch.naming import FIELDS, TEMPLATE, fields_of, target_of
from safelight.batch.records import NAME_BYTES, Item, Record, item_id, refusal, shown_source
from safelight.batch.remote import is_remote, real_place
from safelight.batch.store import PAGE, BatchRow, Store, pages
from safelight.core.base.homes import expanded
from safelight.core.base.texts import did_you_mean
from safelight.core.transfers.preparing import Prepare, check_prepare
from safelight.errors import ConfigurationError, InvalidInput

SHOWN = 5
"""Names of offending items in one message."""
PATH_BYTES = 4000
"""The longest path of a result, without its suffix; systems take 4096."""


def _place(out: str) -> str:
    return out if is_remote(out) else str(Path(expanded(out)).absolute())


@attrs.frozen
class Plan:
    """What a batch is to do with each record.

    Attributes:
        out: Output folder: absolute, unless it is an address.
        vendor, operation: What to run, unless a record says otherwise.
        options: Arguments of the operation, unless a record says otherwise.
        name: Naming template.
        profile: Section of the profile file that holds the keys.
        overwrite: Replace results that exist.
        prepare: How pictures are prepared; see `safelight.Options`.
        on_suspect: What to do with results that a check finds something in; None checks nothing.
        route: Vendors in order, each with its arguments, of which the next takes what one refuses; of one, none.
    """

    out: str = attrs.field(converter=_place)
    vendor: str | None = None
    operation: str | None = None
    options: Mapping[str, object] = attrs.field(factory=dict[str, object])
    name: str = TEMPLATE
    profile: str | None = None
    overwrite: bool = False
    prepare: Prepare | None = attrs.field(default=None, validator=check_prepare)
    on_suspect: str | None = None
    route: Sequence[tuple[str, Mapping[str, object]]] = ()

    def stops(self, record: Record, number: int) -> Iterator[tuple[Work, Mapping[str, object]]]:
        """The operation of a record at every vendor that may do it, each with its arguments.

        Raises:
            ConfigurationError: There is no such operation.
            InvalidInput: The record, or an argument of it, does not fit.
        """
        work = self.work(record)
        yield work, self.arguments(record, work, number)
        if not self.route:
            return
        where = f"item {number} ({record.shown or 'without a source'})"
        own = "vendor" if record.vendor else "operation"
        if record.vendor or record.operation:
            raise InvalidInput(
                f"{where} names its own {own}, and a route is the same for all items", field=own
            )
        for vendor, options in self.route[1:]:
            for name in record.options:
                if options.get(name) != self.options.get(name):
                    raise InvalidInput(
                        f"{where} has {name!r}, and so has one vendor of the route: name it in one place",
                        field=name,
                    )
            other = work_of(vendor, work.operation)
            yield other, attrs.evolve(self, options=options).arguments(record, other, number)

    def work(self, record: Record) -> Work:
        """The operation of a record.

        Raises:
            ConfigurationError: There is no such operation.
            InvalidInput: Neither the record nor the batch names one.
        """
        vendor, operation = record.vendor or self.vendor, record.operation or self.operation
        if vendor is None or operation is None:
            missing = "vendor" if vendor is None else "operation"
            raise InvalidInput(
                f"{record.shown or 'an item'}: neither --{missing} nor a column {missing!r} says what to run",
                field=missing,
            )
        return work_of(vendor, operation)

    def parameters(self, vendor: str | None, operation: str | None) -> tuple[str, ...]:
        """The parameters of an operation, of which a row may name what it replaces; none where it is not known."""
        vendor, operation = vendor or self.vendor, operation or self.operation
        if vendor is None or operation is None:
            return ()
        return work_of(vendor, operation).parameters

    def sourced(self, vendor: str | None, operation: str | None) -> bool:
        """Whether an operation takes a source, of which a row may name what it replaces; true where it is not known."""
        vendor, operation = vendor or self.vendor, operation or self.operation
        return vendor is None or operation is None or work_of(vendor, operation).source is not None

    def unused(self, record: Record) -> Iterator[str]:
        """Fields of a record that its name does not use."""
        used = fields_of(self.name)
        # A column with the name of one of the source's own fields never comes to be used.
        return (name for name in record.fields if name not in used or name in FIELDS)

    def arguments(self, record: Record, work: Work, number: int) -> dict[str, object]:
        """The operation's arguments for a record; names are checked, and values where they are choices.

        Args:
            number: The record's place, for the message.

        Raises:
            InvalidInput: One is unknown, missing or none of its parameter's choices.
        """
        options = {**self.options, **record.options}
        where = f"item {number} ({record.shown or 'without a source'})"
        unknown = [name for name in options if name not in work.parameters or name == work.source]
        missing = [name for name in work.required if name not in options]
        if unknown or missing:
            what = f"needs {missing[0]!r}" if missing else ""
            if unknown:
                known = [name for name in work.parameters if name != work.source]
                what = f"has no parameter {unknown[0]!r}.{did_you_mean(unknown[0], known)}"
            raise InvalidInput(
                f"{where}: {work.vendor} {work.operation} {what}",
                field=(unknown or missing)[0],
            )
        wrong = wrong_value(work, options)
        if wrong is not None:
            raise InvalidInput(f"{where}: {work.vendor} {work.operation}: {wrong[1]}", field=wrong[0])
        return options


@attrs.frozen
class Listed:
    """What came of listing.

    Attributes:
        added: How many items are new.
        unused: Columns that are neither arguments nor used by a name.
        changed: Ids of items that were done and whose file is another one since.
    """

    added: int
    unused: tuple[str, ...]
    changed: frozenset[str] = frozenset()


def list_items(store: Store, batch: str, records: Iterable[Record], plan: Plan) -> Listed:
    """Write a batch's items down, a page a transaction; nothing is enqueued yet.

    Raises:
        InvalidInput: An argument is wrong, two items would get one name, or a result exists.
        ConfigurationError: A file that a list names is not there, the output folder cannot be read, or its bucket
            does not exist.
    """
    known = store.batch(batch)
    fixed = known is not None and known.enqueued > 0
    existing = Existing(plan.out)
    taken: list[str] = []
    added = 0
    unused: dict[str, None] = {}
    changed: set[str] = set()
    for page in pages(planned_items(batch, records, plan)):
        items = {planned.id: planned for planned in page}
        by_target: dict[str, str] = {}
        for planned in items.values():
            source = planned.record.source
            if planned.target in by_target:
                theirs = {planned.target: by_target[planned.target]}
                raise collision({planned.target: source}, theirs, plan, fixed=fixed)
            by_target[planned.target] = source
            unused.update(dict.fromkeys(plan.unused(planned.record)))
        changed |= changed_items(store, page, store.known(list(items)))
        try:
            fresh = store.add(batch, [_row(batch, planned, plan) for planned in page])
        except IntegrityError:
            raise collision(by_target, store.by_target(batch, by_target), plan, fixed=fixed) from None
        added += len(fresh)
        for item in fresh:  # of what is known already, the source may be gone since
            check_there(items[item].record)
        if not plan.overwrite:
            taken += existing.among(name for item in fresh for name in items[item].names)
            if len(taken) >= SHOWN:
                break
    if taken:
        raise InvalidInput(
            f"results exist already below {plan.out}: {', '.join(taken[:SHOWN])}. "
            f"{_buyer(store, batch, taken, plan) or 'Choose another --out, or pass --overwrite to replace them'}",
            field="out",
        )
    return Listed(added, tuple(unused), frozenset(changed))


def _buyer(store: Store, batch: str, taken: Sequence[str], plan: Plan) -> str | None:
    """What to do where another batch paid for a result that is there already; None where none did."""
    out = real_place(plan.out)
    others = [
        row.id for row in store.batches() if row.id != batch and real_place(str(row.settings["out"])) == out
    ]
    for item in store.at_targets(others, taken):
        if item.state == "done":
            same = (item.vendor, item.operation) == (plan.vendor, (plan.operation or "").replace("-", "_"))
            goes_on = f"--batch {item.batch} goes on with that batch; " if same else ""
            return f"They were paid for in batch {item.batch}: {goes_on}--overwrite buys them again"
    return None


def changed_items(
    store: Store, page: Sequence[Planned], known: Mapping[str, Item], *, refresh: bool = True
) -> set[str]:
    records = {planned.id: planned.record for planned in page}
    return Contents(store.engine).changed(records, known, refresh=refresh)


def check_there(record: Record) -> None:
    if record.missing:
        raise ConfigurationError(record.missing, field="source")


def check_name(known: BatchRow | None, plan: Plan) -> None:
    """Raise `InvalidInput` where a batch exists whose results are named otherwise."""
    name = None if known is None else known.settings.get("name")
    if known is not None and name is not None and name != plan.name:
        raise InvalidInput(
            f"the results of batch {known.id} are named {name!r}, not {plan.name!r}: pass the first --name again, or "
            "begin another batch with --batch NAME, which pays for all of its items anew",
            field="name",
        )


def collision(mine: Mapping[str, str], theirs: Mapping[str, str], plan: Plan, *, fixed: bool) -> InvalidInput:
    """Two sources that would be saved under one name.

    Args:
        fixed: The batch exists, so that its results' names can no longer be changed.
    """
    own = "rename one of them, or run the new one as a batch of its own, for the names of this batch are settled"
    for target, source in theirs.items():
        if target in mine and mine[target] != source:
            advice = own if fixed else "pass another --name, such as '{folder}/{name}'"
            return InvalidInput(
                f"{shown_source(mine[target])} and {shown_source(source)} would both be saved as {plan.out}/{target}: "
                f"{advice}. Nothing was bought",
                field="name",
            )
    advice = (
        "run one of them as a batch of its own, with another --name"
        if fixed
        else "pass another --name, such as '{folder}/{stem}-{number}'"
    )
    return InvalidInput(
        f"the same source with different options would be saved under one name below {plan.out}: {advice}. Nothing was "
        "bought",
        field="name",
    )


def enqueue_items(store: Store, enqueuer: Enqueuer, row: BatchRow) -> int:
    """Give every listed item its workflow, a page a transaction, on from where an earlier run stopped."""
    count = 0
    while True:
        items = list(store.items(row.id, after=row.enqueued + count, limit=PAGE))
        if not items:
            return count
        with store.engine.begin() as connection:
            store.set_enqueued(connection, row.id, items[-1].number)
            enqueuer.enqueue(connection, items, row.first)
        count += len(items)


@attrs.frozen
class Planned:
    """A record with what is to be done with it."""

    id: str
    record: Record
    work: Work
    options: Mapping[str, object]
    target: str
    refused: str = ""
    others: Sequence[tuple[Work, Mapping[str, object]]] = ()

    @property
    def names(self) -> Iterable[str]:
        """The names of its result's files, without suffixes, whoever makes them."""
        every = ((self.work, self.options), *self.others)
        return dict.fromkeys(
            f"{self.target}{mark}" for work, options in every for mark in work.marks(options)
        )


def planned_items(batch: str, records: Iterable[Record], plan: Plan) -> Iterator[Planned]:
    fields_of(plan.name)  # a wrong one is told before anything is read
    for number, record in enumerate(records, 1):
        (work, options), *others = plan.stops(record, number)
        target = target_of(record, plan.name, vendor=work.vendor, operation=work.operation, number=number)
        own = None if record.key else record.target
        name = item_id(batch, work.vendor, work.operation, record.key or record.source, options, own)
        refused = _refused(record, plan, target)
        # A refused item takes no other's name.
        yield Planned(name, record, work, options, name if refused else target, refused, others)


def _refused(record: Record, plan: Plan, target: str) -> str:
    """Why an item is refused alone, before anything is sent or bought; empty where it is not."""
    reason = refusal(record.source)
    if not reason and not is_remote(plan.out) and len(os.fsencode(f"{plan.out}/{target}")) > PATH_BYTES:
        reason = "the path of its result is too long"
    return f"{record.shown[:NAME_BYTES]}: {reason}" if reason else ""


def _row(batch: str, planned: Planned, plan: Plan) -> Mapping[str, object]:
    return {
        "id": planned.id,
        "batch": batch,
        "vendor": planned.work.vendor,
        "operation": planned.work.operation,
        "profile": plan.profile,
        "source": planned.record.source,
        "options": json.dumps(planned.options),
        "target": planned.target,
        "state": "failed" if planned.refused else "waiting",
        "attempt": 0,
        "finished": time.time() if planned.refused else None,
        "error_kind": "InvalidInput" if planned.refused else None,
        "error": planned.refused or None,
    }
