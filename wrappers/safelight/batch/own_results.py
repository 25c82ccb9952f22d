"""Keeps what was bought from being bought again as a source, where results lie among the files that are listed."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import attrs

from safelight.batch.aside import REJECTED
from safelight.batch.catalogue import work_of
from safelight.batch.local_listing import is_below
from safelight.batch.planning import Plan
from safelight.batch.records import Item, Record
from safelight.batch.remote import real_place
from safelight.batch.store import Store, pages
from safelight.core.base.redact import printable

LOGGER = logging.getLogger("safelight.batch")
MARK = re.compile(r"-(\d+|all|mask)$")
"""What may follow the target in the name of a result's file; see `Work.marks`."""


@attrs.frozen
class _Out:
    """A folder of results above which, or in which, sources are listed.

    Attributes:
        path: Where it is.
        batches: Whose results it holds.
        any_operation: Whether results of every operation are meant, or of the same one alone.
    """

    path: str
    batches: tuple[str, ...]
    any_operation: bool


def without_results(
    store: Store, records: Iterable[Record], plan: Plan, say: Callable[[str], object] = LOGGER.warning
) -> Iterator[Record]:
    """Records without those files, found in folders and by globs, that are results of this database's batches.

    The results of another batch are taken where their folder itself is listed: whoever names it means them. What a list
    or the command names itself is always taken.

    Args:
        say: Takes what was left out.
    """
    outs: dict[tuple[object, str], list[str]] = {}
    for row in store.batches():
        outs.setdefault(real_place(str(row.settings["out"])), []).append(row.id)
    own = real_place(plan.out)

    @cache
    def around(root: str) -> Sequence[_Out]:
        system, path = real_place(root)
        found: list[_Out] = []
        for (there, out), batches in outs.items():
            above = out != path and is_below(out, path)
            if there == system and (above or ((there, out) == own and is_below(path, out))):
                found.append(_Out(out, tuple(batches), any_operation=above))
        return found

    count, first = 0, ""
    for record, is_result in _told_apart(store, records, plan, around):
        if is_result:
            count, first = count + 1, first or record.shown
        else:
            yield record
    if count:
        say(
            f"{'1 file is' if count == 1 else f'{count} files are'} left out, for earlier runs saved "
            f"{'it' if count == 1 else 'them'} as results: {printable(first)}"
        )


def _told_apart(
    store: Store, records: Iterable[Record], plan: Plan, around: Callable[[str], Sequence[_Out]]
) -> Iterator[tuple[Record, bool]]:
    for page in pages(records):
        by_out: dict[_Out, list[tuple[Record, str]]] = {}
        for record in page:
            for out in around(record.root) if record.root else ():
                path = real_place(record.source)[1]
                if is_below(path, out.path):
                    by_out.setdefault(out, []).append((record, path))
        results = {
            record.source for out, found in by_out.items() for record in _results(store, out, found, plan)
        }
        for record in page:
            yield record, record.source in results


def _results(store: Store, out: _Out, found: Sequence[tuple[Record, str]], plan: Plan) -> Iterator[Record]:
    names = {path: _names(os.path.relpath(path, out.path)) for _, path in found}
    items: dict[str, list[Item]] = {}
    for item in store.at_targets(out.batches, {name for each in names.values() for name in each}):
        items.setdefault(item.target, []).append(item)
    for record, path in found:
        candidates = (item for name in names[path] for item in items.get(name, ()))
        for item in candidates:
            mine = out.any_operation or item.operation == plan.work(record).operation
            if mine and item.source != record.source and _made(item, path, out.path):
                yield record
                break


def _stems(path: str) -> set[str]:
    """What a result's file may be named by, with and without a suffix."""
    bare = path.replace(os.sep, "/")
    own = {bare, bare.removeprefix(f"{REJECTED}/")}
    return own | {os.path.splitext(name)[0] for name in own}  # noqa: PTH122 - text, which may be an address's


def _names(path: str) -> set[str]:
    """The targets that a file may be the result of; a rejected one may have two marks."""
    found = _stems(path)
    for _ in range(2):
        found |= {MARK.sub("", stem) for stem in found}
    return found


def _made(item: Item, path: str, out: str) -> bool:
    """Whether a file is one of an item's results: as it is written down, or while it is not, by its name."""
    if any(real_place(file)[1] == path for file in item.files):
        return True
    if item.attempt:  # an earlier result may have been set aside
        aside = os.path.join(out, REJECTED)  # noqa: PTH118 - text, which may be an address's
        if is_below(path, aside):
            return True
    if item.state == "done" or item.token is None:
        return False
    names = {f"{item.target}{mark}" for mark in work_of(item.vendor, item.operation).marks(item.options)}
    return bool(names & _stems(os.path.relpath(path, out)))
