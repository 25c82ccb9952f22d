"""Counts what a batch will take: items, bytes, credits and time. Nothing is written or bought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import attrs

from safelight.batch.catalogue import Work, tasks_at_once
from safelight.batch.measuring import why_all_refuse
from safelight.batch.planning import (
    SHOWN,
    Plan,
    Planned,
    changed_items,
    check_there,
    collision,
    planned_items,
)
from safelight.batch.records import Record
from safelight.batch.states import UNBOUGHT
from safelight.batch.store import Store, pages

Quote: TypeAlias = "Callable[[Work, Mapping[str, object]], float | None]"


@attrs.define
class Estimate:
    """What a batch will take.

    Attributes:
        items: How many.
        known: Those of them that the batch has and that are not to be bought, by state; what follows is of the others.
        bytes: Bytes to upload, as far as sizes are known without fetching anything.
        unsized: Items whose size is not known.
        credits: Credits by the documented prices, or by the vendors' quotes.
        most: The most credits that any document or account allows.
        quoted: Items whose price the vendor stated.
        unpriced: How many items have no known price, by the reason and by what they are.
        seconds: The least time that the documented request rates allow, by vendor.
        in_flight: The documented limit of tasks in flight, or as many as use the rates up, by vendor.
        polled: Items that could do without polls, by ``sync=true``.
        unused: Columns that are neither arguments nor used by a name.
        changed: Items that were done and whose file is another one since.
        refused: Why items would be refused before anything of them is bought; no more than `SHOWN` reasons.
        elsewhere: The same for each further vendor of a route, if it takes all; `most` counts the dearest.
    """

    items: int = 0
    known: dict[str, int] = attrs.field(factory=dict[str, int])
    bytes: int = 0
    unsized: int = 0
    credits: float = 0.0
    most: float = 0.0
    quoted: int = 0
    unpriced: Counter[tuple[str, str]] = attrs.field(factory=Counter[tuple[str, str]])
    seconds: dict[str, float] = attrs.field(factory=dict[str, float])
    in_flight: dict[str, int] = attrs.field(factory=dict[str, int])
    polled: int = 0
    unused: dict[str, None] = attrs.field(factory=dict[str, None])
    changed: int = 0
    refused: list[str] = attrs.field(factory=list[str])
    elsewhere: dict[str, Estimate] = attrs.field(factory=dict[str, "Estimate"])

    def count(self, planned: Planned, state: str | None, quote: Quote) -> None:
        """Count an item.

        Args:
            state: Its state, where the batch has it already.
            quote: Gives the price that the vendor states, if it does.
        """
        record, work, options = planned.record, planned.work, planned.options
        self.items += 1
        if state is None and planned.refused:
            state = "refused"
        if state is not None and state not in UNBOUGHT:
            self.known[state] = self.known.get(state, 0) + 1
            return
        if state is None:  # of what is known already, the source may be gone since
            check_there(record)
        self.bytes += record.size or 0
        self.unsized += record.size is None
        asked = quote(work, options)
        price = work.price(options) if asked is None else asked
        self.credits += price or 0.0
        most = (work.dearest(options) if asked is None else asked) or 0.0
        for other, given in planned.others:
            there = self.elsewhere.setdefault(other.vendor, Estimate())
            before = there.most
            there.count(attrs.evolve(planned, work=other, options=given, others=()), state, quote)
            most = max(most, there.most - before)
        self.most += most
        self.quoted += asked is not None
        if price is None:
            published = work.create.extension.get("credits")
            why = "'s price depends on the content" if published else " publishes no price"
            self.unpriced[f"{work.facts.title}{why}", "image" if work.source == "image" else "item"] += 1
        self.polled += "sync" in work.parameters and not options.get("sync")
        self.seconds[work.vendor] = self.seconds.get(work.vendor, 0.0) + work.seconds_between_items(
            options, record.source
        )
        self.in_flight[work.vendor] = tasks_at_once(work.facts)


def estimate(
    records: Iterable[Record],
    plan: Plan,
    *,
    batch: str = "",
    store: Store | None = None,
    quote: Quote = lambda _work, _options: None,
    measure: bool = False,
) -> Estimate:
    """Count a batch and check its arguments. Memory grows by the targets' names alone.

    Args:
        batch: Its name.
        store: Knows what has become of its items, where the batch exists.
        quote: Gives the price that the vendor states, if it does.
        measure: Look at the files, and count those that would be refused as such.

    Raises:
        InvalidInput: An argument is wrong, or two items would get one name.
        ConfigurationError: A file that a list names is not there.
    """
    fixed = store is not None
    found = Estimate()
    targets: set[int] = set()
    ids: set[int] = set()
    for page in pages(planned_items(batch, records, plan)):
        known = {} if store is None else store.known([planned.id for planned in page])
        changed = set[str]() if store is None else changed_items(store, page, known, refresh=False)
        for planned in page:
            if hash(planned.id) in ids:
                continue
            if hash(planned.target) in targets:
                mine, theirs = {planned.target: planned.record.source}, {planned.target: "another item"}
                raise collision(mine, theirs, plan, fixed=fixed)
            ids.add(hash(planned.id))
            targets.add(hash(planned.target))
            found.unused.update(dict.fromkeys(plan.unused(planned.record)))
            found.changed += planned.id in changed
            item = None if planned.id in changed else known.get(planned.id)
            state, looked_at = None if item is None else item.state, planned
            if measure and (state is None or state in UNBOUGHT) and not planned.refused:
                looked_at = _measured(planned, plan)
                state = None if looked_at.refused else state
            if looked_at.refused and len(found.refused) < SHOWN:
                found.refused.append(looked_at.refused)
            found.count(looked_at, state, quote)
    return found


def _measured(planned: Planned, plan: Plan) -> Planned:
    """An item that says whether every vendor that it may go to would refuse its files."""
    if planned.record.missing:
        return planned
    stops = ((planned.work, planned.options), *planned.others)
    why = why_all_refuse(stops, planned.record.source, plan.prepare)
    return attrs.evolve(planned, refused=f"{planned.record.shown}: {why}") if why else planned
