"""Decides what to do with each picture: nothing, move or copy a result, fetch it again, or buy."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import attrs

from safelight.batch.measuring import why_all_refuse
from safelight.batch.naming import target_of
from safelight.batch.planning import Plan
from safelight.batch.records import Item, Record
from safelight.batch.sources import PICTURES
from safelight.sync.changes import Kind, Note
from safelight.sync.decision import Decision, Rules
from safelight.sync.ledger import Ledger
from safelight.sync.looking import Look, Seen
from safelight.sync.placing import Placement, locate
from safelight.sync.table import Result, Row

OTHER_RESULTS = ("pdf", "mp4", "zip")
"""Suffixes of results besides those of pictures."""


class Decider:
    """Compares what is there with what is known.

    Args:
        plan: Says how results are named, and where they go.
        look: The pictures that are there.
        rows: What is known, by path.
        ledger: What was bought.
        fresh: Paths of rows that are not written down yet.
    """

    def __init__(
        self,
        plan: Plan,
        look: Look,
        rows: Mapping[str, Row],
        ledger: Ledger,
        *,
        fresh: Iterable[str] = (),
        rules: Rules,
    ) -> None:
        self._plan = plan
        self._look = look
        self._rows = rows
        self._ledger = ledger
        self._rules = rules
        self._made = Decision(rows={path: rows[path] for path in fresh})
        self._targets: dict[str, str] = {}
        self._folders: dict[str, list[str]] = {}
        self._leaving: set[str] = set()
        self._ordered: dict[str, str] = {}

    def decide(self) -> Decision:
        """Decide for all pictures."""
        changes = self._made.changes
        changes.notes += self._look.notes
        wanted: list[Seen] = []
        missing: list[tuple[Seen, Row]] = []
        for path, one in self._look.seen.items():
            row = self._rows.get(path)
            if row is None or row.digest != one.digest:
                wanted.append(one)
            elif self._is_there(one, row):
                changes.unchanged += 1
            else:
                missing.append((one, row))
        gone = [row for path, row in self._rows.items() if path not in self._look.listed]
        if wanted or missing:
            self._targets |= {self._rows[path].target: path for path in self._look.seen if path in self._rows}
            self._ledger.load({one.digest for one in (*wanted, *(one for one, _ in missing))})
            self._place(wanted)
            for one, row in missing:
                self._restore(one, row)
        self._let_go(gone)
        return self._made

    def _is_there(self, one: Seen, row: Row) -> bool:
        """Whether a known picture's results are at their place; what changed of them is noted."""
        files = [result.now() for result in row.files]
        there = tuple(result for result in files if result is not None)
        if any(result.edited for result in there):
            names = ", ".join(result.path for result in there if result.edited)
            self._note("edited", row.path, f"{names} was changed since it was saved, and stays as it is")
        elif len(there) < len(row.files):
            return False
        if len(there) == len(row.files) and (row.mark != one.mark or there != row.files):
            self._made.rows[row.path] = attrs.evolve(row, mark=one.mark, files=there)
        return True

    @cached_property
    def _by_digest(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._rows.values():
            found.setdefault(row.digest, []).append(row)
        return found

    @cached_property
    def _owners(self) -> Mapping[str, Row]:
        return {result.path: row for row in self._rows.values() for result in row.files}

    @cached_property
    def _elsewhere(self) -> Mapping[str, Item]:
        return self._ledger.under_way()

    # Pictures that are new at their path

    def _place(self, wanted: Iterable[Seen]) -> None:
        """Find each picture a result that is known, or buy one."""
        unplaced: list[tuple[Seen, str]] = []
        for one in wanted:
            target = self._target(one)
            if target is None:
                continue
            placement = self._from_rows(one, target) or self._from_another_batch(one, target)
            if placement is None:
                unplaced.append((one, target))
            else:
                self._made.placements.append(placement)
        self._hold_blocked()
        for placement in self._made.placements:
            self._tell(placement)
        for one, target in unplaced:
            self._get(one, target, had=False)

    def _target(self, one: Seen) -> str | None:
        """Where a picture's results go; None where another picture's go there."""
        path = one.record.source
        work = self._ledger.work
        target = target_of(
            one.record, self._plan.name, vendor=work.vendor, operation=work.operation, number=0
        )
        other = self._targets.setdefault(target, path)
        if other == path:
            return target
        self._note(
            "blocked",
            path,
            f"its result would have the name of that of {other}: rename one of them, or pass another --name, such as "
            "'{folder}/{name}'",
        )
        return None

    def _goes(self, file: str, old: str, new: str) -> str:
        """The path of a result's file when its target changes."""
        name, stem = Path(file).name, old.rpartition("/")[2]
        rest = name.removeprefix(stem) if name.startswith(stem) else Path(file).suffix
        return str(Path(self._plan.out, f"{new}{rest}"))

    def _from_rows(self, one: Seen, target: str) -> Placement | None:
        """A result of the same content: one whose picture is no longer at its path is moved, else it is copied."""
        rows = self._by_digest.get(one.digest, [])
        for row in sorted(rows, key=self._stays):
            stays = self._stays(row)
            moved = not stays and row.path not in self._leaving
            places = [self._goes(result.path, row.target, target) for result in row.files]
            found = [locate(result, place) for result, place in zip(row.files, places, strict=True)]
            files = tuple(result for result in found if result is not None)
            if len(files) < len(places) or (any(result.edited for result in files) and not moved):
                continue
            if moved:
                self._leaving.add(row.path)
            new = Row(one.record.source, one.mark, one.digest, row.item, target, files)
            return Placement(
                new,
                tuple((result.path, place) for result, place in zip(files, places, strict=True)),
                row.path if moved else "",
                row.path,
            )
        return None

    def _stays(self, row: Row) -> bool:
        """Whether the picture of a row is still at its path."""
        one = self._look.seen.get(row.path)
        return row.path in self._look.listed and (one is None or one.digest == row.digest)

    def _from_another_batch(self, one: Seen, target: str) -> Placement | None:
        found = self._ledger.elsewhere(one.digest)
        if found is None:
            return None
        item, files = found
        places = [self._goes(result.path, item.target, target) for result in files]
        new = Row(one.record.source, one.mark, one.digest, item.id, target, tuple(files))
        pairs = tuple((result.path, place) for result, place in zip(files, places, strict=True))
        return Placement(new, pairs, "", files[0].path)

    def _hold_blocked(self) -> None:
        """Leave out what would replace what must stay; what waits for its place to be left, too."""
        while True:
            for placement in self._made.placements:
                reason = self._blocked(placement.row.path, placement.row.target, placement)
                if reason:
                    self._made.placements.remove(placement)
                    self._leaving.discard(placement.moved)
                    self._note("blocked", placement.row.path, reason)
                    break
            else:
                return

    def _blocked(self, path: str, target: str, placement: Placement | None = None) -> str:
        """Why a result cannot get its place; empty where it can."""
        if self._rules.overwrite:
            return ""
        for file in self._at(target):
            owner = self._owners.get(file)
            if placement is not None and any(file == goes for _, goes in placement.files):
                there = Result.at(file)
                wanted = {result.digest for result in placement.row.files}
                if there is not None and there.digest in wanted:
                    continue
            if owner is None:
                return f"{file} exists and was not made by this sync: move it away, or replace it with --overwrite"
            if owner.path == path:
                known = next(result for result in owner.files if result.path == file)
                now = known.now()
                if now is not None and now.edited and owner.path not in self._leaving:
                    return (
                        f"{file} was changed since it was saved: move it away, or replace it with --overwrite"
                    )
            elif owner.path not in self._leaving and not self._deletes(owner):
                gone = "" if owner.path in self._look.listed else ", which is gone (--delete-gone deletes it)"
                return f"{file} is the result of {owner.path}{gone}"
        return ""

    def _deletes(self, row: Row) -> bool:
        edited = any(now is not None and now.edited for now in (result.now() for result in row.files))
        listed = self._look.listed  # an empty folder may be one that is not mounted
        if not self._rules.delete_gone or not listed or row.path in listed or edited:
            return False
        place = Path(row.path)
        # A link that leads nowhere, and an empty folder, may be of a disk that is not mounted.
        if any(one.is_symlink() and not one.exists() for one in (place, *place.parents)):
            return False
        folder = next((one for one in place.parents if one.is_dir()), None)
        return folder is None or next(folder.iterdir(), None) is not None

    def _at(self, target: str) -> list[str]:
        """Files that may be results at a target."""
        place = Path(self._plan.out, target)
        folder = str(place.parent)
        if folder not in self._folders:
            try:
                self._folders[folder] = os.listdir(folder)  # noqa: PTH208 - names alone
            except OSError:
                self._folders[folder] = []
        names = {f"{place.name}{mark}" for mark in self._ledger.work.marks(self._plan.options)}
        return [
            str(Path(folder, file))
            for file in self._folders[folder]
            if Path(file).stem in names and Path(file).suffix[1:].lower() in (*PICTURES, *OTHER_RESULTS)
        ]

    def _tell(self, placement: Placement) -> None:
        changes, path = self._made.changes, placement.row.path
        if placement.moved:
            changes.renamed.append((placement.like, path))
            self._made.dropped.add(placement.moved)
        elif all(there == goes for there, goes in placement.files):
            changes.unchanged += 1
        else:
            changes.duplicates.append((path, placement.like))

    # Results that are not there

    def _restore(self, one: Seen, row: Row) -> None:
        """Get results back that somebody removed: from a duplicate, from the vendor, or by buying them again."""
        if reason := self._blocked(row.path, row.target):
            self._note("blocked", row.path, reason)
            return
        for other in self._by_digest[row.digest]:
            places = [self._goes(result.path, other.target, row.target) for result in other.files]
            files = tuple(
                now for result in other.files if (now := result.now()) is not None and not now.edited
            )
            if other is not row and len(files) == len(places):
                pairs = tuple((result.path, place) for result, place in zip(files, places, strict=True))
                new = attrs.evolve(row, mark=one.mark, files=files)
                self._made.placements.append(Placement(new, pairs, "", other.path))
                self._made.changes.restored.append(row.path)
                return
        self._get(one, row.target, had=True)

    def _get(self, one: Seen, target: str, *, had: bool) -> None:
        """Buy a picture's result, unless it was ordered before.

        Args:
            had: Its result was there before.
        """
        path, changes = one.record.source, self._made.changes
        first = self._ordered.get(one.digest)
        if first is not None:
            changes.duplicates.append((path, first))
            return
        item = self._item(one)
        if item is None or (item.batch == self._ledger.batch and item.state in _UNPAID):
            if had and item is None:
                self._lost(one, target, item)
            else:
                self._order(one, target)
        elif item.state == "done" and item.token is not None:
            self._fetch(one, target, item, had=had)
        elif item.state == "done" or item.error_kind == "TaskExpired":
            self._lost(one, target, item)
        elif item.state == "failed":
            again = f"safelight batch retry --failed --batch {item.batch}"
            self._note("failed", path, f"{item.error} (to start it again: {again}, then the same command)")
        elif item.state == "doubt":
            tells = f"safelight batch doubt --batch {item.batch} tells more"
            self._note("doubt", path, f"it may have been charged, and is not bought again: {tells}")
        elif item.batch == self._ledger.batch:
            changes.paid.append(path)
        else:
            self._note("under way", path, f"batch {item.batch} has it: let that batch finish first")

    def _item(self, one: Seen) -> Item | None:
        """What was ordered before for a content: in this sync, else in another batch."""
        own = self._ledger.own.get(one.digest)
        others = self._ledger.others.get(one.digest, ())
        # The vendor may have what was never answered under its key.
        unanswered = [item for item in others if item.request_key is not None and item.token is None]
        open_ = [item for item in others if item.state in _OPEN or item in unanswered]
        kept = [item for item in others if item.state == "done" or (item.state == "failed" and item.token)]
        if own is not None and own.state not in _UNPAID:
            return own
        return next(iter((*open_, *kept)), None) or self._elsewhere.get(one.record.source) or own

    def _ordering(self, one: Seen, target: str) -> Record | None:
        """What is to be had for a picture; None where its result's name is taken."""
        path = one.record.source
        if reason := self._blocked(path, target):
            self._note("blocked", path, reason)
            return None
        self._ordered[one.digest] = path
        return attrs.evolve(one.record, target=target, key=self._ledger.key_of(one.digest))

    def _order(self, one: Seen, target: str) -> None:
        plan, path = self._plan, one.record.source
        if reason := why_all_refuse(plan.stops(one.record, 0), path, plan.prepare):
            self._note("refused", path, reason)
            return
        record = self._ordering(one, target)
        if record is not None:
            self._made.buys.append(record)
            changes = self._made.changes
            (changes.reshot if path in self._rows else changes.new).append(path)

    def _fetch(self, one: Seen, target: str, item: Item, *, had: bool) -> None:
        """Fetch what is bought once more: as long as the vendor keeps it, that is free."""
        record = self._ordering(one, target)
        if record is not None:
            changes = self._made.changes
            (changes.restored if had else changes.before).append(one.record.source)
            self._made.fetch.append((item, record))

    def _lost(self, one: Seen, target: str, item: Item | None) -> None:
        """Buy a lost result again where the user says so."""
        if not self._rules.buy_missing:
            lost = "its result is not there, and the vendor does not keep it any more"
            self._note("lost", one.record.source, f"{lost}: --buy-missing buys it again")
            return
        self._order(one, target)
        if item is not None and item.id == self._ledger.id_of(self._ledger.key_of(one.digest)):
            self._made.buy_again.add(item.id)

    # Pictures that are gone

    def _let_go(self, gone: Iterable[Row]) -> None:
        copied = {placement.like for placement in self._made.placements}  # a later sync lets those go
        for row in gone:
            if row.path in self._leaving or row.path in copied:
                continue
            files = [now for result in row.files if (now := result.now()) is not None]
            if not files:
                self._made.dropped.add(row.path)
            elif self._deletes(row):
                self._made.deleted += files
                self._made.dropped.add(row.path)
                self._note("deleted", row.path, f"its result is deleted: {files[0].path}")
            else:
                why = "its folder may be on a disk that is not mounted"
                if any(one.edited for one in files):
                    why = "somebody changed it"
                elif not self._rules.delete_gone:
                    why = "--delete-gone deletes it"
                self._note("gone", row.path, f"its result is kept ({why}): {files[0].path}")

    def _note(self, kind: Kind, path: str, message: str) -> None:
        self._made.changes.notes.append(Note(kind, path, message))


_UNPAID = frozenset({"waiting", "held", "cancelled"})
"""States of items that nothing was paid for, and that are bought like new ones."""
_OPEN = frozenset({"buying", "bought", "doubt"})
"""States of items of other batches that are not to be bought here."""
