"""Adds purchases up by week, vendor, operation or folder. Credits of different vendors are never added."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath

import attrs

from safelight.costs.entries import Entry


def _week(entry: Entry) -> str:
    return time.strftime("%G-W%V", time.localtime(entry.at))


def _folder(entry: Entry) -> str:
    if entry.source is None:
        return "(no file)"
    if "://" in entry.source:
        return entry.source.rpartition("/")[0]
    return str(PurePath(entry.source).parent)


GROUPS: Mapping[str, Callable[[Entry], str]] = {
    "week": _week,
    "vendor": lambda entry: entry.vendor,
    "operation": lambda entry: entry.operation.replace("_", "-"),
    "folder": _folder,
}


@attrs.define
class Row:
    """Purchases of one group from one vendor.

    Attributes:
        purchases: Those that the vendor accepted or, by a statement, charged.
        expected: Their credits by the vendor's documents; None if no price of any is published.
        most: The most that they may cost.
        unpriced: How many of them have no published price: they are in neither sum.
        charged: Credits that the vendor charged, by its statements; None if no statement says.
        stated: How many purchases the statements say that of.
        doubt: Purchases that may have been charged, which are not in the sums.
        doubt_most: The most that they may cost.
        doubt_unpriced: How many of them have no published price.
    """

    group: str
    vendor: str
    purchases: int = 0
    expected: float | None = None
    most: float | None = None
    unpriced: int = 0
    charged: float | None = None
    stated: int = 0
    doubt: int = 0
    doubt_most: float | None = None
    doubt_unpriced: int = 0

    def add(self, entry: Entry) -> None:
        """Count a purchase."""
        if entry.state == "doubt":
            self.doubt += 1
            self.doubt_most = _sum(self.doubt_most, entry.most)
            self.doubt_unpriced += entry.most is None
        elif entry.state in ("bought", "charged"):
            self.purchases += 1
            self.expected = _sum(self.expected, entry.expected)
            self.most = _sum(self.most, entry.most)
            self.unpriced += entry.expected is None
            self.charged = _sum(self.charged, entry.amount)
            self.stated += entry.amount is not None


def rows_of(entries: Iterable[Entry], by: str) -> list[Row]:
    """The rows, in order; purchases that were certainly not charged are in none."""
    found: dict[tuple[str, str], Row] = {}
    for entry in entries:
        if entry.state not in ("refused", "not charged"):
            group = GROUPS[by](entry)
            found.setdefault((group, entry.vendor), Row(group, entry.vendor)).add(entry)
    return [row for _, row in sorted(found.items())]


def _sum(total: float | None, more: float | None) -> float | None:
    return total if more is None else (total or 0.0) + more
