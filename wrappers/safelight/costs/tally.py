"""Adds up the purchases of a ledger's file that count towards caps; each line is read once."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import cast

from safelight.costs.caps import PERIODS, written
from safelight.costs.entries import DAMAGED, Book, Entry, add_line


class Tally:
    """What a ledger's purchases of this month come to, by vendor, profile and day. Threads may share it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._start("")

    def _start(self, month: str) -> None:
        self._month, self._read_to, self._last = month, 0, b""
        self._books: dict[Hashable, Book] = {}
        self._owners: dict[str, Hashable] = {}
        self._first: dict[Hashable, str] = {}
        self._spent: Counter[tuple[str, str, str]] = Counter()

    def before(self, purchase: Entry) -> Mapping[str, float]:
        """What was spent at a purchase's vendor and by its profile, before its line if it has one, by period.

        Raises:
            OSError: The file cannot be read.
        """
        with self._lock:
            self._read()
            spent = self._spent.copy()
            spent.subtract(self._committed(_owner(purchase.id, purchase.vendor, purchase.key)))
            for name in reversed(self._owners) if purchase.id in self._owners else ():
                if name == purchase.id:
                    break
                owner = self._owners[name]
                if self._first[owner] == name:  # else it counts from an earlier line with the same key
                    spent.subtract(self._committed(owner))
        ours = (purchase.vendor, purchase.profile)
        return {
            period: round(
                sum(
                    sum_
                    for (*who, day), sum_ in spent.items()
                    if (*who,) == ours and day.startswith(written(purchase.at, period))
                ),
                6,
            )
            for period in PERIODS
        }

    def _read(self) -> None:
        """Read what was appended since the last time; all of it, if the file or the month is another one."""
        month = written(time.time(), "month")
        if not self._path.exists():
            self._start(month)
            return
        with self._path.open("rb") as file:
            file.seek(self._read_to - len(self._last))
            if month != self._month or file.read(len(self._last)) != self._last:
                self._start(month)
                file.seek(0)
            for line in file:
                if line.endswith(b"\n"):  # else it is not whole yet
                    self._add(line)
                    self._last = line
                    self._read_to += len(line)

    def _add(self, text: bytes) -> None:
        try:
            line = cast("dict[str, object]", json.loads(text))
            name = cast("str", line["id"])
            owner = self._owners.get(name)
            if owner is None:
                if "end" in line or written(cast("float", line["at"]), "month") != self._month:
                    return
                owner = _owner(name, cast("str", line["vendor"]), cast("str | None", line.get("key")))
            before = self._committed(owner)
            add_line(self._books.setdefault(owner, Book()), line)
        except DAMAGED:
            return
        self._owners.setdefault(name, owner)
        self._first.setdefault(owner, name)
        self._spent.subtract(before)
        self._spent.update(self._committed(owner))

    def _committed(self, owner: Hashable) -> dict[tuple[str, str, str], float]:
        found = self._books[owner].counted() if owner in self._books else ()
        return {(one.vendor, one.profile, written(one.at, "day")): one.committed for one in found}


def _owner(name: str, vendor: str, key: str | None) -> Hashable:
    """What a purchase is counted as: those with one idempotency key are charged once."""
    return name if key is None else (vendor, key)
